//! The commands that do something with what follows them.

use super::super::atoms::{Atom, Kind, line, operand};
use super::super::letters::{accent, alphabet, in_alphabet, script, with_accent};
use super::super::names::sign;
use super::super::rows::{Rows, shape};
use super::{End, Reader, Within, fraction};

impl Reader<'_> {
    /// Reads what the command `name`, which stands at `from`, makes of what follows it.
    pub(super) fn command(
        &mut self,
        name: &str,
        from: usize,
        depth: usize,
        list: &mut Vec<Atom>,
    ) -> Option<()> {
        let atom = |kind, text: String| Atom::new(kind, text, from);
        let made = match name {
            "frac" | "dfrac" | "tfrac" | "cfrac" | "sfrac" | "nicefrac" => {
                let (above, below) = (self.argument(depth)?, self.argument(depth)?);
                fraction(&above, &below, from)
            }
            "binom" | "dbinom" | "tbinom" => {
                let (n, k) = (self.argument(depth)?, self.argument(depth)?);
                atom(Kind::Ord, format!("C({}, {})", line(&n, false), line(&k, false)))
            }
            "sqrt" => {
                let index = self.option(depth)?;
                let index = index.map_or(String::new(), |index| script(&line(&index, true), true));
                atom(Kind::Ord, format!("{index}√{}", operand(&self.argument(depth)?)))
            }
            "text" | "textrm" | "textbf" | "textit" | "textsf" | "texttt" | "textnormal"
            | "mbox" | "hbox" | "emph" | "textup" | "textsc" => {
                atom(Kind::Ord, unescaped(self.raw()?))
            }
            "operatorname" => atom(Kind::Op, line(&self.argument(depth)?, true)),
            "mathrm" | "mathsf" | "mathtt" | "mathit" | "mathnormal" | "symup" => {
                atom(Kind::Ord, line(&self.argument(depth)?, false))
            }
            "overset" | "stackrel" | "underset" => {
                let (script, mut on) = (self.argument(depth)?, self.argument(depth)?);
                super::base(&mut on, from).add_script(&script, name != "underset");
                list.append(&mut on);
                return Some(());
            }
            "underbrace" | "overbrace" | "underbracket" | "overbracket" => {
                atom(Kind::Ord, operand(&self.argument(depth)?))
            }
            "xrightarrow" | "xleftarrow" | "xRightarrow" | "xleftrightarrow" => {
                let arrow = match name {
                    "xrightarrow" => "→",
                    "xleftarrow" => "←",
                    "xRightarrow" => "⇒",
                    _ => "↔",
                };
                let mut arrow = atom(Kind::Rel, arrow.to_owned());
                let below = self.option(depth)?;
                let above = self.argument(depth)?;
                below.iter().for_each(|below| arrow.add_script(below, false));
                if !above.is_empty() {
                    arrow.add_script(&above, true);
                }
                arrow
            }
            "boxed" | "fbox" | "mathop" | "mathrel" | "mathbin" | "mathord" | "mathopen"
            | "mathclose" | "mathpunct" | "mathinner" | "substack" | "displaylines" | "smash"
            | "ensuremath" => {
                list.append(&mut self.argument(depth)?);
                return Some(());
            }
            "color" | "textcolor" | "colorbox" => {
                self.raw()?;
                return Some(());
            }
            "tag" => {
                list.push(Atom::new(Kind::Space, "  ", from));
                atom(Kind::Ord, format!("({})", unescaped(self.raw()?)))
            }
            "pmod" | "pod" => {
                let of = line(&self.argument(depth)?, false);
                list.push(Atom::new(Kind::Space, " ", from));
                let sign = if name == "pmod" { "mod " } else { "" };
                atom(Kind::Ord, format!("({sign}{of})"))
            }
            "label" => {
                self.raw()?;
                return Some(());
            }
            "nonumber" | "notag" | "displaystyle" | "textstyle" | "scriptstyle" | "limits"
            | "scriptscriptstyle" | "nolimits" | "hline" | "strut" | "mathstrut" | "allowbreak"
            | "nobreak" | "relax" | "!" | "/" | "centering" | "rm" | "it" | "sf" | "tt"
            | "normalsize" | "large" | "Large" | "small" => return Some(()),
            "big" | "Big" | "bigg" | "Bigg" | "bigl" | "bigr" | "Bigl" | "Bigr" | "biggl"
            | "biggr" | "Biggl" | "Biggr" | "bigm" | "Bigm" | "biggm" | "Biggm" => return Some(()),
            "left" | "right" | "middle" => match self.delimiter(name, from)? {
                Some(delimiter) => delimiter,
                None => return Some(()),
            },
            "hspace" | "hskip" | "kern" | "mspace" | "mkern" => {
                self.skip_spaces();
                if self.peek() == Some('{') {
                    self.raw()?;
                } else {
                    self.length();
                }
                atom(Kind::Space, " ".to_owned())
            }
            "begin" => self.environment(from, depth)?,
            "end" => return None,
            "," | ":" | ">" | ";" | " " | "\n" | "thinspace" | "medspace" | "thickspace"
            | "enspace" | "space" | "nobreakspace" | "enskip" => atom(Kind::Space, " ".to_owned()),
            "quad" => atom(Kind::Space, "  ".to_owned()),
            "qquad" => atom(Kind::Space, "    ".to_owned()),
            "|" => atom(Kind::Ord, "‖".to_owned()),
            "{" => atom(Kind::Open, name.to_owned()),
            "}" => atom(Kind::Close, name.to_owned()),
            "$" | "%" | "&" | "#" | "_" => atom(Kind::Ord, name.to_owned()),
            _ => {
                if let Some(alphabet) = alphabet(name) {
                    let text = line(&self.argument(depth)?, true);
                    atom(Kind::Ord, in_alphabet(&text, alphabet))
                } else if let Some(sign) = accent(name) {
                    let on = self.argument(depth)?;
                    let kind = match on.as_slice() {
                        [one] if one.kind != Kind::Frac => one.kind,
                        _ => Kind::Ord,
                    };
                    atom(kind, with_accent(&line(&on, true), sign, name))
                } else if let Some((kind, text)) = sign(name) {
                    atom(kind, text.to_owned())
                } else {
                    return self.unknown(name, from, depth, list);
                }
            }
        };
        list.push(made);
        Some(())
    }

    /// A command that is not known, with the groups that follow it.
    fn unknown(
        &mut self,
        name: &str,
        from: usize,
        depth: usize,
        list: &mut Vec<Atom>,
    ) -> Option<()> {
        list.push(Atom { word: true, ..Atom::new(Kind::Ord, format!("\\{name}"), from) });
        while self.peek() == Some('{') {
            let at = self.at;
            let group = line(&self.argument(depth)?, false);
            list.push(Atom::new(Kind::Ord, format!("{{{group}}}"), at));
        }
        Some(())
    }

    /// The bracket that follows `\left`, `\right` or `\middle`; a full stop stands for none.
    fn delimiter(&mut self, name: &str, from: usize) -> Option<Option<Atom>> {
        self.skip_spaces();
        let text = match self.next()? {
            '.' => return Some(None),
            '<' => "⟨".to_owned(),
            '>' => "⟩".to_owned(),
            '\\' => match self.name() {
                "|" => "‖".to_owned(),
                escaped @ ("{" | "}") => escaped.to_owned(),
                name => sign(name)?.1.to_owned(),
            },
            '{' | '}' | '^' | '_' | '&' => return None,
            c => c.to_string(),
        };
        let kind = match name {
            "left" => Kind::Open,
            "right" => Kind::Close,
            _ => Kind::Rel,
        };
        Some(Some(Atom::new(kind, text, from)))
    }

    /// Passes over a length without braces (`\kern 3pt`).
    fn length(&mut self) {
        self.skip_spaces();
        let rest = self.rest();
        let number =
            rest.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | '-'));
        let unit =
            ["pt", "em", "ex", "mu", "px", "cm", "mm"].iter().find(|u| number.starts_with(**u));
        if let (Some(unit), true) = (unit, number.len() < rest.len()) {
            self.at += rest.len() - number.len() + unit.len();
        }
    }

    /// What stands between `\begin`, which is read, and its `\end`.
    fn environment(&mut self, from: usize, depth: usize) -> Option<Atom> {
        let name = self.raw()?;
        let bare = name.trim_end_matches('*');
        let shape = shape(bare)?;
        if matches!(bare, "array" | "tabular" | "alignat" | "alignedat") {
            // How columns are set.
            if self.takes('[') {
                let (_, after) = self.rest().split_once(']')?;
                self.at = self.tex.len() - after.len();
            }
            self.raw()?;
        }
        let mut rows = Vec::new();
        let mut cells = Vec::new();
        let mut start = self.at;
        loop {
            let (cell, end) = self.list(depth, Within::Cell)?;
            cells.push(cell);
            let last = match end {
                End::Cell => continue,
                End::Row => false,
                End::Environment(end) if end == name => true,
                _ => return None,
            };
            let row: Vec<Vec<Atom>> = std::mem::take(&mut cells);
            if row.iter().any(|cell| !cell.is_empty()) {
                rows.push((start..self.at, row));
            }
            start = self.at;
            if last {
                break;
            }
        }
        let rows = Rows::new(shape, rows);
        let text = rows.single.clone();
        Some(Atom { rows: Some(Box::new(rows)), ..Atom::new(Kind::Table, text, from) })
    }
}

/// Text as it is read: without braces, and without what escapes a sign.
fn unescaped(raw: &str) -> String {
    let mut text = String::with_capacity(raw.len());
    let mut chars = raw.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\\' if chars.peek().is_some_and(|next| "{}$%&#_ ".contains(*next)) => {
                text.extend(chars.next());
            }
            '{' | '}' => {}
            '~' => text.push(' '),
            c => text.push(c),
        }
    }
    text
}
