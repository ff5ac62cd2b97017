//! The command line: arguments, one file a command, and the painting of rows as text.
