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

const MONTHS: [(&str, &str); 12] = [
    ("January", "janvier"),
    ("February", "février"),
    ("March", "mars"),
    ("April", "avril"),
    ("May", "mai"),
    ("June", "juin"),
    ("July", "juillet"),
    ("August", "août"),
    ("September", "septembre"),
    ("October", "octobre"),
    ("November", "novembre"),
    ("December", "décembre"),
];

/// The month and the year of a date.
pub(crate) fn month(locale: &str, date: &str) -> String {
    let number = date.get(5..7).and_then(|month| month.parse::<usize>().ok());
    let name = number.and_then(|number| MONTHS.get(number.checked_sub(1)?));
    match (name, date.get(..4)) {
        (Some((english, french)), Some(year)) => {
            format!("{}\u{a0}{year}", pick(locale, english, french))
        }
        _ => date.to_owned(),
    }
}

/// The day of a date or time of RFC 3339, as people write it.
pub(crate) fn day(locale: &str, date: &str) -> String {
    match date.get(8..10).and_then(|day| day.parse::<u32>().ok()) {
        Some(1) if pick(locale, "en", "fr") == "fr" => format!("1er\u{a0}{}", month(locale, date)),
        Some(day) => format!("{day}\u{a0}{}", month(locale, date)),
        None => date.to_owned(),
    }
}
