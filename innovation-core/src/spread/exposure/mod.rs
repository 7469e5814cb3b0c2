//! Who had seen how many adopters when they adopted, and whether that mattered.
//!
//! [`exposure()`] reads who sees whom and who adopted when (`read`), says what each node had
//! seen (`seen`) and how nodes compare (`summary`), whether near nodes are alike (`moran`, over
//! sums by `rows` and distances by `near`), and whether exposure matters once other causes are
//! held (`hazard`, over columns of `covariates`).
//!
//! Invariant: who had not adopted when observation ended is never counted as an adopter, unless
//! the conventions of another package are asked for.

mod covariates;
mod document;
mod hazard;
mod moran;
mod near;
mod read;
mod rows;
mod seen;
mod summary;

pub use document::{
    AdopterCategory, Compatibility, Covariate, Exposure, ExposureRequest, ExposureSummary,
    GeodesicSample, HazardCoefficient, HazardLink, HazardModel, HazardRegression, Moran,
    MoranOptions, NodeExposure, PeriodEffects, PeriodExposure, ThresholdCategory,
};

use super::network::Mesh;
use crate::error::Result;
use crate::stat::Stat;
use crate::text::Text;
use crate::watch::{Unwatched, Watch};
use read::Adoptions;
use rows::Worlds;
use seen::View;
use summary::Around;

/// Says who had seen how many adopters, when they adopted, and whether that mattered.
///
/// Exposure is the share of those who influence a node that has adopted; a node's threshold is
/// its exposure when it adopts. Infectiousness and susceptibility ask how soon after each other
/// neighbours adopt. Moran's I asks whether near nodes are alike. All of these rise when causes
/// that neighbours share make them adopt together: none of them shows contagion. The regression
/// of adoption on exposure, with other causes as covariates, comes nearer to it.
///
/// **The best-known data show no contagion.** Doctors who took up tetracycline (Medical
/// Innovation, 125 doctors, 1953–1955) seemed to follow their colleagues; once the drug firms'
/// marketing is held, nothing of that is left (Van den Bulte and Lilien). Here, with months,
/// cities, belief and professional age held, the effect of exposure is 0.068 with a standard
/// error of 0.363: none to speak of.
///
/// Moran's I by distance needs distances from every node. Memory grows with nodes and ties;
/// time with nodes times ties. Where that passes some 100 million steps, distances are measured
/// from nodes drawn at random, and the index comes with a standard error in place of `sd` and
/// `p`.
///
/// # `compatible: "netdiffuser"`
///
/// Follows the R package netdiffuseR 1.25 where it differs:
/// - a time after `censoredAt` is an adoption in one more period: who had not adopted counts as
///   an adopter at the end, whose hazard is then 1. Ours: not adopted;
/// - the hazard of the first period is 0. Ours: its adopters over all nodes;
/// - growth and hazard with nothing to divide by are 0. Ours: undefined;
/// - exposure and threshold of a node that sees nobody are 0, and 0 counts in mean exposure.
///   Ours: undefined, and left out;
/// - infectiousness and susceptibility with nothing to divide by, and in the last and the first
///   period, are 0; who never adopts is no one who still could. Ours: undefined; who still could
///   counts;
/// - categories know no innovators, and are compared with all who have a time;
/// - exposure ignores weights of ties, while Moran's I along ties uses them, as does ours;
/// - distances of more than 6 do not count. Ours: all do;
/// - the regression counts periods that explain themselves in `observations`, `events` and `aic`.
///   Ours: does not. Effects are the same.
///
/// # Errors
///
/// `spread.invalid-adoptions` where times are negative, no numbers of periods, not one for each
/// node, or all censored. `spread.invalid-covariates` where a covariate does not fit the nodes or
/// follows from others. `spread.no-fit` where an effect has no finite estimate.
/// `spread.invalid-network` and `spread.unknown-node` for the network. `contract.too-large`
/// beyond 2,000 periods, 100 million periods of nodes, or 16 million numbers of a regression.
///
/// # Example
///
/// ```
/// use innovation_core::spread::{ExposureRequest, exposure};
/// let request: ExposureRequest = serde_json::from_str(r#"{
///     "network": {"nodes": ["ana", "bo", "chi", "dee"], "directed": true, "meaning": "nominates",
///                 "edges": [["bo", "ana"], ["chi", "ana"], ["chi", "bo"], ["dee", "chi"]]},
///     "adoptions": [1, 2, 3, null],
///     "censoredAt": 4
/// }"#).unwrap();
/// let found = exposure(&request)?;
/// assert_eq!(found.nodes[2].threshold.value, Some(1.0));
/// assert_eq!(found.nodes[3].threshold.undefined, Some("not-adopted"));
/// assert_eq!(found.periods[0].hazard.value, Some(0.25));
/// # Ok::<(), innovation_core::Error>(())
/// ```
///
/// # References
///
/// T. W. Valente, *Network models of the diffusion of innovations*, Hampton Press, 1995.
/// T. W. Valente, S. R. Dyal, K.-H. Chu, H. Wipfli, K. Fujimoto, *Diffusion of innovations
/// theory applied to global tobacco control treaty ratification*, Social Science & Medicine 145,
/// 2015. C. Van den Bulte, G. L. Lilien, *Medical Innovation revisited: social contagion versus
/// marketing effort*, American Journal of Sociology 106(5), 2001. A. D. Cliff, J. K. Ord,
/// *Spatial processes*, Pion, 1981.
pub fn exposure(request: &ExposureRequest) -> Result<Exposure> {
    exposure_watched(request, &mut Unwatched)
}

