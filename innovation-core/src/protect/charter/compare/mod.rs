//! What an amendment changes, so that those who sign again know what they sign.
//!
//! Invariant: safeguards hold whether a charter names them or not; dropping one is told, never
//! obeyed.

mod document;

pub use document::{
    ChangedClause, CharterComparison, ClauseChanges, CompareRequest, IdChanges, ReplacedNorm,
    ReplacedRightToFail, ReplacedSafeguard, ReplacedTensions, ReplacedWord, SafeguardChanges,
    SignatureChanges, SuspensionChanges, VersionChange, VersionStep,
};

use super::check::check;
use super::signed::signed;
use super::words::{Steps, changes};
use crate::error::Result;
use crate::people::Id;
use crate::protect::{Charter, Clause, Safeguard, Signature, SuspendedNorm};
use std::collections::{BTreeMap, BTreeSet};

/// What changed between two charters: clauses word by word, suspensions, parties, signatures.
///
/// The texts are compared by the longest common subsequence of their words. A safeguard that
/// the charter after no longer names is told as dropped, and holds all the same.
///
/// # Errors
///
/// Those of a charter that contradicts itself, at `/before` or `/after`; among them
/// `protect.safeguard-suspended`.
///
/// # Example
///
/// ```
/// use innovation_core::protect::{CompareRequest, compare};
/// let request: CompareRequest = serde_json::from_str(r#"{
///     "before": {"version": 1, "parties": ["hospital"],
///         "clauses": [{"id": "time", "text": "We meet on Fridays."}],
///         "signatures": [{"party": "hospital", "at": "2026-11-23", "version": 1}]},
///     "after": {"version": 2, "parties": ["hospital"],
///         "clauses": [{"id": "time", "text": "We meet on Mondays."}],
///         "signatures": [{"party": "hospital", "at": "2026-11-23", "version": 1}]}
/// }"#).unwrap();
/// let comparison = compare(&request)?;
/// assert!(comparison.version.fits);
/// assert_eq!(comparison.clauses.changed[0].texts[0].words[1].text, "Fridays.");
/// assert_eq!(comparison.signatures.void.len(), 1);
/// # Ok::<(), innovation_core::Error>(())
/// ```
///
/// # References
///
/// R. A. Wagner, M. J. Fischer, *The string-to-string correction problem*, Journal of the ACM
/// 21(1), 1974.
pub fn compare(request: &CompareRequest) -> Result<CharterComparison> {
    let (before, after) = (&request.before, &request.after);
    check(before, "/before")?;
    check(after, "/after")?;
    let clauses = clauses(before, after);
    let suspended_norms = suspensions(before, after);
    let safeguards = safeguards(before, after);
    let parties = parties(before, after);
    let right_to_fail = ReplacedRightToFail::between(&before.right_to_fail, &after.right_to_fail);
    let review_by = ReplacedWord::between(&before.review_by, &after.review_by);
    let tensions = ReplacedTensions::between(&before.tensions, &after.tensions);
    let same = clauses.added.is_empty()
        && clauses.removed.is_empty()
        && clauses.changed.is_empty()
        && suspended_norms.added.is_empty()
        && suspended_norms.removed.is_empty()
        && suspended_norms.changed.is_empty()
        && named(before) == named(after)
        && parties.added.is_empty()
        && parties.removed.is_empty()
        && right_to_fail.is_none()
        && review_by.is_none()
        && tensions.is_none()
        && before.extensions == after.extensions;
    Ok(CharterComparison {
        same,
        version: version(before.version, after.version, same),
        signatures: signatures(before, after, same),
        clauses,
        suspended_norms,
        safeguards,
        parties,
        right_to_fail,
        review_by,
        tensions,
    })
}

fn version(before: u32, after: u32, same: bool) -> VersionChange {
    let step = match after.checked_sub(before) {
        None => VersionStep::Lowered,
        Some(0) => VersionStep::Same,
        Some(1) => VersionStep::RaisedByOne,
        Some(_) => VersionStep::RaisedByMore,
    };
    let wanted = if same { VersionStep::Same } else { VersionStep::RaisedByOne };
    VersionChange { before, after, step, fits: step == wanted }
}

fn clauses(before: &Charter, after: &Charter) -> ClauseChanges {
    let old: BTreeMap<&Id, &Clause> = before.clauses.iter().map(|one| (&one.id, one)).collect();
    let new: BTreeSet<&Id> = after.clauses.iter().map(|one| &one.id).collect();
    let mut steps = Steps::enough();
    let changed = after.clauses.iter().filter_map(|clause| {
        let old = old.get(&clause.id).filter(|old| **old != clause)?;
        Some(ChangedClause {
            id: clause.id.clone(),
            texts: changes(&old.text, &clause.text, &mut steps),
            safeguard: ReplacedSafeguard::between(&old.safeguard, &clause.safeguard),
            source: ReplacedWord::between(&old.source, &clause.source),
        })
    });
    ClauseChanges {
        added: after.clauses.iter().filter(|one| !old.contains_key(&one.id)).cloned().collect(),
        removed: before.clauses.iter().filter(|one| !new.contains(&one.id)).cloned().collect(),
        changed: changed.collect(),
    }
}

