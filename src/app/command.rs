//! The one table of commands: keymap, help, footer, `gongbu keys` and README are made from it.

use crate::words::{Locale, Word};

/// Where the keys go: the pane, field or overlay that has the focus.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// The contents pane.
    Contents,
    /// The reader.
    Reader,
    /// The glossary pane.
    Glossary,
    /// A text field: the filter of the glossary, the box to jump. Keys that type something type.
    Input,
    /// The pop-up of a term or a footnote.
    Popup,
    /// The help.
    Help,
    /// A card of the review.
    Review,
}

impl Scope {
    /// Every scope.
    pub const ALL: &'static [Scope] = &[
        Scope::Contents,
        Scope::Reader,
        Scope::Glossary,
        Scope::Input,
        Scope::Popup,
        Scope::Help,
        Scope::Review,
    ];

    /// What people call it.
    pub fn title(self) -> Word {
        match self {
            Scope::Contents => Word::ScopeContents,
            Scope::Reader => Word::ScopeReader,
            Scope::Glossary => Word::ScopeGlossary,
            Scope::Input => Word::ScopeInput,
            Scope::Popup => Word::ScopePopup,
            Scope::Help => Word::ScopeHelp,
            Scope::Review => Word::ScopeReview,
        }
    }
}

/// A set of scopes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scopes(u8);

impl Scopes {
    /// Nowhere.
    pub const NONE: Scopes = Scopes(0);
    /// The three panes.
    pub const PANES: Scopes = Scopes::of(&[Scope::Contents, Scope::Reader, Scope::Glossary]);
    /// All but text fields and cards.
    pub const AWAY: Scopes = Scopes::PANES.and(Scope::Popup.only()).and(Scope::Help.only());
    /// All but text fields.
    pub const OUTSIDE_INPUT: Scopes = Scopes::AWAY.and(Scope::Review.only());
    /// All of them.
    pub const EVERYWHERE: Scopes = Scopes::OUTSIDE_INPUT.and(Scope::Input.only());

    /// The set of these.
    pub const fn of(scopes: &[Scope]) -> Scopes {
        let mut bits = 0;
        let mut rest = scopes;
        while let [scope, after @ ..] = rest {
            bits |= 1 << *scope as u8;
            rest = after;
        }
        Scopes(bits)
    }

    /// Both sets together.
    pub const fn and(self, other: Scopes) -> Scopes {
        Scopes(self.0 | other.0)
    }

    /// This set without the other's.
    pub const fn but(self, other: Scopes) -> Scopes {
        Scopes(self.0 & !other.0)
    }

    /// What is in both.
    pub const fn within(self, other: Scopes) -> Scopes {
        Scopes(self.0 & other.0)
    }

    /// Whether `scope` is in it.
    pub fn has(self, scope: Scope) -> bool {
        self.0 & scope.only().0 != 0
    }

    /// What people read: the shortest that says it all.
    pub fn label(self, locale: Locale) -> String {
        if self == Scopes::EVERYWHERE {
            return Word::ScopeEverywhere.text(locale).to_owned();
        }
        if self == Scopes::OUTSIDE_INPUT {
            return Word::ScopeOutsideInput.text(locale).to_owned();
        }
        if self == Scopes::AWAY {
            return Word::ScopeAway.text(locale).to_owned();
        }
        let panes = self.and(Scopes::PANES) == self;
        let rest = if panes { self.but(Scopes::PANES) } else { self };
        let head = panes.then_some(Word::ScopePanes);
        let tail = Scope::ALL.iter().filter(|s| rest.has(**s)).map(|s| s.title());
        head.into_iter().chain(tail).map(|w| w.text(locale)).collect::<Vec<_>>().join(", ")
    }
}

impl Scope {
    /// The set of this one.
    pub const fn only(self) -> Scopes {
        Scopes::of(&[self])
    }
}

/// What belongs together in the help.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// Moving by lines and pages.
    Move,
    /// Going to sections.
    Section,
    /// Folding the contents and parts of the text.
    Fold,
    /// Terms.
    Term,
    /// Going through cards.
    Study,
    /// Panes.
    Pane,
    /// The program itself.
    Program,
}

