//! Says who paid for what, what every role got, and why the rest is not funded.

use super::answer::{
    FundBecause, FundCounts, Funding, NotFunded, NotFundedReason, Payment, RoleShare, SchulzeOrder,
    TieBroken, VoterShare,
};
use super::complete::Choice;
use super::ledger::{Ledger, Sums};
use super::money::{Money, amount};
use super::request::{FundRule, Utility};
use super::shares::{Bought, Tie};
use super::vote::{Mark, Vote};
use crate::people::Id;
use crate::stat::Stat;
use crate::text::Text;
use num_bigint::BigInt;
use num_rational::Ratio;
use num_traits::{ToPrimitive, Zero};
use std::collections::BTreeMap;

/// Amounts that an answer lists apart, of those who spent all they had left: on one project.
const MOST_AMOUNTS: usize = 20;
/// The same, in the whole answer.
const MOST_AMOUNTS_IN_ALL: usize = 2_000;

/// Describes a choice.
pub(super) fn describe(vote: &Vote<'_>, choice: Choice) -> Funding {
    let request = vote.request;
    let known = request.projects.iter().all(|project| project.cost.is_some());
    let spent: i128 = choice.funded.iter().map(|project| vote.cost(*project)).sum();
    let left = request.budget.map(|budget| budget.parts() - spent);
    let share = choice.bought.as_ref().map(|bought| in_units(vote, bought.ledger.share.into()));
    let payers = Payers::of(vote, &choice);
    Funding {
        funded: vote.ids(&choice.funded),
        spent: known.then(|| Money::of_parts(spent)),
        left: left.filter(|_| known).map(Money::of_parts),
        rule: request.rule,
        utility: vote.utility,
        tie_break: request.tie_break,
        share,
        because: payers.because(),
        not_funded: not_funded(vote, &choice, left.unwrap_or(0)),
        ties_broken: ties(vote, &choice.ties),
        per_role: per_role(vote, &choice),
        voters: if vote.names_voters() { voters(vote, &choice) } else { Vec::new() },
        ranking: choice.ranked.as_ref().map(|ranked| SchulzeOrder {
            order: vote.ids(&ranked.order),
            winners: vote.ids(&ranked.winners),
            pairwise: ranked.pairwise.clone(),
            strengths: ranked.strengths.clone(),
        }),
        n: counts(vote),
        completion: choice.completed,
    }
}

/// An amount of the ledger's unit, millionths over voters.
fn in_units(vote: &Vote<'_>, numerator: BigInt) -> String {
    amount(numerator, BigInt::from(vote.voters()))
}

fn of<T: Copy + Default>(list: &[T], at: u32) -> T {
    list.get(at as usize).copied().unwrap_or_default()
}

fn list<T>(lists: &[Vec<T>], at: u32) -> &[T] {
    lists.get(at as usize).map_or(&[], Vec::as_slice)
}

fn counts(vote: &Vote<'_>) -> FundCounts {
    let unmarked = vote.marks.iter().zip(&vote.weights).filter(|(marks, _)| marks.is_empty());
    FundCounts {
        projects: vote.costs.len() as u64,
        over_budget: vote.costs.iter().filter(|cost| **cost > vote.budget).count() as u64,
        unsupported: vote.supporters.iter().filter(|list| list.is_empty()).count() as u64,
        voters: vote.voters() as u64,
        empty: vote.empty,
        without_utility: unmarked.map(|(_, weight)| weight).sum(),
        distinct: vote.weights.len() as u64,
    }
}

fn ties(vote: &Vote<'_>, ties: &[Tie]) -> Vec<TieBroken> {
    let named = |tie: &Tie| {
        let between = vote.ids(&tie.between);
        Some(TieBroken { chosen: between.first()?.clone(), between, count: tie.count })
    };
    ties.iter().filter_map(named).collect()
}

/// Who paid for each funded project.
struct Payers<'a, 'r> {
    vote: &'a Vote<'r>,
    choice: &'a Choice,
    /// Ballots of each group, in the order of the request; empty where voters are only counted.
    ballots: Vec<Vec<u32>>,
}

