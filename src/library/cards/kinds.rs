//! What cards are written as, and which of these a note wants to be cards.

/// What a card was written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// A term that the glossary knows.
    Term,
    /// An entry of a definition list.
    Definition,
    /// `Q:` and `A:`
    Question,
    /// `C:` with `[gaps]`, or `==gaps==`.
    Cloze,
    /// `front :: back`, or a line of `?` between them.
    Pair,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Kind; 5] =
        [Kind::Term, Kind::Definition, Kind::Question, Kind::Cloze, Kind::Pair];

    /// The kind of this name.
    pub fn named(name: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// Its name where cards are kept: never changed once released.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Term => "term",
            Kind::Definition => "definition",
            Kind::Question => "question",
            Kind::Cloze => "cloze",
            Kind::Pair => "pair",
        }
    }
}

/// What of a note is to be cards.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Kinds(u8);

/// What front matter calls each, and whether it holds where a note says nothing.
const NAMES: [(&str, Kinds, bool); 7] = [
    ("terms", Kinds::TERMS, true),
    ("definitions", Kinds::DEFINITIONS, true),
    ("qa", Kinds::QUESTIONS, true),
    ("cloze", Kinds::CLOZES, true),
    ("pairs", Kinds::PAIRS, true),
    ("highlights", Kinds::HIGHLIGHTS, false),
    ("inferred", Kinds::INFERRED, false),
];

impl Kinds {
    /// Nothing.
    pub const NONE: Kinds = Kinds(0);
    /// Terms that the note means to explain.
    pub const TERMS: Kinds = Kinds(1);
    /// Definition lists.
    pub const DEFINITIONS: Kinds = Kinds(2);
    /// `Q:` and `A:`
    pub const QUESTIONS: Kinds = Kinds(4);
    /// `C:` with `[gaps]`
    pub const CLOZES: Kinds = Kinds(8);
    /// `front :: back` and a line of `?`
    pub const PAIRS: Kinds = Kinds(16);
    /// What is `==marked==` is a gap.
    pub const HIGHLIGHTS: Kinds = Kinds(32);
    /// Terms that are only inferred.
    pub const INFERRED: Kinds = Kinds(64);

    /// What front matter calls a kind (`terms`, `qa`…), in any case.
    pub fn named(name: &str) -> Option<Kinds> {
        let name = name.trim().to_lowercase();
        NAMES.iter().find(|(own, ..)| *own == name).map(|(_, kinds, _)| *kinds)
    }

    /// The names of all of them, for people who have written another.
    pub fn names() -> impl Iterator<Item = &'static str> {
        NAMES.iter().map(|(name, ..)| *name)
    }

    /// These and the others.
    pub const fn with(self, other: Kinds) -> Kinds {
        Kinds(self.0 | other.0)
    }

    /// These without the others.
    pub const fn without(self, other: Kinds) -> Kinds {
        Kinds(self.0 & !other.0)
    }

    /// Whether any of `other` is in it.
    pub fn has(self, other: Kinds) -> bool {
        self.0 & other.0 != 0
    }
}

/// Those that hold where a note says nothing.
impl Default for Kinds {
    fn default() -> Kinds {
        let usual = NAMES.iter().filter(|(.., usual)| *usual);
        usual.fold(Kinds::NONE, |all, (_, kinds, _)| all.with(*kinds))
    }
}
