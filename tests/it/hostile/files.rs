//! Files that are no plain text, or do not stay as they were found.

use std::fs;
use std::io::Write;
#[cfg(unix)]
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};

use encoding_rs::EUC_KR;
use expect_test::expect;
use gongbu::store::files::{ProblemKind, find, read, read_head};
use gongbu::text::sanitize::Clean;

use super::{commands, run};
use crate::files::Folder;

fn utf16(text: &str, unit: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(unit).collect()
}

const TEXT: &str = "# 1. 제목\r\n\r\n본문이 있다.\u{1b}[31m 빨강\r\n\r\n- 낱말: 뜻이 하나 있다\r\n";

/// One note in all the ways in which bytes may stand for it, and what no note is.
fn bytes() -> Vec<(&'static str, Vec<u8>)> {
    let cp949 = |text: &str| EUC_KR.encode(text).0.into_owned();
    let stray = |bytes: &[u8]| [TEXT.repeat(20).as_bytes(), bytes, b"\n"].concat();
    vec![
        ("bom.md", format!("\u{feff}{TEXT}").into_bytes()),
        ("bom-only.md", b"\xef\xbb\xbf".to_vec()),
        ("bom-half.md", b"\xef\xbb".to_vec()),
        ("bom-twice.md", format!("\u{feff}\u{feff}{TEXT}").into_bytes()),
        ("bom16-only.md", b"\xff\xfe".to_vec()),
        ("cp949.md", cp949(TEXT)),
        ("cp949-cut.md", [&cp949(TEXT)[..], b"\xb0"].concat()),
        ("cr.md", TEXT.replace("\r\n", "\r").into_bytes()),
        ("le.md", utf16(&format!("\u{feff}{TEXT}"), u16::to_le_bytes)),
        ("le-no-mark.md", utf16(TEXT, u16::to_le_bytes)),
        ("be.md", utf16(&format!("\u{feff}{TEXT}"), u16::to_be_bytes)),
        ("be-odd.md", [&utf16(&format!("\u{feff}{TEXT}"), u16::to_be_bytes)[..], b"x"].concat()),
        ("le-surrogates.md", [&b"\xff\xfe"[..], &b"\x00\xd8a\x00".repeat(40)].concat()),
        ("stray.md", stray(b"\xff\xfe\xc0\xaf\xed\xa0\x80\xf4\x90\x80\x80")),
        ("stray-end.md", stray(b"\xea\xb0")),
        ("stray-all.md", b"\x80\xff".repeat(500)),
        ("latin.md", b"# caf\xe9\n\nna\xefve, \x93quoted\x94\n".to_vec()),
        ("nul.md", format!("{TEXT}\0\n{TEXT}").into_bytes()),
        ("nuls.md", vec![0; 5_000]),
        ("picture.md", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec()),
        ("program.md", [b"\x7fELF\x02\x01\x01", &[0; 90][..]].concat()),
        ("archive.md", b"PK\x03\x04\x14\0\0\0\x08\0".to_vec()),
        ("late.md", [TEXT.repeat(2_000).as_bytes(), b"\xff\0\xff"].concat()),
        ("blank.md", b" \t\r\n\x0c".to_vec()),
    ]
}

