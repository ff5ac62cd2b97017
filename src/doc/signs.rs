//! What Obsidian writes within a line: `==marked==`, and `%%a remark%%` that is not shown.

use super::{Inline, Marks, Run, leaf};

/// Whether text could have any of these.
pub(super) fn is_wanted(text: &str) -> bool {
    [Sign::Mark, Sign::Remark].iter().any(|sign| text.contains(sign.text()))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Sign {
    Mark,
    Remark,
}

impl Sign {
    fn text(self) -> &'static str {
        match self {
            Sign::Mark => "==",
            Sign::Remark => "%%",
        }
    }

    /// `a==b` compares, `100%%` and `%%d` are no remarks: a sign stands apart on its outer side.
    fn opens(self, before: char, after: char) -> bool {
        let apart = match self {
            Sign::Mark => !before.is_ascii_alphanumeric(),
            Sign::Remark => before.is_whitespace(),
        };
        apart && (self == Sign::Remark || !after.is_whitespace())
    }

    fn closes(self, before: char, after: char) -> bool {
        match self {
            Sign::Mark => !before.is_whitespace() && !after.is_ascii_alphanumeric(),
            Sign::Remark => !before.is_ascii_digit() && !after.is_alphanumeric(),
        }
    }
}

/// Where a sign stands: in which inline, at which byte of its text.
type Place = (usize, usize);

/// `inlines` with what the signs mean. Both signs of a pair stand on one line.
pub(super) fn read(inlines: Vec<Inline>) -> Vec<Inline> {
    if !inlines.iter().any(|inline| matches!(inline, Inline::Text(run) if has_sign(run))) {
        return inlines;
    }
    let signs = pairs(&inlines);
    if signs.is_empty() {
        return inlines;
    }
    let mut signs = signs.into_iter().peekable();
    let mut read = Vec::with_capacity(inlines.len() + signs.len());
    let (mut marked, mut hidden) = (false, false);
    for (index, inline) in inlines.into_iter().enumerate() {
        let Inline::Text(run) = inline else {
            read.extend((!hidden).then_some(inline));
            continue;
        };
        let mut from = 0;
        loop {
            let sign = signs.next_if(|((at, _), _)| *at == index);
            let to = sign.map_or(run.text.len(), |((_, byte), _)| byte);
            if from < to && !hidden {
                let mut part = leaf::part(&run, from, to);
                if marked {
                    part.marks = part.marks.with(Marks::MARK);
                }
                read.push(Inline::Text(part));
            }
            match sign {
                Some((_, Sign::Mark)) => marked = !marked,
                Some((_, Sign::Remark)) => hidden = !hidden,
                None => break,
            }
            from = to + 2;
        }
    }
    read
}

fn has_sign(run: &Run) -> bool {
    leaf::is_plain(run) && is_wanted(&run.text)
}

/// The signs that open and close something, in order, each pair within the other or apart.
fn pairs(inlines: &[Inline]) -> Vec<(Place, Sign)> {
    let mut found: Vec<(Place, Sign)> = Vec::new();
    // For a sign that is open, how many had been found then, and where it stands.
    let mut open: Option<(Sign, Place)> = None;
    let mut outer: Option<Place> = None;
    let mut before = ' ';
    for (index, inline) in inlines.iter().enumerate() {
        let Inline::Text(run) = inline else {
            if matches!(inline, Inline::Break { .. }) {
                (open, outer, before) = (None, None, ' ');
            }
            continue;
        };
        let text = run.text.as_str();
        let next = match inlines.get(index + 1) {
            Some(Inline::Text(next)) => next.text.chars().next().unwrap_or(' '),
            _ => ' ',
        };
        let mut at = 0;
        while has_sign(run)
            && let Some(place) = text.get(at..).and_then(|rest| rest.find(['=', '%']))
        {
            let start = at + place;
            let c = if text[start..].starts_with('=') { '=' } else { '%' };
            let length = text[start..].len() - text[start..].trim_start_matches(c).len();
            at = start + length;
            if length != 2 {
                continue;
            }
            let sign = if c == '=' { Sign::Mark } else { Sign::Remark };
            let before = text[..start].chars().next_back().unwrap_or(before);
            let after = text[at..].chars().next().unwrap_or(next);
            let place = (index, start);
            match open {
                Some((same, from)) if same == sign && sign.closes(before, after) => {
                    found.push((from, sign));
                    found.push((place, sign));
                    open = outer.take().map(|from| (Sign::Mark, from));
                }
                // Within a remark nothing means anything.
                Some((Sign::Remark, _)) => {}
                _ if sign.opens(before, after) => {
                    if let Some((Sign::Mark, from)) = open {
                        outer = Some(from).filter(|_| sign == Sign::Remark);
                    }
                    open = Some((sign, place));
                }
                _ => {}
            }
        }
        before = text.chars().next_back().unwrap_or(before);
    }
    found.sort_by_key(|(place, _)| *place);
    found
}
