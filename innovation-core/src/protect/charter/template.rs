//! Charters to begin with: clauses in our own words, with the ideas they come from.
//!
//! Invariant: a template states every safeguard; an answer is a charter that passes its check.

use super::check::{FORMAT, check, invalid};
use crate::error::{Code, Error, Result};
use crate::people::Id;
use crate::protect::period::moment;
use crate::protect::{Charter, Clause, RightToFail, Safeguard, Tensions};
use crate::text::Text;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

const CLAUSES: &str = include_str!("../../../charters/clauses.json");

/// Which charter to begin with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum CharterTemplate {
    /// A space within one organisation.
    WithinOne,
    /// A space in the gap between several.
    BetweenSeveral,
}

/// Asks for a charter to begin with.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CharterRequest {
    /// Within one organisation or between several.
    pub template: CharterTemplate,
    /// The organisations that will sign: one, or 2 to 100.
    pub parties: Vec<Id>,
    /// What the parties are called in the text; their ids where absent.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub names: BTreeMap<Id, String>,
    /// Who answers for a failure: a party or a person.
    pub bearer: Id,
    /// Up to what the bearer answers, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bears: Option<Text>,
    /// When the charter must be looked at again, RFC 3339.
    pub review_by: String,
    /// Whom patients, carers and citizens can reach; somebody named later where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<Id>,
    /// Who owns results after the space; somebody named later where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<Id>,
    /// Where the space stands on the four tensions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tensions: Option<Tensions>,
    /// Language of the clauses (BCP 47); both languages where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub locale: Option<String>,
}

/// The clauses as stored.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Stored {
    #[serde(rename = "format")]
    _format: String,
    clauses: Vec<StoredClause>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredClause {
    id: Id,
    /// The template it belongs to; both where absent.
    only: Option<CharterTemplate>,
    text: Text,
    safeguard: Option<Safeguard>,
    source: Option<String>,
}

/// A charter to begin with, version 1, for one organisation or between several.
///
/// A starting point in our own words: the parties read, change and sign it; it is no legal
/// advice. Places left open in the text are filled with the parties, the bearer of the right to
/// fail, the contact, the owner after the exit and the day of the review. `source` says where
/// the idea of a clause comes from.
///
/// # Errors
///
/// `protect.invalid-charter` where the number of parties does not fit the template, a name is
/// given to no party, or tensions lie outside their range; `protect.duplicate-id` where a party
/// stands twice; `protect.invalid-time` where `reviewBy` is no time.
///
/// # Example
///
/// ```
/// use innovation_core::protect::{CharterRequest, charter};
/// let request: CharterRequest = serde_json::from_str(r#"{
///     "template": "betweenSeveral", "parties": ["hospital", "city"],
///     "bearer": "hospital", "reviewBy": "2027-11-23", "locale": "en"
/// }"#).unwrap();
/// let charter = charter(&request)?;
/// assert_eq!(charter.version, 1);
/// assert!(charter.clauses[0].text.for_locale("en").contains("hospital and city"));
/// # Ok::<(), innovation_core::Error>(())
/// ```
///
/// # References
///
/// Each clause names its own. That a charter stands apart from statutes, so that it can change,
/// follows the Forum LLSA's charter of 2013.
pub fn charter(request: &CharterRequest) -> Result<Charter> {
    fits(request)?;
    let [english, french] = [Words::english(request), Words::french(request)];
    let clauses = stored()?
        .into_iter()
        .filter(|clause| clause.only.is_none_or(|only| only == request.template))
        .map(|clause| Clause {
            text: in_locale(
                Text::both(
                    &english.fill(clause.text.for_locale("en")),
                    &french.fill(clause.text.for_locale("fr")),
                ),
                request.locale.as_deref(),
            ),
            id: clause.id,
            safeguard: clause.safeguard,
            source: clause.source,
        })
        .collect();
    let charter = Charter {
        format: Some(FORMAT.to_owned()),
        version: 1,
        parties: request.parties.clone(),
        clauses,
        suspended_norms: Vec::new(),
        safeguards: Safeguard::ALL.to_vec(),
        right_to_fail: Some(RightToFail {
            bearer: request.bearer.clone(),
            scope: request.bears.clone(),
        }),
        signatures: Vec::new(),
        review_by: Some(request.review_by.clone()),
        tensions: request.tensions.clone(),
        extensions: BTreeMap::new(),
    };
    check(&charter, "")?;
    Ok(charter)
}

