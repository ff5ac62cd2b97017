//! How fast gongbu is, beside programs that do less: `cargo bench --bench speed`.
//!
//! Everything is measured in one run, in turns, so that what else the machine does falls on all
//! alike; the ratios are what counts. A word after `--` measures only one thing: `start`, `key`,
//! `load`, `memory`, `idle`, `outline` or `state`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]
#![allow(clippy::print_stderr, clippy::disallowed_methods)]

#[path = "speed/bare.rs"]
mod bare;
#[path = "speed/notes.rs"]
mod notes;
#[path = "speed/program.rs"]
mod program;
#[path = "speed/state.rs"]
mod state;
#[path = "speed/table.rs"]
mod table;

use std::env;
use std::ffi::OsString;
use std::fs;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use gongbu::library::{Note, Source};
use gongbu::store::content;
use notes::{Notes, SEEN};
use program::Program;
use pulldown_cmark::{Options, Parser};
use table::{Table, median, ms, percentile};

const STARTS: usize = 15;
const KEYS: usize = 200;
const LOADS: usize = 5;
const PASSES: usize = 9;
const IDLE: Duration = Duration::from_secs(10);
const MB: f64 = 1e6;

/// A copy of a program, as an installation leaves it. The file that a linker has written lies in the
/// memory of the system in pieces of a page each, and what is needed of it costs more faults; that of a
/// program that people start was written in one go, or read from the disk.
fn installed(program: &Path) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("installed");
    fs::create_dir_all(&folder).expect("room for a program");
    let copy = folder.join(program.file_name().expect("a program has a name"));
    let _ = fs::remove_file(&copy);
    fs::write(&copy, fs::read(program).expect("a program that was built")).expect("room for it");
    let mode = fs::metadata(program).expect("a program that was built").permissions();
    fs::set_permissions(&copy, mode).expect("one's own file");
    copy
}

fn main() {
    let args: Vec<String> = env::args().skip(1).filter(|arg| arg != "--bench").collect();
    if let [first, path] = args.as_slice()
        && first == "bare"
    {
        return bare::run(path).expect("a terminal and a file");
    }
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().expect("the target folder");
    let notes = notes::write(&root.join("bench-notes")).expect("room for the notes");
    #[allow(clippy::type_complexity)] // A list of names and what they measure.
    let measures: [(&str, fn(&Notes, &mut Table)); 7] = [
        ("start", start),
        ("key", key),
        ("load", load),
        ("memory", memory),
        ("idle", idle),
        ("outline", outline),
        ("state", |notes, table| {
            state::measure(notes.small.parent().expect("the folder of the notes"), table);
        }),
    ];
    let mut table = Table::default();
    for (name, measure) in measures {
        if args.is_empty() || args.iter().any(|arg| arg == name) {
            eprintln!("measuring: {name}");
            measure(&notes, &mut table);
        }
    }
    table.print();
}

/// A program to start, and the text that its first screen has.
struct Case {
    name: &'static str,
    program: PathBuf,
    args: Vec<OsString>,
    seen: String,
}

impl Case {
    fn gongbu(name: &'static str, path: Option<&Path>) -> Case {
        let args = path.map(OsString::from).into_iter().collect();
        static PROGRAM: LazyLock<PathBuf> =
            LazyLock::new(|| installed(Path::new(env!("CARGO_BIN_EXE_gongbu"))));
        Case { name, program: PROGRAM.clone(), args, seen: SEEN.to_owned() }
    }

    fn course() -> Case {
        let course = content::course();
        let text = course.first().map_or("", |(_, text)| text);
        let heading = text.lines().find_map(|line| line.strip_prefix("# ")).expect("a heading");
        Case { seen: heading.to_owned(), ..Case::gongbu("course", None) }
    }

    fn bare(name: &'static str, path: &Path) -> Case {
        static PROGRAM: LazyLock<PathBuf> =
            LazyLock::new(|| installed(&env::current_exe().expect("this program")));
        let args = vec!["bare".into(), path.into()];
        Case { name, program: PROGRAM.clone(), args, seen: SEEN.to_owned() }
    }

    fn less(name: &'static str, path: &Path) -> Option<Case> {
        let paths = env::var_os("PATH")?;
        let program =
            env::split_paths(&paths).map(|path| path.join("less")).find(|p| p.exists())?;
        Some(Case { name, program, args: vec![path.into()], seen: SEEN.to_owned() })
    }

    fn start(&self) -> (Program, Duration) {
        let mut program = Program::start(&self.program, &self.args);
        let time = program.wait_for(&self.seen);
        (program, time)
    }

