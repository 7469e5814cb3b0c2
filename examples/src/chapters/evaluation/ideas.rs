//! Three ideas, who rates them, and what they say: made up, by streams of random numbers.

use super::super::Story;
use crate::words::pick;
use innovation_core::evaluate::{Answer, Assessment, RubricsRequest, rubrics};
use innovation_core::people::{Id, Person, RolesRequest, roles};
use innovation_core::random::{Address, Purpose, Stream};
use innovation_core::{Code, Error, Result, Text};
use std::collections::BTreeMap;

/// An idea, or a smaller thing to fund.
pub(crate) struct Idea {
    pub(crate) id: &'static str,
    english: &'static str,
    french: &'static str,
    /// What it costs, in euros.
    pub(super) cost: u32,
    /// How good it is to each of five groups and how well it would last, from 0 to 1: what the
    /// answers scatter around.
    worth: [f64; 6],
}

impl Idea {
    /// What it is called.
    pub(super) fn title(&self, locale: &str) -> &'static str {
        pick(locale, self.english, self.french)
    }

    /// What it is called, in both languages.
    pub(crate) fn text(&self) -> Text {
        Text::both(self.english, self.french)
    }

    /// How good it is to a group, or, last, how well it would last.
    fn worth(&self, group: usize) -> f64 {
        self.worth.get(group).copied().unwrap_or_default()
    }
}

/// The three ideas of the group.
pub(crate) const IDEAS: [Idea; 3] = [
    Idea {
        id: "evening-line",
        english: "An evening phone line after discharge",
        french: "Une ligne téléphonique du soir après la sortie",
        cost: 18_000,
        worth: [0.85, 0.80, 0.45, 0.55, 0.65, 0.45],
    },
    Idea {
        id: "one-page-plan",
        english: "A discharge plan on one page",
        french: "Un plan de sortie sur une page",
        cost: 4_500,
        worth: [0.70, 0.60, 0.75, 0.70, 0.55, 0.70],
    },
    Idea {
        id: "carers-room",
        english: "A room for carers on the ward",
        french: "Une pièce pour les proches aidants dans l’unité",
        cost: 12_500,
        worth: [0.50, 0.90, 0.50, 0.30, 0.35, 0.50],
    },
];

/// Smaller things that are put to the vote with them.
pub(super) const SMALLER: [Idea; 2] = [
    Idea {
        id: "plain-letters",
        english: "Letters in plain language",
        french: "Des courriers en langage clair",
        cost: 3_000,
        worth: [0.70, 0.65, 0.50, 0.45, 0.50, 0.60],
    },
    Idea {
        id: "shared-rounds",
        english: "Rounds shared with home care",
        french: "Des visites communes avec les soins à domicile",
        cost: 6_000,
        worth: [0.60, 0.55, 0.65, 0.60, 0.80, 0.40],
    },
];

/// The name of a project.
pub(super) fn project_title(id: &str, locale: &str) -> &'static str {
    let all = IDEAS.iter().chain(&SMALLER);
    all.into_iter().find(|idea| idea.id == id).map_or("", |idea| idea.title(locale))
}

/// Somebody of the group.
pub(super) struct Rater {
    pub(super) id: Id,
    /// The family of their role.
    family: String,
    /// The same in words.
    pub(super) role: String,
    number: u32,
}

/// The group that was selected.
pub(super) fn raters(story: &Story) -> Result<Option<Vec<Rater>>> {
    let Some(selection) = &story.selection else { return Ok(None) };
    let roles = roles(&RolesRequest::default())?.roles;
    let families: BTreeMap<&str, &str> =
        roles.iter().map(|role| (role.id.as_str(), role.family.name())).collect();
    let rater = |(number, id): (u32, &Id)| {
        let person = story.input.people.iter().find(|person| &person.id == id)?;
        let family = family(person, &families);
        let role = role_name(&story.options.locale, &family).to_owned();
        Some(Rater { id: id.clone(), family, role, number })
    };
    Ok(Some((0..).zip(&selection.chosen).filter_map(rater).collect()))
}

fn family(person: &Person, families: &BTreeMap<&str, &str>) -> String {
    let own = person.family.map(innovation_core::people::Family::name);
    let name = own.or_else(|| families.get(person.role.as_str()).copied());
    name.unwrap_or("community").to_owned()
}

