//! How far notes are read, in the app: what is marked by hand and by the time that passes, what the screen
//! shows of it, and what the disk knows.

mod disk;
mod hand;
mod shown;
mod terminal;
mod times;

use expect_test::Expect;
use gongbu::store::state::State;
use gongbu::words::Locale;

use crate::desk::{Clock, desk};
use crate::files::Folder;
use crate::screen::App;

pub const HARBOUR: &str = "\
# 1. 배

## 1.1 돛
돛은 바람을 받는다.

## 1.2 노
노는 젓는다.

# 2. 항구
등대가 길을 알린다.

# 3. 빈 장
";

const TOWN: &str = "# 마을\n\n우물이 하나 있다.\n\n## 길\n\n돌로 덮였다.\n";

/// A reader at a screen, whose state lies on a disk.
pub struct Reader {
    pub folder: Folder,
    pub clock: Clock,
    pub notes: Vec<(String, String)>,
    pub app: App,
}

impl Reader {
    pub fn new(notes: &[(&str, &str)], width: u16, height: u16) -> Reader {
        let notes: Vec<_> =
            notes.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect();
        let (folder, clock) = (Folder::new(), Clock::new());
        let app = Reader::open(&folder, &clock, &notes, (width, height));
        Reader { folder, clock, notes, app }
    }

    fn open(
        folder: &Folder,
        clock: &Clock,
        notes: &[(String, String)],
        (width, height): (u16, u16),
    ) -> App {
        let mut app = App::empty(width, height);
        app.desk = Some(desk(folder, clock, Locale::Ko));
        app.load(&crate::screen::library(notes));
        app
    }

    /// Presses keys by their names; `+30` lets so many seconds pass first.
    pub fn keys(&mut self, keys: &str) -> &mut Reader {
        for key in keys.split_whitespace() {
            match key.strip_prefix('+').and_then(|seconds| seconds.parse::<u64>().ok()) {
                Some(seconds) => {
                    self.app.state.progress.times.now += seconds * 1000;
                    self.clock.pass(i64::try_from(seconds).unwrap());
                }
                None => _ = self.app.keys(key),
            }
        }
        self
    }

    /// Ends the program; what was still to be kept is.
    pub fn quit(&mut self) -> &mut Reader {
        self.app.end();
        self
    }

    /// Another program on the same disk, with the notes as they are there.
    pub fn again(&mut self) -> &mut Reader {
        let size = self.app.state.size;
        self.app = Reader::open(&self.folder, &self.clock, &self.notes, (size.width, size.height));
        self
    }

    /// What the disk knows of the sections of the first note.
    pub fn disk(&self) -> String {
        let path = self.folder.path("state/gongbu/state.db");
        let Some(state) = State::existing(&path).unwrap() else { return "nothing\n".to_owned() };
        let row = |kept: &gongbu::review::card::Section| {
            let read = match (kept.text, kept.is_unsaid()) {
                (Some(_), _) => "read",
                (None, false) => "not read",
                (None, true) => "unsaid",
            };
            format!("{} §{} {read}, {} s\n", kept.note, kept.section, kept.seconds)
        };
        state.all_sections().unwrap().iter().map(row).collect()
    }

    /// The contents alone, and the line at the bottom.
    pub fn contents(&self) -> String {
        let screen = self.app.screen();
        let rows: Vec<&str> = screen.lines().collect();
        let mut shown = String::new();
        for row in rows.iter().skip(1).take(rows.len().saturating_sub(3)) {
            let pane = row.split(['│', '|', '▌']).nth(1).unwrap_or("").trim_end();
            if !pane.is_empty() {
                shown += &format!("{pane}\n");
            }
        }
        shown + rows.last().unwrap_or(&"") + "\n"
    }

    #[track_caller]
    pub fn check(&mut self, expect: Expect) -> &mut Reader {
        expect.assert_eq(&self.contents());
        self
    }
}
