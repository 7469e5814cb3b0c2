//! Signals and notes in plain language.
//!
//! Texts count points from 1, as people do.

use super::answer::{
    ChartDirection, ChartNote, ChartPhase, ChartRuns, SignalMeaning, TargetAssurance,
};
use super::detect::Found;
use super::request::WantedDirection;
use super::rules::Test;
use crate::text::Text;

/// What a signal means, given which way is better.
pub(super) fn meaning(
    direction: Option<ChartDirection>,
    improvement: WantedDirection,
) -> SignalMeaning {
    match (direction, improvement) {
        (None, _) | (_, WantedDirection::None) => SignalMeaning::Neutral,
        (Some(ChartDirection::Up), WantedDirection::Up)
        | (Some(ChartDirection::Down), WantedDirection::Down) => SignalMeaning::Improvement,
        _ => SignalMeaning::Concern,
    }
}

/// A signal in plain language.
pub(super) fn signal(
    test: Test,
    found: &Found,
    runs: &ChartRuns,
    meaning: SignalMeaning,
    labels: &[String],
) -> Text {
    let first = found.points.first().copied().unwrap_or(0);
    let last = found.points.last().copied().unwrap_or(0);
    let (first_en, last_en) = (named(first, labels), named(last, labels));
    let (first_fr, last_fr) = (&first_en, &last_en);
    let count = found.points.len();
    let up = found.direction == Some(ChartDirection::Up);
    let pick = |if_up: &'static str, if_down: &'static str| if up { if_up } else { if_down };
    let (above, au_dessus) = (pick("above", "below"), pick("au-dessus de", "au-dessous de"));
    let (english, french) = match test {
        Test::BeyondLimits => (
            format!("Point {first_en} lies {above} the {} limit.", pick("upper", "lower")),
            format!(
                "Le point {first_fr} est {au_dessus} la limite {}.",
                pick("supérieure", "inférieure")
            ),
        ),
        Test::Shift { .. } => (
            format!(
                "{count} points in a row lie {above} the centre line, from point {first_en} to \
                 point {last_en}."
            ),
            format!(
                "{count} points de suite sont {au_dessus} la ligne centrale, du point {first_fr} \
                 au point {last_fr}."
            ),
        ),
        Test::Trend { .. } => (
            format!(
                "{count} points in a row {}, from point {first_en} to point {last_en}.",
                pick("rise", "fall")
            ),
            format!(
                "{count} points de suite {}, du point {first_fr} au point {last_fr}.",
                pick("montent", "descendent")
            ),
        ),
        Test::Zone { points, of, beyond, .. } => (
            format!(
                "Far from the centre line, {above} it: points {}. At least {points} of {of} in a \
                 row lie more than {beyond} sigma away.",
                listed(&found.points, "and")
            ),
            format!(
                "Loin de la ligne centrale, {}\u{a0}: points {}. Au moins {points} sur {of} de suite \
                 sont à plus de {beyond} sigma{}.",
                pick("au-dessus", "au-dessous"),
                listed(&found.points, "et"),
                if beyond < 2.0 { "" } else { "s" }
            ),
        ),
        Test::Alternating { .. } => (
            format!(
                "{count} points in a row rise and fall in turn, from point {first_en} to point \
                 {last_en}: two sources may take turns in the data."
            ),
            format!(
                "{count} points de suite montent et descendent tour à tour, du point {first_fr} \
                 au point {last_fr}\u{a0}: deux sources alternent peut-être dans les données."
            ),
        ),
        Test::Hugging { .. } => (
            format!(
                "{count} points in a row stay close to the centre line, from point {first_en} to \
                 point {last_en}: the limits may be too wide, or each point may mix several \
                 sources."
            ),
            format!(
                "{count} points de suite restent près de la ligne centrale, du point {first_fr} \
                 au point {last_fr}\u{a0}: les limites sont peut-être trop larges, ou chaque point \
                 mêle plusieurs sources."
            ),
        ),
        Test::Avoiding { .. } => (
            format!(
                "{count} points in a row stay away from the centre line, on both sides, from \
                 point {first_en} to point {last_en}: the data may mix two sources."
            ),
            format!(
                "{count} points de suite restent loin de la ligne centrale, des deux côtés, du \
                 point {first_fr} au point {last_fr}\u{a0}: les données mêlent peut-être deux sources."
            ),
        ),
        Test::LongestRun => (
            format!(
                "{count} useful points in a row lie {above} the centre line, from point \
                 {first_en} to point {last_en}; among {} useful points chance seldom gives more \
                 than {}.",
                runs.useful, runs.longest_limit
            ),
            format!(
                "{count} points utiles de suite sont {au_dessus} la ligne centrale, du point \
                 {first_fr} au point {last_fr} ; parmi {} points utiles, le hasard en donne \
                 rarement plus de {}.",
                runs.useful, runs.longest_limit
            ),
        ),
        Test::Crossings => (
            format!(
                "The line crosses the centre line {}; with {} useful points chance seldom gives \
                 fewer than {}.",
                match runs.crossings {
                    0 => "not once".to_owned(),
                    1 => "once".to_owned(),
                    times => format!("{times} times"),
                },
                runs.useful,
                runs.crossings_limit
            ),
            format!(
                "La courbe coupe la ligne centrale {} fois ; avec {} points utiles, le hasard en \
                 donne rarement moins de {}.",
                runs.crossings, runs.useful, runs.crossings_limit
            ),
        ),
    };
    let (and_en, and_fr) = match meaning {
        SignalMeaning::Improvement => {
            (" It goes the way that is wanted.", " Cela va dans le sens souhaité.")
        }
        SignalMeaning::Concern => (
            " It goes the other way than is wanted: worth looking into together.",
            " Cela va à l’encontre du sens souhaité\u{a0}: à regarder ensemble.",
        ),
        SignalMeaning::Neutral => ("", ""),
    };
    Text::both(&format!("{english}{and_en}"), &format!("{french}{and_fr}"))
}

