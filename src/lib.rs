//! gongbu: a terminal study app for Markdown notes. See ARCHITECTURE.md for the map; the modules
//! below stand in reading order, and each knows only those above it.

pub mod words;

pub mod text;

pub mod diag;
pub mod doc;

pub mod library;

pub mod review;

pub mod style;

pub mod layout;
pub mod search;

pub mod app;

pub mod config;

pub mod store;

pub mod tui;

pub mod cli;
