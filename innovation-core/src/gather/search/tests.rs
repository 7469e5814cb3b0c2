//! Laws of the search as a whole.

use super::cases::{Case, any_case, any_sparse, assignments, keeps, neighbours, worth};
use super::*;
use crate::gather::instance::Group;
use crate::watch::{Progress, Unwatched};
use proptest::prelude::*;

/// Says stop at the n-th question.
struct StopAfter(u32);

impl Watch for StopAfter {
    fn proceed(&mut self, _: &Progress) -> bool {
        self.0 = self.0.saturating_sub(1);
        self.0 > 0
    }
}

fn steps(iterations: u64) -> Budget {
    Budget { iterations: Some(iterations), ..Budget::default() }
}

/// The answer keeps the rules, has the value it states and nothing next to it is better.
fn check(case: &Case, found: &Found) {
    let Case { instance, start, stay } = case;
    assert!(keeps(instance, &found.assignment));
    assert_eq!(worth(instance, &found.assignment, stay), found.value);
    assert!(found.value >= worth(instance, start, stay));
    for next in neighbours(&found.assignment, instance.groups.len()) {
        assert!(!keeps(instance, &next) || worth(instance, &next, stay) <= found.value);
    }
}

fn keep(case: &Case) -> Keep {
    Keep { stay: case.stay.clone() }
}

proptest! {
    /// Whatever the rules, the answer keeps them and is a local optimum.
    #[test]
    fn answers_keep_the_rules_and_cannot_be_bettered_by_a_move(case in any_case(), seed in 0u64..9) {
        let found = improve(
            &case.instance, case.start.clone(), Some(&keep(&case)), &steps(20_000), seed, &mut Unwatched,
        );
        prop_assert!(!found.stopped);
        check(&case, &found);
    }

    /// A search that is stopped still answers with a local optimum.
    #[test]
    fn a_stopped_search_answers_as_well(case in any_case(), questions in 1u32..20) {
        let found = improve(
            &case.instance, case.start.clone(), Some(&keep(&case)), &Budget::default(), 1,
            &mut StopAfter(questions),
        );
        prop_assert!(found.stopped || found.iterations == 0);
        check(&case, &found);
    }

    /// Factored values and the matrix they stand for have the same best.
    #[test]
    fn ties_and_matrix_agree((ties, matrix) in any_sparse(7), seed in 0u64..9) {
        let groups = vec![
            Group { min: 3, max: 3, counted: true },
            Group { min: 4, max: 4, counted: false },
        ];
        let instance = |pairs| Instance {
            pairs, mass: vec![1; 7], groups: groups.clone(), allowed: vec![true; 14],
            apart: vec![Vec::new(); 7], quotas: Vec::new(),
        };
        let (sparse, dense) = (instance(Pairs::Sparse(ties)), instance(Pairs::Dense(matrix)));
        let start = vec![0, 0, 0, 1, 1, 1, 1];
        let found = improve(&sparse, start.clone(), None, &steps(20_000), seed, &mut Unwatched);
        prop_assert_eq!(found.value, worth(&dense, &found.assignment, &[]));
        let other = improve(&dense, start, None, &steps(20_000), seed, &mut Unwatched);
        prop_assert_eq!(found.value, other.value);
    }

    /// Neither the smallest pair of a choice nor, where that stays, the sum is ever lost. That
    /// it is the largest of all is the matter of the proof that comes before.
    #[test]
    fn the_smallest_pair_is_never_lost(
        draws in prop::collection::vec(0i32..12, 64), size in 2u32..5,
    ) {
        let units = 8;
        let mut pairs = vec![0; units * units];
        for i in 0..units {
            for j in 0..i {
                let pair = draws[i * units + j];
                (pairs[i * units + j], pairs[j * units + i]) = (pair, pair);
            }
        }
        let rest = units as u32 - size;
        let instance = Instance {
            pairs: Pairs::Dense(pairs), mass: vec![1; units],
            groups: vec![
                Group { min: size, max: size, counted: true },
                Group { min: rest, max: rest, counted: false },
            ],
            allowed: vec![true; 2 * units], apart: vec![Vec::new(); units], quotas: Vec::new(),
        };
        let start: Vec<u32> = (0..units as u32).map(|unit| u32::from(unit >= size)).collect();
        let rank = |home: &[u32]| (smallest::smallest(&instance, home), worth(&instance, home, &[]));
        let best = assignments(units, 2).filter(|home| keeps(&instance, home)).map(|h| rank(&h)).max();
        let found = improve_smallest(&instance, start.clone(), &steps(400_000), 3, &mut Unwatched);
        prop_assert!(keeps(&instance, &found.assignment));
        prop_assert!(rank(&found.assignment) >= rank(&start));
        prop_assert!(Some(rank(&found.assignment)) <= best);
    }
}

/// Two groups of four from eight, drawn from a fixed rule.
fn eight() -> Case {
    let pair = |a: usize, b: usize| if a == b { 0 } else { ((a * b * 37 + a + b) % 101) as i32 };
    let group = Group { min: 4, max: 4, counted: true };
    let instance = Instance {
        pairs: Pairs::Dense((0..64).map(|cell| pair(cell / 8, cell % 8)).collect()),
        mass: vec![1; 8],
        groups: vec![group; 2],
        allowed: vec![true; 16],
        apart: vec![Vec::new(); 8],
        quotas: Vec::new(),
    };
    Case { instance, start: vec![0, 0, 0, 0, 1, 1, 1, 1], stay: Vec::new() }
}

#[test]
fn the_best_of_a_small_case_is_found_and_proved_by_counting() {
    let Case { instance, start, .. } = eight();
    let all = assignments(8, 2).filter(|home| keeps(&instance, home));
    let best = all.map(|home| worth(&instance, &home, &[])).max();
    let found = improve(&instance, start, None, &steps(50_000), 1, &mut Unwatched);
    assert_eq!(Some(found.value), best);
}

#[test]
fn the_same_seed_and_steps_give_the_same_answer() {
    let Case { instance, start, .. } = eight();
    let run = |seed| improve(&instance, start.clone(), None, &steps(300_000), seed, &mut Unwatched);
    assert_eq!(run(4), run(4));
}

#[test]
fn a_bonus_for_staying_that_outweighs_all_pairs_keeps_everyone() {
    let Case { instance, start, .. } = eight();
    let stays = |unit: usize, group: u32| i64::from(start[unit] == group) << 40;
    let stay = (0..8).flat_map(|unit| [stays(unit, 0), stays(unit, 1)]).collect();
    let found =
        improve(&instance, start.clone(), Some(&Keep { stay }), &steps(200_000), 1, &mut Unwatched);
    assert_eq!(found.assignment, start);
}

#[test]
fn nobody_and_one_group_are_answered_at_once() {
    let group = Group { min: 0, max: 9, counted: true };
    let pairs = Pairs::Dense(vec![0, 7, 7, 0]);
    let (allowed, apart) = (vec![true; 2], vec![Vec::new(); 2]);
    let mass = vec![1; 2];
    let two = Instance { pairs, mass, groups: vec![group], allowed, apart, quotas: Vec::new() };
    let found = improve(&two, vec![0, 0], None, &Budget::default(), 1, &mut Unwatched);
    assert_eq!((found.value, found.iterations), (7, 0));
    let nobody = Instance {
        pairs: Pairs::Dense(Vec::new()),
        mass: Vec::new(),
        allowed: Vec::new(),
        apart: Vec::new(),
        ..two
    };
    let found = improve(&nobody, Vec::new(), None, &Budget::default(), 1, &mut Unwatched);
    assert!(found.assignment.is_empty());
}
