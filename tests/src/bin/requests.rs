//! Requests at random and what the Rust door answers, one JSON object a line, for another door to
//! repeat: `requests OPERATION COUNT SEED`.

use innovation_core::call;
use std::error::Error;
use std::io::{BufWriter, Write, stdout};
use tests::requests::Requests;
use tests::vectors::Case;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [operation, count, seed] = arguments.as_slice() else {
        return Err("usage: requests OPERATION COUNT SEED".into());
    };
    let mut out = BufWriter::new(stdout().lock());
    for request in Requests::new(operation, seed.parse()?)?.take(count.parse()?) {
        let answer = call(operation, &request);
        let ok = answer.is_ok();
        let output = answer.unwrap_or_else(|error| error.to_json());
        let (name, operation) = (String::new(), operation.clone());
        serde_json::to_writer(&mut out, &Case { name, operation, request, output, ok })?;
        out.write_all(b"\n")?;
    }
    Ok(out.flush()?)
}
