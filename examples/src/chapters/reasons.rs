//! Why these people, and what happens when one of them cannot come.

use super::{Story, select};
use crate::words::{decimals, pick};
use innovation_core::gather::{Because, Reason, Selection, select as choose};
use innovation_core::people::Id;
use innovation_core::{Code, Result, Text};

/// How many people's reasons are printed; the page has all.
const SHOWN: usize = 3;

/// Tells reasons, then lets the first person cancel and chooses again, changing little.
pub(crate) fn tell(story: &mut Story) -> Result<()> {
    let Some(selection) = story.selection.clone() else { return Ok(()) };
    story.heading("Why them, and a no-show", "Pourquoi ces personnes, et une absence");
    for because in selection.because.iter().take(SHOWN) {
        let told: Vec<String> = sentences(because)
            .iter()
            .map(|text| text.for_locale(&story.options.locale).to_owned())
            .collect();
        story.line(&format!("{}: {}", because.person, told.join("; ")));
    }
    if let Some(gone) = selection.chosen.first().cloned() {
        no_show(story, &selection, &gone)?;
    }
    Ok(())
}

/// Chooses again without one person, staying near the first choice.
fn no_show(story: &Story, before: &Selection, gone: &Id) -> Result<()> {
    let (mut request, _) = select::request(story)?;
    request.rules.never.push(gone.clone());
    request.previous.clone_from(&before.chosen);
    let after = match choose(&request) {
        // In a small group nobody else may do within the rules.
        Err(error) if error.code() == Code::GatherInfeasible => {
            story.line(&format!(
                "{gone} {}: {}",
                story.say("cannot come", "ne peut pas venir"),
                error.message()
            ));
            return Ok(());
        }
        other => other?,
    };
    let come: Vec<&str> =
        after.chosen.iter().filter(|id| !before.chosen.contains(id)).map(Id::as_str).collect();
    story.line(&format!(
        "{gone} {} {}; {} {}",
        story.say("cannot come; in comes", "ne peut pas venir\u{202f}; arrive"),
        come.join(" "),
        story.say("value", "valeur"),
        decimals(&story.options.locale, after.score.total, 2)
    ));
    Ok(())
}

/// The reasons of a person, in both languages.
pub(crate) fn sentences(because: &Because) -> Vec<Text> {
    because.reasons.iter().filter_map(sentence).collect()
}

fn sentence(reason: &Reason) -> Option<Text> {
    Some(match reason {
        Reason::Rule { .. } => {
            Text::both("a rule asks for this person", "une règle demande cette personne")
        }
        Reason::Quota { .. } => {
            Text::both("a quota needs this person", "un quota a besoin de cette personne")
        }
        Reason::Perspective { attribute, value, others: 0 } => {
            let name = |locale| attribute_name(locale, attribute);
            Text::both(
                &format!("the only one of this {}: {value}", name("en")),
                &format!("la seule personne de {} : {value}", name("fr")),
            )
        }
        Reason::Strangers { count, of } if count == of => Text::both(
            &format!("has no tie with any of the other {of}"),
            &format!("n’a de lien avec aucune des {of} autres"),
        ),
        Reason::Strangers { count, of } => Text::both(
            &format!("has no tie with {count} of the other {of}"),
            &format!("n’a pas de lien avec {count} des {of} autres"),
        ),
        _ => return None,
    })
}

fn attribute_name<'a>(locale: &str, attribute: &'a str) -> &'a str {
    match attribute {
        "role" => pick(locale, "role", "ce rôle"),
        "organisation" => pick(locale, "organisation", "cette organisation"),
        "unit" => pick(locale, "unit", "cette unité"),
        other => other,
    }
}
