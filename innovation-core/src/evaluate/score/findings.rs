//! Where people differ or keep silent: a result in itself, not noise to be averaged away.

use super::pool::{ItemPool, ScorePool};
use crate::evaluate::rubric::{Instrument, Part, Range};
use crate::people::Id;
use crate::text::Text;
use serde::Serialize;

/// Opinions count as divided from this dispersion on.
const DIVIDED: f64 = 0.5;
/// Roles count as apart where their means differ by this share of the range.
const APART: f64 = 0.25;

/// Something a group should talk about before it reads the total.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ScoreFinding {
    /// `opinions-divided`, `roles-apart` or `often-missing`.
    pub code: &'static str,
    /// The item it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub item: Option<Id>,
    /// The group it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<Id>,
    /// Roles it is about, the lower first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub roles: Vec<String>,
    /// Dispersion, difference of means, or share of answers.
    pub value: f64,
    /// In words.
    pub message: Text,
}

/// Looks through the pool of a subject and those of its roles.
pub(super) fn find(
    instrument: &Instrument<'_>,
    whole: &ScorePool,
    parts: &[ScorePool],
) -> Vec<ScoreFinding> {
    let mut findings = Vec::new();
    for (part, item) in instrument.parts.iter().zip(&whole.items) {
        findings.extend(divided(part, item));
        findings.extend(missing(part, item));
    }
    let roles: Vec<&ScorePool> = parts.iter().filter(|pool| pool.role.is_some()).collect();
    for (at, group) in instrument.rubric.groups.iter().enumerate() {
        let Some(range) = range(instrument, at) else { continue };
        let means = roles.iter().filter_map(|pool| {
            let summary = &pool.groups.get(at)?.score;
            Some((pool.role.as_deref()?, summary.mean.value?))
        });
        let mut means: Vec<(&str, f64)> = means.collect();
        means.sort_by(|a, b| a.1.total_cmp(&b.1).then(a.0.cmp(b.0)));
        if let [low, .., high] = means.as_slice()
            && high.1 - low.1 >= APART * (range.max - range.min)
        {
            let title = |locale| group.title.for_locale(locale);
            findings.push(ScoreFinding {
                code: "roles-apart",
                item: None,
                group: Some(group.id.clone()),
                roles: vec![low.0.to_owned(), high.0.to_owned()],
                value: high.1 - low.1,
                message: Text::both(
                    &format!(
                        "On “{}”, lowest: {}; highest: {}. Ask both what they see.",
                        title("en"),
                        low.0,
                        high.0
                    ),
                    &format!(
                        "Sur « {} », avis le plus bas : {} ; le plus haut : {}. Demandez aux deux ce qu’ils voient.",
                        title("fr"),
                        low.0,
                        high.0
                    ),
                ),
            });
        }
    }
    findings
}

fn divided(part: &Part<'_>, item: &ItemPool) -> Option<ScoreFinding> {
    let value = item
        .dispersion
        .value
        .filter(|&value| value >= DIVIDED && item.answered.is_none_or(|count| count >= 3))?;
    let title = |locale| part.item.title.for_locale(locale);
    Some(ScoreFinding {
        code: "opinions-divided",
        item: Some(item.item.clone()),
        group: None,
        roles: Vec::new(),
        value,
        message: Text::both(
            &format!("Opinions on “{}” are divided; a mean would hide it.", title("en")),
            &format!("Les avis sur « {} » divergent ; une moyenne le cacherait.", title("fr")),
        ),
    })
}

fn missing(part: &Part<'_>, item: &ItemPool) -> Option<ScoreFinding> {
    let missing = item.missing?;
    let asked = item.answered?.saturating_add(missing);
    let value = f64::from(missing) / f64::from(asked.max(1));
    if asked < 3 || value < 1.0 / 3.0 {
        return None;
    }
    let title = |locale| part.item.title.for_locale(locale);
    Some(ScoreFinding {
        code: "often-missing",
        item: Some(item.item.clone()),
        group: None,
        roles: Vec::new(),
        value,
        message: Text::both(
            &format!("{missing} of {asked} left out “{}”.", title("en")),
            &format!("{missing} sur {asked} n’ont pas répondu à « {} ».", title("fr")),
        ),
    })
}

/// The range of a group's score.
fn range(instrument: &Instrument<'_>, group: usize) -> Option<Range> {
    use super::single::ends;
    use crate::evaluate::rubric::Scoring;
    if !instrument.has_points() {
        return None;
    }
    let members = || instrument.in_group(group).map(|(_, part)| ends(instrument, part));
    let fold = |pick: fn(Range) -> f64, start: f64, join: fn(f64, f64) -> f64| {
        members().map(pick).fold(start, join)
    };
    Some(if instrument.rubric.scoring == Scoring::LevelTable {
        Range { min: fold(|r| r.min, 0.0, |a, b| a + b), max: fold(|r| r.max, 0.0, |a, b| a + b) }
    } else {
        Range {
            min: fold(|r| r.min, f64::INFINITY, f64::min),
            max: fold(|r| r.max, f64::NEG_INFINITY, f64::max),
        }
    })
}
