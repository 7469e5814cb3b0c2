//! How far raters agree, beyond chance, and who stands apart.
//!
//! [`table`] reads ratings as levels by number, once. [`patterns`] counts units by what was
//! said of them. Measures come in families by what they look at: [`alpha`](mod@alpha) at spreads,
//! [`chance`] at available pairs, [`cohen`] at raters' own habits, [`icc`](mod@icc) at variance,
//! [`kendall`](mod@kendall) at order. [`bootstrap`] draws units again and asks the same families;
//! [`effects`](mod@effects) and [`facets`] look at raters; [`reading`] says it in words.
//!
//! Programs in use disagree about some of these numbers, mostly by convention and sometimes by
//! fault; every answer names its convention. Two differences are on purpose. On complete
//! tables with more than two raters, one widely used program leaves the factor 1/(m − 1) out
//! of alpha and inflates the number of ratings; here pairs are weighted the same with and
//! without gaps. And where every rating is the same, some programs say 1; here alpha, kappa,
//! W and ICC do not exist then.
//!
//! Invariant: a rating missing is never filled in, and a unit left out is counted.
//! Invariant: declared levels count, used or not.
//! Invariant: a measure that does not exist says why; it is never NaN and never silently 1.

mod alpha;
mod bootstrap;
mod chance;
mod cohen;
mod document;
mod effects;
mod facets;
mod icc;
mod kendall;
#[cfg(test)]
mod laws;
mod light;
mod lookup;
mod patterns;
mod ranks;
mod ratings;
mod reading;
mod statistic;
mod table;
mod weights;

pub use document::{
    AgreeRequest, Agreement, AgreementMeasure, Bootstrap, BootstrapInterval, FacetModel, Flag,
    Interval, LevelId, LevelValue, MeasureName, PairValue, RaterEffect, RaterModel, RatingCounts,
    Scale, ScaleKind, WeightsName,
};
pub use ratings::{MOST_CELLS, Ratings};

use crate::error::{Code, Error, Result};
use crate::math;
use crate::watch::{Unwatched, Watch};
use patterns::Patterns;
use reading::Setting;
use statistic::Family;
use table::{MOST_LISTED, NONE, Table, only_correlations};
use weights::Weights;

/// Measures how far raters agree about the same units.
///
/// Ratings may have gaps. Alpha, AC1, AC2, the generalised kappas and percent agreement use
/// every unit that was rated twice; ICC, Kendall's W and the complete form of Fleiss' kappa
/// need units that every rater rated, and count the others in `n.dropped`. A rater without
/// any rating is left aside by all.
///
/// Assumptions: units are independent of each other; intervals are about other units like
/// these, rated by these raters (ICC 1 and 2: by others like them).
///
/// # Errors
///
/// `evaluate.invalid-ratings` where rows differ in length, a rating is not a level of the
/// scale, a level stands twice or does not fit the kind of scale, or the lists of raters and
/// items do not fit the columns; `evaluate.invalid-weights` where own weights do not fit the
/// levels; `contract.too-large` beyond the limits of a table or a bootstrap;
/// `contract.invalid-value` for a confidence or a number of replicates out of range.
///
/// # Example
///
/// ```
/// use innovation_core::evaluate::{AgreeRequest, agree};
/// let request: AgreeRequest = serde_json::from_str(r#"{
///     "ratings": [[1, 1, null], [2, 2, 3], [3, 3, 3], [1, 2, 1]],
///     "scale": {"kind": "ordinal", "levels": [1, 2, 3]},
///     "measures": ["alpha"]
/// }"#).unwrap();
/// let alpha = &agree(&request)?.measures[0];
/// assert!((alpha.stat.value.unwrap() - 0.7727).abs() < 1e-4);
/// assert_eq!(alpha.n.dropped, 0);
/// # Ok::<(), innovation_core::Error>(())
/// ```
///
/// # References
///
/// K. L. Gwet, *Handbook of Inter-Rater Reliability*, 4th ed., Advanced Analytics, 2014.
/// K. Krippendorff, *Content Analysis*, 4th ed., Sage, 2018. Each family names its own.
pub fn agree(request: &AgreeRequest) -> Result<Agreement> {
    agree_watched(request, &mut Unwatched)
}

