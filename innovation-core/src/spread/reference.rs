//! Real inputs and expected values, kept beside the sources and never with them.

/// A file of the data on spread; `None`, with a printed reason, where it is not at hand.
pub(super) fn reference(file: &str) -> Option<String> {
    let path = format!("{}/../../shared/data/spread/{file}", env!("CARGO_MANIFEST_DIR"));
    let found = std::fs::read_to_string(&path).ok();
    if found.is_none() {
        println!("skipped: {path} is not there");
    }
    found
}
