//! Workbooks: archives of XML that claim to hold a table.
#![no_main]

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use fuzzing::ask_value;
use libfuzzer_sys::fuzz_target;
use serde_json::json;

fuzz_target!(|data: &[u8]| {
    let Some((&first, bytes)) = data.split_first() else { return };
    let what = ["values", "ratings", "ballots", "sites"][usize::from(first) % 4];
    ask_value("exchange.fromTable", &json!({"what": what, "base64": STANDARD.encode(bytes)}));
});
