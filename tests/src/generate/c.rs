//! What `bindings-c` derives from the core: its statuses, its functions, its header.
//!
//! Each function here gives the text of one committed file. The list of codes becomes
//! `status.rs`, the list of operations `operations.rs`, and the sources of the crate become
//! `innovation.h`, with the conventions of `lib.rs` at its head.
//!
//! Invariant: what is rendered is as rustfmt would leave it.

use innovation_core::Code;
use innovation_core::contract::OPERATIONS;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// Width of a line, as rustfmt keeps it.
const WIDTH: usize = 100;

/// `bindings-c/src/status.rs`.
#[must_use]
pub fn status_rs() -> String {
    let mut variants = String::new();
    let mut from = String::new();
    let mut names = String::new();
    let mut descriptions = String::new();
    for code in Code::ALL {
        let (number, constant) = (code.number(), constant(code.name()));
        variants += &comment("    /// ", code.description());
        let _ = writeln!(variants, "    {constant} = {number},");
        from += &arm("            ", &format!("Code::{code:?}"), &format!("Self::{constant}"));
        names += &arm("        ", &number.to_string(), &c_literal(code.name()));
        descriptions += &arm("        ", &number.to_string(), &c_literal(code.description()));
    }
    format!(
        r#"//! What a call returns. Rendered from the core's list of codes; `UPDATE=1` rewrites it.

use innovation_core::Code;
use std::ffi::CStr;

/// What a call returns: 0, or the number of the cause. Numbers never change their meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(non_camel_case_types, reason = "C has one namespace, and constants in capitals")]
#[repr(i32)]
pub enum InnovationStatus {{
    /// The call succeeded.
    INNOVATION_OK = 0,
{variants}}}

impl From<Code> for InnovationStatus {{
    fn from(code: Code) -> Self {{
        match code {{
{from}            _ => Self::INNOVATION_CONTRACT_INTERNAL,
        }}
    }}
}}

/// The name of a number.
pub(crate) fn name(status: i32) -> &'static CStr {{
    match status {{
        0 => c"ok",
{names}        _ => c"unknown",
    }}
}}

/// One sentence about a number.
pub(crate) fn description(status: i32) -> &'static CStr {{
    match status {{
        0 => c"The call succeeded.",
{descriptions}        _ => c"No status has this number.",
    }}
}}
"#
    )
}

/// `bindings-c/src/operations.rs`.
#[must_use]
pub fn operations_rs() -> String {
    let mut text = "\
//! One function per operation. Rendered from the core's list; `UPDATE=1` rewrites it.

use crate::edge;
use crate::status::InnovationStatus;
use std::ffi::c_char;
"
    .to_owned();
    for operation in OPERATIONS {
        let (name, function) = (operation.name, function(operation.name));
        let summary = comment("/// ", operation.summary);
        let run = format!(
            "    unsafe {{ edge::operation(\"{name}\", request, length, response, error) }}"
        );
        let run = if run.len() <= WIDTH {
            run
        } else {
            run.replace("{ ", "{\n        ").replace(" }", "\n    }")
        };
        let _ = write!(
            text,
            r#"
{summary}///
/// Operation `{name}`. May be called from any thread at once.
///
/// # Safety
///
/// As `innovation_call`.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn {function}(
    request: *const c_char,
    length: usize,
    response: *mut *mut c_char,
    error: *mut *mut c_char,
) -> InnovationStatus {{
    // SAFETY: the caller's promise is the same.
{run}
}}
"#
        );
    }
    text
}

