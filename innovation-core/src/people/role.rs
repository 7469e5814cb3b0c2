//! The catalogue of roles: data in `roles.json`.

use super::person::Family;
use crate::contract::nearest;
use crate::error::{Code, Error, Result};
use crate::text::Text;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

const CATALOGUE: &str = include_str!("roles.json");

/// Asks for the catalogue of roles.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RolesRequest {
    /// Language of names and descriptions (BCP 47); all languages where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub locale: Option<String>,
}

/// The catalogue of roles.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Roles {
    /// `innovation/roles@1`.
    pub format: String,
    /// The roles, by family.
    pub roles: Vec<Role>,
}

/// A role that someone may have in a space.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Role {
    /// Stable, kebab-case.
    pub id: String,
    /// One of the nine families.
    pub family: Family,
    /// What the role is called.
    pub name: Text,
    /// What this person brings.
    pub description: Text,
    /// Roles that can speak in its place where nobody has it.
    pub stand_ins: Vec<String>,
    /// Codes of the role in open terminologies; a code may be broader than the role.
    pub codings: Vec<Coding>,
}

/// A code in a terminology.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Coding {
    /// URI of the terminology, as in FHIR.
    pub system: String,
    /// The code.
    pub code: String,
    /// What the terminology calls it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub display: Option<String>,
}

/// Gives the catalogue of roles.
///
/// # Errors
///
/// None.
///
/// # Example
///
/// ```
/// use innovation_core::people::{RolesRequest, roles};
/// let catalogue = roles(&RolesRequest { locale: Some("fr".into()) })?;
/// assert!(catalogue.roles.len() >= 28);
/// # Ok::<(), innovation_core::Error>(())
/// ```
pub fn roles(request: &RolesRequest) -> Result<Roles> {
    let mut catalogue: Roles = serde_json::from_str(CATALOGUE).map_err(|error| {
        Error::new(Code::ContractInternal, format!("the role catalogue is broken: {error}"))
    })?;
    if let Some(locale) = &request.locale {
        for role in &mut catalogue.roles {
            role.name = role.name.for_locale(locale).into();
            role.description = role.description.for_locale(locale).into();
        }
    }
    Ok(catalogue)
}

/// The families of the catalogue's roles, by role id.
#[derive(Debug)]
pub(crate) struct Families(BTreeMap<String, Family>);

/// Reads what is needed to check people's roles.
pub(crate) fn catalogue() -> Result<Families> {
    let roles = roles(&RolesRequest::default())?.roles;
    Ok(Families(roles.into_iter().map(|role| (role.id, role.family)).collect()))
}

impl Families {
    /// Whether a name is that of a role or of a family.
    pub(crate) fn knows(&self, name: &str) -> bool {
        self.0.contains_key(name) || self.0.values().any(|family| family.name() == name)
    }

    /// The family of a role: as given, else as in the catalogue.
    pub(crate) fn family(&self, role: &str, given: Option<Family>) -> Result<Family> {
        if let Some(family) = given.or_else(|| self.0.get(role).copied()) {
            return Ok(family);
        }
        let known: Vec<&str> = self.0.keys().map(String::as_str).collect();
        let advice = "give a family to use a role of your own";
        let hint =
            nearest(role, &known).map_or(advice.to_owned(), |near| format!("{near} Or {advice}"));
        Err(Error::new(
            Code::PeopleUnknownRole,
            format!("the role {role:?} is not in the catalogue"),
        )
        .hint(hint))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn the_catalogue_is_whole() {
        let catalogue = roles(&RolesRequest::default()).unwrap();
        let ids: BTreeSet<&str> = catalogue.roles.iter().map(|role| role.id.as_str()).collect();
        assert_eq!(ids.len(), catalogue.roles.len());
        assert!(ids.len() >= 28);
        let families: BTreeSet<Family> = catalogue.roles.iter().map(|role| role.family).collect();
        assert_eq!(families.len(), 9);
        for role in &catalogue.roles {
            for text in [&role.name, &role.description] {
                assert!(text.languages().eq(["en", "fr"]), "{}", role.id);
            }
            assert!(!role.stand_ins.contains(&role.id));
            assert!(role.stand_ins.iter().all(|id| ids.contains(id.as_str())), "{}", role.id);
        }
    }

    #[test]
    fn a_role_of_ones_own_needs_a_family() {
        let families = catalogue().unwrap();
        let error = families.family("nurce", None).unwrap_err();
        assert_eq!(error.code(), Code::PeopleUnknownRole);
        assert!(error.advice().unwrap().contains("\"nurse\""));
        assert_eq!(families.family("storyteller", Some(Family::Design)).unwrap(), Family::Design);
    }
}