/// `15`, or `15 (March)` where points have labels.
fn named(at: usize, labels: &[String]) -> String {
    match labels.get(at).map(|label| label.trim()).filter(|label| !label.is_empty()) {
        Some(label) => format!("{} ({label})", at + 1),
        None => (at + 1).to_string(),
    }
}

/// `3, 4 and 7`; of a long list the first and the last.
fn listed(points: &[usize], and: &str) -> String {
    const MOST: usize = 8;
    let shown = |points: &[usize]| {
        let each: Vec<String> = points.iter().map(|at| (at + 1).to_string()).collect();
        each.join(", ")
    };
    match points.split_last() {
        None => String::new(),
        Some((last, [])) => shown(&[*last]),
        Some((last, rest)) if rest.len() < MOST => {
            format!("{} {and} {}", shown(rest), last + 1)
        }
        Some((last, rest)) => {
            format!("{}, … {and} {}", shown(rest.get(..MOST).unwrap_or(rest)), last + 1)
        }
    }
}

/// A note.
pub(super) fn note(about: &str, phase: Option<usize>, english: &str, french: &str) -> ChartNote {
    ChartNote {
        about: about.to_owned(),
        phase: phase.map(|phase| phase as u32),
        text: Text::both(english, french),
    }
}

/// What a reader should know about a phase.
pub(super) fn phase_notes(
    at: usize,
    phase: &ChartPhase,
    flat: bool,
    unlimited: bool,
    known: bool,
) -> Vec<ChartNote> {
    const FEW: u32 = 12;
    let mut notes = Vec::new();
    if flat {
        notes.push(note(
            "no-variation",
            Some(at),
            "Nothing varies in the points that the limits come from: sigma is 0, the limits lie \
             on the centre line, and rules that measure in sigma were not checked.",
            "Rien ne varie dans les points dont viennent les limites\u{a0}: sigma vaut 0, les limites \
             se confondent avec la ligne centrale, et les règles qui se mesurent en sigmas n’ont \
             pas été vérifiées.",
        ));
    }
    if unlimited {
        notes.push(note(
            "no-limits",
            Some(at),
            "There are no limits: no two neighbouring points, or no two measurements in one \
             subgroup, show how much the process varies.",
            "Il n’y a pas de limites\u{a0}: il n’y a ni deux points voisins, ni deux mesures dans un \
             même sous-groupe, pour montrer combien le processus varie.",
        ));
    }
    if phase.used < FEW && !known {
        notes.push(note(
            "few-points",
            Some(at),
            &format!(
                "The lines come from {} points: take them as provisional until there are {FEW}.",
                phase.used
            ),
            &format!(
                "Les lignes viennent de {} points\u{a0}: à tenir pour provisoires jusqu’à {FEW}.",
                phase.used
            ),
        ));
    }
    if phase.screened_ranges > 0 {
        notes.push(note(
            "screened-ranges",
            Some(at),
            &format!(
                "{} moving range(s) above 3.267 times the mean were left out of sigma.",
                phase.screened_ranges
            ),
            &format!(
                "{} étendue(s) mobile(s) au-dessus de 3,267 fois la moyenne n’ont pas compté \
                 dans sigma.",
                phase.screened_ranges
            ),
        ));
    }
    notes
}

/// What a chart says about a target.
pub(super) fn target(assurance: TargetAssurance) -> Text {
    match assurance {
        TargetAssurance::ExpectedToReach => Text::both(
            "As it last ran, the process can be expected to reach the target every time.",
            "Tel qu’il fonctionnait en dernier lieu, le processus devrait atteindre la cible à \
             chaque fois.",
        ),
        TargetAssurance::HitAndMiss => Text::both(
            "The target lies between the limits: without a change, chance decides whether a \
             point reaches it.",
            "La cible se trouve entre les limites\u{a0}: sans changement, c’est le hasard qui décide \
             si un point l’atteint.",
        ),
        TargetAssurance::ExpectedToMiss => Text::both(
            "As it last ran, the process cannot be expected to reach the target: effort alone \
             will not do, the process has to change.",
            "Tel qu’il fonctionnait en dernier lieu, le processus ne peut pas atteindre la \
             cible\u{a0}: l’effort n’y suffira pas, c’est le processus qui doit changer.",
        ),
        TargetAssurance::Unknown => Text::both(
            "Whether the target will be reached cannot be said: there are no limits, or neither \
             way was said to be better.",
            "On ne peut pas dire si la cible sera atteinte\u{a0}: il n’y a pas de limites, ou aucun \
             sens n’a été dit meilleur.",
        ),
    }
}
