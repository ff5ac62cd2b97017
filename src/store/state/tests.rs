//! The state, tried from inside: other versions, full disks, broken files.

use std::sync::atomic::{AtomicUsize, Ordering};

use super::schema::{VERSIONS, backup};
use super::*;
use crate::review::card::Key;
use crate::words::Locale;

/// A folder of its own, gone with the test.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Folder {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let name = format!(
            "gongbu-state-{}-{}",
            std::process::id(),
            COUNT.fetch_add(1, Ordering::Relaxed)
        );
        let path = std::env::temp_dir().join(name);
        fs::create_dir_all(&path).unwrap();
        Folder(path)
    }

    fn file(&self) -> PathBuf {
        self.0.join("gongbu").join("state.db")
    }

    /// What lies in it.
    fn files(&self) -> String {
        let entries = fs::read_dir(self.0.join("gongbu")).unwrap();
        let mut names: Vec<String> =
            entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names.join(" ")
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).unwrap();
    }
}

fn key(n: u32) -> Key {
    let (note, kind) = ("나루.md".to_owned(), "term".to_owned());
    let side = "forward".to_owned();
    Key { note, kind, side, prompt: format!("배 {n}"), nth: 0 }
}

fn filled(path: &Path) -> Vec<Id> {
    let mut state = State::open(path).unwrap();
    state.insert(&[(key(1), "노를 젓는다".to_owned()), (key(2), String::new())], 5).unwrap()
}

/// What opening `bytes` says, which stay as they are.
fn refused(bytes: &[u8]) -> Fault {
    let folder = Folder::new();
    fs::create_dir_all(folder.file().parent().unwrap()).unwrap();
    fs::write(folder.file(), bytes).unwrap();
    let fault = State::open(&folder.file()).unwrap_err();
    assert_eq!(fs::read(folder.file()).unwrap(), bytes);
    assert_eq!(folder.files(), "state.db");
    // One can go on without.
    let mut state = State::unsaved(&folder.file()).unwrap();
    assert!(!state.saves() && state.known(None).unwrap().is_empty());
    state.insert(&[(key(1), String::new())], 1).unwrap();
    drop(state);
    assert_eq!(fs::read(folder.file()).unwrap(), bytes);
    assert_eq!(folder.files(), "state.db");
    fault
}

#[test]
fn an_older_state_is_brought_up_and_kept_aside() {
    let folder = Folder::new();
    let ids = filled(&folder.file());
    let next = "ALTER TABLE cards ADD COLUMN colour TEXT NOT NULL DEFAULT 'red'";
    let versions = [VERSIONS, &[next]].concat();
    let state = State::of_versions(&folder.file(), &versions).unwrap();
    let known: Vec<Id> = state.known(None).unwrap().iter().map(|known| known.card.id).collect();
    assert_eq!(known, ids);
    let colours = "SELECT count(*) FROM cards WHERE colour = 'red'";
    assert_eq!(state.db.query_row(colours, [], |row| row.get::<_, i64>(0)), Ok(2));
    drop(state);
    assert_eq!(folder.files(), "state.db state.db.bak-v1");
    // What the program was before sees that it must not touch it, and where it can go back to.
    let bytes = fs::read(folder.file()).unwrap();
    assert_eq!(State::open(&folder.file()).unwrap_err(), Fault::Newer);
    assert_eq!(fs::read(folder.file()).unwrap(), bytes);
    fs::rename(backup(&folder.file(), 1), folder.file()).unwrap();
    assert_eq!(State::open(&folder.file()).unwrap().known(None).unwrap().len(), 2);
}

#[test]
fn a_step_that_fails_changes_nothing() {
    let folder = Folder::new();
    filled(&folder.file());
    let versions = [VERSIONS, &["DELETE FROM cards; CREATE TABLE cards (x)"]].concat();
    State::of_versions(&folder.file(), &versions).unwrap_err();
    assert_eq!(State::open(&folder.file()).unwrap().known(None).unwrap().len(), 2);
}

#[test]
fn several_steps_and_two_programs() {
    let folder = Folder::new();
    let versions = ["CREATE TABLE machine (id BLOB)", "CREATE TABLE b (x)", "CREATE TABLE c (x)"];
    let open = |versions| {
        fs::create_dir_all(folder.file().parent().unwrap()).unwrap();
        let mut db = Connection::open(folder.file()).unwrap();
        schema::migrate(&mut db, &folder.file(), versions)
    };
    open(&versions[..1]).unwrap();
    std::thread::scope(|scope| {
        let both = [scope.spawn(|| open(&versions)), scope.spawn(|| open(&versions))];
        for thread in both {
            assert!(matches!(thread.join().unwrap(), Ok(()) | Err(Fault::Busy)));
        }
    });
    open(&versions).unwrap();
    assert_eq!(folder.files(), "state.db state.db.bak-v1 state.db.bak-v2");
}