#[test]
fn bytes_of_every_kind() {
    let folder = Folder::new();
    let mut said = String::new();
    for (name, bytes) in bytes() {
        folder.write(format!("all/{name}"), &bytes);
        let (out, err, status) = run(&folder, &["--lang", "en", &format!("all/{name}")]);
        let shown = out.lines().next().unwrap_or("");
        let err = err.trim_end().rsplit(": ").next().unwrap_or("");
        said += &format!("{name} | {shown} | {err} = {status:?}\n");
    }
    expect![[r#"
        bom.md | 1. 제목 |  = Some(0)
        bom-only.md |  |  = Some(0)
        bom-half.md | 癤 |  = Some(0)
        bom-twice.md | 1. 제목 |  = Some(0)
        bom16-only.md |  |  = Some(0)
        cp949.md | 1. 제목 |  = Some(0)
        cp949-cut.md | 1. 제목 |  = Some(0)
        cr.md | 1. 제목 |  = Some(0)
        le.md | 1. 제목 |  = Some(0)
        le-no-mark.md | 1. 제목 |  = Some(0)
        be.md | 1. 제목 |  = Some(0)
        be-odd.md | 1. 제목 |  = Some(0)
        le-surrogates.md | �a�a�a�a�a�a�a�a�a�a�a�a�a�a�a�a�a�a�a�a�a�a�a�a�a�a�a�a�a�a�a�a�a�a�a�a�a�a�a�a |  = Some(0)
        stray.md | 1. 제목 |  = Some(0)
        stray-end.md | 1. 제목 |  = Some(0)
        stray-all.md | �������������������������������������������������������������������������������� |  = Some(0)
        latin.md | café |  = Some(0)
        nul.md | 1. 제목 |  = Some(0)
        nuls.md |  | a binary file, not text = Some(2)
        picture.md |  | a binary file, not text = Some(2)
        program.md |  | a binary file, not text = Some(2)
        archive.md |  | a binary file, not text = Some(2)
        late.md |  | a binary file, not text = Some(2)
        blank.md |  |  = Some(0)
    "#]].assert_eq(&said);
    commands(&folder, "all", "all", "1");
}

#[test]
fn what_vanishes_is_missing() {
    let folder = Folder::with(&["a/b/1.md", "a/2.md", "3.md"]);
    let (found, problems) = find(&[folder.path("")]);
    assert_eq!((found.len(), problems.len()), (3, 0));
    fs::remove_dir_all(folder.path("a")).unwrap();
    for note in &found {
        let kind = read(&note.path, None).map_err(|problem| problem.kind).err();
        let head = read_head(&note.path, None, 0, 2).map_err(|problem| problem.kind).err();
        let gone = note.shown.starts_with("a/").then_some(ProblemKind::Missing);
        assert_eq!((kind, head), (gone, gone), "{}", note.shown);
    }
    // What has become a folder, or a pipe, is not opened as a file.
    fs::create_dir_all(folder.path("a/2.md")).unwrap();
    assert_eq!(read(&folder.path("a/2.md"), None).unwrap_err().kind, ProblemKind::NotAFile);
}

/// Between the look at a file and its opening a pipe may take its place, which nobody ever writes to.
#[cfg(unix)]
#[test]
fn a_pipe_that_takes_the_place_of_a_file_is_not_waited_for() {
    let folder = Folder::with(&["file"]);
    assert!(Command::new("mkfifo").arg(folder.path("pipe")).status().unwrap().success());
    let note = folder.path("note.md");
    fs::hard_link(folder.path("file"), &note).unwrap();
    let done = AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            while !done.load(Ordering::Relaxed) {
                for name in ["pipe", "file"] {
                    fs::hard_link(folder.path(name), folder.path("next")).unwrap();
                    fs::rename(folder.path("next"), &note).unwrap();
                }
            }
        });
        let mut met = [0, 0, 0];
        while met[2] == 0 && (met[0] < 2_000 || met[1] < 2_000) {
            let head = read_head(&note, None, 0, 2).map(|head| head.unwrap().text);
            let whole = read(&note, None).map(|whole| whole.text);
            for read in [head, whole] {
                let at = match read {
                    Ok(text) => {
                        if "# A\n".starts_with(&text) {
                            0
                        } else {
                            2
                        }
                    }
                    Err(problem) => {
                        if problem.kind == ProblemKind::NotAFile {
                            1
                        } else {
                            2
                        }
                    }
                };
                met[at] += 1;
            }
        }
        done.store(true, Ordering::Relaxed);
        assert_eq!(met[2], 0);
    });
}

