//! Which files may be pictures, and what becomes of those that are none.

use expect_test::{Expect, expect};
use gongbu::app::pictures::{Name, Pixels, Trouble};
use gongbu::store::pictures::decode::{decode, measure};
use gongbu::store::pictures::{MAX_BYTES, Shelf};
use gongbu::text::sanitize::Clean;
use image::ImageFormat;
use proptest::prelude::*;

use super::{encoded, fields, png};
use crate::files::Folder;

fn name(note: &str, src: &str) -> Name {
    let embedded = src.starts_with("![[");
    let src = src.trim_start_matches("![[").trim_end_matches("]]");
    Name { note: Clean::new(note), src: Clean::new(src), embedded }
}

fn size(shelf: &Shelf, note: &str, src: &str) -> Result<Pixels, Trouble> {
    shelf.open(&name(note, src)).and_then(|file| measure(&file))
}

/// What each address names in the note; the size tells the files apart.
fn check(shelf: &Shelf, note: &str, addresses: &[&str], expect: Expect) {
    let mut out = String::new();
    for src in addresses {
        out += &match size(shelf, note, src) {
            Ok(size) => format!("{src}: {}\n", size.width),
            Err(trouble) => format!("{src}: {trouble:?}\n"),
        };
    }
    expect.assert_eq(&out);
}

