//! Organisations that adapt on a landscape by small steps, and by long jumps.
//!
//! In each period an organisation looks at one neighbour of its form, and with long jumps at
//! one form drawn from all; it takes the best of them where that is higher than its own.

use super::distinct::Distinct;
use super::draws::Subject;
use super::heights::Heights;
use super::parameters::LandscapeParameters;
use super::surface::Surface;
use crate::explore::record::{Model, Outcome, Record};

/// The most loci up to which every height is computed beforehand: it saves time, and changes
/// no number.
const FEW_LOCI: u32 = 12;

/// The model, with its parameters checked.
#[derive(Debug)]
pub(crate) struct Walk {
    parameters: LandscapeParameters,
    outcomes: Vec<Outcome>,
    surface: Surface,
    heights: Heights,
    distinct: Distinct,
    forms: Vec<u64>,
    fitness: Vec<i64>,
}

impl Walk {
    pub(super) fn new(parameters: &LandscapeParameters) -> Self {
        let parameters = parameters.clone();
        let LandscapeParameters { loci, interactions, scheme, organisations, .. } = parameters;
        let crowd = f64::from(organisations);
        let mut outcomes = vec![
            Outcome { name: "forms", least: 0.0, most: crowd, course: true },
            Outcome { name: "fitness", least: 0.0, most: 1.0, course: true },
            Outcome { name: "best", least: 0.0, most: 1.0, course: true },
        ];
        if parameters.optima {
            // No two optima are neighbours: at most every other form is one.
            let most = f64::from(1_u32 << loci.min(Heights::MOST_LOCI)) / 2.0;
            let most = most.max(1.0);
            outcomes.extend([
                Outcome { name: "optima", least: 0.0, most, course: false },
                Outcome { name: "optimaTotal", least: 0.0, most, course: false },
                Outcome { name: "summit", least: 0.0, most: 1.0, course: false },
            ]);
        }
        Self {
            outcomes,
            surface: Surface::new(loci, interactions, scheme),
            heights: Heights::default(),
            distinct: Distinct::of(organisations as usize),
            forms: Vec::new(),
            fitness: Vec::new(),
            parameters,
        }
    }

    /// The height of a form.
    fn height(&self, form: u64) -> i64 {
        if self.parameters.loci <= FEW_LOCI {
            self.heights.of(form)
        } else {
            self.surface.height(form)
        }
    }

    /// The height of a form with one bit flipped.
    fn beside(&self, form: u64, height: i64, bit: u32) -> i64 {
        if self.parameters.loci <= FEW_LOCI {
            self.heights.of(form ^ (1 << bit))
        } else {
            height + self.surface.rise(form, bit)
        }
    }

    /// Adds how the population stands to its course.
    fn note(&mut self, record: &mut Record) {
        let total: i64 = self.fitness.iter().sum();
        let best = self.fitness.iter().copied().max().unwrap_or(0);
        let numbers = [
            f64::from(self.distinct.count(&self.forms)),
            self.surface.fitness(total) / f64::from(self.parameters.organisations),
            self.surface.fitness(best),
        ];
        for (course, number) in record.series.iter_mut().zip(numbers) {
            course.push(number);
        }
    }
}

impl Model for Walk {
    fn outcomes(&self) -> &[Outcome] {
        &self.outcomes
    }

