//! What is hidden and what is refused, case by case.

use super::*;
use proptest::prelude::*;

#[test]
fn one_small_count_takes_a_rectangle_with_it() {
    let answer = ask(&request(
        &[vec![20, 3, 40], vec![30, 25, 50], vec![60, 70, 21]],
        json!({"minimum": 5}),
    ))
    .unwrap();
    assert_eq!(figures(&answer), ["c p 40 63", "c c 50 105", "60 70 21 151", "110 98 111 319"]);
    assert_eq!((answer.loss.cells, answer.loss.count), (4, 78));
    assert_eq!((answer.loss.complementary_cells, answer.loss.complementary_count), (3, 75));
    let small = answer.hidden.iter().find(|cell| cell.why == HiddenKind::Primary).unwrap();
    assert_eq!(small.interval, (1, Some(4)));
    assert!(answer.proved && answer.protected);
}

#[test]
fn without_complementary_hiding_the_answer_says_what_is_solved_back() {
    let answer =
        ask(&request(&[vec![20, 3], vec![30, 25]], json!({"minimum": 5, "secondary": false})))
            .unwrap();
    assert_eq!(figures(&answer), ["20 p 23", "30 25 55", "50 28 78"]);
    assert!(!answer.protected && !answer.hidden[0].protected);
    assert_eq!(answer.hidden[0].interval, (3, Some(3)));
}

#[test]
fn a_small_total_is_hidden_without_a_word_on_its_size() {
    let answer = ask(&request(&[vec![2, 0], vec![30, 25]], json!({"minimum": 5}))).unwrap();
    let figures = figures(&answer);
    assert!(figures[0].starts_with("p 0 t"), "{figures:?}");
    let lone = ask(&request(&[vec![1, 1], vec![1, 1]], json!({"minimum": 5}))).unwrap();
    assert!(lone.hidden.iter().all(|cell| cell.protected));
}

#[test]
fn totals_are_computed_before_they_are_rounded() {
    let answer = ask(&request(&[vec![12, 12], vec![12, 12]], json!("nhs-hes"))).unwrap();
    assert_eq!(figures(&answer), ["10 10 25", "10 10 25", "25 25 50"]);
}

#[test]
fn a_mean_over_few_people_is_hidden_with_their_number() {
    let mut request = request(&[vec![9, 3], vec![0, 12]], json!("nhs-hes"));
    request["table"]["means"] = json!([[1.5, 2.5], [null, 3.5]]);
    let answer = ask(&request).unwrap();
    for cell in answer.release.cells.concat() {
        assert!(cell.hidden.is_none() || cell.mean.is_none());
    }
    assert_eq!(answer.release.cells[0][1].mean, None);
    assert!(answer.release.cells.concat().iter().any(|cell| cell.mean.is_some()));
}

#[test]
fn tables_and_policies_that_contradict_themselves_are_refused_at_their_place() {
    let good = request(&[vec![20, 3], vec![30, 25]], json!({"minimum": 5}));
    assert!(ask(&good).is_ok());
    let (table, policy) = (Code::ProtectInvalidTable, Code::ProtectInvalidPolicy);
    for (place, value, code, path) in [
        ("/table/counts", json!([[1, 2]]), table, "/table/counts"),
        ("/table/counts/1", json!([1]), table, "/table/counts/1"),
        ("/table/counts/1/0", json!(-1), table, "/table/counts/1/0"),
        ("/table/counts/0/1", json!(1_000_000_001), table, "/table/counts/0/1"),
        ("/table/rows/1", json!("r0"), table, "/table/rows/1"),
        ("/table/columns/1", json!("c0"), table, "/table/columns/1"),
        ("/table/columns/1", json!("x".repeat(201)), table, "/table/columns/1"),
        ("/table/rows", json!([]), table, "/table/rows"),
        ("/table/rows", json!(names("r", 61)), table, "/table/rows"),
        ("/policy", json!("nhs"), policy, "/policy"),
        ("/policy", json!({"minimum": 2}), policy, "/policy/minimum"),
        ("/policy", json!({"minimum": 1, "protectZero": true}), policy, "/policy/minimum"),
        ("/policy", json!({"minimum": 1_001}), policy, "/policy/minimum"),
        ("/policy", json!({"minimum": 5, "round": 1}), policy, "/policy/round"),
        ("/policy", json!({"minimum": 4, "round": 10}), policy, "/policy/round"),
        ("/policy", json!({"minimum": 5, "interval": 0}), policy, "/policy/interval"),
        ("/policy", json!({"minimum": 5, "interval": 4}), policy, "/policy/interval"),
    ] {
        let mut request = good.clone();
        *request.pointer_mut(place).unwrap() = value.clone();
        assert_eq!(refused(&request), (code, path.to_owned()), "{place} {value}");
    }
    let with = |means: Value| {
        let mut request = good.clone();
        request["table"]["means"] = means;
        request
    };
    let mut bare = with(json!([[1.0, 2.0], [1.0, 2.0]]));
    bare["table"]["counts"] = json!([]);
    assert_eq!(refused(&bare), (table, "/table/counts".to_owned()));
    assert_eq!(refused(&with(json!([[1.0, 2.0]]))), (table, "/table/means".to_owned()));
    let mut zero = with(json!([[1.0, 2.0], [1.0, 2.0]]));
    zero["table"]["counts"][1][0] = json!(0);
    assert_eq!(refused(&zero), (table, "/table/means/1/0".to_owned()));
    let mut many = good;
    many["released"] = json!(vec![many["table"].clone(); 21]);
    assert_eq!(refused(&many), (table, "/released".to_owned()));
}

