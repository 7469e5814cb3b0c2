//! Whom to bring together.

use super::Story;
use crate::words::decimals;
use innovation_core::Result;
use innovation_core::gather::{
    OneOrMany, QuotaRule, Rules, Scalar, SelectRequest, Selection, select,
};
use innovation_core::people::{Family, Pool};

/// Selects the group and tells how it was done.
pub(crate) fn tell(story: &mut Story) -> Result<()> {
    story.heading("Whom to bring together", "Qui réunir");
    let (request, rules) = request(story)?;
    for rule in &rules {
        story.line(rule);
    }
    let selection = select(&request)?;
    for line in summary(story, &selection) {
        story.line(&line);
    }
    story.selection = Some(selection);
    Ok(())
}

/// The request and its rules in words: nobody with their manager; every organisation; patients and carers 40–60 %.
pub(crate) fn request(story: &Story) -> Result<(SelectRequest, Vec<String>)> {
    let pool = Pool::read(&story.input.people, &story.input.ties)?;
    let size = story.options.size;
    let mut quotas = Vec::new();
    let mut rules = Vec::new();
    let organisations = pool.column("organisation").values.len();
    if (1..=size as usize).contains(&organisations) {
        quotas.push(QuotaRule {
            each: Some("organisation".to_owned()),
            min: Some(1),
            ..QuotaRule::default()
        });
        rules
            .push(story.phrase("every organisation has a seat", "chaque organisation a une place"));
    }
    let (least, most) = (size.saturating_mul(4).div_ceil(10), size.saturating_mul(6) / 10);
    let living_with_it =
        pool.families().iter().filter(|family| **family == Family::LivedExperience).count();
    if living_with_it >= least as usize && least <= most {
        let family = Scalar::Text(Family::LivedExperience.name().to_owned());
        quotas.push(QuotaRule {
            filter: [("family".to_owned(), OneOrMany::One(family))].into(),
            min: Some(least),
            max: Some(most),
            ..QuotaRule::default()
        });
        rules.push(format!(
            "{} {least}–{most}",
            story.say("patients and carers together", "patients et proches aidants ensemble")
        ));
    } else {
        rules.push(story.phrase(
            "no quota of patients and carers: too few are in the list",
            "pas de quota de patients et proches aidants : la liste en compte trop peu",
        ));
    }
    rules.push(story.phrase(
        "nobody comes with their own manager",
        "personne ne vient avec son propre responsable",
    ));
    let request = SelectRequest {
        people: story.input.people.clone(),
        ties: story.input.ties.clone(),
        size,
        rules: Rules { separate_reports: true, quotas, ..Rules::default() },
        value: innovation_core::gather::Value::default(),
        objective: innovation_core::gather::Objective::Sum,
        previous: Vec::new(),
        keep: None,
        seed: story.options.seed.into(),
        effort: innovation_core::gather::Effort::default(),
    };
    Ok((request, rules))
}

fn summary(story: &Story, selection: &Selection) -> Vec<String> {
    let locale = &story.options.locale;
    let chosen: Vec<&str> = selection.chosen.iter().map(|id| id.as_str()).collect();
    let mut lines = vec![format!("→ {}", chosen.join(" "))];
    let proof = match (selection.proved, selection.bound) {
        (true, _) => story
            .say("proved: no other group is worth more", "prouvé : aucun autre groupe ne vaut plus")
            .to_owned(),
        (false, Some(bound)) => format!(
            "{} {}",
            story.say("no group is worth more than", "aucun groupe ne vaut plus de"),
            decimals(locale, bound, 2)
        ),
        (false, None) => story.say("not proved", "non prouvé").to_owned(),
    };
    lines.push(format!(
        "{} {}; {proof}",
        story.say("value", "valeur"),
        decimals(locale, selection.score.total, 2)
    ));
    lines
}
