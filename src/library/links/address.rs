//! Addresses that may be given to the system to open.

use std::fmt::{self, Write};

/// An address longer than this, in bytes, is opened by nobody.
const LONGEST: usize = 8 * 1024;

/// An address of the web or of a mailbox, safe to hand to another program as one argument: it begins
/// with `http://`, `https://` or `mailto:`, and is made of the characters of RFC 3986 only. What else
/// a note wrote is percent-encoded.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Address(String);

impl Address {
    /// Reads an address as it is written in a note; none where it is of another kind.
    pub fn read(written: &str) -> Option<Address> {
        let written = written.trim();
        let (scheme, rest) = written.split_once(':')?;
        let scheme = scheme.to_ascii_lowercase();
        let address = match scheme.as_str() {
            "http" | "https" => {
                let host = rest.strip_prefix("//")?;
                host.starts_with(|c: char| c.is_alphanumeric() || c == '[').then_some(())?;
                encoded(&format!("{scheme}://"), host)
            }
            "mailto" => encoded("mailto:", &mail(rest.trim_start_matches('/'))?),
            _ => return None,
        };
        (address.len() <= LONGEST).then_some(Address(address))
    }

    /// The address of a mailbox that is written without `mailto:`.
    pub fn mailbox(written: &str) -> Option<Address> {
        Address::read(&format!("mailto:{written}"))
    }

    /// As it is handed over.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What stands after `mailto:`, with those of its fields only that any program may fill in from a
/// stranger's link (RFC 6068, section 7): others may attach files.
fn mail(rest: &str) -> Option<String> {
    let (to, fields) = rest.split_once('?').unwrap_or((rest, ""));
    if !to.contains('@') {
        return None;
    }
    let fits = |field: &&str| {
        let name = field.split('=').next().unwrap_or("");
        ["subject", "body", "cc"].iter().any(|known| name.eq_ignore_ascii_case(known))
    };
    let fields: Vec<&str> = fields.split('&').filter(fits).collect();
    let to = to.trim();
    Some(if fields.is_empty() { to.to_owned() } else { format!("{to}?{}", fields.join("&")) })
}

/// `start` with what of `rest` may stand in an address, and the bytes of everything else encoded.
/// Quotes and `$` could stand, and mean something to shells that a careless opener might ask.
fn encoded(start: &str, rest: &str) -> String {
    let mut address = start.to_owned();
    for byte in rest.bytes() {
        let stands = byte.is_ascii_alphanumeric() || b"-._~:/?#[]@!&()*+,;=%".contains(&byte);
        if stands {
            address.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            let _ = write!(address, "%{byte:02X}");
        }
    }
    address
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(written: &str) -> Option<String> {
        Address::read(written).map(|address| address.to_string())
    }

    #[test]
    fn the_web_and_mail_are_read() {
        let same = |written: &str| assert_eq!(read(written).as_deref(), Some(written));
        same("https://example.com/a?b=c&d=%20#e");
        same("http://[::1]:8080/");
        same("mailto:a@example.com?subject=hi");
        assert_eq!(read("HTTPS://Example.com").as_deref(), Some("https://Example.com"));
        assert_eq!(
            read("https://example.com/가 \"$(x)`'<>").as_deref(),
            Some("https://example.com/%EA%B0%80%20%22%24(x)%60%27%3C%3E")
        );
        assert_eq!(
            read("mailto:a@example.com?attach=/etc/passwd&Subject=x").as_deref(),
            Some("mailto:a@example.com?Subject=x")
        );
        assert_eq!(Address::mailbox("a@example.com").unwrap().as_str(), "mailto:a@example.com");
    }

    #[test]
    fn nothing_else_is() {
        for written in [
            "",
            "file:///etc/passwd",
            "javascript:alert(1)",
            "http:",
            "http:///x",
            "https://-x",
            "https:x",
            "ftp://example.com",
            "note.md",
            "mailto:",
            "data:text/html,x",
            "//example.com",
        ] {
            assert_eq!(read(written), None, "{written}");
        }
        assert_eq!(read(&format!("https://a/{}", "x".repeat(9000))), None);
    }

    proptest! {
        #[test]
        fn nothing_but_an_address_is_handed_over(rest in ".{0,40}|[\u{1b}\u{7}\u{9b}가 $'\"\\\\]{0,20}") {
            for start in ["http://", "https://a", "mailto:a@b", ""] {
                if let Some(address) = Address::read(&format!("{start}{rest}")) {
                    let address = address.as_str();
                    prop_assert!(address.bytes().all(|b| b.is_ascii_graphic()), "{}", address);
                    prop_assert!(!address.contains(['\'', '"', '`', '$', '\\']), "{}", address);
                    let begins = ["http://", "https://", "mailto:"];
                    prop_assert!(begins.iter().any(|start| address.starts_with(start)));
                }
            }
        }
    }
}
