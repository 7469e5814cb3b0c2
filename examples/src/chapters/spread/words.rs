//! What things are called in two languages.

pub(super) use crate::words::{day, month};
use crate::words::{decimals, pick, thousands};
use innovation_core::Text;
use innovation_core::people::Id;
use innovation_core::spread::{
    AdaptationSeverity, AnchorKind, AnchorState, CountedRatio, UseStage,
};

/// Whole dates inside a sentence of the library, as people write them.
pub(super) fn dated(locale: &str, text: &str) -> String {
    let is_date = |word: &str| {
        let mut marks = word.bytes().enumerate();
        word.len() == 10
            && marks.all(
                |(at, mark)| if at == 4 || at == 7 { mark == b'-' } else { mark.is_ascii_digit() },
            )
    };
    let words = text.split(' ').map(|word| {
        let bare = word.trim_end_matches(['.', ',']);
        if is_date(bare) { word.replace(bare, &day(locale, bare)) } else { word.to_owned() }
    });
    words.collect::<Vec<_>>().join(" ")
}

/// That the sites do not exist.
pub(super) fn made_up(locale: &str) -> &'static str {
    pick(
        locale,
        "An example: these twelve sites do not exist, and two years have passed in it.",
        "Un exemple\u{a0}: ces douze sites n’existent pas, et deux ans s’y sont écoulés.",
    )
}

/// A ratio with its counts, or that there is none.
pub(super) fn ratio(locale: &str, ratio: &CountedRatio) -> String {
    let share = ratio.ratio.value.map_or("–".to_owned(), |value| percent(locale, value));
    let of = pick(locale, "of", "sur");
    let [part, whole] = [ratio.numerator, ratio.denominator].map(|count| thousands(locale, count));
    format!("{share} ({part} {of} {whole})")
}

/// Per cent of a share.
pub(super) fn percent(locale: &str, share: f64) -> String {
    format!("{}{}", decimals(locale, 100.0 * share, 0), pick(locale, "%", "\u{a0}%"))
}

pub(super) fn stage(locale: &str, stage: UseStage) -> &'static str {
    match stage {
        UseStage::Aware => pick(locale, "knows of it", "en a connaissance"),
        UseStage::Trial => pick(locale, "tries it", "l’essaie"),
        UseStage::Adopted => pick(locale, "does it", "le pratique"),
        UseStage::Routine => pick(locale, "routine", "routine"),
        UseStage::Discontinued => pick(locale, "stopped", "a arrêté"),
    }
}

/// How much an adaptation is to be talked about, with a sign of its own.
pub(super) fn severity(locale: &str, severity: AdaptationSeverity) -> &'static str {
    match severity {
        AdaptationSeverity::High => pick(locale, "■\u{a0}the core", "■\u{a0}le cœur"),
        AdaptationSeverity::Medium => pick(locale, "▲\u{a0}unsure", "▲\u{a0}incertain"),
        AdaptationSeverity::Low => pick(locale, "○\u{a0}to learn from", "○\u{a0}à partager"),
    }
}

pub(super) fn anchor(locale: &str, anchor: AnchorKind) -> &'static str {
    match anchor {
        AnchorKind::Owner => pick(locale, "an owner", "une instance responsable"),
        AnchorKind::Budget => pick(locale, "a budget line", "une ligne budgétaire"),
        AnchorKind::Training => pick(locale, "training", "la formation"),
        AnchorKind::Measures => pick(locale, "measures", "les mesures"),
        AnchorKind::Policy => pick(locale, "a written rule", "une règle écrite"),
    }
}

/// The sign and the word of an anchor's state.
pub(super) fn state(locale: &str, state: AnchorState) -> &'static str {
    match state {
        AnchorState::There => pick(locale, "●\u{a0}there", "●\u{a0}là"),
        AnchorState::Partly => pick(locale, "◐\u{a0}in\u{a0}part", "◐\u{a0}en\u{a0}partie"),
        AnchorState::Lapsed => pick(locale, "✕\u{a0}lapsed", "✕\u{a0}échu"),
        AnchorState::Missing => pick(locale, "○\u{a0}missing", "○\u{a0}manque"),
    }
}

/// A group or a kind of setting.
pub(super) fn group<'a>(locale: &str, name: &'a str) -> &'a str {
    match name {
        "80-and-over" => pick(locale, "80 and over", "80 ans et plus"),
        "under-80" => pick(locale, "under 80", "moins de 80 ans"),
        "ward" => pick(locale, "hospital wards", "unités hospitalières"),
        "practice" => pick(locale, "practices", "cabinets"),
        "home" => pick(locale, "care homes", "résidences"),
        "town" => pick(locale, "in town", "en ville"),
        "country" => pick(locale, "in the country", "à la campagne"),
        other => other,
    }
}

/// What the sites are called.
pub(super) fn names(told: &super::Told) -> impl Iterator<Item = (Id, Text)> {
    let sites = told.request.sites.iter();
    sites.filter_map(|site| Some((site.id.clone(), site.name.clone()?)))
}

/// A sentence of the library with the names of sites in the place of their ids.
pub(super) fn with_names(told: &super::Told, locale: &str, text: &str) -> String {
    let name = |word: &str| {
        let site = told.request.sites.iter().find(|site| site.id.as_str() == word)?;
        Some(site.name.as_ref()?.for_locale(locale))
    };
    let apart = |letter: char| !letter.is_alphanumeric() && letter != '-';
    let words = text.split_inclusive(apart).map(|part| {
        let word = part.trim_end_matches(apart);
        name(word).map_or_else(|| part.to_owned(), |name| part.replacen(word, name, 1))
    });
    words.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_of_a_sentence_are_written_as_people_write_them() {
        let text = "It ends on 2028-09-30, before 2029-07-01.";
        assert_eq!(
            dated("en", text),
            "It ends on 30\u{a0}September\u{a0}2028, before 1\u{a0}July\u{a0}2029."
        );
        assert_eq!(dated("fr", "le 2029-07-01."), "le 1er\u{a0}juillet\u{a0}2029.");
        assert_eq!(dated("en", "no date at all"), "no date at all");
    }
}
