//! From a journal to the space as it stands.

use super::chain::Chain;
use super::event::Event;
use super::state::{Conflict, State};
use crate::error::Result;
use serde::{Deserialize, Serialize};

/// A journal, or what came after a snapshot.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReplayRequest {
    /// A snapshot that the first events follow; without, the journal starts with the opening.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub state: Option<Box<State>>,
    /// Events, each behind those it follows.
    pub events: Vec<Event>,
}

/// The space as it stands after a journal.
///
/// A pure fold over the one order of the events. Events that the space does not admit, and
/// those that two forks settled each in its own way, are kept, listed as `conflicts`, and
/// nothing is lost; events of a kind that this version does not know are listed as
/// `notUnderstood`. What was erased stays out whatever the journal still holds.
///
/// # Errors
///
/// `space.wrong-previous`, `space.clock-backwards`, `space.forged`, `space.missing-salt` or
/// `space.invalid-event` at the first event whose links do not hold; `contract.invalid-value`
/// where the snapshot cannot be built on; `contract.too-large` beyond 1,000 branches.
///
/// # Example
///
/// ```
/// # use innovation_core::space::{ReplayRequest, replay};
/// let state = replay(&ReplayRequest::default())?;
/// assert_eq!((state.events, state.heads.len()), (0, 0));
/// # Ok::<(), innovation_core::Error>(())
/// ```
pub fn replay(request: &ReplayRequest) -> Result<State> {
    fold(request.state.as_deref(), &request.events)
}

/// [`replay`] on borrowed events.
///
/// # Errors
///
/// As [`replay`].
pub fn fold(snapshot: Option<&State>, events: &[Event]) -> Result<State> {
    let mut state = match snapshot {
        Some(snapshot) => snapshot.checked("/state")?.clone(),
        None => State::before(),
    };
    let chain = Chain::of(events, &state.heads, state.at.as_deref())?;
    for event in chain.order.iter().filter_map(|place| events.get(*place as usize)) {
        state.take(event);
    }
    let at = |place: u32| events.get(place as usize);
    for (earlier, later) in chain.concurrent(|place| matter(at(place)?))? {
        if let (Some(earlier), Some(later)) = (at(earlier), at(later)) {
            state.conflicts.push(Conflict {
                event: later.id.clone(),
                kind: later.kind.clone(),
                code: "space.concurrent".to_owned(),
                message: "two forks settled one matter each in its own way".to_owned(),
                with: Some(earlier.id.clone()),
            });
        }
    }
    state.heads = chain.heads;
    Ok(state)
}

impl State {
    /// Absorbs an event whose links hold; what is not admitted is listed.
    pub(super) fn take(&mut self, event: &Event) {
        match self.admit(event) {
            Ok(change) => self.absorb(event, change),
            Err(error) => self.conflicts.push(Conflict {
                event: event.id.clone(),
                kind: event.kind.clone(),
                code: error.code().name().to_owned(),
                message: error.message().to_owned(),
                with: None,
            }),
        }
        self.events = self.events.saturating_add(1);
        self.at = Some(event.at.clone());
    }
}

/// The matter that an event settles for all, where it settles one.
fn matter(event: &Event) -> Option<String> {
    let of = |field| event.text(field).unwrap_or_default();
    match event.kind.as_str() {
        "amendCharter" => Some("charter".to_owned()),
        "advanceStage" | "close" => Some("stage".to_owned()),
        kind @ ("decide" | "develop" | "handOver") => Some(format!("{kind} {}", of("idea"))),
        "adopt" => Some(format!("adopt {} {}", of("idea"), of("site"))),
        "suspendNorm" => Some(format!("norm {}", event.data.get("norm")?.get("id")?.as_str()?)),
        _ => None,
    }
}
