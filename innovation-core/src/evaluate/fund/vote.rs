//! A request, checked, with equal ballots put together.

use super::ballots::{self, Kind};
use super::money::Money;
use super::request::{Completion, Detail, FundRequest, FundRule, Project, TieBreak, Utility};
use crate::error::{Code, Error, Result};
use crate::people::Id;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Most projects of a request.
pub(super) const MOST_PROJECTS: usize = 10_000;
/// Most projects that are ranked by strongest paths.
pub(super) const MOST_RANKED: usize = 500;
/// Most work of one request: about the number of marks looked at.
const MOST_WORK: u64 = 4_000_000_000;

/// What one request may still cost.
#[derive(Debug)]
pub(super) struct Work(u64);

impl Work {
    /// All of it.
    pub fn new() -> Self {
        Self(MOST_WORK)
    }

    /// Takes some; refuses where nothing is left.
    pub fn take(&mut self, steps: usize) -> Result<()> {
        match self.0.checked_sub(steps as u64) {
            Some(left) => {
                self.0 = left;
                Ok(())
            }
            None => Err(Error::new(
                Code::ContractTooLarge,
                "this vote takes more work than the library does in one request",
            )
            .hint("raise the step, or choose the completion \"utilitarian\" or \"none\"")),
        }
    }
}

/// A project on a ballot, or a ballot of a project, and what the one is worth to the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Mark {
    /// Index of the project, or of the group of equal ballots.
    pub of: u32,
    /// Utility, above 0: in points, or 1 where all who approve have the same.
    pub worth: u32,
}

/// A request that has been checked.
#[derive(Debug)]
pub(super) struct Vote<'r> {
    /// The request.
    pub request: &'r FundRequest,
    /// Costs in millionths; 0 where unknown.
    pub costs: Vec<i128>,
    /// The budget in millionths.
    pub budget: i128,
    /// What a funded project is worth.
    pub utility: Option<Utility>,
    /// What follows equal shares.
    pub completion: Completion,
    /// Voters of each group of equal ballots.
    pub weights: Vec<u64>,
    /// Marks of each group, by project.
    pub marks: Vec<Vec<Mark>>,
    /// Groups of each project.
    pub supporters: Vec<Vec<Mark>>,
    /// The group of each ballot.
    pub group_of: Vec<u32>,
    /// Voters of each project.
    pub support: Vec<u64>,
    /// Sum of worth of each project over voters.
    pub worth: Vec<u64>,
    /// Place of each project in the order of the tie-break.
    pub rank: Vec<u32>,
    /// Ballots that name nothing.
    pub empty: u64,
}

impl<'r> Vote<'r> {
    /// Checks and compiles.
    pub fn read(request: &'r FundRequest) -> Result<Self> {
        let utility = utility(request)?;
        let completion = completion(request)?;
        let (costs, budget) = money(request)?;
        let (flat, ends, empty) = ballots::read(request, utility)?;
        let mut vote = Self {
            request,
            costs,
            budget,
            utility,
            completion,
            weights: Vec::new(),
            marks: Vec::new(),
            supporters: vec![Vec::new(); request.projects.len()],
            group_of: vec![0; request.ballots.len()],
            support: vec![0; request.projects.len()],
            worth: vec![0; request.projects.len()],
            rank: Vec::new(),
            empty,
        };
        vote.group(&flat, &ends);
        vote.tally();
        vote.rank = ranks(request, &vote.costs, &vote.support);
        Ok(vote)
    }

    /// Puts equal ballots together, in the order of their marks: the order of the ballots in
    /// the request leaves no trace.
    fn group(&mut self, flat: &[Mark], ends: &[usize]) {
        let start = |ballot: usize| ballot.checked_sub(1).and_then(|b| ends.get(b)).copied();
        let ballots: Vec<&[Mark]> = ends
            .iter()
            .enumerate()
            .map(|(ballot, &end)| flat.get(start(ballot).unwrap_or(0)..end).unwrap_or_default())
            .collect();
        let marks_of = |ballot: &u32| ballots.get(*ballot as usize).copied().unwrap_or_default();
        let mut order: Vec<u32> = (0..ballots.len() as u32).collect();
        order.sort_unstable_by(|a, b| marks_of(a).cmp(marks_of(b)).then(a.cmp(b)));
        for ballot in order {
            let marks = marks_of(&ballot);
            if self.marks.last().is_none_or(|last| last != marks) {
                self.marks.push(marks.to_vec());
                self.weights.push(0);
            }
            if let Some(weight) = self.weights.last_mut() {
                *weight += 1;
            }
            if let Some(group) = self.group_of.get_mut(ballot as usize) {
                *group = (self.marks.len() - 1) as u32;
            }
        }
    }