fn suspensions(before: &Charter, after: &Charter) -> SuspensionChanges {
    let old: BTreeMap<&Id, &SuspendedNorm> =
        before.suspended_norms.iter().map(|one| (&one.id, one)).collect();
    let new: BTreeSet<&Id> = after.suspended_norms.iter().map(|one| &one.id).collect();
    let changed = after.suspended_norms.iter().filter_map(|norm| {
        let old = *old.get(&norm.id)?;
        ReplacedNorm::between(&Some(old.clone()), &Some(norm.clone()))
    });
    let norms = |charter: &Charter, is_new: &dyn Fn(&Id) -> bool| {
        charter.suspended_norms.iter().filter(|one| is_new(&one.id)).cloned().collect()
    };
    SuspensionChanges {
        added: norms(after, &|id| !old.contains_key(id)),
        removed: norms(before, &|id| !new.contains(id)),
        changed: changed.collect(),
    }
}

/// The safeguards in a charter's list.
fn named(charter: &Charter) -> BTreeSet<Safeguard> {
    charter.safeguards.iter().copied().collect()
}

fn safeguards(before: &Charter, after: &Charter) -> SafeguardChanges {
    let told = |charter: &Charter| -> BTreeSet<Safeguard> {
        let stated = charter.clauses.iter().filter_map(|clause| clause.safeguard);
        stated.chain(charter.safeguards.iter().copied()).collect()
    };
    let (old, new) = (told(before), told(after));
    SafeguardChanges {
        added: new.difference(&old).copied().collect(),
        dropped: old.difference(&new).copied().collect(),
        hold: Safeguard::ALL.to_vec(),
    }
}

fn parties(before: &Charter, after: &Charter) -> IdChanges {
    let only = |of: &Charter, other: &Charter| {
        let other: BTreeSet<&Id> = other.parties.iter().collect();
        of.parties.iter().filter(|party| !other.contains(party)).cloned().collect()
    };
    IdChanges { added: only(after, before), removed: only(before, after) }
}

