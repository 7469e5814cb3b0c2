//! The answer in numbers and in words.

use super::choose::{Choice, NO_GAIN};
use super::document::{
    ChosenSeed, ExpectedAdopters, GuaranteeMethod, SeededSpread, SeedingGuarantee,
};
use super::plan::{Plan, Room};
use super::sway::Swayed;
use super::tipping::Tipping;
use crate::spread::network::Mesh;
use crate::text::Text;

/// What a seed brings: added to those before it, alone, and missing without it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Parts {
    pub gain: f64,
    pub alone: Option<f64>,
    pub only: Option<f64>,
    pub centrality: Option<f64>,
}

/// The chosen, each with its reasons.
pub(super) fn seeds(
    plan: &Plan,
    mesh: &Mesh<'_>,
    chosen: &[u32],
    part: impl Fn(usize) -> Parts,
) -> Vec<ChosenSeed> {
    let seed = |(rank, &place): (usize, &u32)| {
        let node = mesh.name(place);
        let parts = part(rank);
        let direct = mesh.graph.heads(place).len() as u32;
        let because = because(&node.to_string(), rank, &parts, direct);
        let Parts { gain, alone, only, centrality } = parts;
        let cost = plan.cost(place);
        ChosenSeed { node, cost, gain, alone, only, direct, centrality, because }
    };
    chosen.iter().enumerate().map(seed).collect()
}

/// What each prefix of the chosen brings.
pub(super) fn prefixes(
    plan: &Plan,
    chosen: &[u32],
    mut expected: impl FnMut(usize) -> ExpectedAdopters,
) -> Vec<SeededSpread> {
    let mut cost = 0.0;
    (1..)
        .zip(chosen)
        .map(|(seeds, &node)| {
            cost += plan.cost(node);
            let ExpectedAdopters { spread, standard_error } = expected(seeds);
            SeededSpread { seeds: seeds as u32, cost, spread, standard_error }
        })
        .collect()
}

fn because(name: &str, rank: usize, parts: &Parts, direct: u32) -> Text {
    let (gain, gain_fr) = number(parts.gain);
    let adopters = if gain == "1" { "adopter" } else { "adopters" };
    let attendues = if parts.gain < 2.0 { "adoption attendue" } else { "adoptions attendues" };
    let (mut en, mut fr) = if rank == 0 {
        (
            format!("{name} is asked first, and is expected to bring {gain} {adopters}."),
            format!("{name} est le premier point de départ\u{a0}: {gain_fr} {attendues}."),
        )
    } else {
        (
            format!("{name} is expected to add {gain} {adopters} to those of the seeds before it."),
            format!(
                "{name} s’ajoute aux points de départ précédents\u{a0}: {gain_fr} {attendues} de \
                 plus."
            ),
        )
    };
    match direct {
        0 => {
            en += " It influences nobody directly.";
            fr += " Son influence directe ne s’exerce sur personne.";
        }
        1 => {
            en += " It influences one other directly.";
            fr += " Son influence directe s’exerce sur un autre.";
        }
        _ => {
            en += &format!(" It influences {direct} others directly.");
            fr += &format!(" Son influence directe s’exerce sur {direct} autres.");
        }
    }
    if let Some(only) = parts.only {
        let (only, only_fr) = number(only);
        en += &format!(" Without it, {only} would be missing from the whole.");
        fr += &format!(" Sans ce point de départ, il en manquerait {only_fr} au total.");
    }
    if let Some(centrality) = parts.centrality {
        let (centrality, centrality_fr) = number(centrality);
        en += &format!(" Its complex centrality is {centrality}.");
        fr += &format!(" Sa centralité complexe est de {centrality_fr}.");
    }
    Text::both(&en, &fr)
}

