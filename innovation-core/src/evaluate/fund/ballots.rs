//! Reads ballots: each of one kind, each voter once, each project there and named once.

use super::request::{Ballot, FundRequest, Utility};
use super::vote::Mark;
use crate::error::{Code, Error, Result};
use crate::people::Id;
use std::collections::{BTreeMap, BTreeSet};

/// Most roles of voters.
const MOST_ROLES: usize = 1_000;
/// Most marks on all ballots.
const MOST_MARKS: usize = 10_000_000;
/// Most ballots of a request.
const MOST_BALLOTS: usize = 1_000_000;

/// The three kinds of ballots.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Approve,
    Points,
    Order,
}

impl Kind {
    /// The one kind of a ballot.
    pub fn of(ballot: &Ballot, at: usize) -> Result<Self> {
        match (&ballot.approve, &ballot.points, &ballot.order) {
            (Some(_), None, None) => Ok(Self::Approve),
            (None, Some(_), None) => Ok(Self::Points),
            (None, None, Some(_)) => Ok(Self::Order),
            _ => Err(Error::new(
                Code::EvaluateInvalidBallot,
                format!("the ballot of {} is not of one kind", ballot.voter),
            )
            .at(format!("/ballots/{at}"))
            .hint("give it exactly one of approve, points and order; it may be empty")),
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Approve => "approve",
            Self::Points => "points",
            Self::Order => "order",
        }
    }
}

/// The marks of all ballots one after the other, where each ballot ends, and how many are empty.
pub(super) fn read(
    request: &FundRequest,
    utility: Option<Utility>,
) -> Result<(Vec<Mark>, Vec<usize>, u64)> {
    let too_many = |count: usize, most: usize, what: &str| {
        let fact = format!("there are {count} {what}; the limit is {most}");
        Err(Error::new(Code::ContractTooLarge, fact).at("/ballots"))
    };
    if request.ballots.len() > MOST_BALLOTS {
        return too_many(request.ballots.len(), MOST_BALLOTS, "ballots");
    }
    let total: usize = request.ballots.iter().map(size).sum();
    if total > MOST_MARKS {
        return too_many(total, MOST_MARKS, "marks on ballots");
    }
    voters_differ(request)?;
    let projects: BTreeMap<&str, u32> =
        request.projects.iter().map(|project| project.id.as_str()).zip(0..).collect();
    let (mut kind, mut roles) = (None, BTreeSet::new());
    let (mut flat, mut ends, mut empty) = (Vec::with_capacity(total), Vec::new(), 0);
    for (at, ballot) in request.ballots.iter().enumerate() {
        let own = Kind::of(ballot, at)?;
        if *kind.get_or_insert(own) != own {
            let fact = format!("this ballot is of another kind, {}, than the first", own.name());
            return Err(Error::new(Code::EvaluateInvalidBallot, fact)
                .at(format!("/ballots/{at}/{}", own.name()))
                .hint("all ballots of a vote are of one kind"));
        }
        if let Some(role) = ballot.role.as_deref() {
            let place = || format!("/ballots/{at}/role");
            if role.is_empty() || role.len() > 512 {
                let fact = "a role has 1 to 512 bytes";
                return Err(Error::new(Code::EvaluateInvalidBallot, fact).at(place()));
            }
            if roles.insert(role) && roles.len() > MOST_ROLES {
                let fact = format!("voters have more than {MOST_ROLES} roles");
                return Err(Error::new(Code::ContractTooLarge, fact).at(place()));
            }
        }
        let start = flat.len();
        let read = Read { projects: &projects, ballot, at };
        let given = read.marks(request, utility, &mut flat)?;
        empty += u64::from(!given);
        let marks = flat.get_mut(start..).unwrap_or_default();
        marks.sort_unstable();
        read.no_project_twice(marks)?;
        ends.push(flat.len());
    }
    Ok(without_worthless(flat, &ends, empty))
}

/// Leaves out marks of worth 0.
fn without_worthless(flat: Vec<Mark>, ends: &[usize], empty: u64) -> (Vec<Mark>, Vec<usize>, u64) {
    let mut kept = 0;
    let mut seen = 0;
    let mut new_ends = Vec::with_capacity(ends.len());
    for &end in ends {
        let marks = flat.get(seen..end).unwrap_or_default();
        kept += marks.iter().filter(|mark| mark.worth > 0).count();
        seen = end;
        new_ends.push(kept);
    }
    let mut flat = flat;
    flat.retain(|mark| mark.worth > 0);
    (flat, new_ends, empty)
}

