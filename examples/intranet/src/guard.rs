//! What every request passes: from our own page or from no page, in time, and what every answer
//! says of itself to the browser.

use crate::App;
use crate::problem::Problem;
use axum::extract::{FromRequest, Request, State};
use axum::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use axum::http::{Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use std::any::Any;
use tokio::time::timeout;

/// The page's own scripts, worker and styles, WebAssembly, and nothing from elsewhere.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    font-src 'self'; img-src 'self' data:; connect-src 'self'; worker-src 'self'; \
    base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// What an answer says of itself, whatever it is.
const SAID: [(HeaderName, &str); 7] = [
    (header::CONTENT_SECURITY_POLICY, POLICY),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "no-referrer"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (HeaderName::from_static("permissions-policy"), "camera=(), microphone=(), geolocation=()"),
];

/// Adds what every answer says of itself. What people wrote is kept in no cache; the page is
/// looked for anew each time.
pub(crate) async fn headers(request: Request, next: Next) -> Response {
    let cache = if request.uri().path().starts_with("/api/") { "no-store" } else { "no-cache" };
    let mut response = next.run(request).await;
    for (name, value) in SAID {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static(cache));
    response
}

/// Ends a request that takes too long to arrive or to be answered; followers are not meant.
pub(crate) async fn in_time(State(app): State<App>, request: Request, next: Next) -> Response {
    timeout(app.patience, next.run(request)).await.unwrap_or_else(|_| {
        Problem::new(
            StatusCode::SERVICE_UNAVAILABLE,
            "intranet.too-slow",
            "the request was not done in time",
            "try again; a command with the same id is done once",
        )
        .into_response()
    })
}

/// Refuses what a page of another origin sends in the name of whoever is signed in here.
///
/// Browsers say where a request comes from (`Sec-Fetch-Site`, `Origin`). A program that is no
/// browser says neither; it must still send JSON as such, which no form of another page can.
pub(crate) async fn same_origin(State(app): State<App>, request: Request, next: Next) -> Response {
    if request.method() == Method::POST
        && let Err(problem) = check_origin(&app, request.headers())
    {
        return problem.into_response();
    }
    next.run(request).await
}

fn check_origin(app: &App, headers: &HeaderMap) -> Result<(), Problem> {
    let said = |name: HeaderName| headers.get(name).map(|value| value.to_str().unwrap_or(""));
    let site = said(HeaderName::from_static("sec-fetch-site"));
    let ours = |origin: &str| match &app.origin {
        Some(ours) => origin == &**ours,
        None => origin.split_once("://").is_some_and(|(_, host)| said(header::HOST) == Some(host)),
    };
    let elsewhere = site.is_some_and(|site| site != "same-origin" && site != "none");
    if elsewhere || said(header::ORIGIN).is_some_and(|origin| !ours(origin)) {
        return Err(Problem::new(
            StatusCode::FORBIDDEN,
            "intranet.cross-site",
            "the request comes from a page of another origin",
            "use the page that this server serves; behind a proxy, start it with --origin",
        ));
    }
    let kind = said(header::CONTENT_TYPE).unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim();
    if !kind.eq_ignore_ascii_case("application/json") {
        return Err(Problem::new(
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            "intranet.not-json",
            "a request is JSON",
            "send the header Content-Type: application/json",
        ));
    }
    Ok(())
}

/// The text of a request, within the size that this server takes.
#[derive(Debug)]
pub(crate) struct Text(pub(crate) String);

impl FromRequest<App> for Text {
    type Rejection = Problem;

    async fn from_request(request: Request, app: &App) -> Result<Self, Problem> {
        let bytes = axum::body::to_bytes(request.into_body(), app.largest).await.map_err(|_| {
            Problem::new(
                StatusCode::PAYLOAD_TOO_LARGE,
                "intranet.too-large",
                &format!("a request has at most {} bytes", app.largest),
                "send less at once, or start the server with --largest",
            )
        })?;
        let text = String::from_utf8(bytes.into());
        text.map(Self).map_err(|_| {
            Problem::new(
                StatusCode::BAD_REQUEST,
                "intranet.not-utf8",
                "the request is not UTF-8",
                "JSON is written in UTF-8",
            )
        })
    }
}

/// A panic is answered as a fault, and the server goes on.
pub(crate) fn panicked(panic: Box<dyn Any + Send>) -> Response {
    let said = panic.downcast_ref::<String>().map(String::as_str);
    let said = said.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("no message");
    Problem::fault(&said).into_response()
}
