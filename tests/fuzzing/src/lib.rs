//! What the targets share: how a request is asked, and what must hold of the answer.

pub mod mutation;

use innovation_core::{Limits, Progress, Watch, call_with};
use serde_json::Value;

/// Ends every search at its first look, so that a run is of many requests and not of one.
pub struct Hurried;

impl Watch for Hurried {
    fn proceed(&mut self, _: &Progress) -> bool {
        false
    }
}

/// Asks; an answer is JSON, and a refusal names its cause.
pub fn ask(operation: &str, request: &str) {
    match call_with(operation, request, &Limits::default(), &mut Hurried) {
        Ok(response) => {
            let parsed: Result<Value, _> = serde_json::from_str(&response);
            assert!(parsed.is_ok(), "{operation} answers no JSON");
        }
        Err(error) => {
            let code = error.code().name();
            assert!(
                code != "contract.internal" && code != "contract.panic",
                "{operation}: {error}"
            );
            assert!(!error.message().is_empty(), "{operation} refuses without a word");
        }
    }
}

/// Asks with a document that is made here.
pub fn ask_value(operation: &str, request: &Value) {
    ask(operation, &request.to_string());
}