    fn play(&mut self, seed: u64, replicate: u32, record: &mut Record) {
        let LandscapeParameters { loci, organisations, periods, long_jumps, optima, .. } =
            self.parameters;
        record.clear(self.outcomes.len());
        self.surface.draw(seed, replicate);
        if loci <= FEW_LOCI || optima {
            self.heights.read(&self.surface);
        }
        let start = Subject::Start.draws(seed, replicate);
        let moves = Subject::Moves.draws(seed, replicate);
        self.forms.clear();
        self.forms.extend((0..organisations).map(|one| self.surface.form(start.at(one.into()))));
        self.fitness.clear();
        for form in &self.forms {
            let height = self.height(*form);
            self.fitness.push(height);
        }
        self.note(record);
        for period in 0..periods {
            for one in 0..organisations as usize {
                let (Some(&form), Some(&height)) = (self.forms.get(one), self.fitness.get(one))
                else {
                    continue;
                };
                let place = (u64::from(period) * u64::from(organisations) + one as u64) * 2;
                let bit = moves.below(place, loci);
                let mut taken = (form, height);
                let near = self.beside(form, height, bit);
                if near > taken.1 {
                    taken = (form ^ (1 << bit), near);
                }
                if long_jumps {
                    let jump = self.surface.form(moves.at(place + 1));
                    let far = self.height(jump);
                    if far > taken.1 {
                        taken = (jump, far);
                    }
                }
                if taken.1 > height
                    && let (Some(form), Some(height)) =
                        (self.forms.get_mut(one), self.fitness.get_mut(one))
                {
                    (*form, *height) = taken;
                }
            }
            self.note(record);
        }
        record
            .values
            .extend(record.series.iter().filter_map(|course| course.last().copied()).take(3));
        if optima {
            let found = self.heights.optima();
            record.values.extend([
                f64::from(found.count),
                self.surface.fitness(found.total),
                self.surface.fitness(found.summit),
            ]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::parameters::InteractionScheme;
    use super::*;
    use proptest::prelude::*;

    fn played(parameters: &LandscapeParameters, replicate: u32) -> Record {
        let mut record = Record::default();
        parameters.check("").unwrap().play(5, replicate, &mut record);
        record
    }

    proptest! {
        /// Nobody ever falls, forms never pass organisations, and all stays within its range.
        #[test]
        fn nobody_ever_falls(
            loci in 1_u32..=16,
            interactions in 0_u32..=15,
            random: bool,
            organisations in 1_u32..30,
            long_jumps: bool,
            optima: bool,
            replicate: u32,
        ) {
            let parameters = LandscapeParameters {
                loci,
                interactions: interactions.min(loci - 1),
                scheme: if random { InteractionScheme::Random } else { InteractionScheme::Adjacent },
                organisations,
                periods: 20,
                long_jumps,
                optima,
            };
            let mut walk = parameters.check("").unwrap();
            let mut record = Record::default();
            walk.play(5, replicate, &mut record);
            prop_assert_eq!(record.values.len(), walk.outcomes().len());
            prop_assert_eq!(record.series.len(), walk.outcomes().len());
            for (outcome, course) in walk.outcomes().iter().zip(&record.series) {
                prop_assert_eq!(course.len(), if outcome.course { 21 } else { 0 });
                prop_assert!(course.iter().all(|x| (outcome.least..=outcome.most).contains(x)));
            }
            for (outcome, value) in walk.outcomes().iter().zip(&record.values) {
                prop_assert!((outcome.least..=outcome.most).contains(value));
            }
            for course in &record.series[1..3] {
                prop_assert!(course.windows(2).all(|pair| pair[0] <= pair[1]));
            }
            if optima {
                prop_assert!(record.values[2] <= record.values[5]);
            }
        }
    }

    /// What is computed beforehand changes no number.
    #[test]
    fn heights_computed_beforehand_change_nothing() {
        let parameters = LandscapeParameters { long_jumps: true, ..Default::default() };
        let mut walk = parameters.check("").unwrap();
        let surface = &mut walk.surface;
        surface.draw(5, 2);
        walk.heights.read(&walk.surface);
        for form in 0..1 << 10 {
            assert_eq!(walk.heights.of(form), walk.surface.height(form));
        }
        assert_eq!(played(&parameters, 2).values, played(&parameters, 2).values);
    }

    /// Given time, one peak gathers everybody, and several keep forms apart.
    #[test]
    fn interactions_keep_forms_apart() {
        let forms = |interactions| {
            let parameters =
                LandscapeParameters { interactions, periods: 200, ..Default::default() };
            (0..20).map(|replicate| played(&parameters, replicate).values[0]).sum::<f64>() / 20.0
        };
        let [none, one, five] = [0, 1, 5].map(forms);
        assert_eq!(none, 1.0);
        assert!(1.0 < one && one < five, "{one} {five}");
    }
}
