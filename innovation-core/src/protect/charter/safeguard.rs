//! What no charter can suspend, and how a suspension would touch it.
//!
//! Invariant: no field, flag or policy lets a suspension through that touches a safeguard.

use crate::error::{Code, Error, Result};
use crate::protect::{Charter, Clause, Safeguard, SuspendedNorm};
use crate::text::Text;
use serde_json::json;

impl Safeguard {
    /// All five.
    pub const ALL: [Self; 5] =
        [Self::PatientSafety, Self::Consent, Self::Confidentiality, Self::Law, Self::Safeguarding];

    /// The name in documents.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::PatientSafety => "patientSafety",
            Self::Consent => "consent",
            Self::Confidentiality => "confidentiality",
            Self::Law => "law",
            Self::Safeguarding => "safeguarding",
        }
    }

    /// What readers call it.
    #[must_use]
    pub fn title(self) -> Text {
        let [english, french] = self.titles();
        Text::both(english, french)
    }

    fn titles(self) -> [&'static str; 2] {
        match self {
            Self::PatientSafety => ["patient safety", "sécurité des patients"],
            Self::Consent => ["consent", "consentement"],
            Self::Confidentiality => ["confidentiality", "confidentialité"],
            Self::Law => ["law", "loi"],
            Self::Safeguarding => ["safeguarding", "protection des personnes vulnérables"],
        }
    }

    /// The safeguard that a name or a title stands for, however it is spaced and capitalised.
    #[must_use]
    pub fn named(text: &str) -> Option<Self> {
        let wanted = letters(text);
        Self::ALL.into_iter().find(|one| {
            letters(one.name()) == wanted || one.titles().iter().any(|t| letters(t) == wanted)
        })
    }
}

/// Letters alone, in lower case: `patient-safety`, `Patient safety` and `patientSafety` are one.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Refuses a suspension that touches a safeguard: by saying so, by lifting a clause that states
/// one, or by bearing the name of either.
///
/// # Errors
///
/// `protect.safeguard-suspended` at the path given.
pub(super) fn check(charter: &Charter, norm: &SuspendedNorm, path: &str) -> Result<()> {
    if let Some(safeguard) = norm.touches.first() {
        return Err(refusal(norm, *safeguard, stating(charter, *safeguard), "touches", path));
    }
    for (by, name) in names(norm) {
        if let Some((safeguard, clause)) = meant(charter, &name) {
            return Err(refusal(norm, safeguard, clause, by, path));
        }
    }
    Ok(())
}

fn title(safeguard: Safeguard) -> &'static str {
    let [english, _] = safeguard.titles();
    english
}

/// Every name by which a suspension may speak of a safeguard, and the field it stands in.
fn names(norm: &SuspendedNorm) -> Vec<(&'static str, String)> {
    let mut names: Vec<(&'static str, String)> =
        norm.lifts.iter().map(|id| ("lifts", id.to_string())).collect();
    names.extend(every_language(&norm.norm).into_iter().map(|text| ("norm", text)));
    names.push(("id", norm.id.to_string()));
    names
}

/// A text in each of its languages.
pub(crate) fn every_language(text: &Text) -> Vec<String> {
    let mut texts: Vec<String> =
        text.languages().map(|tag| text.for_locale(tag).to_owned()).collect();
    if texts.is_empty() {
        texts.push(text.for_locale("").to_owned());
    }
    texts
}

/// The safeguard that a name stands for, and the clause that states it, where one does.
fn meant<'a>(charter: &'a Charter, name: &str) -> Option<(Safeguard, Option<&'a str>)> {
    let wanted = name.trim();
    let clause = charter.clauses.iter().find(|clause| clause.id.as_str() == wanted);
    if let Some((clause, safeguard)) = clause.and_then(|one| Some((one, stated(one)?))) {
        return Some((safeguard, Some(clause.id.as_str())));
    }
    let safeguard = Safeguard::named(wanted)?;
    Some((safeguard, stating(charter, safeguard)))
}

/// The safeguard that a clause states, in its field or by its name.
fn stated(clause: &Clause) -> Option<Safeguard> {
    clause.safeguard.or_else(|| Safeguard::named(clause.id.as_str()))
}

/// The first clause that states a safeguard.
fn stating(charter: &Charter, safeguard: Safeguard) -> Option<&str> {
    let clause = charter.clauses.iter().find(|clause| stated(clause) == Some(safeguard))?;
    Some(clause.id.as_str())
}