impl Group {
    /// Every group, in the order of the help.
    pub const ALL: &'static [Group] = &[
        Group::Move,
        Group::Section,
        Group::Fold,
        Group::Term,
        Group::Study,
        Group::Pane,
        Group::Program,
    ];

    /// Its heading.
    pub fn title(self) -> Word {
        match self {
            Group::Move => Word::GroupMove,
            Group::Section => Word::GroupSection,
            Group::Fold => Word::GroupFold,
            Group::Term => Word::GroupTerm,
            Group::Study => Word::GroupStudy,
            Group::Pane => Word::GroupPane,
            Group::Program => Word::GroupProgram,
        }
    }
}

/// One line of the table.
#[derive(Clone, Copy, Debug)]
pub struct Spec {
    /// The command.
    pub command: Command,
    /// Its name in configuration and `gongbu keys`, in kebab case.
    pub name: &'static str,
    /// Its place in the help.
    pub group: Group,
    /// What it does, in one line.
    pub help: Word,
    /// Its keys. One that types something is left out in text fields, even where the scopes say so.
    pub keys: &'static [Keys],
}

/// Keys (by name) and the scopes where they apply.
#[derive(Clone, Copy, Debug)]
pub struct Keys {
    /// Where.
    pub scopes: Scopes,
    /// Their names, as [`crate::app::key::Key`] reads them, the usual one first.
    pub names: &'static [&'static str],
}

/// Makes the enum and the table from the same lines, so that neither can lack one of the other.
macro_rules! commands {
    ($($command:ident, $name:literal, $group:ident, $help:ident,
        [$($scopes:expr => $($key:literal)+),+];)*) => {
        /// What a key can ask for. What each does is said by its [`Spec::help`].
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[allow(missing_docs)]
        pub enum Command {
            $($command,)*
        }

        impl Command {
            /// Its line of the table.
            pub const fn spec(self) -> Spec {
                match self {
                    $(Command::$command => Spec {
                        command: Command::$command,
                        name: $name,
                        group: Group::$group,
                        help: Word::$help,
                        keys: const { &[$(Keys { scopes: $scopes, names: &[$($key),+] }),+] },
                    },)*
                }
            }
        }

        /// Every command, in the order of the help.
        pub const COMMANDS: &[Spec] = &[$(Command::$command.spec()),*];
    };
}

impl Command {
    /// The command of this name.
    pub fn from_name(name: &str) -> Option<Command> {
        COMMANDS.iter().find(|spec| spec.name == name).map(|spec| spec.command)
    }
}

const EVERYWHERE: Scopes = Scopes::EVERYWHERE;
const OUTSIDE_INPUT: Scopes = Scopes::OUTSIDE_INPUT;
const AWAY: Scopes = Scopes::AWAY;
const PANES: Scopes = Scopes::PANES;
const CONTENTS: Scopes = Scope::Contents.only();
const READER: Scopes = Scope::Reader.only();
const GLOSSARY: Scopes = Scope::Glossary.only();
const INPUT: Scopes = Scope::Input.only();
const POPUP: Scopes = Scope::Popup.only();
const HELP: Scopes = Scope::Help.only();
const REVIEW: Scopes = Scope::Review.only();