fn fits(request: &CharterRequest) -> Result<()> {
    let count = request.parties.len();
    let fault = match request.template {
        CharterTemplate::WithinOne if count != 1 => {
            "a charter within one organisation has one party"
        }
        CharterTemplate::BetweenSeveral if count < 2 => {
            "a charter between several has at least two parties"
        }
        _ => "",
    };
    if !fault.is_empty() {
        return Err(invalid(format!("{fault}; the request names {count}"))
            .at("/parties")
            .hint("name the organisations that will sign, or take the other template"));
    }
    let longest = Id::LONGEST;
    for (id, name) in &request.names {
        let path = || format!("/names/{}", id.as_str().replace('~', "~0").replace('/', "~1"));
        if !request.parties.contains(id) {
            return Err(invalid(format!("a name is given to {id}, which is no party")).at(path()));
        }
        // A name follows the rules of an id: it ends up in the middle of a sentence.
        if Id::new(name).is_none() {
            return Err(invalid(format!(
                "a name has 1 to {longest} characters, none of them a control character"
            ))
            .at(path()));
        }
    }
    moment(&request.review_by, || "/reviewBy".to_owned())?;
    Ok(())
}

fn stored() -> Result<Vec<StoredClause>> {
    let stored: Stored = serde_json::from_str(CLAUSES).map_err(|error| {
        Error::new(Code::ContractInternal, format!("the clauses are broken: {error}"))
    })?;
    Ok(stored.clauses)
}

fn in_locale(text: Text, locale: Option<&str>) -> Text {
    match locale {
        Some(locale) => text.for_locale(locale).into(),
        None => text,
    }
}