#[test]
fn a_policy_of_an_answer_can_be_sent_again() {
    for policy in policies() {
        let first = ask(&request(&[vec![20, 3], vec![30, 25]], policy)).unwrap();
        let again = serde_json::to_value(&first.release.policy).unwrap();
        assert_eq!(ask(&request(&[vec![20, 3], vec![30, 25]], again)).unwrap(), first);
    }
}

/// What a second release is refused for, after a first of other counts and labels.
fn after(
    first: (&[&str], &[Vec<i64>]),
    second: (&[&str], &[Vec<i64>]),
    policy: &Value,
) -> Option<(String, Value)> {
    let make = |(columns, counts): (&[&str], &[Vec<i64>])| {
        let mut request = request(counts, policy.clone());
        request["table"]["columns"] = json!(columns);
        request
    };
    let earlier = ask(&make(first)).unwrap();
    let mut request = make(second);
    request["released"] = json!([earlier.release]);
    match ask(&request) {
        Ok(_) => None,
        Err(error) => {
            assert_eq!(error.code(), Code::ProtectDifferencing);
            Some((error.path().to_owned(), error.facts().unwrap().clone()))
        }
    }
}

#[test]
fn what_lies_between_two_releases_is_not_a_few_people() {
    let policy = json!({"minimum": 5});
    let base = [vec![20, 30, 40], vec![25, 35, 45]];
    let labels: &[&str] = &["a", "b", "c"];
    // The same table again, and one with many people more.
    assert_eq!(after((labels, &base), (labels, &base), &policy), None);
    let many = [vec![30, 30, 40], vec![25, 35, 45]];
    assert_eq!(after((labels, &base), (labels, &many), &policy), None);
    // One person more, one fewer.
    let one = [vec![21, 30, 40], vec![25, 35, 45]];
    let place = Some(("/released/0".to_owned(), json!({"row": "r0", "column": "a"})));
    assert_eq!(after((labels, &base), (labels, &one), &policy), place);
    assert_eq!(after((labels, &one), (labels, &base), &policy), place);
    // Rounded figures are ranges: one person more does not show.
    let round = json!({"minimum": 5, "round": 5});
    assert_eq!(after((labels, &base), (labels, &one), &round), None);
}

#[test]
fn a_total_less_that_of_its_part_gives_nobody_away() {
    let policy = json!({"minimum": 5});
    let part = [vec![20, 30], vec![25, 35]];
    // The added column has two people in the first row: its total less the earlier one.
    let whole = [vec![20, 30, 2], vec![25, 35, 45]];
    let (two, three): (&[&str], &[&str]) = (&["a", "b"], &["a", "b", "c"]);
    assert!(after((two, &part), (three, &whole), &policy).is_some());
    assert!(after((three, &whole), (two, &part), &policy).is_some());
    let many = [vec![20, 30, 12], vec![25, 35, 45]];
    assert_eq!(after((two, &part), (three, &many), &policy), None);
    assert_eq!(after((three, &many), (two, &part), &policy), None);
}

#[test]
fn another_choice_of_hidden_places_for_the_same_people_is_refused() {
    let counts = [vec![20, 3, 40], vec![30, 25, 50], vec![60, 70, 21]];
    let mut request = request(&counts, json!({"minimum": 5}));
    // Published as it was, with the small count.
    request["released"] = json!([request["table"].clone()]);
    assert_eq!(refused(&request), (Code::ProtectDifferencing, "/released/0".to_owned()));
    // Hidden under a stricter policy before.
    let mut strict = request.clone();
    strict["policy"] = json!({"minimum": 22});
    strict.as_object_mut().unwrap().remove("released");
    request["released"] = json!([ask(&strict).unwrap().release]);
    assert_eq!(refused(&request), (Code::ProtectDifferencing, "/released/0".to_owned()));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// A release can be repeated, and the order of rows and columns does not matter for that.
    #[test]
    fn the_same_table_may_be_released_again(at in 0u32..100_000, policy in 0usize..6) {
        let counts = table(&mut stream(at), 6);
        let mut request = request(&counts, policies()[policy].clone());
        let first = ask(&request).unwrap();
        request["released"] = json!([first.release]);
        prop_assert_eq!(ask(&request).unwrap(), first);
    }

    /// Whatever is shown is the rounded truth, no small count among it.
    #[test]
    fn what_is_shown_is_true_and_never_small(at in 0u32..100_000, policy in 0usize..6) {
        let counts = table(&mut stream(at), 6);
        let answer = ask(&request(&counts, policies()[policy].clone())).unwrap();
        let (_, limit) = PolicyChoice::Own(Box::new(answer.release.policy.clone())).read("").unwrap();
        for (cells, counts) in answer.release.cells.iter().zip(&counts) {
            for (cell, &count) in cells.iter().zip(counts) {
                prop_assert_eq!(cell.count.is_none(), cell.hidden.is_some());
                if let Some(shown) = cell.count {
                    prop_assert_eq!(shown as i64, limit.rounded(count));
                    prop_assert!(!limit.small(count));
                }
            }
        }
    }
}
