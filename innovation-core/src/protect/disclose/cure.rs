//! Complementary hiding for tables of any size: cure what can be solved back, then show again
//! what need not be hidden.
//!
//! Hiding one more place never narrows what another can be. Hence one pass cures all: each
//! hidden place in turn, places hidden on the way included, until it varies enough. A cure is
//! the cheapest way through the network from one end of the place to the other, where places
//! that already vary cost nothing and others what hiding them loses.
//!
//! # References
//!
//! J. P. Kelly, B. L. Golden, A. A. Assad, *Cell suppression: disclosure protection for
//! sensitive tabular data*, Networks 22(4), 1992.

use super::network::{Network, Node, Varies, Way};
use super::sheet::{Mark, Sheet};

/// Searches that showing places again may take.
const PATIENCE: u64 = 200_000;
/// No way.
const FAR: i64 = i64::MAX;

/// Hides places until every hidden one varies enough.
pub(super) fn cure(sheet: &mut Sheet) {
    let mut network = sheet.network();
    let mut queue = sheet.hidden();
    let mut at = 0;
    while let Some(&cell) = queue.get(at) {
        let interval = sheet.limit.interval;
        while let Varies::Within { width, .. } = network.varies(cell, interval) {
            let need = interval - width;
            let down = cheapest(sheet, &network, cell, Way::Down, need);
            network.stretch(cell, Way::Up, interval);
            let up = cheapest(sheet, &network, cell, Way::Up, need);
            let mut way = [down, up].into_iter().flatten().min().map_or_else(Vec::new, |way| way.1);
            if way.is_empty() {
                // Never seen to happen: with everything hidden each place is free.
                way = (0..sheet.counts.len()).filter(|&one| sheet.is_candidate(one)).collect();
            }
            if way.is_empty() {
                break;
            }
            for place in way {
                hide(sheet, &mut network, place);
                queue.push(place);
            }
        }
        at += 1;
    }
}

/// Hides a place that is not small.
fn hide(sheet: &mut Sheet, network: &mut Network, cell: usize) {
    let mark = sheet.cover(cell);
    sheet.set(cell, mark);
    let (low, high) = sheet.bounds(cell, mark);
    network.bind(cell, low, high);
}

/// The cheapest places to hide so that another can move further, with what they lose.
fn cheapest(
    sheet: &Sheet,
    network: &Network,
    cell: usize,
    way: Way,
    need: i64,
) -> Option<(i64, Vec<usize>)> {
    if network.room(cell, way) <= 0 {
        return None;
    }
    let (to, from) = network.ends(cell, way);
    let nodes = sheet.rows + sheet.columns;
    let index = |node: Node| match node {
        Node::Row(at) => at,
        Node::Column(at) => sheet.rows + at,
    };
    let node = |index: usize| match index.checked_sub(sheet.rows) {
        None => Node::Row(index),
        Some(at) => Node::Column(at),
    };
    let mut far = vec![FAR; nodes];
    let mut before: Vec<Option<(usize, usize)>> = vec![None; nodes];
    let mut done = vec![false; nodes];
    *far.get_mut(index(from))? = 0;
    loop {
        let open = (0..nodes).filter(|&at| done.get(at) == Some(&false));
        let nearest = open.filter_map(|at| Some((*far.get(at)?, at))).min()?;
        let (distance, here) = nearest;
        if distance == FAR {
            return None;
        }
        *done.get_mut(here)? = true;
        if node(here) == to {
            break;
        }
        let there = if here < sheet.rows { sheet.rows..nodes } else { 0..sheet.rows };
        for next in there {
            let Some((place, way)) = network.between(node(here), node(next)) else { continue };
            if place == cell {
                continue;
            }
            let Some(length) = length(sheet, network, place, way, need) else { continue };
            let reached = distance.saturating_add(length).min(FAR - 1);
            if far.get(next).is_some_and(|&old| reached < old) {
                *far.get_mut(next)? = reached;
                *before.get_mut(next)? = Some((here, place));
            }
        }
    }
    let mut hidden = Vec::new();
    let mut at = index(to);
    while let Some((parent, place)) = before.get(at).copied().flatten() {
        if network.room(place, network.between(node(parent), node(at))?.1) <= 0 {
            hidden.push(place);
        }
        at = parent;
    }
    Some((hidden.iter().fold(0i64, |sum, &one| sum.saturating_add(sheet.cost(one))), hidden))
}

/// What it costs that a place can move: nothing where it can, more where it could not far.
fn length(sheet: &Sheet, network: &Network, cell: usize, way: Way, need: i64) -> Option<i64> {
    if network.room(cell, way) > 0 {
        return Some(0);
    }
    if !sheet.is_candidate(cell) {
        return None;
    }
    let (low, _) = sheet.bounds(cell, sheet.cover(cell));
    let room = match way {
        Way::Up => need,
        Way::Down => network.value(cell) - low,
    };
    if room <= 0 {
        return None;
    }
    let times = need.saturating_add(room - 1) / room;
    Some(sheet.cost(cell).saturating_mul(times.max(1)))
}

/// Shows places again that protect nothing, the costliest first.
pub(super) fn thin(sheet: &mut Sheet) {
    let mut complements: Vec<usize> =
        (0..sheet.counts.len()).filter(|&cell| sheet.is_complement(cell)).collect();
    complements.sort_by_key(|&cell| (std::cmp::Reverse(sheet.cost(cell)), cell));
    let mut searches = 0;
    for cell in complements {
        let mark = sheet.mark(cell);
        sheet.set(cell, Mark::Shown);
        let (kept, work) = holds(sheet);
        if !kept {
            sheet.set(cell, mark);
        }
        searches += work;
        if searches > PATIENCE {
            return;
        }
    }
}

/// Whether every hidden place varies enough, and the searches that took.
pub(super) fn holds(sheet: &Sheet) -> (bool, u64) {
    let mut network = sheet.network();
    let interval = sheet.limit.interval;
    let hidden = sheet.hidden();
    let kept = hidden.iter().all(|&cell| network.varies(cell, interval) == Varies::Enough);
    (kept, network.searches)
}
