//! Why somebody is not served: a status, and the error as the library writes it.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use innovation_core::{Code, Error};
use serde_json::json;
use store::StoreError;

/// A status and `{"error": {code, path, message, hint?, details?}}`.
#[derive(Debug, Clone)]
pub struct Problem {
    status: StatusCode,
    body: String,
}

impl Problem {
    /// A problem of this server; its code is one of `intranet.*`.
    #[must_use]
    pub fn new(status: StatusCode, code: &str, message: &str, hint: &str) -> Self {
        let error = json!({"code": code, "path": "", "message": message, "hint": hint});
        Self { status, body: json!({ "error": error }).to_string() }
    }

    /// Too many wait already; nothing was done.
    #[must_use]
    pub fn busy() -> Self {
        let message = "too many requests wait already";
        Self::new(
            StatusCode::SERVICE_UNAVAILABLE,
            "intranet.busy",
            message,
            "try again in a second; a command with the same id is done once",
        )
    }

    /// A fault of this server or of the disk. What it was goes to the log, not to the caller.
    #[must_use]
    pub fn fault(what: &dyn std::fmt::Display) -> Self {
        eprintln!("fault: {what}");
        Self::new(
            StatusCode::INTERNAL_SERVER_ERROR,
            "intranet.fault",
            "the server stopped at a fault of its own",
            "its log says more; a command can be repeated with the same id",
        )
    }
}

impl From<Error> for Problem {
    fn from(error: Error) -> Self {
        let status = match error.code() {
            Code::ContractUnknownOperation => StatusCode::NOT_FOUND,
            Code::ContractTooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Code::ContractInternal | Code::ContractPanic => StatusCode::INTERNAL_SERVER_ERROR,
            code if code.name().starts_with("contract.") => StatusCode::BAD_REQUEST,
            _ => StatusCode::UNPROCESSABLE_ENTITY,
        };
        Self { status, body: error.to_json() }
    }
}

impl From<StoreError> for Problem {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Refused(error) => (*error).into(),
            StoreError::Busy => Self::busy(),
            fault => Self::fault(&fault),
        }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut response = (self.status, json_text(self.body)).into_response();
        if self.status == StatusCode::SERVICE_UNAVAILABLE {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("1"));
        }
        response
    }
}

/// JSON that was written already.
pub(crate) fn json_text(text: impl Into<axum::body::Body>) -> impl IntoResponse {
    ([(header::CONTENT_TYPE, "application/json")], text.into())
}
