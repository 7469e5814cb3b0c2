//! Where every agent comes to rest.
//!
//! From where it stands, an agent looks ahead by each of its steps in turn, moves to what is
//! higher, goes on with the next step, and rests when no step leads higher. Agents whose
//! steps follow each other in the same circle walk the same paths and differ only in where
//! they begin: they are worked out together, from the highest place down, so that each state
//! costs one look at a state that is known.

/// The most steps of an agent.
const MOST_STEPS: usize = 4;

/// A ring, ready to be climbed.
#[derive(Debug, Clone, Default)]
pub(super) struct Reach {
    /// The values around the ring.
    values: Vec<u32>,
    /// Places, the highest first; among equals the lower number.
    falling: Vec<u32>,
    /// For each place, bit `s` − 1 where a step of `s` leads higher.
    higher: Vec<u32>,
    /// For each place and each of the steps to begin with, where the agent comes to rest.
    rests: Vec<[u16; MOST_STEPS]>,
}

impl Reach {
    /// The values, to be drawn; [`prepare`](Self::prepare) comes next.
    pub(super) fn values_mut(&mut self) -> &mut Vec<u32> {
        &mut self.values
    }

    /// Takes in new values.
    pub(super) fn prepare(&mut self, longest_step: u32) {
        let values = &self.values;
        let places = values.len();
        self.falling.clear();
        self.falling.extend(0..places as u32);
        self.falling.sort_unstable_by_key(|place| {
            (std::cmp::Reverse(values.get(*place as usize).copied()), *place)
        });
        self.higher.clear();
        self.higher.extend(values.iter().enumerate().map(|(place, own)| {
            (1..=longest_step as usize)
                .filter(|step| values.get((place + step) % places.max(1)).is_some_and(|v| v > own))
                .fold(0, |bits, step| bits | (1 << (step - 1)))
        }));
    }

    /// Works out where agents with these steps come to rest, whichever step they begin with,
    /// and gives the sum of the values they reach from all places, by that step. Costs `k`
    /// looks for each place.
    pub(super) fn climb(&mut self, steps: &[u32]) -> [u64; MOST_STEPS] {
        let paths = paths(steps);
        let places = self.values.len() as u32;
        let mut shifts = [31; MOST_STEPS];
        for (shift, step) in shifts.iter_mut().zip(steps) {
            *shift = step - 1;
        }
        self.rests.clear();
        self.rests.resize(self.values.len(), [0; MOST_STEPS]);
        let mut sums = [0; MOST_STEPS];
        for &place in &self.falling {
            let higher = self.higher.get(place as usize).copied().unwrap_or(0);
            let [first, second, third, fourth] = shifts.map(|shift| (higher >> shift) & 1);
            let open = first | (second << 1) | (third << 2) | (fourth << 3);
            let Some(path) = paths.get(open as usize) else { continue };
            let mut own = [place as u16; MOST_STEPS];
            for ((own, sum), leg) in own.iter_mut().zip(&mut sums).zip(path) {
                if leg.step > 0 {
                    let ahead = place + leg.step;
                    let ahead = if ahead >= places { ahead - places } else { ahead };
                    let known = self.rests.get(ahead as usize).and_then(|at| at.get(leg.next));
                    *own = known.copied().unwrap_or(*own);
                }
                *sum += u64::from(self.values.get(usize::from(*own)).copied().unwrap_or(0));
            }
            if let Some(rests) = self.rests.get_mut(place as usize) {
                *rests = own;
            }
        }
        sums
    }

    /// Where an agent rests that begins with a step, for each place in order, after
    /// [`climb`](Self::climb).
    pub(super) fn rests(&self, begin: usize) -> impl Iterator<Item = u32> {
        self.rests.iter().map(move |at| at.get(begin).copied().unwrap_or(0).into())
    }

    /// The value of a place.
    pub(super) fn value(&self, place: u32) -> u32 {
        self.values.get(place as usize).copied().unwrap_or(0)
    }
}

/// What an agent does next: the step it takes, 0 where none leads higher, and the place among
/// its steps of the one it tries then.
#[derive(Debug, Clone, Copy, Default)]
struct Leg {
    step: u32,
    next: usize,
}

/// For each set of steps that lead higher, as bits, and each step to begin with: what is next.
fn paths(steps: &[u32]) -> [[Leg; MOST_STEPS]; 1 << MOST_STEPS] {
    let mut paths = [[Leg::default(); MOST_STEPS]; 1 << MOST_STEPS];
    for (open, path) in paths.iter_mut().enumerate() {
        for (begin, leg) in path.iter_mut().take(steps.len()).enumerate() {
            let mut turns = (0..steps.len()).map(|turn| (begin + turn) % steps.len());
            if let Some(at) = turns.find(|at| (open >> at) & 1 == 1) {
                let step = steps.get(at).copied().unwrap_or(0);
                *leg = Leg { step, next: (at + 1) % steps.len() };
            }
        }
    }
    paths
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// An agent, step by step.
    fn by_foot(values: &[u32], steps: &[u32], mut place: usize) -> usize {
        let (mut turn, mut failed) = (0, 0);
        while failed < steps.len() {
            let ahead = (place + steps[turn] as usize) % values.len();
            if values[ahead] > values[place] {
                (place, failed) = (ahead, 0);
            } else {
                failed += 1;
            }
            turn = (turn + 1) % steps.len();
        }
        place
    }

    proptest! {
        /// Everybody rests where they would come by foot, whichever step they begin with.
        #[test]
        fn everybody_rests_where_they_would_by_foot(
            values in prop::collection::vec(0_u32..50, 13..60),
            steps in prop::sample::subsequence((1_u32..=12).collect::<Vec<_>>(), 1..=4)
                .prop_shuffle(),
        ) {
            let mut reach = Reach { values: values.clone(), ..Default::default() };
            reach.prepare(12);
            let sums = reach.climb(&steps);
            for (begin, total) in sums.into_iter().enumerate().take(steps.len()) {
                let mut turned = steps.clone();
                turned.rotate_left(begin);
                let by_foot: Vec<u32> = (0..values.len())
                    .map(|place| by_foot(&values, &turned, place) as u32)
                    .collect();
                let rests: Vec<u32> = reach.rests(begin).collect();
                prop_assert_eq!(&rests, &by_foot);
                let sum: u64 = rests.iter().map(|rest| u64::from(reach.value(*rest))).sum();
                prop_assert_eq!(total, sum);
            }
        }
    }
}