#[cfg(unix)]
#[test]
fn what_may_not_be_read_is_said() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::with(&["all/closed.md", "all/open.md", "all/shut/in.md"]);
    let forbid = |path: &str, mode: u32| {
        fs::set_permissions(folder.path(path), fs::Permissions::from_mode(mode)).unwrap();
    };
    forbid("all/closed.md", 0o000);
    forbid("all/shut", 0o000);
    // Nothing is forbidden to the superuser.
    if fs::File::open(folder.path("all/closed.md")).is_err() {
        let (out, err, status) = run(&folder, &["--lang", "en", "all"]);
        expect![[r#"
            A
            ─

            This section has no text yet
            ! gongbu: all/shut: cannot be read: permission denied
            ! gongbu: all/closed.md: cannot be read: permission denied
            = Some(0)
        "#]]
        .assert_eq(&format!("{out}! {}\n= {status:?}\n", err.trim_end().replace('\n', "\n! ")));
    }
    forbid("all/shut", 0o755);
}

/// Files whose size is not what their bytes are: those of the system say 0, or a page.
#[cfg(target_os = "linux")]
#[test]
fn a_size_that_lies_is_not_believed() {
    let status = read("/proc/self/status".as_ref(), None).unwrap().text;
    assert!(status.starts_with("Name:") && status.ends_with('\n') && status.len() > 500);
    let online = read("/sys/devices/system/cpu/online".as_ref(), None).unwrap().text;
    assert!(online.ends_with('\n') && online.len() < 4_096);
}

/// A note that grows, shrinks and goes away while it is read is read as it is at some time, or is
/// missing.
#[test]
fn what_changes_meanwhile_is_read_as_it_comes() {
    let folder = Folder::with(&["all/one.md", "all/deep/two.md"]);
    let line = "한 줄의 글이다\n";
    let done = AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            let one = folder.path("all/one.md");
            while !done.load(Ordering::Relaxed) {
                let mut file = fs::File::create(&one).unwrap();
                for _ in 0..40 {
                    file.write_all(line.repeat(500).as_bytes()).unwrap();
                }
                file.set_len(10).unwrap();
                fs::remove_file(&one).unwrap();
                fs::remove_dir_all(folder.path("all/deep")).unwrap();
                folder.write("all/deep/two.md", line);
            }
        });
        for _ in 0..300 {
            let (found, problems) = find(&[folder.path("all")]);
            for note in found {
                match read(&note.path, None) {
                    // Only its end may be cut within a character.
                    Ok(decoded) => {
                        let whole = decoded.text.rfind('\n').map_or(0, |at| at + 1);
                        let lines = decoded.text[..whole].split_inclusive('\n');
                        assert!(lines.into_iter().all(|one| one == line || one == "# A\n"));
                    }
                    Err(problem) => assert_eq!(problem.kind, ProblemKind::Missing),
                }
            }
            let fine = [ProblemKind::Missing, ProblemKind::Empty];
            assert!(problems.iter().all(|problem| fine.contains(&problem.kind)), "{problems:?}");
        }
        done.store(true, Ordering::Relaxed);
    });
}

/// Names that a terminal would obey, that are no text, or that look like options.
#[cfg(target_os = "linux")]
#[test]
fn names_of_every_kind() {
    use std::os::unix::ffi::OsStrExt;
    let folder = Folder::new();
    let long = "가".repeat(80);
    let names: [&[u8]; 9] = [
        b"-n.md",
        b"--help.md",
        b"\x1b]0;x\x07.md",
        b"a\nb.md",
        b"\xff\xfe.md",
        b"\xc2\x9b2J.md",
        "\u{202e}dm.txt.md".as_bytes(),
        b" .md",
        long.as_bytes(),
    ];
    for name in names {
        let mut name = name.to_owned();
        if !name.ends_with(b".md") {
            name.extend(b".md");
        }
        let path = std::path::Path::new("all").join(std::ffi::OsStr::from_bytes(&name));
        folder.write(&path, "# 1. 제목\n\n글\n");
        let found = find(&[folder.path("").join(&path)]).0;
        let shown = Clean::visible(&found[0].shown);
        assert!(Clean::is_clean(&shown) && !shown.is_empty());
    }
    commands(&folder, "all", "all", "1");
    let (out, ..) = run(&folder, &["toc", "--json", "all"]);
    assert_eq!(out.matches("\"address\":\"1\"").count(), names.len());
}
