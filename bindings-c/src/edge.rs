//! The edge between C and the core: pointers in, text out, panics caught.

use crate::status::InnovationStatus;
use crate::watch::Caller;
use innovation_core::contract::read;
use innovation_core::{Code, Error, Limits, Result, Watch, call_with};
use std::any::Any;
use std::ffi::{CStr, CString, c_char};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::{ptr, slice, str};

/// One operation under its own name, with default limits.
///
/// # Safety
///
/// As [`text`] and [`answer`].
pub(crate) unsafe fn operation(
    name: &str,
    request: *const c_char,
    length: usize,
    response: *mut *mut c_char,
    error: *mut *mut c_char,
) -> InnovationStatus {
    let body = || {
        // SAFETY: the caller promises what `text` asks for.
        let request = unsafe { text(request, length)? };
        run(name, request, &Limits::default(), &mut Caller::silent())
    };
    // SAFETY: the caller promises what `answer` asks for.
    unsafe { answer(response, error, body) }
}

/// Calls the core.
#[cfg_attr(
    feature = "forced-panic",
    expect(clippy::panic, reason = "tests ask for a panic to see that it is caught")
)]
pub(crate) fn run(
    name: &str,
    request: &str,
    limits: &Limits,
    watch: &mut dyn Watch,
) -> Result<String> {
    #[cfg(feature = "forced-panic")]
    match name {
        "test.panic" => panic!("forced by a test"),
        "test.watch" => return Ok(crate::watch::until_stopped(watch)),
        _ => {}
    }
    call_with(name, request, limits, watch)
}

/// Runs `body` and writes what it gives: exactly one output and the status.
///
/// # Safety
///
/// `response` and `error` are NULL or point to a writable pointer.
pub(crate) unsafe fn answer(
    response: *mut *mut c_char,
    error: *mut *mut c_char,
    body: impl FnOnce() -> Result<String>,
) -> InnovationStatus {
    // SAFETY: the caller promises that both are NULL or writable.
    unsafe {
        put(response, None);
        put(error, None);
    }
    let written = guard(|| body().and_then(c_string)).map_err(|problem| {
        // JSON text holds no NUL, as its writer escapes it.
        (problem.code(), CString::new(problem.to_json()).unwrap_or_default())
    });
    match written {
        Ok(text) => {
            // SAFETY: as above.
            unsafe { put(response, Some(text)) };
            InnovationStatus::INNOVATION_OK
        }
        Err((code, text)) => {
            // SAFETY: as above.
            unsafe { put(error, Some(text)) };
            code.into()
        }
    }
}

/// Turns a panic into an error.
///
/// Unwind safety: the core keeps no state, so that nothing half-done outlives the panic.
fn guard<T>(body: impl FnOnce() -> Result<T>) -> Result<T> {
    catch_unwind(AssertUnwindSafe(body)).unwrap_or_else(|panic| Err(explain(&*panic)))
}

fn explain(panic: &(dyn Any + Send)) -> Error {
    let message = panic.downcast_ref::<String>().map(String::as_str);
    let message = message.or_else(|| panic.downcast_ref::<&str>().copied());
    let message = message.unwrap_or("a panic without a message");
    Error::new(Code::ContractPanic, message)
        .hint("this is a fault in the library: please report it with the request that led to it")
}

/// The request.
///
/// # Safety
///
/// `start` is NULL or points to `length` readable bytes that nobody writes during `'a`.
pub(crate) unsafe fn text<'a>(start: *const c_char, length: usize) -> Result<&'a str> {
    if start.is_null() {
        if length == 0 {
            return Ok("");
        }
        let message = format!("the request is NULL and its length is {length}");
        return Err(Error::new(Code::ContractNullPointer, message));
    }
    if length > isize::MAX as usize {
        let message = format!("no memory holds a request of {length} bytes");
        return Err(Error::new(Code::ContractTooLarge, message)
            .hint("the length is a count of bytes; a negative one arrives as a huge one"));
    }
    // SAFETY: not NULL, not too long, and readable by the caller's promise.
    utf8(unsafe { slice::from_raw_parts(start.cast(), length) }, "request")
}

