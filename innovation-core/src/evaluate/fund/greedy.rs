//! The greedy rule: the most utility for the money, as long as it fits.

use super::shares::{MOST_NAMED, Tie};
use super::vote::Vote;
use std::cmp::Ordering;

/// Buys from what is left, in millionths, projects that are not taken yet; the money left after.
///
/// Projects come in falling order of utility over cost; one that does not fit is passed over.
/// One of use to nobody is never bought.
pub(super) fn buy(
    vote: &Vote<'_>,
    mut left: i128,
    taken: &mut Vec<u32>,
    ties: &mut Vec<Tie>,
) -> i128 {
    let mut is_taken = vec![false; vote.costs.len()];
    for project in taken.iter() {
        if let Some(mark) = is_taken.get_mut(*project as usize) {
            *mark = true;
        }
    }
    let mut order: Vec<u32> = (0..)
        .zip(is_taken)
        .filter(|(project, taken)| !taken && vote.total_worth(*project) > 0)
        .map(|(project, _)| project)
        .collect();
    order.sort_by(|a, b| density(vote, *a, *b).then(vote.rank(*a).cmp(&vote.rank(*b))));
    for equals in order.chunk_by(|a, b| density(vote, *a, *b) == Ordering::Equal) {
        let mut rest = equals;
        while let Some((project, after)) = rest.split_first() {
            rest = after;
            if vote.cost(*project) > left {
                continue;
            }
            let fit = || after.iter().filter(|other| vote.cost(**other) <= left);
            let mut between = vec![*project];
            between.extend(fit().take(MOST_NAMED - 1));
            if between.len() > 1 {
                // Equals are counted once for each that is bought.
                ties.push(Tie { between, count: fit().count() as u64 + 1 });
            }
            left -= vote.cost(*project);
            taken.push(*project);
        }
    }
    left
}

/// Which of two gives more utility for its cost: that one comes first.
fn density(vote: &Vote<'_>, a: u32, b: u32) -> Ordering {
    let (worth_a, worth_b) = (vote.total_worth(a), vote.total_worth(b));
    if vote.utility == Some(super::request::Utility::Cost) {
        // Utility over cost is the number of supporters.
        return worth_b.cmp(&worth_a);
    }
    // Worth is below 2⁵² and a cost below 10²¹: the products stay below 2¹²⁷.
    (i128::from(worth_b) * vote.cost(a)).cmp(&(i128::from(worth_a) * vote.cost(b)))
}