/// How many projects a ballot names.
fn size(ballot: &Ballot) -> usize {
    ballot.approve.as_ref().map_or(0, Vec::len)
        + ballot.points.as_ref().map_or(0, BTreeMap::len)
        + ballot.order.as_ref().map_or(0, Vec::len)
}

/// Refuses a second ballot of a voter.
fn voters_differ(request: &FundRequest) -> Result<()> {
    let mut voters: Vec<(&str, usize)> =
        request.ballots.iter().map(|ballot| ballot.voter.as_str()).zip(0..).collect();
    voters.sort_unstable();
    let repeated = voters.windows(2).filter_map(|pair| match pair {
        [(a, first), (b, again)] if a == b => Some((*again, *first)),
        _ => None,
    });
    match repeated.min() {
        None => Ok(()),
        Some((again, first)) => {
            let voter = request.ballots.get(again).map_or("", |ballot| ballot.voter.as_str());
            let fact = format!("{voter} votes twice, here and at /ballots/{first}");
            Err(Error::new(Code::EvaluateInvalidBallot, fact).at(format!("/ballots/{again}/voter")))
        }
    }
}

/// A ballot that is being read.
struct Read<'a> {
    projects: &'a BTreeMap<&'a str, u32>,
    ballot: &'a Ballot,
    at: usize,
}

impl Read<'_> {
    /// Adds the marks of the ballot; whether there are any.
    fn marks(
        &self,
        request: &FundRequest,
        utility: Option<Utility>,
        flat: &mut Vec<Mark>,
    ) -> Result<bool> {
        let Ballot { approve, points, order, .. } = self.ballot;
        for (at, id) in approve.iter().flatten().enumerate() {
            let of = self.project(id, || format!("approve/{at}"))?;
            flat.push(Mark { of, worth: 1 });
        }
        let mut given = 0_u64;
        for (id, &worth) in points.iter().flatten() {
            let key = || id.as_str().replace('~', "~0").replace('/', "~1");
            let of = self.project(id, || format!("points/{}", key()))?;
            given += u64::from(worth);
            flat.push(Mark { of, worth });
        }
        if let Some(most) = request.points_per_voter.filter(|most| given > u64::from(*most)) {
            let fact = format!("{} gives {given} points; the limit is {most}", self.ballot.voter);
            return Err(Error::new(Code::EvaluateInvalidBallot, fact)
                .at(format!("/ballots/{}/points", self.at)));
        }
        let order = order.as_deref().unwrap_or_default();
        // Under the Schulze rule to be named last is still better than not to be named.
        let last = u32::from(utility.is_none());
        for (at, id) in order.iter().enumerate() {
            let of = self.project(id, || format!("order/{at}"))?;
            flat.push(Mark { of, worth: (order.len() - at - 1) as u32 + last });
        }
        Ok(approve.as_ref().is_some_and(|approve| !approve.is_empty())
            || given > 0
            || !order.is_empty())
    }

    fn project(&self, id: &Id, place: impl Fn() -> String) -> Result<u32> {
        self.projects.get(id.as_str()).copied().ok_or_else(|| {
            let fact = format!("no project has the id {id}");
            Error::new(Code::EvaluateUnknownProject, fact).at(format!(
                "/ballots/{}/{}",
                self.at,
                place()
            ))
        })
    }

    /// Refuses a project that is named twice; `marks` are sorted by project.
    fn no_project_twice(&self, marks: &[Mark]) -> Result<()> {
        let equal = |pair: &&[Mark]| matches!(pair, [a, b] if a.of == b.of);
        if marks.windows(2).find(equal).is_none() {
            return Ok(());
        }
        let (kind, list) = match (&self.ballot.approve, &self.ballot.order) {
            (Some(list), _) => ("approve", list.as_slice()),
            (_, Some(list)) => ("order", list.as_slice()),
            _ => ("points", &[][..]),
        };
        let mut seen = BTreeSet::new();
        let again = list.iter().position(|id| !seen.insert(id)).unwrap_or(0);
        let id = list.get(again).map_or("", Id::as_str);
        let fact = format!("{} names the project {id} twice", self.ballot.voter);
        Err(Error::new(Code::EvaluateInvalidBallot, fact)
            .at(format!("/ballots/{}/{kind}/{again}", self.at)))
    }
}
