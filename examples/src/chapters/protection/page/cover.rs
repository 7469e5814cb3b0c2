//! What protects against what, and what a look at the whole space finds.

use super::super::words;
use super::{Page, Parts, Reader};
use innovation_core::Text;
use innovation_core::people::Id;
use innovation_core::space::{AboutKind, SpaceFinding};

/// Pressures against measures, and the measures in words.
pub(super) fn matrix(page: &mut Page, reader: &Reader<'_>) {
    let (state, coverage) = (&reader.told.state, &reader.told.coverage);
    page.heading(reader.say("What protects against what", "Ce qui protège, et de quoi"));
    page.paragraph(coverage.convention.for_locale(reader.locale));
    let mut columns = vec![reader.say("What presses", "Ce qui pèse").to_owned()];
    columns.push(reader.say("#Strength", "#Force").to_owned());
    columns.push(reader.say("#Left", "#Reste").to_owned());
    columns.extend((1..=state.measures.len()).map(|number| format!("M{number}")));
    columns.push(reader.say("Suspension", "Suspension").to_owned());
    let columns: Vec<&str> = columns.iter().map(String::as_str).collect();
    let caption = reader.say(
        "Pressures by measures; the numbers lead to the table below",
        "Pressions et mesures\u{202f}; les numéros renvoient au tableau ci-dessous",
    );
    page.table(caption, &columns).markup("<tbody class=\"cover\">\n");
    for pressure in &coverage.pressures {
        page.element("<tr><th scope=\"row\">", &reader.title(&pressure.id), "</th>");
        page.element("<td class=\"n\">", &pressure.strength.to_string(), "</td>");
        let left = match pressure.residual {
            0 => reader.say("○ nothing", "○ rien").to_owned(),
            left => format!("▮ {left}"),
        };
        page.element("<td class=\"n\">", &left, "</td>");
        for measure in &state.measures {
            let cell = pressure.cells.iter().find(|cell| cell.measure == measure.id);
            let text = cell.map_or(String::new(), |cell| words::cell(reader.locale, cell));
            page.element("<td>", &text, "</td>");
        }
        let lifted = if pressure.lifted_by.is_empty() {
            ""
        } else {
            reader.say("● lifts all", "● lève tout")
        };
        page.element("<td class=\"state\">", lifted, "</td></tr>\n");
    }
    page.markup("</tbody>").end_table();
    measures(page, reader);
}

fn measures(page: &mut Page, reader: &Reader<'_>) {
    page.table(
        reader.say("The measures", "Les mesures"),
        &[
            reader.say("No.", "N°"),
            reader.say("Measure", "Mesure"),
            reader.say("What it does", "Ce qu’elle fait"),
            reader.say("Granted by", "Accordée par"),
            reader.say("Until", "Jusqu’au"),
            reader.say("State", "État"),
        ],
    );
    page.markup("<tbody>\n");
    let all = reader.told.state.measures.iter().zip(&reader.told.coverage.measures);
    for (number, (measure, cover)) in (1..).zip(all) {
        page.element("<tr><td>", &format!("M{number}"), "</td>");
        page.element("<th scope=\"row\">", &reader.measure(measure), "</th>");
        page.element("<td>", words::work(reader.locale, measure), "</td>");
        let by = measure
            .granted_by
            .as_ref()
            .map_or(reader.say("nobody yet", "personne encore"), |by| by.as_str());
        page.element("<td>", by, "</td>");
        let until = measure.until.as_deref().map_or("–".to_owned(), |until| reader.day(until));
        page.element("<td>", &until, "</td>");
        page.element(
            "<td class=\"state\">",
            words::state(reader.locale, cover.state),
            "</td></tr>\n",
        );
    }
    page.markup("</tbody>").end_table();
}

/// What the rules found, gravest first.
pub(super) fn findings(page: &mut Page, reader: &Reader<'_>) {
    let diagnosis = &reader.told.diagnosis;
    page.heading(reader.say("What a look at the whole finds", "Ce qu’un regard d’ensemble révèle"));
    let text = reader.say(
        "_ rules judged everything they look at; # could not, and say why below.",
        "_ règles ont pu tout examiner\u{202f}; # ne l’ont pas pu, et disent pourquoi plus bas.",
    );
    let text = text.replace('_', &diagnosis.checked.to_string());
    page.paragraph(&text.replace('#', &diagnosis.not_checked.len().to_string()));
    page.table(
        reader.say("Findings, gravest first", "Constats, les plus graves d’abord"),
        &[
            reader.say("How grave", "Gravité"),
            reader.say("Finding", "Constat"),
            reader.say(
                "Why it matters, and where the rule comes from",
                "Pourquoi cela compte, et d’où vient la règle",
            ),
        ],
    );
    page.markup("<tbody>\n");
    for finding in &diagnosis.findings {
        page.element(
            "<tr><td class=\"state\">",
            words::gravity(reader.locale, finding.severity),
            "</td>",
        );
        page.element("<th scope=\"row\">", &named(reader, &finding.message), "");
        if let Some(about) = about(reader, finding) {
            page.element("<br><span class=\"soft\">", &about, "</span>");
        }
        page.element("</th><td>", finding.reason.for_locale(reader.locale), "<br>\n");
        page.element("<span class=\"soft\">", words::evidence(reader.locale, finding.evidence), "");
        let source = finding.source.for_locale(reader.locale);
        page.element(" – ", source, "</span></td></tr>\n");
    }
    page.markup("</tbody>").end_table();
    if diagnosis.not_checked.is_empty() {
        return;
    }
    page.element(
        "<details>\n<summary>",
        reader
            .say("Rules that could not judge everything", "Règles qui n’ont pas pu tout examiner"),
        "</summary>\n",
    );
    let lines: Vec<String> = diagnosis
        .not_checked
        .iter()
        .map(|open| {
            let colon = reader.say(":", "\u{a0}:");
            format!("{}{colon} {}", open.rule, open.because.for_locale(reader.locale))
        })
        .collect();
    page.list("<ul>\n", &lines).markup("</details>\n");
}

/// What the subject of a finding is in words, where its id alone stands in the sentence.
fn about(reader: &Reader<'_>, finding: &SpaceFinding) -> Option<String> {
    let named =
        matches!(finding.subject.kind, AboutKind::Pressure | AboutKind::Measure | AboutKind::Norm);
    let id = finding.subject.id.as_ref().filter(|_| named)?;
    Some(words::quoted(reader.locale, &reader.title(id)))
}

/// A sentence with titles, quoted, in the place of the ids that stand between backticks.
fn named(reader: &Reader<'_>, sentence: &Text) -> String {
    let name = |(at, part): (usize, &str)| match Id::new(part) {
        Some(id) if at % 2 == 1 => {
            reader.say("“_”", "«\u{a0}_\u{a0}»").replace('_', &reader.title(&id))
        }
        _ => part.to_owned(),
    };
    sentence.for_locale(reader.locale).split('`').enumerate().map(name).collect()
}
