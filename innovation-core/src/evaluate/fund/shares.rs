//! The method of equal shares, exactly.
//!
//! In each round the project is funded whose supporters get the most utility for their money:
//! the one with the least ρ such that, if each supporter pays ρ for every unit of utility or
//! all they have left, they pay its cost. ρ only grows as money is spent, so an earlier ρ is a
//! bound, and a round looks again only at projects whose bound is not above the best found.
//!
//! To find the price of a project, who is too poor to pay in full is guessed in doubles and
//! settled exactly: Newton's steps on a concave function, each step a sum over the supporters.
//! Doubles within [`TOLERANCE`] of a limit are settled by exact fractions; the error of a
//! voter's money is below a quarter of it, for any number of projects that a request may hold.
//!
//! Invariant: no double decides anything; each is checked against an exact fraction.

use super::ledger::{Ledger, Price, Sums};
use super::vote::{Mark, Vote, Work};
use crate::error::{Code, Error, Result};
use num_bigint::BigInt;
use std::cmp::Ordering;

/// Doubles nearer to each other than this part of a share are compared exactly.
const TOLERANCE: f64 = 1.0 / (1_u64 << 34) as f64;
/// A bound that is above the best by this part is not looked at again.
const CLEARLY: f64 = 1.0 + 1e-9;
/// Part of the supporters' shares by which a sum of their money may be wrong in doubles: a
/// million roundings, and the error of each voter's money.
const SUM_ERROR: f64 = 1e-9;
/// Newton's steps in doubles before the exact ones.
const STEPS: u32 = 64;
/// The longest common denominator, in 64-bit words.
const MOST_WORDS: usize = 64;

/// A choice among equals.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Tie {
    /// The equals in the order of the tie-break, the chosen one first.
    pub between: Vec<u32>,
    /// How many they are.
    pub count: u64,
}

/// Most projects that a tie names.
pub(super) const MOST_NAMED: usize = 20;

/// What the method bought.
#[derive(Debug, Clone)]
pub(super) struct Bought {
    /// Prices and their order.
    pub ledger: Ledger,
    /// For each group the place of the project on which it spent all it had left, and less than
    /// the price.
    pub spent_at: Vec<Option<u32>>,
    /// Choices among equals.
    pub ties: Vec<Tie>,
    /// What was bought costs this, in millionths.
    pub cost: i128,
}

/// Runs the method for one share, in millionths of a unit times the number of voters.
pub(super) fn buy(vote: &Vote<'_>, share: i128, work: &mut Work) -> Result<Bought> {
    let mut market = Market::open(vote, share, work);
    while let Some((project, price)) = market.round()? {
        market.fund(project, &price)?;
    }
    Ok(market.bought)
}

/// Voters with the same ballot, as supporters of a project.
#[derive(Clone, Copy)]
struct Backer {
    group: u32,
    worth: u32,
    voters: u32,
}

impl Backer {
    /// Worth of all of them: below 2⁵².
    fn total(self) -> u64 {
        u64::from(self.worth) * u64::from(self.voters)
    }
}

/// What a look at an offer finds.
enum Found {
    /// Its price.
    Price(Price),
    /// A bound on its price that is above the limit.
    TooDear(f64),
    /// Its supporters cannot pay for it any more.
    Never,
}

/// A round's state of one project that is not yet funded.
struct Offer {
    project: u32,
    /// Its supporters who may still have money.
    backers: Vec<Backer>,
    /// The greatest worth of one of them.
    greatest: f64,
    /// A price below which it is not to be had.
    least: f64,
    /// What one unit of worth is worth, as a double.
    unit: f64,
    /// The round in which `least` was exact.
    seen: u32,
}

struct Market<'v, 'r, 'w> {
    vote: &'v Vote<'r>,
    work: &'w mut Work,
    bought: Bought,
    offers: Vec<Offer>,
    /// Money of each group, nearly; below 0 where it has spent all.
    money: Vec<f64>,
    /// Doubles closer than this are settled exactly.
    tolerance: f64,
    round: u32,
    sums: Sums,
}

/// Stands in `money` for a group that has spent all.
const SPENT: f64 = -1.0;

impl<'v, 'r, 'w> Market<'v, 'r, 'w> {
    fn open(vote: &'v Vote<'r>, share: i128, work: &'w mut Work) -> Self {
        let offers = vote.supporters.iter().zip(0..).filter(|(list, _)| !list.is_empty());
        let offers = offers.map(|(list, project)| Offer {
            project,
            backers: list.iter().map(|mark| backer(vote, mark)).collect(),
            greatest: list.iter().map(|mark| f64::from(mark.worth)).fold(1.0, f64::max),
            least: cost(vote, project) as f64 / vote.total_worth(project) as f64,
            unit: vote.unit(project) as f64,
            seen: 0,
        });
        Self {
            vote,
            work,
            offers: offers.collect(),
            money: vec![share as f64; vote.weights.len()],
            tolerance: share as f64 * TOLERANCE,
            round: 0,
            sums: Sums::default(),
            bought: Bought {
                ledger: Ledger::new(share, vote.costs.len()),
                spent_at: vec![None; vote.weights.len()],
                ties: Vec::new(),
                cost: 0,
            },
        }
    }

