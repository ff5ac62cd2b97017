//! Draws the pictures of the documentation, `docs/pictures/*.svg`: `cargo run --example pictures`.
//!
//! Nothing is photographed: the app draws into a buffer as it does for a terminal, and the buffer
//! becomes SVG. The tests hold that the files are what this writes.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::disallowed_methods)]
// What draws the app for the tests can do more than is needed here.
#![allow(dead_code)]

#[path = "../tests/it/scenes.rs"]
mod scenes;
#[path = "../tests/it/screen.rs"]
mod screen;
#[path = "../tests/it/svg.rs"]
mod svg;

fn main() -> std::io::Result<()> {
    for (path, drawn) in scenes::pictures() {
        let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
        std::fs::create_dir_all(file.parent().unwrap())?;
        std::fs::write(file, drawn)?;
    }
    Ok(())
}
