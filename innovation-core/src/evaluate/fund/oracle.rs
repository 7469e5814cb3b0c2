//! The method of equal shares as its definition reads: one fraction a voter, no shortcut.

use super::request::{FundRequest, TieBreak, Utility};
use crate::people::Id;
use num_bigint::BigInt;
use num_rational::Ratio;
use num_traits::Zero;
use std::collections::BTreeMap;

pub(super) type Exact = Ratio<BigInt>;

/// What the definition buys.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Truth {
    /// In the order of funding.
    pub funded: Vec<Id>,
    /// What each voter paid for each of them, where they paid anything.
    pub paid: BTreeMap<(Id, Id), Exact>,
    /// What they cost together.
    pub cost: Exact,
}

/// A decimal or a fraction.
pub(super) fn exact(text: &str) -> Exact {
    let whole = |text: &str| text.parse::<BigInt>().unwrap();
    if let Some((numerator, denominator)) = text.split_once('/') {
        return Exact::new(whole(numerator), whole(denominator));
    }
    let (head, tail) = text.split_once('.').unwrap_or((text, ""));
    Exact::new(whole(&format!("{head}{tail}")), BigInt::from(10).pow(tail.len() as u32))
}

/// Utility of each project to each voter, where above 0.
pub(super) fn utilities(request: &FundRequest, utility: Utility) -> BTreeMap<(Id, Id), Exact> {
    let mut found = BTreeMap::new();
    for ballot in &request.ballots {
        let mut add = |id: &Id, worth: Exact| {
            if worth > Exact::zero() {
                found.insert((ballot.voter.clone(), id.clone()), worth);
            }
        };
        let number = |number: usize| Exact::from(BigInt::from(number));
        for id in ballot.approve.iter().flatten() {
            add(id, if utility == Utility::Cost { cost(request, id) } else { number(1) });
        }
        for (id, points) in ballot.points.iter().flatten() {
            add(id, number(*points as usize));
        }
        let order = ballot.order.as_deref().unwrap_or_default();
        for (at, id) in order.iter().enumerate() {
            add(id, number(order.len() - 1 - at));
        }
    }
    found
}

pub(super) fn cost(request: &FundRequest, id: &Id) -> Exact {
    let project = request.projects.iter().find(|project| &project.id == id).unwrap();
    exact(&project.cost.unwrap().to_string())
}

/// Projects in the order of the tie-break.
pub(super) fn in_order(request: &FundRequest) -> Vec<Id> {
    let supporters = |id: &Id| {
        let utilities = utilities(request, Utility::Cardinality);
        utilities.keys().filter(|(_, project)| project == id).count()
    };
    let mut ids: Vec<Id> = request.projects.iter().map(|project| project.id.clone()).collect();
    match request.tie_break {
        TieBreak::Given => {}
        TieBreak::Lexicographic => ids.sort(),
        TieBreak::Cheapest => ids.sort_by_key(|id| (cost(request, id), id.clone())),
        TieBreak::MostSupported => {
            ids.sort_by_key(|id| (usize::MAX - supporters(id), id.clone()));
        }
    }
    ids
}

/// The method for one budget, whoever's.
pub(super) fn equal_shares(request: &FundRequest, utility: Utility, budget: &Exact) -> Truth {
    let utilities = utilities(request, utility);
    let share = budget / BigInt::from(request.ballots.len());
    let mut money: BTreeMap<Id, Exact> =
        request.ballots.iter().map(|ballot| (ballot.voter.clone(), share.clone())).collect();
    let mut rest = in_order(request);
    let mut truth = Truth::default();
    loop {
        let mut best: Option<(Exact, Id)> = None;
        for id in &rest {
            let supporters: Vec<(&Exact, &Exact)> = utilities
                .iter()
                .filter(|((_, project), _)| project == id)
                .map(|((voter, _), worth)| (&money[voter], worth))
                .collect();
            if let Some(rho) = least_rho(&supporters, &cost(request, id))
                && best.as_ref().is_none_or(|(least, _)| rho < *least)
            {
                best = Some((rho, id.clone()));
            }
        }
        let Some((rho, id)) = best else { return truth };
        for ((voter, _), worth) in utilities.iter().filter(|((_, project), _)| *project == id) {
            let own = money.get_mut(voter).unwrap();
            let paid = (worth * &rho).min(own.clone());
            *own -= &paid;
            if paid > Exact::zero() {
                truth.paid.insert((voter.clone(), id.clone()), paid);
            }
        }
        rest.retain(|other| *other != id);
        truth.cost += cost(request, &id);
        truth.funded.push(id);
    }
}

/// The least ρ with Σ min(money, ρ · worth) = cost: tried with each number of poor.
fn least_rho(supporters: &[(&Exact, &Exact)], cost: &Exact) -> Option<Exact> {
    let mut sorted = supporters.to_vec();
    sorted.sort_by_key(|(money, worth)| *money / *worth);
    let (mut poor, mut worth) = (Exact::zero(), Exact::zero());
    for (_, own) in &sorted {
        worth += *own;
    }
    for (money, own) in sorted {
        let rho = (cost - &poor) / &worth;
        if &rho * own <= *money {
            return Some(rho);
        }
        poor += money;
        worth -= own;
    }
    None
}

/// The greedy rule from what is there, from the definition.
pub(super) fn greedy(request: &FundRequest, utility: Utility, mut funded: Vec<Id>) -> Vec<Id> {
    let utilities = utilities(request, utility);
    let budget = exact(&request.budget.unwrap().to_string());
    loop {
        let spent = funded.iter().map(|id| cost(request, id)).fold(Exact::zero(), |a, b| a + b);
        let mut best: Option<(Exact, Id)> = None;
        for id in in_order(request).into_iter().filter(|id| !funded.contains(id)) {
            let worth = utilities.iter().filter(|((_, project), _)| *project == id);
            let worth = worth.map(|(_, worth)| worth).fold(Exact::zero(), |a, b| a + b);
            let density = worth / cost(request, &id);
            if density > Exact::zero()
                && &spent + cost(request, &id) <= budget
                && best.as_ref().is_none_or(|(most, _)| density > *most)
            {
                best = Some((density, id));
            }
        }
        match best {
            Some((_, id)) => funded.push(id),
            None => return funded,
        }
    }
}
