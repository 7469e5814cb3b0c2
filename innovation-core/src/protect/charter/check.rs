//! A charter, checked: what it says of itself agrees, and no safeguard is suspended.

use super::safeguard;
use crate::error::{Code, Error, Result};
use crate::people::Id;
use crate::protect::period::{Period, moment};
use crate::protect::{Charter, Tensions};
use std::collections::BTreeSet;

/// The format of charters.
pub(super) const FORMAT: &str = "innovation/charter@1";
/// Most parties, clauses, suspended norms and signatures.
const MOST: [usize; 4] = [100, 200, 200, 2_000];
/// How far shares may miss a sum of 1: what writing them with a few digits costs.
const ROUNDING: f64 = 1e-6;

/// Checks a charter that stands at `path`.
///
/// # Errors
///
/// `protect.safeguard-suspended` where a suspended norm touches a safeguard;
/// `protect.duplicate-id`, `protect.invalid-time` and `protect.invalid-charter` where the
/// charter contradicts itself; `contract.too-large` beyond 100 parties, 200 clauses, 200
/// suspended norms or 2,000 signatures.
pub(crate) fn check(charter: &Charter, path: &str) -> Result<()> {
    sizes(charter, path)?;
    if charter.format.as_deref().is_some_and(|format| format != FORMAT) {
        return Err(
            invalid(format!("a charter has the format {FORMAT:?}")).at(format!("{path}/format"))
        );
    }
    if charter.version == 0 {
        return Err(invalid("the version is 0")
            .at(format!("{path}/version"))
            .hint("versions count from 1"));
    }
    if charter.parties.is_empty() {
        return Err(invalid("no party is named that would sign")
            .at(format!("{path}/parties"))
            .hint("name at least the organisation that hosts the space"));
    }
    unique(charter.parties.iter(), |at| format!("{path}/parties/{at}"), "party")?;
    unique(
        charter.clauses.iter().map(|clause| &clause.id),
        |at| format!("{path}/clauses/{at}/id"),
        "clause",
    )?;
    suspensions(charter, path)?;
    named_once(charter, path)?;
    signatures(charter, path)?;
    if let Some(review) = &charter.review_by {
        moment(review, || format!("{path}/reviewBy"))?;
    }
    charter.tensions.as_ref().map_or(Ok(()), |tensions| axes(tensions, &format!("{path}/tensions")))
}

fn sizes(charter: &Charter, path: &str) -> Result<()> {
    let [parties, clauses, norms, signatures] = MOST;
    for (count, most, name) in [
        (charter.parties.len(), parties, "parties"),
        (charter.clauses.len(), clauses, "clauses"),
        (charter.suspended_norms.len(), norms, "suspendedNorms"),
        (charter.signatures.len(), signatures, "signatures"),
    ] {
        crate::protect::at_most(count, most, name, &format!("{path}/{name}"))?;
    }
    Ok(())
}

fn suspensions(charter: &Charter, path: &str) -> Result<()> {
    unique(
        charter.suspended_norms.iter().map(|norm| &norm.id),
        |at| format!("{path}/suspendedNorms/{at}/id"),
        "suspended norm",
    )?;
    for (at, norm) in charter.suspended_norms.iter().enumerate() {
        let path = format!("{path}/suspendedNorms/{at}");
        safeguard::check(charter, norm, &path)?;
        Period::read(norm.from.as_deref(), Some(&norm.until), &path)?;
    }
    Ok(())
}

fn named_once(charter: &Charter, path: &str) -> Result<()> {
    let mut seen = BTreeSet::new();
    for (at, safeguard) in charter.safeguards.iter().enumerate() {
        if !seen.insert(*safeguard) {
            let name = safeguard.name();
            return Err(Error::new(
                Code::ProtectDuplicateId,
                format!("the safeguard {name} is named twice"),
            )
            .at(format!("{path}/safeguards/{at}")));
        }
    }
    Ok(())
}

fn signatures(charter: &Charter, path: &str) -> Result<()> {
    let parties: BTreeSet<&Id> = charter.parties.iter().collect();
    for (at, signature) in charter.signatures.iter().enumerate() {
        let path = format!("{path}/signatures/{at}");
        // A former party's signature under an earlier version is history and stays.
        if signature.version >= charter.version && !parties.contains(&signature.party) {
            return Err(invalid(format!(
                "{} signed version {} and is no party",
                signature.party, signature.version
            ))
            .at(format!("{path}/party")));
        }
        if signature.version == 0 || signature.version > charter.version {
            return Err(invalid(format!(
                "{} signed version {}; there are versions 1 to {}",
                signature.party, signature.version, charter.version
            ))
            .at(format!("{path}/version")));
        }
        moment(&signature.at, || format!("{path}/at"))?;
    }
    Ok(())
}