    /// Fills what is known of each project.
    fn tally(&mut self) {
        for (group, (marks, weight)) in self.marks.iter().zip(&self.weights).enumerate() {
            for mark in marks {
                let at = mark.of as usize;
                if let Some(list) = self.supporters.get_mut(at) {
                    list.push(Mark { of: group as u32, worth: mark.worth });
                }
                if let Some(support) = self.support.get_mut(at) {
                    *support += weight;
                }
                if let Some(worth) = self.worth.get_mut(at) {
                    *worth += weight * u64::from(mark.worth);
                }
            }
        }
    }

    /// How many voters there are.
    pub fn voters(&self) -> usize {
        self.request.ballots.len()
    }

    /// Cost in millionths.
    pub fn cost(&self, project: u32) -> i128 {
        self.costs.get(project as usize).copied().unwrap_or(0)
    }

    /// What one unit of worth of a project is worth.
    pub fn unit(&self, project: u32) -> i128 {
        if self.utility == Some(Utility::Cost) { self.cost(project) } else { 1 }
    }

    /// Sum of worth of a project over voters.
    pub fn total_worth(&self, project: u32) -> u64 {
        self.worth.get(project as usize).copied().unwrap_or(0)
    }

    /// Place of a project in the order of the tie-break.
    pub fn rank(&self, project: u32) -> u32 {
        self.rank.get(project as usize).copied().unwrap_or(u32::MAX)
    }

    /// The id of a project.
    pub fn id(&self, project: u32) -> Option<&Id> {
        self.request.projects.get(project as usize).map(|project| &project.id)
    }

    /// Ids of projects.
    pub fn ids(&self, projects: &[u32]) -> Vec<Id> {
        projects.iter().filter_map(|project| self.id(*project)).cloned().collect()
    }

    /// Whether the greedy rule has the last word.
    pub fn completion_is_greedy(&self) -> bool {
        matches!(self.completion, Completion::Utilitarian | Completion::AddOneUtilitarian)
    }

    /// Whether the answer names voters.
    pub fn names_voters(&self) -> bool {
        self.request.detail == Detail::Voters
    }
}

/// The utility that is meant, where it goes with the ballots.
fn utility(request: &FundRequest) -> Result<Option<Utility>> {
    let Some(first) = request.ballots.first() else {
        return Err(Error::new(Code::EvaluateInvalidBallot, "there is no ballot").at("/ballots"));
    };
    let kind = Kind::of(first, 0)?;
    let wrong = |fact: &str, hint: &str| {
        let error = Error::new(Code::EvaluateInvalidBallot, fact);
        Err(error.at("/utility").hint(hint))
    };
    if request.rule == FundRule::Schulze {
        if kind != Kind::Order {
            let fact = "the Schulze rule ranks by orders, and these ballots hold none";
            return Err(Error::new(Code::EvaluateInvalidBallot, fact)
                .at("/ballots/0")
                .hint("give each ballot an order"));
        }
        if request.utility.is_some() {
            return wrong("the Schulze rule compares ranks and knows no utility", "leave it out");
        }
        return Ok(None);
    }
    match (kind, request.utility) {
        (Kind::Approve, None | Some(Utility::Cost)) => Ok(Some(Utility::Cost)),
        (Kind::Approve, Some(Utility::Cardinality)) => Ok(Some(Utility::Cardinality)),
        (Kind::Points, None | Some(Utility::Points)) => Ok(Some(Utility::Points)),
        (Kind::Order, None | Some(Utility::Borda)) => Ok(Some(Utility::Borda)),
        (Kind::Approve, _) => {
            wrong("these ballots approve", "choose \"cost\" or \"cardinality\", or leave it out")
        }
        (Kind::Points, _) => wrong("these ballots give points", "choose \"points\""),
        (Kind::Order, _) => wrong("these ballots are orders", "choose \"borda\""),
    }
}

