//! Operations of the contract.

use crate::common::{Server, refused, told};
use serde_json::json;
use std::time::{Duration, Instant};

#[tokio::test(flavor = "multi_thread")]
async fn an_operation_answers_as_through_every_other_door() {
    let server = Server::start().await;
    let request = json!({"people": [{"id": "a", "role": "nurse"}, {"id": "b", "role": "patient"}]});
    let response = server.post("call/people.profile", "ana", request.to_string());
    let text = response.send().await.unwrap().text().await.unwrap();
    assert_eq!(text, innovation_core::call("people.profile", &request.to_string()).unwrap());
    server.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_refused_says_where() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::with(folder, |settings| settings.largest = 1000).await;
    let asked = [
        ("call/gather.select", "{", "400 contract.not-json"),
        (
            "call/gather.select",
            r#"{"people": [], "size": "two"}"#,
            "400 contract.invalid-value /size",
        ),
        ("call/gather.select", r#"{"peeple": []}"#, "400 contract.unknown-field /peeple"),
        ("call/people.profile", r#"{"people": []}"#, "422 people.empty /people"),
        ("call/people.profil", "{}", "404 contract.unknown-operation"),
        ("command", "[]", "400 contract.invalid-value"),
        (
            "command",
            r#"{"id": "e", "command": {"dance": {}}}"#,
            "400 contract.invalid-value /command/dance",
        ),
        ("command", r#"{"id": "e"}"#, "400 contract.missing-field"),
        ("command", r#"{"id": "e", "command": {"join": {}}}"#, "422 space.not-open /command"),
        ("none", "{}", "404 intranet.not-found"),
    ];
    for (what, body, expected) in asked {
        assert_eq!(refused(server.post(what, "ana", body)).await, expected, "{what} {body}");
    }
    assert_eq!(refused(server.get("command", "ana")).await, "405 intranet.wrong-method");
    let large = format!("{{{}}}", " ".repeat(1000));
    for what in ["command", "call/contract.version"] {
        assert_eq!(
            refused(server.post(what, "ana", large.clone())).await,
            "413 intranet.too-large"
        );
    }
    server.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_search_stops_when_its_time_is_over() {
    let folder = tempfile::tempdir().unwrap();
    let search = Duration::from_millis(300);
    let server = Server::with(folder, |settings| settings.search = search).await;
    let endless = json!({
        "model": "march", "parameters": {}, "replicates": {"from": 0, "to": 400_000_000_u32}, "seed": 1});
    let start = Instant::now();
    let (status, summary) = told(server.post("call/explore.run", "ana", endless.to_string())).await;
    assert_eq!(status, 200);
    let played = summary["replicates"]["to"].as_u64().unwrap();
    assert!(0 < played && played < 400_000_000, "{played}");
    assert!(start.elapsed() > search);
    server.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_goes_away_leaves_a_free_slot() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::with(folder, |settings| settings.search = Duration::from_secs(600)).await;
    let endless = json!({
        "model": "march", "parameters": {}, "replicates": {"from": 0, "to": 400_000_000_u32}, "seed": 1});
    for _ in 0..16 {
        let asked = server.post("call/explore.run", "ana", endless.to_string());
        let gone = asked.timeout(Duration::from_millis(100)).send().await;
        assert!(gone.unwrap_err().is_timeout());
    }
    let answer = told(server.post("call/contract.version", "ana", "{}")).await;
    assert_eq!(answer.0, 200);
    server.stop().await;
}
