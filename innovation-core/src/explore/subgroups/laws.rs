//! What the model of subgroups must do.

use super::*;
use crate::explore::record::{Model, Record};

/// Mean performance and dissimilarity.
fn play(parameters: &SubgroupsParameters, replicates: u32) -> [f64; 2] {
    let mut model = parameters.check("").unwrap();
    let (mut record, mut sums) = (Record::default(), [0.0; 2]);
    for replicate in 0..replicates {
        model.play(1, replicate, &mut record);
        sums[0] += record.values[0] / f64::from(replicates);
        sums[1] += record.values[2] / f64::from(replicates);
    }
    sums
}

fn with(rewiring: f64, complexity: u32) -> SubgroupsParameters {
    SubgroupsParameters { rewiring, complexity, course: 0, ..Default::default() }
}

#[test]
fn a_few_ties_across_do_better_than_none_and_than_many() {
    let [none, few, many] = [0.0, 0.1, 1.0].map(|rewiring| play(&with(rewiring, 5), 12)[0]);
    assert!(few > none + 0.7 && few > many + 0.05, "{none} {few} {many}");
}

#[test]
fn where_dimensions_count_alone_ties_across_cost_nothing() {
    assert!(play(&with(1.0, 1), 3)[0] > 0.98);
}

#[test]
fn isolated_subgroups_stay_apart() {
    // Colleagues agree in the end, strangers as they did by chance: 2/3 of 273 in 279 pairs.
    let [_, apart] = play(&with(0.0, 5), 6);
    assert!((apart - 0.652).abs() < 0.01, "{apart}");
}

#[test]
fn nobody_learns_where_learning_is_impossible() {
    let still = SubgroupsParameters { learning: 0.0, periods: 3, course: 3, ..with(0.1, 5) };
    let mut record = Record::default();
    still.check("").unwrap().play(1, 0, &mut record);
    assert!(record.series[0].iter().all(|&value| value == record.values[0]));
    assert_eq!(record.series.iter().map(Vec::len).collect::<Vec<_>>(), [4, 4, 4, 0]);
}

#[test]
fn a_replicate_does_not_depend_on_the_others() {
    let parameters = SubgroupsParameters { periods: 20, ..with(0.1, 5) };
    let mut model = parameters.check("").unwrap();
    let (mut first, mut again) = (Record::default(), Record::default());
    model.play(7, 3, &mut first);
    model.play(7, 4, &mut again);
    model.play(7, 3, &mut again);
    assert_eq!(first.values, again.values);
}

#[test]
fn one_subgroup_alone_and_the_smallest_organisation_are_played() {
    for (people, subgroup_size, dimensions, complexity) in
        [(2, 2, 1, 1), (7, 7, 64, 64), (4, 2, 128, 64), (6, 3, 999, 37)]
    {
        let parameters = SubgroupsParameters {
            people,
            subgroup_size,
            dimensions,
            complexity,
            rewiring: 1.0,
            ..Default::default()
        };
        let mut record = Record::default();
        parameters.check("").unwrap().play(1, 0, &mut record);
        assert!(record.values.iter().take(3).all(|value| (0.0..=1.0).contains(value)));
    }
}