/// What stands in the places of a text, in one language.
struct Words([(&'static str, String); 5]);

impl Words {
    fn english(request: &CharterRequest) -> Self {
        let later = "a person named before the first session";
        let owner = "a person named before it closes";
        Self::of(request, "and", later, owner)
    }

    fn french(request: &CharterRequest) -> Self {
        let later = "une personne désignée avant la première séance";
        let owner = "une personne désignée avant la fermeture";
        Self::of(request, "et", later, owner)
    }

    fn of(request: &CharterRequest, and: &str, contact: &str, owner: &str) -> Self {
        let name = |id: &Id| request.names.get(id).cloned().unwrap_or_else(|| id.to_string());
        let or = |id: &Option<Id>, later: &str| id.as_ref().map_or(later.to_owned(), name);
        let parties: Vec<String> = request.parties.iter().map(name).collect();
        let day = request.review_by.get(..10).unwrap_or(&request.review_by);
        Self([
            ("parties", list(&parties, and)),
            ("bearer", name(&request.bearer)),
            ("contact", or(&request.contact, contact)),
            ("owner", or(&request.owner, owner)),
            ("reviewBy", day.to_owned()),
        ])
    }

    /// Fills `{places}` in one pass, so that what is filled in is never read again.
    fn fill(&self, text: &str) -> String {
        let mut parts = text.split('{');
        let mut filled = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let (place, rest) = part.split_once('}').unwrap_or((part, ""));
            let word = self.0.iter().find(|(name, _)| *name == place);
            filled.push_str(word.map_or("", |(_, word)| word));
            filled.push_str(rest);
        }
        filled
    }
}

/// "a, b and c".
fn list(names: &[String], and: &str) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} {and} {last}", first.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};
    use std::collections::BTreeSet;

    fn request() -> Value {
        json!({
            "template": "betweenSeveral",
            "parties": ["hospital", "city", "p{bearer}"],
            "names": {"city": "City of Nice"},
            "bearer": "city",
            "reviewBy": "2027-11-23T00:00:00Z",
        })
    }

    fn made(request: Value) -> Result<Charter> {
        charter(&serde_json::from_value(request).unwrap())
    }

    fn within_one() -> Value {
        let mut request = request();
        request["template"] = json!("withinOne");
        request["parties"] = json!(["city"]);
        request
    }

    #[test]
    fn every_template_says_what_a_charter_must() {
        let wanted = [
            "purpose",
            "autonomy",
            "governance",
            "membership",
            "facilitation",
            "time",
            "place",
            "hierarchy",
            "expertise",
            "failure",
            "orientation",
            "compensation",
            "contact",
            "patientSafety",
            "consent",
            "confidentiality",
            "law",
            "safeguarding",
            "data",
            "property",
            "dissent",
            "conflict",
            "evaluation",
            "anchoring",
            "exit",
            "review",
            "tensions",
        ];
        for request in [request(), within_one()] {
            let charter = made(request).unwrap();
            let ids: Vec<&str> = charter.clauses.iter().map(|one| one.id.as_str()).collect();
            assert_eq!(ids, wanted);
            let stated: BTreeSet<Safeguard> =
                charter.clauses.iter().filter_map(|one| one.safeguard).collect();
            assert_eq!(stated, Safeguard::ALL.into_iter().collect());
        }
    }

    #[test]
    fn no_place_is_left_open_in_either_language() {
        for request in [request(), within_one()] {
            for clause in made(request).unwrap().clauses {
                for locale in ["en", "fr"] {
                    let text = clause.text.for_locale(locale).replace("p{bearer}", "");
                    assert!(!text.contains(['{', '}']) && !text.contains("  "), "{text}");
                    assert!(text.ends_with('.') && text.chars().count() < 500, "{text}");
                }
            }
        }
    }

    #[test]
    fn every_place_in_the_stored_clauses_is_known() {
        let words = Words::english(&serde_json::from_value(request()).unwrap());
        for clause in stored().unwrap() {
            for locale in ["en", "fr"] {
                for part in clause.text.for_locale(locale).split('{').skip(1) {
                    let (place, _) = part.split_once('}').unwrap();
                    assert!(words.0.iter().any(|(name, _)| *name == place), "{place}");
                }
            }
        }
    }

    #[test]
    fn french_is_set_as_french() {
        for clause in stored().unwrap() {
            let text = clause.text.for_locale("fr").to_owned();
            assert!(!text.contains(" :") && !text.contains(" ;") && !text.contains('\''), "{text}");
            assert!(!clause.text.for_locale("en").contains('\''));
        }
    }

    #[test]
    fn what_is_filled_in_is_not_read_again() {
        let charter = made(request()).unwrap();
        let purpose = charter.clauses[0].text.for_locale("en").to_owned();
        assert!(purpose.contains("hospital, City of Nice and p{bearer}"), "{purpose}");
        let failure = charter.clauses.iter().find(|one| one.id.as_str() == "failure").unwrap();
        assert!(failure.text.for_locale("fr").contains("City of Nice répond"));
    }

    #[test]
    fn a_locale_gives_one_language() {
        let mut french = request();
        french["locale"] = json!("fr-CA");
        let charter = made(french).unwrap();
        assert_eq!(charter.clauses[0].text.languages().count(), 0);
        assert!(charter.clauses[0].text.for_locale("en").starts_with("Les parties"));
    }

    #[test]
    fn a_refusal_names_its_place() {
        let cases = [
            ("/parties", json!(["city"]), Code::ProtectInvalidCharter, "/parties"),
            ("/parties", json!([]), Code::ProtectInvalidCharter, "/parties"),
            ("/parties/2", json!("city"), Code::ProtectDuplicateId, "/parties/2"),
            ("/template", json!("withinOne"), Code::ProtectInvalidCharter, "/parties"),
            ("/names", json!({"ci/ty": "x"}), Code::ProtectInvalidCharter, "/names/ci~1ty"),
            ("/names/city", json!(""), Code::ProtectInvalidCharter, "/names/city"),
            ("/reviewBy", json!("soon"), Code::ProtectInvalidTime, "/reviewBy"),
        ];
        for (at, value, code, place) in cases {
            let mut changed = request();
            *changed.pointer_mut(at).unwrap() = value;
            let error = made(changed).unwrap_err();
            assert_eq!((error.code(), error.path()), (code, place), "{error}");
        }
        let mut outside = request();
        outside["tensions"] = json!({"openOwned": 2});
        assert_eq!(made(outside).unwrap_err().path(), "/tensions/openOwned");
    }
}
