//! Why an alternative went where it went, in plain words.

use super::check::Model;
use super::document::{Category, ProfileCheck};
use crate::people::Id;
use crate::text::Text;

/// A sentence for each profile, after one that says where the alternative went.
pub(super) fn reading(
    id: &Id,
    category: &Category,
    at_best: &Category,
    because: &[ProfileCheck],
    model: &Model<'_>,
) -> Text {
    let mut english = vec![format!("“{id}” goes to “{}”.", title(category, "en"))];
    let mut french =
        vec![format!("«\u{a0}{id}\u{a0}» va dans «\u{a0}{}\u{a0}».", title(category, "fr"))];
    for (check, category) in because.iter().zip(model.categories) {
        english.push(in_english(check, &title(category, "en"), model.needed()));
        french.push(in_french(check, &title(category, "fr"), model.needed()));
    }
    if at_best.id != category.id {
        english.push(format!(
            "With the best of its ranges it could reach “{}”.",
            title(at_best, "en")
        ));
        french.push(format!(
            "Avec le meilleur de ses fourchettes, l’option pourrait atteindre «\u{a0}{}\u{a0}».",
            title(at_best, "fr")
        ));
    }
    Text::both(&english.join(" "), &french.join(" "))
}

fn title(category: &Category, locale: &str) -> String {
    match &category.title {
        Some(title) => title.for_locale(locale).to_owned(),
        None => category.id.to_string(),
    }
}

fn in_english(check: &ProfileCheck, category: &str, needed: f64) -> String {
    let (weight, needed) = (number(check.weight), number(needed));
    let support = match check.supporters.as_slice() {
        [] => format!("no criterion is in favour, and a weight of {needed} is needed"),
        [one] => format!("{one} weighs {weight}, and {needed} is needed"),
        several => format!("{} weigh {weight}, and {needed} is needed", list(several)),
    };
    let but = if check.majority { "but" } else { "and" };
    let veto = match check.vetoes.as_slice() {
        [] => String::new(),
        [one] => format!(", {but} {one} raises a veto"),
        several => format!(", {but} {} raise a veto", list(several)),
    };
    let verb = if check.reached { "reaches" } else { "does not reach" };
    format!("It {verb} “{category}”: {support}{veto}.")
}

fn in_french(check: &ProfileCheck, category: &str, needed: f64) -> String {
    let decimal = |value: f64| number(value).replace('.', ",");
    let (weight, needed) = (decimal(check.weight), decimal(needed));
    let support = match check.supporters.as_slice() {
        [] => format!("aucun critère n’est favorable, et il faut un poids de {needed}"),
        [one] => format!("{one} pèse {weight}, et il faut {needed}"),
        several => format!("{} pèsent {weight}, et il faut {needed}", list(several)),
    };
    let but = if check.majority { "mais" } else { "et" };
    let veto = match check.vetoes.as_slice() {
        [] => String::new(),
        [one] => format!(", {but} {one} oppose un veto"),
        several => format!(", {but} {} opposent un veto", list(several)),
    };
    let verb = if check.reached { "atteint" } else { "n’atteint pas" };
    format!("L’option {verb} «\u{a0}{category}\u{a0}»\u{a0}: {support}{veto}.")
}

fn list(ids: &[Id]) -> String {
    ids.iter().map(Id::as_str).collect::<Vec<_>>().join(", ")
}

/// A number without what rounding adds to sums.
fn number(value: f64) -> String {
    let rounded = libm::rint(value * 1e6) / 1e6;
    if rounded.is_finite() { rounded.to_string() } else { value.to_string() }
}
