//! Has anything changed, or is it chance: run charts and control charts.
//!
//! [`chart()`] draws a centre line and limits through measurements in the order of time and
//! flags patterns that chance seldom makes. `series` refuses what is no measurement, `phases`
//! says which points belong together, `limits` computes the lines kind by kind, `rules` holds
//! the named sets of rules as data, `runs` and `detect` find the patterns, `readings` puts
//! them into words, `svg` draws.
//!
//! Invariant: a new phase starts only where a person said so, and why.
//! Invariant: a missing point is counted, never filled in and never dropped in silence; runs go
//! on across it, moving ranges do not.
//! Invariant: a signal says that something changed, never why.

mod answer;
mod constants;
mod detect;
#[cfg(test)]
mod laws;
mod limits;
mod method;
mod phases;
mod readings;
mod request;
mod rules;
mod runs;
mod series;
mod svg;

pub use answer::{
    Chart, ChartCounts, ChartDirection, ChartNote, ChartPhase, ChartRuns, ChartSignal, NotChecked,
    NotCheckedReason, RuleUsed, RulesUsed, SignalMeaning, TargetAssurance, TargetReading,
};
pub use request::{
    Baseline, ChartKind, ChartPicture, ChartRequest, ExcludedPoint, KnownProcess, Rebase,
    WantedDirection,
};
pub use rules::ChartRules;
pub(crate) use svg::draw as draw_chart;

use crate::error::Result;
use detect::Seen;
use limits::{Law, Place};
use phases::Phase;
use rules::RuleSet;
use series::Series;

/// Draws a run chart or a control chart, and flags what chance alone seldom makes.
///
/// Every kind has its way to a centre line and to limits, which the answer states in words
/// (`method`). Phases, points left out, frozen limits and the set of rules are the caller's
/// decisions; the library takes none of them. Where sets of rules have the same name in other
/// tools and differ, the numbers that hold here are in `rules`.
///
/// Sigma of single measurements is mean moving range / 1.128; the sets of the NHS use its
/// rounded 2.66 × mean moving range as the distance of a limit, 0.02% wider. Moving ranges
/// above 3.267 times their mean are left out once unless `screenMovingRanges` is false.
///
/// # Errors
///
/// `evaluate.invalid-series` where a measurement, a denominator, a subgroup, a target or a
/// known centre is not usable, or fewer than two points count; `evaluate.invalid-phase` where
/// a rebase or an exclusion has no reason, a phase is empty or a baseline leaves its phase;
/// `contract.invalid-value` where `only` names no rule of the set; `contract.too-large` beyond
/// 100,000 points, or 1,000 with a picture.
///
/// # Example
///
/// ```
/// use innovation_core::evaluate::{ChartKind, ChartRequest, ChartRules, chart};
/// let values = [4.0, 5.0, 4.5, 5.0, 4.0, 5.5, 4.0, 5.0, 4.5, 5.0, 12.0, 4.5];
/// let request = ChartRequest {
///     kind: ChartKind::I,
///     values: values.map(Some).to_vec(),
///     rules: ChartRules::NhsMdc2021,
///     ..ChartRequest::default()
/// };
/// let chart = chart(&request)?;
/// assert_eq!(chart.signals[0].rule, "beyond-limits");
/// assert_eq!(chart.signals[0].points, [10]);
/// # Ok::<(), innovation_core::Error>(())
/// ```
///
/// # References
///
/// D. C. Montgomery, *Introduction to Statistical Quality Control*, 8th edition, 2019.
/// L. P. Provost, S. K. Murray, *The Health Care Data Guide*, 2011. J. Anhøj, A. V. Olesen,
/// *Run charts revisited*, PLoS ONE 9(11):e113825, 2014. D. B. Laney, *Improved control charts
/// for attributes*, Quality Engineering 14(4), 2002. J. C. Benneyan, *Number-between g-type
/// statistical quality control charts for monitoring adverse events*, Health Care Management
/// Science 4(4), 2001. L. S. Nelson, *A control chart for parts-per-million nonconforming
/// items*, Journal of Quality Technology 26(3), 1994.
pub fn chart(request: &ChartRequest) -> Result<Chart> {
    let set = RuleSet::read(request.rules, &request.only)?;
    let mut series = Series::read(request)?;
    limits::check_known(request)?;
    let phases = phases::read(request, &series)?;
    svg::check(request, series.points.len())?;
    if request.kind == ChartKind::Mr {
        phases::take_ranges(&mut series, &phases);
    }
    let mut answer = blank(request, &set, &series);
    for (at, phase) in phases.iter().enumerate() {
        describe(&mut answer, request, &set, &series, at, phase);
    }
    answer.n.not_checked = count(answer.phases.iter().map(|phase| phase.not_checked.len()).sum());
    answer.target = request.target.map(|value| reach(&answer, request, value));
    series_notes(&mut answer, &series);
    if let Some(picture) = &request.svg {
        answer.svg = Some(svg::draw(&answer, request, picture));
    }
    Ok(answer)
}

