//! What is said in two languages, and how a refusal is told.

use innovation_core::Error;

/// English or French.
pub(crate) fn pick<'a>(locale: &str, english: &'a str, french: &'a str) -> &'a str {
    if locale.to_lowercase().starts_with("fr") { french } else { english }
}

/// A number with its thousands apart.
pub(crate) fn thousands(locale: &str, number: u64) -> String {
    let digits = number.to_string();
    let mut shown = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            shown.push_str(pick(locale, ",", "\u{202f}"));
        }
        shown.push(digit);
    }
    shown
}

/// A number with so many decimals, with a comma in French.
pub(crate) fn decimals(locale: &str, number: f64, digits: usize) -> String {
    format!("{number:.digits$}").replace('.', pick(locale, ".", ","))
}

/// An error with its place and advice.
pub(crate) fn explain(error: &Error) -> String {
    let advice = error.advice().map(|hint| format!("\n  {hint}")).unwrap_or_default();
    format!("{error}{advice}")
}
