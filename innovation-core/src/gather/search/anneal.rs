//! Slow cooling, steered by how often units still leave for something worse.
//!
//! The temperatures that matter differ from instance to instance by orders of magnitude; the
//! *restlessness* at which they lie, the share of looks that end in a loss, hardly does. So
//! the schedule prescribes restlessness, falling evenly on a logarithmic scale over the
//! budget, and the temperature follows. What is spent, steps or time, is read from [`Pace`],
//! so that one schedule serves a hundredth of a second and a minute. Where the budget is
//! ample for the size, it is split into rounds that start from the best, mostly lukewarm.
//!
//! Invariant: an answer is a local optimum: no allowed move or swap gains.
//!
//! # References
//!
//! S. Kirkpatrick, C. D. Gelatt, M. P. Vecchi, *Optimization by simulated annealing*,
//! Science 220, 1983; steering by acceptance: J. Lam, J.-M. Delosme, *Performance of a new
//! annealing schedule*, DAC 1988; reheating: A. Möbius et al., *Combinatorial optimization
//! by thermal cycling*, Physical Review Letters 79, 1997.

#![expect(
    clippy::indexing_slicing,
    reason = "units and groups come from one instance; the cursor is moved to a member \
              before it is read, which exists as there is a unit"
)]

use super::noise::Noise;
use super::pace::Pace;
use super::scan::Scan;
use super::shape;
use super::state::State;
use super::values::{Values, Worth};
use crate::math;

/// Restlessness where cooling starts: nearly every third look ends in a loss.
const HOT: f64 = 0.3;
/// Restlessness where a round that starts from the best does, at least.
const LUKEWARM: f64 = 0.07;
/// Restlessness where a round ends: of a hundred units or more, and of few.
const COLD: f64 = 0.01;
const COLD_OF_FEW: f64 = 0.05;
/// Most rounds, and after how many one is hot again.
const ROUNDS: u32 = 16;
const HOT_EVERY: u32 = 8;
/// Most work between two looks at the pace: less than a millisecond.
const POLL: f64 = 100_000.0;

/// A search under way.
#[derive(Debug)]
pub(super) struct Search<'a, V> {
    state: State<'a, V>,
    scan: Scan,
    noise: Noise,
    /// The unit to look at next: a group and an index in it.
    cursor: (usize, usize),
    looks: u64,
    /// Looks that ended in a loss.
    losses: u64,
    best: (Worth, Vec<u32>),
}

impl<'a, V: Values> Search<'a, V> {
    /// A search from a state that keeps the rules.
    pub(super) fn new(state: State<'a, V>, seed: u64) -> Self {
        let units = state.home.len();
        let limits = state.instance.groups.iter();
        let most = limits.map(|group| units.min(group.max as usize)).max();
        Self {
            scan: Scan::new(&state),
            noise: Noise::new(seed, state.members.len(), most.unwrap_or(0)),
            cursor: (0, 0),
            looks: 0,
            losses: 0,
            best: (state.value, state.home.clone()),
            state,
        }
    }

    /// Spends the budget; the value and assignment of the best, and the work done.
    pub(super) fn run(mut self, pace: &mut Pace) -> (Worth, Vec<u32>, u64) {
        let mobile = self.mobile();
        if mobile > 0.0 {
            self.scan.work += shape::towards_best_sizes(&mut self.state);
            self.descend();
            self.rounds(pace, mobile);
            // The best may have been passed on the way, with gains around it not taken.
            let best = self.best.1.clone();
            self.state.travel(&best);
            self.descend();
        }
        (self.best.0, self.best.1, self.scan.work)
    }

    /// How many units can be elsewhere at once, as a share of all.
    fn mobile(&self) -> f64 {
        let units = self.state.home.len();
        let places: Vec<usize> =
            self.state.instance.groups.iter().map(|group| units.min(group.max as usize)).collect();
        let all: usize = places.iter().sum();
        let groups = self.state.members.iter().zip(&places);
        let mobile: usize = groups.map(|(members, places)| members.len().min(all - places)).sum();
        mobile as f64 / units.max(1) as f64
    }

    fn rounds(&mut self, pace: &mut Pace, mobile: f64) {
        let mut temperature = self.heat(pace, mobile);
        let mut begin = pace.spent(self.scan.work, self.best.0);
        let whole = self.scan.work as f64 / begin.max(1e-9);
        let rounds = (whole / enough(self.state.home.len(), mobile)).clamp(1.0, f64::from(ROUNDS));
        let rounds = rounds as u32;
        let poll = (whole / 256.0).clamp(1000.0, POLL) as u64;
        let cold = cold(self.state.home.len());
        for round in 0..rounds {
            if begin >= 1.0 {
                return;
            }
            if round > 0 {
                let best = self.best.1.clone();
                self.scan.work += self.state.travel(&best);
            }
            let hot = if round % HOT_EVERY == 0 {
                self.scan.work += shape::towards_best_sizes(&mut self.state);
                HOT
            } else {
                LUKEWARM.max(2.0 * cold)
            };
            let end = begin + (1.0 - begin) / f64::from(rounds - round);
            let mut thermostat = Thermostat::new(temperature);
            self.cool(pace, poll, &mut thermostat, |spent| {
                let share = (spent - begin).max(0.0) / (end - begin);
                (share < 1.0).then(|| mobile * hot * math::pow(cold / hot, share))
            });
            temperature = thermostat.temperature;
            self.descend();
            begin = pace.spent(self.scan.work, self.best.0);
        }
    }

