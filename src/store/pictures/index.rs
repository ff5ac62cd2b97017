//! Pictures of a folder by their names.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use crate::store::walk::each_file;
use crate::text::fold::fold_text;

/// No more pictures of a folder are known by their names.
const MOST: usize = 50_000;
/// Nor is it walked beyond so many files.
const MOST_WALKED: usize = 500_000;
/// How the names of pictures end.
const ENDINGS: [&str; 8] = ["png", "jpg", "jpeg", "gif", "webp", "svg", "bmp", "avif"];

/// The pictures of the folders that were walked, which every clone knows. A clone walks a folder once at
/// most: what it misses there may have come since the others walked it, but is not looked for again.
#[derive(Debug, Default)]
pub(super) struct Names {
    known: Arc<Mutex<HashMap<PathBuf, Arc<Index>>>>,
    fresh: Mutex<Vec<PathBuf>>,
}

/// Paths from the folder, by the last name of each, folded.
type Index = HashMap<String, Vec<PathBuf>>;

impl Clone for Names {
    fn clone(&self) -> Names {
        Names { known: Arc::clone(&self.known), fresh: Mutex::default() }
    }
}

impl Names {
    /// The path from the folder `root` of the picture that `wanted` means: of those whose path ends in
    /// it, the nearest to the folder `near`.
    pub fn find(&self, root: &Path, near: &Path, wanted: &Path) -> Option<PathBuf> {
        let known = self.known.lock().unwrap_or_else(PoisonError::into_inner).get(root).cloned();
        let found = known.and_then(|index| nearest(&index, near, wanted));
        if found.as_ref().is_some_and(|found| root.join(found).is_file()) {
            return found;
        }
        let mut fresh = self.fresh.lock().unwrap_or_else(PoisonError::into_inner);
        if fresh.iter().any(|walked| walked == root) {
            return None;
        }
        fresh.push(root.to_owned());
        let index = Arc::new(walk(root));
        let found = nearest(&index, near, wanted);
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        known.insert(root.to_owned(), index);
        found
    }
}

fn walk(root: &Path) -> Index {
    let mut index = Index::new();
    let (mut count, mut seen) = (0, 0);
    each_file(root, |path| {
        seen += 1;
        let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or("");
        if ENDINGS.iter().any(|own| ending.eq_ignore_ascii_case(own))
            && let Some(name) = path.file_name().and_then(|name| name.to_str())
        {
            index.entry(fold_text(name)).or_default().push(path.to_owned());
            count += 1;
        }
        count < MOST && seen < MOST_WALKED
    });
    index
}

fn nearest(index: &Index, near: &Path, wanted: &Path) -> Option<PathBuf> {
    let wanted = parts(wanted);
    let same = index.get(wanted.last()?)?.iter().filter(|path| parts(path).ends_with(&wanted));
    let steps = |path: &&PathBuf| {
        let (own, other) = (near.components(), path.parent().unwrap_or(Path::new("")).components());
        let shared = own.clone().zip(other.clone()).take_while(|(a, b)| a == b).count();
        (own.count() + other.count() - 2 * shared, (*path).clone())
    };
    same.min_by_key(steps).cloned()
}

/// The names of a path, folded.
fn parts(path: &Path) -> Vec<String> {
    path.components().map(|part| fold_text(&part.as_os_str().to_string_lossy())).collect()
}
