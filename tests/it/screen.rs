//! The app without a terminal: notes and keys in, the screen out as text.

use std::collections::VecDeque;
use std::sync::Arc;

use gongbu::app::finder::Catalog;
use gongbu::app::job::{answers, job};
use gongbu::app::key::Key;
use gongbu::app::msg::{Button, Mouse};
use gongbu::app::pictures::Pictures;
use gongbu::app::state::Size;
use gongbu::app::{Effect, Msg, State, end, update};
use gongbu::library::{Lexicon, Library, Note, Source};
use gongbu::store::desk::Desk;
use gongbu::store::pictures::Shelf;
use gongbu::style::theme;
use gongbu::text::sanitize::Clean;
use gongbu::tui::graphics::Encoded;
use gongbu::tui::graphics::ask::How;
use gongbu::tui::pictures::{Task, work};
use gongbu::tui::theme::{Depth, Theme};
use gongbu::tui::view::view;
use gongbu::words::Locale;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// A note of `tests/data`.
pub fn data(name: &str) -> (String, String) {
    let path = format!("{}/tests/data/{name}", env!("CARGO_MANIFEST_DIR"));
    (name.to_owned(), std::fs::read_to_string(path).unwrap())
}

/// Notes, by their paths and texts.
pub fn library(notes: &[(String, String)]) -> Library {
    let build = |(path, text): &(String, String)| {
        let path = Clean::visible(path);
        Arc::new(Note::build(Source { path, text: text.clone(), ..Source::default() }))
    };
    Library { notes: notes.iter().map(build).collect() }
}

/// The screen of an app in a built-in theme.
pub fn themed(app: &App, name: &str, depth: Depth) -> Buffer {
    let theme = theme::Theme::built_in().into_iter().find(|theme| theme.name == name).unwrap();
    let area = Rect::new(0, 0, app.state.size.width, app.state.size.height);
    let mut buffer = Buffer::empty(area);
    view(&app.state, &Theme { theme: Arc::new(theme), depth }, area, &mut buffer);
    buffer
}

/// The app on some notes.
pub struct App {
    pub state: State,
    /// What the last keys asked for.
    pub effects: Vec<Effect>,
    /// Where pictures are.
    pub shelf: Shelf,
    /// How the terminal is reached.
    pub how: How,
    /// Who sees to the state; tests that ask nothing have none.
    pub desk: Option<Desk>,
    /// What the terminal's graphics would need for the pictures that were read.
    pub encoded: Vec<Encoded>,
}

impl App {
    pub fn new(notes: &[(String, String)], width: u16, height: u16) -> App {
        let mut app = App::empty(width, height);
        app.load(&library(notes));
        app
    }

    /// The app before any note is there.
    pub fn empty(width: u16, height: u16) -> App {
        let state = State::new(Locale::Ko, false);
        let (effects, encoded) = (Vec::new(), Vec::new());
        let (shelf, how, desk) = (Shelf::default(), How::Directly, None);
        let mut app = App { state, effects, shelf, how, desk, encoded };
        app.send(Msg::Resize(Size { width, height }));
        app
    }

    /// Takes all notes, and what a worker makes of them.
    pub fn load(&mut self, library: &Library) {
        self.send(Msg::Loaded { library: library.clone(), complete: true });
        self.send(Msg::Catalog(Arc::new(Catalog::default().grown(library))));
        self.send(Msg::Explicit(Lexicon::explicit(library)));
    }

    pub fn send(&mut self, msg: Msg) {
        self.effects = update(&mut self.state, msg);
        self.perform();
    }

    /// The end has come, however.
    pub fn end(&mut self) {
        self.effects = end(&mut self.state);
        self.perform();
    }

    fn perform(&mut self) {
        // Slow work is done at once here; in the app a worker does it.
        let mut left = VecDeque::from(self.effects.clone());
        while let Some(effect) = left.pop_front() {
            if let Effect::Pictures(wanted) = &effect {
                let answers = std::cell::RefCell::new(Vec::new());
                let Pictures { medium, cell, .. } = self.state.open.pictures;
                let task = Task { shelf: self.shelf.clone(), medium, cell, how: self.how };
                work(&task, wanted, &|report| answers.borrow_mut().push(report), &|| false);
                for (found, encoded) in answers.into_inner() {
                    self.encoded.extend(encoded);
                    left.extend(update(&mut self.state, Msg::Pictures(found)));
                }
            }
            if let (Effect::Ask(ask), Some(desk)) = (&effect, &mut self.desk) {
                let told = desk.answer(ask, &self.state.open.collection);
                left.extend(update(&mut self.state, Msg::Told(told)));
            }
            let Some((_, job)) = job(&effect, &self.state) else { continue };
            for msg in answers(job) {
                left.extend(update(&mut self.state, msg));
            }
        }
    }

    pub fn resize(&mut self, width: u16, height: u16) {
        self.send(Msg::Resize(Size { width, height }));
    }

    /// Clicks on a cell.
    pub fn click(&mut self, x: u16, y: u16) -> &mut App {
        self.send(Msg::Mouse(Mouse { x, y, button: Button::Left }));
        self
    }

    /// Takes what is on a cell to another one.
    pub fn drag(&mut self, (x, y): (u16, u16), to: (u16, u16)) -> &mut App {
        self.click(x, y);
        self.send(Msg::Mouse(Mouse { x: to.0, y: to.1, button: Button::Drag }));
        self.send(Msg::Mouse(Mouse { x: to.0, y: to.1, button: Button::Up }));
        self
    }

    /// Turns the wheel over a cell, near or away.
    pub fn wheel(&mut self, x: u16, y: u16, near: bool) -> &mut App {
        let button = if near { Button::WheelDown } else { Button::WheelUp };
        self.send(Msg::Mouse(Mouse { x, y, button }));
        self
    }

    /// Presses keys by their names, separated by spaces.
    pub fn keys(&mut self, keys: &str) -> &mut App {
        for name in keys.split_whitespace() {
            let key: Key = name.parse().unwrap_or_else(|_| panic!("no such key: {name}"));
            self.send(Msg::Key(key));
        }
        self
    }

    /// The screen, and where the text cursor is.
    pub fn draw(&self) -> (Buffer, Option<Position>) {
        let area = Rect::new(0, 0, self.state.size.width, self.state.size.height);
        let mut buffer = Buffer::empty(area);
        let cursor = view(&self.state, &Theme::default(), area, &mut buffer);
        (buffer, cursor)
    }

    /// The screen as text: rows without what follows their last character; a bar where the text
    /// cursor is.
    pub fn screen(&self) -> String {
        let (buffer, cursor) = self.draw();
        let mut out = String::new();
        for y in 0..buffer.area.height {
            let mut row = String::new();
            let mut skip = 0;
            for x in 0..buffer.area.width {
                if cursor == Some(Position::new(x, y)) {
                    row.push('▏');
                }
                if skip > 0 {
                    skip -= 1;
                    continue;
                }
                let symbol = buffer.cell((x, y)).unwrap().symbol();
                skip = gongbu::text::width::width(symbol).saturating_sub(1);
                row.push_str(symbol);
            }
            out.push_str(row.trim_end());
            out.push('\n');
        }
        out
    }
}
