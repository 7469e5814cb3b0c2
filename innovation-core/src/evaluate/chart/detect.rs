//! Patterns in a phase, rule by rule. Each rule is one pass over the phase, times its window.

use super::answer::{ChartDirection, ChartRuns, NotCheckedReason};
use super::limits::{Place, no_sigma};
use super::rules::Test;

/// A point that a rule looks at.
#[derive(Debug, Clone, Copy)]
pub(super) struct Seen {
    /// Its place in the series.
    pub(super) at: usize,
    /// What is drawn there.
    pub(super) statistic: f64,
    /// Whether rules about several points look at it.
    pub(super) counts: bool,
    pub(super) place: Place,
}

/// A pattern: its points and the points where it was complete, as places in the series.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) points: Vec<usize>,
    pub(super) completed: Vec<usize>,
    pub(super) direction: Option<ChartDirection>,
}

/// The patterns of a rule in a phase, or why it could not be checked.
pub(super) fn detect(
    test: Test,
    all: &[Seen],
    runs: &ChartRuns,
) -> std::result::Result<Vec<Found>, NotCheckedReason> {
    if test.measures_in_sigma() {
        let places: Vec<Place> = all.iter().map(|seen| seen.place).collect();
        if let Some(reason) = no_sigma(&places) {
            return Err(reason);
        }
    }
    let seen: Vec<Seen> = all.iter().filter(|seen| seen.counts).copied().collect();
    if seen.len() < test.window(runs) {
        return Err(NotCheckedReason::TooFewPoints);
    }
    Ok(match test {
        Test::BeyondLimits => beyond_limits(all),
        Test::Shift { points } => shifts(&seen, points),
        Test::Trend { points } => trends(&seen, points),
        Test::Zone { points, of, beyond, within, all_on_one_side } => {
            let zone = Zone { points, of, beyond, within, all_on_one_side };
            zone.find(&seen)
        }
        Test::Alternating { points } => alternations(&seen, points),
        Test::Hugging { points, within } => {
            stretches(&seen, points, |seen| z(seen).is_some_and(|z| z.abs() < within))
        }
        Test::Avoiding { points, beyond } => avoidances(&seen, points, beyond),
        Test::LongestRun => {
            let useful: Vec<Seen> = seen.into_iter().filter(|seen| seen.place.side != 0).collect();
            shifts(&useful, runs.longest_limit as usize + 1)
        }
        Test::Crossings => crossings(&seen, runs),
    })
}

impl Test {
    /// Whether it needs sigma.
    fn measures_in_sigma(self) -> bool {
        matches!(
            self,
            Self::BeyondLimits | Self::Zone { .. } | Self::Hugging { .. } | Self::Avoiding { .. }
        )
    }

    /// The fewest points with which it can fire.
    fn window(self, runs: &ChartRuns) -> usize {
        match self {
            Self::BeyondLimits => 0,
            Self::Zone { of, .. } => of,
            Self::Shift { points }
            | Self::Trend { points }
            | Self::Alternating { points }
            | Self::Hugging { points, .. }
            | Self::Avoiding { points, .. } => points,
            Self::LongestRun if runs.useful > runs.longest_limit => 0,
            Self::Crossings if runs.crossings_limit > 0 => 0,
            Self::LongestRun | Self::Crossings => usize::MAX,
        }
    }
}

fn z(seen: &Seen) -> Option<f64> {
    seen.place.z
}

fn places(seen: &[Seen]) -> Vec<usize> {
    seen.iter().map(|seen| seen.at).collect()
}

/// A pattern of a stretch that is complete from its `needed`-th point on.
fn stretch(seen: &[Seen], needed: usize, direction: Option<ChartDirection>) -> Found {
    let points = places(seen);
    let completed = points.iter().skip(needed.saturating_sub(1)).copied().collect();
    Found { points, completed, direction }
}

fn way(side: i8) -> Option<ChartDirection> {
    match side {
        1 => Some(ChartDirection::Up),
        -1 => Some(ChartDirection::Down),
        _ => None,
    }
}

fn beyond_limits(all: &[Seen]) -> Vec<Found> {
    let outside = all.iter().filter(|seen| seen.place.beyond != 0);
    outside.map(|seen| stretch(std::slice::from_ref(seen), 1, way(seen.place.beyond))).collect()
}

fn shifts(seen: &[Seen], points: usize) -> Vec<Found> {
    seen.chunk_by(|one, next| one.place.side == next.place.side)
        .filter(|run| run.len() >= points)
        .filter_map(|run| {
            let side = run.first()?.place.side;
            (side != 0).then(|| stretch(run, points, way(side)))
        })
        .collect()
}

