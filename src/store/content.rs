//! The built-in course: the notes of `content/`, in the program itself.

/// The names and texts of the course, in reading order. One line a file:
/// `("01-container.md", include_str!("../../content/01-container.md")),`
const FILES: &[(&str, &str)] = &[
    ("01-container.md", include_str!("../../content/01-container.md")),
    ("02-kubernetes.md", include_str!("../../content/02-kubernetes.md")),
    ("03-eks.md", include_str!("../../content/03-eks.md")),
    ("04-cluster.md", include_str!("../../content/04-cluster.md")),
    ("05-deploy.md", include_str!("../../content/05-deploy.md")),
    ("06-observability.md", include_str!("../../content/06-observability.md")),
    ("07-balance.md", include_str!("../../content/07-balance.md")),
];

/// The course: the name and the text of every note, in reading order.
pub fn course() -> Vec<(&'static str, &'static str)> {
    FILES.to_vec()
}