/// `bindings-c/include/innovation.h`, from the sources below `root`, the folder of the
/// workspace.
///
/// # Panics
///
/// Where the sources cannot be read: the test that compares the header then fails.
#[must_use]
#[expect(clippy::expect_used, reason = "a test that cannot render has to fail")]
pub fn header(root: &Path) -> String {
    let folder = root.join("bindings-c");
    let source = folder.join("src/lib.rs");
    let lib = fs::read_to_string(&source).expect("bindings-c/src/lib.rs");

    let mut config =
        cbindgen::Config::from_file(folder.join("cbindgen.toml")).expect("its settings");
    config.header = Some(conventions(&lib));
    config.after_includes = Some(format!(
        "\n/** Version of the library that this header came with. */\n\
         #define INNOVATION_VERSION \"{}\"\n{MUST_USE}",
        env!("CARGO_PKG_VERSION")
    ));

    let mut header = Vec::new();
    cbindgen::Builder::new()
        .with_src(&source) // and the modules it names
        .with_config(config)
        .generate()
        .expect("sources that cbindgen reads")
        .write(&mut header);
    String::from_utf8(header).expect("UTF-8")
}

/// A status that is not looked at is most likely a mistake.
const MUST_USE: &str = "\n\
#if (defined(__cplusplus) && __cplusplus >= 201703L) || \\\n    \
    (defined(__STDC_VERSION__) && __STDC_VERSION__ >= 202311L)\n\
#define INNOVATION_MUST_USE [[nodiscard]]\n\
#elif defined(__GNUC__)\n\
#define INNOVATION_MUST_USE __attribute__((warn_unused_result))\n\
#else\n\
#define INNOVATION_MUST_USE\n\
#endif";

/// The module documentation of the crate as a C comment.
fn conventions(lib: &str) -> String {
    let lines = lib.lines().map_while(|line| line.strip_prefix("//!"));
    let body: String = lines.fold(String::new(), |text, line| text + " *" + line + "\n");
    format!("/**\n * @file\n{body} */")
}

/// `gather.select` as a constant.
fn constant(name: &str) -> String {
    format!("INNOVATION_{}", name.replace(['.', '-'], "_").to_uppercase())
}

/// The C function of an operation: `exchange.toFhir` is `innovation_exchange_to_fhir`.
#[must_use]
pub fn function(operation: &str) -> String {
    let mut function = "innovation_".to_owned();
    for letter in operation.chars() {
        if letter.is_ascii_uppercase() {
            function.push('_');
        }
        function.push(if letter == '.' { '_' } else { letter.to_ascii_lowercase() });
    }
    function
}

fn c_literal(text: &str) -> String {
    format!("c{text:?}")
}

/// An arm of a match; a long one stands in a block.
fn arm(indent: &str, pattern: &str, value: &str) -> String {
    let line = format!("{indent}{pattern} => {value},\n");
    if line.trim_end_matches('\n').chars().count() <= WIDTH {
        return line;
    }
    format!("{indent}{pattern} => {{\n{indent}    {value}\n{indent}}}\n")
}

/// A comment in lines that are not too long.
fn comment(prefix: &str, text: &str) -> String {
    let mut lines = String::new();
    let mut line = prefix.trim_end().to_owned();
    for word in text.split_whitespace() {
        if line.chars().count() + 1 + word.chars().count() > WIDTH {
            lines += &line;
            lines.push('\n');
            prefix.trim_end().clone_into(&mut line);
        }
        line.push(' ');
        line += word;
    }
    lines + &line + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_operation_keeps_its_words_in_c() {
        assert_eq!(function("gather.select"), "innovation_gather_select");
        assert_eq!(function("exchange.toFhir"), "innovation_exchange_to_fhir");
        assert_eq!(function("exchange.peopleFromTable"), "innovation_exchange_people_from_table");
        assert_eq!(constant("contract.not-utf8"), "INNOVATION_CONTRACT_NOT_UTF8");
    }

    #[test]
    fn no_two_operations_share_a_function() {
        let mut functions: Vec<String> =
            OPERATIONS.iter().map(|operation| function(operation.name)).collect();
        functions.sort();
        functions.dedup();
        assert_eq!(functions.len(), OPERATIONS.len());
    }

    #[test]
    fn a_long_comment_is_wrapped_between_words() {
        let text = "word ".repeat(50);
        let comment = comment("    /// ", &text);
        assert!(
            comment.lines().all(|line| line.len() <= WIDTH && line.starts_with("    /// word"))
        );
        assert_eq!(comment.matches("word").count(), 50);
    }
}