/// What the people of a family of roles are called.
pub(super) fn role_name<'a>(locale: &str, family: &'a str) -> &'a str {
    match family {
        "livedExperience" => pick(locale, "patients and carers", "patients et proches"),
        "care" => pick(locale, "care professionals", "soignants"),
        "management" => pick(locale, "managers", "direction"),
        "research" => pick(locale, "researchers", "recherche"),
        "design" => pick(locale, "designers", "conception"),
        "community" => pick(locale, "the community", "monde associatif"),
        "facilitation" => pick(locale, "facilitators", "animation"),
        "industry" => pick(locale, "industry", "industrie"),
        "regulation" => pick(locale, "regulators", "autorités"),
        other => other,
    }
}

/// A sentence of the library with the names of ideas in place of their ids.
pub(super) fn named(locale: &str, sentence: &str) -> String {
    let all = IDEAS.iter().chain(&SMALLER);
    all.fold(sentence.to_owned(), |text, idea| text.replace(idea.id, idea.title(locale)))
}

/// Everybody's answers about every idea.
pub(super) fn assessments(story: &Story, raters: &[Rater], id: &str) -> Result<Vec<Assessment>> {
    let request = RubricsRequest { ids: vec![id.to_owned()], ..RubricsRequest::default() };
    let rubric = rubrics(&request)?.rubrics.remove(0);
    let subject = |idea: &Idea| {
        Id::new(idea.id).ok_or_else(|| Error::new(Code::ContractInternal, "an idea without id"))
    };
    let mut assessments = Vec::new();
    for (number, idea) in (0..).zip(&IDEAS) {
        for rater in raters {
            let at = Address {
                replicate: number,
                entity: rater.number,
                step: rubric.id.as_str().len() as u32,
                purpose: Purpose::Synthetic,
            };
            let mut stream = Stream::new(story.options.seed.into(), at);
            let mut answers = BTreeMap::new();
            for (at, group) in rubric.groups.iter().enumerate() {
                for item in &group.items {
                    let levels = if item.levels.is_empty() { &rubric.levels } else { &item.levels };
                    let worth = idea.worth(if rubric.groups.len() == 5 { at } else { 5 });
                    let seen = worth
                        + lean(&rater.family, at, rubric.groups.len())
                        + 0.22 * (stream.unit() + stream.unit() + stream.unit() - 1.5);
                    let level = levels.get((seen.clamp(0.0, 0.999) * levels.len() as f64) as usize);
                    let level = level.filter(|_| stream.index(25) > 0);
                    let level = level.map_or("notApplicable", |level| level.id.as_str());
                    answers.insert(item.id.to_string(), Answer::Level(level.to_owned()));
                }
            }
            assessments.push(Assessment {
                rubric: rubric.id.clone(),
                version: rubric.version.clone(),
                subject: subject(idea)?,
                assessor: Some(rater.id.clone()),
                role: Some(rater.role.clone()),
                at: None,
                answers,
                evidence: BTreeMap::new(),
            });
        }
    }
    Ok(assessments)
}

/// Who sees what more kindly: managers the organisation, those with lived experience patients
/// and carers, people who care the staff; managers doubt what lasts.
fn lean(family: &str, group: usize, groups: usize) -> f64 {
    match (family, groups, group) {
        ("management", 5, 3) | ("care", 5, 2) => 0.15,
        ("livedExperience", 5, 0 | 1) => 0.1,
        ("livedExperience", 5, 3) | ("management", 3, _) => -0.15,
        _ => 0.0,
    }
}

/// Which projects somebody approves: the three that they see most in.
pub(super) fn approves(story: &Story, rater: &Rater) -> Vec<Id> {
    let at = Address { replicate: 9, entity: rater.number, step: 0, purpose: Purpose::Synthetic };
    let mut stream = Stream::new(story.options.seed.into(), at);
    let mut liked: Vec<(f64, &str)> = IDEAS
        .iter()
        .chain(&SMALLER)
        .map(|idea| {
            let leaning =
                (0..5).map(|group| idea.worth(group) + 2.0 * lean(&rater.family, group, 5));
            (leaning.sum::<f64>() / 5.0 + 0.5 * stream.unit(), idea.id)
        })
        .collect();
    liked.sort_by(|a, b| b.0.total_cmp(&a.0));
    liked.iter().take(2 + stream.index(2)).filter_map(|(_, id)| Id::new(id)).collect()
}
