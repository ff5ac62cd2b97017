//! The themes that there are, and the one that is on.

use std::sync::Arc;

use crate::style::theme::{Background, Theme};

/// The themes that there are, and the one that is on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Themes {
    /// All of them: the built-in ones, then the reader's own.
    pub all: Vec<Arc<Theme>>,
    /// Which of them was chosen; none: the one that fits the terminal.
    pub chosen: Option<usize>,
    /// What the terminal's own ground is, as far as that is known.
    pub background: Background,
}

impl Default for Themes {
    fn default() -> Themes {
        Themes::new(Theme::built_in())
    }
}

impl Themes {
    /// These themes, of which none was chosen.
    pub fn new(all: Vec<Theme>) -> Themes {
        let all = all.into_iter().map(Arc::new).collect();
        Themes { all, chosen: None, background: Background::default() }
    }

    /// Chooses the theme of this name, if there is one; without a name the one that fits.
    pub fn choose(&mut self, name: Option<&str>) {
        self.chosen = name.and_then(|name| self.position(name));
    }

    /// The theme that is on.
    pub fn current(&self) -> Arc<Theme> {
        let fitting = match self.background {
            Background::Dark => "dark",
            Background::Light => "light",
            Background::Unknown => "ansi",
        };
        let at = self.chosen.or_else(|| self.position(fitting));
        at.and_then(|at| self.all.get(at)).cloned().unwrap_or_default()
    }

    fn position(&self, name: &str) -> Option<usize> {
        self.all.iter().position(|theme| theme.name == name)
    }
}
