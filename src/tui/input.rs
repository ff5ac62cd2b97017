//! What the terminal sends, byte by byte, as keys, mouse, pastes and answers.
//!
//! One parser reads it all, so that an answer of the terminal is never taken for keys, nor keys for a
//! part of one: be it late, in pieces, or garbage. What is begun and does not go on is given up after a
//! while ([`Parser::patience`]); the parser itself knows no clock.

mod control;
#[cfg(not(unix))]
pub(super) mod elsewhere;

use std::time::Duration;

use control::{Control, Mode};

use super::ground;

use crate::app::key::{Key, KeyCode};
use crate::app::msg::Mouse;
use crate::style::theme::Background;

/// Something that came in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// A key.
    Key(Key),
    /// The mouse did something that the app heeds.
    Mouse(Mouse),
    /// Text was pasted.
    Paste(String),
    /// The terminal answers.
    Answer(Answer),
}

/// An answer of the terminal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// It knows the graphics of kitty, or says that it does not take them.
    Kitty(bool),
    /// What program it is, and of which version.
    Name(String),
    /// What ground it draws on, where it says so in a way that we know.
    Ground(Option<Background>),
    /// What a cell measures in pixels: its height, its width.
    Cell(u32, u32),
    /// The end of all answers, as every terminal gives this one; and whether it knows sixels.
    Attributes { sixel: bool },
}

/// A sequence of keys that begins with Escape comes in one piece, or nearly so.
const KEY: Duration = Duration::from_millis(40);
/// The rest of an answer or of a paste may have a long way.
const STRING: Duration = Duration::from_millis(500);
/// An answer is no longer than this, in bytes.
const MOST_ANSWER: usize = 4096;
/// Nor is a paste.
const MOST_PASTE: usize = 16 << 20;
/// What a paste ends with.
const PASTE_END: &[u8] = b"\x1b[201~";

/// What the answers begin with that we ask for, after Escape.
const ANSWERS: [&[u8]; 6] = [b"_G", b"P>|", b"P!|", b"]11;", b"[?", b"[6;"];

/// Reads what the terminal sends.
#[derive(Clone, Debug, Default)]
pub struct Parser {
    /// What has begun and not ended.
    held: Vec<u8>,
    /// The text of a paste so far.
    paste: Option<Vec<u8>>,
    /// The terminal was asked something, and has not answered all of it.
    asked: bool,
    /// An Escape was given up on while an answer was awaited: the rest of it may still come.
    torn: bool,
}

/// What a piece of input turned out to be.
enum Step {
    /// So many bytes are this.
    Is(usize, Option<Event>),
    /// There has to come more.
    More,
}

impl Parser {
    /// Whether an answer of the terminal may come.
    pub fn set_asked(&mut self, asked: bool) {
        self.asked = asked;
        self.torn &= asked;
    }

    /// How long the rest of what has begun may take; none where nothing has.
    pub fn patience(&self) -> Option<Duration> {
        match (&self.paste, self.held.as_slice()) {
            (None, []) => None,
            (Some(_), _) => Some(STRING),
            (None, held) if is_string(held) && held.len() > 2 => Some(STRING),
            _ => Some(KEY),
        }
    }

    /// Takes what has come in, and gives what it is.
    pub fn feed(&mut self, bytes: &[u8]) -> Vec<Event> {
        let answers = || ANSWERS.iter().any(|known| bytes.starts_with(known));
        if std::mem::take(&mut self.torn) && answers() {
            self.held.push(0x1b);
        }
        // Escape was pressed, and what has come after it goes on no sequence.
        let goes_on = || bytes.first().is_some_and(|first| b"[O_P]^X".contains(first));
        let mut events = Vec::new();
        if self.paste.is_none() && self.held == [0x1b] && !bytes.is_empty() && !goes_on() {
            events = self.read(true);
        }
        self.held.extend_from_slice(bytes);
        events.extend(self.read(false));
        // Escape alone is a key, and what is typed after it another; only where an answer may be on its
        // way it is waited for.
        if !self.asked && self.paste.is_none() && self.held == [0x1b] {
            events.extend(self.read(true));
        }
        events
    }

