//! Every operation of the innovation contract as a C function on JSON text.
//!
//! # API conventions
//!
//! - An operation takes a request, UTF-8 JSON as a pointer and a length in bytes, and gives
//!   JSON text that ends in NUL. The request needs no NUL at its end and is only read.
//! - It returns a status: `INNOVATION_OK`, or the number of the cause. Numbers never change
//!   their meaning. There are no partial answers.
//! - Outputs are pointers, placed last. Both are set to NULL first; then exactly one is set:
//!   `*response` on success, `*error` on failure, `{"error": {code, path, message, hint?,
//!   details?}}`. NULL may stand for an output that is not wanted.
//! - A text that was given through an output belongs to the caller, who gives it back to
//!   `innovation_string_free`, never to `free`. A text that was returned lives for ever.
//! - A NULL where there must be none, or text that is not UTF-8, is a status and not a crash.
//! - Every function may be called from any thread at once. Nothing is kept between calls.
//! - A fault in the library comes back as `INNOVATION_CONTRACT_PANIC`; the process lives on and
//!   may call again. The host's panic hook is left alone. Only a lack of memory or stack ends
//!   the process.
//! - An effort in milliseconds is measured by the clock of the system.
//!
//! Invariant: an operation here does nothing but read text, call the core and write text.
//! Invariant: nothing unwinds out of a function.

mod edge;
#[cfg(test)]
mod laws;
mod operations;
mod status;
mod watch;

pub use operations::*;
pub use status::InnovationStatus;
pub use watch::InnovationProgress;

use innovation_core::Limits;
use std::ffi::{CStr, CString, c_char, c_void};

/// Version of the binary interface that this header describes, as in the name of the shared
/// library (`libinnovation.so.1`).
pub const INNOVATION_ABI_VERSION: u32 = 1;

/// Runs the operation called `name`, with default limits and without a progress function.
///
/// `name` ends in NUL, as "gather.select". "contract.operations" lists the names.
/// May be called from any thread at once.
///
/// # Safety
///
/// `name` is NULL or ends in NUL. `request` is NULL or points to `length` readable bytes that
/// nobody writes meanwhile. `response` and `error` are NULL or point to a writable pointer.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn innovation_call(
    name: *const c_char,
    request: *const c_char,
    length: usize,
    response: *mut *mut c_char,
    error: *mut *mut c_char,
) -> InnovationStatus {
    let run = || {
        // SAFETY: the caller promises what `c_text` and `text` ask for.
        let (name, request) =
            unsafe { (edge::c_text(name, "name")?, edge::text(request, length)?) };
        edge::run(name, request, &Limits::default(), &mut watch::Caller::silent())
    };
    // SAFETY: the caller promises that each output is NULL or writable.
    unsafe { edge::answer(response, error, run) }
}

/// Runs the operation called `name` within given limits, telling its progress.
///
/// `limits` is JSON text that ends in NUL, as `{"bytes": 1048576, "depth": 32}`, or NULL for
/// the defaults. `progress` is called from this thread, now and then while the operation
/// runs, with `user` handed on; where it returns false, the search stops and its best answer
/// so far is the response. NULL for none.
/// May be called from any thread at once.
///
/// # Safety
///
/// As `innovation_call`; `limits` is NULL or ends in NUL; `progress` is NULL or a function
/// that returns, so neither throws nor jumps away.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn innovation_call_with(
    name: *const c_char,
    request: *const c_char,
    length: usize,
    limits: *const c_char,
    progress: InnovationProgress,
    user: *mut c_void,
    response: *mut *mut c_char,
    error: *mut *mut c_char,
) -> InnovationStatus {
    let run = || {
        // SAFETY: the caller promises what `c_text`, `limits` and `text` ask for.
        let (name, limits, request) = unsafe {
            (edge::c_text(name, "name")?, edge::limits(limits)?, edge::text(request, length)?)
        };
        // SAFETY: the caller promises that `progress` is NULL or a function that returns.
        let mut watch = unsafe { watch::Caller::new(progress, user) };
        edge::run(name, request, &limits, &mut watch)
    };
    // SAFETY: the caller promises that each output is NULL or writable.
    unsafe { edge::answer(response, error, run) }
}

/// Gives back a text that an operation gave through `response` or `error`. NULL is ignored.
///
/// May be called from any thread at once, once for each text.
///
/// # Safety
///
/// `text` is NULL or came from an output of this library and was not given back before.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn innovation_string_free(text: *mut c_char) {
    if !text.is_null() {
        // SAFETY: every output is made by `CString::into_raw`, and the caller gives it back once.
        drop(unsafe { CString::from_raw(text) });
    }
}

/// The version of the binary interface of the library that is loaded: compare it with
/// `INNOVATION_ABI_VERSION`.
///
/// May be called from any thread at once.
#[unsafe(no_mangle)]
pub extern "C" fn innovation_abi_version() -> u32 {
    INNOVATION_ABI_VERSION
}

/// The version of the library, as "0.1.0". Never to be freed.
///
/// May be called from any thread at once.
#[unsafe(no_mangle)]
pub extern "C" fn innovation_version() -> *const c_char {
    const VERSION: &CStr =
        match CStr::from_bytes_with_nul(concat!(env!("CARGO_PKG_VERSION"), "\0").as_bytes()) {
            Ok(version) => version,
            Err(_) => c"",
        };
    VERSION.as_ptr()
}

/// The name of a status, as "gather.infeasible"; "ok" for 0, "unknown" for a number that is no
/// status. Never to be freed.
///
/// May be called from any thread at once.
#[unsafe(no_mangle)]
pub extern "C" fn innovation_status_name(status: i32) -> *const c_char {
    status::name(status).as_ptr()
}

/// One sentence about the cause that a status stands for. Never to be freed.
///
/// May be called from any thread at once.
#[unsafe(no_mangle)]
pub extern "C" fn innovation_status_description(status: i32) -> *const c_char {
    status::description(status).as_ptr()
}
