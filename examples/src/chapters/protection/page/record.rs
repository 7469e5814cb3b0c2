//! The last lines of the journal, whether its chain holds, and what an erasure left.

use super::super::words;
use super::{Page, Parts, Reader};
use innovation_core::space::Event;

/// Lines that are shown.
const LINES: usize = 10;

/// The beginning of a fingerprint or of a token.
pub(super) fn short(text: &str, length: usize) -> String {
    text.chars().take(length).collect()
}

/// The end of the journal.
pub(super) fn lines(page: &mut Page, reader: &Reader<'_>) {
    let journal = &reader.told.record.journal;
    page.heading(reader.say("On record", "Au journal"));
    let text = reader.say(
        "The journal has _ lines. Each holds the fingerprint of the line before it, and knows people by a token that nobody can trace back without what is sealed beside it.",
        "Le journal compte _ lignes. Chacune porte l’empreinte de la précédente et désigne les personnes par un jeton que nul ne peut rattacher à quelqu’un sans ce qui est scellé à côté.",
    );
    page.paragraph(&text.replace('_', &journal.len().to_string()));
    page.table(
        reader.say("The last lines", "Les dernières lignes"),
        &[
            reader.say("#Line", "#Ligne"),
            reader.say("When", "Quand"),
            reader.say("What", "Quoi"),
            reader.say("Who (token)", "Qui (jeton)"),
            reader.say("Persons and words", "Personnes et mots"),
            reader.say("Fingerprint", "Empreinte"),
        ],
    );
    page.markup("<tbody>\n");
    let first = journal.len().saturating_sub(LINES);
    for (number, event) in (1..).zip(journal).skip(first) {
        page.element("<tr><td class=\"n\">", &number.to_string(), "</td>");
        let when = format!("{}, {}", reader.day(&event.at), words::hour(&event.at));
        page.element("<td class=\"state\">", &when, "</td>");
        page.element("<th scope=\"row\">", words::event(reader.locale, &event.kind), "</th>");
        page.element("<td><code>", &short(event.by.as_str(), 10), "</code></td>");
        page.element("<td>", sealed(reader, event), "</td>");
        page.element("<td><code>", &short(&event.head(), 12), "</code></td></tr>\n");
    }
    page.markup("</tbody>").end_table();
    let kept = &reader.told.kept;
    let head = kept.heads.first().map_or("–".to_owned(), |head| short(head, 12));
    let text = if kept.intact && kept.complete {
        reader.say(
            "Checked against the head that was kept elsewhere, _: every link holds and nothing is missing at the end.",
            "Vérifié contre la tête gardée ailleurs, _\u{a0}: chaque maillon tient et rien ne manque à la fin.",
        )
    } else {
        reader.say("The chain does not hold.", "La chaîne ne tient pas.")
    };
    page.paragraph(&text.replace('_', &head));
    if let Some(broken) = &reader.told.changed.broken {
        let text = reader.say(
            "The same journal with another party in one signature is refused at _:",
            "Le même journal, avec une autre partie dans une seule signature, est refusé à _\u{a0}:",
        );
        page.paragraph(&text.replace('_', &broken.path));
        page.element("<blockquote lang=\"en\"><p>✕ ", &broken.message, "</p></blockquote>\n");
    }
}

/// Whether a line seals something, and whether it is still there.
fn sealed<'a>(reader: &Reader<'a>, event: &Event) -> &'a str {
    match (&event.sealed, &event.open) {
        (Some(_), Some(_)) => reader.say("● sealed, kept beside", "● scellé, gardé à côté"),
        (Some(_), None) => reader.say("✕ sealed, removed", "✕ scellé, retiré"),
        (None, _) => reader.say("– none", "– aucun"),
    }
}

/// What is left of whoever was erased.
pub(super) fn erased(page: &mut Page, reader: &Reader<'_>) {
    let told = reader.told;
    let Some(token) = &told.erased else { return };
    let names = |event: &&Event| {
        event.by == *token
            || event.data.get("member").and_then(|member| member.as_str()) == Some(token.as_str())
    };
    let own: Vec<&Event> = told.record.journal.iter().filter(names).collect();
    let removed = own.iter().filter(|event| event.sealed.is_some() && event.open.is_none()).count();
    page.heading(reader.say("One person is erased", "Une personne est effacée"));
    let text = reader.say(
        "At the end somebody asked that nothing lead back to them. This page does not say who. _ lines speak of them, and all of them stay; in # of these something was sealed, and that is gone.",
        "À la fin, une personne a demandé que rien ne mène plus à elle. Cette page ne dit pas qui. _ lignes parlent d’elle et restent toutes\u{202f}; dans # d’entre elles, quelque chose était scellé et a disparu.",
    );
    page.paragraph(&text.replace('_', &own.len().to_string()).replace('#', &removed.to_string()));
    page.table(
        reader.say("What the record knows of them", "Ce que le journal sait de cette personne"),
        &[reader.say("What", "Quoi"), reader.say("Before", "Avant"), reader.say("After", "Après")],
    );
    let gone = reader.say("✕ gone", "✕ disparu");
    let kept = reader.say("● kept", "● gardé");
    let known = reader.say("● known", "● connu");
    let count = |count: usize| format!("● {count}");
    let titled = told.record.state.ideas.values().filter(|idea| idea.title.is_some()).count();
    let before = told.state.ideas.values().filter(|idea| idea.title.is_some()).count();
    let words_of = reader.say("ideas whose words are there", "idées dont les mots sont là");
    let rows: [(&str, String, String); 5] = [
        (
            reader.say("id, role, organisation", "identifiant, rôle, organisation"),
            known.to_owned(),
            gone.to_owned(),
        ),
        (words_of, count(before), count(titled)),
        (
            reader.say("ideas in all", "idées en tout"),
            count(told.state.ideas.len()),
            count(told.record.state.ideas.len()),
        ),
        (
            reader.say("that a token did this, and when", "qu’un jeton a fait ceci, et quand"),
            known.to_owned(),
            kept.to_owned(),
        ),
        (
            reader.say("fingerprints of all lines", "empreintes de toutes les lignes"),
            known.to_owned(),
            kept.to_owned(),
        ),
    ];
    page.markup("<tbody>\n");
    for (what, before, after) in &rows {
        page.element("<tr><th scope=\"row\">", what, "</th>").element("<td>", before, "</td>");
        page.element("<td>", after, "</td></tr>\n");
    }
    page.markup("</tbody>").end_table();
    page.paragraph(reader.say(
        "Beyond the reach of an erasure: copies that were made before, the other pages of this job among them, and what others wrote about the person in their own words.",
        "Hors de portée d’un effacement\u{a0}: les copies déjà faites, dont les autres pages de cet exemple, et ce que d’autres ont écrit de la personne avec leurs mots.",
    ));
}
