//! What the app is doing: state, messages, effects, and how one becomes the next.
