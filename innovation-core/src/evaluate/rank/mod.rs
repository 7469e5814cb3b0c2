//! Which alternatives come first, for whom, and how sure that is when weights are not agreed.
//!
//! [`rank()`] asks the question the other way round: instead of taking weights for granted it
//! looks at all weights that are admitted, and says for what share of them an alternative comes
//! first (stochastic multicriteria acceptability analysis, SMAA-2). `check` turns values into
//! partial values on anchored scales, `limits` turns what is said about weights into rows,
//! `region` finds out what is left of the simplex (`linear` is the programme it asks), `field`
//! puts alternatives into it. Where two degrees of freedom are left at most and all values are
//! known, `exact` cuts the region as a `polygon`; else `sample` draws and `tally` counts.
//! `dominance` needs no weights at all, and `describe` words the result.
//!
//! Invariant: a value is scaled by the anchors of its criterion, never by the other
//! alternatives unless that was asked for by name.
//! Invariant: each admitted weighting is as likely as any other.

mod check;
mod confidence;
mod describe;
mod document;
mod dominance;
mod exact;
mod field;
mod given;
#[cfg(test)]
mod laws;
mod limits;
mod linear;
mod outcome;
mod polygon;
mod region;
mod sample;
mod tally;

pub(in crate::evaluate) use check::{below, invalid, position, unique, unknown};
pub use document::{
    Alternative, AlternativeStanding, Anchors, CentralWeights, Criterion, CriterionValue,
    Direction, Dominance, DominanceCheck, Drawn, LinearLimit, Missing, RankRequest, Ranking,
    RatioLimit, RoleStanding, RoleWeights, Sampler, ScaleUsed, Scaling, Standing, WeightLimits,
};
pub use given::{GivenDraws, rank_draws};

use crate::error::{Code, Error, Result};
use crate::watch::{Relay, Unwatched, Watch};
use check::Problem;
use field::Field;
use limits::Limits;
use outcome::Shares;
use region::Region;

/// Fewest draws that count as a result.
const FEWEST: u32 = 100;
/// Most roles.
const ROLES: usize = 30;
/// Most cells of all tables of the answer.
const CELLS: u64 = 400_000;
/// Most comparisons and products of a request: about ten seconds.
const WORK: u64 = 8_000_000_000;

/// Says for which share of the admitted weights each alternative comes first.
///
/// An alternative is worth the sum, over criteria, of weight × partial value; a partial value
/// runs linearly from 0 at the worst anchor of its criterion to 1 at the best. Weights are
/// spread evenly over all that are admitted, and values evenly over their ranges, each by
/// itself. The answer is exact where all values are known and weights have at most two degrees
/// of freedom, as with three criteria or fewer; else it is drawn, with standard errors.
///
/// Alternatives that are worth the same whatever the weights share the ranks that they hold
/// together in equal parts.
///
/// # Errors
///
/// `evaluate.invalid-alternatives` where values, criteria or scales contradict each other or
/// are missing; `evaluate.invalid-weights` where weights do not add up to 1, or limits cannot
/// hold together: `details.conflict` lists a smallest set of them. `contract.too-large` beyond
/// 200 alternatives, 50 criteria or 30 roles, or where so many draws would take too long.
///
/// # Example
///
/// ```
/// use innovation_core::evaluate::{RankRequest, rank};
/// let request: RankRequest = serde_json::from_str(r#"{
///     "criteria": [{"id": "benefit", "direction": "max"}, {"id": "ease", "direction": "max"}],
///     "alternatives": [
///         {"id": "hotline", "values": {"benefit": 0.8, "ease": 0.4}},
///         {"id": "leaflet", "values": {"benefit": 0.2, "ease": 0.8}}
///     ]
/// }"#).unwrap();
/// let ranking = rank(&request)?;
/// assert!(ranking.exact);
/// let hotline = &ranking.overall.alternatives[0];
/// assert!((hotline.acceptability[0] - 0.6).abs() < 1e-12);
/// # Ok::<(), innovation_core::Error>(())
/// ```
///
/// # References
///
/// R. Lahdelma, P. Salminen, *SMAA-2: Stochastic multicriteria acceptability analysis for group
/// decision making*, Operations Research 49(3), 2001.
/// T. Tervonen, R. Lahdelma, *Implementing stochastic multicriteria acceptability analysis*,
/// European Journal of Operational Research 178(2), 2007.
pub fn rank(request: &RankRequest) -> Result<Ranking> {
    rank_watched(request, &mut Unwatched)
}

/// [`rank`](rank()) under a watch that sees draws and may stop them; standings then say how many
/// were drawn, or that they are undefined.
///
/// # Errors
///
/// As [`rank`](rank()).
pub fn rank_watched(request: &RankRequest, watch: &mut dyn Watch) -> Result<Ranking> {
    let problem = Problem::read(request)?;
    let shares = parts(request)?;
    let regions = regions(request, &problem)?;
    check_size(request, &problem, &regions)?;
    let mut relay = Relay::new(watch);
    let measured: Vec<Option<Shares>> = regions
        .iter()
        .zip(0..)
        .map(|(region, number)| measure(request, &problem, region, number, &mut relay))
        .collect();
    let mut tell = |shares: Option<Shares>, number: u32| {
        describe::told(shares, request, &problem, number, &mut relay)
    };
    if request.per_role.is_empty() {
        let overall = tell(measured.into_iter().next().flatten(), 0);
        return Ok(describe::ranking(overall, Vec::new(), &problem, request));
    }
    let joint = joint(&measured, &shares, problem.ids.len());
    let overall = tell(joint, regions.len() as u32);
    let mut per_role = Vec::with_capacity(shares.len());
    for (((said, share), measured), number) in
        request.per_role.iter().zip(shares).zip(measured).zip(0..)
    {
        let role = said.role.clone();
        per_role.push(RoleStanding { role, share, standing: tell(measured, number) });
    }
    Ok(describe::ranking(overall, per_role, &problem, request))
}

