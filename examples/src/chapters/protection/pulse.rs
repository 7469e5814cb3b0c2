//! A question to everybody on the list, and the table of answers that may be published.
//!
//! The answers are made up, by streams of random numbers: the list knows nobody's opinion.

use super::super::Story;
use super::words;
use innovation_core::Result;
use innovation_core::people::{Family, Pool};
use innovation_core::protect::{CountTable, DiscloseRequest, Disclosure, PolicyChoice, disclose};
use innovation_core::random::{Address, Purpose, Stream};
use std::collections::BTreeMap;

/// The policy of publication.
pub(super) const POLICY: &str = "nhs-hes";

/// Answers in English and in French.
const ANSWERS: [(&str, &str); 4] =
    [("never", "jamais"), ("seldom", "rarement"), ("often", "souvent"), ("always", "toujours")];

/// The question.
pub(super) fn question(story: &Story) -> &str {
    story.say(
        "Can you say what you think, to those who decide?",
        "Pouvez-vous dire ce que vous pensez à ceux qui décident\u{a0}?",
    )
}

/// Counts the answers by family of roles, and hides what could give somebody away.
pub(super) fn ask(story: &Story) -> Result<Disclosure> {
    let pool = Pool::read(&story.input.people, &[])?;
    let mut counts: BTreeMap<Family, [i64; ANSWERS.len()]> = BTreeMap::new();
    for (number, (person, family)) in (0..).zip(pool.people().iter().zip(pool.families())) {
        let at = Address { replicate: 20, entity: number, step: 0, purpose: Purpose::Synthetic };
        let mut stream = Stream::new(story.options.seed.into(), at);
        // Whoever stands high finds it easier to speak; whoever is cared for, harder.
        let height = f64::from(person.level.unwrap_or(1).clamp(1, 3));
        let ease = if *family == Family::LivedExperience { -0.15 } else { 0.0 };
        let says = 0.7 * stream.unit() + 0.12 * height + ease;
        let level = (says.clamp(0.0, 0.999) * ANSWERS.len() as f64) as usize;
        if let Some(count) = counts.entry(*family).or_default().get_mut(level) {
            *count += 1;
        }
    }
    let locale = &story.options.locale;
    let table = CountTable {
        rows: counts.keys().map(|family| words::family(locale, *family).to_owned()).collect(),
        columns: ANSWERS.map(|(english, french)| story.phrase(english, french)).into(),
        counts: counts.into_values().map(Vec::from).collect(),
        means: None,
    };
    let policy = PolicyChoice::Preset(POLICY.to_owned());
    disclose(&DiscloseRequest { table, policy, released: Vec::new() })
}
