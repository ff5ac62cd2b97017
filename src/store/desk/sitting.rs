//! A session, with the cards of the notes that it goes through.

use std::collections::{HashMap, HashSet};

use crate::app::study::{Act, Limits};
use crate::library::Library;
use crate::library::cards::Card;
use crate::review::card::{Card as Kept, Key};
use crate::review::gathering::{Gathered, gathered};
use crate::review::id::Id;
use crate::review::identity::{Likeness, note_key, offered};
use crate::review::moment::Moment;
use crate::review::progress::Progress;
use crate::review::schedule::Settings;
use crate::review::session::{Item, Origin, Plan, Session, Step, siblings};
use crate::store::state::{Fault, Known, State};

/// An answer took this long at most, in milliseconds: who takes longer has done something else.
const LONGEST: i64 = 120_000;

/// A session, and its cards.
pub(super) struct Sitting {
    pub limits: Limits,
    pub plan: Plan,
    pub session: Session,
    pub library: Library,
    /// The cards within the limits, and what each is known by.
    pub cards: HashMap<Id, Card>,
    /// Cards that are not known to the state yet.
    fresh: HashMap<Id, (Key, String)>,
    /// What the reader has to say before anything else, the last first.
    pub doubts: Vec<Doubt>,
    /// Known cards that are gone from the notes, with how often each was answered: the most often first.
    pub lost: Vec<(Kept, u32)>,
    /// The card that is shown, when it was first, in milliseconds since 1970, and what had happened last.
    pub since: (Option<Id>, i64, Option<Id>),
}

/// A card that may be a known one.
#[derive(Clone, Debug)]
pub(super) struct Doubt {
    pub known: Kept,
    pub reviews: u32,
    pub card: Card,
    pub key: Key,
    pub answer: String,
    pub alike: u8,
    /// The reader looks for the known one; if it is not this card, nothing is said of this card.
    pub sought: bool,
}

/// What is gone through: the items of a session, and what goes with them.
struct Found {
    items: Vec<Item>,
    cards: HashMap<Id, Card>,
    fresh: HashMap<Id, (Key, String)>,
    doubts: Vec<Doubt>,
    lost: Vec<(Kept, u32)>,
}

impl Sitting {
    /// Begins with what is known of the notes that are open.
    pub fn new(
        state: &mut State,
        limits: &Limits,
        plan: Plan,
        library: &Library,
        settings: Settings,
        now: Moment,
    ) -> Result<Sitting, Fault> {
        let found = find(state, limits, library, now)?;
        let done = state.done(now.day)?;
        let origin = Origin { device: state.device(), seed: state.random()? };
        let whole = (settings, state.model().clone(), origin);
        let session = Session::new(plan, found.items, (done.new, done.all), now, whole);
        let Found { cards, fresh, doubts, lost, .. } = found;
        let (limits, library) = (limits.clone(), library.clone());
        let since = (None, 0, None);
        Ok(Sitting { limits, plan, session, library, cards, fresh, doubts, lost, since })
    }

    /// Goes on with what is known now. Where something is `unkept`, only this session knows how far the
    /// cards are.
    pub fn renew(
        &mut self,
        state: &mut State,
        limits: &Limits,
        library: &Library,
        unkept: bool,
        now: Moment,
    ) -> Result<(), Fault> {
        let mut found = find(state, limits, library, now)?;
        if unkept {
            let own: HashMap<Id, Progress> =
                self.session.items().iter().map(|item| (item.card, item.progress)).collect();
            for item in &mut found.items {
                item.progress = own.get(&item.card).copied().unwrap_or(item.progress);
            }
        }
        self.session.renew(found.items, now);
        let Found { cards, fresh, doubts, lost, .. } = found;
        (self.cards, self.fresh, self.doubts, self.lost) = (cards, fresh, doubts, lost);
        (self.limits, self.library) = (limits.clone(), library.clone());
        Ok(())
    }

