//! Signals, method and notes in plain language.
//!
//! Texts count points from 1, as people do.

use super::answer::{
    ChartDirection, ChartNote, ChartPhase, ChartRuns, SignalMeaning, TargetAssurance,
};
use super::detect::Found;
use super::request::{ChartKind, ChartRequest, WantedDirection};
use super::rules::{RuleSet, Test};
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

/// How the centre and the limits were computed.
pub(super) fn method(request: &ChartRequest, set: &RuleSet) -> Text {
    let screened = request.screen_moving_ranges;
    let factor = set.range_factor;
    let sigma_en = if factor.per == 1.0 {
        format!("mean moving range × {} / 3", factor.limit)
    } else {
        format!("mean moving range / {}", factor.per)
    };
    let sigma_fr = if factor.per == 1.0 {
        format!("moyenne des étendues mobiles × {} / 3", comma(factor.limit))
    } else {
        format!("moyenne des étendues mobiles / {}", comma(factor.per))
    };
    let (screen_en, screen_fr) = if screened {
        (
            ", without ranges above 3.267 times their mean (left out once)",
            ", sans les étendues supérieures à 3,267 fois leur moyenne (écartées une fois)",
        )
    } else {
        (", all ranges counted", ", toutes étendues comptées")
    };
    let (english, french) = match request.kind {
        ChartKind::Run => (
            "Centre line: median. A run chart has no limits.".to_owned(),
            "Ligne centrale\u{a0}: médiane. Un graphique d’évolution n’a pas de limites.".to_owned(),
        ),
        ChartKind::I if request.known.is_some() => given("sigma as given", "sigma tel que donné"),
        ChartKind::I => (
            format!("Centre line: mean. Limits: centre ± 3 sigma; sigma = {sigma_en}{screen_en}."),
            format!(
                "Ligne centrale\u{a0}: moyenne. Limites\u{a0}: centre ± 3 sigmas ; sigma = \
                 {sigma_fr}{screen_fr}."
            ),
        ),
        ChartKind::Mr => (
            "Centre line: mean moving range. Limits: 0 and 3.267 times the mean.".to_owned(),
            "Ligne centrale\u{a0}: moyenne des étendues mobiles. Limites\u{a0}: 0 et 3,267 fois la moyenne."
                .to_owned(),
        ),
        ChartKind::P if request.known.is_some() => {
            given("sigma = √(p(1−p)/n)", "sigma = √(p(1−p)/n)")
        }
        ChartKind::P => (
            "Centre line p: sum of numerators / sum of denominators. Limits: p ± 3 √(p(1−p)/n), \
             within 0 and all."
                .to_owned(),
            "Ligne centrale p\u{a0}: somme des numérateurs / somme des dénominateurs. Limites\u{a0}: \
             p ± 3 √(p(1−p)/n), entre 0 et la totalité."
                .to_owned(),
        ),
        ChartKind::PPrime => (
            format!(
                "Laney’s p′. Centre line p: sum of numerators / sum of denominators. Limits: \
                 p ± 3 √(p(1−p)/n) sigma_z, within 0 and all; sigma_z = {sigma_en} of \
                 (value − p)/√(p(1−p)/n){screen_en}."
            ),
            format!(
                "p′ de Laney. Ligne centrale p\u{a0}: somme des numérateurs / somme des \
                 dénominateurs. Limites\u{a0}: p ± 3 √(p(1−p)/n) sigma_z, entre 0 et la totalité ; \
                 sigma_z = {sigma_fr} de (valeur − p)/√(p(1−p)/n){screen_fr}."
            ),
        ),
        ChartKind::U if request.known.is_some() => given("sigma = √(u/n)", "sigma = √(u/n)"),
        ChartKind::U => (
            "Centre line u: sum of events / sum of denominators. Limits: u ± 3 √(u/n), 0 at \
             least."
                .to_owned(),
            "Ligne centrale u\u{a0}: somme des événements / somme des dénominateurs. Limites\u{a0}: \
             u ± 3 √(u/n), au moins 0."
                .to_owned(),
        ),
        ChartKind::UPrime => (
            format!(
                "Laney’s u′. Centre line u: sum of events / sum of denominators. Limits: \
                 u ± 3 √(u/n) sigma_z, 0 at least; sigma_z = {sigma_en} of \
                 (value − u)/√(u/n){screen_en}."
            ),
            format!(
                "u′ de Laney. Ligne centrale u\u{a0}: somme des événements / somme des \
                 dénominateurs. Limites\u{a0}: u ± 3 √(u/n) sigma_z, au moins 0 ; sigma_z = \
                 {sigma_fr} de (valeur − u)/√(u/n){screen_fr}."
            ),
        ),
        ChartKind::C if request.known.is_some() => given("sigma = √centre", "sigma = √centre"),
        ChartKind::C => (
            "Centre line c: mean count. Limits: c ± 3 √c, 0 at least.".to_owned(),
            "Ligne centrale c\u{a0}: nombre moyen. Limites\u{a0}: c ± 3 √c, au moins 0.".to_owned(),
        ),
        ChartKind::Xbar if request.known.is_some() => {
            given("sigma as given / √n", "sigma tel que donné / √n")
        }
        ChartKind::Xbar => (
            "Centre line: mean of all measurements. Limits: centre ± 3 s/(c4 √n), with c4 for \
             the size n of each subgroup; s is the mean standard deviation where all subgroups \
             are of one size, else the deviation pooled by degrees of freedom."
                .to_owned(),
            "Ligne centrale\u{a0}: moyenne de toutes les mesures. Limites\u{a0}: centre ± 3 s/(c4 √n), \
             avec c4 selon la taille n de chaque sous-groupe ; s est l’écart-type moyen si tous \
             les sous-groupes ont la même taille, sinon l’écart-type combiné selon les degrés de \
             liberté."
                .to_owned(),
        ),
        ChartKind::S => (
            "Centre line s: mean standard deviation where all subgroups are of one size, else \
             the deviation pooled by degrees of freedom. Limits: s ± 3 s √(1−c4²)/c4, with c4 \
             for the size of each subgroup, 0 at least."
                .to_owned(),
            "Ligne centrale s\u{a0}: écart-type moyen si tous les sous-groupes ont la même taille, \
             sinon l’écart-type combiné selon les degrés de liberté. Limites\u{a0}: \
             s ± 3 s √(1−c4²)/c4, avec c4 selon la taille de chaque sous-groupe, au moins 0."
                .to_owned(),
        ),
        ChartKind::T => (
            format!(
                "Times are raised to 1/3.6, which makes them nearly normal; centre and limits \
                 are those of single measurements on that scale, raised to 3.6 again: mean ± 3 \
                 sigma, 0 at least; sigma = {sigma_en}{screen_en}."
            ),
            format!(
                "Les durées sont élevées à la puissance 1/3,6, ce qui les rend presque \
                 normales ; centre et limites sont ceux de mesures individuelles à cette \
                 échelle, élevés ensuite à la puissance 3,6\u{a0}: moyenne ± 3 sigmas, au moins 0 ; \
                 sigma = {sigma_fr}{screen_fr}."
            ),
        ),
        ChartKind::G => (
            "With m the mean number of cases between events: centre line 0.693 m, the expected \
             median, so that as many points lie above as below; limits m ± 3 √(m(m+1)), 0 at \
             least."
                .to_owned(),
            "Avec m le nombre moyen de cas entre événements\u{a0}: ligne centrale 0,693 m, la médiane \
             attendue, afin qu’autant de points soient au-dessus qu’au-dessous ; limites \
             m ± 3 √(m(m+1)), au moins 0."
                .to_owned(),
        ),
    };
    Text::both(&english, &french)
}

