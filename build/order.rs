//! The order of functions in the program. What runs until the first screen is there, and what runs with
//! every key, lies together in front: strewn over all of the program it would be three times as many
//! pages of memory.

use std::ffi::OsString;
use std::path::Path;
use std::process::Command;

/// The functions, a line each, as a linker knows them; `build/order.sh` writes them down. The names hold
/// for one version of the compiler: what another calls otherwise stays where it is.
const NAMES: &str = "build/order.txt";

/// Tells the linker, if it is one that can be told.
pub fn tell(out: &Path) {
    let set = |name: &str| std::env::var_os(name).unwrap_or_default();
    if set("PROFILE") != "release" || set("CARGO_CFG_TARGET_OS") != "linux" {
        return;
    }
    let names = Path::new(&set("CARGO_MANIFEST_DIR")).join(NAMES);
    let order = format!("-Wl,--symbol-ordering-file={}", names.display());
    let arguments = [order.as_str(), "-Wl,--no-warn-symbol-ordering"];
    // A program of nothing is linked so first.
    let probe = out.join("order.rs");
    if std::fs::write(&probe, "fn main() {}\n").is_err() {
        return;
    }
    let mut rustc = Command::new(set("RUSTC"));
    rustc.arg(&probe).arg("-o").arg(out.join("order")).arg("--target").arg(set("TARGET"));
    if let Some(linker) = std::env::var_os("RUSTC_LINKER") {
        let mut own = OsString::from("linker=");
        own.push(linker);
        rustc.arg("-C").arg(own);
    }
    for argument in arguments {
        rustc.arg("-C").arg(format!("link-arg={argument}"));
    }
    if rustc.output().is_ok_and(|done| done.status.success()) {
        for argument in arguments {
            println!("cargo::rustc-link-arg-bins={argument}");
        }
    }
}
