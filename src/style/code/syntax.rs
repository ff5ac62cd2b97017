//! The one place that knows the library which reads code.

mod sets;

use std::collections::HashMap;
use std::ops::Range;

use syntect::parsing::{ParseState, Scope, ScopeStack, SyntaxReference, SyntaxSet};

use sets::Found;

use super::scopes::{Verdict, verdict};
use super::{Colours, Token, names, prompt};

/// Longer lines, in bytes, are no code that someone wrote, and regular expressions take their time
/// with them: they are plain.
const LONG: usize = 2_000;

/// Reads the lines of a block one after another.
pub(super) struct Reader {
    set: &'static SyntaxSet,
    syntax: &'static SyntaxReference,
    state: ParseState,
    stack: ScopeStack,
    /// What scopes say, as far as that was asked.
    known: HashMap<Scope, Verdict>,
    key: Option<Scope>,
    kind: Kind,
    /// The line before goes on in the next one.
    goes_on: bool,
}

/// Takes the parts of a line.
type Give<'a> = &'a mut dyn FnMut(Range<usize>, Option<Token>);

/// What is peculiar about a language.
enum Kind {
    /// Nothing.
    Usual,
    /// It may show what was typed at a prompt; where `answers`, lines without one are what the machine
    /// said to it.
    Shell { answers: bool },
    /// A Dockerfile: what `RUN` runs is read as a shell does. (The set has a syntax that knows both,
    /// but it loses its way where a line goes on, and after a hundred commands.)
    Instructions { shell: Box<Reader>, running: bool },
}

/// Where the word stands that runs a command, in a line of a Dockerfile.
fn run(line: &str) -> Option<Range<usize>> {
    let start = line.len() - line.trim_start().len();
    let end = start + "RUN".len();
    let word = line.get(start..end)?.eq_ignore_ascii_case("run");
    // In brackets stand the words of a command that no shell reads.
    let command = |rest: &str| rest.starts_with(' ') && !rest.trim_start().starts_with('[');
    let command = line.get(end..).is_some_and(command);
    (word && command).then_some(start..end)
}

fn find(lang: &str, lines: &[&str]) -> Option<Found> {
    let found = names::names(lang).find_map(|name| sets::by_token(&name))?;
    // PHP begins as a page of HTML; what notes show of it mostly is the code alone.
    let alone = found.name == "PHP" && !lines.iter().any(|line| line.contains("<?"));
    if alone { sets::by_name("PHP Source") } else { Some(found) }
}

impl Reader {
    /// A reader of `lang`; none where that is not known. `lines` are those that are to come.
    pub fn new(lang: &str, lines: &[&str]) -> Option<Reader> {
        if lang.trim().is_empty() {
            return None;
        }
        let Found { set, syntax, .. } = find(lang, lines)?;
        let is = |name: &str| Scope::new(name).is_ok_and(|scope| scope == syntax.scope);
        let terminal = prompt::shows_terminal(lang);
        let prompts = || lines.iter().any(|line| prompt::length(line, terminal) > 0);
        let kind = if is("source.shell.bash") {
            Kind::Shell { answers: terminal && prompts() }
        } else if is("source.dockerfile") {
            Kind::Instructions { shell: Box::new(Reader::new("sh", &[])?), running: false }
        } else {
            Kind::Usual
        };
        Some(Reader {
            set,
            syntax,
            state: ParseState::new(syntax),
            stack: ScopeStack::new(),
            known: HashMap::new(),
            key: Scope::new("meta.mapping.key").ok(),
            kind,
            goes_on: false,
        })
    }

    fn restart(&mut self) {
        self.state = ParseState::new(self.syntax);
        self.stack = ScopeStack::new();
    }

    /// Reads the next line, without its end, into `colours`; false where it can read no more.
    pub fn line(&mut self, line: &str, colours: &mut Colours) -> bool {
        let mut parts = Vec::new();
        // Longer lines are passed over.
        let read =
            line.len() > LONG || self.parts(line, &mut |range, token| parts.push((range, token)));
        colours.push(parts);
        read
    }

    fn parts(&mut self, line: &str, give: Give<'_>) -> bool {
        let goes_on = std::mem::replace(&mut self.goes_on, line.ends_with('\\'));
        let start = match &mut self.kind {
            Kind::Usual => 0,
            Kind::Shell { answers } => {
                let (answers, start) = (*answers, prompt::length(line, *answers));
                if answers && start == 0 && !goes_on {
                    self.goes_on = false;
                    return true;
                }
                if start > 0 {
                    self.restart();
                }
                start
            }
            Kind::Instructions { shell, running } => {
                *running &= goes_on || shell.is_in_document();
                let word = if *running { None } else { run(line) };
                *running |= word.is_some();
                if *running {
                    // A remark between two lines of a command does not end it.
                    self.goes_on |= goes_on && line.trim_start().starts_with('#');
                    if let Some(word) = &word {
                        shell.restart();
                        give(0..word.start, None);
                        give(word.clone(), Some(Token::Keyword));
                    }
                    return shell.read(line, word.map_or(0, |word| word.end), give);
                }
                0
            }
        };
        give(0..start, None);
        self.read(line, start, give)
    }

    /// Whether the text of a document in the command (`<<EOF`) is to come.
    fn is_in_document(&self) -> bool {
        let document = Scope::new("string.unquoted.heredoc");
        document.is_ok_and(|scope| self.stack.as_slice().iter().any(|own| scope.is_prefix_of(*own)))
    }

    /// Reads `line` from the byte `start` on.
    fn read(&mut self, line: &str, start: usize, give: Give<'_>) -> bool {
        let line = line.get(start..).unwrap_or("");
        let ended = format!("{line}\n");
        let Ok(operations) = self.state.parse_line(&ended, self.set) else { return false };
        let mut at = 0;
        for (end, operation) in operations {
            let end = end.min(line.len());
            if end > at {
                give(start + at..start + end, self.token());
                at = end;
            }
            if self.stack.apply(&operation).is_err() {
                return false;
            }
        }
        if at < line.len() {
            give(start + at..start + line.len(), self.token());
        }
        true
    }

    /// What stands under the scopes of now.
    fn token(&mut self) -> Option<Token> {
        let scopes = self.stack.as_slice();
        for scope in scopes.iter().rev() {
            let said = *self.known.entry(*scope).or_insert_with(|| verdict(&scope.build_string()));
            match said {
                Verdict::Is(Token::String)
                    if self.key.is_some_and(|key| scopes.iter().any(|s| key.is_prefix_of(*s))) =>
                {
                    // A key of a mapping is written as a string, yet says what the string is for.
                    return Some(Token::Name);
                }
                Verdict::Is(token) => return Some(token),
                Verdict::Plain => return None,
                Verdict::Open => {}
            }
        }
        None
    }
}
