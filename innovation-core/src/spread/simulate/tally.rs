//! What many courses add up to, in whole numbers: merged in any order, the sums are the same.

use std::collections::BTreeMap;

/// The last step of a curve.
pub(crate) const LAST_STEP: usize = 1000;

/// Most entries of the histograms of steps.
const ENTRIES: usize = 1 << 19;

/// Sums over courses. A course weighs 1 where it was drawn, its probability where all courses
/// are enumerated; with whole weights every sum is exact.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Tally {
    /// Weight of all courses.
    pub weight: f64,
    /// Weight by number of adopters in the end.
    pub finals: BTreeMap<u64, f64>,
    /// Weight by step and number of adopters, of courses that go on after the step, and of
    /// those that end with it. Keys are (step << 32) | (adopters >> coarse).
    going: BTreeMap<u64, f64>,
    ended: BTreeMap<u64, f64>,
    /// For each step, adopters times weight, in the same two parts.
    sums: Vec<[f64; 2]>,
    /// How far adopters are rounded in the histograms, in powers of 2.
    coarse: u32,
    /// Whether histograms of steps are kept.
    histograms: bool,
    /// For each node the weight of the courses in which it adopts; empty where nobody asks.
    pub per_node: Vec<f64>,
}

/// Adopters by weight, in rising order.
pub(crate) type Counted = Vec<(u64, f64)>;

impl Tally {
    /// Nothing yet; per node where a number of nodes is given.
    pub(crate) fn new(histograms: bool, per_node: Option<u32>) -> Self {
        Self {
            weight: 0.0,
            finals: BTreeMap::new(),
            going: BTreeMap::new(),
            ended: BTreeMap::new(),
            sums: Vec::new(),
            coarse: 0,
            histograms,
            per_node: vec![0.0; per_node.unwrap_or(0) as usize],
        }
    }

    /// Adds a course: the number of adopters after each step, and who they are.
    pub(crate) fn add(&mut self, curve: &[u32], adopters: &[u32], weight: f64) {
        let Some((&last, before)) = curve.split_last() else { return };
        self.weight += weight;
        *self.finals.entry(u64::from(last)).or_default() += weight;
        // A course that outlasts the curve is still going at its last step.
        let shown = before.get(..=LAST_STEP).unwrap_or(before);
        for (step, &count) in shown.iter().enumerate() {
            self.note(step, count, weight, false);
        }
        if before.len() <= LAST_STEP {
            self.note(before.len(), last, weight, true);
        }
        if !self.per_node.is_empty() {
            for &node in adopters {
                if let Some(share) = self.per_node.get_mut(node as usize) {
                    *share += weight;
                }
            }
        }
        self.coarsen();
    }

    fn note(&mut self, step: usize, count: u32, weight: f64, end: bool) {
        if self.sums.len() <= step {
            self.sums.resize(step + 1, [0.0; 2]);
        }
        if let Some([going, ended]) = self.sums.get_mut(step) {
            *(if end { ended } else { going }) += f64::from(count) * weight;
        }
        if self.histograms {
            let key = ((step as u64) << 32) | (u64::from(count) >> self.coarse);
            let side = if end { &mut self.ended } else { &mut self.going };
            *side.entry(key).or_default() += weight;
        }
    }

    /// Rounds adopters of steps further while the histograms are too large. The rounding in the
    /// end is the least that fits all courses, whatever their order.
    fn coarsen(&mut self) {
        while self.going.len() + self.ended.len() > ENTRIES && self.coarse < 31 {
            self.halve();
        }
    }

    fn halve(&mut self) {
        self.coarse += 1;
        for side in [&mut self.going, &mut self.ended] {
            let mut halved = BTreeMap::new();
            for (key, weight) in &*side {
                let count = (key & u64::from(u32::MAX)) >> 1;
                *halved.entry((key >> 32 << 32) | count).or_default() += weight;
            }
            *side = halved;
        }
    }

    /// Adds what another tally of the same request holds.
    #[cfg_attr(not(test), expect(dead_code, reason = "replicates split over several calls"))]
    pub(crate) fn merge(&mut self, mut other: Self) {
        while self.coarse < other.coarse {
            self.halve();
        }
        while other.coarse < self.coarse {
            other.halve();
        }
        self.weight += other.weight;
        for (own, more) in [
            (&mut self.finals, other.finals),
            (&mut self.going, other.going),
            (&mut self.ended, other.ended),
        ] {
            for (key, weight) in more {
                *own.entry(key).or_default() += weight;
            }
        }
        if self.sums.len() < other.sums.len() {
            self.sums.resize(other.sums.len(), [0.0; 2]);
        }
        for (own, more) in self.sums.iter_mut().zip(other.sums) {
            own.iter_mut().zip(more).for_each(|(own, more)| *own += more);
        }
        for (own, more) in self.per_node.iter_mut().zip(other.per_node) {
            *own += more;
        }
        self.coarsen();
    }

    /// Of how many adopters numbers in the histograms of steps are multiples.
    pub(crate) fn resolution(&self) -> u64 {
        1 << self.coarse
    }

