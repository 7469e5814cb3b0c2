//! What things are called in two languages.

pub(super) use crate::words::day;
use crate::words::pick;
use innovation_core::people::Family;
use innovation_core::protect::{
    Boundary, CoverCell, HiddenKind, Measure, MeasureState, PressureKind, ReleasedCell, Work,
};
use innovation_core::space::{EvidenceKind, Gravity};

/// Hour and minute of a time of RFC 3339, as written.
pub(super) fn hour(time: &str) -> &str {
    time.get(11..16).unwrap_or_default()
}

/// A text in quotation marks.
pub(super) fn quoted(locale: &str, text: &str) -> String {
    format!("{}{text}{}", pick(locale, "“", "«\u{a0}"), pick(locale, "”", "\u{a0}»"))
}

/// "a, b and c".
pub(super) fn listed(locale: &str, parts: &[String]) -> String {
    match parts {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => {
            format!("{} {} {last}", first.join(", "), pick(locale, "and", "et"))
        }
    }
}

pub(super) fn pressure(locale: &str, kind: PressureKind) -> &'static str {
    match kind {
        PressureKind::Norm => pick(locale, "norm", "norme"),
        PressureKind::Pressure => pick(locale, "pressure", "pression"),
        PressureKind::Routine => pick(locale, "routine", "routine"),
    }
}

/// What a measure does.
pub(super) fn work(locale: &str, measure: &Measure) -> &'static str {
    match (measure.work, measure.boundary) {
        (Work::Boundary, Some(Boundary::Social)) => {
            pick(locale, "boundary: who is in", "frontière\u{a0}: qui en est")
        }
        (Work::Boundary, Some(Boundary::Physical)) => {
            pick(locale, "boundary: a place", "frontière\u{a0}: un lieu")
        }
        (Work::Boundary, Some(Boundary::Temporal)) => {
            pick(locale, "boundary: a time", "frontière\u{a0}: un temps")
        }
        (Work::Boundary, Some(Boundary::Symbolic)) => {
            pick(locale, "boundary: a sign", "frontière\u{a0}: un signe")
        }
        (Work::Boundary, None) => pick(locale, "boundary", "frontière"),
        (Work::Distancing, _) => pick(locale, "distancing", "distanciation"),
        (Work::Anchoring, _) => pick(locale, "anchoring", "ancrage"),
    }
}

/// The sign and the word of a measure's state.
pub(super) fn state(locale: &str, state: MeasureState) -> &'static str {
    match state {
        MeasureState::Active => pick(locale, "●\u{a0}holds", "●\u{a0}tient"),
        MeasureState::Lapsed => pick(locale, "✕\u{a0}ended", "✕\u{a0}échue"),
        MeasureState::NotYet => pick(locale, "◔\u{a0}to\u{a0}come", "◔\u{a0}à\u{a0}venir"),
        MeasureState::Unsigned => pick(locale, "○\u{a0}unsigned", "○\u{a0}non\u{a0}signée"),
    }
}

/// A measure set against a pressure: state and, where it holds, how much it takes away.
pub(super) fn cell(locale: &str, cell: &CoverCell) -> String {
    match cell.state {
        MeasureState::Active => format!("{} −{}", state(locale, cell.state), cell.relief),
        other => state(locale, other).to_owned(),
    }
}

/// How grave a finding is, with a sign of its own.
pub(super) fn gravity(locale: &str, gravity: Gravity) -> &'static str {
    match gravity {
        Gravity::Critical => pick(locale, "■\u{a0}critical", "■\u{a0}critique"),
        Gravity::Warning => pick(locale, "▲\u{a0}to\u{a0}mend", "▲\u{a0}à\u{a0}corriger"),
        Gravity::Hint => pick(locale, "○\u{a0}to\u{a0}consider", "○\u{a0}à\u{a0}considérer"),
    }
}

pub(super) fn evidence(locale: &str, evidence: EvidenceKind) -> &'static str {
    match evidence {
        EvidenceKind::Theory => pick(locale, "hypothesis", "hypothèse"),
        EvidenceKind::Empirical => pick(locale, "observed", "observé"),
    }
}

/// A count that may be published, or why it is not shown.
pub(super) fn count(locale: &str, cell: &ReleasedCell) -> String {
    match (cell.count, cell.hidden) {
        (Some(count), _) => count.to_string(),
        (None, Some(HiddenKind::Primary)) => {
            pick(locale, "▒ hidden: small", "▒ masqué\u{a0}: petit").to_owned()
        }
        (None, Some(HiddenKind::Complementary)) => {
            pick(locale, "▒ hidden: shields", "▒ masqué\u{a0}: protège").to_owned()
        }
        (None, _) => pick(locale, "▒ hidden: total", "▒ masqué\u{a0}: total").to_owned(),
    }
}

pub(super) fn family(locale: &str, family: Family) -> &'static str {
    match family {
        Family::LivedExperience => {
            pick(locale, "patients and carers", "usagers et proches aidants")
        }
        Family::Care => pick(locale, "care professionals", "professionnels du soin"),
        Family::Management => pick(locale, "management", "encadrement"),
        Family::Design => pick(locale, "design", "conception"),
        Family::Regulation => pick(locale, "regulation", "régulation"),
        Family::Research => pick(locale, "research", "recherche"),
        Family::Industry => pick(locale, "industry", "industrie"),
        Family::Community => pick(locale, "community", "vie locale"),
        Family::Facilitation => pick(locale, "facilitation", "animation"),
    }
}

/// What a line of the journal says; its own word where there is no other.
pub(super) fn event<'a>(locale: &str, kind: &'a str) -> &'a str {
    match kind {
        "open" => pick(locale, "the space is opened", "l’espace est ouvert"),
        "invite" => pick(locale, "somebody is invited", "une personne est invitée"),
        "join" => pick(locale, "somebody joins", "une personne rejoint l’espace"),
        "amendCharter" => pick(locale, "the charter is put in place", "la charte est posée"),
        "sign" => pick(locale, "a party signs", "une partie signe"),
        "protect" => pick(locale, "pressures and measures", "pressions et mesures"),
        "suspendNorm" => pick(locale, "a norm is suspended", "une norme est suspendue"),
        "advanceStage" => pick(locale, "the next stage begins", "l’étape suivante commence"),
        "convene" => pick(locale, "sessions are convened", "des séances sont convoquées"),
        "propose" => pick(locale, "an idea is brought in", "une idée est apportée"),
        "erase" => pick(locale, "somebody is erased", "une personne est effacée"),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_written_as_people_write_it() {
        assert_eq!(day("en", "2026-10-09T00:00:00Z"), "9\u{a0}October\u{a0}2026");
        assert_eq!(day("fr", "2027-02-01"), "1er\u{a0}février\u{a0}2027");
        assert_eq!(day("fr", "soon"), "soon");
    }

    #[test]
    fn a_list_ends_with_a_word() {
        let parts = ["a", "b", "c"].map(str::to_owned);
        assert_eq!(listed("en", &parts), "a, b and c");
        assert_eq!(listed("fr", &parts[..1]), "a");
    }
}
