//! A screen as a picture: a buffer of cells becomes SVG. Each character has its own place on the grid,
//! whatever font shows it; lines, blocks and grounds are drawn and need no font.
#![cfg(all(feature = "highlight", feature = "images"))]

use std::collections::BTreeMap;
use std::fmt::Write;

use gongbu::text::width::width;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Position;
use ratatui::style::{Color, Modifier};

/// Pixels from a cell to the next, and from a row to the next.
const CELL: (usize, usize) = (8, 18);
/// Pixels round the screen.
const MARGIN: usize = 12;
/// Pixels from the top of a row to the line that its letters stand on.
const BASE: usize = 13;
/// The size of letters that are two cells wide: in the size of the others they would stand apart.
const WIDE: &str = "15";
/// Fonts whose letters are as wide as a cell at this size, and what has Hangul behind them.
const FONTS: &str = "font-family=\"Menlo,'DejaVu Sans Mono','Liberation Mono',Consolas,D2Coding,\
    'Noto Sans Mono CJK KR','Noto Sans CJK KR','Apple SD Gothic Neo','Malgun Gothic',monospace\" \
    font-size=\"13.3\"";

/// The colours that a terminal has by itself.
pub struct Ground {
    /// Of text.
    pub text: &'static str,
    /// Behind it.
    pub ground: &'static str,
}

/// A dark terminal.
pub const DARK: Ground = Ground { text: "#d7dae0", ground: "#1b1d23" };
/// A light one.
pub const LIGHT: Ground = Ground { text: "#24292f", ground: "#fcfcfa" };

/// Draws a screen, and a bar where the text cursor is; `title` says in words what is on it.
pub fn svg(buffer: &Buffer, cursor: Option<Position>, ground: &Ground, title: &str) -> String {
    let mut drawing = Drawing { ground, ..Drawing::default() };
    for y in 0..buffer.area.height {
        drawing.row(buffer, y);
    }
    if let Some(cursor) = cursor {
        let (x, y) = corner(cursor.x, cursor.y);
        drawing.rect((x, y + 1), (2, CELL.1 - 2), ground.text);
    }
    let width = usize::from(buffer.area.width) * CELL.0 + 2 * MARGIN;
    let height = usize::from(buffer.area.height) * CELL.1 + 2 * MARGIN;
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" role=\"img\">\n<title>{}</title>\n\
         <rect width=\"{width}\" height=\"{height}\" rx=\"8\" fill=\"{}\"/>\n",
        escaped(title),
        ground.ground,
    );
    out += &drawing.grounds;
    for (colour, path) in drawing.lines {
        writeln!(out, "<path stroke=\"{colour}\" fill=\"none\" d=\"{path}\"/>").unwrap();
    }
    writeln!(out, "<g {FONTS} fill=\"{}\">\n{}</g>\n</svg>", ground.text, drawing.texts).unwrap();
    out
}

/// What has been drawn so far.
struct Drawing<'a> {
    ground: &'a Ground,
    grounds: String,
    texts: String,
    /// Paths of lines, by their colours.
    lines: BTreeMap<String, String>,
}

impl Default for Drawing<'_> {
    fn default() -> Self {
        let (grounds, texts) = Default::default();
        Drawing { ground: &DARK, grounds, texts, lines: BTreeMap::new() }
    }
}

/// What cells of one run share.
#[derive(Clone, PartialEq, Eq)]
struct Look {
    text: String,
    ground: String,
    set: Modifier,
}

