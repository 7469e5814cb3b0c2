//! A limit on the value of any grouping.
//!
//! The value of a pair is shared between its two units, and each unit takes its best
//! partners, as many as sizes allow. Any sharing gives a limit; where there is time, shares
//! are moved from units that are taken too often to those taken too seldom, which lowers it.
//!
//! A unit's *lift* is what others gain by taking it and what it pays for each partner: within
//! a group lifts cancel, so that the sum of shares stays the value of its pairs.
//!
//! # References
//!
//! M. Held, P. Wolfe, H. P. Crowder, *Validation of subgradient optimization*, Mathematical
//! Programming 6, 1974.
#![expect(
    clippy::indexing_slicing,
    reason = "units are numbered densely by the instance, ranks stay below the partners kept"
)]

use super::profiles;
use super::slots::Slots;
use crate::gather::instance::{Instance, Pairs};

/// Lifts are whole numbers of this fraction of a value.
const SCALE: i64 = 64;
/// Pairs looked at while moving shares, and most moves; with few moves it is not worth it.
const WORK: usize = 8_000_000;
const MOVES: std::ops::RangeInclusive<usize> = 10..=100;

/// No grouping has a larger value, whatever the other rules; saturates.
pub(crate) fn bound(instance: &Instance) -> i64 {
    let slots = Slots::of(instance);
    match &instance.pairs {
        Pairs::Dense(dense) => {
            let units = instance.mass.len();
            lifted(instance, &slots, |a: usize, b: usize| i64::from(dense[a * units + b]))
        }
        Pairs::Sparse(sparse) => {
            settle(&slots, &profiles::offers(instance, &slots, sparse)).0.div_euclid(2)
        }
    }
}

/// What a unit takes: its best partners for sure, and more of them where that pays.
#[derive(Debug, Clone, Default)]
pub(super) struct Offer {
    /// Value of its sure partners.
    pub sure: i64,
    /// Value and number of further partners, best first.
    pub more: Vec<(i64, u32)>,
}

/// The limit under the best lifts found.
fn lifted<V>(instance: &Instance, slots: &Slots, value: V) -> i64
where
    V: Fn(usize, usize) -> i64,
{
    let units = instance.mass.len();
    let mut lift = vec![0i64; units];
    let mut best = (lift.clone(), i64::MAX);
    let moves = (WORK / (units * units).max(1)).min(*MOVES.end());
    let rounds = if MOVES.contains(&moves) { moves } else { 1 };
    let all = (1..units).flat_map(|a| (0..a).map(move |b| (a, b))).map(|(a, b)| value(a, b));
    let (least, most) = all.fold((i64::MAX, i64::MIN), |(l, m), v| (l.min(v), m.max(v)));
    let mut step = SCALE * most.saturating_sub(least).max(0) / 8;
    let mut since = 0;
    for _ in 0..rounds {
        let (twice, excess) = shares(instance, slots, &value, &lift);
        let limit = twice.div_euclid(2 * SCALE);
        if limit < best.1 {
            best = (lift.clone(), limit);
            since = 0;
        } else {
            since += 1;
            if since >= 3 {
                (step, since) = (step / 2, 0);
                lift.clone_from(&best.0);
            }
        }
        let most = excess.iter().map(|by| by.abs()).max().unwrap_or(0);
        if most == 0 || step == 0 {
            break;
        }
        for (lift, by) in lift.iter_mut().zip(&excess) {
            *lift -= step * by / most;
        }
    }
    best.1
}

