//! From what people write in a role column to the role of the catalogue.
//!
//! A cell may hold the id, the English name, or the French name in any of its forms:
//! “Infirmière, infirmier”, “infirmière”, “Infirmier / Infirmière”, “infirmier·ère”,
//! “infirmier(ère)”.

use super::fold::fold;
use crate::contract::nearest;
use crate::error::Result;
use crate::people::{RolesRequest, roles};
use std::collections::{BTreeMap, BTreeSet};

/// Every form of every role's name, folded, and the role's id.
#[derive(Debug)]
pub(super) struct RoleNames {
    by_form: BTreeMap<String, String>,
    /// Names as they are shown in advice, with the id.
    shown: Vec<(String, String)>,
}

impl RoleNames {
    /// Reads the catalogue.
    pub(super) fn read() -> Result<Self> {
        let mut names = Self { by_form: BTreeMap::new(), shown: Vec::new() };
        for role in roles(&RolesRequest::default())?.roles {
            let mut forms = vec![role.id.clone()];
            for language in ["en", "fr"] {
                forms.extend(forms_of_name(role.name.for_locale(language)));
            }
            for form in forms {
                names.by_form.entry(fold(&form)).or_insert_with(|| role.id.clone());
                names.shown.push((form, role.id.clone()));
            }
        }
        Ok(names)
    }

    /// The role that a cell means; `None` where it means none, or more than one.
    pub(super) fn find(&self, cell: &str) -> Option<&str> {
        let whole = self.by_form.get(&fold(cell)).map(String::as_str);
        whole.or_else(|| {
            let parts = cell.split(['/', ',']).map(without_endings);
            let ids: BTreeSet<&String> =
                parts.filter_map(|part| self.by_form.get(&fold(&part))).collect();
            let mut ids = ids.into_iter();
            match (ids.next(), ids.next()) {
                (Some(only), None) => Some(only.as_str()),
                _ => None,
            }
        })
    }

    /// Advice for a cell that means no role: the name most like it, else those that share a
    /// word with it.
    pub(super) fn advice(&self, cell: &str) -> Option<String> {
        let names: Vec<&str> = self.shown.iter().map(|(name, _)| name.as_str()).collect();
        nearest(cell, &names).or_else(|| {
            let words = long_words(cell);
            let shares = |name: &str| long_words(name).iter().any(|word| words.contains(word));
            let mut near: Vec<&str> = Vec::new();
            for (name, id) in &self.shown {
                if shares(name) && !near.contains(&id.as_str()) {
                    near.push(id);
                }
            }
            near.truncate(5);
            (!near.is_empty()).then(|| format!("near it: {}.", near.join(", ")))
        })
    }
}

/// A name as a whole and its halves: “Directrice, directeur des soins” is also
/// “Directrice des soins” and “directeur des soins”.
fn forms_of_name(name: &str) -> Vec<String> {
    let mut forms = vec![name.to_owned()];
    if let Some((first, second)) = name.split_once(", ") {
        let tail: Vec<&str> =
            second.split_whitespace().skip(first.split_whitespace().count()).collect();
        let first = std::iter::once(first).chain(tail).collect::<Vec<_>>().join(" ");
        forms.extend([first, second.to_owned()]);
    }
    forms
}

/// Words without endings that stand for the other gender: infirmier(ère), infirmier·ère.
fn without_endings(text: &str) -> String {
    let word = |word: &str| {
        let end = word.find(['(', '·', '•', '.', '⋅', '∙', '‧']).filter(|&at| at > 0);
        end.and_then(|end| word.get(..end)).unwrap_or(word).to_owned()
    };
    text.split_whitespace().map(word).collect::<Vec<_>>().join(" ")
}

fn long_words(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric()).map(fold);
    words.filter(|word| word.chars().count() > 4).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_role_is_found_by_id_and_by_every_form_of_its_name() {
        let names = RoleNames::read().unwrap();
        for (cell, expected) in [
            ("nurse", Some("nurse")),
            ("Hospital physician", Some("hospital-physician")),
            ("Hospital specialist", Some("hospital-physician")),
            ("INFIRMIERE", Some("nurse")),
            ("infirmier", Some("nurse")),
            ("Infirmière, infirmier", Some("nurse")),
            ("Infirmier / Infirmière", Some("nurse")),
            ("infirmier·ère", Some("nurse")),
            ("Infirmier(ère)", Some("nurse")),
            ("Aide soignant.e", Some("care-assistant")),
            ("Directrice des soins", Some("nursing-director")),
            ("Directrice", Some("executive")),
            ("Représentante des usagers", Some("user-representative")),
            ("proche aidante", Some("family-carer")),
            ("Nurse / Researcher", None),
            ("médecin", None),
            ("", None),
        ] {
            assert_eq!(names.find(cell), expected, "{cell}");
        }
    }

    #[test]
    fn no_form_names_two_roles() {
        let mut seen: BTreeMap<String, String> = BTreeMap::new();
        for (form, id) in RoleNames::read().unwrap().shown {
            let first = seen.entry(fold(&form)).or_insert_with(|| id.clone());
            assert_eq!(*first, id, "{form}");
        }
    }

    #[test]
    fn advice_names_what_is_near() {
        let names = RoleNames::read().unwrap();
        assert!(names.advice("infirmer").unwrap().contains("infirmier"));
        assert!(names.advice("médecin").unwrap().contains("general-practitioner"));
        assert_eq!(names.advice("xyz"), None);
    }
}
