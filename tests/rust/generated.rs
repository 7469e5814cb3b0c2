//! Committed files that follow from the contract are up to date.

use tests::generate::{all, header, settle};

#[test]
fn generated_files_follow_the_contract() {
    let mut faults: Vec<String> =
        all().unwrap().iter().filter_map(|file| settle(file).err()).collect();
    faults.extend(settle(&header()).err());
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
