//! Diagnostics: what is wrong with a note, and how it is shown.
