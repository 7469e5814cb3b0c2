//! What the model of a creative space must do.

use super::*;
use crate::explore::march::MarchVariant::{self, OriginalCode, PaperLiteral};
use crate::explore::record::{Model, Record};
use proptest::prelude::*;

/// A small organisation with all forces and a space.
pub(super) fn small() -> CreativeSpaceParameters {
    CreativeSpaceParameters {
        people: 12,
        silo_size: 4,
        dimensions: 12,
        complexity: 2,
        rewiring: 0.1,
        search: 0.05,
        space_search: 0.2,
        share: 0.34,
        opens: 2,
        session_length: 2,
        every: 5,
        sessions: 3,
        periods: 20,
        course: 20,
        ..Default::default()
    }
}

fn model(parameters: &CreativeSpaceParameters) -> impl Model + use<> {
    parameters.check(OriginalCode, "").unwrap()
}

/// Values and courses by name, of outcomes that both have.
fn played(
    parameters: &CreativeSpaceParameters,
    replicate: u32,
) -> Vec<(&'static str, f64, Vec<f64>)> {
    let (mut model, mut record) = (model(parameters), Record::default());
    model.play(1, replicate, &mut record);
    let names = model.outcomes().iter().map(|outcome| outcome.name);
    let left = names.zip(record.values).zip(record.series);
    left.map(|((name, value), course)| (name, value, course)).collect()
}

/// Whether all that the first is asked is answered alike by the second.
fn same(first: &CreativeSpaceParameters, second: &CreativeSpaceParameters) {
    for replicate in 0..6 {
        let second = played(second, replicate);
        for (name, value, course) in played(first, replicate) {
            let other = second.iter().find(|(other, ..)| *other == name).unwrap();
            assert_eq!((value, &course), (other.1, &other.2), "{name} of replicate {replicate}");
        }
    }
}

#[test]
fn a_space_without_members_or_sessions_changes_nothing() {
    let none = CreativeSpaceParameters { share: 0.0, ..small() };
    same(&none, &CreativeSpaceParameters { sessions: 0, inclusion: 0.0, ..small() });
    same(&none, &CreativeSpaceParameters { opens: 21, inclusion: 0.0, ..small() });
    // An organisation at rest does not wait for a session that never comes.
    let quiet = |told| CreativeSpaceParameters { search: 0.0, rewiring: 0.5, periods: 300, ..told };
    same(&quiet(none.clone()), &quiet(CreativeSpaceParameters { opens: 301, ..small() }));
    let other = CreativeSpaceParameters { shield: 0.0, interaction: 1.0, opens: 1, ..none.clone() };
    same(&none, &other);
}

#[test]
fn without_forces_there_is_nothing_to_shield_from() {
    let free = CreativeSpaceParameters {
        norm: 0.0,
        pressure: 0.0,
        routine: 0.0,
        senior_weight: 1,
        ..small()
    };
    for code in [false, true] {
        let open = CreativeSpaceParameters { code, shield: 0.0, ..free.clone() };
        same(&open, &CreativeSpaceParameters { code, shield: 1.0, ..free.clone() });
    }
}

#[test]
fn where_all_are_members_nobody_is_left_to_include_them() {
    let all = CreativeSpaceParameters { share: 1.0, ..small() };
    same(
        &CreativeSpaceParameters { inclusion: 0.0, ..all.clone() },
        &CreativeSpaceParameters { inclusion: 1.0, ..all },
    );
}

#[test]
fn a_rank_that_weighs_one_vote_is_no_rank() {
    same(
        &CreativeSpaceParameters { senior_weight: 1, ..small() },
        &CreativeSpaceParameters { seniors: 0.0, ..small() },
    );
}

#[test]
fn without_time_or_without_carrying_out_nothing_is_learnt() {
    let still = CreativeSpaceParameters { norm: 0.0, shield: 0.0, ..small() };
    for parameters in [
        CreativeSpaceParameters { pressure: 1.0, ..still.clone() },
        CreativeSpaceParameters { routine: 1.0, ..still },
    ] {
        for (name, value, course) in played(&parameters, 0) {
            assert!(
                ["carried", "spaceBest", "periods"].contains(&name)
                    || course.iter().all(|&then| then == value),
                "{name}"
            );
        }
    }
}