fn given(sigma_en: &str, sigma_fr: &str) -> (String, String) {
    (
        format!("Centre line as given. Limits: centre ± 3 sigma; {sigma_en}."),
        format!(
            "Ligne centrale telle que donnée. Limites\u{a0}: centre ± 3 sigmas\u{202f}; {sigma_fr}."
        ),
    )
}

fn comma(value: f64) -> String {
    value.to_string().replace('.', ",")
}

/// What must hold for the limits to mean what they say.
pub(super) fn assumptions(kind: ChartKind) -> Vec<Text> {
    let mut all = vec![Text::both(
        "Points are in the order of time, measured in the same way throughout, and do not depend \
         on one another.",
        "Les points suivent l’ordre du temps, sont mesurés de la même manière du début à la fin \
         et ne dépendent pas les uns des autres.",
    )];
    let own = match kind {
        ChartKind::Run => (
            "Apart from signals, a point is as likely to lie above the centre line as below.",
            "Hors signaux, un point a autant de chances d’être au-dessus de la ligne centrale \
             qu’au-dessous.",
        ),
        ChartKind::I | ChartKind::Mr => (
            "Measurements spread about the mean without a long tail; for skewed times or rare \
             events use t or g.",
            "Les mesures se répartissent autour de la moyenne sans longue queue\u{202f}; pour des durées \
             asymétriques ou des événements rares, préférer t ou g.",
        ),
        ChartKind::P => (
            "Each case has the same chance, independent of the others. With very large \
             denominators this seldom holds and nearly every point looks like a signal: use \
             pPrime.",
            "Chaque cas a la même probabilité, indépendante des autres. Avec de très grands \
             dénominateurs, c’est rarement vrai et presque chaque point semble un signal\u{a0}: \
             préférer pPrime.",
        ),
        ChartKind::U | ChartKind::C => (
            "Events happen independently at a constant rate; the variance equals the mean. With \
             very large counts this seldom holds: use uPrime.",
            "Les événements surviennent indépendamment, à un rythme constant\u{202f}; la variance égale \
             la moyenne. Avec de très grands nombres, c’est rarement vrai\u{a0}: préférer uPrime.",
        ),
        ChartKind::PPrime | ChartKind::UPrime => (
            "What varies from point to point beyond chance is part of the process, and is \
             measured by the differences between neighbours.",
            "Ce qui varie d’un point à l’autre au-delà du hasard fait partie du processus et se \
             mesure aux différences entre voisins.",
        ),
        ChartKind::Xbar | ChartKind::S => (
            "Measurements within a subgroup are taken under the same conditions, and are nearly \
             normal.",
            "Les mesures d’un même sous-groupe sont prises dans les mêmes conditions et sont \
             presque normales.",
        ),
        ChartKind::T => (
            "Events are rare and happen independently at a constant rate: times between them are \
             exponential.",
            "Les événements sont rares et surviennent indépendamment, à un rythme constant\u{a0}: les \
             durées qui les séparent sont exponentielles.",
        ),
        ChartKind::G => (
            "Each case has the same small chance of an event, independent of the others: cases \
             between events are geometric.",
            "Chaque cas a la même faible probabilité d’événement, indépendante des autres\u{a0}: le \
             nombre de cas entre événements est géométrique.",
        ),
    };
    all.push(Text::both(own.0, own.1));
    all
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
