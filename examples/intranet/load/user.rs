//! What a person does on the page, and what it hears.

use crate::{Outcome, Seen};
use reqwest::{Client, ClientBuilder, RequestBuilder, StatusCode};
use serde_json::{Value, json};
use std::time::{Duration, Instant};
use tokio::time::sleep;

/// How long somebody waits before they ask a server that is away again.
const AGAIN: Duration = Duration::from_millis(50);
/// How long somebody asks again before they give up.
const PATIENCE: Duration = Duration::from_secs(60);

/// What a small group asks of the library.
const CALL: &str = r#"{"people": [
    {"id": "ana", "role": "nurse", "organisation": "hospital"},
    {"id": "bo", "role": "hospital-physician", "organisation": "hospital"},
    {"id": "chi", "role": "patient"}, {"id": "dee", "role": "family-carer"},
    {"id": "eli", "role": "home-care-worker", "organisation": "home care"}],
    "ties": [{"a": "ana", "b": "bo", "weight": 30}], "size": 3, "seed": 1}"#;

/// Somebody at a page.
pub(crate) struct User {
    client: Client,
    address: String,
    name: String,
    think: Duration,
    chance: fastrand::Rng,
    /// How many events they have read.
    read: usize,
    /// How many ideas they brought in.
    brought: usize,
    pub(crate) seen: Seen,
}

impl User {
    pub(crate) fn new(address: &str, name: &str, number: usize, think: Duration) -> Outcome<Self> {
        Ok(Self {
            client: client().timeout(PATIENCE).build()?,
            address: address.to_owned(),
            name: name.to_owned(),
            think,
            chance: fastrand::Rng::with_seed(u64::try_from(number)?),
            read: 0,
            brought: 0,
            seen: Seen::default(),
        })
    }

    /// Works until a moment: first what a page asks for when it opens, then this and that.
    pub(crate) async fn work(&mut self, end: Instant) {
        self.get("session").await;
        self.get("state").await;
        while Instant::now() < end {
            match self.chance.u32(0..100) {
                0..40 => self.bring().await,
                40..65 => self.read().await,
                65..80 => {
                    self.ask(|user| user.post("call/gather.select").body(CALL)).await;
                }
                80..99 => self.get("session").await,
                _ => self.get("state").await,
            }
            sleep(self.think.mul_f64(self.chance.f64() * 2.0)).await;
        }
    }

    /// Brings in an idea; the event must be that of the command.
    async fn bring(&mut self) {
        let id = format!("{}-{}", self.name, self.brought);
        self.brought = self.brought.saturating_add(1);
        let title =
            json!({"en": "Dim the corridor after ten", "fr": "Baisser la lumière après 22 h"});
        let command = json!({"propose": {"idea": id, "title": title}});
        let body = json!({"id": id, "command": command}).to_string();
        let Some(line) = self.ask(|user| user.post("command").body(body.clone())).await else {
            return;
        };
        let event: Value = serde_json::from_str(&line).unwrap_or_default();
        if event.get("id").and_then(Value::as_str) != Some(id.as_str()) {
            self.seen.errors.push(format!("{id} was answered with {line}"));
        }
        self.seen.acknowledged.push((id, line));
    }

    /// Reads what was written since they last looked.
    async fn read(&mut self) {
        let since = self.read;
        let Some(text) = self.ask(|user| user.request("journal").query(&[("since", since)])).await
        else {
            return;
        };
        match serde_json::from_str::<Vec<Value>>(&text) {
            Ok(events) => self.read = self.read.saturating_add(events.len()),
            Err(fault) => self.seen.errors.push(format!("the journal since {since}: {fault}")),
        }
    }

    async fn get(&mut self, what: &str) {
        self.ask(|user| user.request(what)).await;
    }

    fn request(&self, what: &str) -> RequestBuilder {
        signed(self.client.get(format!("{}/api/{what}", self.address)), &self.name)
    }