    /// The project that gives most for the money, and its price; `None` where nobody can pay.
    fn round(&mut self) -> Result<Option<(u32, Price)>> {
        self.round += 1;
        let mut best: Vec<(u32, Price)> = Vec::new();
        let mut limit = f64::INFINITY;
        while let Some(at) = self.next(limit)? {
            let mut offer = self.offers.swap_remove(at);
            offer.seen = self.round;
            let price = match self.price(&mut offer, limit)? {
                Found::Never => continue,
                Found::TooDear(bound) => {
                    offer.least = offer.least.max(bound);
                    self.offers.push(offer);
                    continue;
                }
                Found::Price(price) => price,
            };
            offer.least = offer.least.max(price.approximate);
            let project = offer.project;
            let effort = price.approximate / offer.unit;
            self.offers.push(offer);
            let unit = self.vote.unit(project);
            let order = best.first().map_or(Ordering::Less, |(other, held)| {
                price.compare(unit, held, self.vote.unit(*other))
            });
            if order == Ordering::Less {
                best.clear();
                limit = effort * CLEARLY;
            }
            if order != Ordering::Greater {
                best.push((project, price));
            }
        }
        best.sort_by_key(|(project, _)| self.vote.rank(*project));
        if best.len() > 1 {
            let between = best.iter().take(MOST_NAMED).map(|(project, _)| *project).collect();
            self.bought.ties.push(Tie { between, count: best.len() as u64 });
        }
        Ok(best.into_iter().next())
    }

    /// The offer not yet seen in this round with the least bound, if that is within the limit.
    fn next(&mut self, limit: f64) -> Result<Option<usize>> {
        self.work.take(self.offers.len())?;
        let unseen = self.offers.iter().enumerate().filter(|(_, offer)| offer.seen < self.round);
        let bounds = unseen.map(|(at, offer)| (offer.least / offer.unit, offer.project, at));
        let least = bounds.min_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        Ok(least.filter(|(bound, ..)| *bound <= limit).map(|(.., at)| at))
    }

    /// What a unit of worth costs so that the supporters pay the whole cost.
    fn price(&mut self, offer: &mut Offer, most: f64) -> Result<Found> {
        let cost = cost(self.vote, offer.project);
        let money = &self.money;
        self.work.take(offer.backers.len())?;
        offer.backers.retain(|backer| at(money, backer.group) >= 0.0);
        if !self.affordable(offer, cost)? {
            return Ok(Found::Never);
        }
        let (guess, bound) = self.guess(offer, cost as f64)?;
        if bound / offer.unit > most {
            return Ok(Found::TooDear(bound));
        }
        let mut limit = Limit { approximate: guess, exact: None };
        loop {
            let split = self.split(offer, &limit)?;
            if split.rich == 0 {
                // Rounding put everybody below the price: start where all pay the same.
                let total: u64 = offer.backers.iter().map(|backer| backer.total()).sum();
                let all = Price::new(BigInt::from(cost), BigInt::from(total));
                limit = Limit { approximate: all.approximate, exact: Some(all) };
                continue;
            }
            let common = &self.bought.ledger.common;
            let price = Price::new(
                common * cost - self.bought.ledger.money(&self.sums),
                common * split.rich,
            );
            let same = limit
                .exact
                .as_ref()
                .is_some_and(|held| price.compare(1, held, 1) == Ordering::Equal);
            let moved = (price.approximate - limit.approximate).abs() * offer.greatest;
            if same || (!split.doubtful && moved <= self.tolerance / 2.0) {
                return Ok(Found::Price(price));
            }
            limit = Limit { approximate: price.approximate, exact: Some(price) };
        }
    }

    /// Whether the supporters have the cost between them.
    fn affordable(&mut self, offer: &Offer, cost: i128) -> Result<bool> {
        self.work.take(offer.backers.len())?;
        let (mut money, mut voters) = (0.0, 0);
        for backer in &offer.backers {
            money += at(&self.money, backer.group) * f64::from(backer.voters);
            voters += u64::from(backer.voters);
        }
        if (money - cost as f64).abs() > self.sum_error(voters) {
            return Ok(money > cost as f64);
        }
        self.sums.clear();
        for backer in &offer.backers {
            self.add(backer)?;
        }
        Ok(self.bought.ledger.money(&self.sums) >= &self.bought.ledger.common * cost)
    }

    /// By how much a sum of the money of voters may be wrong in doubles.
    fn sum_error(&self, voters: u64) -> f64 {
        (voters as f64 + 1.0) * self.bought.ledger.share as f64 * SUM_ERROR
    }

