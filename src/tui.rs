//! The terminal: drawing, events, and leaving it as it was.
