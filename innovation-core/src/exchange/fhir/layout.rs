//! Where each part of a rubric stands in a Questionnaire, and under which linkId.
//!
//! A question has the id of its item, a group its own; what would stand twice gets a prefix.
//! The writer of Questionnaires and the writer of responses read the same layout.

use super::json::code;
use super::request::FhirRelease;
use crate::evaluate::{Level, Rubric, RubricGroup, RubricItem, Scoring, Total};
use std::collections::BTreeSet;

/// How an item is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// By choosing a level.
    Choice,
    /// In words, or by a number.
    Free,
    /// By counts.
    Counts,
}

/// A rubric with its links.
#[derive(Debug)]
pub(super) struct Layout<'r> {
    pub rubric: &'r Rubric,
    pub groups: Vec<GroupPlace<'r>>,
    /// The total, where the rubric has one.
    pub total: Option<String>,
}

/// A group with its links.
#[derive(Debug)]
pub(super) struct GroupPlace<'r> {
    pub group: &'r RubricGroup,
    pub link: String,
    pub prompt: String,
    /// Its score, where it has one.
    pub score: Option<String>,
    pub items: Vec<ItemPlace<'r>>,
}

/// An item with its links.
#[derive(Debug)]
pub(super) struct ItemPlace<'r> {
    pub item: &'r RubricItem,
    /// Its levels, or the rubric's.
    pub levels: &'r [Level],
    pub form: Form,
    pub link: String,
    /// What is shown for the answer.
    pub evidence: Option<String>,
    /// Numerator, denominator, and those of the reference.
    pub counts: Vec<(&'static str, String)>,
}

impl<'r> Layout<'r> {
    /// The layout of a rubric that holds together.
    pub fn of(rubric: &'r Rubric) -> Self {
        let mut taken: BTreeSet<String> = BTreeSet::new();
        for item in rubric.groups.iter().flat_map(|group| &group.items) {
            taken.insert(code(item.id.as_str()));
        }
        let mut claim = |prefix: &str, id: &str| {
            let mut link = format!("{prefix}{}", code(id));
            while !taken.insert(link.clone()) {
                link = format!("{}{link}", if prefix.is_empty() { "group." } else { "." });
            }
            link
        };
        let mut groups = Vec::with_capacity(rubric.groups.len());
        for group in &rubric.groups {
            let id = group.id.as_str();
            groups.push(GroupPlace {
                group,
                link: claim("", id),
                prompt: claim("prompt.", id),
                score: has_points(rubric).then(|| claim("score.", id)),
                items: Vec::with_capacity(group.items.len()),
            });
        }
        for place in &mut groups {
            for item in &place.group.items {
                place.items.push(item_place(rubric, item, &mut claim));
            }
        }
        let has_total = rubric.scoring == Scoring::Ladder
            || (has_points(rubric) && rubric.total != Total::None);
        let total = has_total.then(|| claim("", "total"));
        Self { rubric, groups, total }
    }

    /// Every item.
    pub fn items(&self) -> impl Iterator<Item = &ItemPlace<'r>> {
        self.groups.iter().flat_map(|group| &group.items)
    }
}

fn item_place<'r>(
    rubric: &'r Rubric,
    item: &'r RubricItem,
    claim: &mut impl FnMut(&str, &str) -> String,
) -> ItemPlace<'r> {
    let levels = if item.levels.is_empty() { &rubric.levels } else { &item.levels };
    let form = match rubric.scoring {
        Scoring::Ratio => Form::Counts,
        Scoring::Record if levels.is_empty() => Form::Free,
        _ => Form::Choice,
    };
    let id = item.id.as_str();
    let mut counts = Vec::new();
    if form == Form::Counts {
        let own = ["numerator", "denominator"];
        let reference = ["reference-numerator", "reference-denominator"];
        let with_reference = item.ratio.as_ref().is_some_and(|ratio| ratio.reference);
        for part in own.into_iter().chain(reference.into_iter().filter(|_| with_reference)) {
            counts.push((part, claim(&format!("{part}."), id)));
        }
    }
    ItemPlace {
        item,
        levels,
        form,
        link: code(id),
        evidence: item.evidence.as_ref().map(|_| claim("evidence.", id)),
        counts,
    }
}

/// Whether scores are sums or means of points.
pub(super) fn has_points(rubric: &Rubric) -> bool {
    matches!(rubric.scoring, Scoring::LevelTable | Scoring::Likert | Scoring::Matrix)
}

/// The type of a question in a release.
pub(super) fn choice(release: FhirRelease) -> &'static str {
    match release {
        FhirRelease::R4 => "choice",
        FhirRelease::R5 => "coding",
    }
}
