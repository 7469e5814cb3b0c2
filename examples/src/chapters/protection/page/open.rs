//! What stays exposed, what must be done, and what the parties agreed on.

use super::super::words;
use super::{Page, Parts, Reader};
use innovation_core::protect::{CoverGapKind, DueItem, DueKind, MeasureState, PressureCover};
use innovation_core::space::Gravity;

/// The opening of the page: what presses still, most first, and what to do.
pub(super) fn exposed(page: &mut Page, reader: &Reader<'_>) {
    page.heading(reader.say("What stays exposed", "Ce qui reste exposé"));
    let coverage = &reader.told.coverage;
    let mut open: Vec<&PressureCover> =
        coverage.pressures.iter().filter(|pressure| pressure.residual > 0).collect();
    open.sort_by_key(|pressure| std::cmp::Reverse(pressure.residual));
    let intro = reader.say(
        "On _, something was left of # of the @ things that press on the group. Strength counts from 1 (hardly felt) to 5 (decides alone).",
        "Le _, il restait quelque chose de # des @ pressions qui pèsent sur le groupe. La force va de 1 (à peine sensible) à 5 (décide seule).",
    );
    let intro = intro.replace('_', &reader.day(&coverage.at)).replace('#', &open.len().to_string());
    page.paragraph(&intro.replace('@', &coverage.pressures.len().to_string()));
    page.table(
        reader.say("Exposure that is left", "Exposition restante"),
        &[
            reader.say("What presses", "Ce qui pèse"),
            reader.say("#Left", "#Reste"),
            reader.say("#Strength", "#Force"),
            reader.say("#People", "#Personnes"),
            reader.say("Kind", "Nature"),
            reader.say("Why", "Pourquoi"),
        ],
    );
    page.markup("<tbody>\n");
    for pressure in open {
        page.element("<tr><th scope=\"row\">", &reader.title(&pressure.id), "</th>");
        page.element("<td class=\"n\">", &left(pressure.residual), "</td>");
        page.element("<td class=\"n\">", &pressure.strength.to_string(), "</td>");
        let people = pressure.bears_on.map_or("–".to_owned(), |count| count.to_string());
        page.element("<td class=\"n\">", &people, "</td>");
        page.element("<td>", words::pressure(reader.locale, pressure.kind), "</td>");
        page.element("<td>", why(reader, pressure), "</td></tr>\n");
    }
    page.markup("</tbody>").end_table();
    page.element("<h3>", reader.say("What must be done", "Ce qu’il faut faire"), "</h3>\n");
    page.list("<ul class=\"todo\">\n", &to_do(reader));
}

/// A number with as many bars.
fn left(residual: u8) -> String {
    format!("{} {residual}", "▮".repeat(usize::from(residual)))
}

fn why<'a>(reader: &Reader<'a>, pressure: &PressureCover) -> &'a str {
    let holds = pressure.cells.iter().any(|cell| cell.state == MeasureState::Active);
    if holds {
        reader.say("the measures take away a part", "les mesures en ôtent une partie")
    } else if pressure.cells.is_empty() {
        reader.say("no measure answers it", "aucune mesure n’y répond")
    } else {
        reader.say(
            "no measure that answers it is in force",
            "aucune mesure qui y répond n’est en vigueur",
        )
    }
}

/// What must be done: answer, renew, sign, and what a next stage asks for.
fn to_do(reader: &Reader<'_>) -> Vec<String> {
    let coverage = &reader.told.coverage;
    let quoted = |text: &str| words::quoted(reader.locale, text);
    let mut lines = Vec::new();
    for gap in &coverage.gaps {
        match (&gap.pressure, gap.kind) {
            (Some(pressure), CoverGapKind::Pressure) => lines.push(
                reader
                    .say(
                        "Find an answer to _: nobody has one.",
                        "Trouver une réponse à _\u{a0}: personne n’en a.",
                    )
                    .replace('_', &quoted(&reader.title(pressure))),
            ),
            _ => lines.push(gap.reading.for_locale(reader.locale).to_owned()),
        }
    }
    let dated = |text: &str, item: &DueItem| {
        let title = item.id.as_ref().map_or(String::new(), |id| quoted(&reader.title(id)));
        text.replace('_', &title).replace('#', &reader.day(&item.until))
    };
    for item in &coverage.lapsed {
        let text = reader.say(
            "Grant anew, or let go: _, ended on #.",
            "Accorder à nouveau, ou laisser\u{a0}: _, échue le #.",
        );
        lines.push(dated(text, item));
    }
    for item in &coverage.unsigned {
        let text = reader.say(
            "Have _ granted by somebody who has signed; until then it is a wish.",
            "Faire accorder _ par une partie signataire\u{202f}; d’ici là, c’est un souhait.",
        );
        lines.push(text.replace('_', &quoted(&reader.title(&item.id))));
    }
    for item in &coverage.soon {
        let text = match item.what {
            DueKind::Review => {
                reader.say("Look at the charter again by #.", "Relire la charte avant le #.")
            }
            _ => reader.say(
                "Renew in time: _, ends on #.",
                "Renouveler à temps\u{a0}: _, prend fin le #.",
            ),
        };
        lines.push(dated(text, item));
    }
    let findings = reader.told.diagnosis.findings.iter();
    for finding in findings.filter(|finding| finding.severity == Gravity::Critical) {
        let text = reader.say("Critical: _.", "Critique\u{a0}: _.");
        lines.push(text.replace('_', finding.message.for_locale(reader.locale)));
    }
    let asked = super::super::missing(reader.told, reader.locale);
    if !asked.is_empty() {
        let text = reader.say("Before the next stage: _.", "Avant l’étape suivante\u{a0}: _.");
        lines.push(text.replace('_', &words::listed(reader.locale, &asked)));
    }
    lines
}