    /// Starts it and waits until all notes and all terms are there.
    fn loaded(&self) -> Program {
        let (mut program, _) = self.start();
        program.finish_frame();
        if self.program.ends_with("gongbu") && !program.shows(loaded) {
            program.wait("everything", loaded);
        }
        // What is looked for in the background (where a term is used) may take a while, too.
        while program.listen(Duration::from_millis(1500)) > 0 {}
        program
    }
}

/// Whether a screen of gongbu has all notes and their terms.
fn loaded(screen: &str) -> bool {
    !screen.contains("Loading…") && !screen.contains("No terms")
}

/// From the start to the first screen.
fn start(notes: &Notes, table: &mut Table) {
    let mut cases = vec![
        Case::bare("bare", &notes.small),
        Case::gongbu("small", Some(&notes.small)),
        Case::course(),
        Case::gongbu("long", Some(&notes.long)),
        Case::gongbu("folder", Some(&notes.folder)),
    ];
    cases.extend(Case::less("less", &notes.small));
    cases.extend(Case::less("less, long", &notes.long));
    let mut times = vec![Vec::new(); cases.len()];
    for round in 0..=STARTS {
        for (case, times) in cases.iter().zip(&mut times) {
            let (_, time) = case.start();
            if round > 0 {
                times.push(ms(time));
            }
        }
    }
    let of = |name: &str| {
        let at = cases.iter().position(|case| case.name == name)?;
        Some(median(&times[at]))
    };
    let Some([bare, small]) = of("bare").zip(of("small")).map(|(a, b)| [a, b]) else { return };
    let bare = ("bare", bare);
    table.ratio("first screen, small note", small, bare, "ms", Some(1.5));
    for (name, anchor, bar) in [
        ("course", bare, 1.5),
        ("long", ("small note", small), 2.0),
        ("folder", ("small note", small), 2.0),
    ] {
        let what = format!("first screen, {name}");
        table.ratio(&what, of(name).unwrap_or(f64::NAN), anchor, "ms", Some(bar));
    }
    for (what, ours, less) in [
        ("first screen, small note", "small", "less"),
        ("first screen, long", "long", "less, long"),
    ] {
        if let (Some(ours), Some(less)) = (of(ours), of(less)) {
            table.ratio(what, ours, ("less", less), "ms", None);
        }
    }
}

/// From a key to the end of the frame that shows what it did.
fn key(notes: &Notes, table: &mut Table) {
    // As many down as up: so that the end is never reached, where nothing happens.
    let scroll = |i: usize| if i % 80 < 40 { "j" } else { "k" };
    let mut cases = vec![
        Case::bare("bare", &notes.small),
        Case::gongbu("small note", Some(&notes.small)),
        Case::gongbu("long", Some(&notes.long)),
        Case::gongbu("folder", Some(&notes.folder)),
    ];
    cases.extend(Case::less("less", &notes.small));
    let mut programs: Vec<Program> = cases.iter().map(Case::loaded).collect();
    let mut times = vec![Vec::new(); cases.len()];
    let mut drawn = vec![(0, 0); cases.len()];
    for i in 0..KEYS {
        for ((program, times), drawn) in programs.iter_mut().zip(&mut times).zip(&mut drawn) {
            if let Some(echo) = program.press(scroll(i)) {
                times.push(ms(echo.time));
                *drawn = (drawn.0 + echo.bytes, drawn.1 + echo.cells);
            }
        }
    }
    for (i, case) in cases.iter().enumerate() {
        let ours = case.program.ends_with("gongbu");
        let name = if ours { case.name.to_owned() } else { format!("({})", case.name) };
        let bar = |bar: f64| ours.then_some(bar);
        table.plain(&format!("`j`, {name}, median"), median(&times[i]), "ms", bar(1.0));
        table.plain(&format!("`j`, {name}, p95"), percentile(&times[i], 95), "ms", bar(5.0));
        let bytes = drawn[i].0 as f64 / drawn[i].1.max(1) as f64;
        table.plain(&format!("bytes a changed cell, {name}"), bytes, "B", bar(40.0));
    }
    for (at, name) in [(2, "long"), (3, "folder")] {
        let program = &mut programs[at];
        for (what, keys) in [
            ("`]` and `[`", &["]", "[", "]", "]", "[", "["][..]),
            ("`G` and `g`", &["G", "g"]),
            ("a digit in the jump box", &["2", ".", "4", "\u{7f}", "\u{7f}", "\u{1b}\u{1b}"]),
            (
                "a letter in the filter",
                &["w", "n", "o", "d", "\u{7f}", "\u{7f}", "\u{7f}", "\u{1b}"],
            ),
        ] {
            let mut times = Vec::new();
            for key in keys.iter().cycle().take(8 * keys.len()) {
                let echo = program.press(key);
                times.extend(echo.map(|echo| ms(echo.time)));
            }
            program.press("\u{1b}");
            table.plain(&format!("{what}, {name}, median"), median(&times), "ms", None);
            table.plain(&format!("{what}, {name}, p95"), percentile(&times, 95), "ms", Some(16.0));
        }
    }
}

