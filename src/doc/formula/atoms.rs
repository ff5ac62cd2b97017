//! What a formula is made of, and how it is set on one line: TeX's classes of signs say where spaces
//! stand (The TeXbook, chapter 18), and brackets stand where a line needs them.

use super::letters::{is_fenced, script};
use super::rows::Rows;

/// The class of an atom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A letter, a number, anything that stands by itself.
    Ord,
    /// A function with a name.
    Op,
    /// A large operator: a sum, an integral.
    Big,
    /// A sign between two operands.
    Bin,
    /// A relation, an arrow.
    Rel,
    Open,
    Close,
    Punct,
    Space,
    /// `a/b`
    Frac,
    /// The end of a row.
    Row,
    /// Rows of their own.
    Table,
}

/// A part of a formula.
#[derive(Debug)]
pub(super) struct Atom {
    pub kind: Kind,
    /// How it is written; a table on one line.
    pub text: String,
    /// It is written as it stands: a space beside it is one between words.
    pub word: bool,
    /// There is a space before it.
    pub spaced: bool,
    /// Where it begins in the formula.
    pub at: usize,
    pub rows: Option<Box<Rows>>,
    /// Where its exponent begins.
    pub raised: Option<usize>,
}

impl Atom {
    pub fn new(kind: Kind, text: impl Into<String>, at: usize) -> Atom {
        let text = text.into();
        Atom { kind, text, word: false, spaced: false, at, rows: None, raised: None }
    }

    /// Adds an exponent (`up`) or an index.
    pub fn add_script(&mut self, of: &[Atom], up: bool) {
        if self.kind == Kind::Frac {
            self.text = format!("({})", self.text);
            self.kind = Kind::Ord;
        }
        let script = script(&line(of, true), up);
        match self.raised {
            // The index comes first, in whichever order they are written.
            Some(raised) if !up => self.text.insert_str(raised, &script),
            _ => {
                if up {
                    self.raised.get_or_insert(self.text.len());
                }
                self.text.push_str(&script);
            }
        }
    }

    fn is_operand(&self) -> bool {
        matches!(self.kind, Kind::Ord | Kind::Close | Kind::Frac | Kind::Table)
    }

    fn may_follow_operator(&self) -> bool {
        self.begins_operand() || self.kind == Kind::Bin
    }

    fn begins_operand(&self) -> bool {
        self.is_operand() && self.kind != Kind::Close
            || matches!(self.kind, Kind::Open | Kind::Op | Kind::Big)
    }
}

/// `atoms` on one line; `tight`, as in an exponent, with few spaces.
pub(super) fn line(atoms: &[Atom], tight: bool) -> String {
    let mut out = String::new();
    let mut before: Option<(Kind, &Atom)> = None;
    for (index, atom) in atoms.iter().enumerate() {
        let next = || atoms.iter().skip(index + 1).find(|next| next.kind != Kind::Space);
        let kind = match atom.kind {
            // With one operand it is a sign of that.
            Kind::Bin if !before.is_some_and(|(_, atom)| atom.is_operand()) => Kind::Ord,
            Kind::Bin if !next().is_some_and(Atom::may_follow_operator) => Kind::Ord,
            Kind::Row => {
                out.push_str(if out.ends_with([',', ';', ' ']) { " " } else { "; " });
                before = None;
                continue;
            }
            Kind::Space => {
                if !out.ends_with(' ') {
                    out.push_str(&atom.text);
                }
                continue;
            }
            kind => kind,
        };
        if let Some((last, last_atom)) = before
            && !out.ends_with([' ', '\u{a0}'])
            && has_gap((last, last_atom), (kind, atom), tight)
        {
            out.push(' ');
        }
        // `a/b x` could be read as `a/(bx)`.
        let beside = before.is_some_and(|(kind, atom)| kind != Kind::Bin && atom.is_operand())
            || next().is_some_and(Atom::begins_operand);
        if kind == Kind::Frac && beside {
            out.push('(');
            out.push_str(&atom.text);
            out.push(')');
        } else {
            out.push_str(&atom.text);
        }
        if !atom.text.is_empty() {
            before = Some((kind, atom));
        }
    }
    out
}

/// Whether a space stands between two atoms, of which each kind is as it is used.
fn has_gap((a, first): (Kind, &Atom), (b, second): (Kind, &Atom), tight: bool) -> bool {
    let loose = !tight;
    match (a, b) {
        // The sign of one operand stands right before it.
        (Kind::Ord, _) if first.kind == Kind::Bin => false,
        (Kind::Rel, Kind::Rel | Kind::Punct | Kind::Close) | (Kind::Open, Kind::Rel) => false,
        (Kind::Rel | Kind::Bin, _) | (_, Kind::Rel | Kind::Bin) => {
            // A relation that is a word needs its spaces everywhere.
            let word = |atom: &Atom| atom.text.starts_with(char::is_alphabetic);
            loose || (a == Kind::Rel && word(first)) || (b == Kind::Rel && word(second))
        }
        (Kind::Punct, Kind::Close) => false,
        (Kind::Punct, _) => loose && (second.spaced || !is_digit(second)),
        (Kind::Op, Kind::Open) => false,
        (Kind::Op | Kind::Big, Kind::Close | Kind::Punct) => false,
        (Kind::Op, _) => true,
        (Kind::Big, _) => loose,
        (Kind::Ord | Kind::Close | Kind::Frac | Kind::Table, Kind::Op) => true,
        (Kind::Ord | Kind::Close | Kind::Frac | Kind::Table, Kind::Big) => loose,
        (Kind::Ord, Kind::Ord) => second.spaced && first.word && second.word,
        _ => false,
    }
}

fn is_digit(atom: &Atom) -> bool {
    atom.text.starts_with(|c: char| c.is_ascii_digit())
}

/// `atoms` as what stands above a fraction: in brackets where it is a sum.
pub(super) fn dividend(atoms: &[Atom]) -> String {
    let text = line(atoms, false);
    let whole = !text.contains([' ', '\u{a0}', '/']) || is_fenced(&text) || is_call(atoms, &text);
    if whole { text } else { format!("({text})") }
}

/// `atoms` as what stands below a fraction: in brackets where it is more than one thing.
pub(super) fn divisor(atoms: &[Atom]) -> String {
    let text = line(atoms, false);
    let differential = match atoms {
        [d, x] => matches!(d.text.as_str(), "d" | "∂" | "δ" | "Δ") && x.kind == Kind::Ord,
        _ => false,
    };
    if differential || is_call(atoms, &text) { text } else { operand(atoms) }
}

/// `atoms` as one thing: in brackets unless it is that.
pub(super) fn operand(atoms: &[Atom]) -> String {
    let text = line(atoms, false);
    let single = match atoms {
        [atom] => atom.kind == Kind::Ord && !text.contains([' ', '\u{a0}']),
        _ => is_fenced(&text),
    };
    if single || text.is_empty() { text } else { format!("({text})") }
}

/// Whether `atoms`, which are set as `text`, are a function of something: `f(x + 1)`.
fn is_call(atoms: &[Atom], text: &str) -> bool {
    match atoms {
        [function, open, ..] if open.kind == Kind::Open => {
            matches!(function.kind, Kind::Ord | Kind::Op)
                && text.strip_prefix(&function.text).is_some_and(is_fenced)
        }
        _ => false,
    }
}
