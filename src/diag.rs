//! Diagnostics: what is wrong with a note, and how it is shown.

mod code;
mod lines;
mod render;

pub use code::{Code, Severity};
pub use lines::Lines;
pub use render::render;

use crate::text::sanitize::Clean;
use crate::text::span::Span;
use crate::words::Locale;

/// Something wrong with a note, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// What is wrong.
    pub code: Code,
    /// Where, in the text of the note.
    pub span: Span,
    /// What the words of the code say in place of `{0}`, `{1}`…
    pub args: Vec<Clean>,
}

impl Diagnostic {
    /// A diagnostic whose arguments are texts of any origin.
    pub fn new(code: Code, span: impl Into<Span>, args: &[&str]) -> Diagnostic {
        let args = args.iter().map(|arg| Clean::new(arg)).collect();
        Diagnostic { code, span: span.into(), args }
    }

    /// How bad it is.
    pub fn severity(&self) -> Severity {
        self.code.severity()
    }

    /// What is wrong, in one line.
    pub fn message(&self, locale: Locale) -> String {
        fill(self.code.message(locale), &self.args)
    }

    /// What to do about it, in one line.
    pub fn help(&self, locale: Locale) -> String {
        fill(self.code.help(locale), &self.args)
    }
}

/// Puts the arguments in place of `{0}`…; braces in an argument stay as they are.
fn fill(template: &str, args: &[Clean]) -> String {
    let mut filled = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let hole = after.split_once('}').and_then(|(index, after)| {
            let index: usize = index.parse().ok()?;
            Some((args.get(index).map_or("", Clean::as_str), after))
        });
        let (text, after) = hole.unwrap_or(("{", after));
        filled.push_str(text);
        rest = after;
    }
    filled.push_str(rest);
    filled
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_kebab_case_and_unlike() {
        let mut names: Vec<&str> = Code::ALL.iter().map(|code| code.as_str()).collect();
        assert!(names.iter().all(|name| name.chars().all(|c| c.is_ascii_lowercase() || c == '-')));
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), Code::ALL.len());
    }

    #[test]
    fn every_code_speaks_both_languages_with_the_same_arguments() {
        let holes = |text: &str| (0..5).filter(|n| text.contains(&format!("{{{n}}}"))).max();
        for &code in Code::ALL {
            assert_eq!(
                holes(code.message(Locale::Ko)),
                holes(code.message(Locale::En)),
                "{}",
                code.as_str()
            );
            assert_eq!(holes(code.help(Locale::Ko)), holes(code.help(Locale::En)));
        }
    }

    #[test]
    fn arguments_are_put_in_once() {
        let diagnostic = Diagnostic::new(Code::FrontMatterSyntax, 0..0, &["{1}", "가{0}"]);
        assert_eq!(diagnostic.message(Locale::En), "the front matter is not valid {1}: 가{0}");
        let bare = Diagnostic::new(Code::FrontMatterType, 0..0, &[]);
        assert_eq!(bare.help(Locale::En), Code::FrontMatterType.help(Locale::En));
        assert_eq!(fill("a {x} {", &[]), "a {x} {");
    }
}
