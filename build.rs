//! Writes what a start must not pay for: names of emoji as text, and the syntaxes that code is read with,
//! with patterns that take less memory; and lays together what every start needs.
#![allow(clippy::expect_used)] // A build that cannot write has nothing to go on with.
#![allow(clippy::disallowed_methods)] // Cargo tells a build by its environment where to write.

use std::path::Path;

#[path = "build/emoji.rs"]
mod emoji;
#[cfg(feature = "highlight")]
#[path = "build/narrow.rs"]
mod narrow;
#[path = "build/order.rs"]
mod order;
#[cfg(feature = "highlight")]
#[path = "build/syntaxes.rs"]
mod syntaxes;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=build");
    let folder = std::env::var_os("OUT_DIR").expect("cargo says where to write");
    let folder = Path::new(&folder);
    for (file, table) in ["emoji-by-name.txt", "names-by-emoji.txt"].iter().zip(emoji::tables()) {
        std::fs::write(folder.join(file), table).expect("it can be written");
    }
    order::tell(folder);
    #[cfg(feature = "highlight")]
    {
        let (sets, index) = syntaxes::sets();
        std::fs::write(folder.join("syntaxes.bin"), sets).expect("it can be written");
        std::fs::write(folder.join("syntaxes.txt"), index).expect("it can be written");
    }
}