    fn post(&self, what: &str) -> RequestBuilder {
        let request = signed(self.client.post(format!("{}/api/{what}", self.address)), &self.name);
        request.header("content-type", "application/json").header("origin", &self.address)
    }

    /// Asks, again where the server is away, and notes how long the answer took.
    async fn ask(&mut self, question: impl Fn(&Self) -> RequestBuilder) -> Option<String> {
        let first = Instant::now();
        loop {
            let start = Instant::now();
            match answered(question(self)).await {
                Ok((StatusCode::OK, text)) => {
                    self.seen.times.push(start.elapsed());
                    return Some(text);
                }
                Ok((status, text)) => {
                    self.seen.errors.push(format!("{status}: {text}"));
                    return None;
                }
                Err(_) if first.elapsed() < PATIENCE => {
                    self.seen.cut_off = self.seen.cut_off.saturating_add(1);
                    sleep(AGAIN).await;
                    let outage = first.elapsed();
                    self.seen.longest_outage = self.seen.longest_outage.max(outage);
                }
                Err(fault) => {
                    self.seen.errors.push(fault.to_string());
                    return None;
                }
            }
        }
    }
}

/// A browser on this machine, whatever proxy the environment names.
pub(crate) fn client() -> ClientBuilder {
    Client::builder().no_proxy()
}

/// A request of a person whom the proxy has signed in.
fn signed(request: RequestBuilder, name: &str) -> RequestBuilder {
    request.header("x-remote-user", name)
}

/// Status and text of an answer that came whole.
async fn answered(request: RequestBuilder) -> reqwest::Result<(StatusCode, String)> {
    let response = request.send().await?;
    let status = response.status();
    Ok((status, response.text().await?))
}

/// Somebody who follows the events.
pub(crate) struct Follower {
    client: Client,
    address: String,
    name: String,
    /// The last position they saw.
    at: i64,
    fault: Option<String>,
}

impl Follower {
    pub(crate) fn new(address: &str, name: &str, at: i64) -> Outcome<Self> {
        let (address, name) = (format!("{address}/api/events"), name.to_owned());
        Ok(Self { client: client().build()?, address, name, at, fault: None })
    }

    /// Follows until nothing comes any more for a while, and comes back where it is cut off.
    pub(crate) async fn follow(mut self) -> Self {
        let mut quiet = Instant::now();
        while quiet.elapsed() < Duration::from_secs(5) && self.fault.is_none() {
            let request = signed(self.client.get(&self.address), &self.name);
            let request = request.header("last-event-id", self.at.to_string());
            if let Ok(response) = request.send().await
                && self.listen(response).await
            {
                quiet = Instant::now();
            }
            sleep(AGAIN).await;
        }
        self
    }

    /// Takes events while they come; whether any came.
    async fn listen(&mut self, mut response: reqwest::Response) -> bool {
        let (mut rest, before) = (String::new(), self.at);
        let silence = Duration::from_secs(3);
        while let Ok(Ok(Some(bytes))) = tokio::time::timeout(silence, response.chunk()).await {
            rest.push_str(&String::from_utf8_lossy(&bytes));
            while let Some((event, behind)) = rest.split_once("\n\n") {
                self.take(event);
                rest = behind.to_owned();
            }
        }
        self.at > before
    }

    /// One event: it follows the one before.
    fn take(&mut self, event: &str) {
        let Some(id) = event.lines().find_map(|line| line.strip_prefix("id: ")) else { return };
        if id.parse() == Ok(self.at.saturating_add(1)) {
            self.at = self.at.saturating_add(1);
        } else {
            self.fault = Some(format!("event {id} came after event {}", self.at));
        }
    }

    /// Whether they have seen everything up to a position, once each.
    pub(crate) fn until(self, last: i64) -> Result<(), String> {
        match self.fault {
            Some(fault) => Err(fault),
            None if self.at == last => Ok(()),
            None => Err(format!("a follower saw events up to {} of {last}", self.at)),
        }
    }
}