/// What two collections of sets guarantee.
pub(super) fn by_sets(plan: &Plan, choice: &Choice) -> SeedingGuarantee {
    let wanted = plan.limit() - plan.epsilon;
    let share = if choice.upper > 0.0 { choice.lower / choice.upper } else { 1.0 };
    let reached = share >= wanted;
    let ((sure, sure_fr), (held, held_fr), (sought, sought_fr)) =
        (percent(plan.confidence), percent(share), percent(wanted));
    let mut en = format!(
        "As far as the ties and the model are right: with a confidence of {sure}%, the seeds gain \
         at least {held}% of what the best choice within the same limits gains; {sought}% was \
         sought."
    );
    let mut fr = format!(
        "Pour autant que les liens et le modèle soient justes\u{a0}: avec une confiance de \
         {sure_fr}\u{a0}%, les points de départ obtiennent au moins {held_fr}\u{a0}% de ce \
         qu’obtient le meilleur choix dans les mêmes limites\u{202f}; {sought_fr}\u{a0}% étaient \
         recherchés."
    );
    if choice.upper <= NO_GAIN {
        en += " But no choice gains a hundredth of an adopter: those who can adopt do so anyway.";
        fr += " Mais aucun choix n’apporte ne serait-ce qu’un centième d’adoption\u{a0}: qui peut \
               adopter le fera de toute façon.";
    } else if !reached {
        en += " The limit on the work was met before: treat the choice as a good guess.";
        fr += " La limite de calcul a été atteinte avant\u{a0}: ce choix est une bonne piste, sans plus.";
    }
    SeedingGuarantee {
        share,
        wanted: Some(wanted),
        reached,
        confidence: plan.confidence,
        lower: choice.lower,
        upper: choice.upper,
        method: match plan.room {
            Room::Size(_) => GuaranteeMethod::OpimC,
            Room::Budget(_) => GuaranteeMethod::OpimCBudget,
        },
        text: Text::both(&en, &fr),
    }
}

/// What is known of a choice without chance.
pub(super) fn by_trial(
    plan: &Plan,
    choice: &Swayed,
    base: u32,
    tipping: &mut Tipping<'_>,
) -> SeedingGuarantee {
    let lower = f64::from(choice.reached.saturating_sub(base));
    let (method, upper) = if choice.exhaustive {
        (GuaranteeMethod::Exhaustive, lower)
    } else {
        tipping.back_to(base);
        for &node in &plan.candidates {
            tipping.adopt(node);
        }
        (GuaranteeMethod::Ceiling, f64::from(tipping.count().saturating_sub(base)))
    };
    let share = if upper > 0.0 { lower / upper } else { 1.0 };
    let ((gain, gain_fr), (most, most_fr)) = (number(lower), number(upper));
    let text = if choice.exhaustive {
        Text::both(
            "All choices within the limits were compared: none reaches more.",
            "Tous les choix dans ces limites ont été comparés\u{a0}: aucun n’atteint davantage.",
        )
    } else {
        Text::both(
            &format!(
                "No share of the best can be promised for this model. The seeds bring {gain} \
                 adopters; all candidates together would bring {most}."
            ),
            &format!(
                "Pour ce modèle, aucune part du meilleur choix ne peut être promise. Les points \
                 de départ amènent {gain_fr} adoptions\u{202f}; tous les candidats réunis en \
                 amèneraient {most_fr}."
            ),
        )
    };
    SeedingGuarantee {
        share,
        wanted: None,
        reached: share >= 1.0,
        confidence: 1.0,
        lower,
        upper,
        method,
        text,
    }
}

/// A number to one decimal, in English and in French.
fn number(value: f64) -> (String, String) {
    let written = format!("{value:.1}");
    let written = written.strip_suffix(".0").unwrap_or(&written).to_owned();
    let french = written.replace('.', ",");
    (written, french)
}

/// A share in percent to one decimal, never more than it is.
fn percent(share: f64) -> (String, String) {
    // What binary fractions lack to a decimal is not rounded away.
    number(libm::floor(share * 1000.0 + 1e-9) / 10.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_never_overstated() {
        assert_eq!(percent(0.99), ("99".to_owned(), "99".to_owned()));
        assert_eq!(percent(0.9999), ("99.9".to_owned(), "99,9".to_owned()));
        assert_eq!(percent(0.532_12), ("53.2".to_owned(), "53,2".to_owned()));
    }
}
