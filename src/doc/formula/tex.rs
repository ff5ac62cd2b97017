//! Reading TeX's formulas, in one pass and never deeper than a bound. What is no well-formed formula
//! is given up, to be shown as it is written; a command that is not known stays as written.

mod command;

use super::Line;
use super::atoms::{Atom, Kind, dividend, divisor, line};
use super::rows;

/// Groups nest no deeper.
const MAX_DEPTH: usize = 40;
/// A longer formula stays as it is.
const LONGEST: usize = 16 * 1024;

/// The lines that `tex` is read as: one, unless it may stand `apart`. `None` where it cannot be read.
pub(super) fn lines(tex: &str, apart: bool) -> Option<Vec<Line>> {
    if tex.len() > LONGEST {
        return None;
    }
    let mut reader = Reader { tex, at: 0 };
    let (atoms, End::All) = reader.list(MAX_DEPTH, Within::Group)? else { return None };
    let lines = if apart {
        rows::lines(atoms, tex.len())
    } else {
        vec![Line { text: line(&atoms, false), source: 0..tex.len() }]
    };
    let lines: Vec<Line> = lines.into_iter().filter(|line| !line.text.trim().is_empty()).collect();
    (!lines.is_empty()).then_some(lines)
}

/// What a list of atoms stands in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Within {
    Group,
    /// `[…]`
    Bracket,
    /// A cell of an environment.
    Cell,
}

/// What ends a list of atoms.
enum End<'a> {
    All,
    Brace,
    Bracket,
    Cell,
    Row,
    Environment(&'a str),
}

struct Reader<'a> {
    tex: &'a str,
    at: usize,
}

impl<'a> Reader<'a> {
    fn rest(&self) -> &'a str {
        self.tex.get(self.at..).unwrap_or("")
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn next(&mut self) -> Option<char> {
        let c = self.peek()?;
        self.at += c.len_utf8();
        Some(c)
    }

    /// Takes `sign` if it stands here.
    fn takes(&mut self, sign: char) -> bool {
        let found = self.peek() == Some(sign);
        self.at += if found { sign.len_utf8() } else { 0 };
        found
    }

    fn skip_spaces(&mut self) -> bool {
        let rest = self.rest();
        let spaces = rest.len() - rest.trim_start().len();
        self.at += spaces;
        spaces > 0
    }

    /// Reads atoms up to what ends them.
    fn list(&mut self, depth: usize, within: Within) -> Option<(Vec<Atom>, End<'a>)> {
        let depth = depth.checked_sub(1)?;
        let mut list: Vec<Atom> = Vec::new();
        let mut spaced = false;
        loop {
            spaced |= self.skip_spaces();
            let (from, count) = (self.at, list.len());
            let Some(c) = self.next() else { return Some((list, End::All)) };
            match c {
                '}' => return Some((list, End::Brace)),
                ']' if within == Within::Bracket => return Some((list, End::Bracket)),
                '&' if within == Within::Cell => return Some((list, End::Cell)),
                '{' => {
                    let (mut group, End::Brace) = self.list(depth, Within::Group)? else {
                        return None;
                    };
                    if let [atom] = group.as_mut_slice()
                        && matches!(atom.kind, Kind::Punct | Kind::Bin | Kind::Rel)
                    {
                        // `1{,}000`: in braces a sign is no more than itself.
                        atom.kind = Kind::Ord;
                    }
                    if group.is_empty() {
                        group.push(Atom::new(Kind::Ord, "", from));
                    }
                    list.append(&mut group);
                }
                '^' | '_' => {
                    let script = self.argument(depth)?;
                    base(&mut list, from).add_script(&script, c == '^');
                }
                '\'' => {
                    let rest = self.rest();
                    let more = rest.len() - rest.trim_start_matches('\'').len();
                    self.at += more;
                    let primes = ["′", "″", "‴", "⁗"].get(more).copied();
                    let primes = primes.map_or_else(|| "′".repeat(more + 1), str::to_owned);
                    let primes = [Atom::new(Kind::Ord, primes, from)];
                    base(&mut list, from).add_script(&primes, true);
                }
                '\\' => match self.name() {
                    "\\" => {
                        self.after_row();
                        if within == Within::Cell {
                            return Some((list, End::Row));
                        }
                        list.push(Atom::new(Kind::Row, "", from));
                    }
                    "end" if within == Within::Cell => {
                        return Some((list, End::Environment(self.raw()?)));
                    }
                    "over" => {
                        let above = std::mem::take(&mut list);
                        let (below, end) = self.list(depth, within)?;
                        list.push(fraction(&above, &below, from));
                        return Some((list, end));
                    }
                    name => self.command(name, from, depth, &mut list)?,
                },
                c => list.push(self.sign(c, from)),
            }
            if let Some(first) = list.get_mut(count) {
                first.spaced = spaced;
            }
            spaced = false;
        }
    }

