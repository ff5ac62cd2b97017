//! The pictures of the documentation: what is on them, and that they are as `cargo run --example
//! pictures` draws them.
#![cfg(all(feature = "highlight", feature = "images"))]

use gongbu::app::Msg;
use gongbu::app::pictures::Medium;
use gongbu::store::content::course;
use gongbu::store::pictures::Shelf;
use gongbu::tui::theme::Depth;

use crate::screen::{App, data, library, themed};
use crate::svg::{DARK, LIGHT, svg};

/// A picture: its name, what it shows in words, its size in cells, and how one gets there.
struct Scene {
    name: &'static str,
    title: &'static str,
    size: (u16, u16),
    light: bool,
    notes: fn() -> Vec<(String, String)>,
    keys: &'static str,
}

/// The course that is built in.
fn lessons() -> Vec<(String, String)> {
    course().into_iter().map(|(path, text)| (path.to_owned(), text.to_owned())).collect()
}

/// The note with everything that the reader understands.
fn gallery() -> Vec<(String, String)> {
    vec![data("gallery.md"), data("gallery-harbour.md")]
}

const SCENES: [Scene; 6] = [
    Scene {
        name: "reader-dark",
        title: "목차와 본문과 용어를 나란히 보는 화면, 어두운 바탕",
        size: (112, 34),
        light: false,
        notes: lessons,
        keys: "2 . 3 . 1 enter",
    },
    Scene {
        name: "reader-light",
        title: "목차와 본문과 용어를 나란히 보는 화면, 밝은 바탕",
        size: (112, 34),
        light: true,
        notes: lessons,
        keys: "1 . 4 . 1 enter",
    },
    Scene {
        name: "finder",
        title: "초성으로 찾아가기",
        size: (100, 26),
        light: false,
        notes: lessons,
        keys: "o ㅋ ㅌ ㅇ ㄴ",
    },
    Scene {
        name: "glossary",
        title: "본문 위에 뜬 용어의 뜻",
        size: (100, 26),
        light: true,
        notes: lessons,
        keys: "2 . 3 . 1 enter t",
    },
    Scene {
        name: "narrow",
        title: "40칸의 좁은 화면",
        size: (40, 24),
        light: false,
        notes: lessons,
        keys: "2 . 4 enter",
    },
    Scene {
        name: "tables",
        title: "표와 접는 것, 글 사이의 그림",
        size: (100, 40),
        light: false,
        notes: gallery,
        keys: "6 enter",
    },
];

/// Every picture: its path in the package, and the SVG.
pub fn pictures() -> Vec<(String, String)> {
    SCENES.iter().map(|scene| (format!("docs/pictures/{}.svg", scene.name), draw(scene))).collect()
}

fn draw(scene: &Scene) -> String {
    let mut app = App::empty(scene.size.0, scene.size.1);
    app.shelf = Shelf::new(&[format!("{}/tests/data", env!("CARGO_MANIFEST_DIR")).into()]);
    app.send(Msg::Medium { medium: Medium::Blocks { all_colours: true }, cell: None });
    app.load(&library(&(scene.notes)()));
    app.keys(scene.keys);
    let (theme, ground) = if scene.light { ("light", LIGHT) } else { ("dark", DARK) };
    let (_, cursor) = app.draw();
    svg(&themed(&app, theme, Depth::True), cursor, &ground, scene.title)
}

#[test]
fn the_pictures_of_the_documentation_are_as_the_app_draws_itself() {
    for (path, drawn) in pictures() {
        let file = format!("{}/{path}", env!("CARGO_MANIFEST_DIR"));
        expect_test::expect_file![file].assert_eq(&drawn);
    }
}
