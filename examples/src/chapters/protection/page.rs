//! The page of protection: what stays exposed first, then what protects, then what was kept.

mod cover;
mod open;
mod record;

use super::super::Story;
use super::{Told, pulse, words};
use crate::page::{self, Page, Parts};
use crate::words::pick;
use innovation_core::Result;
use innovation_core::people::{Id, RolesRequest, roles};
use innovation_core::protect::{Measure, Pressure, ReleasedCell};
use std::collections::BTreeMap;

/// What the sections of the page read.
struct Reader<'a> {
    told: &'a Told,
    locale: &'a str,
    /// Names of roles by id.
    roles: BTreeMap<String, String>,
}

impl Reader<'_> {
    /// English or French.
    fn say<'a>(&self, english: &'a str, french: &'a str) -> &'a str {
        pick(self.locale, english, french)
    }

    fn day(&self, time: &str) -> String {
        words::day(self.locale, time)
    }

    /// What a pressure is, in words.
    fn pressure(&self, pressure: &Pressure) -> String {
        pressure.source.for_locale(self.locale).to_owned()
    }

    /// What a measure is, in words.
    fn measure(&self, measure: &Measure) -> String {
        let title = measure.title.as_ref().map(|title| title.for_locale(self.locale));
        title.unwrap_or(measure.id.as_str()).to_owned()
    }

    /// What something of the charter or of the shelter is, by id.
    fn title(&self, id: &Id) -> String {
        let state = &self.told.state;
        let measure = state.measures.iter().find(|held| held.id == *id);
        let pressure = state.pressures.iter().find(|held| held.id == *id);
        let norms = state.charter.iter().flat_map(|charter| &charter.suspended_norms);
        let norm = norms.clone().find(|held| held.id == *id);
        let norm = norm.map(|norm| norm.norm.for_locale(self.locale).to_owned());
        let measure = measure.map(|measure| self.measure(measure));
        measure
            .or_else(|| pressure.map(|pressure| self.pressure(pressure)))
            .or(norm)
            .unwrap_or_else(|| id.to_string())
    }
}

/// Writes the page.
pub(super) fn write(story: &Story, told: &Told) -> Result<String> {
    let locale = story.options.locale.as_str();
    let catalogue = roles(&RolesRequest { locale: Some(locale.to_owned()) })?.roles;
    let name =
        |role: innovation_core::people::Role| (role.id, role.name.for_locale(locale).to_owned());
    let roles = catalogue.into_iter().map(name).collect();
    let reader = Reader { told, locale, roles };
    let remark = if story.input.synthetic {
        story.say(
            "Synthetic data: nobody in it exists.",
            "Données synthétiques\u{a0}: personne n’y existe réellement.",
        )
    } else {
        super::made_up(story)
    };
    let title = story.say("Protected, and on record", "Un espace protégé, et son journal");
    let language = if story.say("en", "fr") == "fr" { "fr" } else { "en" };
    let mut page = page::open(language, title, Some(remark));
    open::exposed(&mut page, &reader);
    open::charter(&mut page, &reader);
    cover::matrix(&mut page, &reader);
    cover::findings(&mut page, &reader);
    seating(&mut page, &reader);
    answers(&mut page, story, &reader);
    record::lines(&mut page, &reader);
    record::erased(&mut page, &reader);
    limits(&mut page, &reader);
    Ok(page::close(page))
}

/// Who sits with whom, without rank.
fn seating(page: &mut Page, reader: &Reader<'_>) {
    let told = reader.told;
    if told.tables.is_empty() {
        return;
    }
    page.heading(reader.say("Seats without rank", "Des places sans rang"));
    page.paragraph(told.shown.because.for_locale(reader.locale));
    page.paragraph(reader.say(
        "The cards of the first round: what somebody does or lives with, and what to ask them about. No grade, no unit, no manager.",
        "Les cartes de la première ronde\u{a0}: ce que fait ou vit chaque personne, et sur quoi l’interroger. Ni grade, ni service, ni responsable.",
    ));
    page.markup("<div class=\"tables\">\n");
    for (number, table) in (1..).zip(&told.tables) {
        let name = format!("{} {number}", reader.say("Table", "Table"));
        page.markup("<section class=\"table\">\n").element(
            "<h3 class=\"seat\">",
            &name,
            "</h3>\n<ul>\n",
        );
        for id in table {
            let Some(person) = told.shown.people.iter().find(|person| person.id == *id) else {
                let gone = reader.say("a person since erased", "une personne depuis effacée");
                page.element("<li><span class=\"soft\">– ", gone, "</span></li>\n");
                continue;
            };
            let role = reader.roles.get(&person.role).unwrap_or(&person.role);
            page.element("<li>· ", role, "");
            page.element(" <span class=\"soft\">", person.id.as_str(), "</span>");
            if !person.expertise.is_empty() {
                let knows = person.expertise.join(", ");
                page.element("<br><span class=\"soft\">", &knows, "</span>");
            }
            page.markup("</li>\n");
        }
        page.markup("</ul>\n</section>\n");
    }
    page.markup("</div>\n");
}