/// What the parties agreed on.
pub(super) fn charter(page: &mut Page, reader: &Reader<'_>) {
    let (Some(charter), Some(state)) = (&reader.told.state.charter, &reader.told.coverage.charter)
    else {
        return;
    };
    page.heading(reader.say("The charter", "La charte"));
    let text = reader.say(
        "Version _, signed by # of @ parties. % answers for failures, so that nobody who tries has to",
        "Version _, signée par # parties sur @. % répond des échecs, pour que celles et ceux qui essaient n’aient pas à en répondre",
    );
    let bearer = charter.right_to_fail.as_ref();
    let text = text.replace('_', &charter.version.to_string());
    let text = text.replace('#', &state.signatories.signed.len().to_string());
    let text = text.replace('@', &charter.parties.len().to_string());
    let text = text.replace('%', bearer.map_or("–", |right| right.bearer.as_str()));
    let scope = bearer.and_then(|right| right.scope.as_ref());
    let scope =
        scope.map_or(String::new(), |scope| format!(" ({})", scope.for_locale(reader.locale)));
    let review = charter.review_by.as_deref().map_or(String::new(), |day| {
        reader
            .say(" To be looked at again by _.", " À relire avant le _.")
            .replace('_', &reader.day(day))
    });
    page.paragraph(&format!("{text}{scope}.{review}"));
    signatures(page, reader);
    page.element(
        "<h3>",
        reader.say(
            "What is suspended, and what cannot be",
            "Ce qui est suspendu, et ce qui ne peut l’être",
        ),
        "</h3>\n",
    );
    let lines: Vec<String> = state
        .suspensions
        .iter()
        .map(|norm| {
            let text = reader.say(
                "Suspended until _: #; scope: @. Granted by %.",
                "Suspendu jusqu’au _\u{a0}: #\u{202f}; portée\u{a0}: @. Accordé par %.",
            );
            let text = text.replace('_', &reader.day(&norm.until));
            let text = text.replace('#', norm.norm.for_locale(reader.locale));
            let text = text.replace('@', norm.scope.for_locale(reader.locale));
            text.replace('%', norm.granted_by.as_ref().map_or("–", |by| by.as_str()))
        })
        .collect();
    page.list("<ul>\n", &lines);
    let names: Vec<String> = state
        .safeguards
        .iter()
        .map(|one| one.title().for_locale(reader.locale).to_owned())
        .collect();
    let text =
        reader.say("No charter suspends these: _.", "Aucune charte ne suspend ceci\u{a0}: _.");
    page.paragraph(&text.replace('_', &words::listed(reader.locale, &names)));
    if let Some(refused) = &reader.told.refused {
        page.paragraph(reader.say(
            "It was tried: to suspend, for the report to the public, that what is told in confidence stays in the space. The answer, and nothing changed in the record:",
            "On l’a tenté\u{a0}: suspendre, pour le compte rendu public, la règle selon laquelle ce qui est confié reste dans l’espace. La réponse, sans que rien change au journal\u{a0}:",
        ));
        // The library's refusals are in English in every language.
        page.element("<blockquote lang=\"en\"><p>✕ ", refused.message(), "</p>");
        page.element(
            "<p class=\"soft\">",
            refused.advice().unwrap_or_default(),
            "</p></blockquote>\n",
        );
    }
    clauses(page, reader);
}

fn signatures(page: &mut Page, reader: &Reader<'_>) {
    let Some(charter) = &reader.told.state.charter else { return };
    page.table(
        reader.say("Signatures", "Signatures"),
        &[
            reader.say("Party", "Partie"),
            reader.say("Signed on", "Signée le"),
            reader.say("By", "Par"),
        ],
    );
    page.markup("<tbody>\n");
    for party in &charter.parties {
        page.element("<tr><th scope=\"row\">", party.as_str(), "</th>");
        let signature = charter.signatures.iter().find(|one| one.party == *party);
        let day = signature.map_or("–".to_owned(), |one| reader.day(&one.at));
        let by = signature.and_then(|one| one.by.as_ref());
        let by = by.map_or("–".to_owned(), |by| super::record::short(by.as_str(), 10));
        page.element("<td>", &day, "</td>").element("<td><code>", &by, "</code></td></tr>\n");
    }
    page.markup("</tbody>").end_table();
}

/// The whole text, folded away.
fn clauses(page: &mut Page, reader: &Reader<'_>) {
    let Some(charter) = &reader.told.state.charter else { return };
    let text = reader.say("The _ clauses", "Les _ clauses");
    let text = text.replace('_', &charter.clauses.len().to_string());
    page.element("<details>\n<summary>", &text, "</summary>\n<ol>\n");
    for clause in &charter.clauses {
        page.element("<li><p>", clause.text.for_locale(reader.locale), "");
        if let Some(source) = &clause.source {
            page.element(" <span class=\"soft\">[", source, "]</span>");
        }
        page.markup("</p></li>\n");
    }
    page.markup("</ol>\n</details>\n");
}
