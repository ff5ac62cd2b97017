//! Arguments to command to exit status; everything else is in the library.

use std::process::ExitCode;

use gongbu::cli;

fn main() -> ExitCode {
    ExitCode::from(cli::run(std::env::args_os()).code())
}
