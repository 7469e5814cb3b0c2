//! The C library with any bytes: names, limits and requests that are no text, and outputs that
//! nobody wants. The first byte says which, the first line names the operation.
#![no_main]

use innovation::{
    InnovationStatus, innovation_call_with, innovation_status_description, innovation_status_name,
    innovation_string_free,
};
use libfuzzer_sys::fuzz_target;
use std::ffi::{CStr, CString, c_char, c_void};
use std::ptr;

extern "C" fn stop(_: *mut c_void, _: u64, _: u64, _: f64) -> bool {
    false
}

fuzz_target!(|data: &[u8]| {
    let Some((&what, rest)) = data.split_first() else { return };
    let wants = |bit: u8| what & (1 << bit) != 0;
    let line = rest.iter().position(|byte| *byte == b'\n').unwrap_or(rest.len());
    let (name, request) = rest.split_at(line);
    let limits = if wants(0) { request } else { br#"{"bytes": 65536}"# };
    let until_nul = |bytes: &[u8]| {
        CString::new(bytes.split(|byte| *byte == 0).next().unwrap_or_default()).unwrap_or_default()
    };
    let (name, limits) = (until_nul(name), until_nul(limits));
    let (mut response, mut error) = (ptr::null_mut(), ptr::null_mut());
    let out = |wanted: bool, place: &mut *mut c_char| {
        if wanted { ptr::from_mut(place) } else { ptr::null_mut() }
    };
    // SAFETY: names and limits end in NUL, the request has its length, outputs are writable or
    // NULL, and `stop` returns.
    let status = unsafe {
        innovation_call_with(
            if wants(1) { ptr::null() } else { name.as_ptr() },
            if wants(2) { ptr::null() } else { request.as_ptr().cast() },
            if wants(3) { usize::MAX } else { request.len() },
            if wants(4) { ptr::null() } else { limits.as_ptr() },
            Some(stop),
            ptr::null_mut(),
            out(!wants(5), &mut response),
            out(!wants(6), &mut error),
        )
    };
    let good = status == InnovationStatus::INNOVATION_OK;
    assert_eq!(!response.is_null(), good && !wants(5), "a response where there is one");
    assert_eq!(!error.is_null(), !good && !wants(6), "an error where there is one");
    for text in [response, error] {
        // SAFETY: the library ends what it gives in NUL, and takes it back once.
        unsafe {
            assert!(text.is_null() || CStr::from_ptr(text).to_str().is_ok(), "an output is UTF-8");
            innovation_string_free(text);
        }
    }
    for name in
        [innovation_status_name(status as i32), innovation_status_description(status as i32)]
    {
        // SAFETY: as the library promises.
        assert!(!unsafe { CStr::from_ptr(name) }.is_empty());
    }
});
