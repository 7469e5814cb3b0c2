//! Gives the shared library its binary name, which carries the number of the ABI.

use std::env;

/// Must equal `INNOVATION_ABI_VERSION`; `tests/c/run.sh` compares the two.
const ABI: u32 = 1;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let name = match env::var("CARGO_CFG_TARGET_OS").as_deref() {
        Ok("linux" | "android" | "freebsd") => format!("-Wl,-soname,libinnovation.so.{ABI}"),
        Ok("macos") => format!("-Wl,-install_name,@rpath/libinnovation.{ABI}.dylib"),
        _ => return,
    };
    println!("cargo::rustc-cdylib-link-arg={name}");
}
