//! Slow cooling, steered by how often units still leave for something worse.
//!
//! The temperatures that matter differ from instance to instance by orders of magnitude; the
//! *restlessness* at which they lie, the share of looks that end in a loss, hardly does. So
//! the schedule prescribes restlessness, falling evenly on a logarithmic scale over the
//! budget, and the temperature follows. What is spent, steps or time, is read from
//! [`Pace`], so that one schedule serves a hundredth of a second and a minute.
//!
//! Invariant: an answer is a local optimum: no allowed move or swap gains.
//!
//! # References
//!
//! S. Kirkpatrick, C. D. Gelatt, M. P. Vecchi, *Optimization by simulated annealing*,
//! Science 220, 1983; steering by acceptance: J. Lam, J.-M. Delosme, 1988.

use super::noise::Noise;
use super::pace::Pace;
use super::scan::Scan;
use super::state::State;
use super::values::Values;
use crate::math;

#[derive(Debug, Clone, Copy)]
pub(crate) struct Tune {
    pub hot: f64,
    pub cold: f64,
    pub rounds: u32,
    pub reheat: f64,
    pub gain: f64,
    pub batch: f64,
}
impl Default for Tune {
    fn default() -> Self {
        Self { hot: 0.3, cold: 0.015, rounds: 1, reheat: 0.1, gain: 0.12, batch: 24.0 }
    }
}

/// Work between two looks at the pace: less than a millisecond.
const POLL: u64 = 100_000;

/// A search under way.
pub(super) struct Search<'a, V> {
    pub state: State<'a, V>,
    pub scan: Scan,
    noise: Noise,
    /// The next unit: a group and an index in it.
    cursor: (usize, usize),
    /// Units looked at, and how many of them left for something worse.
    looks: u64,
    losses: u64,
    /// Share of the units that can move at once.
    mobile: f64,
    pub best: (i64, Vec<u32>),
    tune: Tune,
    pub note: String,
}

impl<'a, V: Values> Search<'a, V> {
    pub(super) fn new(state: State<'a, V>, seed: u64, tune: Tune) -> Self {
        let groups = state.members.len();
        let units = state.home.len();
        let most = state.instance.groups.iter().map(|g| (g.max as usize).min(units)).max();
        let mobile: usize = state.members.iter().map(|m| m.len().min(units - m.len())).sum();
        Self {
            scan: Scan::new(&state),
            noise: Noise::new(seed, groups, most.unwrap_or(0)),
            cursor: (0, 0),
            looks: 0,
            losses: 0,
            mobile: mobile as f64 / units.max(1) as f64,
            best: (state.value, state.home.clone()),
            state,
            tune,
            note: String::new(),
        }
    }

    /// Spends the budget.
    pub(super) fn run(&mut self, pace: &mut Pace) {
        self.descend();
        let mut temperature = self.heat();
        let rounds = self.tune.rounds;
        self.note = format!("t0 {temperature:.0} work {} ", self.scan.work);
        let mut begin = pace.spent(self.scan.work, self.best.0);
        self.note += &format!("at {begin:.3} ");
        for round in 0..rounds {
            if begin >= 1.0 {
                break;
            }
            let end = begin + (1.0 - begin) / f64::from(rounds - round);
            let hot = if round == 0 { self.tune.hot } else { self.tune.reheat };
            temperature = self.cool(pace, begin, end, hot, temperature);
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
        }
    }

    /// Makes gaining moves until there are none.
    pub(super) fn descend(&mut self) {
        self.noise.still();
        let mut quiet = 0;
        while quiet < self.state.home.len() + self.state.members.len() {
            let moves = self.state.moves;
            self.look();
            quiet = if self.state.moves == moves { quiet + 1 } else { 0 };
        }
        self.keep();
    }

    fn keep(&mut self) {
        if self.state.value > self.best.0 {
            self.best.0 = self.state.value;
            self.best.1.clone_from(&self.state.home);
        }
    }

    /// Share of mobile units that leave for something worse in some looks.
    fn restlessness(&mut self, looks: usize) -> f64 {
        let before = self.losses;
        for _ in 0..looks {
            self.look();
        }
        (self.losses - before) as f64 / (looks as f64 * self.mobile)
    }

    /// Finds the temperature at which cooling starts.
    fn heat(&mut self) -> f64 {
        let units = self.state.home.len();
        let (mut sum, mut count) = (0.0, 0.0);
        for i in 0..units.min(500) {
            let (u, w) = (i, (i * 7919 + 1 + units / 2) % units);
            let (a, b) = (self.state.home[u] as usize, self.state.home[w] as usize);
            if a != b {
                let g = self.state.values.step(u, a, b) + self.state.values.step(w, b, a)
                    - self.state.shared(a, b) * self.state.values.pair(u, w);
                sum += g.abs() as f64;
                count += 1.0;
            }
        }
        let mut temperature = if count > 0.0 { sum / count } else { 1.0 } * 0.35;
        let looks = (units / 2).max(100);
        while temperature > 1.0 {
            self.noise.warm(temperature);
            if self.restlessness(looks) < self.tune.hot {
                break;
            }
            temperature *= 0.8;
        }
        temperature
    }

    fn cool(&mut self, pace: &mut Pace, begin: f64, end: f64, hot: f64, start: f64) -> f64 {
        let mut temperature = start;
        self.noise.warm(temperature);
        let (mut expected, mut losses) = (0.0, self.losses);
        let mut looks = self.looks;
        loop {
            let spent = pace.spent(self.scan.work, self.best.0);
            if spent >= end {
                return temperature;
            }
            let share = ((spent - begin) / (end - begin)).max(0.0);
            let wanted = hot * math::pow(self.tune.cold / hot, share) * self.mobile;
            let until = self.scan.work + POLL;
            while self.scan.work < until {
                for _ in 0..32 {
                    self.look();
                }
                expected += wanted * (self.looks - looks) as f64;
                looks = self.looks;
                let seen = (self.losses - losses) as f64;
                if expected.max(seen) >= self.tune.batch {
                    let change = math::pow((expected + 3.0) / (seen + 3.0), self.tune.gain);
                    temperature = (temperature * change).min(start * 3.0).max(0.01);
                    self.noise.warm(temperature);
                    expected = 0.0;
                    losses = self.losses;
                }
            }
        }
    }
}