#[test]
fn what_is_no_state() {
    assert_eq!(refused(b"# a note\n"), Fault::Corrupt);
    assert_eq!(refused(&[b'x'; 5000]), Fault::Corrupt);
    let folder = Folder::new();
    let other = folder.0.join("other.db");
    Connection::open(&other).unwrap().execute_batch("CREATE TABLE a (x)").unwrap();
    let fault = State::open(&other).unwrap_err();
    assert_eq!(fault, Fault::Foreign);
    Connection::open(&other).unwrap().pragma_update(None, "application_id", 7).unwrap();
    assert_eq!(refused(&fs::read(&other).unwrap()), Fault::Foreign);
    assert_eq!(State::open(&folder.0).unwrap_err(), Fault::Foreign);
    for fault in [fault, Fault::Other("\u{1b}[31m".to_owned())] {
        for locale in [Locale::Ko, Locale::En] {
            let line = fault.sentence(Path::new("\u{1b}]0;.db"), locale);
            assert!(!line.contains(char::is_control), "{line:?}");
        }
    }
}

#[test]
fn a_broken_state_stays_as_it_is_until_it_is_put_aside() {
    let folder = Folder::new();
    filled(&folder.file());
    let whole = fs::read(folder.file()).unwrap();
    assert_eq!(refused(&whole[..80]), Fault::Corrupt);
    // All but the first page is overwritten: it opens, and reading it fails.
    let mut broken = whole.clone();
    broken[4096..].fill(0xa5);
    fs::write(folder.file(), &broken).unwrap();
    let read = State::open(&folder.file()).and_then(|state| state.known(None).map(|_| ()));
    assert_eq!(read, Err(Fault::Corrupt));
    assert_eq!(fs::read(folder.file()).unwrap(), broken);
    let aside = put_aside(&folder.file()).unwrap();
    assert_eq!(fs::read(aside).unwrap(), broken);
    assert!(State::open(&folder.file()).unwrap().known(None).unwrap().is_empty());
}

#[test]
fn a_full_disk_takes_nothing_away() {
    let folder = Folder::new();
    filled(&folder.file());
    let mut state = State::open(&folder.file()).unwrap();
    let limit = |state: &State, pages: i64| {
        state.db.pragma_update_and_check(None, "max_page_count", pages, |_| Ok(())).unwrap();
    };
    limit(&state, 1);
    let many: Vec<_> = (10..500).map(|n| (key(n), "글".repeat(200))).collect();
    assert_eq!(state.insert(&many, 5), Err(Fault::Full));
    assert!(state.is_sound().unwrap());
    assert_eq!(state.known(None).unwrap().len(), 2);
    limit(&state, 1 << 20);
    assert_eq!(state.insert(&many, 5).unwrap().len(), 490);
}

#[test]
fn one_that_cannot_be_written_to_is_gone_on_with_in_memory() {
    let folder = Folder::new();
    let ids = filled(&folder.file());
    // Root writes wherever it likes; a file is no folder, even to root.
    let inside = folder.file().join("state.db");
    assert!(matches!(State::open(&inside), Err(Fault::Other(_))));
    let mut state = State::unsaved(&folder.file()).unwrap();
    let known: Vec<Id> = state.known(None).unwrap().iter().map(|known| known.card.id).collect();
    assert_eq!(known, ids);
    state.insert(&[(key(3), String::new())], 1).unwrap();
    drop(state);
    assert_eq!(State::open(&folder.file()).unwrap().known(None).unwrap().len(), 2);
    assert_eq!(folder.files(), "state.db");
}

#[cfg(unix)]
#[test]
fn a_file_that_is_only_to_be_read() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::new();
    filled(&folder.file());
    let allow = |file, dir| {
        let path = folder.file();
        fs::set_permissions(&path, fs::Permissions::from_mode(file)).unwrap();
        fs::set_permissions(path.parent().unwrap(), fs::Permissions::from_mode(dir)).unwrap();
    };
    allow(0o444, 0o555);
    // Root is not kept out by this.
    if fs::OpenOptions::new().write(true).open(folder.file()).is_err() {
        assert_eq!(State::open(&folder.file()).unwrap_err(), Fault::ReadOnly);
        assert_eq!(State::unsaved(&folder.file()).unwrap().known(None).unwrap().len(), 2);
    }
    allow(0o644, 0o755);
}
