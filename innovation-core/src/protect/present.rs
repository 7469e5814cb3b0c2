//! How people are shown in a space: rank hidden, expertise visible.
//!
//! Invariant: nothing shown says who reports to whom or how high somebody stands, the order of
//! the list included.

use crate::error::Result;
use crate::people::{Family, Id, Person, Pool};
use crate::text::Text;
use serde::{Deserialize, Serialize};

/// Asks how people are shown.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PresentRequest {
    /// The people.
    pub people: Vec<Person>,
}

/// People as a space shows them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Presented {
    /// The people, in rising order of id.
    pub people: Vec<PersonShown>,
    /// Fields of a person that are never shown.
    pub hidden: Vec<&'static str>,
    /// Why, in words.
    pub because: Text,
}

/// A person as seating cards and pages show them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct PersonShown {
    /// Pseudonymous.
    pub id: Id,
    /// The role, which tells what to ask the person.
    pub role: String,
    /// The family of the role, where it was given or is in the catalogue.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub family: Option<Family>,
    /// What the person knows about.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub expertise: Vec<String>,
}

/// How people are shown on seating cards and pages of a space: rank hidden, expertise visible.
///
/// Levels, reporting lines and everything that a host may have noted beside them are left out.
/// So are needs, which may tell of somebody's health: they are for whoever prepares the room.
/// People stand in the order of their ids, so that no list shows rank by its order. The
/// role stays, since it lets others know whom to ask; a title of rank belongs in `level`.
///
/// # Errors
///
/// What is wrong with people, as in `people.profile`.
///
/// # Example
///
/// ```
/// use innovation_core::protect::{PresentRequest, present};
/// let request: PresentRequest = serde_json::from_str(r#"{"people": [
///     {"id": "n1", "role": "nurse", "level": 3, "reportsTo": "m1", "expertise": ["wounds"]},
///     {"id": "m1", "role": "ward-manager", "level": 5}
/// ]}"#).unwrap();
/// let presented = present(&request)?;
/// assert_eq!(presented.people[0].id.as_str(), "m1");
/// assert_eq!(presented.people[1].expertise, ["wounds"]);
/// # Ok::<(), innovation_core::Error>(())
/// ```
///
/// # References
///
/// That boundaries between professions which stay visible help people to foresee each other's
/// expertise: Organization Studies, 2022, doi:10.1177/01708406221074146 (four teams).
pub fn present(request: &PresentRequest) -> Result<Presented> {
    let pool = Pool::read(&request.people, &[])?;
    let mut people = rank_hidden(&request.people);
    people.sort_by(|a, b| a.id.cmp(&b.id));
    for shown in &mut people {
        let at = pool.position(&shown.id);
        shown.family = at.and_then(|at| pool.families().get(at)).copied();
    }
    Ok(Presented {
        people,
        hidden: vec![
            "organisation",
            "unit",
            "reportsTo",
            "level",
            "needs",
            "available",
            "attributes",
        ],
        because: Text::both(
            "Rank is suspended in the space, knowledge is not: what each person knows stays \
             visible, where they stand in a hierarchy does not.",
            "Le rang est suspendu dans l’espace, le savoir ne l’est pas\u{a0}: ce que chacun sait \
             reste visible, sa place dans une hiérarchie ne l’est pas.",
        ),
    })
}

/// The same without checks and in the order given, for pages that have read the people before.
#[must_use]
pub fn rank_hidden(people: &[Person]) -> Vec<PersonShown> {
    let shown = |person: &Person| PersonShown {
        id: person.id.clone(),
        role: person.role.clone(),
        family: person.family,
        expertise: person.expertise.clone(),
    };
    people.iter().map(shown).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Code;
    use serde_json::json;

    #[test]
    fn rank_is_hidden_and_expertise_visible() {
        let person = json!({
            "id": "n1", "role": "sister", "family": "care", "organisation": "hospital",
            "unit": "west", "level": 314, "expertise": ["wounds"], "needs": ["ramp"],
            "available": ["Friday"], "attributes": {"grade": "chief"},
        });
        let request = json!({"people": [
            {"id": "z", "role": "nurse", "level": 1, "reportsTo": "n1"}, person,
        ]});
        let presented = present(&serde_json::from_value(request).unwrap()).unwrap();
        let shown = serde_json::to_value(&presented.people).unwrap();
        assert_eq!(
            shown,
            json!([
                {"id": "n1", "role": "sister", "family": "care", "expertise": ["wounds"]},
                {"id": "z", "role": "nurse", "family": "care"},
            ])
        );
    }

    #[test]
    fn every_field_of_a_person_is_either_shown_or_hidden() {
        let person = json!({
            "id": "n1", "role": "nurse", "family": "care", "organisation": "o", "unit": "u",
            "reportsTo": "n1", "level": 1, "expertise": ["e"], "needs": ["n"],
            "available": ["a"], "attributes": {"a": "b"},
        });
        let read: Person = serde_json::from_value(person.clone()).unwrap();
        assert_eq!(serde_json::to_value(&read).unwrap(), person);
        let shown = serde_json::to_value(rank_hidden(&[read])).unwrap();
        let alone = json!({"people": [{"id": "n1", "role": "nurse"}]});
        let hidden = present(&serde_json::from_value(alone).unwrap()).unwrap().hidden;
        for field in person.as_object().unwrap().keys() {
            assert!(shown[0].get(field).is_some() != hidden.contains(&field.as_str()), "{field}");
        }
    }

    #[test]
    fn nobody_is_refused_as_elsewhere() {
        let error = present(&PresentRequest { people: Vec::new() }).unwrap_err();
        assert_eq!(error.code(), Code::PeopleEmpty);
    }
}
