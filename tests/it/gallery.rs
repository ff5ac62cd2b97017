//! The gallery: one note with everything that the reader understands, leafed through on screens of
//! several sizes, in all the ways in which it can be drawn. The screens stand in `tests/data/gallery/`;
//! `UPDATE_EXPECT=1` rewrites them.
#![cfg(all(feature = "highlight", feature = "images"))]

use std::collections::BTreeMap;
use std::fmt::Write;

use expect_test::expect_file;
use gongbu::app::Msg;
use gongbu::app::pictures::Medium;
use gongbu::store::pictures::Shelf;
use gongbu::text::width::width;
use gongbu::tui::theme::Depth;
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};

use crate::screen::{App, data, library, themed};

/// The sizes at which all of the note is drawn.
const SIZES: [(u16, u16); 3] = [(120, 36), (80, 24), (40, 12)];

/// What is chosen before the notes come.
type Choose = fn(&mut App);

/// The ways in which it is drawn as text, at each size: what they are called, and what is chosen for
/// them. A further way of drawing (without panes, say) is one line here.
const TEXTS: [(&str, Choose); 2] =
    [("lines", |_| {}), ("ascii", |app| app.state.open.ascii = true)];

/// The ways in which it is coloured: a theme and what the terminal can show of it. All are drawn at
/// [`COLOURED`] and written into one file.
const COLOURS: [(&str, Depth); 6] = [
    ("dark", Depth::True),
    ("light", Depth::True),
    ("ansi-dark", Depth::Sixteen),
    ("ansi-light", Depth::Sixteen),
    ("ansi", Depth::Sixteen),
    ("mono", Depth::Plain),
];

/// The size at which colours are written down.
const COLOURED: (u16, u16) = (80, 24);

/// The app on the gallery, before it has been turned to any page.
fn gallery((columns, rows): (u16, u16), choose: Choose) -> App {
    let mut app = App::empty(columns, rows);
    choose(&mut app);
    let folder = format!("{}/tests/data", env!("CARGO_MANIFEST_DIR"));
    app.shelf = Shelf::new(&[folder.into()]);
    if !app.state.open.ascii {
        app.send(Msg::Medium { medium: Medium::Blocks { all_colours: true }, cell: None });
    }
    app.load(&library(&[data("gallery.md"), data("gallery-harbour.md")]));
    app
}

/// Shows every page, from the first to the last.
fn leaf_through(app: &mut App, mut show: impl FnMut(&App)) {
    let mut last = String::new();
    for _ in 0..500 {
        let screen = app.screen();
        if screen == last {
            return;
        }
        show(app);
        last = screen;
        app.keys("space");
    }
    panic!("the gallery has no end");
}

fn path(name: &str) -> String {
    format!("{}/tests/data/gallery/{name}", env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn every_page_is_drawn_as_its_golden_file_says() {
    for size @ (columns, rows) in SIZES {
        for (name, choose) in TEXTS {
            let mut pages = String::new();
            let mut app = gallery(size, choose);
            leaf_through(&mut app, |app| {
                pages += &app.screen();
                pages.push('\n');
            });
            expect_file![path(&format!("{columns}x{rows}-{name}.txt"))].assert_eq(&pages);
        }
    }
}

/// What a cell looks like: `#d8a657 bold`, `-` where it is the terminal's own.
fn look(cell: &Cell) -> String {
    let colour = |colour: Color| match colour {
        Color::Reset => String::new(),
        Color::Rgb(r, g, b) => format!("#{r:02x}{g:02x}{b:02x}"),
        other => other.to_string().to_lowercase(),
    };
    let mut words = vec![colour(cell.fg)];
    if cell.bg != Color::Reset {
        words.push(format!("on {}", colour(cell.bg)));
    }
    for (name, _) in Modifier::all().iter_names().filter(|(_, set)| cell.modifier.contains(*set)) {
        words.push(name.to_lowercase());
    }
    words.retain(|word| !word.is_empty());
    if words.is_empty() { "-".to_owned() } else { words.join(" ") }
}

/// A name for each number: `a` … `z`, `aa` …
fn letters(mut number: usize) -> String {
    let mut name = String::new();
    loop {
        name.insert(0, char::from(b'a' + u8::try_from(number % 26).unwrap()));
        number /= 26;
        if number == 0 {
            return name;
        }
        number -= 1;
    }
}

/// Colours, written so that they can be reviewed: each row as the text of its runs, each between
/// the name of its look and the next. What a name looks like in each theme stands at the end: two
/// cells have one name where no theme tells them apart.
#[test]
fn every_cell_has_the_colour_that_its_golden_file_says() {
    let mut looks: BTreeMap<Vec<String>, usize> = BTreeMap::new();
    let mut pages = String::new();
    leaf_through(&mut gallery(COLOURED, |_| {}), |app| {
        let screens: Vec<Buffer> =
            COLOURS.iter().map(|(name, depth)| themed(app, name, *depth)).collect();
        let area = screens.first().unwrap().area;
        for y in 0..area.height {
            let (mut row, mut on, mut skip) = (String::new(), usize::MAX, 0);
            for x in 0..area.width {
                if skip > 0 {
                    skip -= 1;
                    continue;
                }
                let cells: Vec<&Cell> =
                    screens.iter().map(|screen| screen.cell((x, y)).unwrap()).collect();
                let symbol = cells.first().unwrap().symbol();
                // A theme changes no character.
                assert!(cells.iter().all(|cell| cell.symbol() == symbol));
                skip = width(symbol).saturating_sub(1);
                let number = looks.len();
                let key: Vec<String> = cells.into_iter().map(look).collect();
                let number = *looks.entry(key).or_insert(number);
                if number != on {
                    write!(row, "«{}»", letters(number)).unwrap();
                    on = number;
                }
                row.push_str(symbol);
            }
            writeln!(pages, "{}", row.trim_end()).unwrap();
        }
        pages.push('\n');
    });
    let mut names: Vec<_> = looks.into_iter().map(|(looks, number)| (number, looks)).collect();
    names.sort();
    for (number, looks) in names {
        writeln!(pages, "«{}»", letters(number)).unwrap();
        for ((theme, _), look) in COLOURS.iter().zip(looks) {
            writeln!(pages, "    {theme}: {look}").unwrap();
        }
    }
    expect_file![path("80x24-colours.txt")].assert_eq(&pages);
}
