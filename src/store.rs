//! The only layer that touches the disk: finding, reading and decoding notes.
