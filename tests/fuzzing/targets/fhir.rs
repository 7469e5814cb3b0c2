//! Resources that somebody else wrote. The first byte says of which release.
#![no_main]

use fuzzing::{ask_value, mutation};
use libfuzzer_sys::{fuzz_mutator, fuzz_target};
use serde_json::Value;

fuzz_target!(|data: &[u8]| {
    let Ok(request) = serde_json::from_slice::<Value>(data) else { return };
    ask_value("exchange.fromFhir", &request);
});

fuzz_mutator!(|data: &mut [u8], size: usize, room: usize, seed: u32| {
    mutation::mutate(data, size, room, seed, 0)
});