    /// A sign, a letter or a number that begins with `c`, which is read.
    fn sign(&mut self, c: char, from: usize) -> Atom {
        let kind = match c {
            '+' | '-' | '*' => Kind::Bin,
            '=' | '<' | '>' => Kind::Rel,
            '(' | '[' => Kind::Open,
            ')' | ']' | '!' => Kind::Close,
            ',' | ';' => Kind::Punct,
            '~' => return Atom::new(Kind::Space, " ", from),
            ':' if self.takes('=') => return Atom::new(Kind::Rel, ":=", from),
            _ => Kind::Ord,
        };
        if c.is_ascii_digit() {
            let rest = self.rest();
            let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
            self.at += digits;
            // `1.5` is one number; `1,2` may be two.
            let rest = self.rest();
            let fraction = rest.strip_prefix('.').unwrap_or("");
            let more =
                fraction.len() - fraction.trim_start_matches(|c: char| c.is_ascii_digit()).len();
            self.at += if more > 0 { 1 + more } else { 0 };
        }
        let text = self.tex.get(from..self.at).unwrap_or("");
        Atom { word: true, ..Atom::new(kind, text, from) }
    }

    /// The name of the command whose backslash is read.
    fn name(&mut self) -> &'a str {
        let rest = self.rest();
        let letters = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_alphabetic()).len();
        let length = match letters {
            0 => rest.chars().next().map_or(0, char::len_utf8),
            letters => letters + usize::from(rest.get(letters..).is_some_and(is_starred)),
        };
        self.at += length;
        let name = rest.get(..length).unwrap_or("");
        if letters > 0 { name.trim_end_matches('*') } else { name }
    }

    /// Passes over what may follow `\\`: a star, and a length in brackets.
    fn after_row(&mut self) {
        self.takes('*');
        let rest = self.rest().strip_prefix('[').unwrap_or("").bytes();
        let end = rest.take(12).position(|byte| byte == b']');
        let length = end.and_then(|end| self.rest().get(1..=end));
        if let Some(length) = length
            && length.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '.' | '-'))
        {
            self.at += length.len() + 2;
        }
    }

    /// What a command or a script applies to: a group, a command or one sign.
    fn argument(&mut self, depth: usize) -> Option<Vec<Atom>> {
        let depth = depth.checked_sub(1)?;
        self.skip_spaces();
        let from = self.at;
        match self.next()? {
            '{' => match self.list(depth, Within::Group)? {
                (list, End::Brace) => Some(list),
                _ => None,
            },
            '\\' => {
                let mut list = Vec::new();
                let name = self.name();
                if matches!(name, "\\" | "end" | "begin" | "left" | "right") {
                    return None;
                }
                self.command(name, from, depth, &mut list)?;
                Some(list)
            }
            '}' | '^' | '_' | '&' => None,
            c if c.is_ascii_digit() => {
                // `\frac12` is a half.
                Some(vec![Atom::new(Kind::Ord, c.to_string(), from)])
            }
            c => Some(vec![self.sign(c, from)]),
        }
    }

    /// What stands in brackets, if anything does.
    fn option(&mut self, depth: usize) -> Option<Option<Vec<Atom>>> {
        if !self.takes('[') {
            return Some(None);
        }
        match self.list(depth, Within::Bracket)? {
            (list, End::Bracket) => Some(Some(list)),
            _ => None,
        }
    }

    /// What stands between braces, as it is written.
    fn raw(&mut self) -> Option<&'a str> {
        self.skip_spaces();
        if !self.takes('{') {
            return None;
        }
        let rest = self.rest();
        let (mut depth, mut escaped) = (0_usize, false);
        for (at, byte) in rest.bytes().enumerate() {
            match byte {
                _ if escaped => escaped = false,
                b'\\' => escaped = true,
                b'{' => depth += 1,
                b'}' if depth == 0 => {
                    self.at += at + 1;
                    return rest.get(..at);
                }
                b'}' => depth -= 1,
                _ => {}
            }
        }
        None
    }
}

/// A fraction on one line.
fn fraction(above: &[Atom], below: &[Atom], at: usize) -> Atom {
    Atom::new(Kind::Frac, format!("{}/{}", dividend(above), divisor(below)), at)
}

/// Whether a star belongs to the command before it (`\operatorname*`, `\tag*`).
fn is_starred(rest: &str) -> bool {
    rest.starts_with("*{")
}

/// What a script belongs to.
fn base(list: &mut Vec<Atom>, at: usize) -> &mut Atom {
    let takes = |atom: &Atom| !matches!(atom.kind, Kind::Space | Kind::Row | Kind::Table);
    if !list.last().is_some_and(takes) {
        list.push(Atom::new(Kind::Ord, "", at));
    }
    let last = list.len() - 1;
    &mut list[last]
}
