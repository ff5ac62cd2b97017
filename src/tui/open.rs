//! Opening an address with the program that its reader uses for such: never by a shell, never on our
//! terminal.

use std::io;

use crate::library::links::Address;

/// What opens addresses.
#[derive(Clone, Debug, Default)]
pub struct Opener {
    browser: Option<String>,
}

impl Opener {
    /// What the system opens addresses with. `browser` is the reader's own choice (`$BROWSER`): the
    /// first program that it names is asked for the web; a command with arguments is not taken.
    pub fn new(browser: Option<&str>) -> Opener {
        let program = browser.and_then(|list| list.split(':').find(|name| !name.is_empty()));
        let plain = |name: &&str| !name.contains(|c: char| c.is_whitespace() || c == '%');
        Opener { browser: program.filter(plain).map(str::to_owned) }
    }

    /// Opens `address`, and waits for a moment to see whether that fails. What it starts goes on by
    /// itself, without input and output.
    ///
    /// # Errors
    /// No program could be started, or the one that was gave up at once.
    pub fn open(&self, address: &Address) -> io::Result<()> {
        let web = !address.as_str().starts_with("mailto:");
        if let Some(browser) = self.browser.as_ref().filter(|_| web)
            && open::with_detached(address.as_str(), browser).is_ok()
        {
            return Ok(());
        }
        open::that_detached(address.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_browser_is_a_program() {
        let program = |browser: &str| Opener::new(Some(browser)).browser;
        assert_eq!(program("firefox").as_deref(), Some("firefox"));
        assert_eq!(program(":w3m:lynx").as_deref(), Some("w3m"));
        assert_eq!(program("firefox %s"), None);
        assert_eq!(program(""), None);
        assert_eq!(Opener::new(None).browser, None);
    }
}
