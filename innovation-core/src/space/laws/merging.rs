//! Journals that forked become one, whoever merges with whom.

use super::*;

/// A space and three forks of it.
fn forks(seed: u64) -> [Vec<Event>; 3] {
    let mut dice = Dice(seed);
    let mut base = Desk::opened();
    base.act("ana", json!({"invite": {"person": {"id": "bo", "role": "nurse"}}})).unwrap();
    base.act("bo", json!({"join": {}})).unwrap();
    base.act("bo", json!({"propose": {"idea": "lamp", "title": "A lamp"}})).unwrap();
    for _ in 0..dice.roll(8) {
        base.stir(&mut dice);
    }
    ["tablet", "office", "train"].map(|name| {
        let mut desk = base.fork(name);
        for _ in 0..3 + dice.roll(7) {
            desk.stir(&mut dice);
        }
        desk.journal
    })
}

#[test]
fn merging_does_not_depend_on_who_merges_with_whom_in_which_order_or_how_often() {
    let (mut conflicts, mut forked) = (0, 0);
    for seed in 0..10_000 {
        let [a, b, c] = forks(seed);
        let ab = joined(&a, &b);
        assert_eq!(ab, joined(&b, &a), "commutative, {seed}");
        assert_eq!(ab, joined(&ab.events, &b), "idempotent, {seed}");
        let left = joined(&ab.events, &c);
        assert_eq!(left, joined(&a, &joined(&b, &c).events), "associative, {seed}");
        let kept = |events: &[Event]| {
            events.iter().all(|event| left.events.iter().any(|held| held.head() == event.head()))
        };
        assert!(kept(&a) && kept(&b) && kept(&c), "nothing is lost, {seed}");
        let erasures = left.events.iter().filter(|event| event.kind == "erase");
        for token in erasures.map(|event| id(event.text("member").unwrap())) {
            // Whose invitation was not admitted never was a member.
            let member = left.state.members.get(&token);
            let gone = member.is_none_or(|held| held.standing == Standing::Erased);
            assert!(gone, "an erasure wins, {seed}");
        }
        conflicts += usize::from(!left.state.conflicts.is_empty());
        forked += usize::from(left.state.heads.len() > 1);
    }
    assert!(conflicts > 1_000 && forked > 5_000, "{conflicts} with conflicts, {forked} forked");
}

#[test]
fn after_a_merge_the_next_command_follows_every_end() {
    let mut base = Desk::opened();
    let mut tablet = base.fork("tablet");
    tablet.act("ana", json!({"propose": {"idea": "lamp", "title": "A lamp"}})).unwrap();
    base.act("ana", json!({"propose": {"idea": "lamp", "title": "Another lamp"}})).unwrap();
    let merged = joined(&base.journal, &tablet.journal);
    assert_eq!(merged.state.conflicts.len(), 1);
    assert_eq!(merged.state.conflicts[0].code, "space.duplicate-id");
    let mut desk = Desk { state: merged.state, journal: merged.events, ..base };
    desk.act("ana", json!({"decide": {"idea": "lamp", "decision": "pursue"}})).unwrap();
    assert_eq!(desk.journal.last().unwrap().previous.len(), 2);
    assert_eq!(fold(None, &desk.journal).unwrap(), desk.state);
}

#[test]
fn two_decisions_that_did_not_see_each_other_are_listed() {
    let mut base = Desk::opened();
    base.act("ana", json!({"propose": {"idea": "lamp", "title": "A lamp"}})).unwrap();
    let mut tablet = base.fork("tablet");
    tablet.act("ana", json!({"decide": {"idea": "lamp", "decision": "stop"}})).unwrap();
    base.act("ana", json!({"decide": {"idea": "lamp", "decision": "pursue"}})).unwrap();
    let merged = joined(&base.journal, &tablet.journal);
    let codes: Vec<_> = merged.state.conflicts.iter().map(|held| held.code.as_str()).collect();
    assert_eq!(codes, ["space.concurrent"]);
    assert!(merged.state.conflicts[0].with.is_some());
}

#[test]
fn two_openings_make_two_spaces() {
    let (one, mut other) = (Desk::opened(), Desk::new("other"));
    other.act("ana", opening()).unwrap();
    let error = merge(&MergeRequest { a: one.journal, b: other.journal }).unwrap_err();
    assert_eq!(error.code(), Code::SpaceDifferentSpaces);
}