/// As Obsidian finds them: by the name alone, the nearest first.
#[test]
fn what_is_embedded_is_found_by_its_name() {
    let folder = Folder::new();
    let files = [
        ("secret.png", 1),
        ("vault/attachments/a.png", 2),
        ("vault/attachments/2026/b.png", 3),
        ("vault/notes/deep/b.png", 4),
        ("vault/notes/deep/er/c.png", 5),
        ("vault/.trash/d.png", 6),
        ("vault/notes/e.txt.png", 7),
    ];
    for (path, width) in files {
        folder.write(path, png(width, 1));
    }
    folder.write("vault/attachments/\u{1100}\u{1161}.PNG", png(8, 1));
    folder.write("vault/notes/deep/e.txt", "");
    for note in ["vault/notes/note.md", "vault/other/note.md", "vault/note.md"] {
        folder.write(note, "");
    }
    let shelf = Shelf::new(&[folder.path("vault")]);
    let embedded = [
        "![[a.png]]",
        "![[A.PNG]]",
        "![[b.png]]",
        "![[2026/b.png]]",
        "![[c.png]]",
        "![[가.png]]",
        "![[d.png]]",
        "![[e.txt]]",
        "![[secret.png]]",
        "![[../b.png]]",
        "![[none.png]]",
        "a.png",
    ];
    check(
        &shelf,
        "notes/note.md",
        &embedded,
        expect![[r#"
        ![[a.png]]: 2
        ![[A.PNG]]: 2
        ![[b.png]]: 4
        ![[2026/b.png]]: 3
        ![[c.png]]: 5
        ![[가.png]]: 8
        ![[d.png]]: Missing
        ![[e.txt]]: Missing
        ![[secret.png]]: Missing
        ![[../b.png]]: Missing
        ![[none.png]]: Missing
        a.png: Missing
    "#]],
    );
    check(
        &shelf,
        "other/note.md",
        &["![[b.png]]"],
        expect![[r#"
        ![[b.png]]: 3
    "#]],
    );
    // What has come since is found when pictures are asked for again.
    folder.write("vault/attachments/late.png", png(9, 1));
    check(
        &shelf,
        "note.md",
        &["![[late.png]]"],
        expect![[r#"
        ![[late.png]]: Missing
    "#]],
    );
    check(
        &shelf.clone(),
        "note.md",
        &["![[late.png]]"],
        expect![[r#"
        ![[late.png]]: 9
    "#]],
    );
    // A note alone is no vault.
    let alone = Shelf::new(&[folder.path("vault/notes/note.md")]);
    check(
        &alone,
        "note.md",
        &["![[c.png]]"],
        expect![[r#"
        ![[c.png]]: Missing
    "#]],
    );
}

#[test]
fn paths() {
    let folder = Folder::new();
    let files = [
        ("secret.png", 1),
        ("site/top.png", 2),
        ("site/assets/a.png", 3),
        ("site/posts/near.png", 4),
        ("site/posts/img/그림 하나.png", 5),
        ("site/static/hugo.png", 6),
    ];
    for (path, width) in files {
        folder.write(path, png(width, 1));
    }
    // As macOS writes names: in pieces.
    folder.write("site/posts/\u{1100}\u{1161}.png", png(7, 1));
    folder.write("site/posts/note.md", "");
    let shelf = Shelf::new(&[folder.path("site")]);
    let absolute = folder.path("secret.png").display().to_string();
    check(
        &shelf,
        "posts/note.md",
        &[
            "near.png",
            "./near.png",
            "../top.png",
            "/assets/a.png",
            "../assets/a.png?raw=true#x",
            "{{ site.baseurl }}/assets/a.png",
            "img/%EA%B7%B8%EB%A6%BC%20%ED%95%98%EB%82%98.png",
            "img\\그림 하나.png",
            "가.png",
            "/hugo.png",
            "top.png",
            "../../secret.png",
            "../../../../../../../../etc/passwd",
            "%2e%2e/%2e%2e/secret.png",
            "none.png",
            "posts",
            "..",
            "/",
            ".",
            "http://example.com/near.png",
            "//example.com/near.png",
            "file:near.png",
            "data:image/png;base64,AAAA",
            "near.png/x",
            "near%00.png",
        ],
        expect![[r#"
            near.png: 4
            ./near.png: 4
            ../top.png: 2
            /assets/a.png: 3
            ../assets/a.png?raw=true#x: 3
            {{ site.baseurl }}/assets/a.png: 3
            img/%EA%B7%B8%EB%A6%BC%20%ED%95%98%EB%82%98.png: 5
            img\그림 하나.png: 5
            가.png: 7
            /hugo.png: 6
            top.png: 2
            ../../secret.png: Outside
            ../../../../../../../../etc/passwd: Outside
            %2e%2e/%2e%2e/secret.png: Outside
            none.png: Missing
            posts: NotAFile
            ..: NotAFile
            /: NotAFile
            .: NotAFile
            http://example.com/near.png: Remote
            //example.com/near.png: Remote
            file:near.png: Remote
            data:image/png;base64,AAAA: Remote
            near.png/x: Missing
            near%00.png: Missing
        "#]],
    );
    assert_eq!(size(&shelf, "posts/note.md", &absolute), Err(Trouble::Missing));
    assert_eq!(size(&shelf, "posts/none.md", "near.png"), Err(Trouble::NoFolder));
    assert_eq!(size(&Shelf::default(), "-", "near.png"), Err(Trouble::NoFolder));
    // A note that was named alone has its own folder, and no more.
    let alone = Shelf::new(&[folder.path("site/posts/note.md")]);
    check(
        &alone,
        "note.md",
        &["near.png", "../top.png", "/assets/a.png"],
        expect![[r#"
        near.png: 4
        ../top.png: Outside
        /assets/a.png: Missing
    "#]],
    );
}

#[cfg(unix)]
#[test]
fn links_and_what_is_no_file() {
    let folder = Folder::new();
    folder.write("secret.png", png(1, 1));
    folder.write("out/b.png", png(2, 1));
    folder.write("notes/c.png", png(3, 1));
    folder.write("notes/note.md", "");
    folder.link("notes/escape.png", folder.path("secret.png"));
    folder.link("notes/out", folder.path("out"));
    folder.link("notes/inner.png", "c.png");
    folder.link("notes/loop.png", "loop.png");
    folder.link("notes/dead.png", "nothing.png");
    std::fs::create_dir(folder.path("notes/folder.png")).unwrap();
    let fifo = folder.path("notes/fifo.png");
    assert!(std::process::Command::new("mkfifo").arg(&fifo).status().unwrap().success());
    folder.link("notes/zero.png", "/dev/zero");
    check(
        &Shelf::new(&[folder.path("notes")]),
        "note.md",
        &[
            "escape.png",
            "out/b.png",
            "inner.png",
            "loop.png",
            "dead.png",
            "folder.png",
            "fifo.png",
            "zero.png",
        ],
        expect![[r#"
            escape.png: Outside
            out/b.png: Outside
            inner.png: 3
            loop.png: Unreadable
            dead.png: Missing
            folder.png: NotAFile
            fifo.png: NotAFile
            zero.png: Outside
        "#]],
    );
    // Opened by a link to its folder, it is read all the same.
    folder.link("way", folder.path("notes"));
    assert!(size(&Shelf::new(&[folder.path("way")]), "note.md", "c.png").is_ok());
}

#[test]
fn kinds_and_what_only_looks_like_them() {
    let folder = Folder::new();
    folder.write("note.md", "");
    let image = fields(40, 30);
    let kinds = [ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::Gif, ImageFormat::WebP];
    for (i, kind) in kinds.into_iter().enumerate() {
        // What a file is called does not matter.
        folder.write(format!("kind{i}.txt"), encoded(&image, kind));
        let whole = encoded(&image, kind);
        folder.write(format!("half{i}.png"), &whole[..whole.len() / 2]);
        folder.write(format!("head{i}.png"), &whole[..20]);
    }
    folder.write("empty.png", "");
    folder.write("text.png", "# 글\n");
    folder.write("bmp.png", b"BM\0\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0");
    folder.write("bomb.png", png_head(65_000, 65_000));
    folder.write("wide.png", png_head(25_000, 2_000));
    folder.write("none.png", png_head(0, 0));
    folder.write("gif.gif", b"GIF89a\0\0\0\0\0\0\0");
    folder.write("bomb.gif", b"GIF89a\xff\xff\xff\xff\0\0\0;");
    let huge = std::fs::File::create(folder.path("huge.png")).unwrap();
    huge.set_len(MAX_BYTES + 1).unwrap();
    let shelf = Shelf::new(&[folder.path("")]);
    let mut out = String::new();
    let mut names: Vec<_> = std::fs::read_dir(folder.path("")).unwrap().flatten().collect();
    names.sort_by_key(|entry| entry.file_name());
    for entry in names {
        let file = entry.file_name().into_string().unwrap();
        let open = || shelf.open(&name("note.md", &file));
        let measured = open().and_then(|file| measure(&file));
        let decoded = open().and_then(|file| decode(&file)).map(|picture| picture.size());
        if let (Ok(measured), Ok(decoded)) = (measured, decoded) {
            assert_eq!(measured, decoded);
        }
        let short = |found: Result<Pixels, Trouble>| match found {
            Ok(size) => format!("{}x{}", size.width, size.height),
            Err(trouble) => format!("{trouble:?}"),
        };
        out += &format!("{file}: {}, {}\n", short(measured), short(decoded));
    }
    expect![[r#"
        bmp.png: UnknownKind, UnknownKind
        bomb.gif: Damaged, Damaged
        bomb.png: TooLarge, TooLarge
        empty.png: UnknownKind, UnknownKind
        gif.gif: Damaged, Damaged
        half0.png: 40x30, Damaged
        half1.png: Damaged, Damaged
        half2.png: 40x30, Damaged
        half3.png: 40x30, Damaged
        head0.png: Damaged, Damaged
        head1.png: Damaged, Damaged
        head2.png: Damaged, Damaged
        head3.png: Damaged, Damaged
        huge.png: TooLarge, TooLarge
        kind0.txt: 40x30, 40x30
        kind1.txt: 40x30, 40x30
        kind2.txt: 40x30, 40x30
        kind3.txt: 40x30, 40x30
        none.png: Damaged, Damaged
        note.md: UnknownKind, UnknownKind
        text.png: UnknownKind, UnknownKind
        wide.png: TooLarge, TooLarge
    "#]]
    .assert_eq(&out);
}

/// A PNG of this size that has a head, and no pixels to speak of.
fn png_head(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1a\n".to_vec();
    let mut head = b"IHDR".to_vec();
    head.extend(width.to_be_bytes());
    head.extend(height.to_be_bytes());
    head.extend([8, 6, 0, 0, 0]);
    for chunk in [head, b"IDAT\x78\x9c\x63\x60\x00\x00\x00\x02\x00\x01".to_vec()] {
        bytes.extend(u32::try_from(chunk.len() - 4).unwrap().to_be_bytes());
        bytes.extend(&chunk);
        bytes.extend(crc(&chunk).to_be_bytes());
    }
    bytes
}

/// The checksum of a chunk (PNG, annex D).
fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| {
            (sum >> 1) ^ (0xedb8_8320 & (sum & 1).wrapping_neg())
        })
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn no_file_brings_the_reader_down(
        kind in 0..4_usize, cut in 0..2000_usize, spots in prop::collection::vec((0..2000_usize, any::<u8>()), 0..6),
    ) {
        let kinds = [ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::Gif, ImageFormat::WebP];
        let mut bytes = encoded(&fields(24, 24), kinds[kind]);
        bytes.truncate(bytes.len().min(cut + 8));
        for (at, byte) in spots {
            let at = at % bytes.len();
            bytes[at] = byte;
        }
        let folder = Folder::new();
        folder.write("a", &bytes);
        let file = std::fs::File::open(folder.path("a")).unwrap();
        let _ = measure(&file);
        if let Ok(picture) = decode(&file) {
            prop_assert_eq!(picture.scaled(3, 4).len(), 3 * 4 * 4);
        }
    }
}