/// 1 where the line rises to the second point, −1 where it falls, 0 where it is level.
fn slope(one: &Seen, next: &Seen) -> i8 {
    match one.statistic.partial_cmp(&next.statistic) {
        Some(std::cmp::Ordering::Less) => 1,
        Some(std::cmp::Ordering::Greater) => -1,
        _ => 0,
    }
}

/// The slopes between neighbours.
fn slopes(seen: &[Seen]) -> Vec<i8> {
    seen.windows(2)
        .map(|pair| pair.first().zip(pair.last()).map_or(0, |(a, b)| slope(a, b)))
        .collect()
}

/// Stretches of points whose slopes `go` on from one to the next.
fn by_slope(
    seen: &[Seen],
    points: usize,
    go: impl Fn(i8, i8) -> bool,
    direction: impl Fn(i8) -> Option<ChartDirection>,
) -> Vec<Found> {
    let slopes = slopes(seen);
    let mut found = Vec::new();
    let mut start = 0;
    for chunk in slopes.chunk_by(|&one, &next| go(one, next)) {
        let first = chunk.first().copied().unwrap_or(0);
        // So many slopes join one point more.
        let part = seen.get(start..=start + chunk.len()).unwrap_or_default();
        if first != 0 && part.len() >= points {
            found.push(stretch(part, points, direction(first)));
        }
        start += chunk.len();
    }
    found
}

fn trends(seen: &[Seen], points: usize) -> Vec<Found> {
    by_slope(seen, points, |one, next| one == next, way)
}

fn alternations(seen: &[Seen], points: usize) -> Vec<Found> {
    by_slope(seen, points, |one, next| one != 0 && one == -next, |_| None)
}

fn stretches(seen: &[Seen], points: usize, holds: impl Fn(&Seen) -> bool) -> Vec<Found> {
    seen.chunk_by(|one, next| holds(one) == holds(next))
        .filter(|run| run.len() >= points && run.first().is_some_and(&holds))
        .map(|run| stretch(run, points, None))
        .collect()
}

fn avoidances(seen: &[Seen], points: usize, beyond: f64) -> Vec<Found> {
    let far = |seen: &Seen| z(seen).is_some_and(|z| z.abs() > beyond);
    let mut found = Merged::default();
    for (start, window) in seen.windows(points.max(1)).enumerate() {
        let both = |sign: f64| window.iter().any(|seen| z(seen).is_some_and(|z| z * sign > 0.0));
        if window.iter().all(far) && both(1.0) && both(-1.0) {
            let last = window.last().map(|seen| seen.at);
            found.add(start, window.len(), &places(window), last, None);
        }
    }
    found.done
}

/// So many of so many points in a zone.
struct Zone {
    points: usize,
    of: usize,
    beyond: f64,
    within: Option<f64>,
    all_on_one_side: bool,
}

impl Zone {
    fn find(&self, seen: &[Seen]) -> Vec<Found> {
        let mut found: Vec<Found> =
            [1, -1].into_iter().flat_map(|side| self.on_side(seen, side)).collect();
        found.sort_by(|one, other| one.points.cmp(&other.points));
        found
    }

    fn on_side(&self, seen: &[Seen], side: i8) -> Vec<Found> {
        let inside = |seen: &Seen| {
            // Outside the limits is told by the limits themselves, not by z.
            let far = z(seen).is_some_and(|z| z * f64::from(side) > self.beyond);
            let beyond_limits = self.within.is_some() && seen.place.beyond != 0;
            far && !beyond_limits
        };
        let mut found = Merged::default();
        for (start, window) in seen.windows(self.of.max(1)).enumerate() {
            let own: Vec<usize> =
                window.iter().filter(|seen| inside(seen)).map(|seen| seen.at).collect();
            let one_side = window.iter().all(|seen| seen.place.side == side);
            if own.len() < self.points || (self.all_on_one_side && !one_side) {
                continue;
            }
            // Where the others may lie anywhere, the last point in the zone completes it.
            let last = if self.all_on_one_side {
                window.last().map(|seen| seen.at)
            } else {
                own.last().copied()
            };
            found.add(start, window.len(), &own, last, way(side));
        }
        found.done
    }
}

/// Patterns whose windows overlap are one.
#[derive(Default)]
struct Merged {
    done: Vec<Found>,
    end: usize,
}

impl Merged {
    fn add(
        &mut self,
        start: usize,
        length: usize,
        points: &[usize],
        completed: Option<usize>,
        direction: Option<ChartDirection>,
    ) {
        let overlaps = start < self.end;
        self.end = start + length;
        match self.done.last_mut().filter(|_| overlaps) {
            Some(last) => {
                let known = last.points.last().copied();
                last.points.extend(points.iter().filter(|&&point| Some(point) > known));
                last.completed
                    .extend(completed.filter(|_| last.completed.last() < completed.as_ref()));
            }
            None => self.done.push(Found {
                points: points.to_vec(),
                completed: completed.into_iter().collect(),
                direction,
            }),
        }
    }
}