impl<'a, 'r> Payers<'a, 'r> {
    fn of(vote: &'a Vote<'r>, choice: &'a Choice) -> Self {
        let mut ballots = Vec::new();
        if vote.names_voters() && choice.bought.is_some() {
            ballots.resize(vote.weights.len(), Vec::new());
            for (ballot, group) in (0_u32..).zip(&vote.group_of) {
                if let Some(list) = ballots.get_mut(*group as usize) {
                    list.push(ballot);
                }
            }
        }
        Self { vote, choice, ballots }
    }

    fn because(&self) -> Vec<FundBecause> {
        let mut amounts = MOST_AMOUNTS_IN_ALL;
        let one = |(place, project): (u32, &u32)| {
            let bought = self.choice.bought.as_ref();
            let bought = bought.filter(|bought| (place as usize) < bought.ledger.funded.len());
            let (per_voter, payers) = bought
                .map(|bought| {
                    (self.price(&bought.ledger, place), self.payments(bought, place, &mut amounts))
                })
                .unzip();
            let by = match self.vote.request.rule {
                FundRule::EqualShares if per_voter.is_none() => FundRule::Greedy,
                rule => rule,
            };
            Some(FundBecause {
                project: self.vote.id(*project)?.clone(),
                cost: self.vote.request.projects.get(*project as usize)?.cost,
                by,
                supporters: of(&self.vote.support, *project),
                per_voter,
                payers: payers.unwrap_or_default(),
            })
        };
        (0..).zip(&self.choice.funded).filter_map(one).collect()
    }

    /// An amount of money that stands over the common denominator.
    fn amount(&self, ledger: &Ledger, money: &BigInt) -> String {
        amount(money.clone(), &ledger.common * self.vote.voters())
    }

    fn price(&self, ledger: &Ledger, place: u32) -> String {
        ledger.prices.get(place as usize).map_or(String::new(), |price| self.amount(ledger, price))
    }

    /// Supporters by what they paid; `amounts` counts down over the answer.
    fn payments(&self, bought: &Bought, place: u32, amounts: &mut usize) -> Vec<Payment> {
        let ledger = &bought.ledger;
        let project = of(&ledger.funded, place);
        let mut full: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
        let mut poor: BTreeMap<BigInt, Vec<u32>> = BTreeMap::new();
        for mark in list(&self.vote.supporters, project) {
            match bought.spent_at.get(mark.of as usize).copied().flatten() {
                // What was spent before buys nothing now.
                Some(spent) if spent < place => {}
                Some(spent) if spent == place => {
                    let left = ledger.left(list(&self.vote.marks, mark.of), place);
                    if !left.is_zero() {
                        poor.entry(left).or_default().push(mark.of);
                    }
                }
                _ => full.entry(mark.worth).or_default().push(mark.of),
            }
        }
        let price = ledger.prices.get(place as usize).cloned().unwrap_or_default();
        let mut payments: Vec<Payment> = full
            .iter()
            .rev()
            .map(|(worth, groups)| self.payment(ledger, &(&price * *worth), groups, false))
            .collect();
        let listed = poor.len().min(MOST_AMOUNTS).min(*amounts);
        *amounts -= listed;
        if listed == poor.len() {
            let each = poor.iter().rev();
            payments.extend(each.map(|(paid, groups)| self.payment(ledger, paid, groups, true)));
        } else {
            let total: BigInt = poor.iter().map(|(paid, groups)| paid * self.count(groups)).sum();
            let groups: Vec<u32> = poor.into_values().flatten().collect();
            payments.push(Payment {
                paid: None,
                total: self.amount(ledger, &total),
                spent_all: true,
                count: self.count(&groups),
                voters: self.names(&groups),
            });
        }
        payments
    }

    fn payment(&self, ledger: &Ledger, paid: &BigInt, groups: &[u32], all: bool) -> Payment {
        let count = self.count(groups);
        Payment {
            paid: Some(self.amount(ledger, paid)),
            total: self.amount(ledger, &(paid * count)),
            spent_all: all,
            count,
            voters: self.names(groups),
        }
    }

    fn count(&self, groups: &[u32]) -> u64 {
        groups.iter().map(|group| of(&self.vote.weights, *group)).sum()
    }

