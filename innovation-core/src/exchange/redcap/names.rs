//! Variable names and codes.

use crate::error::{Code, Error, Result};
use crate::evaluate::{Level, Rubric, RubricChoice, RubricItem, RubricsRequest, Scoring, rubrics};
use crate::exchange::table::fold::fold;
use std::collections::BTreeSet;

/// A rubric with the name of every variable.
#[derive(Debug)]
pub(super) struct Plan {
    pub rubric: Rubric,
    pub form: String,
    pub subject: String,
    pub assessor: String,
    pub role: String,
    pub at: String,
    /// Items in the order of the rubric.
    pub items: Vec<Planned>,
    /// The score of each group, where groups have one.
    pub groups: Vec<Option<String>>,
    /// The total, where there is one.
    pub total: Option<String>,
}

/// An item with its variables.
#[derive(Debug)]
pub(super) struct Planned {
    /// The group, by its place.
    pub group: usize,
    pub item: RubricItem,
    /// The levels of the item, or of its rubric, each with its code.
    pub levels: Vec<(String, Level)>,
    /// Whether the codes are the points.
    pub coded_by_points: bool,
    pub name: String,
    /// What says that the item does not apply.
    pub not_applicable: String,
    /// What was shown for the answer.
    pub evidence: String,
    /// Numerator, denominator, and the two of the reference; ratios only.
    pub counts: Option<[String; 4]>,
}

impl Plan {
    /// Checks a rubric and names its variables.
    pub(super) fn of(choice: &RubricChoice, form: Option<&str>) -> Result<Self> {
        let rubric = choice.rubric(None)?;
        let request = RubricsRequest { rubrics: Some(vec![rubric]), ..RubricsRequest::default() };
        let checked = rubrics(&request).map_err(|error| {
            let below = error.path().trim_start_matches("/rubrics/0").to_owned();
            error.at(format!("/rubric{below}"))
        })?;
        let Some(rubric) = checked.rubrics.into_iter().next() else {
            return Err(Error::new(Code::ContractInternal, "the rubric was lost"));
        };
        let form = match form {
            None => slug(rubric.id.as_str()),
            Some(form) if fits(form) => form.to_owned(),
            Some(form) => {
                let message = format!("{form:?} is not the name of a form");
                return Err(Error::new(Code::ContractInvalidValue, message).at("/form").hint(
                    "lower-case letters, digits and underscores, a letter first, 64 at most",
                ));
            }
        };
        let mut names = Names::new(&form);
        let [subject, assessor, role, at] =
            ["subject", "assessor", "assessor_role", "assessed_on"].map(|name| names.take(name));
        let mut items = Vec::new();
        for (group, owner) in rubric.groups.iter().enumerate() {
            for item in &owner.items {
                items.push(planned(&rubric, group, item, &mut names));
            }
        }
        let scored =
            matches!(rubric.scoring, Scoring::LevelTable | Scoring::Likert | Scoring::Matrix);
        let several = rubric.groups.len() > 1;
        let groups = rubric.groups.iter().map(|group| {
            (scored && several).then(|| names.take(&format!("{}_score", slug(group.id.as_str()))))
        });
        let groups = groups.collect();
        let total = (scored && rubric.total != crate::evaluate::Total::None)
            .then(|| names.take("total_score"));
        Ok(Self { form, subject, assessor, role, at, items, groups, total, rubric })
    }
}

fn planned(rubric: &Rubric, group: usize, item: &RubricItem, names: &mut Names) -> Planned {
    let levels = if item.levels.is_empty() { &rubric.levels } else { &item.levels };
    let mut seen = BTreeSet::new();
    let whole = |level: &Level| {
        let points = level.points.filter(|points| (0.0..=1e6).contains(points))?;
        let number = points as u32;
        (f64::from(number) == points).then_some(number)
    };
    let coded_by_points =
        levels.iter().all(|level| whole(level).is_some_and(|points| seen.insert(points)));
    let code = |(at, level): (usize, &Level)| match whole(level).filter(|_| coded_by_points) {
        Some(points) => points.to_string(),
        None => (at + 1).to_string(),
    };
    let name = names.take(&slug(item.id.as_str()));
    let below = |end: &str, names: &mut Names| names.take(&format!("{name}_{end}"));
    Planned {
        group,
        levels: levels
            .iter()
            .enumerate()
            .map(|(at, level)| (code((at, level)), level.clone()))
            .collect(),
        coded_by_points,
        not_applicable: below("na", names),
        evidence: below("evidence", names),
        counts: item
            .ratio
            .is_some()
            .then(|| ["count", "among", "ref_count", "ref_among"].map(|end| below(end, names))),
        item: item.clone(),
        name,
    }
}

/// Names that are taken.
struct Names(BTreeSet<String>);

/// Longest name, with room for a number behind it.
const LONGEST: usize = 60;

impl Names {
    fn new(form: &str) -> Self {
        // The record, and what REDCap adds of itself.
        Self(
            ["record_id".to_owned(), format!("{form}_complete"), format!("{form}_timestamp")]
                .into(),
        )
    }

    /// The name, or the name with the first number that makes it free.
    fn take(&mut self, name: &str) -> String {
        let name: String = name.chars().take(LONGEST).collect();
        let name = if name.starts_with("redcap_") { format!("i_{name}") } else { name };
        let mut free = name.clone();
        let mut number = 1_u32;
        while !self.0.insert(free.clone()) {
            number += 1;
            free = format!("{name}_{number}");
        }
        free
    }
}

/// A name of lower-case letters, digits and underscores that begins with a letter.
fn slug(id: &str) -> String {
    let mut slug = String::new();
    for character in id.chars() {
        let plain: String = fold(character.encode_utf8(&mut [0; 4]))
            .chars()
            .filter(char::is_ascii_alphanumeric)
            .collect();
        if plain.is_empty() {
            if !slug.is_empty() && !slug.ends_with('_') {
                slug.push('_');
            }
        } else {
            slug.push_str(&plain);
        }
    }
    let slug: String = slug.trim_end_matches('_').chars().take(LONGEST).collect();
    let slug = slug.trim_end_matches('_');
    if slug.starts_with(|c: char| c.is_ascii_lowercase()) {
        slug.to_owned()
    } else {
        format!("i_{slug}").trim_end_matches('_').to_owned()
    }
}

fn fits(form: &str) -> bool {
    let mut bytes = form.bytes();
    form.len() <= 64
        && bytes.next().is_some_and(|first| first.is_ascii_lowercase())
        && bytes.all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_one_that_redcap_admits() {
        for (id, expected) in [
            ("patient-voice", "patient_voice"),
            ("Écoute d’usagers", "ecoute_d_usagers"),
            ("1.2", "i_1_2"),
            ("患者", "i"),
            ("--a--", "a"),
        ] {
            assert_eq!(slug(id), expected);
            assert!(fits(&slug(id)));
        }
        let mut names = Names::new("f");
        let taken: Vec<String> = ["a", "a", "f_complete", "record_id", "redcap_x", "a"]
            .map(|name| names.take(name))
            .into();
        assert_eq!(taken, ["a", "a_2", "f_complete_2", "record_id_2", "i_redcap_x", "a_3"]);
    }
}
