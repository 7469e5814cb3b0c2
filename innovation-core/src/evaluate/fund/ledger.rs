//! What every voter has left, exactly, without a fraction for each of them.
//!
//! A voter who still has money has their share less, for each funded project that they support,
//! its price times their worth. So the money of any set of voters is a sum of few prices, each
//! times a whole number that plain integers count; only the prices are large. They stand over
//! one common denominator. Money is counted in millionths of a unit divided by the number of
//! voters: shares and costs are whole there.

use super::vote::Mark;
use num_bigint::BigInt;
use num_rational::Ratio;
use num_traits::ToPrimitive;
use std::cmp::Ordering;

/// A price for one unit of worth: a fraction, not reduced, and the nearest double.
#[derive(Debug, Clone)]
pub(super) struct Price {
    pub numerator: BigInt,
    pub denominator: BigInt,
    pub approximate: f64,
}

impl Price {
    /// A fraction above 0.
    pub fn new(numerator: BigInt, denominator: BigInt) -> Self {
        let approximate = Ratio::new_raw(numerator.clone(), denominator.clone());
        let approximate = approximate.to_f64().unwrap_or(f64::MAX);
        Self { numerator, denominator, approximate }
    }

    /// Compares `self / unit` with `other / other_unit`.
    pub fn compare(&self, unit: i128, other: &Self, other_unit: i128) -> Ordering {
        let left = &self.numerator * &other.denominator * other_unit;
        left.cmp(&(&other.numerator * &self.denominator * unit))
    }
}

/// Never funded.
const NEVER: u32 = u32::MAX;

/// The prices of the funded projects over one denominator.
#[derive(Debug, Clone)]
pub(super) struct Ledger {
    /// Share of each voter at the start.
    pub share: i128,
    /// The common denominator.
    pub common: BigInt,
    /// Numerators, in the order of funding.
    pub prices: Vec<BigInt>,
    /// Projects in the order of funding.
    pub funded: Vec<u32>,
    /// Place of each project in that order.
    place: Vec<u32>,
}

/// Whole numbers that stand for a sum of money: voters, and worth by funded project.
#[derive(Debug, Clone, Default)]
pub(super) struct Sums {
    voters: u64,
    worth: Vec<u64>,
}

impl Ledger {
    /// Nothing is funded; everybody has the share.
    pub fn new(share: i128, projects: usize) -> Self {
        Self {
            share,
            common: BigInt::from(1),
            prices: Vec::new(),
            funded: Vec::new(),
            place: vec![NEVER; projects],
        }
    }

    /// Funds a project at a price.
    pub fn fund(&mut self, project: u32, price: &Price) {
        let price = Ratio::new(price.numerator.clone(), price.denominator.clone());
        let factor = Ratio::new(price.denom().clone(), self.common.clone());
        if factor.numer() != &BigInt::from(1) {
            self.common *= factor.numer();
            for earlier in &mut self.prices {
                *earlier *= factor.numer();
            }
        }
        self.prices.push(price.numer() * (&self.common / price.denom()));
        if let Some(place) = self.place.get_mut(project as usize) {
            *place = self.funded.len() as u32;
        }
        self.funded.push(project);
    }

    /// Place of a project in the order of funding.
    pub fn place(&self, project: u32) -> Option<u32> {
        self.place.get(project as usize).copied().filter(|place| *place != NEVER)
    }

    /// How large the numbers are, in 64-bit words.
    pub fn words(&self) -> usize {
        (self.common.bits() / 64) as usize + 1
    }

    /// Adds what some voters with the same ballot, none of whom has spent all, have left.
    pub fn add(&self, sums: &mut Sums, marks: &[Mark], voters: u64) {
        sums.worth.resize(self.prices.len(), 0);
        sums.voters += voters;
        for mark in marks {
            if let Some(place) = self.place(mark.of)
                && let Some(worth) = sums.worth.get_mut(place as usize)
            {
                *worth += u64::from(mark.worth) * voters;
            }
        }
    }

    /// The money that sums stand for, times the common denominator.
    pub fn money(&self, sums: &Sums) -> BigInt {
        let mut money = &self.common * self.share * sums.voters;
        for (price, worth) in self.prices.iter().zip(&sums.worth) {
            if *worth > 0 {
                money -= price * *worth;
            }
        }
        money
    }

    /// What a voter has left before the project of a place was funded (all of them: the number
    /// of funded projects), times the common denominator.
    pub fn left(&self, marks: &[Mark], before: u32) -> BigInt {
        let mut money = &self.common * self.share;
        for mark in marks {
            if let Some(place) = self.place(mark.of).filter(|place| *place < before)
                && let Some(price) = self.prices.get(place as usize)
            {
                money -= price * mark.worth;
            }
        }
        money
    }

    /// Whether a voter has less than the price of their worth.
    pub fn is_poor(&self, marks: &[Mark], price: &Price, worth: u32) -> bool {
        let left = self.left(marks, self.prices.len() as u32);
        left * &price.denominator < &price.numerator * worth * &self.common
    }
}

impl Sums {
    /// Forgets everything.
    pub fn clear(&mut self) {
        self.voters = 0;
        self.worth.clear();
    }
}
