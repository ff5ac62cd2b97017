//! Where links lead: to a place in the notes that are open, to the web, or to nothing that there is.
//!
//! What a link means depends on the program that the note was written for. All of these are tried, the
//! strictest first: paths as CommonMark and GitHub read them, paths from a site's root, the templates
//! of Jekyll and Hugo, wiki links by name, title or alias. No disk is asked: what is known is what is
//! open.

mod address;
mod anchors;
mod path;
mod template;

use std::collections::HashMap;
use std::sync::Arc;

pub use address::Address;
pub use anchors::{Anchors, Spot};
use path::{Ending, decode, join, parts, stem, undated};
pub use path::{folder, relative};
use template::Template;
pub use template::file;

use super::{Library, Note, Place};
use crate::doc::Link;
use crate::text::fold::fold_text;
use crate::text::sanitize::Clean;

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// To a section of an open note, or to its beginning.
    Place(Place),
    /// To a byte of an open note.
    Byte { note: usize, at: usize },
    /// To the web.
    Web(Address),
    /// To a mailbox.
    Mail(Address),
    /// To something of this scheme, which is not opened.
    Other(Clean),
    /// To a file that is no note, or to what lies outside of the notes: nothing is known of it.
    File(Clean),
    /// To a note that is not there.
    NoNote(Clean),
    /// To an id that is not in this note.
    NoAnchor { note: usize, id: Clean },
    /// Nowhere: nothing is written there.
    Nothing,
}

/// Which note a link names.
enum Found {
    Note(usize),
    /// A note is meant that is not there.
    Missing,
    /// Nothing can be said of it.
    Unknown,
}

/// The open notes by all that links name them by.
#[derive(Clone, Debug, Default)]
pub struct Directory {
    /// By their paths without extension, folded.
    stems: HashMap<String, usize>,
    /// By every end of their paths that begins with a name, and by the last name without its date.
    ends: HashMap<String, Vec<usize>>,
    /// By title, by alias and by the address that the front matter gives.
    titles: HashMap<String, Vec<usize>>,
    /// Whether all notes there are were looked for: if not, one that is missing may be there.
    whole: bool,
}

/// Of notes with one name so many are looked at to find the nearest.
const MOST_ALIKE: usize = 256;

/// The pages that stand for their folders.
const PAGES: [&str; 3] = ["index", "_index", "readme"];

impl Directory {
    /// Lists the notes of `library`. `whole` says that these are all notes of their folders, so that a
    /// link to another is broken.
    pub fn new(library: &Library, whole: bool) -> Directory {
        let mut directory = Directory { whole, ..Directory::default() };
        for (at, note) in library.notes.iter().enumerate() {
            directory.add(at, note);
        }
        directory
    }

    fn add(&mut self, at: usize, note: &Note) {
        let own = fold_text(stem(&note.path).0);
        let starts = own.rmatch_indices('/').map(|(at, _)| at + 1).chain([0]);
        for end in starts.filter_map(|start| own.get(start..)) {
            self.ends.entry(end.to_owned()).or_default().push(at);
        }
        if let Some(name) = own.rsplit('/').next().and_then(undated) {
            self.ends.entry(name.to_owned()).or_default().push(at);
        }
        self.stems.entry(own).or_insert(at);
        let front = &note.front;
        let title = front.title.iter().chain(&front.aliases).chain(&front.id);
        for title in title.map(|title| fold_text(title)) {
            self.titles.entry(title).or_default().push(at);
        }
        let address = |key: &Clean| matches!(key.as_str(), "permalink" | "url" | "slug");
        for (_, address) in front.other.iter().filter(|(key, _)| address(key)) {
            let address = fold_text(address.trim_matches('/'));
            self.titles.entry(address).or_default().push(at);
        }
    }

    /// Where `link` of the note `from` leads. `anchors` gives the ids of a note.
    pub fn resolve(
        &self,
        library: &Library,
        from: usize,
        link: &Link,
        anchors: &mut dyn FnMut(usize) -> Arc<Anchors>,
    ) -> Target {
        let Some(note) = library.notes.get(from) else { return Target::Nothing };
        let written = link.span.of(&note.text);
        let to = link.to.trim();
        let wiki = written.strip_prefix('!').unwrap_or(written).starts_with("[[");
        let (found, wanted, id) = if wiki {
            // In a table the bar is escaped, and its backslash stays.
            let (name, id) = to.trim_end_matches('\\').split_once('#').unwrap_or((to, ""));
            let name = name.trim().trim_end_matches('\\');
            // Of headings one below the other the last is meant.
            let id = id.rsplit('#').next().unwrap_or(id).trim();
            (self.wiki(library, from, name), name.to_owned(), id.to_owned())
        } else if to.is_empty() {
            return Target::Nothing;
        } else if let Some(target) = elsewhere(to, written) {
            return target;
        } else {
            let (found, wanted, id) = self.path(library, from, to);
            (found, wanted, id.unwrap_or_default())
        };
        let note = match found {
            Found::Note(note) => note,
            Found::Missing if self.whole => return Target::NoNote(Clean::new(&wanted)),
            Found::Missing | Found::Unknown => return Target::File(Clean::new(&wanted)),
        };
        if id.is_empty() || (!wiki && id.eq_ignore_ascii_case("top")) {
            return Target::Place(Place { note, section: None });
        }
        let ids = anchors(note);
        match if wiki { ids.heading(&id) } else { ids.find(&id) } {
            Some(Spot::Section(at)) => Target::Place(Place { note, section: Some(at) }),
            Some(Spot::Byte(at)) => Target::Byte { note, at },
            None => Target::NoAnchor { note, id: Clean::new(&id) },
        }
    }

