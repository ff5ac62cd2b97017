//! Diagnostics: what is wrong with a note, and how it is shown.

mod code;
mod lines;
mod render;
mod window;

pub use code::{Code, Severity};
pub use lines::Lines;
pub use render::{Manner, render};

use crate::text::sanitize::Clean;
use crate::text::span::Span;
use crate::words::{Locale, fill};

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
        self.fill(self.code.message(locale))
    }

    /// What to do about it, in one line.
    pub fn help(&self, locale: Locale) -> String {
        self.fill(self.code.help(locale))
    }

    fn fill(&self, template: &str) -> String {
        let args: Vec<&str> = self.args.iter().map(Clean::as_str).collect();
        // What was left out at the end leaves a space there.
        fill(template, &args).trim_end().to_owned()
    }
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