/// The table of answers as it may be published, and nothing more of what the library found.
fn answers(page: &mut Page, story: &Story, reader: &Reader<'_>) {
    let release = &reader.told.pulse.release;
    page.heading(reader.say("A question to everybody", "Une question à chaque personne"));
    let name =
        release.policy.name.as_ref().map_or(pulse::POLICY, |name| name.for_locale(reader.locale));
    let text = reader.say(
        "Before the space opened, everybody on the list was asked: _ The answers are made up. They are shown under the policy @ (#): counts from 1 to 7 are hidden, all others rounded to the nearest 5, each on its own.",
        "Avant l’ouverture, chaque personne de la liste a répondu à cette question\u{a0}: _ Les réponses sont inventées. Elles paraissent selon la règle @ (#)\u{a0}: les effectifs de 1 à 7 sont masqués, les autres arrondis chacun au multiple de 5 le plus proche.",
    );
    let text = text.replace('_', &words::quoted(reader.locale, pulse::question(story)));
    page.paragraph(
        &text.replace('@', &words::quoted(reader.locale, name)).replace('#', pulse::POLICY),
    );
    let mut columns = vec![reader.say("Who", "Qui").to_owned()];
    columns.extend(release.columns.iter().map(|column| format!("#{column}")));
    columns.push(reader.say("#total", "#total").to_owned());
    let columns: Vec<&str> = columns.iter().map(String::as_str).collect();
    let caption = reader.say(
        "Answers by family of roles, in people",
        "Réponses par famille de rôles, en personnes",
    );
    page.table(caption, &columns).markup("<tbody>\n");
    let row = |page: &mut Page, name: &str, cells: &[ReleasedCell], total: &ReleasedCell| {
        page.element("<tr><th scope=\"row\">", name, "</th>");
        for cell in cells.iter().chain([total]) {
            page.element("<td class=\"n\">", &words::count(reader.locale, cell), "</td>");
        }
        page.markup("</tr>\n");
    };
    for ((name, cells), total) in release.rows.iter().zip(&release.cells).zip(&release.row_totals) {
        row(page, name, cells, total);
    }
    row(page, reader.say("total", "total"), &release.column_totals, &release.total);
    page.markup("</tbody>").end_table();
    page.list("<ul>\n", &[
        reader.say(
            "“small”: fewer people than may be shown. “shields”: enough people, but with this count a small one could be worked out. “total”: one of the two, and which of them stays open.",
            "«\u{a0}petit\u{a0}»\u{a0}: moins de personnes qu’il n’en faut pour publier. «\u{a0}protège\u{a0}»\u{a0}: assez de personnes, mais ce nombre permettrait d’en calculer un petit. «\u{a0}total\u{a0}»\u{a0}: l’un ou l’autre, sans dire lequel.",
        ).to_owned(),
        format!(
            "{} {}",
            reader.say("Protected against whom?", "Protégé contre qui\u{202f}?"),
            reader.told.pulse.attacker.for_locale(reader.locale)
        ),
    ]);
    let note = release.policy.note.as_ref().map_or("", |note| note.for_locale(reader.locale));
    page.paragraph(note);
}

fn limits(page: &mut Page, reader: &Reader<'_>) {
    page.heading(reader.say("What this does not say", "Ce que cette page ne dit pas"));
    page.list("<ul>\n", &[
        reader.told.coverage.convention.for_locale(reader.locale).to_owned(),
        reader.say(
            "A finding is a hypothesis about this space, not a verdict on it. Those who know the space decide what to make of it.",
            "Un constat est une hypothèse sur cet espace, non un verdict. Celles et ceux qui le connaissent décident de ce qu’il vaut.",
        ).to_owned(),
        reader.say(
            "The name of a role can tell rank all the same, as that of somebody who runs a ward does. A host may show the family of the role in its place.",
            "Le nom d’un rôle peut tout de même dire le rang, comme celui d’une personne qui dirige un service. L’hôte peut montrer à sa place la famille du rôle.",
        ).to_owned(),
        reader.say(
            "A charter drafted here is a text to begin with, and no legal advice.",
            "La charte proposée ici est un texte de départ, non un avis juridique.",
        ).to_owned(),
    ]);
}