    /// Looks at the next unit and makes the move it finds.
    #[inline]
    fn look(&mut self) {
        let (mut group, mut index) = self.cursor;
        while index >= self.state.members[group].len() {
            group = (group + 1) % self.state.members.len();
            index = 0;
        }
        self.cursor = (group, index + 1);
        self.looks += 1;
        let unit = self.state.members[group][index] as usize;
        let offset = self.noise.offset();
        if let Some(found) = self.scan.find(&self.state, unit, &self.noise, offset) {
            self.losses += u64::from(found.gain < 0);
            self.scan.work += self.state.apply(found);
            if self.state.value > self.best.0 {
                self.best.0 = self.state.value;
                self.best.1.clone_from(&self.state.home);
            }
        }
    }

    /// Makes gaining moves until there are none.
    fn descend(&mut self) {
        self.noise.still();
        let mut quiet = 0;
        while quiet < self.state.home.len() {
            let moves = self.state.moves;
            self.look();
            quiet = if self.state.moves == moves { quiet + 1 } else { 0 };
        }
    }

    /// The temperature at which restlessness falls to [`HOT`] when cooled in a hurry.
    fn heat(&mut self, pace: &mut Pace, mobile: f64) -> f64 {
        let looks = ((self.state.home.len() as f64 * mobile / 2.0) as u64).max(100);
        let mut temperature = 0.35 * self.typical_gain();
        while temperature > 1.0 && pace.spent(self.scan.work, self.best.0) < 1.0 {
            self.noise.warm(temperature);
            let (until, losses) = (self.looks + looks, self.losses);
            while self.looks < until {
                self.look();
            }
            if ((self.losses - losses) as f64) < HOT * mobile * looks as f64 {
                break;
            }
            temperature *= 0.8;
        }
        temperature.max(1.0)
    }

    /// Mean magnitude of the gain of some swaps.
    fn typical_gain(&self) -> f64 {
        let units = self.state.home.len();
        let (mut sum, mut swaps) = (0.0, 0.0);
        for u in 0..units.min(500) {
            let w = (u * 7919 + 1 + units / 2) % units;
            let (a, b) = (self.state.home[u] as usize, self.state.home[w] as usize);
            if a != b {
                let values = &self.state.values;
                let both = values.step(u, a, b) + values.step(w, b, a);
                let gain = both - self.state.shared(a, b) * values.pair(u, w);
                sum += gain.abs() as f64;
                swaps += 1.0;
            }
        }
        sum / f64::max(swaps, 1.0)
    }

    /// Looks and moves while `schedule`, given what is spent, names a restlessness.
    fn cool(
        &mut self,
        pace: &mut Pace,
        poll: u64,
        thermostat: &mut Thermostat,
        schedule: impl Fn(f64) -> Option<f64>,
    ) {
        self.noise.warm(thermostat.temperature);
        while let Some(wanted) = schedule(pace.spent(self.scan.work, self.best.0)) {
            let until = self.scan.work + poll;
            while self.scan.work < until {
                let (looks, losses) = (self.looks, self.losses);
                while self.looks < looks + 32 {
                    self.look();
                }
                if thermostat.hear(wanted * 32.0, self.losses - losses) {
                    self.noise.warm(thermostat.temperature);
                }
            }
        }
    }
}

/// Restlessness where nothing more is found: fewer units have fewer ways to be restless.
fn cold(units: usize) -> f64 {
    let hundreds = units.max(1) as f64 / 100.0;
    (COLD / (hundreds * hundreds)).clamp(COLD, COLD_OF_FEW)
}

/// Work after which a round gains little from going on: cubic in the units that move.
fn enough(units: usize, mobile: f64) -> f64 {
    let units = units as f64;
    6.0 * units * units * units * mobile
}

/// A temperature that follows the losses it is told of.
#[derive(Debug)]
struct Thermostat {
    temperature: f64,
    limit: f64,
    expected: f64,
    heard: f64,
}

impl Thermostat {
    /// Losses, expected or heard, that are enough to judge by.
    const BATCH: f64 = 24.0;
    /// Losses rise with about the eighth power of the temperature where it matters.
    const RESPONSE: f64 = 0.12;

    fn new(temperature: f64) -> Self {
        Self { temperature, limit: 3.0 * temperature, expected: 0.0, heard: 0.0 }
    }

    /// Takes note of losses; tells whether the temperature has changed.
    fn hear(&mut self, expected: f64, losses: u64) -> bool {
        self.expected += expected;
        self.heard += losses as f64;
        if self.expected.max(self.heard) < Self::BATCH {
            return false;
        }
        let change = math::pow((self.expected + 3.0) / (self.heard + 3.0), Self::RESPONSE);
        self.temperature = (self.temperature * change).clamp(0.01, self.limit);
        (self.expected, self.heard) = (0.0, 0.0);
        true
    }
}
