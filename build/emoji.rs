//! The names of emoji as text to search in.

use std::collections::BTreeMap;

/// Every name and its emoji, then every emoji, without its U+FE0F, and its first name: a line each, with a
/// tab between the two, in the order of what comes first.
pub fn tables() -> [String; 2] {
    let (mut names, mut signs) = (BTreeMap::new(), BTreeMap::new());
    for emoji in emojis::iter() {
        names.extend(emoji.shortcodes().map(|name| (name.to_owned(), emoji.as_str())));
        let tones = emoji.skin_tones().into_iter().flatten();
        for sign in std::iter::once(emoji).chain(tones) {
            if let Some(name) = sign.shortcode() {
                signs.insert(sign.as_str().replace('\u{FE0F}', ""), name);
            }
        }
    }
    [names, signs].map(|table| {
        table.iter().map(|(key, value)| format!("{key}\t{value}\n")).collect::<String>()
    })
}
