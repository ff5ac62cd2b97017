//! One integration binary: data in, text out.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::disallowed_methods)]

mod doc;
mod search;
mod text;
mod files;
mod pty;
mod store;
mod layout;
mod term;
mod front_matter;
mod number;
mod commands;
mod tidy;