fn axes(tensions: &Tensions, path: &str) -> Result<()> {
    for (value, name) in [
        (tensions.push_pull, "pushPull"),
        (tensions.open_owned, "openOwned"),
        (tensions.wild_regulated, "wildRegulated"),
    ] {
        // Written so that NaN is refused too.
        if value.is_some_and(|value| !(-1.0..=1.0).contains(&value)) {
            return Err(invalid("a tension lies outside −1 to 1").at(format!("{path}/{name}")));
        }
    }
    let Some(shares) = tensions.social_economic_scientific else { return Ok(()) };
    let path = format!("{path}/socialEconomicScientific");
    for (at, share) in shares.iter().enumerate() {
        if !(0.0..=1.0).contains(share) {
            return Err(invalid("a share lies outside 0 to 1").at(format!("{path}/{at}")));
        }
    }
    let sum: f64 = shares.iter().sum();
    if (sum - 1.0).abs() > ROUNDING {
        return Err(invalid(format!("the shares add up to {sum}, not to 1")).at(path));
    }
    Ok(())
}

/// Refuses an id that stands twice.
pub(crate) fn unique<'a>(
    ids: impl Iterator<Item = &'a Id>,
    path: impl Fn(usize) -> String,
    what: &str,
) -> Result<()> {
    let mut seen = BTreeSet::new();
    for (at, id) in ids.enumerate() {
        if !seen.insert(id) {
            return Err(Error::new(
                Code::ProtectDuplicateId,
                format!("the {what} {:?} is there twice", id.as_str()),
            )
            .at(path(at)));
        }
    }
    Ok(())
}

pub(super) fn invalid(message: impl Into<String>) -> Error {
    Error::new(Code::ProtectInvalidCharter, message)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    fn charter() -> Value {
        json!({
            "format": "innovation/charter@1",
            "version": 2,
            "parties": ["hospital", "city"],
            "clauses": [{"id": "purpose", "text": "Better nights."}, {"id": "time", "text": "Friday."}],
            "suspendedNorms": [
                {"id": "dress", "norm": "uniform", "scope": "here", "from": "2026-01-01", "until": "2027-01-01"},
                {"id": "rank", "norm": "titles", "scope": "here", "until": "2027-01-01"},
            ],
            "safeguards": ["law", "consent"],
            "signatures": [
                {"party": "hospital", "at": "2026-01-02", "version": 1},
                {"party": "hospital", "at": "2026-02-02", "version": 2},
            ],
            "reviewBy": "2027-01-01",
            "tensions": {"pushPull": -1, "socialEconomicScientific": [0.1, 0.2, 0.7], "openOwned": 1},
        })
    }

    fn checked(charter: Value) -> Result<()> {
        check(&serde_json::from_value(charter).unwrap(), "/charter")
    }

    #[test]
    fn a_refusal_names_its_place() {
        checked(charter()).unwrap();
        let (invalid, twice, time) =
            (Code::ProtectInvalidCharter, Code::ProtectDuplicateId, Code::ProtectInvalidTime);
        let cases = [
            ("/format", json!("innovation/card@1"), invalid, "/format"),
            ("/version", json!(0), invalid, "/version"),
            ("/parties", json!([]), invalid, "/parties"),
            ("/parties/1", json!("hospital"), twice, "/parties/1"),
            ("/clauses/1/id", json!("purpose"), twice, "/clauses/1/id"),
            ("/suspendedNorms/1/id", json!("dress"), twice, "/suspendedNorms/1/id"),
            ("/suspendedNorms/0/until", json!("2025-01-01"), time, "/suspendedNorms/0/until"),
            ("/suspendedNorms/1/until", json!("never"), time, "/suspendedNorms/1/until"),
            ("/safeguards/1", json!("law"), twice, "/safeguards/1"),
            ("/signatures/1/party", json!("museum"), invalid, "/signatures/1/party"),
            ("/signatures/1/version", json!(3), invalid, "/signatures/1/version"),
            ("/signatures/1/version", json!(0), invalid, "/signatures/1/version"),
            ("/signatures/1/at", json!("today"), time, "/signatures/1/at"),
            ("/reviewBy", json!("2027-13-01"), time, "/reviewBy"),
            ("/tensions/pushPull", json!(1.5), invalid, "/tensions/pushPull"),
            ("/tensions/openOwned", json!(-1.01), invalid, "/tensions/openOwned"),
            (
                "/tensions/socialEconomicScientific/2",
                json!(0.6),
                invalid,
                "/tensions/socialEconomicScientific",
            ),
            (
                "/tensions/socialEconomicScientific/2",
                json!(-0.6),
                invalid,
                "/tensions/socialEconomicScientific/2",
            ),
        ];
        for (at, value, code, place) in cases {
            let mut changed = charter();
            *changed.pointer_mut(at).unwrap() = value.clone();
            let error = checked(changed).unwrap_err();
            assert_eq!(
                (error.code(), error.path()),
                (code, &*format!("/charter{place}")),
                "{at} {value}"
            );
        }
    }

    #[test]
    fn a_former_partys_old_signature_stays() {
        let mut charter = charter();
        charter["signatures"][0]["party"] = json!("museum");
        checked(charter).unwrap();
    }

    #[test]
    fn too_much_is_refused() {
        let mut charter = charter();
        let parties: Vec<String> = (0..101).map(|at| format!("p{at}")).collect();
        charter["parties"] = json!(parties);
        let error = checked(charter).unwrap_err();
        assert_eq!((error.code(), error.path()), (Code::ContractTooLarge, "/charter/parties"));
    }
}
