//! Journals that were damaged: folded, verified, merged with themselves, looked through.
#![no_main]

use fuzzing::{ask_value, mutation};
use libfuzzer_sys::{fuzz_mutator, fuzz_target};
use serde_json::{Value, json};

fuzz_target!(|data: &[u8]| {
    let Ok(events) = serde_json::from_slice::<Value>(data) else { return };
    let half = events.as_array().map_or(0, |events| events.len() / 2);
    let start = events.as_array().and_then(|events| events.get(..half)).unwrap_or_default();
    ask_value("space.replay", &json!({"events": events}));
    ask_value("space.verify", &json!({"events": events}));
    ask_value("space.merge", &json!({"a": start, "b": events}));
    ask_value("space.replay", &json!({"state": events, "events": []}));
    ask_value("space.diagnose", &json!({"state": events, "at": "2027-01-01T09:00:00Z"}));
});

fuzz_mutator!(|data: &mut [u8], size: usize, room: usize, seed: u32| {
    mutation::mutate(data, size, room, seed, 0)
});
