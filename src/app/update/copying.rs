//! Copying: what there is to choose from, and what is said of it.

use super::super::copy::{self, Copied, Reading, Thing};
use super::super::finder::{Finder, Kind, List};
use super::super::msg::Effect;
use super::super::state::{Overlay, Pane, State};
use super::going;
use crate::library::Place;
use crate::text::sanitize::Clean;
use crate::words::Word;

/// Copies what there is to copy; of several things lets one be chosen. In the contents that is the
/// section that is selected.
pub(super) fn begin(state: &mut State) -> Vec<Effect> {
    let things = match state.focus {
        Pane::Contents => {
            let node = state.contents.selected().filter(|node| node.folder.is_none());
            let thing = node.map(|node| match node.place {
                Place { note, section: None } => Thing::Note(note),
                place => Thing::Section(place),
            });
            thing.into_iter().collect()
        }
        _ => copy::here(state),
    };
    match things.as_slice() {
        [] => {
            state.notice = Some(Clean::literal(Word::NothingToCopy.text(state.open.locale)));
            Vec::new()
        }
        [only] => copy(state, *only),
        _ => {
            let list = List::of_things(state, &things);
            state.overlay = Some(Overlay::Finder(Finder::over(Kind::Copy, list)));
            going::seek(state)
        }
    }
}

/// Copies a thing, and says what was copied and what is not as in the note.
pub(super) fn copy(state: &mut State, thing: Thing) -> Vec<Effect> {
    let text = Reading::new(state).text(thing);
    state.overlay = None;
    let Some(text) = text.filter(|text| !text.is_empty()) else {
        state.notice = Some(Clean::literal(Word::NothingToCopy.text(state.open.locale)));
        return Vec::new();
    };
    let locale = state.open.locale;
    let (copied, altered) = Copied::new(&text);
    let bytes = copied.as_str().len();
    if bytes > Copied::LIMIT {
        let (bytes, limit) = (bytes.to_string(), Copied::LIMIT.to_string());
        let said = Word::TooLongToCopy.fill(locale, &[&bytes, &limit]);
        state.notice = Some(Clean::new(&said));
        return Vec::new();
    }
    let lines = copied.as_str().split('\n').count().to_string();
    let mut said = match thing {
        Thing::Code(_) => Word::CopiedCode.fill(locale, &[&lines]),
        Thing::Link { .. } => Word::CopiedLink.fill(locale, &[copied.as_str()]),
        Thing::Section(_) => Word::CopiedSection.fill(locale, &[&lines]),
        Thing::Note(_) => Word::CopiedNote.fill(locale, &[&lines]),
    };
    if altered > 0 {
        said += "; ";
        said += &Word::CopiedAltered.fill(locale, &[&altered.to_string()]);
    }
    state.notice = Some(Clean::new(&said));
    vec![Effect::Copy(copied)]
}