    /// Nothing more has come for as long as the patience is: what is held is all there was.
    pub fn give_up(&mut self) -> Vec<Event> {
        if let Some(text) = self.paste.take() {
            let rest = std::mem::take(&mut self.held);
            return vec![paste([text, rest].concat())];
        }
        let held = self.held.as_slice();
        self.torn = self.asked && held == [0x1b];
        // The rest of an answer that is torn is dropped, for nobody typed it.
        if (is_string(held) && held.len() > 2) || is_begun_report(held) {
            self.held.clear();
        }
        self.read(true)
    }

    fn read(&mut self, is_all: bool) -> Vec<Event> {
        let mut events = Vec::new();
        let held = std::mem::take(&mut self.held);
        let mut rest = held.as_slice();
        let mut escaped = false;
        while !rest.is_empty() {
            if let Some(text) = &mut self.paste {
                // The end may be torn: what could be a part of it waits.
                match memchr::memmem::find(rest, PASTE_END) {
                    Some(end) => {
                        text.extend_from_slice(rest.get(..end).unwrap_or(rest));
                        rest = rest.get(end + PASTE_END.len()..).unwrap_or(&[]);
                        events.push(paste(std::mem::take(text)));
                        self.paste = None;
                        continue;
                    }
                    None => {
                        let kept = (1..PASTE_END.len())
                            .rev()
                            .find(|len| rest.ends_with(PASTE_END.get(..*len).unwrap_or(&[])));
                        let (now, later) = rest.split_at(rest.len() - kept.unwrap_or(0));
                        if text.len() < MOST_PASTE {
                            text.extend_from_slice(now);
                        }
                        self.held = later.to_vec();
                        return events;
                    }
                }
            }
            match step(rest, is_all, escaped) {
                Step::More => {
                    self.held = rest.to_vec();
                    return events;
                }
                Step::Is(length, event) => {
                    let (this, after) = rest.split_at(length.clamp(1, rest.len()));
                    if this == b"\x1b[200~" {
                        self.paste = Some(Vec::new());
                    }
                    escaped = event == Some(Event::Key(Key::new(KeyCode::Esc)));
                    events.extend(event);
                    rest = after;
                }
            }
        }
        events
    }
}

fn paste(bytes: Vec<u8>) -> Event {
    Event::Paste(String::from_utf8_lossy(&bytes).into_owned())
}

/// Whether an answer begins so that ends with ST: DCS, OSC, APC, PM, SOS.
fn is_string(bytes: &[u8]) -> bool {
    matches!(bytes, [0x1b, b'P' | b']' | b'_' | b'^' | b'X', ..])
}

/// Whether a sequence begins so whose rest would be taken for other keys.
fn is_begun_report(bytes: &[u8]) -> bool {
    matches!(bytes, [0x1b, b'[', b'?' | b'<' | b'0'..=b'9', ..])
}

/// What the bytes begin with. With `is_all` nothing comes after them; `escaped` says that Escape came
/// before: of several the last one is no Alt either.
fn step(bytes: &[u8], is_all: bool, escaped: bool) -> Step {
    let more = |event| if is_all { Step::Is(bytes.len(), event) } else { Step::More };
    match bytes {
        [] => Step::More,
        [0x1b] => more(Some(Event::Key(Key::new(KeyCode::Esc)))),
        [0x1b, 0x1b, ..] => Step::Is(1, Some(Event::Key(Key::new(KeyCode::Esc)))),
        [0x1b, b'[' | b'O'] => more(alt(bytes)),
        [0x1b, b'[', rest @ ..] => match control::read(rest) {
            Control::Mode(Mode::Incomplete) => more(None),
            Control::Mode(Mode::Nothing(length)) => Step::Is(2 + length, None),
            Control::Event(length, event) => Step::Is(2 + length, Some(event)),
        },
        [0x1b, b'O', last, ..] => Step::Is(3, control::shifted(*last).map(Event::Key)),
        [0x1b, _] if is_string(bytes) => more(alt(bytes)),
        [0x1b, ..] if is_string(bytes) => string(bytes).map_or_else(
            || if bytes.len() > MOST_ANSWER { Step::Is(bytes.len(), None) } else { more(None) },
            |(length, answer)| Step::Is(length, answer.map(Event::Answer)),
        ),
        [0x1b, ..] if escaped => Step::Is(1, Some(Event::Key(Key::new(KeyCode::Esc)))),
        [0x1b, rest @ ..] => match key(rest, is_all) {
            Step::Is(length, Some(Event::Key(key))) => {
                Step::Is(1 + length, Some(Event::Key(Key { alt: true, ..key })))
            }
            Step::Is(length, _) => Step::Is(1 + length, None),
            Step::More => Step::More,
        },
        _ => key(bytes, is_all),
    }
}

