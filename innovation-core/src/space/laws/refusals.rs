//! What is refused, with which code and at which place.

use super::*;

#[test]
fn a_refusal_names_its_cause_and_its_place() {
    let charter = |version: u32| {
        json!({"amendCharter": {"charter": {"version": version,
        "parties": ["chu", "city"], "clauses": [{"id": "purpose", "text": "quiet"}]}}})
    };
    let mut unopened = Desk::new("desk");
    assert_eq!(unopened.refusal("ana", json!({"join": {}})).0, Code::SpaceNotOpen);
    let mut desk = Desk::opened();
    let cases = [
        ("ana", opening(), Code::SpaceAlreadyOpen, "/command/open"),
        ("bo", json!({"propose": {"idea": "x", "title": "x"}}), Code::SpaceNotAMember, "/by"),
        (
            "ana",
            json!({"decide": {"idea": "x", "decision": "park"}}),
            Code::SpaceUnknownSubject,
            "/command/decide/idea",
        ),
        ("ana", json!({"sign": {"party": "chu"}}), Code::SpaceNotAdmitted, "/command/sign/party"),
        ("ana", charter(2), Code::SpaceNotAdmitted, "/command/amendCharter/charter/version"),
        (
            "ana",
            json!({"advanceStage": {"to": "evaluation"}}),
            Code::SpaceNotAdmitted,
            "/command/advanceStage/to",
        ),
        (
            "ana",
            json!({"advanceStage": {"to": "exploration"}}),
            Code::SpaceGateClosed,
            "/command/advanceStage/to",
        ),
        (
            "ana",
            json!({"lapse": {"measure": "x"}}),
            Code::SpaceUnknownSubject,
            "/command/lapse/measure",
        ),
        ("ana", json!({"lapse": {}}), Code::SpaceInvalidEvent, "/command/lapse"),
        (
            "ana",
            json!({"erase": {"person": "x"}}),
            Code::SpaceUnknownSubject,
            "/command/erase/person",
        ),
        (
            "ana",
            json!({"invite": {"person": {"id": "ana", "role": "nurse"}}}),
            Code::SpaceDuplicateId,
            "/command/invite/person/id",
        ),
        (
            "ana",
            json!({"invite": {"person": {"id": "bo", "role": "wizard"}}}),
            Code::PeopleUnknownRole,
            "/command/invite/person/role",
        ),
        (
            "ana",
            json!({"invite": {"person": {"id": "bo", "role": "nurse", "reportsTo": "x"}}}),
            Code::SpaceUnknownSubject,
            "/command/invite/person/reportsTo",
        ),
        (
            "ana",
            json!({"suspendNorm": {"norm": {"id": "n", "norm": "rank", "scope": "here", "until": "2027-01-01"}}}),
            Code::SpaceNotAdmitted,
            "/command/suspendNorm/norm",
        ),
    ];
    for (by, value, code, path) in cases {
        assert_eq!(desk.refusal(by, value.clone()), (code, path.to_owned()), "{value}");
    }
    desk.act("ana", charter(1)).unwrap();
    assert_eq!(
        desk.refusal("ana", json!({"sign": {"party": "city"}})),
        (Code::SpaceNotAdmitted, "/command/sign/party".to_owned())
    );
    desk.act("ana", json!({"invite": {"person": {"id": "eve", "role": "nurse"}}})).unwrap();
    desk.act("eve", json!({"join": {}})).unwrap();
    let unattached = desk.refusal("eve", json!({"sign": {"party": "chu"}}));
    assert_eq!(unattached, (Code::SpaceNotAdmitted, "/command/sign/party".to_owned()));
    desk.act("ana", json!({"propose": {"idea": "lamp", "title": "a lamp"}})).unwrap();
    let unproven = json!({"develop": {"idea": "lamp", "maturity": "concept"}});
    let unproven = desk.refusal("ana", unproven);
    assert_eq!(unproven, (Code::SpaceNotAdmitted, "/command/develop/evidence".to_owned()));
    let touching = json!({"suspendNorm": {"norm": {"id": "n", "norm": "rank", "scope": "here",
        "until": "2027-01-01", "touches": ["consent"]}}});
    assert_eq!(desk.refusal("ana", touching).0, Code::ProtectSafeguardSuspended);
    let early = desk.act_at("ana", json!({"leave": {}}), "2025-01-01T00:00:00Z").unwrap_err();
    assert_eq!((early.code(), early.path()), (Code::SpaceClockBackwards, "/at"));
    let leave = command(json!({"leave": {"reason": "tired"}}));
    let unsalted =
        decide(&desk.state, &leave, "2026-05-01", &id("ana"), &id("e"), None).unwrap_err();
    assert_eq!((unsalted.code(), unsalted.path()), (Code::SpaceMissingSalt, "/salt"));
    desk.act("ana", json!({"leave": {}})).unwrap();
    assert_eq!(
        desk.refusal("ana", json!({"propose": {"idea": "x", "title": "x"}})),
        (Code::SpaceNotAMember, "/by".to_owned())
    );
}

