//! A server of one's own for each test.

use intranet::{Settings, serve};
use reqwest::{Client, RequestBuilder, Response};
use serde_json::{Value, json};
use std::path::PathBuf;
use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

/// A server that ends with the test, and a browser.
pub struct Server {
    pub folder: TempDir,
    pub address: String,
    pub client: Client,
    stop: oneshot::Sender<()>,
    running: JoinHandle<()>,
}

impl Server {
    pub async fn start() -> Self {
        Self::with(tempfile::tempdir().unwrap(), |_| {}).await
    }

    /// A server whose file lies in a folder, with some settings of its own.
    pub async fn with(folder: TempDir, change: impl FnOnce(&mut Settings)) -> Self {
        let mut settings = Settings::new(folder.path().join("space.db"));
        change(&mut settings);
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let (stop, stopped) = oneshot::channel();
        let running = tokio::spawn(async move {
            serve(listener, settings, async {
                let _ = stopped.await;
            })
            .await
            .unwrap();
        });
        let client = Client::builder().no_proxy().build().unwrap();
        Self { folder, address, client, stop, running }
    }

    /// Ends it in good order; the folder stays.
    pub async fn stop(self) -> TempDir {
        drop(self.client);
        self.stop.send(()).unwrap();
        self.running.await.unwrap();
        self.folder
    }

    pub fn file(&self) -> PathBuf {
        self.folder.path().join("space.db")
    }

    pub fn get(&self, what: &str, who: &str) -> RequestBuilder {
        self.client.get(format!("{}/api/{what}", self.address)).header("x-remote-user", who)
    }

    pub fn post(&self, what: &str, who: &str, body: impl Into<String>) -> RequestBuilder {
        let request = self.client.post(format!("{}/api/{what}", self.address));
        let request = request.header("x-remote-user", who).header("origin", &self.address);
        request.header("content-type", "application/json").body(body.into())
    }

    pub async fn command(&self, who: &str, id: &str, command: Value) -> (u16, Value) {
        let body = json!({"id": id, "command": command}).to_string();
        told(self.post("command", who, body)).await
    }

    /// Opens the space: ana holds it, bo is invited and joins.
    pub async fn open(&self) {
        let founding = json!({
            "space": "quiet-nights", "title": {"en": "Quiet nights", "fr": "Des nuits calmes"},
            "locus": "withinOne", "organisations": ["hospital"]});
        let ana = json!({"id": "ana", "role": "facilitator", "level": 5});
        let open = json!({"open": {"founding": founding, "opener": ana}});
        let bo = json!({
            "id": "bo", "role": "nurse", "level": 2, "reportsTo": "ana", "expertise": ["sleep"]});
        for (who, id, command) in [
            ("ana", "open", open),
            ("ana", "invite-bo", json!({"invite": {"person": bo}})),
            ("bo", "join-bo", json!({"join": {}})),
        ] {
            let (status, event) = self.command(who, id, command).await;
            assert_eq!(status, 200, "{event}");
        }
    }
}

/// An idea.
pub fn propose(idea: &str) -> Value {
    json!({"propose": {"idea": idea, "title": {"en": "Dim the light", "fr": "Tamiser la lumière"}}})
}

/// Status and JSON of an answer.
pub async fn told(request: RequestBuilder) -> (u16, Value) {
    read(request.send().await.unwrap()).await
}

pub async fn read(response: Response) -> (u16, Value) {
    let status = response.status().as_u16();
    let text = response.text().await.unwrap();
    (status, serde_json::from_str(&text).unwrap_or_else(|_| panic!("{status}: {text:?}")))
}

/// The code and the place of an error, with its status.
pub async fn refused(request: RequestBuilder) -> String {
    let (status, body) = told(request).await;
    let error = &body["error"];
    assert!(error["message"].is_string(), "{body}");
    let [code, path] = ["code", "path"].map(|field| error[field].as_str().unwrap());
    format!("{status} {code} {path}").trim_end().to_owned()
}