    /// The card that is asked, where nothing is to be said before.
    pub fn shown(&self) -> Option<Id> {
        self.doubts.is_empty().then(|| self.session.card().map(|item| item.card)).flatten()
    }

    /// Whether there is nothing more to do.
    pub fn is_over(&self) -> bool {
        self.doubts.is_empty() && self.session.card().is_none()
    }

    /// Whether a card is in the notes.
    pub fn has(&self, card: Id) -> bool {
        self.cards.contains_key(&card)
    }

    /// What a card is known by that the state does not know yet.
    pub fn fresh(&self, card: Id) -> Option<(Key, String)> {
        self.fresh.get(&card).cloned()
    }

    /// The state knows a card from now on.
    pub fn known_now(&mut self, card: Id) {
        self.fresh.remove(&card);
    }

    /// How often a card was forgotten.
    pub fn lapses(&self, card: Id) -> u32 {
        let item = self.session.items().iter().find(|item| item.card == card);
        item.map_or(0, |item| item.progress.lapses)
    }

    /// Does something to the card that is shown.
    pub fn act(&mut self, act: Act, now: Moment) -> Option<Step> {
        let took = now.ms.saturating_sub(self.since.1).clamp(0, LONGEST);
        match act {
            Act::Grade(grade) => self.session.grade(grade, u32::try_from(took).unwrap_or(0), now),
            Act::Bury => self.session.bury(now),
            Act::Suspend => self.session.suspend(now),
            Act::Flag => self.session.flag(now),
        }
    }

    /// Looks for what the cards that are gone may have become, so that the reader can say it.
    pub fn seek(&mut self) {
        let new = self.fresh.iter().filter_map(|(id, (key, answer))| {
            Some((self.cards.get(id)?, key, answer, key.likeness(answer)?))
        });
        let mut new: Vec<(&Card, &Key, &String, Likeness)> = new.collect();
        // In reading order, whatever order they are kept in.
        new.sort_by_key(|(card, key, ..)| (card.place, card.span.start, *key));
        let old = self.lost.iter().filter_map(|(card, n)| Some((card, *n, card.likeness()?)));
        let old: Vec<(&Kept, u32, Likeness)> = old.collect();
        let gone: Vec<Likeness> = old.iter().map(|(.., likeness)| likeness.clone()).collect();
        let fresh: Vec<Likeness> = new.iter().map(|(.., likeness)| likeness.clone()).collect();
        let mut doubts = Vec::new();
        for ((known, reviews, _), offers) in old.iter().zip(offered(&gone, &fresh)) {
            let offers = offers.into_iter().filter_map(|(at, alike)| Some((new.get(at)?, alike)));
            doubts.extend(offers.map(|((card, key, answer, _), alike)| Doubt {
                known: (*known).clone(),
                reviews: *reviews,
                card: (*card).clone(),
                key: (*key).clone(),
                answer: (*answer).clone(),
                alike,
                sought: true,
            }));
        }
        doubts.reverse();
        self.doubts = doubts;
    }

    /// The card that is asked about is the known one, or it is not.
    pub fn same(&mut self, state: &mut State, same: bool, now: Moment) -> Result<(), Fault> {
        let Some(doubt) = self.doubts.last().cloned() else { return Ok(()) };
        if same {
            state.rekey(doubt.known.id, &doubt.key, &doubt.answer, now.ms)?;
        } else if doubt.sought {
            self.doubts.pop();
            return Ok(());
        } else {
            // From now on it is known as one of its own.
            state.insert(&[(doubt.key.clone(), doubt.answer.clone())], now.ms)?;
        }
        let before = self.doubts.clone();
        let (limits, library) = (self.limits.clone(), self.library.clone());
        self.renew(state, &limits, &library, false, now)?;
        if doubt.sought {
            // What was found is sought no more, and nothing else has become what it was found in.
            let found = |other: &Doubt| other.known.id == doubt.known.id || other.key == doubt.key;
            self.doubts = before.into_iter().filter(|other| !found(other)).collect();
        } else {
            let rest: HashSet<Id> = before.iter().map(|doubt| doubt.known.id).collect();
            self.doubts.retain(|doubt| rest.contains(&doubt.known.id));
        }
        Ok(())
    }
}