    /// The price, nearly, by Newton's steps from below; and a bound that it is not below.
    fn guess(&mut self, offer: &Offer, cost: f64) -> Result<(f64, f64)> {
        let (mut price, mut bound) = (offer.least, offer.least);
        for _ in 0..STEPS {
            self.work.take(offer.backers.len())?;
            let (mut poor, mut poor_voters, mut rich) = (0.0, 0, 0);
            for backer in &offer.backers {
                let money = at(&self.money, backer.group);
                if money < price * f64::from(backer.worth) {
                    poor += money * f64::from(backer.voters);
                    poor_voters += u64::from(backer.voters);
                } else {
                    rich += backer.total();
                }
            }
            let next = (cost - poor) / rich as f64;
            if rich == 0 || next <= price {
                break;
            }
            price = next;
            // A step from anywhere ends below the price, but for the rounding of the sum.
            let error = self.sum_error(poor_voters) / rich as f64 + next * SUM_ERROR;
            bound = bound.max(next - error);
        }
        Ok((price, bound))
    }

    /// Counts who can pay a price; leaves in `sums` what the others have.
    fn split(&mut self, offer: &Offer, limit: &Limit) -> Result<Split> {
        self.sums.clear();
        let mut split = Split { rich: 0, doubtful: false };
        self.work.take(offer.backers.len())?;
        for backer in &offer.backers {
            let due = limit.approximate * f64::from(backer.worth);
            let money = at(&self.money, backer.group);
            let near = (money - due).abs() <= self.tolerance;
            split.doubtful |= near;
            let poor = match &limit.exact {
                Some(price) if near => self.is_poor(backer, price)?,
                _ => money < due,
            };
            if poor {
                self.add(backer)?;
            } else {
                split.rich += backer.total();
            }
        }
        let ledger = &self.bought.ledger;
        self.work.take((ledger.prices.len() + 20) * ledger.words())?;
        Ok(split)
    }

    /// Funds a project: everybody pays the price of their worth, or all they have.
    fn fund(&mut self, project: u32, price: &Price) -> Result<()> {
        let Some(offer) = self.offers.iter().position(|offer| offer.project == project) else {
            return Ok(());
        };
        let offer = self.offers.swap_remove(offer);
        let place = self.bought.ledger.prices.len() as u32;
        for backer in &offer.backers {
            let due = price.approximate * f64::from(backer.worth);
            let money = at(&self.money, backer.group);
            let near = (money - due).abs() <= self.tolerance;
            let poor = if near { self.is_poor(backer, price)? } else { money < due };
            let group = backer.group as usize;
            if let Some(money) = self.money.get_mut(group) {
                *money = if poor { SPENT } else { (*money - due).max(0.0) };
            }
            if let Some(spent) = self.bought.spent_at.get_mut(group)
                && poor
            {
                *spent = Some(place);
            }
        }
        self.bought.cost += self.vote.cost(project);
        self.bought.ledger.fund(project, price);
        if self.bought.ledger.words() > MOST_WORDS {
            return Err(Error::new(
                Code::ContractTooLarge,
                "exact shares of this vote grow beyond 4096 binary digits",
            )
            .hint("vote on fewer projects at a time"));
        }
        self.work.take((place as usize + 1) * self.bought.ledger.words())
    }

    /// Adds what a group has left to the sums.
    fn add(&mut self, backer: &Backer) -> Result<()> {
        let marks = self.marks(backer);
        self.work.take(marks.len())?;
        self.bought.ledger.add(&mut self.sums, marks, backer.voters.into());
        Ok(())
    }

    /// Whether the voters of a group have less than the price of their worth, exactly.
    fn is_poor(&mut self, backer: &Backer, price: &Price) -> Result<bool> {
        let marks = self.marks(backer);
        self.work.take((marks.len() + 2) * self.bought.ledger.words())?;
        Ok(self.bought.ledger.is_poor(marks, price, backer.worth))
    }

    fn marks(&self, backer: &Backer) -> &'v [Mark] {
        self.vote.marks.get(backer.group as usize).map_or(&[], Vec::as_slice)
    }
}

/// A group as a supporter; there are at most a million voters.
fn backer(vote: &Vote<'_>, mark: &Mark) -> Backer {
    let voters = vote.weights.get(mark.of as usize).copied().unwrap_or(0);
    Backer { group: mark.of, worth: mark.worth, voters: voters as u32 }
}

/// A price to compare money with.
struct Limit {
    approximate: f64,
    exact: Option<Price>,
}

/// Who can pay a price.
struct Split {
    /// Worth of those who can.
    rich: u64,
    /// Whether anybody was so near to the limit that doubles cannot tell.
    doubtful: bool,
}

fn at(money: &[f64], group: u32) -> f64 {
    money.get(group as usize).copied().unwrap_or(SPENT)
}

/// The cost in the ledger's unit, millionths times voters: below 10²⁷.
fn cost(vote: &Vote<'_>, project: u32) -> i128 {
    vote.cost(project) * vote.voters() as i128
}