fn crossings(seen: &[Seen], runs: &ChartRuns) -> Vec<Found> {
    if runs.crossings >= runs.crossings_limit {
        return Vec::new();
    }
    let useful: Vec<Seen> = seen.iter().filter(|seen| seen.place.side != 0).copied().collect();
    vec![stretch(&useful, useful.len(), None)]
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Points at distances in sigma from the centre.
    fn at(distances: &[f64]) -> Vec<Seen> {
        let seen = |(at, &z): (usize, &f64)| Seen {
            at,
            statistic: z,
            counts: true,
            place: Place {
                side: if z > 0.0 { 1 } else { -i8::from(z < 0.0) },
                z: Some(z),
                beyond: if z.abs() <= 3.0 {
                    0
                } else if z > 0.0 {
                    1
                } else {
                    -1
                },
                ..Place::default()
            },
        };
        distances.iter().enumerate().map(seen).collect()
    }

    /// Points and completions of each pattern.
    fn check(test: Test, distances: &[f64], expected: &[(&[usize], &[usize])]) {
        let seen = at(distances);
        let runs = super::super::runs::runs(seen.iter().map(|seen| seen.place.side));
        let found = detect(test, &seen, &runs).unwrap();
        let found: Vec<(&[usize], &[usize])> =
            found.iter().map(|found| (&found.points[..], &found.completed[..])).collect();
        assert_eq!(found, expected, "{test:?} {distances:?}");
    }

    fn two_of_three(within: Option<f64>, all_on_one_side: bool) -> Test {
        Test::Zone { points: 2, of: 3, beyond: 2.0, within, all_on_one_side }
    }

    #[test]
    fn a_shift_ends_on_the_line_and_a_trend_at_a_tie() {
        let shift = Test::Shift { points: 3 };
        check(shift, &[1.0, 1.0, 0.0, 1.0, 1.0, 2.0, 1.0], &[(&[3, 4, 5, 6], &[5, 6])]);
        let trend = Test::Trend { points: 3 };
        check(
            trend,
            &[1.0, 2.0, 2.0, 3.0, 4.0, 3.0, 1.0],
            &[(&[2, 3, 4], &[4]), (&[4, 5, 6], &[6])],
        );
        check(trend, &[2.0, 2.0, 2.0], &[]);
    }

    #[test]
    fn zones_count_their_own_points() {
        check(two_of_three(None, false), &[0.5, 2.5, -0.5, 2.5, 0.0], &[(&[1, 3], &[3])]);
        check(two_of_three(None, true), &[0.5, 2.5, -0.5, 2.5, 0.0], &[]);
        // The first two complete the pattern, although the window reaches farther.
        check(two_of_three(None, false), &[2.5, 2.5, 0.0], &[(&[0, 1], &[1])]);
        // Beyond three sigma: counted by one set and not by the other.
        check(two_of_three(None, true), &[2.5, 3.5, 1.0], &[(&[0, 1], &[2])]);
        check(two_of_three(Some(3.0), true), &[2.5, 3.5, 1.0], &[]);
        check(two_of_three(Some(3.0), true), &[2.5, 3.5, 2.5], &[(&[0, 2], &[2])]);
        // Overlapping windows are one pattern; both sides are two.
        check(
            two_of_three(None, false),
            &[2.5, 2.5, 0.0, 2.5, -2.5, -2.5],
            &[(&[0, 1, 3], &[1, 3]), (&[4, 5], &[5])],
        );
    }

    #[test]
    fn sawtooth_hugging_and_avoiding() {
        let saw = Test::Alternating { points: 4 };
        check(saw, &[0.0, 1.0, 0.0, 1.0, 1.0, 0.0], &[(&[0, 1, 2, 3], &[3])]);
        let hugging = Test::Hugging { points: 3, within: 1.0 };
        check(hugging, &[0.5, -0.5, 0.9, 1.0, 0.0], &[(&[0, 1, 2], &[2])]);
        let avoiding = Test::Avoiding { points: 3, beyond: 1.0 };
        check(avoiding, &[2.0, 2.0, 2.0, -2.0, -2.0, -2.0], &[(&[1, 2, 3, 4], &[3, 4])]);
    }

    #[test]
    fn a_window_longer_than_the_phase_is_said() {
        let seen = at(&[1.0, 2.0]);
        let found = detect(Test::Trend { points: 3 }, &seen, &ChartRuns::default());
        assert_eq!(found, Err(NotCheckedReason::TooFewPoints));
        let found = detect(Test::LongestRun, &seen, &ChartRuns::default());
        assert_eq!(found, Err(NotCheckedReason::TooFewPoints));
    }
}