    /// Voters of groups, in the order of the ballots.
    fn names(&self, groups: &[u32]) -> Vec<Id> {
        let mut ballots: Vec<u32> = Vec::new();
        for group in groups {
            ballots.extend(list(&self.ballots, *group));
        }
        ballots.sort_unstable();
        let named = |ballot: u32| self.vote.request.ballots.get(ballot as usize);
        ballots.into_iter().filter_map(named).map(|ballot| ballot.voter.clone()).collect()
    }
}

/// Every project that is not funded, and why.
fn not_funded(vote: &Vote<'_>, choice: &Choice, left: i128) -> Vec<NotFunded> {
    let mut is_funded = vec![false; vote.costs.len()];
    for project in &choice.funded {
        if let Some(mark) = is_funded.get_mut(*project as usize) {
            *mark = true;
        }
    }
    let completed_greedily = vote.completion_is_greedy();
    let one = |(project, _): (u32, bool)| {
        let cost = vote.cost(project);
        let short_of = |have: i128| Some(Money::of_parts(cost - have).to_string());
        let supported = vote.total_worth(project) > 0;
        let mut available = None;
        let (reason, short) = if cost > vote.budget {
            (NotFundedReason::OverBudget, short_of(vote.budget))
        } else if vote.request.rule == FundRule::Schulze {
            (NotFundedReason::NotTheWinner, None)
        } else if !supported {
            (NotFundedReason::NoSupport, None)
        } else {
            match &choice.bought {
                Some(bought) if !completed_greedily => {
                    let missing = &bought.ledger.common * cost * vote.voters()
                        - available_to(vote, bought, project);
                    let denominator = &bought.ledger.common * vote.voters();
                    (NotFundedReason::SupportersShort, Some(amount(missing, denominator)))
                }
                _ => (NotFundedReason::DoesNotFit, short_of(left)),
            }
        };
        if let Some(bought) = &choice.bought {
            let denominator = &bought.ledger.common * vote.voters();
            available = Some(amount(available_to(vote, bought, project), denominator));
        }
        Some(NotFunded {
            project: vote.id(project)?.clone(),
            cost: vote.request.projects.get(project as usize)?.cost,
            supporters: of(&vote.support, project),
            text: reason.text(),
            reason,
            available,
            short,
        })
    };
    (0..).zip(is_funded).filter(|(_, funded)| !funded).filter_map(one).collect()
}

/// What the supporters of a project have left, times the common denominator.
fn available_to(vote: &Vote<'_>, bought: &Bought, project: u32) -> BigInt {
    let mut sums = Sums::default();
    for mark in list(&vote.supporters, project) {
        if of(&bought.spent_at, mark.of).is_none() {
            bought.ledger.add(&mut sums, list(&vote.marks, mark.of), of(&vote.weights, mark.of));
        }
    }
    bought.ledger.money(&sums)
}

impl NotFundedReason {
    /// The reason in words.
    fn text(self) -> Text {
        match self {
            Self::OverBudget => Text::both(
                "It costs more than the whole budget.",
                "Il coûte plus que la totalité du budget.",
            ),
            Self::NoSupport => {
                Text::both("No ballot supports it.", "Aucun bulletin ne le soutient.")
            }
            Self::SupportersShort => Text::both(
                "Those who support it do not have enough left of their shares to pay for it.",
                "Il ne reste pas assez sur les parts des personnes qui le soutiennent pour le payer.",
            ),
            Self::DoesNotFit => Text::both(
                "It costs more than what was left of the budget.",
                "Il coûte plus que ce qui restait du budget.",
            ),
            Self::NotTheWinner => {
                Text::both("Another project came first.", "Un autre projet est arrivé en tête.")
            }
        }
    }
}

/// What one group of equal ballots got: how many projects, and their utility.
fn got(vote: &Vote<'_>, is_funded: &[bool], marks: &[Mark]) -> (u32, f64) {
    let (mut funded, mut worth, mut money) = (0, 0_u64, 0_i128);
    for mark in marks.iter().filter(|mark| of(is_funded, mark.of)) {
        funded += 1;
        worth += u64::from(mark.worth);
        money += vote.cost(mark.of);
    }
    let satisfaction = match vote.utility {
        Some(Utility::Cost) => Money::of_parts(money).approximate(),
        Some(_) => worth as f64,
        // Orders have no utility; what counts is whether a ballot names the winner.
        None => f64::from(funded),
    };
    (funded, satisfaction)
}

