//! Listings as JSON.

use std::io;

use serde::Serialize;

use super::Out;

/// Writes a list, one element on a line, so that lines can be compared and searched. serde_json
/// passes C1 and bidi controls: whatever text is in an element must be clean.
pub(super) fn list<T: Serialize>(items: &[T], out: Out<'_>) -> io::Result<()> {
    out.write_all(b"[")?;
    for (i, item) in items.iter().enumerate() {
        out.write_all(if i == 0 { b"\n" } else { b",\n" })?;
        serde_json::to_writer(&mut *out, item)?;
    }
    out.write_all(if items.is_empty() { b"]\n" } else { b"\n]\n" })
}
