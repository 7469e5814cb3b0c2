//! What was erased is gone, whoever erased it and whatever else happened meanwhile.

use super::*;

#[test]
fn after_an_erasure_no_document_yields_who_it_was_or_what_they_said() {
    let mut desk = Desk::opened();
    let secret =
        json!({"id": "zoe-7713", "role": "patient", "needs": ["quiet-room"], "reportsTo": "ana"});
    desk.act("ana", json!({"invite": {"person": secret}})).unwrap();
    desk.act("zoe-7713", json!({"join": {}})).unwrap();
    desk.act("zoe-7713", json!({"propose": {"idea": "lamp", "title": "my hidden words"}})).unwrap();
    desk.act("zoe-7713", json!({"leave": {"reason": "my hidden words"}})).unwrap();
    desk.act("ana", json!({"invite": {"person": {"id": "kim", "role": "nurse"}}})).unwrap();
    let before = serde_json::to_string(&(&desk.journal, &desk.state)).unwrap();
    assert!(before.contains("zoe-7713") && before.contains("my hidden words"));
    let request = ApplyRequest {
        journal: desk.journal.clone(),
        state: None,
        command: command(json!({"erase": {"person": "zoe-7713"}})),
        at: "2026-04-01T00:00:00Z".to_owned(),
        by: id("ana"),
        id: id("erasure"),
        salt: None,
    };
    let applied = apply(&request).unwrap();
    let after = serde_json::to_string(&applied).unwrap();
    for word in ["zoe-7713", "my hidden words", "quiet-room"] {
        assert!(!after.contains(word), "{word} is still there");
    }
    assert!(after.contains("kim"));
    let whole =
        VerifyRequest { events: applied.redacted.clone(), head: applied.state.heads.clone() };
    let verified = verify(&whole).unwrap();
    assert!(verified.intact && verified.to_redact.is_empty());
    // A fork that never heard of the erasure brings nothing back.
    let merged = joined(&applied.redacted, &desk.journal);
    assert!(!serde_json::to_string(&merged).unwrap().contains("zoe-7713"));
    // What a host forgot to remove is named, and stays out of the state.
    let mut careless = desk.journal.clone();
    careless.push(applied.events[0].clone());
    let verified = verify(&VerifyRequest { events: careless.clone(), head: vec![] }).unwrap();
    assert_eq!(verified.to_redact, [1, 3, 4]);
    assert!(!serde_json::to_string(&fold(None, &careless).unwrap()).unwrap().contains("hidden"));
}

#[test]
fn whoever_asked_to_be_remembered_as_erased_is_not_invited_again() {
    let invite = json!({"invite": {"person": {"id": "zoe", "role": "patient"}}});
    for remember in [true, false] {
        let mut desk = Desk::opened();
        desk.act("ana", invite.clone()).unwrap();
        desk.act("ana", json!({"erase": {"person": "zoe", "remember": remember}})).unwrap();
        let again = desk.act("ana", invite.clone()).map_err(|error| error.code());
        assert_eq!(again.err(), remember.then_some(Code::SpaceErased));
    }
}

#[test]
fn an_erasure_in_a_fork_wins_over_what_the_other_did() {
    let mut office = Desk::opened();
    for (person, role) in [("zoe", "patient"), ("bo", "nurse")] {
        office.act("ana", json!({"invite": {"person": {"id": person, "role": role}}})).unwrap();
        office.act(person, json!({"join": {}})).unwrap();
    }
    let mut tablet = office.fork("tablet");
    // In the office Bo leaves and is erased; on the tablet, meanwhile, Bo has Zoe erased.
    office.act("bo", json!({"leave": {}})).unwrap();
    office.act("ana", json!({"erase": {"person": "bo"}})).unwrap();
    tablet.act("zoe", json!({"propose": {"idea": "lamp", "title": "my own words"}})).unwrap();
    tablet.act("bo", json!({"erase": {"person": "zoe"}})).unwrap();
    let merged = joined(&office.journal, &tablet.journal);
    let erased = merged.state.members.values().filter(|held| held.standing == Standing::Erased);
    assert_eq!(erased.filter(|held| held.person.is_none()).count(), 2);
    let all = serde_json::to_string(&merged).unwrap();
    assert!(!all.contains("zoe") && !all.contains("\"bo\"") && !all.contains("my own words"));
    assert_eq!(merged.state.members.len(), 3);
    assert_eq!(merged.state.present().count(), 1);
}

#[test]
fn people_have_themselves_erased_at_any_time_and_others_by_whoever_takes_part() {
    let mut desk = Desk::opened();
    for (person, role) in [("zoe", "patient"), ("bo", "nurse")] {
        desk.act("ana", json!({"invite": {"person": {"id": person, "role": role}}})).unwrap();
    }
    let erase = |person: &str| json!({"erase": {"person": person}});
    assert_eq!(desk.refusal("bo", erase("zoe")), (Code::SpaceNotAMember, "/by".to_owned()));
    let token = desk.state.token_of(&id("bo")).cloned().unwrap();
    desk.act("bo", erase("bo")).unwrap();
    desk.act("ana", json!({"close": {}})).unwrap();
    desk.act("ana", erase("zoe")).unwrap();
    let again = desk.refusal("ana", erase(token.as_str()));
    assert_eq!(again, (Code::SpaceErased, "/command/erase/person".to_owned()));
}
