//! Vectors through the Rust door; the cases are left for the other doors.

use std::sync::Mutex;
use tests::vectors::{Vector, load};

/// Held while vectors are filled in.
static FILES: Mutex<()> = Mutex::new(());

/// Longer requests, in bytes, are not written down for other doors to repeat.
const MOST_FOR_OTHER_DOORS: usize = 4 << 20;

#[test]
fn every_vector_holds() {
    let _held = FILES.lock().unwrap();
    let mut cases = Vec::new();
    let mut faults = Vec::new();
    for (path, mut vector) in load().unwrap() {
        let case = vector.play();
        if std::env::var_os("UPDATE").is_some()
            && vector.response.is_none()
            && vector.error.is_none()
        {
            fill_in(&mut vector, &case.output, case.ok);
            std::fs::write(&path, serde_json::to_string_pretty(&vector).unwrap() + "\n").unwrap();
        }
        if let Err(fault) = vector.judge(&case) {
            faults.push(format!("{}: {fault}", path.file_name().unwrap().to_string_lossy()));
        }
        if case.request.len() <= MOST_FOR_OTHER_DOORS {
            cases.push(case);
        }
    }
    assert!(!cases.is_empty());
    tests::cases::write(&tests::target().join("vectors"), &cases).unwrap();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

fn fill_in(vector: &mut Vector, output: &str, ok: bool) {
    let output: serde_json::Value = serde_json::from_str(output).unwrap();
    if ok {
        vector.response = Some(output);
    } else {
        vector.error = output.get("error").cloned();
    }
}

#[test]
fn names_of_vectors_are_unique() {
    let _held = FILES.lock().unwrap();
    let mut names: Vec<String> =
        load().unwrap().into_iter().map(|(_, vector)| vector.name).collect();
    let all = names.len();
    names.sort();
    names.dedup();
    assert_eq!(names.len(), all);
}

#[test]
fn the_same_request_gives_the_same_bytes_again() {
    let _held = FILES.lock().unwrap();
    for (_, vector) in load().unwrap() {
        assert_eq!(vector.play().output, vector.play().output, "{}", vector.name);
    }
}
