//! Every word for people, in Korean and English, in one table.

/// The language of what is said to people.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Locale {
    /// Korean.
    #[default]
    Ko,
    /// English.
    En,
}
