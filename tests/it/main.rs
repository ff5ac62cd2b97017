//! One integration binary: data in, text out.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::disallowed_methods)]

mod cli;
mod code;
mod commands;
mod content;
mod copy;
mod corpus;
mod doc;
mod examples;
mod files;
mod find;
mod finder;
mod folders;
mod following;
mod front_matter;
mod glossary;
mod hostile;
mod layout;
mod library;
mod links;
mod loading;
mod mouse;
mod number;
mod properties;
mod pty;
mod reading;
mod screen;
mod search;
mod search_text;
mod sessions;
mod sideways;
mod store;
mod term;
mod text;
mod tidy;