/// An answer without phases.
fn blank(request: &ChartRequest, set: &RuleSet, series: &Series) -> Chart {
    let points = series.points.len();
    let missing = series.points.iter().filter(|point| point.statistic.is_none()).count();
    let used = series.points.iter().filter(|point| point.counts()).count();
    let rules = set.rules.iter();
    Chart {
        kind: request.kind,
        rules: RulesUsed {
            id: serde_json::to_value(set.id)
                .ok()
                .and_then(|id| id.as_str().map(str::to_owned))
                .unwrap_or_default(),
            title: set.title.clone(),
            citation: set.citation.clone(),
            rules: rules
                .map(|rule| RuleUsed { id: rule.id.clone(), text: rule.text.clone() })
                .collect(),
        },
        n: ChartCounts {
            points: count(points),
            missing: count(missing),
            excluded: count(points - missing - used),
            used: count(used),
            missing_members: series.missing_members,
            not_checked: 0,
        },
        statistic: series.points.iter().map(|point| point.statistic).collect(),
        sizes: series.points.iter().map(|point| point.size).collect(),
        centre: Vec::with_capacity(points),
        sigma: Vec::with_capacity(points),
        lower: Vec::with_capacity(points),
        upper: Vec::with_capacity(points),
        signals: Vec::new(),
        phases: Vec::new(),
        target: None,
        method: method::method(request, set),
        assumptions: method::assumptions(request.kind),
        notes: Vec::new(),
        svg: None,
    }
}

/// Adds a phase: its lines, its runs, its signals, its notes.
fn describe(
    answer: &mut Chart,
    request: &ChartRequest,
    set: &RuleSet,
    series: &Series,
    at: usize,
    phase: &Phase<'_>,
) {
    let law = Law::of(request, set.range_factor, series, phase);
    let points = series.points.get(phase.points.clone()).unwrap_or_default();
    let place =
        |point| law.map_or_else(Place::default, |law| law.place(request.kind, series, point));
    let places: Vec<Place> = points.iter().map(place).collect();
    for place in &places {
        answer.centre.push(place.centre);
        answer.sigma.push(place.sigma);
        answer.lower.push(place.lower);
        answer.upper.push(place.upper);
    }
    let seen: Vec<Seen> = phase
        .points
        .clone()
        .zip(points.iter().zip(&places))
        .filter_map(|(at, (point, place))| {
            let statistic = point.statistic?;
            Some(Seen { at, statistic, counts: !point.excluded, place: *place })
        })
        .collect();
    let runs = runs::runs(seen.iter().filter(|seen| seen.counts).map(|seen| seen.place.side));
    let mut not_checked = Vec::new();
    for rule in &set.rules {
        match detect::detect(rule.test, &seen, &runs) {
            Err(reason) => not_checked.push(NotChecked { rule: rule.id.clone(), reason }),
            Ok(found) => answer.signals.extend(found.into_iter().map(|found| {
                let meaning = readings::meaning(found.direction, request.improvement);
                ChartSignal {
                    rule: rule.id.clone(),
                    text: readings::signal(rule.test, &found, &runs, meaning, &request.labels),
                    points: found.points.into_iter().map(count).collect(),
                    completed: found.completed.into_iter().map(count).collect(),
                    phase: count(at),
                    direction: found.direction,
                    meaning,
                }
            })),
        }
    }
    let described = ChartPhase {
        from: count(phase.points.start),
        to: count(phase.points.end.saturating_sub(1)),
        reason: phase.reason.map(str::to_owned),
        baseline: phase.baseline,
        used: law.map_or(0, |law| law.used),
        centre: law.map(|law| law.centre),
        mean_moving_range: law.and_then(|law| law.range).map(|range| range.mean),
        screened_ranges: law.and_then(|law| law.range).map_or(0, |range| range.screened),
        runs,
        not_checked,
    };
    let flat = limits::no_sigma(&places) == Some(NotCheckedReason::NoVariation);
    let unlimited =
        request.kind != ChartKind::Run && places.iter().all(|place| place.upper.is_none());
    let known = request.known.is_some();
    answer.notes.extend(readings::phase_notes(at, &described, flat, unlimited, known));
    answer.phases.push(described);
}