// `h` and `l` (and the arrows) go left and right. In the contents the tree stands in between: left
// folds, then goes to the parent; right unfolds, then leaves the tree for the next pane.
commands! {
    Down, "down", Move, DoDown, [EVERYWHERE => "j" "down"];
    Up, "up", Move, DoUp, [EVERYWHERE => "k" "up"];
    HalfPageDown, "half-page-down", Move, DoHalfPageDown, [AWAY => "d" "ctrl-d"];
    HalfPageUp, "half-page-up", Move, DoHalfPageUp, [AWAY => "u" "ctrl-u"];
    PageDown, "page-down", Move, DoPageDown, [AWAY => "space" "pgdn" "f" "ctrl-f", REVIEW => "pgdn" "ctrl-f"];
    PageUp, "page-up", Move, DoPageUp, [AWAY => "b" "pgup" "ctrl-b", REVIEW => "pgup" "ctrl-b"];
    Top, "top", Move, DoTop, [OUTSIDE_INPUT => "g" "home"];
    Bottom, "bottom", Move, DoBottom, [OUTSIDE_INPUT => "G" "end"];
    ToggleWrap, "toggle-wrap", Move, DoToggleWrap, [READER => "z"];
    TogglePictures, "toggle-pictures", Move, DoTogglePictures, [READER => "'"];
    ScrollLeft, "scroll-left", Move, DoScrollLeft, [READER => "<" "ctrl-left"];
    ScrollRight, "scroll-right", Move, DoScrollRight, [READER => ">" "ctrl-right"];

    PreviousSection, "previous-section", Section, DoPreviousSection, [PANES => "["];
    NextSection, "next-section", Section, DoNextSection, [PANES => "]"];
    Jump, "jump", Section, DoJump,
        [AWAY => "0" "1" "2" "3" "4" "5" "6" "7" "8" "9"];
    GoTo, "go-to", Section, DoGoTo, [AWAY => "o"];
    Back, "back", Section, DoBack, [PANES => "backspace" "alt-left"];
    Forward, "forward", Section, DoForward, [PANES => "alt-right"];
    Follow, "follow", Section, DoFollow, [READER => "enter"];
    NextChange, "next-change", Section, DoNextChange, [CONTENTS.and(READER) => "."];
    MarkRead, "mark-read", Section, DoMarkRead, [CONTENTS.and(READER) => "m"];
    Backlinks, "backlinks", Section, DoBacklinks, [CONTENTS.and(READER) => "i"];
    Open, "open", Section, DoOpen, [CONTENTS.and(GLOSSARY).and(POPUP).and(INPUT).and(REVIEW) => "enter"];

    Fold, "fold", Fold, DoFold, [CONTENTS => "h" "left"];
    Unfold, "unfold", Fold, DoUnfold, [CONTENTS => "l" "right"];
    ToggleFold, "toggle-fold", Fold, DoToggleFold, [CONTENTS => "z"];
    FoldAll, "fold-all", Fold, DoFoldAll, [CONTENTS.and(READER) => "-"];
    UnfoldAll, "unfold-all", Fold, DoUnfoldAll, [CONTENTS.and(READER) => "="];

    Term, "term", Term, DoTerm, [READER => "t" "K"];
    NextTerm, "next-term", Term, DoNextTerm, [POPUP => "t" "tab" "l" "right"];
    PreviousTerm, "previous-term", Term, DoPreviousTerm, [POPUP => "shift-tab" "h" "left" ","];
    Uses, "uses", Term, DoUses, [GLOSSARY.and(POPUP) => "i"];
    Filter, "filter", Term, DoFilter, [PANES => "w", GLOSSARY => "/"];
    Find, "find", Section, DoFind, [CONTENTS.and(READER) => "/"];
    FindNext, "find-next", Section, DoFindNext, [CONTENTS.and(READER) => "n"];
    FindPrevious, "find-previous", Section, DoFindPrevious, [CONTENTS.and(READER) => "p" "N"];

    AddCard, "add-card", Study, DoAddCard, [GLOSSARY.and(POPUP) => "+" "="];
    Review, "review", Study, DoReview, [PANES => "r"];
    ReviewHere, "review-here", Study, DoReviewHere, [PANES => "ctrl-r"];
    Reveal, "reveal", Study, DoReveal, [REVIEW => "space"];
    GradeAgain, "grade-again", Study, DoGradeAgain, [REVIEW => "1"];
    GradeHard, "grade-hard", Study, DoGradeHard, [REVIEW => "2"];
    GradeGood, "grade-good", Study, DoGradeGood, [REVIEW => "3"];
    GradeEasy, "grade-easy", Study, DoGradeEasy, [REVIEW => "4"];
    UndoReview, "undo-review", Study, DoUndoReview, [REVIEW => "u" "backspace"];
    Hint, "hint", Study, DoHint, [REVIEW => "h"];
    TypeAnswer, "type-answer", Study, DoTypeAnswer, [REVIEW => "t"];
    FlagCard, "flag-card", Study, DoFlagCard, [REVIEW => "f"];
    BuryCard, "bury-card", Study, DoBuryCard, [REVIEW => "b"];
    SuspendCard, "suspend-card", Study, DoSuspendCard, [REVIEW => "s"];
    FindLost, "find-lost", Study, DoFindLost, [REVIEW => "l"];
    Cram, "cram", Study, DoCram, [REVIEW => "c"];
    Figures, "figures", Study, DoFigures, [AWAY => "S" "f2"];

    NextPane, "next-pane", Pane, DoNextPane, [PANES.and(INPUT) => "tab"];
    PreviousPane, "previous-pane", Pane, DoPreviousPane, [PANES.and(INPUT) => "shift-tab" ","];
    PaneLeft, "pane-left", Pane, DoPaneLeft, [READER.and(GLOSSARY) => "h" "left"];
    PaneRight, "pane-right", Pane, DoPaneRight, [READER => "l" "right"];
    ToggleContents, "toggle-contents", Pane, DoToggleContents, [PANES => "c"];
    ToggleGlossary, "toggle-glossary", Pane, DoToggleGlossary, [PANES => "v"];
    NarrowContents, "narrow-contents", Pane, DoNarrowContents, [PANES => "{" "f6"];
    WidenContents, "widen-contents", Pane, DoWidenContents, [PANES => "}" "f7"];
    WidenGlossary, "widen-glossary", Pane, DoWidenGlossary, [PANES => "(" "f8"];
    NarrowGlossary, "narrow-glossary", Pane, DoNarrowGlossary, [PANES => ")" "f9"];

    Palette, "palette", Program, DoPalette, [AWAY => ":" ";"];
    Problems, "problems", Program, DoProblems, [AWAY => "x"];
    Help, "help", Program, DoHelp, [EVERYWHERE.but(HELP) => "?" "f1"];
    Close, "close", Program, DoClose,
        [EVERYWHERE => "esc", POPUP.and(HELP).and(REVIEW) => "q", HELP => "?" "f1"];
    Quit, "quit", Program, DoQuit, [PANES => "q", EVERYWHERE => "ctrl-c"];
    Copy, "copy", Program, DoCopy, [CONTENTS.and(READER) => "y"];
    Reread, "reread", Program, DoReread, [OUTSIDE_INPUT => "f5" "R"];
    Edit, "edit", Program, DoEdit, [CONTENTS.and(READER).and(REVIEW) => "e"];
    ToggleMouse, "toggle-mouse", Program, DoToggleMouse, [OUTSIDE_INPUT => "a"];
    Theme, "theme", Program, DoTheme, [OUTSIDE_INPUT => "ctrl-t"];
    Suspend, "suspend", Program, DoSuspend, [EVERYWHERE => "ctrl-z"];
    Redraw, "redraw", Program, DoRedraw, [EVERYWHERE => "ctrl-l"];
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scopes_are_said_shortly() {
        let labels: Vec<_> = [EVERYWHERE, OUTSIDE_INPUT, AWAY, PANES, EVERYWHERE.but(HELP), POPUP]
            .iter()
            .map(|scopes| scopes.label(Locale::En))
            .collect();
        assert_eq!(
            labels,
            [
                "everywhere",
                "everywhere but in text fields",
                "outside text fields and cards",
                "the three panes",
                "the three panes, text fields, pop-up, card",
                "pop-up"
            ]
        );
    }

    #[test]
    fn scopes_hold_what_they_say() {
        for &scope in Scope::ALL {
            assert!(EVERYWHERE.has(scope));
            assert!(scope.only().has(scope));
            assert!(!EVERYWHERE.but(scope.only()).has(scope));
            assert_eq!(OUTSIDE_INPUT.has(scope), scope != Scope::Input);
        }
    }
}