/// Twice the scaled limit under given lifts, and how much too often each unit is taken.
fn shares<V>(instance: &Instance, slots: &Slots, value: &V, lift: &[i64]) -> (i64, Vec<i64>)
where
    V: Fn(usize, usize) -> i64,
{
    let units = instance.mass.len();
    let mut takes: Vec<Vec<(i64, u32)>> = Vec::with_capacity(units);
    let mut apart = vec![false; units];
    for unit in 0..units {
        let Some((_, most)) = slots.partners[unit] else {
            takes.push(Vec::new());
            continue;
        };
        for &other in &instance.apart[unit] {
            apart[other as usize] = true;
        }
        let mut offers: Vec<(i64, u32)> = (0..units)
            .filter(|&other| other != unit && !apart[other] && slots.partners[other].is_some())
            .map(|other| (SCALE * value(unit, other) + lift[other] - lift[unit], other as u32))
            .collect();
        for &other in &instance.apart[unit] {
            apart[other as usize] = false;
        }
        // Best first, ties by number: the same set everywhere.
        let order = |a: &(i64, u32), b: &(i64, u32)| b.0.cmp(&a.0).then(a.1.cmp(&b.1));
        let most = most as usize;
        if most > 0 && most < offers.len() {
            offers.select_nth_unstable_by(most - 1, order);
        }
        offers.truncate(most);
        offers.sort_unstable_by(order);
        takes.push(offers);
    }
    let offers: Vec<Offer> = (takes.iter().zip(&slots.partners))
        .map(|(takes, partners)| {
            let sure = partners.map_or(0, |(fewest, _)| fewest as usize).min(takes.len());
            Offer {
                sure: takes[..sure].iter().map(|&(value, _)| value).sum(),
                more: takes[sure..].iter().map(|&(value, _)| (value, 1)).collect(),
            }
        })
        .collect();
    let (twice, taken) = settle(slots, &offers);
    let mut excess = vec![0; units];
    for (unit, (takes, &count)) in takes.iter().zip(&taken).enumerate() {
        let Some(count) = count else { continue };
        let sure = takes.len() - offers[unit].more.len();
        for &(_, other) in &takes[..sure + count as usize] {
            excess[other as usize] += 1;
            excess[unit] -= 1;
        }
    }
    (twice, excess)
}

/// The largest sum of offers that sizes allow, and how many more than the sure partners each
/// unit has in it; `None` for a unit outside.
fn settle(slots: &Slots, offers: &[Offer]) -> (i64, Vec<Option<u32>>) {
    let paying = |offer: &Offer| -> (i64, u32) {
        let paid = offer.more.iter().take_while(|&&(value, _)| value > 0);
        paid.fold((offer.sure, 0), |(sum, taken), &(value, count)| {
            (sum.saturating_add(value.saturating_mul(i64::from(count))), taken + count)
        })
    };
    let mut taken = vec![None; offers.len()];
    let mut sum = 0i64;
    let mut optional: Vec<(i64, usize)> = Vec::new();
    let mut places = slots.units;
    for (unit, offer) in offers.iter().enumerate() {
        if slots.partners[unit].is_none() {
            continue;
        }
        let (value, count) = paying(offer);
        if slots.outside[unit] {
            optional.push((value, unit));
        } else {
            places = (places.0.saturating_sub(1), places.1.saturating_sub(1));
            sum = sum.saturating_add(value);
            taken[unit] = Some(count);
        }
    }
    optional.sort_unstable_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    for (place, &(value, unit)) in optional.iter().enumerate().take(places.1 as usize) {
        if value > 0 || place < places.0 as usize {
            sum = sum.saturating_add(value);
            taken[unit] = Some(paying(&offers[unit]).1);
        }
    }
    if optional.is_empty() && slots.total < u64::MAX {
        return ration(slots, offers);
    }
    (sum, taken)
}

/// [`settle`] where nobody is outside and sizes fix how many partners all have together.
fn ration(slots: &Slots, offers: &[Offer]) -> (i64, Vec<Option<u32>>) {
    let mut sum = 0i64;
    let mut left = slots.total;
    let mut more: Vec<(i64, usize, u32)> = Vec::new();
    for (unit, offer) in offers.iter().enumerate() {
        sum = sum.saturating_add(offer.sure);
        left = left.saturating_sub(slots.partners[unit].map_or(0, |(fewest, _)| u64::from(fewest)));
        more.extend(offer.more.iter().map(|&(value, count)| (value, unit, count)));
    }
    more.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    let mut taken = vec![Some(0); offers.len()];
    for (value, unit, count) in more.into_iter().take_while(|&(value, ..)| value > 0) {
        let count = u64::from(count).min(left);
        left -= count;
        sum = sum.saturating_add(value.saturating_mul(count as i64));
        taken[unit] = taken[unit].map(|before| before + count as u32);
    }
    (sum, taken)
}

/// An offer from runs of equal values, best first.
pub(super) fn take(runs: &[(i64, u32)], fewest: u32, most: u32) -> Offer {
    let mut offer = Offer::default();
    let (mut sure, mut left) = (fewest, most);
    for &(value, count) in runs {
        let now = count.min(sure);
        let later = (count - now).min(left - now);
        offer.sure = offer.sure.saturating_add(value.saturating_mul(i64::from(now)));
        if later > 0 {
            offer.more.push((value, later));
        }
        (sure, left) = (sure - now, left - now - later);
    }
    offer
}
