//! What emoji are called, as the build has written it: text, of which a start pays for nothing that is not
//! asked for.

/// The emoji of a name.
pub(super) fn emoji(name: &str) -> Option<&'static str> {
    find(include_str!(concat!(env!("OUT_DIR"), "/emoji-by-name.txt")), name)
}

/// The first name of an emoji, whether or not U+FE0F stands in it.
pub(super) fn name(emoji: &str) -> Option<&'static str> {
    let table = include_str!(concat!(env!("OUT_DIR"), "/names-by-emoji.txt"));
    find(table, &emoji.replace('\u{FE0F}', ""))
}

/// What stands behind the tab of the line that begins with `key`; the lines are in order.
fn find(table: &'static str, key: &str) -> Option<&'static str> {
    let (mut start, mut end) = (0, table.len());
    while start < end {
        let middle = start + (end - start) / 2;
        let bytes = table.as_bytes();
        let line =
            memchr::memrchr(b'\n', bytes.get(start..middle)?).map_or(start, |at| start + at + 1);
        let stop = middle + memchr::memchr(b'\n', bytes.get(middle..end)?)?;
        let (found, value) = table.get(line..stop)?.split_once('\t')?;
        match found.cmp(key) {
            std::cmp::Ordering::Equal => return Some(value),
            std::cmp::Ordering::Less => start = stop + 1,
            std::cmp::Ordering::Greater => end = line,
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_found() {
        let mut count = 0;
        for own in emojis::iter() {
            for called in own.shortcodes() {
                assert_eq!(emoji(called), Some(own.as_str()), "{called}");
                count += 1;
            }
            assert_eq!(name(own.as_str()), own.shortcode());
            for tone in own.skin_tones().into_iter().flatten() {
                assert_eq!(name(tone.as_str()), tone.shortcode());
            }
        }
        assert!(count > 1_500, "{count}");
    }

    #[test]
    fn what_is_none_is_not_found() {
        for key in ["", "rocke", "rockets", "zzzz", "~", "+", "가", "\n", "\t", "rocket\t🚀"] {
            assert_eq!((emoji(key), name(key)), (None, None), "{key:?}");
        }
        assert_eq!((emoji("rocket"), name("⚠")), (Some("🚀"), Some("warning")));
    }
}