    /// The note that a path names, what of it names the note, and the id in it.
    fn path(&self, library: &Library, from: usize, to: &str) -> (Found, String, Option<String>) {
        if to.starts_with("{%") || to.starts_with("{{") {
            return self.template(library, from, to);
        }
        let (path, id) = parts(to);
        let found = match path.strip_prefix('/') {
            _ if path.is_empty() => Found::Note(from),
            Some(site) => self.site(library, from, site, stem(&path).1 == Ending::Note),
            None => self.relative(library, from, &path),
        };
        (found, path, id)
    }

    fn relative(&self, library: &Library, from: usize, path: &str) -> Found {
        let own = library.notes.get(from).map_or("", |note| folder(&note.path));
        let Some(full) = join(own, path) else { return Found::Unknown };
        // Some programs write paths from the root of the notes.
        match self.at(&full).or_else(|| self.at(&join("", path)?)) {
            Some(note) => Found::Note(note),
            None if stem(path).1 == Ending::Note => Found::Missing,
            None => Found::Unknown,
        }
    }

    /// The note at a path from the site's root, which may lie above or below that of the notes.
    fn site(&self, library: &Library, from: usize, path: &str, is_note: bool) -> Found {
        let full = join("", path).unwrap_or_default();
        let end = fold_text(stem(&full).0);
        let name = end.rsplit('/').next().unwrap_or(&end);
        let in_folder = || {
            let found = self.ends.get(&end).filter(|_| end.contains('/'))?;
            nearest(library, from, found, |_| true)
        };
        let page = |page: &&str| {
            let found = self.ends.get(&format!("{end}/{page}")).filter(|_| !end.is_empty())?;
            nearest(library, from, found, |_| true)
        };
        let by_address = || {
            let address = fold_text(&full);
            let named = self.titles.get(&address)?;
            nearest(library, from, named, |at| has_address(library, at, &address))
        };
        // A post's own address ends in its name without the date, and one may stand in a folder that
        // the notes' root is below.
        let by_name = || {
            let dated = |at: usize| {
                let own = library.notes.get(at).map_or("", |note| note.path.as_str());
                own.rsplit('/').next().and_then(undated).is_some()
            };
            match self.ends.get(name)?.as_slice() {
                _ if is_listing(&end) => None,
                [one] if end.contains('/') && !is_note => Some(*one),
                named => nearest(library, from, named, dated),
            }
        };
        let found = self
            .at(&full)
            .or_else(by_address)
            .or_else(in_folder)
            .or_else(|| PAGES.iter().find_map(page))
            .or_else(by_name);
        match found {
            Some(note) => Found::Note(note),
            None if is_note => Found::Missing,
            None => Found::Unknown,
        }
    }

    fn template(
        &self,
        library: &Library,
        from: usize,
        to: &str,
    ) -> (Found, String, Option<String>) {
        let Some((template, rest)) = template::read(to) else {
            return (Found::Unknown, to.to_owned(), None);
        };
        let id = rest.trim().strip_prefix('#').map(decode);
        let (path, is_note) = match template {
            Template::Post(path) | Template::File(path) | Template::Page(path) => (path, true),
            Template::Site(path) => (path, false),
        };
        let (path, own) = parts(path);
        let is_note = is_note && stem(&path).1 != Ending::Other;
        let near = || match template {
            Template::Page(_) => self.relative(library, from, &path),
            _ => Found::Unknown,
        };
        let found = match near() {
            Found::Note(note) => Found::Note(note),
            _ if path.trim_matches('/').is_empty() => Found::Unknown,
            _ => {
                let name = path.trim_matches('/');
                let by_name = || match template {
                    Template::Post(_) | Template::Page(_) => {
                        self.by_name(library, from, stem(name).0)
                    }
                    _ => None,
                };
                match self.site(library, from, name, is_note) {
                    Found::Note(note) => Found::Note(note),
                    other => by_name().map_or(other, Found::Note),
                }
            }
        };
        (found, path, id.or(own))
    }