    /// Says, step by step, the mean number of adopters and how many there were with which
    /// weight (nothing where no histograms are kept).
    pub(crate) fn steps(&self, mut say: impl FnMut(usize, f64, &[(u64, f64)])) {
        let (mut quiet, mut quiet_sum) = (BTreeMap::new(), 0.0);
        for (step, [going, ended]) in self.sums.iter().enumerate() {
            quiet_sum += ended;
            for (count, weight) in self.at(&self.ended, step) {
                *quiet.entry(count).or_default() += weight;
            }
            let counted = joined(self.at(&self.going, step), quiet.iter().map(|(c, w)| (*c, *w)));
            say(step, (going + quiet_sum) / self.weight, &counted);
        }
    }

    fn at<'a>(
        &self,
        side: &'a BTreeMap<u64, f64>,
        step: usize,
    ) -> impl Iterator<Item = (u64, f64)> + use<'a> {
        let (start, coarse) = ((step as u64) << 32, self.coarse);
        side.range(start..start + (1 << 32))
            .map(move |(key, weight)| ((key & u64::from(u32::MAX)) << coarse, *weight))
    }
}

/// Two rising lists as one.
fn joined(
    one: impl Iterator<Item = (u64, f64)>,
    other: impl Iterator<Item = (u64, f64)>,
) -> Counted {
    let (mut one, mut other) = (one.peekable(), other.peekable());
    let mut all = Counted::new();
    loop {
        let next = match (one.peek(), other.peek()) {
            (Some((a, _)), Some((b, _))) if a <= b => one.next(),
            (Some(_), None) => one.next(),
            _ => other.next(),
        };
        let Some((count, weight)) = next else { return all };
        match all.last_mut() {
            Some((same, sum)) if *same == count => *sum += weight,
            _ => all.push((count, weight)),
        }
    }
}

/// The smallest number that at least a share of all weight does not pass.
pub(crate) fn quantile(counted: &[(u64, f64)], probability: f64) -> u64 {
    /// What sums of probabilities may lack of a share.
    const ROUNDING: f64 = 1e-9;
    let total: f64 = counted.iter().map(|(_, weight)| weight).sum();
    let (mut so_far, wanted) = (0.0, (probability - ROUNDING) * total);
    for (count, weight) in counted {
        so_far += weight;
        if so_far >= wanted && so_far > 0.0 {
            return *count;
        }
    }
    counted.last().map_or(0, |(count, _)| *count)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn of(curves: &[Vec<u32>]) -> Tally {
        let mut tally = Tally::new(true, Some(8));
        for curve in curves {
            tally.add(curve, &[curve[0] % 8], 1.0);
        }
        tally
    }

    #[test]
    fn a_quiet_course_counts_as_it_stands() {
        let tally = of(&[vec![1, 2, 6], vec![1], vec![1, 3]]);
        let mut seen = Vec::new();
        tally.steps(|step, mean, counted| seen.push((step, mean, counted.to_vec())));
        assert_eq!(
            seen,
            [
                (0, 1.0, vec![(1, 3.0)]),
                (1, 2.0, vec![(1, 1.0), (2, 1.0), (3, 1.0)]),
                (2, 10.0 / 3.0, vec![(1, 1.0), (3, 1.0), (6, 1.0)]),
            ]
        );
        assert_eq!(tally.per_node[1], 3.0);
    }

    #[test]
    fn a_quantile_is_the_smallest_number_that_the_share_does_not_pass() {
        let tenths: Counted = (1..=10).map(|count| (count, 1.0)).collect();
        for (p, wanted) in
            [(0.0, 1), (0.05, 1), (0.1, 1), (0.11, 2), (0.5, 5), (0.95, 10), (1.0, 10)]
        {
            assert_eq!(quantile(&tenths, p), wanted, "{p}");
        }
    }

    #[test]
    fn a_course_that_outlasts_the_curve_is_still_going() {
        let long: Vec<u32> = (1..=1500).collect();
        let tally = of(&[long]);
        let mut last = (0, 0.0);
        tally.steps(|step, mean, _| last = (step, mean));
        assert_eq!(last, (LAST_STEP, 1001.0));
        assert_eq!(tally.finals.keys().copied().collect::<Vec<_>>(), [1500]);
    }

    #[test]
    fn many_differing_courses_are_rounded_alike_in_any_order() {
        let curves = |from: u32| (from..from + 150_000).map(|at| vec![at, at + 1, 2 * at + 2]);
        let (one, other): (Vec<_>, Vec<_>) = (curves(1).collect(), curves(150_001).collect());
        let whole = of(&[one.clone(), other.clone()].concat());
        assert!(whole.resolution() > 1);
        let mut merged = of(&other);
        merged.merge(of(&one));
        assert_eq!(merged, whole);
    }

    proptest! {
        /// However courses are divided, the whole is the same.
        #[test]
        fn merging_is_adding(
            curves in prop::collection::vec(prop::collection::vec(0_u32..20, 1..6), 2..30),
            cut in 0.0..1.0,
        ) {
            let (one, other) = curves.split_at((cut * curves.len() as f64) as usize);
            let mut merged = of(other);
            merged.merge(of(one));
            prop_assert_eq!(merged, of(&curves));
        }
    }
}
