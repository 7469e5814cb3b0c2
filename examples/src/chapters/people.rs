//! Who is there, and along which silos their ties run.

use super::Story;
use crate::words::{decimals, thousands};
use innovation_core::Result;
use innovation_core::people::{AttributeProfile, ProfileRequest, profile};

/// Tells how varied the people are and how closed their circles.
pub(crate) fn tell(story: &mut Story) -> Result<()> {
    let request = ProfileRequest {
        people: story.input.people.clone(),
        ties: story.input.ties.clone(),
        by: ["role", "family", "organisation"].map(str::to_owned).to_vec(),
        seed: story.options.seed.into(),
    };
    let profile = profile(&request)?;
    let locale = &story.options.locale;
    let count = |number: u64| thousands(locale, number);
    story.heading("Who is there", "Qui est là");
    story.line(&format!(
        "{} {}, {} {}; {} {} {}",
        count(u64::from(profile.people)),
        story.say("people", "personnes"),
        count(u64::from(profile.ties)),
        story.say("ties", "liens"),
        count(profile.never_met),
        story.say("pairs of", "paires sur"),
        story.say(
            &format!("{} never met", count(profile.pairs)),
            &format!("{} ne se sont jamais rencontrées", count(profile.pairs)),
        ),
    ));
    for attribute in profile.attributes.iter().filter(|attribute| !attribute.values.is_empty()) {
        story.line(&sentence(story, attribute));
    }
    if let Some(modularity) = profile.silos.modularity.value {
        let closed = profile.silos.groups.iter().filter(|group| group.len() > 1).count();
        story.line(&format!(
            "{closed} {} {}",
            story.say("silos in the network, modularity", "silos dans le réseau, modularité"),
            decimals(locale, modularity, 3)
        ));
    }
    Ok(())
}

/// One attribute: number of values, diversity, and how ties run.
fn sentence(story: &Story, attribute: &AttributeProfile) -> String {
    let locale = &story.options.locale;
    let shown = |stat: innovation_core::Stat| match stat.value {
        Some(value) => decimals(locale, value, 3),
        None => "–".to_owned(),
    };
    let name = match attribute.name.as_str() {
        "role" => story.say("roles", "rôles"),
        "family" => story.say("families of roles", "familles de rôles"),
        _ => story.say("organisations", "organisations"),
    };
    format!(
        "{} {name}: Blau {}, E-I {} ({} {})",
        attribute.values.len(),
        shown(attribute.blau),
        shown(attribute.ei_index.unweighted),
        story.say("by weight", "par poids"),
        shown(attribute.ei_index.weighted),
    )
}
