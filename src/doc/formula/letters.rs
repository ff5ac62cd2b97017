//! Letters that are raised, lowered, of another alphabet, or carry a sign.

use unicode_normalization::UnicodeNormalization;

/// Each followed by what it is when raised.
const RAISED: &str = "0⁰1¹2²3³4⁴5⁵6⁶7⁷8⁸9⁹+⁺-⁻=⁼(⁽)⁾aᵃbᵇcᶜdᵈeᵉfᶠgᵍhʰiⁱjʲkᵏlˡmᵐnⁿoᵒpᵖrʳsˢtᵗuᵘvᵛwʷxˣyʸzᶻ\
    AᴬBᴮDᴰEᴱGᴳHᴴIᴵJᴶKᴷLᴸMᴹNᴺOᴼPᴾRᴿTᵀUᵁVⱽWᵂβᵝγᵞδᵟθᶿφᵠχᵡ";

/// Each followed by what it is when lowered.
const LOWERED: &str = "0₀1₁2₂3₃4₄5₅6₆7₇8₈9₉+₊-₋=₌(₍)₎aₐeₑhₕiᵢjⱼkₖlₗmₘnₙoₒpₚrᵣsₛtₜuᵤvᵥxₓβᵦγᵧρᵨφᵩχᵪ";

/// What stands high by itself.
const HIGH: &str = "′″‴⁗°†‡";

fn partner(table: &str, c: char) -> Option<char> {
    let mut chars = table.chars();
    std::iter::from_fn(|| Some((chars.next()?, chars.next()?)))
        .find(|(own, _)| *own == c)
        .map(|(_, other)| other)
}

/// Whether `c` stands high.
pub(super) fn is_raised(c: char) -> bool {
    HIGH.contains(c) || RAISED.chars().skip(1).step_by(2).any(|raised| raised == c)
}

/// `text` in letters that are raised (`up`) or lowered, where there are all: a character for each.
pub fn small(text: &str, up: bool) -> Option<String> {
    if up && !text.is_empty() && text.chars().all(|c| HIGH.contains(c)) {
        return Some(text.to_owned());
    }
    let table = if up { RAISED } else { LOWERED };
    text.chars().map(|c| partner(table, c)).collect()
}

/// `text` as an exponent (`up`) or an index: of such letters where there are all, else with a sign.
pub(super) fn script(text: &str, up: bool) -> String {
    let text = if up && text == "∘" { "°" } else { text };
    if let Some(small) = small(text, up) {
        return small;
    }
    let sign = if up { '^' } else { '_' };
    if text.chars().nth(1).is_none() || is_fenced(text) {
        format!("{sign}{text}")
    } else {
        format!("{sign}({text})")
    }
}

/// Whether all of `text` stands between one pair of round brackets.
pub fn is_fenced(text: &str) -> bool {
    let mut depth = 0_usize;
    text.starts_with('(')
        && text.char_indices().all(|(at, c)| {
            match c {
                '(' => depth += 1,
                ')' => depth = depth.saturating_sub(1),
                _ => {}
            }
            depth > 0 || at + 1 == text.len()
        })
}

/// An alphabet that a letter can be of.
#[derive(Clone, Copy)]
pub(super) enum Alphabet {
    /// `\mathbb`
    Double,
    /// `\mathcal`, `\mathscr`
    Script,
    /// `\mathfrak`
    Fraktur,
    /// `\mathbf`
    Bold,
}

/// The alphabet that a command asks for.
pub(super) fn alphabet(name: &str) -> Option<Alphabet> {
    Some(match name {
        "mathbb" | "Bbb" => Alphabet::Double,
        "mathcal" | "mathscr" | "cal" => Alphabet::Script,
        "mathfrak" | "frak" => Alphabet::Fraktur,
        "mathbf" | "boldsymbol" | "bm" | "bf" | "pmb" | "symbf" => Alphabet::Bold,
        _ => return None,
    })
}

/// `text` with its Latin letters in `alphabet` (Unicode, "Mathematical Alphanumeric Symbols"; some
/// letters stand in "Letterlike Symbols").
pub(super) fn in_alphabet(text: &str, alphabet: Alphabet) -> String {
    let (elsewhere, upper, lower, digit) = match alphabet {
        Alphabet::Double => ("CℂHℍNℕPℙQℚRℝZℤ", 0x1d538, 0x1d552, Some(0x1d7d8)),
        Alphabet::Script => ("BℬEℰFℱHℋIℐLℒMℳRℛeℯgℊoℴ", 0x1d49c, 0x1d4b6, None),
        Alphabet::Fraktur => ("CℭHℌIℑRℜZℨ", 0x1d504, 0x1d51e, None),
        Alphabet::Bold => ("", 0x1d400, 0x1d41a, Some(0x1d7ce)),
    };
    let of = |c: char, first: char, base: u32| char::from_u32(base + (c as u32 - first as u32));
    let letter = |c: char| {
        partner(elsewhere, c).or_else(|| match c {
            'A'..='Z' => of(c, 'A', upper),
            'a'..='z' => of(c, 'a', lower),
            '0'..='9' => digit.and_then(|base| of(c, '0', base)),
            _ => None,
        })
    };
    text.chars().map(|c| letter(c).unwrap_or(c)).collect()
}

/// The sign that a command puts on a letter.
pub(super) fn accent(name: &str) -> Option<char> {
    Some(match name {
        "hat" | "widehat" => '\u{302}',
        "bar" | "overline" => '\u{305}',
        "underline" | "underbar" => '\u{332}',
        "tilde" | "widetilde" => '\u{303}',
        "vec" | "overrightarrow" => '\u{20d7}',
        "overleftarrow" => '\u{20d6}',
        "overleftrightarrow" => '\u{20e1}',
        "dot" => '\u{307}',
        "ddot" => '\u{308}',
        "dddot" => '\u{20db}',
        "check" | "widecheck" => '\u{30c}',
        "breve" => '\u{306}',
        "acute" => '\u{301}',
        "grave" => '\u{300}',
        "mathring" => '\u{30a}',
        "cancel" | "bcancel" | "not" => '\u{338}',
        _ => return None,
    })
}

/// `text` with `sign` on it: on each letter where it is a line, else only on a single one, and
/// before several in brackets.
pub(super) fn with_accent(text: &str, sign: char, name: &str) -> String {
    let is_mark = |c: char| matches!(c, '\u{300}'..='\u{36f}' | '\u{20d0}'..='\u{20ff}');
    let is_line = matches!(sign, '\u{305}' | '\u{332}' | '\u{338}');
    let letters = text.chars().filter(|c| !is_mark(*c)).count();
    if letters == 1 || is_line {
        // What Unicode has with this sign is one character: `x̄` needs none of the fonts for lines.
        let sign = if letters == 1 && sign == '\u{305}' { '\u{304}' } else { sign };
        let mut out = String::with_capacity(text.len() * 3);
        let mut chars = text.chars().peekable();
        while let Some(c) = chars.next() {
            out.push(c);
            let ends = chars.peek().is_none_or(|next| !is_mark(*next));
            if ends && !c.is_whitespace() {
                out.push(sign);
            }
        }
        return out.nfc().collect();
    }
    if text.is_empty() || is_fenced(text) {
        return format!("{name}{text}");
    }
    format!("{name}({text})")
}
