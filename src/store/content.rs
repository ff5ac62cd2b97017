//! The built-in course: the notes of `content/`, in the program itself.

/// The names and texts of the course, in reading order. One line a file:
/// `("01-container.md", include_str!("../../content/01-container.md")),`
const FILES: &[(&str, &str)] = &[];

/// The course: the name and the text of every note, in reading order.
pub fn course() -> Vec<(&'static str, &'static str)> {
    FILES.to_vec()
}
