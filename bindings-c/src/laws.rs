//! What holds at the edge, seen from within, so that Miri and the thread sanitizer can look too.

use crate::{
    InnovationProgress, InnovationStatus as Status, innovation_call, innovation_call_with,
    innovation_status_description, innovation_status_name, innovation_string_free,
    innovation_version,
};
use std::ffi::{CStr, CString, c_char, c_void};
use std::{ptr, thread};

const OK: Status = Status::INNOVATION_OK;

/// Calls with bytes; gives the status and the one output, which was given back.
fn call(name: &str, request: &[u8]) -> (Status, String) {
    let name = CString::new(name).unwrap();
    let (mut response, mut error) = (ptr::null_mut(), ptr::null_mut());
    // SAFETY: the name ends in NUL, the request has its length, both outputs can be written.
    let status = unsafe {
        innovation_call(
            name.as_ptr(),
            request.as_ptr().cast(),
            request.len(),
            &raw mut response,
            &raw mut error,
        )
    };
    (status, taken(status, response, error))
}

/// Calls with limits and a progress function.
fn call_with(
    name: &str,
    limits: Option<&str>,
    progress: InnovationProgress,
    seen: &mut u64,
) -> (Status, String) {
    let name = CString::new(name).unwrap();
    let limits = limits.map(|limits| CString::new(limits).unwrap());
    let (mut response, mut error) = (ptr::null_mut(), ptr::null_mut());
    // SAFETY: as above; limits are NULL or end in NUL, the function returns and takes a counter.
    let status = unsafe {
        innovation_call_with(
            name.as_ptr(),
            b"{}".as_ptr().cast(),
            2,
            limits.as_ref().map_or(ptr::null(), |limits| limits.as_ptr()),
            progress,
            ptr::from_mut(seen).cast(),
            &raw mut response,
            &raw mut error,
        )
    };
    (status, taken(status, response, error))
}

/// The output that was set, of which there is exactly one.
fn taken(status: Status, response: *mut c_char, error: *mut c_char) -> String {
    let (one, other) = if status == OK { (response, error) } else { (error, response) };
    assert!(other.is_null() && !one.is_null(), "{status:?}");
    // SAFETY: an output ends in NUL, and is given back once.
    unsafe {
        let text = CStr::from_ptr(one).to_str().unwrap().to_owned();
        innovation_string_free(one);
        text
    }
}

extern "C" fn count(user: *mut c_void, _: u64, _: u64, _: f64) -> bool {
    // SAFETY: `call_with` hands its counter on.
    let seen = unsafe { &mut *user.cast::<u64>() };
    *seen += 1;
    *seen < 5
}

#[test]
fn an_answer_is_one_text_and_given_back() {
    let (status, text) = call("contract.version", b"{}");
    assert_eq!(status, OK);
    assert!(text.contains("\"contract\":"), "{text}");
    for (name, request, code) in [
        ("contract.version", &b"{\"a\":1}"[..], "contract.unknown-field"),
        ("contract.version", b"{", "contract.not-json"),
        ("contract.version", b"", "contract.not-json"),
        ("contract.version", b"\xff\xfe", "contract.not-utf8"),
        ("no.such", b"{}", "contract.unknown-operation"),
    ] {
        let (status, text) = call(name, request);
        assert_ne!(status, OK);
        assert!(text.contains(code), "{text}");
    }
}

#[test]
fn null_is_a_status() {
    let name = c"contract.version".as_ptr();
    let (mut response, mut error) = (ptr::null_mut(), ptr::null_mut());
    // SAFETY: NULL is allowed in every place.
    unsafe {
        let status =
            innovation_call(ptr::null(), ptr::null(), 0, &raw mut response, &raw mut error);
        assert_eq!(status, Status::INNOVATION_CONTRACT_NULL_POINTER);
        drop(taken(status, response, error));
        let status = innovation_call(name, ptr::null(), 3, &raw mut response, &raw mut error);
        assert_eq!(status, Status::INNOVATION_CONTRACT_NULL_POINTER);
        drop(taken(status, response, error));
        let text = b"{}".as_ptr().cast();
        let status = innovation_call(name, text, usize::MAX, &raw mut response, &raw mut error);
        assert_eq!(status, Status::INNOVATION_CONTRACT_TOO_LARGE);
        drop(taken(status, response, error));
        assert_eq!(innovation_call(name, text, 2, ptr::null_mut(), ptr::null_mut()), OK);
        innovation_string_free(ptr::null_mut());
    }
}

#[test]
fn limits_are_read_and_hold() {
    let seen = &mut 0;
    let (status, _) = call_with("contract.version", Some("{\"bytes\": 1}"), None, seen);
    assert_eq!(status, Status::INNOVATION_CONTRACT_TOO_LARGE);
    let (status, text) = call_with("contract.version", Some("{\"byte\": 1}"), None, seen);
    assert_ne!(status, OK);
    assert!(text.contains("in the limits"), "{text}");
    assert_eq!(call_with("contract.version", None, Some(count), seen).0, OK);
}

#[test]
fn names_and_versions_live_for_ever() {
    for text in [
        innovation_version(),
        innovation_status_name(0),
        innovation_status_name(-1),
        innovation_status_description(Status::INNOVATION_CONTRACT_PANIC as i32),
    ] {
        // SAFETY: the library never takes these back.
        assert!(!unsafe { CStr::from_ptr(text) }.is_empty());
    }
}

#[test]
fn threads_call_at_once() {
    thread::scope(|scope| {
        for _ in 0..3 {
            scope.spawn(|| {
                for _ in 0..3 {
                    assert_eq!(call("contract.version", b"{}").0, OK);
                    assert_ne!(call("people.profile", b"{\"people\":[{}]}").0, OK);
                }
            });
        }
    });
}

#[cfg(feature = "forced-panic")]
#[test]
fn a_panic_is_a_status_and_progress_can_stop_a_call() {
    let (status, text) = call("test.panic", b"{}");
    assert_eq!(status, Status::INNOVATION_CONTRACT_PANIC);
    assert!(text.contains("forced by a test"), "{text}");
    let seen = &mut 0;
    let (status, text) = call_with("test.watch", None, Some(count), seen);
    assert_eq!((status, text.as_str(), *seen), (OK, "{\"steps\":4}", 5));
}
