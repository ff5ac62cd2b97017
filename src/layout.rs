//! Blocks become rows of a given width.
