//! What is refused before anything is done, and what every answer says of itself.

use crate::common::{Server, propose, refused, told};
use std::fs;

#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_served_who_is_not_signed_in() {
    let server = Server::start().await;
    for what in ["session", "state", "journal", "events"] {
        let request = server.client.get(format!("{}/api/{what}", server.address));
        assert_eq!(refused(request).await, "401 intranet.not-signed-in");
    }
    for what in ["command", "call/contract.version"] {
        let request = server.client.post(format!("{}/api/{what}", server.address));
        let request = request.header("content-type", "application/json").body("{}");
        assert_eq!(refused(request).await, "401 intranet.not-signed-in");
    }
    let two = server.get("session", "ana").header("x-remote-user", "bo");
    assert_eq!(refused(two).await, "401 intranet.not-signed-in");
    server.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_header_from_elsewhere_signs_nobody_in() {
    let folder = tempfile::tempdir().unwrap();
    let trusted = vec!["10.9.8.7".parse().unwrap()];
    let server = Server::with(folder, |settings| {
        let proxy = intranet::ProxyHeader { trusted, ..intranet::ProxyHeader::default() };
        settings.sign_in = std::sync::Arc::new(proxy);
    })
    .await;
    assert_eq!(refused(server.get("session", "ana")).await, "401 intranet.not-signed-in");
    server.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn another_site_cannot_act_for_whoever_is_signed_in() {
    let server = Server::start().await;
    server.open().await;
    let body = format!(r#"{{"id":"e","command":{}}}"#, propose("idea"));
    let post = || server.post("command", "ana", body.clone());
    let bare = || {
        let request = server.client.post(format!("{}/api/command", server.address));
        request.header("x-remote-user", "ana").body(body.clone())
    };
    let json = ("content-type", "application/json");
    for request in [
        post().header("sec-fetch-site", "cross-site"),
        post().header("sec-fetch-site", "same-site"),
        bare().header(json.0, json.1).header("origin", "https://elsewhere.example"),
        bare().header(json.0, json.1).header("origin", "null"),
    ] {
        assert_eq!(refused(request).await, "403 intranet.cross-site");
    }
    // A form of another page cannot say that it sends JSON.
    assert_eq!(refused(bare().header(json.0, "text/plain")).await, "415 intranet.not-json");
    assert_eq!(refused(bare()).await, "415 intranet.not-json");
    let (_, journal) = told(server.get("journal", "ana")).await;
    assert_eq!(journal.as_array().unwrap().len(), 3);
    // A program that is no browser, and the page itself.
    assert_eq!(told(bare().header(json.0, json.1)).await.0, 200);
    assert_eq!(told(post().header("sec-fetch-site", "same-origin")).await.0, 200);
    server.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn behind_a_proxy_the_origin_is_the_one_that_browsers_see() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::with(folder, |settings| {
        settings.origin = Some("https://intranet.example".to_owned());
    })
    .await;
    let post = |origin: &str| {
        let request = server.client.post(format!("{}/api/call/contract.version", server.address));
        let request = request.header("x-remote-user", "ana").header("origin", origin);
        request.header("content-type", "application/json; charset=utf-8").body("{}")
    };
    assert_eq!(told(post("https://intranet.example")).await.0, 200);
    assert_eq!(refused(post(&server.address)).await, "403 intranet.cross-site");
    server.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_is_served_under_a_strict_policy() {
    let folder = tempfile::tempdir().unwrap();
    let page = folder.path().join("page");
    fs::create_dir(&page).unwrap();
    fs::write(page.join("index.html"), "<!doctype html><title>A space</title>").unwrap();
    fs::write(page.join("innovation.wasm"), b"\0asm").unwrap();
    fs::write(folder.path().join("secret"), "not for the page").unwrap();
    let server = Server::with(folder, |settings| settings.page = Some(page)).await;
    let get = |path: &str| server.client.get(format!("{}{path}", server.address)).send();

    let response = get("/").await.unwrap();
    assert_eq!(response.status(), 200);
    let said = |name: &str| response.headers()[name].to_str().unwrap().to_owned();
    let policy = said("content-security-policy");
    assert!(policy.starts_with("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'"));
    assert!(!policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"), "{policy}");
    assert!(policy.contains("frame-ancestors 'none'"));
    assert_eq!(said("x-content-type-options"), "nosniff");
    assert_eq!(said("referrer-policy"), "no-referrer");
    assert_eq!(said("cache-control"), "no-cache");
    assert!(said("content-type").starts_with("text/html"));
    assert!(response.text().await.unwrap().contains("A space"));

    assert_eq!(
        get("/innovation.wasm").await.unwrap().headers()["content-type"],
        "application/wasm"
    );
    for nothing in ["/none", "/..%2fsecret", "/%2e%2e/secret", "/api/none"] {
        let response = get(nothing).await.unwrap();
        assert_eq!(response.status(), 404, "{nothing}");
        assert!(response.headers().contains_key("content-security-policy"));
    }
    let response = server.get("session", "ana").send().await.unwrap();
    assert_eq!(response.headers()["cache-control"], "no-store");
    server.stop().await;
}