/// [`agree`] with progress out and a stop in: a bootstrap that is stopped answers with the
/// replicates drawn so far, and says how many.
///
/// # Errors
///
/// As [`agree`].
pub fn agree_watched(request: &AgreeRequest, watch: &mut dyn Watch) -> Result<Agreement> {
    check(request)?;
    let table = Table::read(request)?;
    check_names(request, &table)?;
    let patterns =
        if only_correlations(request) { Patterns::default() } else { Patterns::of(&table) };
    let names = names(request, &table);
    let weights = Weights::read(request, &table, &names)?;
    let mut families = Vec::new();
    for &name in &names {
        families.append(&mut measure(name, request, &table, &patterns, &weights));
    }
    if let Some(bootstrap) = request.bootstrap {
        bootstrap::draw_again(&mut families, &patterns, bootstrap, request.confidence, watch)?;
    }
    Ok(describe(request, &table, &patterns, families, &names))
}

fn check(request: &AgreeRequest) -> Result<()> {
    if !(0.5..=0.9999).contains(&request.confidence) {
        let message = format!("the confidence {} lies outside 0.5 to 0.9999", request.confidence);
        return Err(Error::new(Code::ContractInvalidValue, message).at("/confidence"));
    }
    bootstrap::check(request)
}

/// Raters and items stand beside columns.
fn check_names(request: &AgreeRequest, table: &Table) -> Result<()> {
    for (ids, path) in [(&request.raters, "/raters"), (&request.items, "/items")] {
        if !ids.is_empty() && ids.len() != table.columns {
            let message = format!("there are {} ids for {} columns", ids.len(), table.columns);
            return Err(Error::new(Code::EvaluateInvalidRatings, message).at(path));
        }
    }
    if !request.items.is_empty() {
        return facets::check(request);
    }
    let mut sorted: Vec<_> = request.raters.iter().enumerate().map(|(at, id)| (id, at)).collect();
    sorted.sort_unstable();
    for pair in sorted.windows(2) {
        if let [(a, _), (b, place)] = pair
            && a == b
        {
            let message = format!("{b} stands at two columns");
            return Err(Error::new(Code::EvaluateInvalidRatings, message)
                .at(format!("/raters/{place}"))
                .hint("where a rater rates several items, name the items in /items"));
        }
    }
    Ok(())
}

/// What to measure, each once.
fn names(request: &AgreeRequest, table: &Table) -> Vec<MeasureName> {
    use MeasureName::{
        Ac1, Ac2, Alpha, CohenKappa, FleissKappa, Icc, KendallW, PercentAgreement, RaterEffects,
        WeightedKappa,
    };
    if !request.items.is_empty() {
        return vec![RaterEffects];
    }
    let usual: &[MeasureName] = match table.kind {
        ScaleKind::Nominal if table.active.len() == 2 => {
            &[Alpha, CohenKappa, Ac1, PercentAgreement, RaterEffects]
        }
        ScaleKind::Nominal => &[Alpha, FleissKappa, Ac1, PercentAgreement, RaterEffects],
        ScaleKind::Ordinal => {
            &[Alpha, WeightedKappa, Ac2, KendallW, PercentAgreement, RaterEffects]
        }
        ScaleKind::Interval | ScaleKind::Ratio => &[Alpha, Icc, RaterEffects],
    };
    let asked = if request.measures.is_empty() { usual } else { request.measures.as_slice() };
    let mut names = Vec::new();
    for &name in asked {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// The families of a name: several where it has several forms.
fn measure<'a>(
    name: MeasureName,
    request: &AgreeRequest,
    table: &'a Table,
    patterns: &'a Patterns,
    weights: &Weights,
) -> Vec<Family<'a>> {
    let confidence = request.confidence;
    let identity = || Weights::identity(table.width());
    let weighted_too = request.weights.is_some() || request.weight_matrix.is_some();
    let coefficient =
        |weights: &Weights| chance::coefficient(name, table, patterns, weights, confidence);
    match name {
        MeasureName::Alpha => vec![alpha::alpha(table, patterns, confidence)],
        MeasureName::FleissKappa => {
            let mut family = coefficient(&identity());
            let complete = chance::complete_fleiss(table, patterns, &identity(), confidence);
            for own in &mut family.measures {
                own.form = complete.is_some().then_some("generalised");
                if own.stat.value.is_some() {
                    own.by_level = chance::by_level(table, patterns);
                }
            }
            let mut families = vec![family];
            families.extend(complete.map(|own| Family { measures: vec![own], statistic: None }));
            families.extend(weighted_too.then(|| coefficient(weights)));
            families
        }
        MeasureName::BrennanPrediger | MeasureName::PercentAgreement => {
            let mut families = vec![coefficient(&identity())];
            families.extend(weighted_too.then(|| coefficient(weights)));
            families
        }
        MeasureName::Ac1 => vec![coefficient(&identity())],
        MeasureName::Ac2 => vec![coefficient(weights)],
        MeasureName::CohenKappa => cohen::kappas(name, table, patterns, &identity(), confidence),
        MeasureName::WeightedKappa => cohen::kappas(name, table, patterns, weights, confidence),
        MeasureName::Icc => vec![icc::icc(table, confidence)],
        MeasureName::KendallW => vec![kendall::kendall(table)],
        MeasureName::RaterEffects => Vec::new(),
    }
}

