//! Finding notes in folders, on a disk.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};

use expect_test::{Expect, expect};
use gongbu::store::files::{ProblemKind, find, first, read, read_head};

/// A folder of its own for one test, gone with it.
pub struct Folder(PathBuf);

impl Folder {
    pub fn new() -> Folder {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("gongbu-{}-{count}", std::process::id()));
        fs::create_dir_all(&path).unwrap();
        Folder(path.canonicalize().unwrap())
    }

    pub fn with(files: &[&str]) -> Folder {
        let folder = Folder::new();
        for file in files {
            folder.write(file, "# A\n");
        }
        folder
    }

    pub fn path(&self, inner: &str) -> PathBuf {
        self.0.join(inner)
    }

    pub fn write(&self, inner: impl AsRef<Path>, text: impl AsRef<[u8]>) {
        let path = self.0.join(inner);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    #[cfg(unix)]
    pub fn link(&self, inner: &str, target: impl AsRef<Path>) {
        std::os::unix::fs::symlink(target, self.path(inner)).unwrap();
    }

    /// Finds under the named roots, and lists what was found and what was not.
    fn check(&self, roots: &[&str], want: Expect) {
        let roots: Vec<PathBuf> = roots.iter().map(|root| self.path(root)).collect();
        let (found, problems) = find(&roots);
        let mut lines = String::new();
        for note in &found {
            lines += &format!("{} {}\n", note.root, note.shown);
            assert!(note.path.symlink_metadata().is_ok(), "{:?} is there", note.path);
        }
        for problem in problems {
            let path = problem.path.strip_prefix(&self.0).unwrap();
            lines += &format!("{:?} {}\n", problem.kind, path.display());
        }
        want.assert_eq(&lines);
        if found.first().is_some_and(|note| note.root == 0) {
            assert_eq!(first(&roots).as_ref(), found.first());
        }
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[test]
fn names_are_in_the_order_of_people() {
    Folder::with(&[
        "10.md",
        "2.md",
        "1-1.md",
        "1.md",
        "a2/README.md",
        "a2/0.md",
        "a10/b.md",
        "a2.md",
        "README.md",
        "가.md",
        "나/index.md",
        "나/ㄱ.md",
        "B.md",
        "c.md",
        "007.md",
        "zz/_index.md",
        "99999999999999999999999.md",
        "100000000000000000000000.md",
    ])
    .check(
        &[""],
        expect![[r#"
        0 README.md
        0 1.md
        0 1-1.md
        0 2.md
        0 007.md
        0 10.md
        0 99999999999999999999999.md
        0 100000000000000000000000.md
        0 a2.md
        0 a2/README.md
        0 a2/0.md
        0 a10/b.md
        0 B.md
        0 c.md
        0 zz/_index.md
        0 가.md
        0 나/index.md
        0 나/ㄱ.md
    "#]],
    );
}

#[test]
fn only_notes_are_taken_from_a_folder() {
    Folder::with(&[
        "a.md",
        "b.MARKDOWN",
        "c.mdown",
        "d.mkd",
        "e.qmd",
        "f.mdx",
        "g.Rmd",
        "h.txt",
        "md",
        "i.md.bak",
        ".hidden.md",
        ".git/j.md",
        "node_modules/k.md",
        "l/node_modules/m.md",
        "l/n.md",
    ])
    .check(
        &[""],
        expect![[r#"
        0 a.md
        0 b.MARKDOWN
        0 c.mdown
        0 d.mkd
        0 e.qmd
        0 f.mdx
        0 g.Rmd
        0 l/n.md
    "#]],
    );
}

#[test]
fn a_file_is_taken_whatever_its_name() {
    Folder::with(&["notes.txt", ".hidden", "a/b"]).check(
        &["notes.txt", ".hidden", "a/b"],
        expect![[r#"
            0 notes.txt
            1 .hidden
            2 b
        "#]],
    );
}

#[test]
fn gitignore_counts_without_a_repository() {
    let folder = Folder::with(&["a.md", "draft.md", "sub/b.md", "sub/draft.md", "out/c.md"]);
    folder.write(".gitignore", "draft.md\nout/\n");
    folder.check(
        &[""],
        expect![[r#"
        0 a.md
        0 sub/b.md
    "#]],
    );
    folder.check(
        &["sub"],
        expect![[r#"
        0 b.md
    "#]],
    );
}

#[test]
fn a_folder_asked_for_is_not_ignored_as_a_whole() {
    let folder = Folder::with(&["notes/a.md", "notes/.git/b.md"]);
    folder.write(".gitignore", "*\n");
    folder.check(
        &["notes"],
        expect![[r#"
        0 a.md
    "#]],
    );
}

#[test]
fn a_note_is_given_once() {
    let folder = Folder::with(&["a/x.md", "a/b/y.md", "c/x.md"]);
    folder.check(
        &["a", "a/b", "a/x.md", "c/x.md", "c"],
        expect![[r#"
        0 b/y.md
        0 x.md
        3 x.md
    "#]],
    );
}

#[test]
fn what_is_no_note_is_said() {
    let folder = Folder::with(&["empty/readme.txt"]);
    folder.check(
        &["none.md", "empty"],
        expect![[r#"
        Missing none.md
        Empty empty
    "#]],
    );
}

#[cfg(unix)]
#[test]
fn links_are_followed_but_not_for_ever() {
    let folder = Folder::with(&["notes/a.md", "notes/sub/b.md", "other/c.md", "other/deep/d.md"]);
    folder.link("notes/loop", ".");
    folder.link("notes/up", "../..");
    folder.link("notes/disk", "/");
    folder.link("notes/system", "/proc/self/root");
    folder.link("notes/sub/again", "../../other");
    folder.link("notes/more", "../other/deep");
    folder.link("other/back", "../notes");
    folder.link("notes/twin.md", "a.md");
    folder.link("notes/z.md", "../other/none.md");
    folder.link("notes/zero.md", "/dev/zero");
    folder.link("notes/image.png", "nowhere");
    folder.link("self.md", "self.md");
    folder.check(
        &["notes"],
        expect![[r#"
        0 a.md
        0 more/d.md
        0 sub/again/c.md
        0 sub/b.md
        Missing notes/z.md
        NotAFile notes/zero.md
    "#]],
    );
    let (found, problems) = find(&[folder.path("self.md")]);
    assert!(found.is_empty());
    assert!(matches!(problems[0].kind, ProblemKind::Unreadable(_)));
}

#[cfg(unix)]
#[test]
fn links_do_not_multiply() {
    let folder = Folder::with(&["notes/a.md"]);
    for depth in 0..30 {
        fs::create_dir_all(folder.path(&format!("far/{depth}"))).unwrap();
        folder.write(format!("far/{depth}/n.md"), "");
        for name in ["x", "y", "z"] {
            folder.link(&format!("far/{depth}/{name}"), format!("../{}", depth + 1));
        }
    }
    folder.link("notes/far", "../far/0");
    let (found, _) = find(&[folder.path("notes")]);
    assert_eq!(found.len(), 31);
}

#[cfg(unix)]
#[test]
fn pipes_sockets_and_devices_are_never_opened() {
    let folder = Folder::with(&["a.md"]);
    assert!(Command::new("mkfifo").arg(folder.path("pipe.md")).status().unwrap().success());
    let _socket = std::os::unix::net::UnixListener::bind(folder.path("socket.md")).unwrap();
    folder.check(
        &["", "pipe.md", "socket.md"],
        expect![[r#"
        0 a.md
        NotAFile pipe.md
        NotAFile socket.md
        NotAFile pipe.md
        NotAFile socket.md
    "#]],
    );
    for path in
        [folder.path("pipe.md"), folder.path("socket.md"), "/dev/zero".into(), folder.path("")]
    {
        assert_eq!(read(&path, None).unwrap_err().kind, ProblemKind::NotAFile);
    }
}

#[cfg(target_os = "linux")]
#[test]
fn names_that_are_no_text_are_shown_and_opened() {
    use std::os::unix::ffi::OsStrExt;
    let folder = Folder::new();
    for name in [&b"\xC7\xD1.md"[..], b"\xFF/\xFE.md", "\u{1112}\u{1161}\u{11ab}.md".as_bytes()] {
        folder.write(std::ffi::OsStr::from_bytes(name), "# A\n");
    }
    folder.check(
        &[""],
        expect![[r#"
        0 한.md
        0 \xFF/\xFE.md
        0 \xC7\xD1.md
    "#]],
    );
    for note in find(&[folder.path("")]).0 {
        assert_eq!(read(&note.path, None).unwrap().text, "# A\n");
    }
}

#[test]
fn reading_says_what_is_wrong() {
    let folder = Folder::new();
    folder.write("image.md", b"\x89PNG\r\n\x1a\n");
    let zeros = fs::File::create(folder.path("zeros.md")).unwrap();
    zeros.set_len(3 << 30).unwrap();
    let huge = fs::File::create(folder.path("huge.md")).unwrap();
    huge.set_len(5 << 30).unwrap();
    let kind = |name| read(&folder.path(name), None).unwrap_err().kind;
    assert_eq!(kind("image.md"), ProblemKind::Binary);
    assert_eq!(kind("zeros.md"), ProblemKind::Binary);
    assert_eq!(kind("huge.md"), ProblemKind::TooLarge);
    assert_eq!(kind("none.md"), ProblemKind::Missing);
}

#[test]
fn a_note_longer_than_its_head_is_read_whole() {
    let folder = Folder::new();
    let text = "컨테이너\r\n".repeat(20_000);
    folder.write("long.md", &text);
    let decoded = read(&folder.path("long.md"), None).unwrap();
    assert_eq!(decoded.text, text.replace('\r', ""));
}

#[test]
fn the_head_of_a_long_note_is_its_first_lines() {
    let folder = Folder::new();
    let long = "한 줄의 글\n".repeat(1000);
    folder.write("long.md", &long);
    folder.write("short.md", "짧은 글\n");
    let head = |name: &str| read_head(&folder.path(name), None, 100, 1000).unwrap();
    let read = head("long.md").unwrap();
    assert!(long.starts_with(&read.text) && read.text.ends_with('\n'));
    assert!(read.text.len() > 900);
    assert_eq!(head("short.md"), None);
    // Without a line end it is cut between characters; what is not UTF-8 is to be read whole.
    folder.write("line.md", "글".repeat(1000));
    assert_eq!(head("line.md").unwrap().text, "글".repeat(333));
    folder.write("cp949.md", b"\xb1\xdb\n".repeat(400));
    assert_eq!(head("cp949.md"), None);
}
