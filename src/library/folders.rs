//! The folders that the notes stand in, as a tree in reading order.

use std::ops::Range;

use super::Library;
use crate::text::sanitize::Clean;

/// A folder of notes. A folder that is left and met again (notes under another path come between) is
/// two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folder {
    /// Its name.
    pub name: Clean,
    /// How many folders it stands in.
    pub depth: usize,
    /// The notes in it and in the folders under it.
    pub notes: Range<usize>,
    /// One past the last folder under it, in the list of all.
    pub end: usize,
}

/// The folders of the notes of `library`, each before those in it. Linear in the notes' paths.
pub fn folders(library: &Library) -> Vec<Folder> {
    let mut folders: Vec<Folder> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    let close = |folders: &mut Vec<Folder>, open: &mut Vec<usize>, depth: usize, note: usize| {
        let end = folders.len();
        for at in open.drain(depth.min(open.len())..) {
            if let Some(folder) = folders.get_mut(at) {
                (folder.notes.end, folder.end) = (note, end);
            }
        }
    };
    for (i, note) in library.notes.iter().enumerate() {
        let names: Vec<&str> = parents(&note.path).collect();
        let same = open.iter().zip(&names).take_while(|(at, name)| {
            folders.get(**at).is_some_and(|folder| folder.name.as_str() == **name)
        });
        let same = same.count();
        close(&mut folders, &mut open, same, i);
        for (depth, name) in names.iter().enumerate().skip(same) {
            open.push(folders.len());
            let name = Clean::new(name);
            folders.push(Folder { name, depth, notes: i..i, end: 0 });
        }
    }
    close(&mut folders, &mut open, 0, library.notes.len());
    folders
}

/// The names of the folders that `path` goes through. What begins with `/` or `..` does not stand
/// under what was given, and is shown by its path.
fn parents(path: &str) -> impl Iterator<Item = &str> {
    let inside = !path.starts_with(['/', '.']);
    let folder = path.rsplit_once('/').map(|(folder, _)| folder).filter(|_| inside);
    folder.into_iter().flat_map(|folder| folder.split('/'))
}
