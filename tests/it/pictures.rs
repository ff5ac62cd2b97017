//! Pictures in the text: files and keys in, the screen out.
#![cfg(feature = "images")]

mod files;

use std::io::Cursor;

use expect_test::{Expect, expect};
use gongbu::app::Msg;
use gongbu::app::pictures::{Medium, Pixels, fit};
use gongbu::store::pictures::Shelf;
use image::{ImageFormat, Rgba, RgbaImage};
use ratatui::style::Color;

use crate::files::Folder;
use crate::screen::App;

/// A picture of four fields: red and green above, blue and nothing below.
pub fn fields(width: u32, height: u32) -> RgbaImage {
    RgbaImage::from_fn(width, height, |x, y| {
        Rgba(match (x < width / 2, y < height / 2) {
            (true, true) => [255, 0, 0, 255],
            (false, true) => [0, 255, 0, 255],
            (true, false) => [0, 0, 255, 255],
            (false, false) => [128, 128, 128, 0],
        })
    })
}

pub fn encoded(image: &RgbaImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    match format {
        ImageFormat::Jpeg => {
            image::DynamicImage::from(image.clone()).into_rgb8().write_to(&mut bytes, format)
        }
        _ => image.write_to(&mut bytes, format),
    }
    .unwrap();
    bytes.into_inner()
}

pub fn png(width: u32, height: u32) -> Vec<u8> {
    encoded(&fields(width, height), ImageFormat::Png)
}

/// The app on the note `note.md` of a folder, on a terminal with all colours.
fn app(folder: &Folder, text: &str, width: u16, height: u16) -> App {
    let mut app = App::empty(width, height);
    app.shelf = Shelf::new(&[folder.path("")]);
    app.send(Msg::Medium { medium: Medium::Blocks { all_colours: true }, cell: None });
    folder.write("note.md", text);
    let notes = [("note.md".to_owned(), text.to_owned())];
    app.load(&crate::screen::library(&notes));
    app
}

/// The cells of the screen that are coloured, by the colours of their upper and their lower half.
fn colours(app: &App) -> String {
    let letter = |colour: Color| match colour {
        Color::Rgb(r, g, b) if r > g && r > b => 'R',
        Color::Rgb(r, g, b) if g > r && g > b => 'G',
        Color::Rgb(r, g, b) if b > r && b > g => 'B',
        Color::Rgb(..) => 'x',
        _ => '.',
    };
    let (buffer, _) = app.draw();
    let mut out = String::new();
    for y in 0..buffer.area.height {
        let cells = (0..buffer.area.width).map(|x| buffer.cell((x, y)).unwrap());
        let row: String = cells
            .map(|cell| match cell.symbol() {
                "▀" => format!("{}{} ", letter(cell.fg), letter(cell.bg)),
                "▄" => format!(".{} ", letter(cell.fg)),
                _ => String::new(),
            })
            .collect();
        if !row.is_empty() {
            out += &format!("{y}: {}\n", row.trim_end());
        }
    }
    out
}

fn check(text: &str, files: &[(&str, &[u8])], expect: Expect) {
    let folder = Folder::new();
    for (path, bytes) in files {
        folder.write(path, bytes);
    }
    let app = app(&folder, text, 60, 14);
    expect.assert_eq(&(app.screen() + &colours(&app)));
}

