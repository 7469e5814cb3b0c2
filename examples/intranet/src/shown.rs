//! What people see of a space: what the library lets be seen, and nothing in its place.
//!
//! Rank is hidden and expertise is visible (`protect.present`): members of a state are shown
//! that way. In the journal persons stand in the openings of `open` and `invite`; these lines go
//! out without, as they stand after an erasure, so that the chain can still be verified.

use crate::problem::Problem;
use innovation_core::people::Person;
use innovation_core::protect::{PresentRequest, present};
use innovation_core::space::{Event, State};
use serde_json::{Value, to_value};

/// Fields of an opening that hold a person.
const PERSONS: [&str; 2] = ["opener", "person"];

/// An event without the person in its opening.
#[must_use]
pub(crate) fn event(mut event: Event) -> Event {
    event.open =
        event.open.filter(|open| !PERSONS.iter().any(|name| open.data.contains_key(*name)));
    event
}

/// A state as JSON text, its members as the space shows them.
pub(crate) fn state(state: &State) -> Result<String, Problem> {
    let mut shown = to_value(state).map_err(|fault| Problem::fault(&fault))?;
    for (token, member) in &state.members {
        let place = format!("/members/{token}/person");
        if let (Some(person), Some(value)) = (&member.person, shown.pointer_mut(&place)) {
            *value = presented(person)?;
        }
    }
    Ok(shown.to_string())
}

fn presented(person: &Person) -> Result<Value, Problem> {
    // Whom somebody reports to is not shown, and need not be among the members.
    let mut person = person.clone();
    person.reports_to = None;
    let shown = present(&PresentRequest { people: vec![person] })?;
    shown.people.first().map_or(Ok(Value::Null), to_value).map_err(|fault| Problem::fault(&fault))
}