#[test]
fn a_journal_that_does_not_hold_is_refused_at_its_place() {
    let mut desk = Desk::opened();
    for idea in ["a", "b", "c"] {
        desk.act("ana", json!({"propose": {"idea": idea, "title": idea}})).unwrap();
    }
    let check = |change: fn(&mut Vec<Event>), code, path: &str| {
        let mut events = desk.journal.clone();
        change(&mut events);
        let error = fold(None, &events).unwrap_err();
        assert_eq!((error.code(), error.path()), (code, path), "{error}");
    };
    check(|events| events.swap(1, 2), Code::SpaceWrongPrevious, "/events/1/previous/0");
    check(|events| drop(events.remove(0)), Code::SpaceWrongPrevious, "/events/0/previous/0");
    check(
        |events| events.insert(1, events[0].clone()),
        Code::SpaceWrongPrevious,
        "/events/1/previous",
    );
    check(|events| events.insert(2, events[1].clone()), Code::SpaceWrongPrevious, "/events/2");
    check(
        |events| events[2].previous = vec!["0".repeat(64)],
        Code::SpaceWrongPrevious,
        "/events/2/previous/0",
    );
    check(|events| events[3].at = "yesterday".to_owned(), Code::SpaceInvalidEvent, "/events/3/at");
    check(
        |events| events[3].at = "2020-01-01".to_owned(),
        Code::SpaceClockBackwards,
        "/events/3/at",
    );
    check(
        |events| events[3].open.as_mut().unwrap().salt.push('x'),
        Code::SpaceForged,
        "/events/3/open",
    );
    check(|events| events[0].sealed = None, Code::SpaceForged, "/events/0/open");
}

#[test]
fn a_snapshot_that_cannot_be_built_on_is_refused_at_its_place() {
    let desk = Desk::opened();
    let refused = |change: fn(&mut State), path: &str| {
        let mut state = desk.state.clone();
        change(&mut state);
        let error = fold(Some(&state), &[]).unwrap_err();
        assert_eq!((error.code(), error.path()), (Code::ContractInvalidValue, path));
    };
    refused(|state| state.format.push('9'), "/state/format");
    refused(|state| state.heads.push("no head".to_owned()), "/state/heads/1");
    refused(|state| state.at = Some("soon".to_owned()), "/state/at");
}

#[test]
fn what_is_sealed_and_cannot_be_read_is_refused() {
    let mut desk = Desk::opened();
    desk.act("ana", json!({"propose": {"idea": "lamp", "title": "a lamp"}})).unwrap();
    let event = &mut desk.journal[1];
    let open = event.open.as_mut().unwrap();
    open.data.insert("title".to_owned(), json!(7));
    event.sealed = Some(open.seal());
    let error = fold(None, &desk.journal).unwrap_err();
    assert_eq!(
        (error.code(), error.path()),
        (Code::SpaceInvalidEvent, "/events/1/open/data/title")
    );
}

#[test]
fn a_journal_of_too_many_branches_is_refused() {
    let base = Desk::opened();
    let mut journal = base.journal.clone();
    for at in 0..1_001 {
        let mut desk = Desk { count: at, ..base.fork("fork") };
        desk.act("ana", json!({"propose": {"idea": format!("i{at}"), "title": "x"}})).unwrap();
        journal.extend(desk.journal.pop());
    }
    let fold = |count: usize| fold(None, &journal[..count]).map_err(|error| error.code());
    assert!(fold(1_001).is_ok());
    assert_eq!(fold(1_002), Err(Code::ContractTooLarge));
}