#[test]
fn who_is_ignored_on_return_takes_nothing_back() {
    // Closed silos, nothing tried outside: what is found in the space stays with members,
    // as long as nobody takes them seriously.
    let closed = CreativeSpaceParameters {
        people: 60,
        silo_size: 10,
        dimensions: 40,
        complexity: 4,
        rewiring: 0.0,
        search: 0.0,
        space_search: 0.3,
        share: 0.2,
        norm: 0.0,
        sessions: 6,
        periods: 120,
        course: 0,
        ..Default::default()
    };
    let mean = |inclusion| {
        let told = CreativeSpaceParameters { inclusion, ..closed.clone() };
        (0..10).map(|replicate| of(&played(&told, replicate), "others") / 10.0).sum::<f64>()
    };
    let [ignored, included] = [0.0, 1.0].map(mean);
    assert!(included > ignored + 0.1, "{ignored} {included}");
}

fn of(played: &[(&'static str, f64, Vec<f64>)], name: &str) -> f64 {
    played.iter().find(|(other, ..)| *other == name).unwrap().1
}

#[test]
fn a_replicate_does_not_depend_on_the_others() {
    for code in [false, true] {
        let parameters = CreativeSpaceParameters { code, ..small() };
        let mut model = model(&parameters);
        let (mut first, mut again) = (Record::default(), Record::default());
        model.play(7, 3, &mut first);
        model.play(7, 4, &mut again);
        model.play(7, 3, &mut again);
        assert_eq!((&first.values, &first.series), (&again.values, &again.series));
    }
}

prop_compose! {
    /// Any small organisation.
    fn any_organisation()(
        (silos, silo_size) in (1u32..5, 1u32..7), (blocks, complexity) in (1u32..9, 1u32..9),
        (costly, code, variant) in (any::<bool>(), any::<bool>(), any::<bool>()),
        outside in prop::array::uniform8(0.0f64..=1.0), inside in prop::array::uniform5(0.0f64..=1.0),
        (senior_weight, opens, session_length, every, sessions) in
            (1u32..9, 1u32..12, 1u32..5, 5u32..9, 0u32..5),
        periods in 1u32..40, course in 0u32..40,
    ) -> (CreativeSpaceParameters, MarchVariant) {
        let [rewiring, learning, search, norm, pressure, routine, seniors, p1] = outside;
        let [share, shield, interaction, space_search, inclusion] = inside;
        let parameters = CreativeSpaceParameters {
            people: silos * silo_size,
            silo_size,
            dimensions: blocks * complexity,
            complexity,
            mistakes: if costly { Mistakes::Costly } else { Mistakes::Free },
            rewiring, learning, search, code, p1, p2: 0.5, norm, pressure, routine, seniors,
            senior_weight, share, opens, session_length, every, sessions, shield, interaction,
            space_search, inclusion, periods, course,
        };
        (parameters, if variant { OriginalCode } else { PaperLiteral })
    }
}

proptest! {
    /// Every outcome stays within its range and has its course; nothing is lost of what was
    /// found, and nobody is above the best.
    #[test]
    fn outcomes_stay_within_their_ranges((parameters, variant) in any_organisation(), replicate: u32) {
        let mut model = parameters.check(variant, "").unwrap();
        let mut record = Record::default();
        model.play(1, replicate, &mut record);
        prop_assert_eq!(record.values.len(), model.outcomes().len());
        prop_assert_eq!(record.series.len(), model.outcomes().len());
        let length = parameters.course.min(parameters.periods) as usize + 1;
        for ((outcome, &value), course) in
            model.outcomes().iter().zip(&record.values).zip(&record.series)
        {
            let within = |value: &f64| (outcome.least..=outcome.most).contains(value);
            prop_assert!(within(&value), "{} {value}", outcome.name);
            prop_assert!(course.iter().all(within), "{} {course:?}", outcome.name);
            prop_assert_eq!(course.len(), if outcome.course { length } else { 0 });
        }
        let [performance, best, found] = record.series.get(..3).unwrap() else { panic!("three") };
        prop_assert!(found.is_sorted());
        prop_assert!(performance.iter().zip(best).all(|(mean, best)| mean <= best));
        prop_assert!(best.iter().zip(found).all(|(now, ever)| now <= ever));
    }
}

#[test]
fn a_seed_gives_the_same_replicate_for_ever() {
    let left = |parameters: &CreativeSpaceParameters| {
        ["performance", "found", "anchoring", "carried"]
            .map(|name| of(&played(parameters, 0), name))
    };
    assert_eq!(left(&small()), SMALL);
    assert_eq!(left(&CreativeSpaceParameters { code: true, ..small() }), SMALL_WITH_A_CODE);
}

const SMALL: [f64; 4] = [5.0 / 24.0, 1.0 / 3.0, 1.0 / 3.0, 0.875];
const SMALL_WITH_A_CODE: [f64; 4] = [0.638_888_888_888_889, 5.0 / 6.0, 1.0 / 12.0, 0.875];
