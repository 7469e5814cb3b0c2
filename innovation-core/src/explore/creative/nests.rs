//! The published models are special cases, bit for bit.

use super::*;
use crate::explore::march::{MarchParameters, MarchVariant};
use crate::explore::record::{Model, Outcome, Record};
use crate::explore::subgroups::SubgroupsParameters;
use proptest::prelude::*;

/// No force, no search, no space; the rest as told.
fn bare(told: CreativeSpaceParameters) -> CreativeSpaceParameters {
    CreativeSpaceParameters {
        search: 0.0,
        norm: 0.0,
        pressure: 0.0,
        routine: 0.0,
        seniors: 0.0,
        share: 0.0,
        ..told
    }
}

/// Values and courses of some outcomes, to the bit.
fn leaves(model: &mut dyn Model, names: &[&str], seed: u64, replicate: u32) -> Vec<Vec<u64>> {
    let mut record = Record::default();
    model.play(seed, replicate, &mut record);
    let place = |name: &str| model.outcomes().iter().position(|it: &Outcome| it.name == name);
    let bits = |numbers: &[f64]| numbers.iter().map(|number| number.to_bits()).collect::<Vec<_>>();
    names
        .iter()
        .flat_map(|name| {
            let place = place(name).unwrap();
            [bits(&record.values[place..=place]), bits(&record.series[place])]
        })
        .collect()
}

/// A chance, with its ends.
fn chance() -> impl Strategy<Value = f64> {
    prop_oneof![Just(0.0), Just(1.0), 0.0f64..=1.0]
}

prop_compose! {
    fn organisation()(
        people in 1u32..30, dimensions in 1u32..150, p1 in chance(), p2 in chance(),
        literal: bool, periods in prop_oneof![Just(10_000u32), 1u32..60], course in 0u32..40,
    ) -> (MarchParameters, MarchVariant) {
        let variant = if literal { MarchVariant::PaperLiteral } else { MarchVariant::OriginalCode };
        // With p1 or p2 at 0 an organisation may never rest.
        let periods = if p1 * p2 == 0.0 { periods.min(60) } else { periods };
        let march = MarchParameters {
            people, dimensions, p1, p2, periods: Some(periods), course, ..Default::default()
        };
        (march, variant)
    }
}

prop_compose! {
    fn subgroups()(
        silos in 1u32..6, subgroup_size in 2u32..9, blocks in 1u32..12, complexity in 1u32..14,
        rewiring in chance(), learning in chance(), periods in 1u32..60, course in 0u32..40,
    ) -> SubgroupsParameters {
        SubgroupsParameters {
            people: silos * subgroup_size,
            subgroup_size,
            dimensions: blocks * complexity,
            complexity,
            rewiring,
            learning,
            periods,
            course,
        }
    }
}

fn as_march(march: &MarchParameters) -> CreativeSpaceParameters {
    bare(CreativeSpaceParameters {
        people: march.people,
        silo_size: march.people,
        dimensions: march.dimensions,
        complexity: 1,
        mistakes: Mistakes::Costly,
        learning: 0.0,
        code: true,
        p1: march.p1,
        p2: march.p2,
        periods: march.periods.unwrap_or(10_000),
        course: march.course,
        ..Default::default()
    })
}

fn as_subgroups(subgroups: &SubgroupsParameters) -> CreativeSpaceParameters {
    bare(CreativeSpaceParameters {
        people: subgroups.people,
        silo_size: subgroups.subgroup_size,
        dimensions: subgroups.dimensions,
        complexity: subgroups.complexity,
        rewiring: subgroups.rewiring,
        learning: subgroups.learning,
        periods: subgroups.periods,
        course: subgroups.course,
        ..Default::default()
    })
}

const MARCH: [&str; 3] = ["codeKnowledge", "peopleKnowledge", "periods"];
const SUBGROUPS: [&str; 4] = ["performance", "best", "dissimilarity", "periods"];

proptest! {
    /// One silo, a code, no force and no space are March's organisation.
    #[test]
    fn a_code_and_nothing_else_is_march((march, variant) in organisation(), seed in 0u64..1000, replicate: u32) {
        let theirs = leaves(&mut march.check(variant, "").unwrap(), &MARCH, seed, replicate);
        let mut ours = as_march(&march).check(variant, "").unwrap();
        let names = ["codePerformance", "performance", "periods"];
        prop_assert_eq!(leaves(&mut ours, &names, seed, replicate), theirs);
    }

    /// No code, no force and no space are semi-isolated subgroups.
    #[test]
    fn silos_and_nothing_else_are_subgroups(told in subgroups(), seed in 0u64..1000, replicate: u32) {
        let theirs = leaves(&mut told.check("").unwrap(), &SUBGROUPS, seed, replicate);
        let mut ours = as_subgroups(&told).check(MarchVariant::default(), "").unwrap();
        prop_assert_eq!(leaves(&mut ours, &SUBGROUPS, seed, replicate), theirs);
    }
}

#[test]
fn the_defaults_of_both_are_nested() {
    for variant in [MarchVariant::OriginalCode, MarchVariant::PaperLiteral] {
        let march = MarchParameters::default();
        let mut ours = as_march(&march).check(variant, "").unwrap();
        let mut theirs = march.check(variant, "").unwrap();
        for replicate in 0..20 {
            let names = ["codePerformance", "performance", "periods"];
            let ours = leaves(&mut ours, &names, 1, replicate);
            assert_eq!(ours, leaves(&mut theirs, &MARCH, 1, replicate));
        }
    }
    let told = SubgroupsParameters::default();
    let mut ours = as_subgroups(&told).check(MarchVariant::default(), "").unwrap();
    let mut theirs = told.check("").unwrap();
    for replicate in 0..2 {
        let ours = leaves(&mut ours, &SUBGROUPS, 1, replicate);
        assert_eq!(ours, leaves(&mut theirs, &SUBGROUPS, 1, replicate));
    }
}
