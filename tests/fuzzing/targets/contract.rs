//! Every operation, with a request that is JSON or nearly so. The first line names the operation.
#![no_main]

use fuzzing::{ask, mutation};
use libfuzzer_sys::{fuzz_mutator, fuzz_target};

fuzz_target!(|data: &[u8]| {
    let Some((name, request)) =
        std::str::from_utf8(data).ok().and_then(|text| text.split_once('\n'))
    else {
        return;
    };
    ask(name, request);
});

fuzz_mutator!(|data: &mut [u8], size: usize, room: usize, seed: u32| {
    let head = data.iter().take(size).position(|byte| *byte == b'\n').map_or(0, |end| end + 1);
    mutation::mutate(data, size, room, seed, head)
});