/// Finds the cards of the notes among those that are known, and sees to it that they are found by what they
/// are now.
fn find(
    state: &mut State,
    limits: &Limits,
    library: &Library,
    now: Moment,
) -> Result<Found, Fault> {
    let known = state.known(None)?;
    let (known, reviews): (Vec<Kept>, Vec<u32>) =
        known.into_iter().map(|Known { card, reviews }| (card, reviews)).unzip();
    let Some(mut gathered) = gathered(library, &known, &|| false) else {
        return Err(Fault::Unknown);
    };
    if !gathered.rekey.is_empty() {
        state.rekey_all(&gathered.rekey, now.ms)?;
    }
    let doubts = doubts(&gathered, &known, &reviews, limits, library);
    let in_doubt: HashSet<usize> = gathered.doubts.iter().map(|(_, at, _)| *at).collect();
    let mut fresh = HashMap::new();
    let new: Vec<usize> = (0..gathered.cards.len())
        .filter(|at| gathered.same.get(*at) == Some(&None) && !in_doubt.contains(at))
        .filter(|at| gathered.cards.get(*at).is_some_and(|card| limits.allow(library, card)))
        .collect();
    let likeness = |at: &usize| gathered.known_by.get(*at);
    let keys: Vec<Key> = new.iter().filter_map(likeness).map(Key::from).collect();
    for ((at, key), id) in new.iter().zip(keys.clone()).zip(state.free(&keys)?) {
        let answer = gathered.known_by.get(*at).map(|card| card.answer.clone());
        fresh.insert(id, (key, answer.unwrap_or_default()));
        if let Some(slot) = gathered.same.get_mut(*at) {
            *slot = Some(id);
        }
    }
    let progress = state.all_progress()?;
    let notes: Vec<_> = library.notes.iter().map(|note| note_key(note)).collect();
    let (mut items, mut cards) = (Vec::new(), HashMap::new());
    for (card, id) in gathered.cards.into_iter().zip(gathered.same) {
        let Some(id) = id.filter(|_| limits.allow(library, &card)) else { continue };
        let note = notes.get(card.place.note).map_or("", |key| &**key);
        let siblings = Some(siblings(&[note, &card.group.to_string()]));
        let progress = progress.get(&id).copied().unwrap_or_default();
        // Two cards that are one to the state are asked once.
        if cards.insert(id, card).is_none() {
            items.push(Item { card: id, siblings, progress });
        }
    }
    let lost = gathered.lost.iter();
    let lost = lost.filter_map(|at| Some((known.get(*at)?.clone(), *reviews.get(*at)?)));
    let mut lost: Vec<(Kept, u32)> = lost.collect();
    lost.sort_by_key(|(_, reviews)| u32::MAX - reviews);
    Ok(Found { items, cards, fresh, doubts, lost })
}

fn doubts(
    gathered: &Gathered,
    known: &[Kept],
    reviews: &[u32],
    limits: &Limits,
    library: &Library,
) -> Vec<Doubt> {
    let doubt = |(old, at, alike): &(usize, usize, u8)| {
        let card = gathered.cards.get(*at).filter(|card| limits.allow(library, card))?;
        let likeness = gathered.known_by.get(*at)?;
        Some(Doubt {
            known: known.get(*old)?.clone(),
            reviews: reviews.get(*old).copied().unwrap_or(0),
            card: card.clone(),
            key: Key::from(likeness),
            answer: likeness.answer.clone(),
            alike: *alike,
            sought: false,
        })
    };
    let mut doubts: Vec<Doubt> = gathered.doubts.iter().filter_map(doubt).collect();
    doubts.reverse();
    doubts
}
