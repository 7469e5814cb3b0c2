//! Who has signed what.

use crate::instant::Instant;
use crate::people::Id;
use crate::protect::{Charter, Signature};
use serde::Serialize;
use std::collections::BTreeSet;

/// Who has signed the version that a charter has, and who has not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Signatories {
    /// Parties that have, in the order of the charter.
    pub signed: Vec<Id>,
    /// Parties that have not.
    pub missing: Vec<Id>,
    /// Whether all have.
    pub complete: bool,
}

/// Who has signed the current version.
pub(crate) fn signed(charter: &Charter) -> Signatories {
    among(charter, &charter.signatures.iter().collect::<Vec<_>>())
}

/// Who had signed the current version at a moment.
pub(crate) fn signed_by(charter: &Charter, at: Instant) -> Signatories {
    among(charter, &until(charter, at))
}

/// All who had put their name under the charter at a moment, whatever the version: parties, and
/// those who signed for them.
pub(crate) fn signers(charter: &Charter, at: Instant) -> BTreeSet<&str> {
    until(charter, at)
        .into_iter()
        .flat_map(|signature| [Some(&signature.party), signature.by.as_ref()])
        .flatten()
        .map(Id::as_str)
        .collect()
}

fn among(charter: &Charter, signatures: &[&Signature]) -> Signatories {
    let names: BTreeSet<&Id> = signatures
        .iter()
        .filter(|signature| signature.version == charter.version)
        .map(|signature| &signature.party)
        .collect();
    let (signed, missing): (Vec<&Id>, Vec<&Id>) =
        charter.parties.iter().partition(|party| names.contains(party));
    let complete = missing.is_empty();
    Signatories {
        signed: signed.into_iter().cloned().collect(),
        missing: missing.into_iter().cloned().collect(),
        complete,
    }
}

/// Signatures given up to a moment, that one included.
fn until(charter: &Charter, at: Instant) -> Vec<&Signature> {
    charter
        .signatures
        .iter()
        .filter(|signature| Instant::parse(&signature.at).is_some_and(|given| given <= at))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn only_the_current_version_counts_and_only_from_its_moment_on() {
        let charter: Charter = serde_json::from_value(json!({
            "version": 2,
            "parties": ["hospital", "city", "patients"],
            "clauses": [],
            "signatures": [
                {"party": "city", "at": "2026-01-02", "version": 1},
                {"party": "patients", "by": "p7", "at": "2026-03-02", "version": 2},
                {"party": "hospital", "at": "2026-05-02", "version": 2},
            ],
        }))
        .unwrap();
        let ids = |ids: &[Id]| ids.iter().map(Id::to_string).collect::<Vec<_>>().join(" ");
        let now = signed(&charter);
        assert_eq!((&*ids(&now.signed), &*ids(&now.missing)), ("hospital patients", "city"));
        assert!(!now.complete);
        let april = Instant::parse("2026-04-01").unwrap();
        assert_eq!(ids(&signed_by(&charter, april).signed), "patients");
        let names: Vec<&str> = signers(&charter, april).into_iter().collect();
        assert_eq!(names, ["city", "p7", "patients"]);
    }
}
