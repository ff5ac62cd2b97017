//! The review line by line: the card as labelled lines, what can be chosen by its number, and the end.

use super::{Asked, Linear, Msg, Speech};
use crate::app::command::Command;
use crate::app::contents::label;
use crate::app::key::{Key, KeyCode};
use crate::app::keymap::strokes;
use crate::app::recall::hint::hint;
use crate::app::recall::{grade, interval, left, lines};
use crate::app::study::{Shown, Stage};
use crate::doc::Block;
use crate::review::session::Plan;
use crate::text::compare::compare;
use crate::text::edit::Line;
use crate::text::sanitize::Clean;
use crate::words::{Locale, Said, Study};

/// What can be typed in a review, beside Enter: a letter, a word in Korean and one in English, and what
/// the screen has for it.
const VERBS: &[(&str, [&str; 2], Command)] = &[
    ("1", ["다시", "again"], Command::GradeAgain),
    ("2", ["어려움", "hard"], Command::GradeHard),
    ("3", ["알맞음", "good"], Command::GradeGood),
    ("4", ["쉬움", "easy"], Command::GradeEasy),
    ("u", ["되돌리기", "undo"], Command::UndoReview),
    ("h", ["힌트", "hint"], Command::Hint),
    ("t", ["쓰기", "type"], Command::TypeAnswer),
    ("f", ["표시", "flag"], Command::FlagCard),
    ("b", ["묻기", "bury"], Command::BuryCard),
    ("s", ["쉬기", "suspend"], Command::SuspendCard),
    ("l", ["잇기", "lost"], Command::FindLost),
    ("c", ["연습", "cram"], Command::Cram),
    ("e", ["고치기", "edit"], Command::Edit),
    ("o", ["자리", "open"], Command::Open),
    ("a", ["또", "repeat"], Command::Redraw),
    ("?", ["도움말", "help"], Command::Help),
    ("q", ["끝", "quit"], Command::Close),
];

impl Linear {
    /// Whether lines are for a review.
    pub(super) fn recalls(&self) -> bool {
        self.state.recall.is_some()
    }

    /// What stands before what is typed in a review.
    pub(super) fn recall_prompt(&self) -> Clean {
        let recall = self.state.recall.as_ref();
        let word = match recall {
            Some(recall) if recall.is_in_doubt() => Said::PromptSame,
            Some(recall) if recall.card().is_some() && recall.revealed => Said::PromptGrade,
            Some(recall) if recall.card().is_some() => Said::PromptAnswer,
            _ => Said::PromptEnd,
        };
        Clean::literal(word.text(self.locale()))
    }

    /// Takes a line in a review.
    pub(super) fn recall_line(&mut self, line: &str) {
        if line.is_empty() {
            let over = self.state.recall.as_ref().is_some_and(|recall| recall.is_over());
            return if over { self.leave_recall() } else { self.reveal() };
        }
        let (head, text) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
        let Some(command) = command(head).filter(|own| text.is_empty() || takes_text(*own)) else {
            return self.say(&Said::Unknown.fill(self.locale(), &[line]));
        };
        match command {
            Command::Help => self.recall_help(),
            Command::Redraw => self.tell_turn(),
            Command::Close => self.leave_recall(),
            Command::Open => {
                self.send(Msg::Asked(Asked::Command(Command::Open)));
                match self.recalls() {
                    true => self.tell_turn(),
                    false => self.tell_section_from(self.state.reader.spot.at),
                }
            }
            Command::TypeAnswer => {
                if let Some(recall) = &mut self.state.recall
                    && recall.card().is_some()
                    && !recall.revealed
                {
                    recall.typing = Some(Line::new(text.trim()));
                }
                self.reveal();
            }
            Command::Hint => self.hint(),
            command => {
                let waits = self.effects.len();
                self.send(Msg::Asked(Asked::Command(command)));
                // What was not to be seen yet, or cannot be taken back.
                if !self.notice() && self.effects.len() == waits {
                    self.word(Said::NotNow);
                }
            }
        }
    }

    fn leave_recall(&mut self) {
        self.send(Msg::Asked(Asked::Command(Command::Close)));
        self.word(Said::RecallLeft);
        self.tell_place();
    }

    /// Tells what the state has said: a card, a question about one, or the end.
    pub(super) fn tell_turn(&mut self) {
        let locale = self.locale();
        let Some(recall) = self.state.recall.clone() else { return };
        let Some(turn) = &recall.turn else {
            return self.say(Study::ReviewGathering.text(locale));
        };
        for said in &turn.said {
            self.say(said);
        }
        if !turn.saves {
            self.say(Study::ReviewNotSaved.text(locale));
        }
        match &turn.stage {
            Stage::Card(shown) => {
                let marked = shown.progress.flagged.then_some(Study::ReviewFlagged.text(locale));
                let place = label(self.library(), shown.card.place);
                let note = self.library().notes.get(shown.card.place.note);
                let stem = note.map(|note| note.stem()).unwrap_or_default();
                self.say(&Said::CardFrom.fill(locale, &[&stem, &place, &left(turn, locale)]));
                marked.into_iter().for_each(|marked| self.say(marked));
                self.word(Said::Question);
                self.tell_blocks(shown, &shown.face.prompt);
                if recall.revealed {
                    self.tell_answer();
                }
            }
            Stage::Carry(_) | Stage::Over(_) => {
                for line in lines(&recall, &self.state.open) {
                    self.say(&line);
                }
                if recall.is_in_doubt() {
                    self.say(&format!("1. {}", Study::CarryYes.text(locale)));
                    self.say(&format!("2. {}", recall.no().text(locale)));
                }
            }
        }
    }