/// Text that ends in NUL; `what` it is, for the error.
///
/// # Safety
///
/// `start` is NULL or ends in NUL, and nobody writes it during `'a`.
pub(crate) unsafe fn c_text<'a>(start: *const c_char, what: &str) -> Result<&'a str> {
    if start.is_null() {
        return Err(Error::new(Code::ContractNullPointer, format!("the {what} is NULL")));
    }
    // SAFETY: not NULL, and ends in NUL by the caller's promise.
    utf8(unsafe { CStr::from_ptr(start) }.to_bytes(), what)
}

/// The limits: those of the text that ends in NUL, or the defaults.
///
/// # Safety
///
/// As [`c_text`].
pub(crate) unsafe fn limits(start: *const c_char) -> Result<Limits> {
    if start.is_null() {
        return Ok(Limits::default());
    }
    // SAFETY: the caller's promise is the same.
    let text = unsafe { c_text(start, "text of the limits")? };
    read(text, &Limits::default()).map_err(|error| {
        let message = format!("in the limits: {}", error.message());
        let about = Error::new(error.code(), message).at(error.path());
        match error.advice() {
            Some(hint) => about.hint(hint),
            None => about,
        }
    })
}

fn utf8<'a>(bytes: &'a [u8], what: &str) -> Result<&'a str> {
    str::from_utf8(bytes).map_err(|error| {
        let message = format!("the {what} is not UTF-8 from byte {} on", error.valid_up_to());
        Error::new(Code::ContractNotUtf8, message)
            .details([("validUpTo", error.valid_up_to())].into_iter().collect())
    })
}

fn c_string(text: String) -> Result<CString> {
    CString::new(text).map_err(|_| Error::new(Code::ContractInternal, "the response holds a NUL"))
}

/// Writes an output that is wanted; the text of one that is not is dropped.
///
/// # Safety
///
/// `output` is NULL or writable.
unsafe fn put(output: *mut *mut c_char, text: Option<CString>) {
    if !output.is_null() {
        let text = text.map_or(ptr::null_mut(), CString::into_raw);
        // SAFETY: not NULL, and writable by the caller's promise.
        unsafe { output.write(text) };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Status, response and error that `body` leads to.
    fn check(body: impl FnOnce() -> Result<String>) -> (i32, Option<String>, Option<String>) {
        let (mut response, mut error) = (ptr::null_mut(), ptr::null_mut());
        let status = unsafe { answer(&raw mut response, &raw mut error, body) };
        let take = |text: *mut c_char| {
            (!text.is_null()).then(|| unsafe { CString::from_raw(text) }.into_string().unwrap())
        };
        (status as i32, take(response), take(error))
    }

    #[test]
    fn exactly_one_output_is_set() {
        assert_eq!(check(|| Ok("{}".to_owned())), (0, Some("{}".to_owned()), None));
        let (status, response, error) = check(|| Err(Error::new(Code::PeopleEmpty, "nobody")));
        assert_eq!((status, response), (2008, None));
        assert!(error.unwrap().contains("people.empty"));
    }

    #[test]
    fn a_panic_becomes_a_status_with_its_message() {
        let (status, response, error) = check(|| panic!("at {}", 3));
        assert_eq!((status, response), (1098, None));
        assert!(error.unwrap().contains(r#""code":"contract.panic","path":"","message":"at 3""#));
    }

    #[test]
    fn a_nul_in_a_response_is_a_fault_and_not_a_cut() {
        assert_eq!(check(|| Ok("a\0b".to_owned())).0, Code::ContractInternal.number());
    }

    #[test]
    fn every_code_has_the_status_of_its_number_and_its_name() {
        for code in Code::ALL {
            assert_eq!(InnovationStatus::from(*code) as i32, code.number());
            assert_eq!(crate::status::name(code.number()).to_str(), Ok(code.name()));
            assert_eq!(crate::status::description(code.number()).to_str(), Ok(code.description()));
        }
    }
}
