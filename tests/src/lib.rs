//! What the tests share: vectors, data, and the files that follow from the contract.

pub mod cases;
pub mod generate;
pub mod requests;
pub mod vectors;

use std::path::PathBuf;

/// The project's top folder.
#[must_use]
pub fn root() -> PathBuf {
    let mut root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    root.pop();
    root
}

/// The build folder.
#[must_use]
pub fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

/// A file of the reference data, or `None`, said aloud, where it is absent.
#[must_use]
pub fn reference(name: &str) -> Option<Vec<u8>> {
    let path = root().join("../shared/data").join(name);
    match std::fs::read(&path) {
        Ok(bytes) => Some(bytes),
        Err(error) => {
            println!("SKIPPED: reference data {name} cannot be read: {error}");
            None
        }
    }
}