    fn reveal(&mut self) {
        let Some(recall) = &mut self.state.recall else { return };
        if recall.card().is_none() {
            return self.tell_turn();
        }
        if !recall.revealed {
            recall.reveal();
        }
        self.tell_answer();
    }

    /// Tells the answer, and what each grade leads to.
    fn tell_answer(&mut self) {
        let locale = self.locale();
        let Some(recall) = self.state.recall.clone() else { return };
        let Some(shown) = recall.card() else { return };
        if let Some(typed) = &recall.typed {
            let meant = shown.card.answer();
            let compared = compare(typed, &meant);
            let mark = |text: &Clean, ranges: &[std::ops::Range<usize>]| {
                let mut marked = text.to_string();
                for range in ranges.iter().rev() {
                    marked.insert(range.end, ']');
                    marked.insert(range.start, '[');
                }
                marked
            };
            if compared.same {
                self.say(Study::ReviewRight.text(locale));
            } else {
                self.say(&Said::TypedAs.fill(locale, &[&mark(typed, &compared.wrong)]));
                self.say(&Said::MeantAs.fill(locale, &[&mark(&meant, &compared.missing)]));
            }
        }
        self.say(&format!("{}:", Study::ReviewAnswer.text(locale)));
        self.tell_blocks(shown, &shown.face.answer);
        for choice in &shown.choices {
            let name = grade(choice.grade).text(locale);
            let number = u8::from(choice.grade);
            match recall.plan {
                Plan::Cram => self.say(&format!("{number}. {name}")),
                Plan::Due => {
                    let next = interval(choice.next, locale);
                    self.say(&format!("{number}. {name}, {next}"));
                }
            }
        }
    }

    fn tell_blocks(&mut self, shown: &Shown, blocks: &[Block]) {
        let mut speech = Speech::new(self.locale());
        if let Some(note) = self.library().notes.get(shown.card.place.note) {
            speech.say(&note.text, blocks);
        }
        self.said.extend(speech.lines.into_iter().map(|line| line.text));
    }

    fn hint(&mut self) {
        let locale = self.locale();
        let hidden = self.state.recall.as_mut().filter(|recall| !recall.revealed);
        let asked = hidden.and_then(|recall| {
            let answer = recall.card()?.card.answer();
            Some((recall, answer))
        });
        let Some((recall, answer)) = asked else { return self.word(Said::NotNow) };
        recall.hints += 1;
        let hint = hint(&answer, recall.hints);
        self.say(&format!("{}: {hint}", Study::ReviewHint.text(locale)));
    }

    fn recall_help(&mut self) {
        let locale = self.locale();
        self.word(Said::RecallHelp);
        for (sign, [ko, en], command) in VERBS {
            let name = if locale == Locale::En { en } else { ko };
            let does = match command {
                Command::Open => Said::DoRecallOpen.text(locale),
                Command::Redraw => Said::DoRecallAgain.text(locale),
                Command::Close => Said::DoRecallLeave.text(locale),
                Command::TypeAnswer => Said::DoRecallType.text(locale),
                Command::Help => Said::DoHelp.text(locale),
                command => command.spec().help.text(locale),
            };
            // A grade says its own name.
            match does.to_lowercase().starts_with(name) {
                true => self.say(&format!("{sign}, {does}")),
                false => self.say(&format!("{sign}, {name}: {does}")),
            }
        }
    }
}

fn takes_text(command: Command) -> bool {
    command == Command::TypeAnswer
}

/// The command of a letter or a word, also where the Korean input method is on.
fn command(typed: &str) -> Option<Command> {
    let of = |typed: &str| {
        let own = |(sign, words, _): &&(&str, [&str; 2], Command)| {
            *sign == typed || words.iter().any(|word| word.eq_ignore_ascii_case(typed))
        };
        VERBS.iter().find(own).map(|(.., command)| *command)
    };
    let mut chars = typed.chars();
    of(typed).or_else(|| match (chars.next(), chars.next()) {
        (Some(c), None) => match strokes(&Key::char(c))[..] {
            [Key { code: KeyCode::Char(letter), .. }] => of(letter.encode_utf8(&mut [0; 4])),
            _ => None,
        },
        _ => None,
    })
}