/// What the series as a whole asks a reader to know.
fn series_notes(answer: &mut Chart, series: &Series) {
    let ChartCounts { missing, excluded, missing_members, not_checked, .. } = answer.n;
    let mut say = |about, number: u32, english: &str, french: &str| {
        if number > 0 {
            let english = format!("{number} {english}");
            let french = format!("{number} {french}");
            answer.notes.push(readings::note(about, None, &english, &french));
        }
    };
    say(
        "missing-points",
        missing,
        "point(s) are missing: runs go on across them, moving ranges do not.",
        "point(s) manquent\u{a0}: les séries continuent par-dessus, les étendues mobiles non.",
    );
    say(
        "missing-members",
        missing_members,
        "measurement(s) are missing within subgroups, which are smaller for it.",
        "mesure(s) manquent dans les sous-groupes, qui en sont d’autant plus petits.",
    );
    say(
        "excluded-points",
        excluded,
        "point(s) were left out of the calculations, for reasons that were given.",
        "point(s) ont été écartés des calculs, pour les raisons données.",
    );
    say(
        "not-checked",
        not_checked,
        "time(s) a rule could not be checked: the phases say which and why.",
        "fois, une règle n’a pas pu être vérifiée\u{a0}: les phases disent laquelle et pourquoi.",
    );
    let zeros = series.points.iter().filter(|point| point.statistic == Some(0.0)).count();
    if answer.kind == ChartKind::T {
        say(
            "zero-times",
            count(zeros),
            "time(s) of 0: events closer together than time is measured; a finer unit, or counts \
             per period, may serve better.",
            "durée(s) nulle(s)\u{a0}: des événements plus rapprochés que l’unité de mesure\u{202f}; une unité \
             plus fine, ou des nombres par période, conviendraient mieux.",
        );
    }
}

/// What the last limits say about the target.
fn reach(answer: &Chart, request: &ChartRequest, value: f64) -> TargetReading {
    let last =
        answer.lower.iter().zip(&answer.upper).rev().find_map(|(&lower, &upper)| lower.zip(upper));
    let assurance = match (request.improvement, last) {
        (WantedDirection::None, _) | (_, None) => TargetAssurance::Unknown,
        (WantedDirection::Up, Some((lower, _))) if lower >= value => {
            TargetAssurance::ExpectedToReach
        }
        (WantedDirection::Down, Some((_, upper))) if upper <= value => {
            TargetAssurance::ExpectedToReach
        }
        (WantedDirection::Up, Some((_, upper))) if upper < value => TargetAssurance::ExpectedToMiss,
        (WantedDirection::Down, Some((lower, _))) if lower > value => {
            TargetAssurance::ExpectedToMiss
        }
        _ => TargetAssurance::HitAndMiss,
    };
    let reaches = |statistic: &&f64| match request.improvement {
        WantedDirection::Up => **statistic >= value,
        _ => **statistic <= value,
    };
    let reached = count(answer.statistic.iter().flatten().filter(reaches).count());
    TargetReading {
        value,
        reached: (request.improvement != WantedDirection::None).then_some(reached),
        assurance,
        text: readings::target(assurance),
    }
}

/// A count of points; there are 100,000 at most.
fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
