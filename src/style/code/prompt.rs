//! What a reader types and what the machine answers, in blocks that show a terminal.

/// How far `line` is a prompt, in bytes: `$ `, `% `, `> ` or `# `, the last two only where `shown` says
/// that the block shows a terminal, for elsewhere they mean something else.
pub(super) fn length(line: &str, shown: bool) -> usize {
    let bare = line.trim_start_matches(' ');
    let signs: &[&str] = if shown { &["$ ", "% ", "> ", "# "] } else { &["$ "] };
    let prompt = signs.iter().find(|sign| bare.starts_with(**sign));
    prompt.map_or(0, |sign| line.len() - bare.len() + sign.len())
}

/// Whether the language is that of a terminal with what was typed and what was answered.
pub(super) fn shows_terminal(lang: &str) -> bool {
    let lang = lang.to_lowercase();
    lang == "console" || lang == "terminal" || lang.ends_with("session")
}
