//! What the Rust door answered, written down for the other doors to repeat.
//!
//! Two files with the same cases, in a folder of their own. `cases.ndjson` has one JSON
//! object a line. `cases.bin` is for hosts without a JSON reader: for every case its name,
//! operation, request and output, each as a length (four bytes, little-endian) and that many
//! bytes of UTF-8, and then one byte, 1 where the operation succeeded.

use crate::vectors::Case;
use std::io::{self, Write};
use std::path::Path;
use std::{fs, iter};

/// Writes `cases.ndjson` and `cases.bin` into `folder`, which is made where it is absent.
///
/// # Errors
///
/// What the file system refuses.
pub fn write(folder: &Path, cases: &[Case]) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    let mut lines = Vec::new();
    for case in cases {
        serde_json::to_writer(&mut lines, case)?;
        lines.push(b'\n');
    }
    fs::write(folder.join("cases.ndjson"), lines)?;
    fs::write(folder.join("cases.bin"), bytes(cases)?)
}

fn bytes(cases: &[Case]) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    for case in cases {
        for text in [&case.name, &case.operation, &case.request, &case.output] {
            let length = u32::try_from(text.len()).map_err(io::Error::other)?;
            bytes.write_all(&length.to_le_bytes())?;
            bytes.write_all(text.as_bytes())?;
        }
        bytes.extend(iter::once(u8::from(case.ok)));
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_case_is_four_texts_and_a_byte() {
        let case = |ok| Case {
            name: "n".to_owned(),
            operation: String::new(),
            request: "é".to_owned(),
            output: "{}".to_owned(),
            ok,
        };
        let one = b"\x01\0\0\0n\0\0\0\0\x02\0\0\0\xc3\xa9\x02\0\0\0{}";
        let expected = [&one[..], b"\x01", &one[..], b"\x00"].concat();
        assert_eq!(bytes(&[case(true), case(false)]).unwrap(), expected);
    }
}
