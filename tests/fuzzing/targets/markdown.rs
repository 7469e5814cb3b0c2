//! Cards as Markdown, of every layout that is known; what was read is written and read again.
#![no_main]

use fuzzing::ask_value;
use innovation_core::call;
use libfuzzer_sys::fuzz_target;
use serde_json::{Value, json};

fuzz_target!(|data: &[u8]| {
    let Ok(text) = std::str::from_utf8(data) else { return };
    for locale in ["en", "fr"] {
        ask_value("exchange.cardFromMarkdown", &json!({"text": text, "locale": locale}));
    }
    let request = json!({"text": text, "locale": "en"}).to_string();
    let Ok(answer) = call("exchange.cardFromMarkdown", &request) else { return };
    let answer: Value = serde_json::from_str(&answer).unwrap_or_default();
    if let Some(card) = answer.get("card") {
        ask_value("exchange.cardToMarkdown", &json!({"card": card}));
        ask_value("equip.lint", &json!({"cards": [card]}));
    }
});