#[test]
fn an_embedded_picture_is_found_wherever_it_lies() {
    check(
        "- ![[a.png|100]]\n\n![[a.png]]\n*칸이 넷이다*\n\n![](a.png)\n",
        &[("attachments/2026/a.png", &png(16, 32))],
        expect![[r#"
            ┌ note ────────────────────────────────────────────────────┐
            │ • ▀▀                                                     │
            │   ▀▀                                                     │
            │   [그림: a.png]                                          │
            │                                                          │
            │ ▀▀                                                       │
            │ ▀▀                                                       │
            │ [그림: a.png]                                            │
            │   칸이 넷이다                                            │
            │                                                          │
            │ ┌ 그림 ─────────────────────┐                            │
            │ │ a.png                     │                            │
            └──────────────────────────────────────────────────────────┘
             note  0 %   Tab 창  / 찾기  숫자 이동  q 끝내기  ? 도움말
            1: RR GG
            2: BB xx
            5: RR GG
            6: BB xx
        "#]],
    );
}

#[test]
fn a_picture_stands_between_the_text_with_its_words_below() {
    check(
        "# 1. 그림\n\n앞 글.\n\n![네 칸](a.png)*칸이 넷이다*\n\n뒷글.\n",
        &[("a.png", &png(32, 48))],
        expect![[r#"
            ┌ note ────────────────────────────────────────────────────┐
            │ 1. 그림                                                  │
            │ ───────                                                  │
            │                                                          │
            │ 앞 글.                                                   │
            │                                                          │
            │ ▀▀▀▀                                                     │
            │ ▀▀▀▀                                                     │
            │ ▀▀▀▀                                                     │
            │ [그림: 네 칸]                                            │
            │   칸이 넷이다                                            │
            │                                                          │
            └──────────────────────────────────────────────────────────┘
             note › §1  0 %      / 찾기  숫자 이동  q 끝내기  ? 도움말
            6: RR RR GG GG
            7: RB RB Gx Gx
            8: BB BB xx xx
        "#]],
    );
}

#[test]
fn what_the_caption_says_is_not_said_twice() {
    check(
        "![칸](a.png)*칸*\n\n![](a.png)\n",
        &[("a.png", &png(16, 16))],
        expect![[r#"
        ┌ note ────────────────────────────────────────────────────┐
        │ ▀▀                                                       │
        │   칸                                                     │
        │                                                          │
        │ ▀▀                                                       │
        │                                                          │
        │                                                          │
        │                                                          │
        │                                                          │
        │                                                          │
        │                                                          │
        │                                                          │
        └──────────────────────────────────────────────────────────┘
         note  100 %         / 찾기  숫자 이동  q 끝내기  ? 도움말
        1: RB Gx
        4: RB Gx
    "#]],
    );
}

#[test]
fn within_a_list_and_a_quote_it_keeps_the_place_of_text() {
    check(
        "- 항목\n\n  ![칸](a.png)\n\n> ![칸](a.png)\n",
        &[("a.png", &png(16, 16))],
        expect![[r#"
            ┌ note ────────────────────────────────────────────────────┐
            │ • 항목                                                   │
            │                                                          │
            │   ▀▀                                                     │
            │   [그림: 칸]                                             │
            │                                                          │
            │ │ ▀▀                                                     │
            │ │ [그림: 칸]                                             │
            │                                                          │
            │                                                          │
            │                                                          │
            │                                                          │
            └──────────────────────────────────────────────────────────┘
             note  100 %         / 찾기  숫자 이동  q 끝내기  ? 도움말
            3: RB Gx
            6: RB Gx
        "#]],
    );
}

#[test]
fn what_cannot_be_shown_says_why() {
    check(
        "![하나](https://example.com/a.png)\n\n![둘](b.png)\n\n![셋](c.svg)\n",
        &[("c.svg", b"<svg></svg>")],
        expect![[r#"
            ┌ note ────────────────────────────────────────────────────┐
            │ ┌ 그림 ──────────────────────────────────┐               │
            │ │ 하나                                   │               │
            │ │ https://example.com/a.png              │               │
            │ │ 인터넷에 있는 그림은 가져오지 않습니다 │               │
            │ └────────────────────────────────────────┘               │
            │                                                          │
            │ ┌ 그림 ─────────────────────┐                            │
            │ │ 둘                        │                            │
            │ │ b.png                     │                            │
            │ │ 그런 그림 파일이 없습니다 │                            │
            │ └───────────────────────────┘                            │
            └──────────────────────────────────────────────────────────┘
             note  0 %   Tab 창  / 찾기  숫자 이동  q 끝내기  ? 도움말
        "#]],
    );
}

#[test]
fn without_colours_and_switched_off_there_are_only_words() {
    let folder = Folder::new();
    folder.write("a.png", png(32, 32));
    let mut app = app(&folder, "![칸](a.png)\n", 40, 9);
    let shown = app.screen();
    assert!(colours(&app).contains("RR"), "{shown}");
    app.keys("'");
    assert_eq!(colours(&app), "");
    expect![[r#"
        ┌ note ────────────────────────────────┐
        │┌ 그림 ────────────┐                  │
        ││ 칸               │                  │
        ││ a.png            │                  │
        │└──────────────────┘                  │
        │                                      │
        │                                      │
        └──────────────────────────────────────┘
         그림을 말로만 적습니다
    "#]]
    .assert_eq(&app.screen());
    app.keys("' down");
    assert_eq!(app.screen(), shown);
    app.send(Msg::Medium { medium: Medium::None, cell: None });
    assert_eq!(colours(&app), "");
    app.keys("'");
    assert!(app.screen().contains("이 터미널에서는 그림을 보일 수 없습니다"));
}

#[test]
fn a_picture_is_cut_by_the_edges_and_covered_by_what_lies_over_it() {
    let folder = Folder::new();
    folder.write("a.png", png(16, 64));
    let text = format!("![칸](a.png)\n\n{}", "글.\n\n".repeat(20));
    let mut app = app(&folder, &text, 40, 9);
    let mut out = String::new();
    for keys in ["g", "j", "j", "j", "g ?"] {
        app.keys(keys);
        out += &format!("{keys}\n{}", colours(&app));
    }
    expect![[r#"
        g
        1: RR GG
        2: RB Gx
        3: BB xx
        j
        1: RB Gx
        2: BB xx
        j
        1: BB xx
        j
        g ?
    "#]]
    .assert_eq(&out);
}

#[test]
fn what_is_read_stays_where_it_is_when_pictures_come_in() {
    let folder = Folder::new();
    let image = |i| format!("글 {i}의 앞.\n\n![그림 {i}]({i}.png)\n\n글 {i}의 뒤.\n\n");
    let text: String = (0..6).map(image).collect();
    for i in 0..6 {
        folder.write(format!("{i}.png"), png(80, 200 + 40 * i));
    }
    for down in 0..40 {
        let mut app = app(&folder, &text, 40, 11);
        app.keys("'");
        for _ in 0..down {
            app.keys("'");
        }
        let first = |app: &App| {
            let screen = app.screen();
            let row = screen.lines().nth(1).unwrap().to_owned();
            (row.contains("글 ").then_some(row), app.state.reader.spot.at)
        };
        let before = first(&app);
        app.keys("'");
        let after = first(&app);
        assert_eq!(before.1, after.1, "{down}");
        if before.0.is_some() {
            assert_eq!(before.0, after.0, "{down}");
        }
        app.keys("'");
        assert_eq!(first(&app), before, "{down}");
    }
}

#[test]
fn sizes() {
    let cell = Pixels { width: 8, height: 16 };
    let cases: [(u32, u32, usize, u16); 9] = [
        (80, 80, 80, 30),
        (8, 8, 80, 30),
        (1, 1, 80, 30),
        (1600, 900, 80, 30),
        (900, 1600, 80, 30),
        (10, 30_000, 80, 30),
        (30_000, 10, 80, 30),
        (640, 480, 10, 4),
        (u32::MAX, u32::MAX, 1, 1),
    ];
    let mut out = String::new();
    for (width, height, columns, rows) in cases {
        let (cols, high) = fit(Pixels { width, height }, cell, columns, rows);
        assert!((1..=columns).contains(&cols.into()) && (1..=rows).contains(&high));
        out += &format!("{width}x{height} in {columns}x{rows}: {cols}x{high}\n");
    }
    expect![[r#"
        80x80 in 80x30: 10x5
        8x8 in 80x30: 1x1
        1x1 in 80x30: 1x1
        1600x900 in 80x30: 80x23
        900x1600 in 80x30: 34x30
        10x30000 in 80x30: 1x30
        30000x10 in 80x30: 80x1
        640x480 in 10x4: 10x4
        4294967295x4294967295 in 1x1: 1x1
    "#]]
    .assert_eq(&out);
    // Cells of a fine screen: the picture is as large, and its sides stay in proportion.
    let fine = Pixels { width: 20, height: 36 };
    assert_eq!(fit(Pixels { width: 160, height: 160 }, fine, 80, 30), (20, 11));
}
