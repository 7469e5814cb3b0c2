//! Tables as text or as bytes in any encoding. The first byte says which, and what is read.
#![no_main]

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use fuzzing::ask_value;
use libfuzzer_sys::fuzz_target;
use serde_json::{Value, json};

const KINDS: [&str; 5] = ["assessments", "values", "ratings", "ballots", "sites"];

fuzz_target!(|data: &[u8]| {
    let Some((&first, bytes)) = data.split_first() else { return };
    let mut request = if first & 1 == 0 {
        json!({"text": String::from_utf8_lossy(bytes)})
    } else {
        json!({"base64": STANDARD.encode(bytes)})
    };
    let operation = match first >> 1 & 7 {
        0 => "exchange.peopleFromTable",
        1 => "exchange.tiesFromTable",
        2 => "exchange.tiesFromContacts",
        kind => {
            let what = KINDS[usize::from(kind - 3)];
            request["what"] = Value::from(what);
            if what == "assessments" {
                request["rubric"] = json!("own");
                request["version"] = json!("1");
                request["days"] = json!("dayFirst");
            }
            "exchange.fromTable"
        }
    };
    ask_value(operation, &request);
});