/// From the start until nothing is loading any more.
fn load(notes: &Notes, table: &mut Table) {
    let case = Case::gongbu("folder", Some(&notes.folder));
    let (mut ours, mut terms, mut anchor) = (Vec::new(), Vec::new(), Vec::new());
    for round in 0..=LOADS {
        let (mut program, _) = case.start();
        // What was waited for stands above the footer, which may not have come yet.
        program.finish_frame();
        assert!(
            program.shows(|screen| screen.contains("Loading…")),
            "loaded before it was looked at"
        );
        let text = program.wait("the notes", |screen| !screen.contains("Loading…"));
        let all = if round < 2 { Some(program.wait("the terms", loaded)) } else { None };
        drop(program);
        let begun = Instant::now();
        black_box(read_and_parse(&notes.folder));
        if round > 0 {
            ours.push(ms(text));
            anchor.push(ms(begun.elapsed()));
        }
        terms.extend(all.map(ms));
    }
    let anchor = ("read and parse", median(&anchor));
    table.ratio("folder loaded", median(&ours), anchor, "ms", Some(3.0));
    table.ratio("folder loaded, and its terms", median(&terms), anchor, "ms", None);
}

/// What loading cannot do without: every file read and parsed, on all cores.
fn read_and_parse(root: &Path) -> usize {
    let mut files = Vec::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder").flatten() {
            match entry.file_type() {
                Ok(kind) if kind.is_dir() => folders.push(entry.path()),
                _ => files.push(entry.path()),
            }
        }
    }
    let next = AtomicUsize::new(0);
    let work = || {
        let mut events = 0;
        while let Some(file) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
            events += pass(&fs::read_to_string(file).expect("a note"));
        }
        events
    };
    thread::scope(|scope| {
        let threads = thread::available_parallelism().map_or(1, usize::from);
        let threads: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        threads.into_iter().map(|thread| thread.join().expect("no panic")).sum()
    })
}

/// The most memory there was, all loaded.
fn memory(notes: &Notes, table: &mut Table) {
    for (name, path) in
        [("small note", &notes.small), ("long", &notes.long), ("folder", &notes.folder)]
    {
        let program = Case::gongbu(name, Some(path)).loaded();
        let Some(peak) = program.peak() else { continue };
        let size = size(path);
        let bar = 2.0 * size + 15.0 * MB;
        let what = format!("peak memory, {name} ({:.2} MB)", size / MB);
        table.plain(&what, peak / MB, "MB", Some(bar / MB));
    }
    if let Some(peak) = Case::bare("bare", &notes.small).start().0.peak() {
        table.plain("peak memory, (bare)", peak / MB, "MB", None);
    }
}

fn size(path: &Path) -> f64 {
    match fs::read_dir(path) {
        Ok(entries) => entries.flatten().map(|entry| size(&entry.path())).sum(),
        Err(_) => fs::metadata(path).map_or(0.0, |metadata| metadata.len() as f64),
    }
}

/// What is done while nothing is to be done.
fn idle(notes: &Notes, table: &mut Table) {
    for (name, path) in [("small note", &notes.small), ("folder", &notes.folder)] {
        let mut program = Case::gongbu(name, Some(path)).loaded();
        let Some(before) = program.switches() else { continue };
        let bytes = program.listen(IDLE);
        let switches = program.switches().unwrap_or(f64::NAN) - before;
        table.plain(&format!("idle 10 s, {name}: bytes"), bytes as f64, "B", Some(0.0));
        table.plain(&format!("idle 10 s, {name}: context switches"), switches, "", Some(0.0));
    }
}

/// The outline of a long note.
fn outline(notes: &Notes, table: &mut Table) {
    let text = fs::read_to_string(&notes.long).expect("the long note");
    let (mut ours, mut anchor) = (Vec::new(), Vec::new());
    for _ in 0..PASSES {
        let source = Source { text: text.clone(), ..Source::default() };
        let begun = Instant::now();
        black_box(Note::build(source));
        ours.push(ms(begun.elapsed()));
        let begun = Instant::now();
        black_box(pass(&text));
        anchor.push(ms(begun.elapsed()));
    }
    let anchor = ("one parse", median(&anchor));
    table.ratio("outline, long", median(&ours), anchor, "ms", Some(2.0));
}

/// One pass of the Markdown parser with the dialect that gongbu reads.
fn pass(text: &str) -> usize {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_GFM
        | Options::ENABLE_WIKILINKS;
    Parser::new_ext(text, options).into_offset_iter().count()
}