/// The key after an Escape, with Alt.
fn alt(bytes: &[u8]) -> Option<Event> {
    match key(bytes.get(1..).unwrap_or(&[]), true) {
        Step::Is(_, Some(Event::Key(key))) => Some(Event::Key(Key { alt: true, ..key })),
        _ => None,
    }
}

/// An answer with what ends it, how long it is, and what it says.
fn string(bytes: &[u8]) -> Option<(usize, Option<Answer>)> {
    let body = bytes.get(2..)?;
    let end = memchr::memchr2(0x1b, 0x07, body)?;
    let length = match body.get(end..)? {
        [0x07, ..] => 1,
        [0x1b, b'\\', ..] => 2,
        [0x1b] => return None,
        // Something else begins: this one was torn off.
        _ => return Some((2 + end, None)),
    };
    let text = String::from_utf8_lossy(body.get(..end)?).into_owned();
    let answer = match bytes.get(1)? {
        b'_' => text.strip_prefix('G').and_then(|text| {
            let (about, says) = text.split_once(';')?;
            let ours = about.split(',').any(|part| part == super::graphics::ask::KITTY_ID);
            ours.then(|| Answer::Kitty(says == "OK"))
        }),
        b'P' => text.strip_prefix(">|").map(|name| Answer::Name(name.to_owned())),
        b']' => {
            text.strip_prefix(ground::ANSWER).map(|text| Answer::Ground(ground::background(text)))
        }
        _ => None,
    };
    Some((2 + end + length, answer))
}

/// A key that is one character, or a byte below the characters.
fn key(bytes: &[u8], is_all: bool) -> Step {
    let Some(first) = bytes.first().copied() else { return Step::More };
    let is = |code, ctrl| Step::Is(1, Some(Event::Key(Key { ctrl, ..Key::new(code) })));
    match first {
        b'\r' => is(KeyCode::Enter, false),
        b'\t' => is(KeyCode::Tab, false),
        0x7f => is(KeyCode::Backspace, false),
        0 => is(KeyCode::Char(' '), true),
        0x01..=0x1a => is(KeyCode::Char(char::from(first - 1 + b'a')), true),
        0x1c..=0x1f => is(KeyCode::Char(char::from(first - 0x1c + b'4')), true),
        0x80.. => wide(bytes, is_all),
        _ => Step::Is(1, Some(Event::Key(character(char::from(first))))),
    }
}

/// A character of several bytes; what is none is passed over.
fn wide(bytes: &[u8], is_all: bool) -> Step {
    let most = bytes.get(..bytes.len().min(4)).unwrap_or(bytes);
    let valid = match std::str::from_utf8(most) {
        Ok(text) => text,
        Err(error) if error.valid_up_to() > 0 => {
            std::str::from_utf8(most.get(..error.valid_up_to()).unwrap_or(&[])).unwrap_or("")
        }
        Err(error) if error.error_len().is_none() && !is_all => return Step::More,
        Err(_) => return Step::Is(1, None),
    };
    match valid.chars().next() {
        Some(c) => Step::Is(c.len_utf8(), Some(Event::Key(character(c)))),
        None => Step::Is(1, None),
    }
}

/// A character as a key. A capital comes with Shift.
fn character(c: char) -> Key {
    Key { shift: c.is_uppercase(), ..Key::char(c) }
}
