//! Whether a journal is whole.

use super::chain::Chain;
use super::event::Event;
use super::merge::erased;
use crate::error::{Code, Error, Result};
use serde::{Deserialize, Serialize};

/// A journal, and its head where it was kept elsewhere.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct VerifyRequest {
    /// The journal from its opening.
    pub events: Vec<Event>,
    /// Heads as they were kept elsewhere, in any order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub head: Vec<String>,
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Verification {
    /// Whether every link holds, and the journal ends where it was said to.
    pub intact: bool,
    /// Whether that shows that nothing is missing at the end: only where a head was given.
    pub complete: bool,
    /// How many events there are.
    pub events: u32,
    /// Fingerprints that no event follows.
    pub heads: Vec<String>,
    /// The first link that does not hold.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub broken: Option<BrokenLink>,
    /// Places of events that still hold what was erased: the host removes their `open`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub to_redact: Vec<u32>,
}

/// A link that does not hold.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct BrokenLink {
    /// Where, a JSON Pointer into the request.
    pub path: String,
    /// The error's code.
    pub code: String,
    /// The fact.
    pub message: String,
}

/// Checks every link of a journal.
///
/// A chain shows that nothing between its opening and its end was changed, removed or put in.
/// It cannot show what was cut off at the end, nor that the whole was not written anew: for
/// that, a head must have been kept where whoever writes the journal cannot change it, and be
/// given here.
///
/// # Errors
///
/// None of its own: what does not hold is the answer.
///
/// # Example
///
/// ```
/// # use innovation_core::space::{VerifyRequest, verify};
/// let nothing = verify(&VerifyRequest { events: vec![], head: vec!["00".repeat(32)] })?;
/// assert!(!nothing.intact);
/// assert_eq!(nothing.broken.map(|link| link.code).as_deref(), Some("space.wrong-head"));
/// # Ok::<(), innovation_core::Error>(())
/// ```
pub fn verify(request: &VerifyRequest) -> Result<Verification> {
    let events = u32::try_from(request.events.len()).unwrap_or(u32::MAX);
    let gone = erased(&request.events);
    let to_redact = (0..).zip(&request.events).filter(|(_, event)| gone.speaks_of(event));
    let to_redact = to_redact.map(|(place, _)| place).collect();
    let chain = Chain::of(&request.events, &[], None).and_then(|chain| {
        let mut head = request.head.clone();
        head.sort_unstable();
        if head.is_empty() || head == chain.heads {
            return Ok(chain);
        }
        Err(Error::new(Code::SpaceWrongHead, "the journal does not end at the head that was kept")
            .at("/head"))
    });
    Ok(match chain {
        Ok(chain) => Verification {
            intact: true,
            complete: !request.head.is_empty(),
            events,
            heads: chain.heads,
            broken: None,
            to_redact,
        },
        Err(error) => Verification {
            intact: false,
            complete: false,
            events,
            heads: Vec::new(),
            broken: Some(BrokenLink {
                path: error.path().to_owned(),
                code: error.code().name().to_owned(),
                message: error.message().to_owned(),
            }),
            to_redact,
        },
    })
}
