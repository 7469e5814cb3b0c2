//! Which cards can be run at all, given what is in hand: needs met by cards that can be run.

use super::card::Card;
use std::collections::BTreeSet;

/// Everything that can come into hand from some of the cards, starting from `have`, and which
/// of them can be run.
pub(crate) fn closure<'a>(
    cards: &'a [Card],
    among: &[usize],
    have: &BTreeSet<&'a str>,
) -> (BTreeSet<&'a str>, Vec<bool>) {
    let mut hand = have.clone();
    let mut runs = vec![false; cards.len()];
    loop {
        let mut grown = false;
        for &at in among {
            let (Some(card), Some(runs)) = (cards.get(at), runs.get_mut(at)) else { continue };
            if !*runs && card.needs.iter().all(|need| hand.contains(need.as_str())) {
                *runs = true;
                grown = true;
                hand.extend(card.yields.iter().map(String::as_str));
            }
        }
        if !grown {
            return (hand, runs);
        }
    }
}

/// Cards that wait for each other in a ring, the shortest way round from the first of them.
pub(crate) fn cycle(cards: &[Card], have: &BTreeSet<&str>) -> Option<Vec<usize>> {
    let all: Vec<usize> = (0..cards.len()).collect();
    let (hand, runs) = closure(cards, &all, have);
    let stuck = |at: &usize| runs.get(*at) == Some(&false);
    // Each stuck card waits for a need that only stuck cards yield: follow the first.
    let awaits = |at: usize| {
        let card = cards.get(at)?;
        let need = card.needs.iter().find(|need| !hand.contains(need.as_str()))?;
        (0..cards.len())
            .filter(stuck)
            .find(|&other| cards.get(other).is_some_and(|card| card.yields.contains(need)))
    };
    let mut way = vec![(0..cards.len()).find(stuck)?];
    loop {
        let next = awaits(*way.last()?)?;
        if let Some(start) = way.iter().position(|&seen| seen == next) {
            return Some(way.split_off(start));
        }
        way.push(next);
    }
}
