//! The page of the spread: where it is, for whom, what was kept, what is missing.

use super::super::Story;
use super::{Told, ahead, picture, words};
use crate::page::{self, Page, Parts};
use crate::words::decimals;
use innovation_core::people::Id;
use innovation_core::spread::{FairShare, UseStage};

/// Writes the page.
pub(super) fn write(story: &Story, told: &Told) -> String {
    let locale = story.options.locale.as_str();
    let language = if story.say("en", "fr") == "fr" { "fr" } else { "en" };
    let title = story.say("Twelve sites later", "Douze sites plus tard");
    let mut page = page::open(language, title, Some(words::made_up(locale)));
    sites(&mut page, story, told);
    for_whom(&mut page, story, told);
    kept(&mut page, story, told);
    changed(&mut page, story, told);
    ahead::plan(&mut page, story, told);
    ahead::forecast(&mut page, story, told);
    lasting(&mut page, story, told);
    pact(&mut page, story, told);
    limits(&mut page, story, told);
    page::close(page)
}

/// What a site is called.
fn name<'a>(told: &'a Told, locale: &str, id: &'a Id) -> &'a str {
    let site = told.request.sites.iter().find(|site| site.id == *id);
    let name = site.and_then(|site| site.name.as_ref());
    name.map_or(id.as_str(), |name| name.for_locale(locale))
}

fn sites(page: &mut Page, story: &Story, told: &Told) {
    let locale = story.options.locale.as_str();
    let title = told.request.innovation.title.as_ref();
    page.heading(title.map_or("", |title| title.for_locale(locale)));
    picture::sites(page, story, told);
    page.table(
        story.say("The sites", "Les sites"),
        &[
            story.say("Site", "Site"),
            story.say("Now", "Maintenant"),
            story.say("Since", "Depuis"),
            story.say("#Reached", "#Touchées"),
            story.say("#Eligible", "#Concernées"),
            story.say("#Looks", "#Suivis"),
        ],
    );
    page.markup("<tbody>\n");
    for site in &told.request.sites {
        let count = |count: Option<u64>| count.map_or("–".to_owned(), |count| count.to_string());
        let since =
            site.history.last().map_or("–".to_owned(), |step| words::day(locale, &step.at));
        page.element("<tr><th scope=\"row\">", name(told, locale, &site.id), "</th>");
        page.element("<td>", words::stage(locale, site.stage), "</td>");
        page.element("<td>", &since, "</td>");
        page.element("<td class=\"n\">", &count(site.reached), "</td>");
        page.element("<td class=\"n\">", &count(site.eligible), "</td>");
        page.element("<td class=\"n\">", &site.checks.len().to_string(), "</td></tr>\n");
    }
    page.markup("</tbody>").end_table();
    let waiting = &told.register.waiting;
    if let Some(days) = waiting.median.value {
        let text = story.say(
            "From knowing of it to doing it, half of the sites needed _ days or fewer; # still wait and are counted as waiting.",
            "De la connaissance à la pratique, la moitié des sites ont mis _ jours au plus\u{202f}; # attendent encore et sont comptés comme tels.",
        );
        let text = text.replace('_', &decimals(locale, days, 0));
        page.paragraph(&text.replace('#', &waiting.waiting.to_string()));
    }
}

fn for_whom(page: &mut Page, story: &Story, told: &Told) {
    let locale = story.options.locale.as_str();
    let register = &told.register;
    page.heading(story.say("For whom, and where", "Pour qui, et où"));
    let colon = story.say(":", "\u{a0}:");
    let line = |english: &str, french: &str, text: String| {
        format!("{}{colon} {text}", story.say(english, french))
    };
    let lines = [
        line(
            "People reached where it has begun",
            "Personnes touchées là où cela a commencé",
            words::ratio(locale, &register.reach.started),
        ),
        line(
            "Settings that ever took it up, of those approached",
            "Lieux qui l’ont adopté un jour, parmi ceux sollicités",
            words::ratio(locale, &register.adoption.ever),
        ),
        line(
            "Settings that do it now",
            "Lieux qui le pratiquent maintenant",
            words::ratio(locale, &register.adoption.now),
        ),
    ];
    page.list("<ul>\n", &lines);
    page.table(
        story.say("Who has a fair share", "Qui a sa juste part"),
        &[
            story.say("Group", "Groupe"),
            story.say("#Among those reached", "#Parmi les touchés"),
            story.say("#Among all", "#Parmi l’ensemble"),
            story.say("#Ratio", "#Rapport"),
        ],
    );
    page.markup("<tbody>\n");
    for share in register.people.iter().chain(&register.settings) {
        fair(page, locale, share);
    }
    page.markup("</tbody>").end_table();
    page.paragraph(story.say(
        "A ratio of 1 is a fair share; below 1 the group is left out. For settings, the first share is that of those that took it up, the second that of the sites of the register.",
        "Un rapport de 1 est une juste part\u{202f}; en dessous de 1, le groupe est laissé de côté. Pour les lieux, la première part est celle de ceux qui l’ont adopté, la seconde celle des sites du registre.",
    ));
}

