//! All of a landscape at once: every height, the optima, the summit.

use super::surface::Surface;

/// The height of every form of a landscape of at most 20 loci.
#[derive(Debug, Clone, Default)]
pub(crate) struct Heights {
    heights: Vec<i64>,
    /// What one locus reads of each form.
    patterns: Vec<u32>,
}

/// The local optima of a landscape: forms that no flip of one bit leads higher from.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Optima {
    /// How many, 1 or more.
    pub count: u32,
    /// The sum of their heights.
    pub total: i64,
    /// The height of the summit.
    pub summit: i64,
}

impl Heights {
    /// The most loci.
    pub(crate) const MOST_LOCI: u32 = 20;

    /// Reads a landscape. Costs `N`·2ᴺ additions and 12·2ᴺ bytes.
    pub(crate) fn read(&mut self, surface: &Surface) {
        let loci = surface.loci().min(Self::MOST_LOCI);
        self.heights.clear();
        self.heights.resize(1 << loci, 0);
        for locus in 0..loci {
            // With each bit the list doubles: what a locus reads of the lower half, with the
            // bit added where it reads that.
            self.patterns.clear();
            self.patterns.push(0);
            for bit in 0..loci {
                let read = surface.reads(locus).iter().position(|own| *own == bit);
                let mask = read.map_or(0, |place| 1_u32 << place);
                let half = self.patterns.len();
                self.patterns.extend_from_within(..);
                self.patterns.iter_mut().skip(half).for_each(|pattern| *pattern |= mask);
            }
            for (height, pattern) in self.heights.iter_mut().zip(&self.patterns) {
                *height += i64::from(surface.contribution(locus, u64::from(*pattern)));
            }
        }
    }

    /// The height of a form.
    #[inline]
    pub(crate) fn of(&self, form: u64) -> i64 {
        self.heights.get(form as usize).copied().unwrap_or(0)
    }

    /// The local optima.
    pub(crate) fn optima(&self) -> Optima {
        let loci = self.heights.len().max(1).ilog2();
        let mut optima = Optima { count: 0, total: 0, summit: 0 };
        for (form, &height) in (0_u64..).zip(&self.heights) {
            if (0..loci).all(|bit| self.of(form ^ (1 << bit)) <= height) {
                optima.count += 1;
                optima.total += height;
                optima.summit = optima.summit.max(height);
            }
        }
        optima
    }

    /// The height of the summit.
    pub(crate) fn summit(&self) -> i64 {
        self.heights.iter().copied().max().unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::super::parameters::InteractionScheme::{Adjacent, Random};
    use super::*;

    fn read(surface: &mut Surface, replicate: u32) -> Heights {
        surface.draw(11, replicate);
        let mut heights = Heights::default();
        heights.read(surface);
        heights
    }

    #[test]
    fn heights_and_optima_are_those_of_the_landscape() {
        for (loci, interactions, scheme) in
            [(1, 0, Random), (7, 3, Random), (8, 2, Adjacent), (9, 8, Random), (12, 11, Adjacent)]
        {
            let mut surface = Surface::new(loci, interactions, scheme);
            let heights = read(&mut surface, 0);
            let forms = 0..1_u64 << loci;
            assert!(forms.clone().all(|form| heights.of(form) == surface.height(form)));
            let optima: Vec<u64> = forms.filter(|form| surface.is_optimum(*form)).collect();
            let found = heights.optima();
            assert_eq!(found.count as usize, optima.len());
            assert_eq!(found.total, optima.iter().map(|form| surface.height(*form)).sum::<i64>());
            assert_eq!(found.summit, heights.summit());
        }
    }

    /// Without interactions there is one optimum; its fitness is that of the larger of two
    /// even draws, 2/3 on average with a variance of 1/18 for each locus.
    #[test]
    fn without_interactions_there_is_one_optimum_at_two_thirds() {
        let mut surface = Surface::new(10, 0, Adjacent);
        let replicates = 2000;
        let mut sum = 0.0;
        for replicate in 0..replicates {
            let optima = read(&mut surface, replicate).optima();
            assert_eq!(optima.count, 1);
            sum += surface.fitness(optima.summit);
        }
        let variance = 1.0 / 18.0 / 10.0 / f64::from(replicates);
        let off = sum / f64::from(replicates) - 2.0 / 3.0;
        assert!(off * off < 16.0 * variance, "{off}");
    }

    /// Where every locus depends on all, a form is the highest of `N` + 1 even draws: 2ᴺ/(N + 1)
    /// optima on average.
    #[test]
    fn with_all_interactions_one_form_in_n_plus_one_is_an_optimum() {
        for scheme in [Adjacent, Random] {
            let mut surface = Surface::new(8, 7, scheme);
            let counts: Vec<f64> = (0..2000)
                .map(|replicate| f64::from(read(&mut surface, replicate).optima().count))
                .collect();
            let n = counts.len() as f64;
            let mean = counts.iter().sum::<f64>() / n;
            let spread = counts.iter().map(|c| (c - mean) * (c - mean)).sum::<f64>() / (n - 1.0);
            let off = mean - 256.0 / 9.0;
            assert!(off * off < 16.0 * spread / n, "{mean}");
        }
    }
}