    /// The note that a wiki link names: the nearest of its name, else of its title or alias.
    fn wiki(&self, library: &Library, from: usize, name: &str) -> Found {
        if name.is_empty() {
            return Found::Note(from);
        }
        let decoded = decode(name);
        let (bare, ending) = stem(&decoded);
        let own = library.notes.get(from).map_or("", |note| folder(&note.path));
        let relative = || {
            let dotted = decoded.starts_with("./") || decoded.starts_with("../");
            self.at(&join(own, &decoded).filter(|_| dotted)?)
        };
        let by_title = || {
            let named = self.titles.get(&fold_text(&decoded))?;
            nearest(library, from, named, |_| true)
        };
        let rooted = decoded.trim_start_matches('/');
        let found = relative()
            .or_else(|| self.by_name(library, from, bare.trim_start_matches('/')))
            .or_else(|| self.by_name(library, from, rooted))
            .or_else(by_title)
            .or_else(|| self.at(rooted));
        match found {
            Some(note) => Found::Note(note),
            None if ending == Ending::Other => Found::Unknown,
            None => Found::Missing,
        }
    }

    /// The note at a path from the root of the notes, with or without its extension.
    fn at(&self, path: &str) -> Option<usize> {
        let whole = path.trim_end_matches('/');
        let bare = stem(whole).0;
        let get = |path: &str| self.stems.get(&fold_text(path)).copied();
        let page = |page: &&str| {
            get(&if whole.is_empty() { (*page).to_string() } else { format!("{whole}/{page}") })
        };
        get(bare).or_else(|| get(whole)).or_else(|| PAGES.iter().find_map(page))
    }

    /// The nearest note whose path, without its extension, ends in these names.
    fn by_name(&self, library: &Library, from: usize, path: &str) -> Option<usize> {
        let found = self.ends.get(&fold_text(path))?;
        // Of very many only the first are looked at, but those at hand are nearest.
        let own = library.notes.get(from).map_or("", |note| folder(&note.path));
        let here = self.at(&join(own, path)?);
        here.or_else(|| nearest(library, from, found, |_| true))
    }

    /// The note nearest to `from` of the name that `path` ends in: what a link to a note that was moved
    /// may mean.
    pub fn named(&self, library: &Library, from: usize, path: &str) -> Option<usize> {
        let bare = fold_text(stem(path).0);
        let name = bare.rsplit('/').next().unwrap_or(&bare);
        let undated = || self.ends.get(undated(name)?);
        let found = self.ends.get(name).or_else(undated)?;
        nearest(library, from, found, |_| true)
    }
}

/// Whether a site has pages of its own making under an address: lists of posts, and files.
fn is_listing(address: &str) -> bool {
    const LISTS: [&str; 8] =
        ["tag", "tags", "category", "categories", "archive", "archives", "assets", "images"];
    address.split('/').next().is_some_and(|first| LISTS.contains(&first))
}

/// Whether the front matter of a note gives it this address.
fn has_address(library: &Library, note: usize, address: &str) -> bool {
    library.notes.get(note).is_some_and(|note| {
        note.front.other.iter().any(|(_, value)| fold_text(value.trim_matches('/')) == address)
    })
}

/// Of the notes that fit (and of the first of very many) the one with the shortest way through the
/// folders.
fn nearest(
    library: &Library,
    from: usize,
    notes: &[usize],
    fits: impl Fn(usize) -> bool,
) -> Option<usize> {
    let path = |at: usize| library.notes.get(at).map_or("", |note| folder(&note.path));
    let own = path(from);
    let steps = |at: &usize| {
        let other = path(*at);
        let (a, b) = (own.split('/'), other.split('/'));
        let shared = a.clone().zip(b.clone()).take_while(|(a, b)| a == b).count();
        (a.count() + b.count() - 2 * shared, *at)
    };
    let notes = notes.iter().copied().take(MOST_ALIKE);
    notes.filter(|at| fits(*at)).min_by_key(steps)
}

/// What leads out of the notes.
fn elsewhere(to: &str, written: &str) -> Option<Target> {
    if let Some(host) = to.strip_prefix("//") {
        return Address::read(&format!("https://{host}")).map(Target::Web);
    }
    let scheme = to.split_once(':').map(|(scheme, _)| scheme).filter(|scheme| {
        scheme.starts_with(|c: char| c.is_ascii_alphabetic())
            && scheme.bytes().all(|b| b.is_ascii_alphanumeric() || b"+-.".contains(&b))
    });
    if let Some(scheme) = scheme {
        let address = Address::read(to);
        return Some(match address {
            Some(address) if scheme.eq_ignore_ascii_case("mailto") => Target::Mail(address),
            Some(address) => Target::Web(address),
            None => Target::Other(Clean::new(&scheme.to_ascii_lowercase())),
        });
    }
    // `<a@example.com>` stands for its own address.
    let is_mail = written.strip_prefix('<').is_some_and(|own| own.starts_with(to));
    Address::mailbox(to).filter(|_| is_mail).map(Target::Mail)
}