fn describe(
    request: &AgreeRequest,
    table: &Table,
    patterns: &Patterns,
    families: Vec<Family<'_>>,
    names: &[MeasureName],
) -> Agreement {
    let setting =
        Setting { agreeing: agreeing(patterns), offset: offset(table), units: table.units as u32 };
    let levels = if table.levels.declared { "" } else { "; levels as found in the ratings" };
    let measures = families
        .into_iter()
        .flat_map(|family| family.measures)
        .map(|mut measure| {
            measure.convention.push_str(levels);
            measure.reading = reading::describe(&measure, &setting);
            measure
        })
        .collect();
    let (raters, rater_model) = if !names.contains(&MeasureName::RaterEffects) {
        (Vec::new(), None)
    } else {
        let (mut raters, mut model) = effects::effects(request, table);
        facets::add(request, table, &mut raters, &mut model);
        (raters, Some(model))
    };
    let levels = &table.levels.ids;
    Agreement {
        measures,
        raters,
        rater_model,
        levels: if levels.len() > MOST_LISTED { Vec::new() } else { levels.clone() },
        seed: request.bootstrap.map(|bootstrap| bootstrap.seed),
    }
}

/// The share of pairs of ratings that agree, mean over units.
fn agreeing(patterns: &Patterns) -> Option<f64> {
    let agreeing = chance::agreeing(patterns, &Weights::none());
    let (mut sum, mut units) = (0.0, 0.0);
    for (pattern, _, size, times) in patterns.with(&patterns.units) {
        if size >= 2.0 {
            sum += times * agreeing.get(pattern).copied().unwrap_or(0.0);
            units += times;
        }
    }
    (units > 0.0).then(|| sum / units)
}

/// How much higher the second of two raters rates, where that is nearly constant.
fn offset(table: &Table) -> Option<f64> {
    let (ScaleKind::Ordinal | ScaleKind::Interval | ScaleKind::Ratio, &[a, b]) =
        (table.kind, table.active.as_slice())
    else {
        return None;
    };
    let score = |code: u32| table.levels.scores.get(code as usize).copied();
    let gaps: Vec<f64> = table
        .rows()
        .filter_map(|row| {
            let (first, second) = (*row.get(a)?, *row.get(b)?);
            (first != NONE && second != NONE).then_some(score(second)? - score(first)?)
        })
        .collect();
    let n = gaps.len() as f64;
    let mean = gaps.iter().sum::<f64>() / n;
    let spread = math::sqrt(gaps.iter().map(|gap| (gap - mean) * (gap - mean)).sum::<f64>() / n);
    (n >= 3.0 && mean.is_finite() && mean.abs() > 2.0 * spread).then_some(mean)
}
