//! The page: the picture, its figures, and what the model leaves out.

use super::{Told, caution, picture, verdict};
use crate::chapters::Story;
use crate::page::{self, Page, Parts};
use crate::words::{decimals, pick};
use innovation_core::Result;
use innovation_core::explore::{ModelDescription, ModelsRequest, models};

/// What the table shows of each row: a heading in two languages, and the outcome.
const COLUMNS: [(&str, &str, &str); 4] = [
    ("#Known on average, %", "#Su en moyenne, %", "performance"),
    ("#Best ever found, %", "#Meilleur résultat trouvé, %", "found"),
    ("#Hold the best, %", "#Détiennent le meilleur, %", "anchoring"),
    ("#Views that differ, %", "#Vues qui diffèrent, %", "dissimilarity"),
];

/// Writes the page.
pub(super) fn write(story: &Story, told: &Told) -> Result<String> {
    let locale = story.options.locale.as_str();
    let title = story.say("Would a space help here?", "Un espace aiderait-il ici\u{a0}?");
    let synthetic = story.say(
        "Synthetic data: nobody in it exists.",
        "Données synthétiques\u{a0}: personne n’y existe réellement.",
    );
    let mut page =
        page::open(pick(locale, "en", "fr"), title, story.input.synthetic.then_some(synthetic));
    page.paragraph(&told.territory.sentence(story));
    page.element("<blockquote>", caution(story), "</blockquote>\n");
    picture::course(&mut page, story, told);
    page.paragraph(&verdict(story, told)?);
    table(&mut page, story, told)?;
    let about = models(&ModelsRequest {})?.models;
    if let Some(model) = about.iter().find(|model| model.model == "creativeSpace") {
        left_out(&mut page, story, model);
    }
    Ok(page::close(page))
}

fn table(page: &mut Page, story: &Story, told: &Told) -> Result<()> {
    let locale = story.options.locale.as_str();
    let caption = story.say(
        "At the end: means over replicates ± two standard errors",
        "À la fin\u{a0}: moyennes des répliques ± deux erreurs types",
    );
    let mut columns = vec![story.say("The organisation works as", "L’organisation fonctionne en")];
    columns.extend(COLUMNS.iter().map(|(english, french, _)| story.say(english, french)));
    page.table(caption, &columns).markup("<tbody>\n");
    for played in &told.played {
        page.element("<tr><th scope=\"row\">", played.row.name(locale), "</th>");
        for (_, _, outcome) in COLUMNS {
            let (mean, error) = played.end(outcome)?;
            let figure = |share: f64| decimals(locale, 100.0 * share, 1);
            let text = format!("{} ± {}", figure(mean), figure(2.0 * error));
            page.element("<td class=\"n\">", &text, "</td>");
        }
        page.markup("</tr>\n");
    }
    page.markup("</tbody>\n").end_table();
    Ok(())
}

/// What the model says of itself.
fn left_out(page: &mut Page, story: &Story, model: &ModelDescription) {
    let locale = story.options.locale.as_str();
    page.heading(story.say("What the model leaves out", "Ce que le modèle laisse de côté"));
    let lines: Vec<String> =
        model.leaves_out.iter().map(|text| text.for_locale(locale).to_owned()).collect();
    page.list("<ul>\n", &lines);
}