fn fair(page: &mut Page, locale: &str, share: &FairShare) {
    let number = share.representativeness.value;
    let number = number.map_or("–".to_owned(), |value| decimals(locale, value, 2));
    page.element("<tr><th scope=\"row\">", words::group(locale, &share.group), "</th>");
    page.element("<td class=\"n\">", &words::ratio(locale, &share.reached), "</td>");
    page.element("<td class=\"n\">", &words::ratio(locale, &share.eligible), "</td>");
    page.element("<td class=\"n\">", &number, "</td></tr>\n");
}

fn kept(page: &mut Page, story: &Story, told: &Told) {
    let locale = story.options.locale.as_str();
    page.heading(story.say("Is it kept", "Est-ce que cela tient"));
    page.table(
        story.say(
            "Sites by months after adoption",
            "Sites selon les mois écoulés depuis l’adoption",
        ),
        &[
            story.say("#Months", "#Mois"),
            story.say("#Kept", "#Gardé"),
            story.say("#Not kept", "#Non gardé"),
            story.say("#Stopped", "#Arrêté"),
            story.say("#Nobody looked", "#Sans suivi"),
            story.say("#Not yet due", "#Pas encore dû"),
            story.say("#Kept of those known", "#Gardé parmi les connus"),
            story.say("#At least – at most", "#Au moins – au plus"),
        ],
    );
    page.markup("<tbody>\n");
    for row in &told.register.maintenance {
        page.element("<tr><th scope=\"row\" class=\"n\">", &row.month.to_string(), "</th>");
        for count in [row.kept, row.not_kept, row.discontinued, row.unknown, row.not_yet] {
            page.element("<td class=\"n\">", &count.to_string(), "</td>");
        }
        let share = |value: Option<f64>| {
            value.map_or("–".to_owned(), |value| words::percent(locale, value))
        };
        page.element("<td class=\"n\">", &share(row.known.ratio.value), "</td>");
        let range = row.at_least.value.map_or("–".to_owned(), |least| {
            format!("{} – {}", words::percent(locale, least), share(row.at_most.value))
        });
        page.element("<td class=\"n\">", &range, "</td></tr>\n");
    }
    page.markup("</tbody>").end_table();
    let due = &told.register.due;
    let lines: Vec<String> = due
        .iter()
        .map(|look| {
            let text = if look.overdue {
                story.say(
                    "▲ _: the look after # months was due on @",
                    "▲ _\u{a0}: le suivi à # mois était dû le @",
                )
            } else {
                story.say(
                    "○ _: the look after # months is due on @",
                    "○ _\u{a0}: le suivi à # mois est dû le @",
                )
            };
            let text = text.replace('_', name(told, locale, &look.site));
            let text = text.replace('#', &look.month.to_string());
            text.replace('@', &words::day(locale, &look.due))
        })
        .collect();
    page.list("<ul class=\"todo\">\n", &lines);
}

fn changed(page: &mut Page, story: &Story, told: &Told) {
    let locale = story.options.locale.as_str();
    page.heading(story.say("What was changed", "Ce qui a été modifié"));
    page.paragraph(story.say(
        "To fit an idea to a place is part of the work. What makes it work must not get lost unawares.",
        "Ajuster une idée à un lieu fait partie du travail. Ce qui fait qu’elle marche ne doit pas se perdre sans qu’on le voie.",
    ));
    for concern in &told.register.concerns {
        let sign = words::severity(locale, concern.severity);
        page.markup("<blockquote><p><strong>").text(sign).markup("</strong> ");
        page.text(concern.reading.for_locale(locale)).markup("</p>");
        let adaptation = told.request.adaptations.get(concern.adaptation as usize);
        if let Some(note) = adaptation.and_then(|one| one.note.as_ref()) {
            page.element("<p class=\"soft\">", note.for_locale(locale), "</p>");
        }
        page.markup("</blockquote>\n");
    }
    let drift = &told.register.drift;
    let text = story.say(
        "Sites that use it and whose core is whole, as far as changes were written down: _.",
        "Sites qui l’utilisent et dont le cœur est entier, pour ce qui a été consigné\u{a0}: _.",
    );
    page.paragraph(&text.replace('_', &words::ratio(locale, &drift.whole)));
    page.table(
        story.say("The core, element by element", "Le cœur, élément par élément"),
        &[
            story.say("Element", "Élément"),
            story.say("Changed at", "Modifié à"),
            story.say("Lost at", "Perdu à"),
        ],
    );
    page.markup("<tbody>\n");
    for element in &drift.elements {
        let title = element.title.as_ref();
        let title = title.map_or(element.element.as_str(), |title| title.for_locale(locale));
        page.element("<tr><th scope=\"row\">", title, "</th>");
        for sites in [&element.changed, &element.departed] {
            let names: Vec<&str> = sites.iter().map(|id| name(told, locale, id)).collect();
            let names = if names.is_empty() { "–".to_owned() } else { names.join(", ") };
            page.element("<td>", &names, "</td>");
        }
        page.markup("</tr>\n");
    }
    page.markup("</tbody>").end_table();
}