impl Drawing<'_> {
    fn row(&mut self, buffer: &Buffer, y: u16) {
        let mut x = 0;
        while x < buffer.area.width {
            let look = self.look(buffer.cell((x, y)).unwrap());
            let from = x;
            let mut symbols = Vec::new();
            while let Some(cell) = buffer.cell((x, y)).filter(|cell| self.look(cell) == look) {
                symbols.push((x, cell.symbol()));
                x += u16::try_from(width(cell.symbol()).max(1)).unwrap();
            }
            self.run(&symbols, from..x, y, &look);
        }
    }

    fn look(&self, cell: &Cell) -> Look {
        let colour = |colour: Color, own: &str| match colour {
            Color::Rgb(r, g, b) => format!("#{r:02x}{g:02x}{b:02x}"),
            Color::Reset => own.to_owned(),
            // Pictures are drawn in themes of all colours, which name no other.
            other => panic!("no colour of a picture: {other}"),
        };
        let set = cell.modifier;
        let mut text = colour(cell.fg, self.ground.text);
        let mut ground = colour(cell.bg, self.ground.ground);
        if set.contains(Modifier::REVERSED) {
            std::mem::swap(&mut text, &mut ground);
        }
        Look { text, ground, set }
    }

    /// Cells of one look: their ground, what is drawn, and their text.
    fn run(&mut self, symbols: &[(u16, &str)], cells: std::ops::Range<u16>, y: u16, look: &Look) {
        let (left, top) = corner(cells.start, y);
        let long = usize::from(cells.end - cells.start) * CELL.0;
        if look.ground != self.ground.ground {
            self.rect((left, top), (long, CELL.1), &look.ground);
        }
        let below = [(Modifier::UNDERLINED, BASE + 2), (Modifier::CROSSED_OUT, BASE - 4)];
        for (_, down) in below.iter().filter(|(line, _)| look.set.contains(*line)) {
            self.line(&look.text, format_args!("M{left} {}.5h{long}", top + down));
        }
        let mut piece: Vec<(usize, &str)> = Vec::new();
        for (x, symbol) in symbols {
            let (left, top) = corner(*x, y);
            if self.drawn(symbol, (left, top), look) {
                self.piece(&mut piece, top, look);
                continue;
            }
            // Wide letters have a size of their own.
            let wide = |symbol: &str| width(symbol) > 1;
            if piece.last().is_some_and(|(_, last)| wide(last) != wide(symbol)) {
                self.piece(&mut piece, top, look);
            }
            // A reader of SVG takes several spaces for one.
            let space = symbol.trim().is_empty();
            let after_space = piece.last().is_none_or(|(_, last)| *last == " ");
            if !(space && after_space) {
                piece.push((left, symbol));
            } else {
                self.piece(&mut piece, top, look);
            }
            // Only a character of one code has one place in a list of places.
            if symbol.chars().nth(1).is_some() {
                let cluster = piece.split_off(piece.len() - 1);
                self.piece(&mut piece, top, look);
                piece = cluster;
                self.piece(&mut piece, top, look);
            }
        }
        self.piece(&mut piece, top, look);
    }

    /// Writes a piece of text, and leaves none.
    fn piece(&mut self, piece: &mut Vec<(usize, &str)>, top: usize, look: &Look) {
        while piece.last().is_some_and(|(_, symbol)| symbol.trim().is_empty()) {
            piece.pop();
        }
        let wide = piece.first().is_some_and(|(_, symbol)| width(symbol) > 1);
        let text: String = piece.iter().map(|(_, symbol)| *symbol).collect();
        let places: Vec<String> = piece.iter().map(|(x, _)| x.to_string()).collect();
        piece.clear();
        let Some(first) = places.first() else { return };
        // Narrow letters next to each other need no place each, but a length.
        let places = if text.is_ascii() && places.len() > 1 {
            let long = places.len() * CELL.0;
            format!("x=\"{first}\" textLength=\"{long}\"")
        } else {
            let cluster = text.chars().count() > places.len();
            format!("x=\"{}\"", if cluster { first.clone() } else { places.join(" ") })
        };
        write!(self.texts, "<text {places} y=\"{}\"", top + BASE).unwrap();
        if wide {
            write!(self.texts, " font-size=\"{WIDE}\"").unwrap();
        }
        if look.text != self.ground.text {
            write!(self.texts, " fill=\"{}\"", look.text).unwrap();
        }
        let words = [
            (Modifier::BOLD, " font-weight=\"bold\""),
            (Modifier::ITALIC, " font-style=\"italic\""),
            (Modifier::DIM, " opacity=\"0.65\""),
        ];
        for (_, word) in words.iter().filter(|(modifier, _)| look.set.contains(*modifier)) {
            self.texts += word;
        }
        writeln!(self.texts, ">{}</text>", escaped(&text)).unwrap();
    }

    /// Draws what is a line or a block; tells whether it is.
    fn drawn(&mut self, symbol: &str, (left, top): (usize, usize), look: &Look) -> bool {
        if symbol == "▀" || symbol == "▄" {
            let down = if symbol == "▀" { 0 } else { CELL.1 / 2 };
            self.rect((left, top + down), (CELL.0, CELL.1 / 2), &look.text);
            return true;
        }
        // Up, right, down, left: from the middle of the cell to its edge.
        let [up, right, down, to_left] = match symbol {
            "─" => [0, 1, 0, 1],
            "│" => [1, 0, 1, 0],
            "┌" => [0, 1, 1, 0],
            "┐" => [0, 0, 1, 1],
            "└" => [1, 1, 0, 0],
            "┘" => [1, 0, 0, 1],
            "├" => [1, 1, 1, 0],
            "┤" => [1, 0, 1, 1],
            "┬" => [0, 1, 1, 1],
            "┴" => [1, 1, 0, 1],
            "┼" => [1, 1, 1, 1],
            _ => return false,
        };
        let (half, middle) = (CELL.0 / 2, CELL.1 / 2);
        let across = (left + half * (1 - to_left), half * (to_left + right));
        let upright = (top + middle * (1 - up), middle * (up + down));
        if across.1 > 0 {
            let (from, long) = across;
            self.line(&look.text, format_args!("M{from} {}.5h{long}", top + middle));
        }
        if upright.1 > 0 {
            let (from, long) = upright;
            self.line(&look.text, format_args!("M{}.5 {from}v{long}", left + half));
        }
        true
    }

    fn line(&mut self, colour: &str, path: std::fmt::Arguments) {
        self.lines.entry(colour.to_owned()).or_default().write_fmt(path).unwrap();
    }

    fn rect(&mut self, (x, y): (usize, usize), (width, height): (usize, usize), colour: &str) {
        writeln!(
            self.grounds,
            "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" fill=\"{colour}\"/>"
        )
        .unwrap();
    }
}

/// Where a cell begins, in pixels.
fn corner(x: u16, y: u16) -> (usize, usize) {
    (MARGIN + usize::from(x) * CELL.0, MARGIN + usize::from(y) * CELL.1)
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
