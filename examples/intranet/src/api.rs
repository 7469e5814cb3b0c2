//! What the page asks for, apart from events.

use crate::App;
use crate::events::{PAGE, Since};
use crate::guard::Text;
use crate::problem::{Problem, json_text};
use crate::sign_in::Caller;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use innovation_core::Limits;
use innovation_core::contract::read;
use innovation_core::people::Id;
use innovation_core::space::Command;
use serde::{Deserialize, Serialize};
use store::Asked;

/// Most events in one answer of `GET /api/journal`.
const MOST: usize = 10_000;

/// Who is where.
#[derive(Debug, Serialize)]
struct Session {
    /// Who is signed in.
    user: Id,
    /// The space, once it is open.
    space: Option<Id>,
}

/// `GET /api/session`.
pub(crate) async fn session(
    State(app): State<App>,
    Caller(user): Caller,
) -> Result<impl IntoResponse, Problem> {
    let space = app.journal.space().await?;
    let text = serde_json::to_string(&Session { user, space });
    Ok(json_text(text.map_err(|fault| Problem::fault(&fault))?))
}

/// A command and the id of the event that it becomes.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct CommandRequest {
    /// New for each command, and the same to repeat it.
    id: Id,
    /// What is to be done.
    command: Command,
}

/// `POST /api/command`: does one thing in the space, once for each id.
pub(crate) async fn command(
    State(app): State<App>,
    Caller(by): Caller,
    Text(request): Text,
) -> Result<impl IntoResponse, Problem> {
    let CommandRequest { id, command } = read(&request, &Limits::default())?;
    let event = app.journal.command(Asked { command, by, id }).await?;
    Ok(json_text(event.to_string()))
}

/// `GET /api/journal?since=N`: the events behind a position as a list, at most [`MOST`].
pub(crate) async fn journal(
    State(app): State<App>,
    _: Caller,
    Since(since): Since,
) -> Result<impl IntoResponse, Problem> {
    let mut lines = Vec::new();
    while lines.len() < MOST {
        let position = lines.last().map_or(since, |(position, _)| *position);
        let found = app.journal.after(position, PAGE).await?;
        if found.is_empty() {
            break;
        }
        lines.extend(found.into_iter().map(|line| (line.position, line.text)));
    }
    let texts: Vec<&str> = lines.iter().map(|(_, text)| &**text).collect();
    Ok(json_text(format!("[{}]", texts.join(","))))
}

/// `GET /api/state`: the space as it stands; not sent again to whoever has it.
pub(crate) async fn state(
    State(app): State<App>,
    _: Caller,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let standing = app.journal.standing().await?;
    let tag = format!("\"{}\"", standing.heads.join("-"));
    let value = HeaderValue::from_str(&tag).map_err(|fault| Problem::fault(&fault))?;
    let known = headers.get(header::IF_NONE_MATCH) == Some(&value);
    let tag = [(header::ETAG, value)];
    Ok(if known {
        (StatusCode::NOT_MODIFIED, tag).into_response()
    } else {
        (tag, json_text(standing.text.to_string())).into_response()
    })
}

/// `POST /api/call/{operation}`: an operation of the contract, its JSON text in and out.
pub(crate) async fn call(
    State(app): State<App>,
    _: Caller,
    operation: Result<Path<String>, PathRejection>,
    Text(request): Text,
) -> Result<impl IntoResponse, Problem> {
    let Ok(Path(operation)) = operation else { return Err(nothing().await) };
    Ok(json_text(app.calls.call(operation, request).await?))
}

/// Where there is nothing.
pub(crate) async fn nothing() -> Problem {
    Problem::new(
        StatusCode::NOT_FOUND,
        "intranet.not-found",
        "there is nothing here",
        "the API is session, state, journal, events, command and call/{operation}",
    )
}

/// Where there is something, to be asked for another way.
pub(crate) async fn not_that_way() -> Problem {
    Problem::new(
        StatusCode::METHOD_NOT_ALLOWED,
        "intranet.wrong-method",
        "this is not asked for that way",
        "command and call/{operation} take POST, the others GET",
    )
}