fn lasting(page: &mut Page, story: &Story, told: &Told) {
    let locale = story.options.locale.as_str();
    let found = &told.sustained;
    page.heading(story.say("Will it last without the space", "Durera-t-elle sans l’espace"));
    let exit = story.say("The space steps back in _ days.", "L’espace se retire dans _ jours.");
    let exit = exit.replace('_', &found.days_to_exit.to_string());
    page.paragraph(&format!("{} {exit}", found.reading.for_locale(locale)));
    page.table(
        story.say("What holds it", "Ce qui la tient"),
        &[story.say("What", "Quoi"), story.say("State", "État"), story.say("Why", "Pourquoi")],
    );
    page.markup("<tbody>\n");
    for anchor in &found.anchors {
        let reason = words::dated(locale, anchor.reason.for_locale(locale));
        page.element("<tr><th scope=\"row\">", words::anchor(locale, anchor.anchor), "</th>");
        page.element("<td class=\"state\">", words::state(locale, anchor.state), "</td>");
        page.element("<td>", &reason, "</td></tr>\n");
    }
    page.markup("</tbody>").end_table();
    page.element(
        "<h3>",
        story.say("What is missing, in order", "Ce qui manque, dans l’ordre"),
        "</h3>\n",
    );
    let missing = found.missing.iter();
    let lines: Vec<String> =
        missing.map(|gap| words::dated(locale, gap.reading.for_locale(locale))).collect();
    page.list("<ul class=\"todo\">\n", &lines);
    for score in &found.scores {
        page.element("<h3>", score.title.for_locale(locale), "</h3>\n");
        let band = score.band.as_ref().map_or("", |band| band.title.for_locale(locale));
        let total = score.total.value.map_or("–".to_owned(), |value| decimals(locale, value, 0));
        let text =
            story.say("_ of 100, from # assessments. @.", "_ sur 100, d’après # évaluations. @.");
        let text = text.replace('_', &total);
        let count = score.assessments.map_or("–".to_owned(), |count| count.to_string());
        page.paragraph(&text.replace('#', &count).replace('@', band));
        let weak: Vec<String> = score
            .weakest
            .iter()
            .map(|factor| {
                let text = story.say("_: # points to gain", "_\u{a0}: # points à gagner");
                let text = text.replace('_', factor.title.for_locale(locale));
                text.replace('#', &decimals(locale, factor.to_gain, 1))
            })
            .collect();
        page.list("<ul>\n", &weak);
    }
}

fn pact(page: &mut Page, story: &Story, told: &Told) {
    let locale = story.options.locale.as_str();
    let pact = &told.sustained.pact;
    page.heading(story.say("A pact to hand it over", "Un pacte pour la transmettre"));
    let items = |page: &mut Page, title: &str, items: &[innovation_core::spread::PactItem]| {
        page.element("<h3>", title, "</h3>\n");
        let lines: Vec<String> =
            items.iter().map(|item| format!("☐ {}", item.text.for_locale(locale))).collect();
        page.list("<ul class=\"todo\">\n", &lines);
    };
    items(page, story.say("What passes", "Ce qui est transmis"), &pact.passes);
    items(
        page,
        story.say("What each side takes on", "Ce à quoi chacun s’engage"),
        &pact.obligations,
    );
    let checks: Vec<String> = pact.checks.iter().map(|day| words::day(locale, day)).collect();
    let text = story.say("Looks after the handing over: _.", "Suivis après la passation\u{a0}: _.");
    page.paragraph(&text.replace('_', &checks.join(", ")));
}

fn limits(page: &mut Page, story: &Story, told: &Told) {
    let locale = story.options.locale.as_str();
    page.heading(story.say("What this does not say", "Ce que cela ne dit pas"));
    page.paragraph(told.register.disclosure.reading.for_locale(locale));
    page.paragraph(told.sustained.caution.for_locale(locale));
    for score in &told.sustained.scores {
        let note = score.note.as_ref().map_or("", |note| note.for_locale(locale));
        page.paragraph(note);
    }
    let stopped = told.request.sites.iter().filter(|site| site.stage == UseStage::Discontinued);
    let text = story.say(
        "_ of the sites stopped. To stop what does not help is no failure.",
        "Sites ayant arrêté\u{a0}: _. Arrêter ce qui n’aide pas n’est pas un échec.",
    );
    page.paragraph(&text.replace('_', &stopped.count().to_string()));
}