/// The admitted weights: of each role, or of all.
fn regions(request: &RankRequest, problem: &Problem<'_>) -> Result<Vec<Region>> {
    let mut common = Limits::default();
    if let Some(said) = &request.weights {
        common.add(said, problem, "/weights")?;
    }
    let size = problem.criteria.len();
    if request.per_role.is_empty() {
        return Ok(vec![Region::of(&common, size)?]);
    }
    let mut regions = Vec::with_capacity(request.per_role.len());
    for (at, role) in request.per_role.iter().enumerate() {
        let mut limits = common.clone();
        limits.add(&role.weights, problem, &format!("/perRole/{at}/weights"))?;
        regions.push(Region::of(&limits, size)?);
    }
    Ok(regions)
}

/// The part of each role in the joint result.
fn parts(request: &RankRequest) -> Result<Vec<f64>> {
    let invalid = |message: String, path: String| {
        Err(Error::new(Code::EvaluateInvalidWeights, message).at(path))
    };
    if request.per_role.len() > ROLES {
        let message = format!("{} roles are more than {ROLES}", request.per_role.len());
        return Err(Error::new(Code::ContractTooLarge, message).at("/perRole"));
    }
    let mut total = 0.0;
    for (at, role) in request.per_role.iter().enumerate() {
        if request.per_role.iter().take(at).any(|other| other.role == role.role) {
            let message = format!("{:?} stands twice among the roles", role.role);
            return invalid(message, format!("/perRole/{at}/role"));
        }
        if !(0.0..=1e6).contains(&role.share) {
            let message = "a share is a number from 0 to 1e6".to_owned();
            return invalid(message, format!("/perRole/{at}/share"));
        }
        total += role.share;
    }
    if total <= 0.0 && !request.per_role.is_empty() {
        return invalid("no role has a share above 0".to_owned(), "/perRole".to_owned());
    }
    Ok(request.per_role.iter().map(|role| role.share / total).collect())
}

/// Refuses what would take too long or answer too much.
fn check_size(request: &RankRequest, problem: &Problem<'_>, regions: &[Region]) -> Result<()> {
    let (alternatives, criteria) = (problem.ids.len() as u64, problem.criteria.len() as u64);
    let draws = request.draws;
    if !(FEWEST..=10_000_000).contains(&draws) {
        return Err(
            Error::new(Code::ContractInvalidValue, "draws are 100 to 10,000,000").at("/draws")
        );
    }
    let tables = (regions.len() as u64 + 1) * alternatives * alternatives;
    if tables > CELLS {
        return Err(Error::new(
            Code::ContractTooLarge,
            format!("the answer would hold {tables} cells a table, more than {CELLS}"),
        )
        .at("/perRole")
        .hint("rank for fewer roles at once, or fewer alternatives"));
    }
    let draws = u64::from(draws);
    let known = problem.low == problem.high;
    let mut work = 0_u64;
    for region in regions {
        if !is_exact(region, problem) {
            let sampling = match &region.direct {
                Some(direct) if !direct.checked => criteria,
                // Up to fifty candidates a draw, or as many moves as there are freedoms.
                _ => 50 * (criteria + region.rows.len() as u64),
            };
            work += draws * (alternatives * (alternatives + criteria) + sampling);
        }
        if !known {
            let confident = draws.min(u64::from(confidence::DRAWS));
            // Four products take about as long as one comparison.
            work += confident * alternatives * alternatives * criteria / 4;
        }
    }
    if work > WORK {
        return Err(Error::new(
            Code::ContractTooLarge,
            format!("{draws} draws of {alternatives} alternatives would take about {work} steps, more than {WORK}"),
        )
        .at("/draws")
        .hint("draw less often: standard errors fall only with the square root of the draws"));
    }
    Ok(())
}

fn is_exact(region: &Region, problem: &Problem<'_>) -> bool {
    region.freedom() <= 2 && problem.low == problem.high
}

/// The shares within a region; `None` where the watch stopped before there were any.
fn measure(
    request: &RankRequest,
    problem: &Problem<'_>,
    region: &Region,
    number: u32,
    watch: &mut dyn Watch,
) -> Option<Shares> {
    let field = Field::of(problem, region);
    let outcome = if is_exact(region, problem) {
        exact::measure(&field, region, watch)?
    } else {
        let seed = (request.seed.number(), number);
        tally::measure(&field, region, request.draws, seed, watch)
    };
    Some(Shares::of(&outcome, &field))
}

/// The joint shares of all roles; `None` where one of them has none.
fn joint(measured: &[Option<Shares>], parts: &[f64], alternatives: usize) -> Option<Shares> {
    let all: Option<Vec<(f64, Shares)>> = parts
        .iter()
        .zip(measured)
        .map(|(part, shares)| shares.clone().map(|shares| (*part, shares)))
        .collect();
    all.map(|all| Shares::joint(&all, alternatives))
}
