//! A space that several share.

use crate::common::{Server, propose, refused, told};
use reqwest::Response;
use serde_json::{Value, json};

#[tokio::test(flavor = "multi_thread")]
async fn a_command_repeated_with_its_id_is_answered_with_its_event() {
    let server = Server::start().await;
    assert_eq!(told(server.get("session", "ana")).await.1, json!({"user": "ana", "space": null}));
    server.open().await;
    let session = json!({"user": "bo", "space": "quiet-nights"});
    assert_eq!(told(server.get("session", "bo")).await.1, session);

    let (_, first) = server.command("bo", "e", propose("idea")).await;
    let (status, again) = server.command("bo", "e", propose("idea")).await;
    assert_eq!((status, &again), (200, &first));
    assert_eq!(first["kind"], "propose");
    let taken = |who| {
        let body = json!({"id": "e", "command": propose("other")}).to_string();
        server.post("command", who, body)
    };
    assert_eq!(refused(taken("ana")).await, "409 intranet.id-taken");
    let join = json!({"id": "e", "command": {"leave": {}}}).to_string();
    assert_eq!(refused(server.post("command", "bo", join)).await, "409 intranet.id-taken");
    let stranger = json!({"id": "f", "command": propose("mine")}).to_string();
    assert_eq!(
        refused(server.post("command", "zoe", stranger)).await,
        "422 space.not-a-member /by"
    );
    let (_, journal) = told(server.get("journal", "ana")).await;
    assert_eq!(journal.as_array().unwrap().len(), 4);
    server.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn many_at_once_are_put_into_one_line() {
    let server = Server::start().await;
    server.open().await;
    let ideas: Vec<String> = (0..100).map(|number| format!("idea-{number}")).collect();
    let asked = ideas.iter().map(|idea| server.command("bo", idea, propose(idea)));
    for (status, event) in futures(asked).await {
        assert_eq!(status, 200, "{event}");
    }
    let (_, journal) = told(server.get("journal?since=3", "ana")).await;
    assert_eq!(journal.as_array().unwrap().len(), 100);
    let (_, verified) = verified(&server).await;
    assert_eq!(verified["intact"], true, "{verified}");
    let folder = server.stop().await;
    let mut store = store::Store::open(folder.path().join("space.db")).unwrap();
    assert!(store.verify(&[]).unwrap().intact);
}

/// What the library says of the journal as it is shown.
async fn verified(server: &Server) -> (u16, Value) {
    let (_, journal) = told(server.get("journal", "ana")).await;
    let request = json!({"events": journal}).to_string();
    told(server.post("call/space.verify", "ana", request)).await
}

/// Waits for all of them at once.
async fn futures<T>(all: impl Iterator<Item = impl Future<Output = T>>) -> Vec<T> {
    let mut waiting: Vec<_> = all.map(Box::pin).collect();
    let mut done = Vec::new();
    std::future::poll_fn(move |context| {
        waiting.retain_mut(|one| match one.as_mut().poll(context) {
            std::task::Poll::Ready(answer) => {
                done.push(answer);
                false
            }
            std::task::Poll::Pending => true,
        });
        if waiting.is_empty() {
            std::task::Poll::Ready(std::mem::take(&mut done))
        } else {
            std::task::Poll::Pending
        }
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn rank_is_hidden_and_the_chain_still_holds() {
    let server = Server::start().await;
    server.open().await;
    server.command("bo", "e", propose("idea")).await;
    let (_, journal) = told(server.get("journal", "bo")).await;
    let (_, state) = told(server.get("state", "bo")).await;
    for text in [journal.to_string(), state.to_string()] {
        assert!(!text.contains("level") && !text.contains("reportsTo"), "{text}");
    }
    let people: Vec<&Value> =
        state["members"].as_object().unwrap().values().map(|member| &member["person"]).collect();
    let bo = people.iter().find(|person| person["id"] == "bo").unwrap();
    assert_eq!(bo["expertise"], json!(["sleep"]));
    // What people said is shown as they said it.
    assert_eq!(journal[3]["open"]["data"]["title"]["fr"], "Tamiser la lumière");
    let (_, verified) = verified(&server).await;
    assert_eq!(verified["intact"], true, "{verified}");
    server.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_state_that_is_known_is_not_sent_again() {
    let server = Server::start().await;
    server.open().await;
    let first = server.get("state", "bo").send().await.unwrap();
    let tag = first.headers()["etag"].clone();
    let again = server.get("state", "bo").header("if-none-match", &tag).send().await.unwrap();
    assert_eq!(again.status(), 304);
    server.command("bo", "e", propose("idea")).await;
    let later = server.get("state", "bo").header("if-none-match", &tag).send().await.unwrap();
    assert_eq!(later.status(), 200);
    server.stop().await;
}

/// Reads so many events: position and id of each.
async fn heard(response: &mut Response, count: usize) -> Vec<(String, String)> {
    let (mut text, mut events) = (String::new(), Vec::new());
    while events.len() < count {
        let bytes = response.chunk().await.unwrap().expect("the stream goes on");
        text.push_str(std::str::from_utf8(&bytes).unwrap());
        while let Some((event, rest)) = text.split_once("\n\n") {
            let field = |name| event.lines().find_map(|line| line.strip_prefix(name));
            if let (Some(position), Some(data)) = (field("id: "), field("data: ")) {
                let data: Value = serde_json::from_str(data).unwrap();
                events.push((position.to_owned(), data["id"].as_str().unwrap().to_owned()));
            }
            text = rest.to_owned();
        }
    }
    events
}

fn pairs(of: &[(&str, &str)]) -> Vec<(String, String)> {
    of.iter().map(|(position, id)| ((*position).to_owned(), (*id).to_owned())).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn events_come_as_they_happen_and_go_on_where_they_were_cut_off() {
    let server = Server::start().await;
    server.open().await;
    let mut stream = server.get("events?since=2", "bo").send().await.unwrap();
    assert_eq!(stream.headers()["content-type"], "text/event-stream");
    assert_eq!(heard(&mut stream, 1).await, pairs(&[("3", "join-bo")]));
    server.command("bo", "e", propose("one")).await;
    assert_eq!(heard(&mut stream, 1).await, pairs(&[("4", "e")]));
    drop(stream);
    server.command("bo", "f", propose("two")).await;

    // The server ends although somebody listens, and starts again on the same file.
    let listening = server.get("events", "bo").send().await.unwrap();
    let folder = server.stop().await;
    drop(listening);
    let server = Server::with(folder, |_| {}).await;
    let resumed = server.get("events", "bo").header("last-event-id", "4");
    let mut stream = resumed.send().await.unwrap();
    assert_eq!(heard(&mut stream, 1).await, pairs(&[("5", "f")]));
    server.command("ana", "g", propose("three")).await;
    assert_eq!(heard(&mut stream, 1).await, pairs(&[("6", "g")]));
    drop(stream);
    let wrong = server.get("events", "bo").header("last-event-id", "yesterday");
    assert_eq!(refused(wrong).await, "400 intranet.not-a-position");
    for what in ["events?since=-1", "journal?since=x"] {
        assert_eq!(refused(server.get(what, "bo")).await, "400 intranet.not-a-position");
    }
    server.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_another_process_writes_is_shown_too() {
    let server = Server::start().await;
    server.open().await;
    let mut other = store::Store::open(server.file()).unwrap();
    let id = |text| innovation_core::people::Id::new(text).unwrap();
    let command = serde_json::from_value(propose("elsewhere")).unwrap();
    other.command(&command, &id("bo"), &id("e")).unwrap();
    let (_, journal) = told(server.get("journal?since=3", "ana")).await;
    assert_eq!(journal[0]["id"], "e");
    let (status, _) = server.command("ana", "f", propose("here")).await;
    assert_eq!(status, 200);
    let mut stream = server.get("events?since=3", "bo").send().await.unwrap();
    assert_eq!(heard(&mut stream, 2).await, pairs(&[("4", "e"), ("5", "f")]));
    drop(stream);
    server.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_is_erased_is_gone_from_what_is_shown() {
    let server = Server::start().await;
    server.open().await;
    server.command("bo", "e", propose("idea")).await;
    let erase = json!({"erase": {"person": "bo", "remember": false}});
    let (status, event) = server.command("ana", "erase", erase.clone()).await;
    assert_eq!((status, &event["kind"]), (200, &json!("erase")));
    assert_eq!(server.command("ana", "erase", erase).await, (200, event));
    let (_, journal) = told(server.get("journal", "ana")).await;
    let (_, state) = told(server.get("state", "ana")).await;
    for text in [journal.to_string(), state.to_string()] {
        assert!(!text.contains("Tamiser") && !text.contains("sleep"), "{text}");
    }
    server.stop().await;
}
