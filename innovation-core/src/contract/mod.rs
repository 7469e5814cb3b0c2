//! The list of operations, and their JSON form.
//!
//! [`call`] takes the name of an operation and a request as JSON text and gives the response
//! as JSON text. The bindings know nothing else. [`OPERATIONS`] is the one list: bindings,
//! header, type declarations, schema and documentation follow from it.
//!
//! To add an operation: write its function, add its line to the table in `table.rs`, add a
//! vector, run the tests with `UPDATE=1` to refresh what is generated.
//!
//! Invariant: the JSON form of an operation does nothing but read, call and write.

mod describe;
mod limits;
mod pointer;
mod read;
mod table;

#[cfg(feature = "schema")]
pub use describe::derive_schema;
pub use describe::{
    OperationList, OperationSummary, OperationsRequest, SchemaRequest, Version, VersionRequest,
    operations, schema, version,
};
pub use limits::Limits;
pub(crate) use pointer::Pointer;
pub use read::read;
pub(crate) use read::{nearest, read_value};
pub use table::OPERATIONS;

use crate::error::{Code, Error, Result};
use crate::watch::{Unwatched, Watch};
use serde::Serialize;

/// Version of the contract: it changes when a document changes its meaning.
pub const VERSION: u32 = 1;

/// An operation of the contract.
#[derive(Clone, Copy)]
pub struct Operation {
    /// `verb.operation`.
    pub name: &'static str,
    /// One sentence.
    pub summary: &'static str,
    run: fn(&str, &Limits, &mut dyn Watch) -> Result<String>,
    #[cfg(feature = "schema")]
    schemas: fn(&mut schemars::SchemaGenerator) -> [schemars::Schema; 2],
}

impl std::fmt::Debug for Operation {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Operation").field("name", &self.name).finish_non_exhaustive()
    }
}

/// Runs an operation with default limits and without a watch.
///
/// # Errors
///
/// What the operation refuses, and `contract.unknown-operation` or the other `contract.*`
/// codes where the request cannot be read.
///
/// # Example
///
/// ```
/// let response = innovation_core::call("contract.version", "{}")?;
/// assert!(response.contains("\"contract\":1"));
///
/// let error = innovation_core::call("people.profile", r#"{"people":[]}"#).unwrap_err();
/// assert_eq!(error.code().name(), "people.empty");
/// # Ok::<(), innovation_core::Error>(())
/// ```
pub fn call(name: &str, request: &str) -> Result<String> {
    call_with(name, request, &Limits::default(), &mut Unwatched)
}

/// Runs an operation within given limits, under a watch.
///
/// # Errors
///
/// As [`call`].
pub fn call_with(
    name: &str,
    request: &str,
    limits: &Limits,
    watch: &mut dyn Watch,
) -> Result<String> {
    let Some(operation) = OPERATIONS.iter().find(|operation| operation.name == name) else {
        let names: Vec<&str> = OPERATIONS.iter().map(|operation| operation.name).collect();
        let shown: String = name.chars().take(64).collect();
        let error =
            Error::new(Code::ContractUnknownOperation, format!("there is no operation {shown:?}"));
        let hint =
            nearest(&shown, &names).unwrap_or_else(|| "contract.operations lists them".to_owned());
        return Err(error.hint(hint));
    };
    (operation.run)(request, limits, watch)
}

/// Writes a response.
fn write<T: Serialize>(response: &T) -> Result<String> {
    serde_json::to_string(response).map_err(|error| {
        Error::new(Code::ContractInternal, format!("the response cannot be written: {error}"))
    })
}