/// [`exposure()`] with a watch: where it says stop, Moran's I by distance is undefined
/// (`stopped`), and all else is complete.
///
/// # Errors
///
/// Those of [`exposure()`].
pub fn exposure_watched(request: &ExposureRequest, watch: &mut dyn Watch) -> Result<Exposure> {
    let mesh = request.network.read("/network")?;
    let adoptions = Adoptions::read(request, mesh.graph.clone())?;
    read::check(request, &adoptions)?;
    let hazard_model = hazard::regress(request, &adoptions)?;
    let (nodes, exposure, means) = look(request, &mesh, &adoptions);
    let worlds = Worlds::new(&adoptions, &request.moran);
    let along = moran::along_ties(&adoptions, &worlds);
    let near = if request.moran.geodesic {
        Some(moran::by_distance(&adoptions, &worlds, &request.moran, watch)?)
    } else {
        None
    };
    let mut periods = Vec::with_capacity(adoptions.end as usize);
    let mut before = 0;
    for (place, (period, mean)) in (1..=adoptions.end).zip(means).enumerate() {
        let adopters = adoptions.adopt_in(period);
        periods.push(PeriodExposure {
            period,
            adopters,
            cumulative: before + adopters,
            prevalence: f64::from(before + adopters) / f64::from(adoptions.nodes()),
            growth: rate(&adoptions, adopters, before, "no-adopters-before"),
            hazard: if adoptions.compatible && period == 1 {
                Stat::of(0.0)
            } else {
                rate(&adoptions, adopters, adoptions.nodes() - before, "nobody-at-risk")
            },
            mean_exposure: mean,
            moran_adjacency: along.at(place),
            moran_geodesic: near.as_ref().map(|(index, _)| index.at(place)),
        });
        before += adopters;
    }
    let chance =
        request.moran.permutations > 0 || near.as_ref().is_some_and(|(_, sample)| !sample.exact);
    Ok(Exposure {
        summary: summary::summary(&adoptions, &nodes),
        nodes,
        periods,
        exposure,
        geodesic: near.map(|(_, sample)| sample),
        hazard_model,
        notes: notes(&adoptions),
        seed: chance.then_some(request.moran.seed),
    })
}

/// What each node had seen: the nodes, their exposure by period where it was asked for, and its
/// mean by period.
fn look(
    request: &ExposureRequest,
    mesh: &Mesh<'_>,
    adoptions: &Adoptions,
) -> (Vec<NodeExposure>, Vec<Vec<Option<f64>>>, Vec<Stat>) {
    let discounts = seen::discounts(request, adoptions);
    let times: Vec<f64> =
        adoptions.times.iter().filter(|time| **time > 0).map(|time| f64::from(*time)).collect();
    let around = Around::of(&times);
    let mut view = View::new(adoptions.end);
    let (mut nodes, mut cells) = (Vec::with_capacity(adoptions.times.len()), Vec::new());
    let mut sums = vec![0.0; adoptions.end as usize];
    let mut seeing = 0_u32;
    for node in 0..adoptions.nodes() {
        view.look(adoptions, node);
        let shares = (1..=adoptions.end).map(|period| seen::share(&view, adoptions, period).value);
        if view.share(1).is_some() || adoptions.compatible {
            seeing += 1;
            sums.iter_mut()
                .zip(shares.clone())
                .for_each(|(sum, share)| *sum += share.unwrap_or(0.0));
        }
        if request.by_period {
            cells.push(shares.collect());
        }
        let time = adoptions.time(node);
        let category = match (time, around) {
            (Some(time), Some(around)) => around.adopter(f64::from(time), adoptions.compatible),
            _ => AdopterCategory::NonAdopter,
        };
        nodes.push(NodeExposure {
            node: mesh.name(node),
            time,
            threshold: seen::threshold(&view, adoptions, node, request.lag),
            exposure: seen::share(&view, adoptions, adoptions.end),
            infectiousness: seen::infectiousness(adoptions, node, &discounts, request.normalised),
            susceptibility: seen::susceptibility(adoptions, node, &discounts, request.normalised),
            category,
            threshold_category: None,
        });
    }
    let thresholds: Vec<f64> = nodes.iter().filter_map(|node| node.threshold.value).collect();
    if let Some(around) = Around::of(&thresholds) {
        for node in &mut nodes {
            node.threshold_category = node.threshold.value.map(|share| around.threshold(share));
        }
    }
    let means = sums.iter().map(|sum| Stat::ratio(*sum, f64::from(seeing), "no-ties")).collect();
    (nodes, cells, means)
}

/// New adopters over some; netdiffuseR says 0 where there are none.
fn rate(adoptions: &Adoptions, adopters: u32, over: u32, reason: &'static str) -> Stat {
    if over == 0 && adoptions.compatible {
        return Stat::of(0.0);
    }
    Stat::ratio(f64::from(adopters), f64::from(over), reason)
}

fn notes(adoptions: &Adoptions) -> Vec<Text> {
    let mut notes = vec![Text::both(
        "Neighbours also adopt together because the same things move them: advertising, \
         training, a mandate, a like mind. Exposure, thresholds and Moran’s I do not tell these \
         from contagion; a regression that holds other causes comes nearer.",
        "Des voisins adoptent aussi ensemble parce que les mêmes choses les y poussent\u{a0}: \
         publicité, formation, consigne, état d’esprit. L’exposition, les seuils et l’indice de \
         Moran ne les distinguent pas d’une contagion\u{202f}; une régression à autres causes \
         égales s’en approche.",
    )];
    if adoptions.compatible {
        notes.push(Text::both(
            "By the conventions of netdiffuseR, a time after the last period observed counts as \
             an adoption.",
            "Selon les conventions de netdiffuseR, un temps après la dernière période observée \
             compte comme une adoption.",
        ));
    }
    notes
}

#[cfg(test)]
mod known;
#[cfg(test)]
mod tests;
