//! An event: one line of a journal, linked to those before it by their fingerprints.
//!
//! What can stay for ever is in `data`. Persons and texts are in `open`, beside their salt;
//! the chain holds only the fingerprint of `open`, so that it can go and the chain stays whole.

use crate::canonical::{self, Fingerprint, fingerprint, fingerprint_of, write, write_string};
use crate::people::Id;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// Fewest characters of a salt: 128 bits in hexadecimal.
pub(super) const SALT: usize = 32;

/// Something that happened in a space.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Event {
    /// The id that the host gave it.
    pub id: Id,
    /// When, RFC 3339.
    pub at: String,
    /// Who did it: a member's token.
    pub by: Id,
    /// What: a command's name, or a word of a later version.
    #[cfg_attr(feature = "schema", schemars(length(max = 64)))]
    pub kind: String,
    /// What stays for ever.
    pub data: Map<String, Value>,
    /// The fingerprint of `open` as it was: SHA-256, hexadecimal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sealed: Option<String>,
    /// Fingerprints of the events it follows: none for the opening, several after a merge.
    pub previous: Vec<String>,
    /// Persons and texts; not part of the chain, absent once erased.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub open: Option<Opening>,
}

/// What the chain knows by its fingerprint only.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Opening {
    /// At least 32 characters that nobody can guess, new for every event.
    #[cfg_attr(feature = "schema", schemars(length(min = 32, max = 128)))]
    pub salt: String,
    /// Persons and texts.
    pub data: Map<String, Value>,
}

impl Opening {
    /// The fingerprint that stands for it in the chain.
    pub(super) fn seal(&self) -> String {
        let mut text = String::from("{\"data\":");
        write_map(&self.data, &mut text);
        text.push_str(",\"salt\":");
        write_string(&self.salt, &mut text);
        text.push('}');
        canonical::hex(&fingerprint(text.as_bytes()))
    }
}

impl Event {
    /// The fingerprint of the event without what is open: SHA-256 of its canonical JSON.
    pub(super) fn fingerprint(&self, buffer: &mut String) -> Fingerprint {
        buffer.clear();
        let field = |name: &str, value: &str, buffer: &mut String| {
            buffer.push_str(name);
            write_string(value, buffer);
        };
        field("{\"at\":", &self.at, buffer);
        field(",\"by\":", self.by.as_str(), buffer);
        buffer.push_str(",\"data\":");
        write_map(&self.data, buffer);
        field(",\"id\":", self.id.as_str(), buffer);
        field(",\"kind\":", &self.kind, buffer);
        buffer.push_str(",\"previous\":[");
        for (place, previous) in self.previous.iter().enumerate() {
            field(if place > 0 { "," } else { "" }, previous, buffer);
        }
        buffer.push(']');
        if let Some(sealed) = &self.sealed {
            field(",\"sealed\":", sealed, buffer);
        }
        buffer.push('}');
        fingerprint(buffer.as_bytes())
    }

    /// The fingerprint in hexadecimal: what the next event names as its `previous`, and what a
    /// host keeps elsewhere as the head of a journal.
    #[must_use]
    pub fn head(&self) -> String {
        canonical::hex(&self.fingerprint(&mut String::new()))
    }

    /// A string of `data`.
    pub(super) fn text(&self, field: &str) -> Option<&str> {
        self.data.get(field)?.as_str()
    }
}

fn write_map(map: &Map<String, Value>, out: &mut String) {
    // Borrowing a map as a value would copy it; a few keys, all ASCII, need no order of their own.
    if map.keys().all(|key| key.is_ascii()) {
        out.push('{');
        for (place, (key, value)) in map.iter().enumerate() {
            if place > 0 {
                out.push(',');
            }
            write_string(key, out);
            out.push(':');
            write(value, out);
        }
        out.push('}');
    } else {
        write(&Value::Object(map.clone()), out);
    }
}

/// The token of a person: what the chain calls them. Without the salt nobody can find out whom
/// it stands for.
pub(super) fn token(sealed: &str) -> Option<Id> {
    Id::new(&format!("m-{}", sealed.get(..24)?))
}

/// What is remembered of a person who must not be invited again.
pub(super) fn tombstone(person: &Id, salt: &str) -> String {
    fingerprint_of(&serde_json::json!({"person": person, "salt": salt}))
}