/// What each group got.
fn all_got(vote: &Vote<'_>, choice: &Choice) -> Vec<(u32, f64)> {
    let mut is_funded = vec![false; vote.costs.len()];
    for project in &choice.funded {
        if let Some(mark) = is_funded.get_mut(*project as usize) {
            *mark = true;
        }
    }
    vote.marks.iter().map(|marks| got(vote, &is_funded, marks)).collect()
}

fn voters(vote: &Vote<'_>, choice: &Choice) -> Vec<VoterShare> {
    let got = all_got(vote, choice);
    let one = |(ballot, group): (&super::request::Ballot, &u32)| {
        let (funded, satisfaction) = of(&got, *group);
        VoterShare { voter: ballot.voter.clone(), funded, satisfaction }
    };
    vote.request.ballots.iter().zip(&vote.group_of).map(one).collect()
}

/// What each role steered and got.
fn per_role(vote: &Vote<'_>, choice: &Choice) -> Vec<RoleShare> {
    let got = all_got(vote, choice);
    let mut roles: BTreeMap<(bool, &str), BTreeMap<u32, u64>> = BTreeMap::new();
    for (ballot, group) in vote.request.ballots.iter().zip(&vote.group_of) {
        let role = ballot.role.as_deref();
        let groups = roles.entry((role.is_none(), role.unwrap_or_default())).or_default();
        *groups.entry(*group).or_default() += 1;
    }
    let one = |((nameless, role), groups): ((bool, &str), BTreeMap<u32, u64>)| {
        let voters: u64 = groups.values().sum();
        let (mut satisfaction, mut represented) = (0.0, 0);
        for (group, count) in &groups {
            let (funded, own) = of(&got, *group);
            satisfaction += own * *count as f64;
            represented += if funded > 0 { *count } else { 0 };
        }
        let paid = choice.bought.as_ref().map(|bought| paid(vote, bought, &groups));
        RoleShare {
            role: (!nameless).then(|| role.to_owned()),
            voters,
            share: steered(vote, choice, paid.as_ref(), &groups),
            paid: paid.map(|paid| amount(paid.numer().clone(), paid.denom().clone())),
            mean_satisfaction: match vote.utility {
                None => Stat::undefined("no-utility"),
                Some(_) => Stat::ratio(satisfaction, voters as f64, "no-voters"),
            },
            represented: Stat::ratio(represented as f64, voters as f64, "no-voters"),
        }
    };
    roles.into_iter().map(one).collect()
}

/// What some voters of each group paid from their shares, in millionths.
fn paid(vote: &Vote<'_>, bought: &Bought, groups: &BTreeMap<u32, u64>) -> Ratio<BigInt> {
    let ledger = &bought.ledger;
    let mut left = Sums::default();
    let mut voters = 0_u64;
    for (group, count) in groups {
        voters += count;
        if of(&bought.spent_at, *group).is_none() {
            ledger.add(&mut left, list(&vote.marks, *group), *count);
        }
    }
    let all = &ledger.common * ledger.share * voters;
    Ratio::new(all - ledger.money(&left), &ledger.common * vote.voters())
}

/// The part of the money spent that some voters of each group steered.
fn steered(
    vote: &Vote<'_>,
    choice: &Choice,
    paid: Option<&Ratio<BigInt>>,
    groups: &BTreeMap<u32, u64>,
) -> Stat {
    if vote.request.rule == FundRule::Schulze {
        return Stat::undefined("not-paid-from-shares");
    }
    let bought = choice.bought.as_ref().map_or(0, |bought| bought.ledger.funded.len());
    let mut worth = vec![0_u64; vote.costs.len()];
    for (group, count) in groups {
        for mark in list(&vote.marks, *group) {
            if let Some(worth) = worth.get_mut(mark.of as usize) {
                *worth += u64::from(mark.worth) * count;
            }
        }
    }
    let mut money = paid.and_then(ToPrimitive::to_f64).unwrap_or(0.0);
    for project in choice.funded.iter().skip(bought) {
        let part = of(&worth, *project) as f64 / vote.total_worth(*project) as f64;
        money += vote.cost(*project) as f64 * part;
    }
    let spent: i128 = choice.funded.iter().map(|project| vote.cost(*project)).sum();
    Stat::ratio(money, spent as f64, "nothing-spent")
}