fn signatures(before: &Charter, after: &Charter, same: bool) -> SignatureChanges {
    // What stood under the text before cannot stand under another.
    let stale = |signature: &Signature| {
        signature.version < after.version || (!same && before.signatures.contains(signature))
    };
    let (void, valid): (Vec<Signature>, Vec<Signature>) =
        after.signatures.iter().cloned().partition(stale);
    let signatories = signed(&Charter { signatures: valid, ..after.clone() });
    SignatureChanges { void, signatories }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Code;
    use proptest::prelude::*;
    use serde_json::{Value, json};

    fn before() -> Value {
        json!({
            "version": 3,
            "parties": ["hospital", "city"],
            "clauses": [
                {"id": "purpose", "text": "Better nights."},
                {"id": "time", "text": {"en": "Every Friday.", "fr": "Chaque vendredi."}},
                {"id": "oath", "text": "No harm.", "safeguard": "patientSafety"},
            ],
            "suspendedNorms": [
                {"id": "dress", "norm": "uniform", "scope": "here", "until": "2027-01-01"},
                {"id": "titles", "norm": "titles", "scope": "here", "until": "2027-01-01"},
            ],
            "safeguards": ["consent"],
            "signatures": [
                {"party": "hospital", "at": "2026-01-02", "version": 3},
                {"party": "city", "at": "2026-01-02", "version": 2},
            ],
            "reviewBy": "2027-01-01",
        })
    }

    fn compared(before: &Value, after: &Value) -> Result<CharterComparison> {
        let request = json!({"before": before, "after": after});
        compare(&serde_json::from_value(request).unwrap())
    }

    #[test]
    fn a_charter_does_not_differ_from_itself_in_any_order() {
        let mut after = before();
        for list in ["parties", "clauses", "suspendedNorms", "signatures"] {
            after[list].as_array_mut().unwrap().reverse();
        }
        let comparison = compared(&before(), &after).unwrap();
        assert!(comparison.same && comparison.version.fits);
        assert_eq!(comparison.signatures.void.len(), 1);
        assert_eq!(comparison.signatures.signatories.signed[0].as_str(), "hospital");
        let json = serde_json::to_value(&comparison).unwrap();
        for list in [
            "/clauses/added",
            "/clauses/removed",
            "/clauses/changed",
            "/parties/added",
            "/suspendedNorms/added",
            "/suspendedNorms/removed",
            "/suspendedNorms/changed",
            "/safeguards/added",
            "/safeguards/dropped",
            "/parties/removed",
        ] {
            assert_eq!(json.pointer(list), Some(&json!([])), "{list}");
        }
    }

    #[test]
    fn every_kind_of_change_is_told() {
        let after = json!({
            "version": 4,
            "parties": ["hospital", "patients"],
            "clauses": [
                {"id": "time", "text": {"en": "Every Monday.", "fr": "Chaque vendredi."}},
                {"id": "exit", "text": "Tell us."},
                {"id": "purpose", "text": "Better nights."},
            ],
            "suspendedNorms": [
                {"id": "dress", "norm": "uniform", "scope": "here", "until": "2027-06-01"},
                {"id": "hours", "norm": "hours", "scope": "here", "until": "2027-01-01"},
            ],
            "rightToFail": {"bearer": "hospital"},
            "signatures": [
                {"party": "hospital", "at": "2026-01-02", "version": 3},
                {"party": "patients", "at": "2026-02-02", "version": 4},
            ],
            "tensions": {"openOwned": -0.5},
        });
        let told = compared(&before(), &after).unwrap();
        assert!(!told.same && told.version.fits);
        assert_eq!(told.version.step, VersionStep::RaisedByOne);
        assert_eq!(told.clauses.added[0].id.as_str(), "exit");
        assert_eq!(told.clauses.removed[0].id.as_str(), "oath");
        let [time] = told.clauses.changed.as_slice() else { panic!("one clause changed") };
        assert_eq!((time.id.as_str(), time.texts.len()), ("time", 1));
        let words: Vec<&str> = time.texts[0].words.iter().map(|one| one.text.as_str()).collect();
        assert_eq!(words, ["Every ", "Friday.", "Monday."]);
        assert_eq!(told.suspended_norms.added[0].id.as_str(), "hours");
        assert_eq!(told.suspended_norms.removed[0].id.as_str(), "titles");
        assert_eq!(told.suspended_norms.changed.len(), 1);
        assert_eq!(told.safeguards.dropped, [Safeguard::PatientSafety, Safeguard::Consent]);
        assert_eq!(told.safeguards.hold.len(), 5);
        assert_eq!(told.parties.added[0].as_str(), "patients");
        assert_eq!(told.parties.removed[0].as_str(), "city");
        assert!(told.right_to_fail.is_some_and(|one| one.before.is_none() && one.after.is_some()));
        assert!(told.review_by.is_some_and(|one| one.after.is_none()));
        assert!(told.tensions.is_some());
        assert_eq!(told.signatures.void.len(), 1);
        assert_eq!(told.signatures.signatories.missing[0].as_str(), "hospital");
    }

    #[test]
    fn a_change_under_the_same_version_voids_what_was_signed() {
        let mut after = before();
        after["clauses"][0]["text"] = json!("Better days.");
        let told = compared(&before(), &after).unwrap();
        assert_eq!((told.version.step, told.version.fits), (VersionStep::Same, false));
        assert_eq!(told.signatures.void.len(), 2);
        assert!(told.signatures.signatories.signed.is_empty());
    }

    #[test]
    fn versions_that_skip_or_fall_are_told() {
        for (version, step) in [(2, VersionStep::Lowered), (5, VersionStep::RaisedByMore)] {
            let mut after = before();
            after["version"] = json!(version);
            after["signatures"] = json!([]);
            let told = compared(&before(), &after).unwrap();
            assert_eq!((told.version.step, told.version.fits), (step, false));
        }
    }

    #[test]
    fn a_refusal_names_the_charter() {
        let mut bad = before();
        bad["suspendedNorms"][1]["lifts"] = json!(["oath"]);
        let error = compared(&before(), &bad).unwrap_err();
        assert_eq!(error.code(), Code::ProtectSafeguardSuspended);
        assert_eq!(error.path(), "/after/suspendedNorms/1");
        assert_eq!(compared(&bad, &before()).unwrap_err().path(), "/before/suspendedNorms/1");
    }

    prop_compose! {
        fn any_clauses()(texts in proptest::collection::btree_map("[a-e]", "[xyz ]{0,9}", 0..5)) -> Value {
            let clauses = texts.into_iter().map(|(id, text)| json!({"id": id, "text": text}));
            json!({"version": 1, "parties": ["hospital"], "clauses": clauses.collect::<Value>()})
        }
    }

    proptest! {
        /// What was there, less what is gone, with what changed read anew and what came, is
        /// what is there.
        #[test]
        fn changes_applied_to_before_give_after(before in any_clauses(), after in any_clauses()) {
            let told = compared(&before, &after).unwrap().clauses;
            let text = |clause: &Clause| clause.text.for_locale("").to_owned();
            let read = |charter: &Value| -> BTreeMap<Id, String> {
                let charter: Charter = serde_json::from_value(charter.clone()).unwrap();
                charter.clauses.iter().map(|one| (one.id.clone(), text(one))).collect()
            };
            let mut clauses = read(&before);
            for gone in &told.removed {
                prop_assert!(clauses.remove(&gone.id).is_some());
            }
            for changed in &told.changed {
                let words = changed.texts[0].words.iter();
                let kept = words.filter(|one| one.change != crate::protect::WordChange::Removed);
                clauses.insert(changed.id.clone(), kept.map(|one| &*one.text).collect());
            }
            for added in &told.added {
                prop_assert!(clauses.insert(added.id.clone(), text(added)).is_none());
            }
            prop_assert_eq!(clauses, read(&after));
        }
    }
}
