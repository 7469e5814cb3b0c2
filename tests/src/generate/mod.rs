//! Files that follow from the contract: rendered, committed, compared.

pub mod c;
pub mod trace;
pub mod typescript;

use innovation_core::contract;
use std::path::PathBuf;

/// A file and what it must hold.
#[derive(Debug)]
pub struct Generated {
    /// Path from the project's top.
    pub path: &'static str,
    /// Its content.
    pub content: String,
}

/// Every generated file, in the order in which they build on each other.
///
/// # Errors
///
/// What cannot be rendered.
pub fn all() -> Result<Vec<Generated>, Box<dyn std::error::Error>> {
    let schema = contract::derive_schema();
    Ok(vec![
        Generated {
            path: "innovation-core/schema/contract.json",
            content: format!("{}\n", serde_json::to_string_pretty(&schema)?),
        },
        Generated { path: "bindings-c/src/status.rs", content: c::status_rs() },
        Generated { path: "bindings-c/src/operations.rs", content: c::operations_rs() },
        Generated {
            path: "bindings-wasm/npm/innovation.d.ts",
            content: typescript::declarations(&schema),
        },
        Generated { path: "bindings-wasm/npm/operations.js", content: typescript::operations_js() },
        Generated { path: "README.md", content: readme()? },
        Generated { path: "tests/traceability.md", content: trace::table()? },
    ])
}

/// The header follows from the generated sources of the C library, so it comes after them.
#[must_use]
pub fn header() -> Generated {
    Generated { path: "bindings-c/include/innovation.h", content: c::header(&crate::root()) }
}

/// Compares a generated file with what stands there, or writes it where `UPDATE` is set.
///
/// # Errors
///
/// Says how to refresh a file that differs.
pub fn settle(generated: &Generated) -> Result<(), String> {
    let path: PathBuf = crate::root().join(generated.path);
    let present = std::fs::read_to_string(&path).unwrap_or_default();
    if present == generated.content {
        return Ok(());
    }
    if std::env::var_os("UPDATE").is_some() {
        return std::fs::write(&path, &generated.content)
            .map_err(|error| format!("{}: {error}", generated.path));
    }
    let line =
        present.lines().zip(generated.content.lines()).take_while(|(a, b)| a == b).count() + 1;
    Err(format!(
        "{} differs from the contract at line {line}; refresh it with UPDATE=1 cargo test -p tests",
        generated.path
    ))
}

const START: &str = "<!-- operations: generated -->\n";
const END: &str = "<!-- /operations -->";

/// The README with its table of operations.
fn readme() -> Result<String, Box<dyn std::error::Error>> {
    let text = std::fs::read_to_string(crate::root().join("README.md"))?;
    let (before, rest) = text.split_once(START).ok_or("README.md has no table of operations")?;
    let (_, after) =
        rest.split_once(END).ok_or("README.md has no end of the table of operations")?;
    let rows: String = contract::OPERATIONS
        .iter()
        .map(|operation| format!("| `{}` | {} |\n", operation.name, operation.summary))
        .collect();
    Ok(format!("{before}{START}| operation | what it does |\n|---|---|\n{rows}{END}{after}"))
}