/// The completion that is meant, where it goes with the rule.
fn completion(request: &FundRequest) -> Result<Completion> {
    let wrong = |path: &str, fact: &str| Err(Error::new(Code::ContractInvalidValue, fact).at(path));
    let completion = match (request.rule, request.completion) {
        (FundRule::EqualShares, completion) => completion.unwrap_or(Completion::AddOne),
        (_, None | Some(Completion::None)) => Completion::None,
        _ => return wrong("/completion", "only equal shares are completed"),
    };
    let raises = matches!(completion, Completion::AddOne | Completion::AddOneUtilitarian);
    match request.step {
        Some(_) if !raises => wrong("/step", "only a completion that raises shares takes a step"),
        Some(step) if step.parts() <= 0 => wrong("/step", "a step is above 0"),
        _ => Ok(completion),
    }
}

/// Costs and budget in millionths.
fn money(request: &FundRequest) -> Result<(Vec<i128>, i128)> {
    let ranked = request.rule == FundRule::Schulze;
    let most = if ranked { MOST_RANKED } else { MOST_PROJECTS };
    let count = request.projects.len();
    if count == 0 {
        let error = Error::new(Code::EvaluateInvalidProject, "there is no project");
        return Err(error.at("/projects"));
    }
    if count > most {
        let fact = format!("there are {count} projects; the limit is {most}");
        return Err(Error::new(Code::ContractTooLarge, fact).at("/projects"));
    }
    let mut seen = BTreeMap::new();
    for (at, Project { id, .. }) in request.projects.iter().enumerate() {
        if let Some(first) = seen.insert(id, at) {
            let fact = format!("the project {id} stands twice, here and at /projects/{first}");
            return Err(
                Error::new(Code::EvaluateInvalidProject, fact).at(format!("/projects/{at}/id"))
            );
        }
    }
    let cost = |(at, project): (usize, &Project)| {
        let wrong = |fact: String| {
            let error = Error::new(Code::EvaluateInvalidProject, fact);
            Err(error.at(format!("/projects/{at}/cost")))
        };
        match project.cost {
            None if ranked => Ok(0),
            None => wrong(format!("the project {} has no cost", project.id)),
            Some(cost) if cost.parts() <= 0 => {
                wrong(format!("the project {} costs {cost}; a cost is above 0", project.id))
            }
            Some(cost) => Ok(cost.parts()),
        }
    };
    let costs = request.projects.iter().enumerate().map(cost).collect::<Result<Vec<_>>>()?;
    match request.budget {
        None if ranked => Ok((costs, i128::MAX)),
        None => Err(Error::new(Code::ContractMissingField, "there is no budget").at("/budget")),
        Some(budget) if budget < Money::of_parts(0) => {
            let fact = format!("the budget is {budget}; it is 0 or more");
            Err(Error::new(Code::ContractInvalidValue, fact).at("/budget"))
        }
        Some(budget) => Ok((costs, budget.parts())),
    }
}

/// The place of each project in the order of the tie-break.
fn ranks(request: &FundRequest, costs: &[i128], support: &[u64]) -> Vec<u32> {
    let projects = &request.projects;
    let id = |at: &usize| projects.get(*at).map(|project| &project.id);
    let mut order: Vec<usize> = (0..projects.len()).collect();
    match request.tie_break {
        TieBreak::Given => {}
        TieBreak::Lexicographic => order.sort_by_key(|at| id(at)),
        TieBreak::Cheapest => order.sort_by_key(|at| (costs.get(*at), id(at))),
        TieBreak::MostSupported => order.sort_by_key(|at| (Reverse(support.get(*at)), id(at))),
    }
    let mut ranks = vec![0; projects.len()];
    for (rank, at) in order.into_iter().enumerate() {
        if let Some(place) = ranks.get_mut(at) {
            *place = rank as u32;
        }
    }
    ranks
}