fn refusal(
    norm: &SuspendedNorm,
    safeguard: Safeguard,
    clause: Option<&str>,
    by: &str,
    path: &str,
) -> Error {
    let what = match clause {
        Some(clause) => format!("the clause {clause:?}, which states a safeguard"),
        None => "a safeguard".to_owned(),
    };
    let title = title(safeguard);
    let fact = format!("the suspension {:?} touches {what}: {title}", norm.id.as_str());
    let mut details =
        json!({"safeguard": safeguard.name(), "suspendedNorm": norm.id.as_str(), "by": by});
    if let (Some(clause), Some(map)) = (clause, details.as_object_mut()) {
        map.insert("clause".to_owned(), json!(clause));
    }
    Error::new(Code::ProtectSafeguardSuspended, fact)
        .at(path)
        .hint("no charter can suspend it: leave the norm in force, or narrow the suspension")
        .details(details)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::protect::charter::check as check_charter;
    use serde_json::Value;

    fn charter(norm: Value) -> Charter {
        serde_json::from_value(json!({
            "version": 1,
            "parties": ["hospital"],
            "clauses": [
                {"id": "purpose", "text": "Better nights."},
                {"id": "oath", "text": "No harm.", "safeguard": "patientSafety"},
                {"id": "yes", "text": "Nobody takes part against their will.", "safeguard": "consent"},
                {"id": "hush", "text": "What is said stays here.", "safeguard": "confidentiality"},
                {"id": "code", "text": "The law holds.", "safeguard": "law"},
                {"id": "care", "text": "We look after each other.", "safeguard": "safeguarding"},
            ],
            "suspendedNorms": [norm],
        }))
        .unwrap()
    }

    fn norm(field: &str, value: Value) -> Value {
        let mut norm =
            json!({"id": "s", "norm": "dress", "scope": "the room", "until": "2027-01-01"});
        norm[field] = value;
        norm
    }

    #[test]
    fn every_safeguard_is_refused_in_every_way_of_touching_it() {
        let clauses = ["oath", "yes", "hush", "code", "care"];
        let mut refused = 0;
        for (safeguard, clause) in Safeguard::ALL.into_iter().zip(clauses) {
            let name = safeguard.name();
            let [english, french] = safeguard.titles();
            let ways = [
                ("touches", norm("touches", json!([name]))),
                ("lifts", norm("lifts", json!(["purpose", clause]))),
                ("lifts", norm("lifts", json!([name]))),
                ("lifts", norm("lifts", json!([english.replace(' ', "-")]))),
                ("norm", norm("norm", json!(name))),
                ("norm", norm("norm", json!({"en": "x", "fr": french.to_uppercase()}))),
                ("norm", norm("norm", json!(format!(" {clause} ")))),
                ("id", norm("id", json!(name))),
                ("id", norm("id", json!(clause))),
            ];
            for (by, norm) in ways {
                let error = check_charter(&charter(norm.clone()), "/charter").unwrap_err();
                assert_eq!(error.code(), Code::ProtectSafeguardSuspended, "{norm}");
                assert_eq!(error.path(), "/charter/suspendedNorms/0", "{norm}");
                let facts = error.facts().unwrap();
                assert_eq!((&facts["safeguard"], &facts["by"]), (&json!(name), &json!(by)));
                assert_eq!(facts["clause"], clause);
                assert!(error.message().contains(clause), "{error}");
                refused += 1;
            }
        }
        assert_eq!(refused, 45);
    }

    #[test]
    fn a_clause_with_the_name_of_a_safeguard_states_it() {
        let mut charter = charter(norm("lifts", json!(["Consent"])));
        charter.clauses[0].id = crate::people::Id::new("Consent").unwrap();
        let error = check_charter(&charter, "").unwrap_err();
        assert_eq!(error.facts().unwrap()["clause"], "Consent");
    }

    #[test]
    fn what_touches_no_safeguard_passes() {
        for norm in
            [norm("lifts", json!(["purpose"])), norm("norm", json!("the lawn is not walked on"))]
        {
            check_charter(&charter(norm), "").unwrap();
        }
    }

    #[test]
    fn a_name_is_read_however_it_is_written() {
        for text in ["patientSafety", "patient-safety", "PATIENT SAFETY", "sécurité des patients"]
        {
            assert_eq!(Safeguard::named(text), Some(Safeguard::PatientSafety), "{text}");
        }
        assert_eq!(Safeguard::named("lawn"), None);
        assert_eq!(Safeguard::named(""), None);
    }
}
