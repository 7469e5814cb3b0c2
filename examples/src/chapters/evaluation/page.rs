//! The page of the evaluation: what was rated, how sure it is, what was decided and tried.

use super::super::Story;
use super::decide::{self, BUDGET, CRITERIA, first_share};
use super::ideas::{IDEAS, SMALLER, named, project_title};
use super::{LASTING, Told, VALUE};
use crate::page::{self, Page, Parts};
use crate::words::{decimals, thousands};
use innovation_core::evaluate::{
    AlternativeStanding, RubricsRequest, ScoreFinding, ScorePool, Scores, rubrics,
};
use std::collections::BTreeMap;

/// Findings that are shown of each rubric.
const FINDINGS: usize = 4;

/// Writes the page.
pub(super) fn write(story: &Story, told: &Told) -> String {
    let language = story.say("en", "fr");
    let language = if language == "fr" { "fr" } else { "en" };
    let synthetic = story.say(
        "Synthetic data: nobody in it exists.",
        "Données synthétiques\u{a0}: personne n’y existe réellement.",
    );
    let title = story.say("Three ideas, weighed", "Trois idées, pesées");
    let mut page = page::open(language, title, story.input.synthetic.then_some(synthetic));
    rated(&mut page, story, told);
    differs(&mut page, story, told);
    agreed(&mut page, story, told);
    first(&mut page, story, told);
    way_up(&mut page, story, told);
    money(&mut page, story, told);
    pilot(&mut page, story, told);
    limits(&mut page, story, told);
    page::close(page)
}

/// The names of groups and items, by id.
fn names(story: &Story, rubric: &str) -> BTreeMap<String, String> {
    let request = RubricsRequest {
        ids: vec![rubric.to_owned()],
        locale: Some(story.options.locale.clone()),
        ..RubricsRequest::default()
    };
    let found = rubrics(&request).map(|found| found.rubrics).unwrap_or_default();
    let text = |text: &innovation_core::Text| text.for_locale(&story.options.locale).to_owned();
    let groups = found.iter().flat_map(|rubric| &rubric.groups);
    groups
        .flat_map(|group| {
            let items = group.items.iter().flat_map(|item| {
                let levels = item
                    .levels
                    .iter()
                    .map(|level| (format!("{}/{}", item.id, level.id), text(&level.title)));
                levels.chain([(item.id.to_string(), text(&item.title))]).collect::<Vec<_>>()
            });
            items.chain([(group.id.to_string(), text(&group.title))]).collect::<Vec<_>>()
        })
        .collect()
}

fn pool<'a>(scores: &'a Scores, idea: &str) -> Option<&'a ScorePool> {
    scores.pooled.iter().find(|pool| pool.subject.as_str() == idea && pool.role.is_none())
}

fn number(story: &Story, value: Option<f64>, digits: usize) -> String {
    value.map_or("–".to_owned(), |value| decimals(&story.options.locale, value, digits))
}

fn rated(page: &mut Page, story: &Story, told: &Told) {
    let locale = &story.options.locale;
    page.paragraph(story.say(
        "Everybody of the group rated three ideas on two rubrics: value for whom (0 to 4 for each group of people, costs counted against), and the factors that help a change to last (0 to 100).",
        "Chaque membre du groupe a évalué trois idées selon deux grilles\u{a0}: la valeur, et pour qui (de 0 à 4 pour chaque groupe de personnes, coûts compris), et ce qui aide un changement à durer (de 0 à 100).",
    ));
    page.heading(story.say("What the group sees", "Ce que voit le groupe"));
    let names = names(story, VALUE);
    let group = |id: &str| format!("#{}", names.get(id).map_or(id, String::as_str));
    let mut columns = vec![story.phrase("Idea", "Idée")];
    columns.extend(CRITERIA.iter().take(5).map(|id| group(id)));
    columns.push(story.phrase("#Will last", "#Durera"));
    columns.push(story.phrase("Verdict", "Avis"));
    let columns: Vec<&str> = columns.iter().map(String::as_str).collect();
    page.table(story.say("Means over all raters", "Moyennes sur l’ensemble du groupe"), &columns);
    page.markup("<tbody>\n");
    for idea in &IDEAS {
        page.element("<tr><th scope=\"row\">", idea.title(locale), "</th>");
        let value = pool(&told.value, idea.id);
        for group in 0..5 {
            let mean = value.and_then(|pool| pool.groups.get(group)?.score.mean.value);
            page.element("<td class=\"n\">", &number(story, mean, 1), "</td>");
        }
        let lasting = pool(&told.lasting, idea.id).and_then(|pool| pool.total.mean.value);
        page.element("<td class=\"n\">", &number(story, lasting, 0), "</td>");
        let category = decide::category(&told.sorting, idea);
        page.element("<td>", category.for_locale(locale), "</td></tr>\n");
    }
    page.markup("</tbody>").end_table();
    page.paragraph(story.say(
        "An idea is taken up where the criteria that speak for it weigh 7 of 11, and nothing bars it: what costs patients or staff dearly is not taken up, whatever else it brings.",
        "Une idée est retenue si les critères en sa faveur pèsent 7 sur 11 et que rien ne s’y oppose\u{a0}: ce qui coûte cher aux patients ou aux professionnels n’est pas retenu, quoi que l’idée apporte d’autre.",
    ));
}

fn differs(page: &mut Page, story: &Story, told: &Told) {
    let locale = &story.options.locale;
    page.heading(story.say("Where people see it differently", "Là où les regards diffèrent"));
    for idea in &IDEAS {
        let findings: Vec<&ScoreFinding> = [&told.value, &told.lasting]
            .into_iter()
            .filter_map(|scores| pool(scores, idea.id))
            .flat_map(|pool| pool.findings.iter().take(FINDINGS))
            .collect();
        if findings.is_empty() {
            continue;
        }
        page.element("<h3>", idea.title(locale), "</h3>\n");
        let lines: Vec<String> =
            findings.iter().map(|finding| finding.message.for_locale(locale).to_owned()).collect();
        page.list("<ul>\n", &lines);
    }
}

fn agreed(page: &mut Page, story: &Story, told: &Told) {
    let locale = &story.options.locale;
    page.heading(story.say("How far the raters agree", "Jusqu’où les avis s’accordent"));
    page.table(
        story.say("Measures of agreement on value", "Mesures d’accord sur la valeur"),
        &[
            story.say("Measure", "Mesure"),
            story.say("#Value", "#Valeur"),
            story.say("#Interval", "#Intervalle"),
            story.say("What it says", "Ce qu’elle dit"),
        ],
    );
    page.markup("<tbody>\n");
    for measure in &told.agreement.measures {
        let interval = measure.interval.map_or("–".to_owned(), |interval| {
            format!(
                "{} – {}",
                decimals(locale, interval.lower, 2),
                decimals(locale, interval.upper, 2)
            )
        });
        let name = serde_json::to_value(measure.name).ok();
        let name = name.as_ref().and_then(|name| name.as_str()).unwrap_or_default();
        page.element("<tr><th scope=\"row\">", name, "</th>");
        page.element("<td class=\"n\">", &number(story, measure.stat.value, 2), "</td>");
        page.element("<td class=\"n\">", &interval, "</td>");
        page.element("<td>", measure.reading.for_locale(locale), "</td></tr>\n");
    }
    page.markup("</tbody>").end_table();
}

fn first(page: &mut Page, story: &Story, told: &Told) {
    let locale = &story.options.locale;
    page.heading(
        story.say("Which comes first, and for whom", "Laquelle vient en premier, et pour qui"),
    );
    page.paragraph(&named(locale, told.ranking.reading.for_locale(locale)));
    let mut rows: Vec<(String, &Vec<AlternativeStanding>)> =
        vec![(story.phrase("all together", "ensemble"), &told.ranking.overall.alternatives)];
    for role in &told.ranking.per_role {
        rows.push((role.role.clone(), &role.standing.alternatives));
    }
    let mut columns = vec![story.phrase("Idea", "Idée")];
    columns.extend(rows.iter().map(|(name, _)| format!("#{name}")));
    let columns: Vec<&str> = columns.iter().map(String::as_str).collect();
    page.table(
        story.say(
            "Share of weightings in which it comes first, per cent",
            "Part des pondérations où elle vient en premier, en pour cent",
        ),
        &columns,
    );
    page.markup("<tbody>\n");
    for (at, idea) in IDEAS.iter().enumerate() {
        page.element("<tr><th scope=\"row\">", idea.title(locale), "</th>");
        for (_, alternatives) in &rows {
            let share = decimals(locale, 100.0 * alternatives.get(at).map_or(0.0, first_share), 0);
            page.element("<td class=\"n\">", &share, "</td>");
        }
        page.markup("</tr>\n");
    }
    page.markup("</tbody>").end_table();
}

fn way_up(page: &mut Page, story: &Story, told: &Told) {
    let Some((idea, way)) = &told.improvement else { return };
    let locale = &story.options.locale;
    page.heading(
        story.say("The shortest way to make it last", "Le plus court chemin pour qu’elle dure"),
    );
    let text = story.say(
        "From where most see “_”, these are the fewest steps to the next band, from # to @ of 100; no smaller set reaches it.",
        "Là où la plupart situent «\u{a0}_\u{a0}», voici le moins de pas vers le palier suivant, de # à @ sur 100\u{202f}; aucun ensemble plus petit n’y mène.",
    );
    let text = text.replace('_', idea.title(locale));
    let text = text.replace('#', &number(story, way.from, 1));
    page.paragraph(&text.replace('@', &decimals(locale, way.reached, 1)));
    let names = names(story, LASTING);
    let lines: Vec<String> = way
        .changes
        .iter()
        .map(|change| {
            let name = |key: &str| names.get(key).cloned().unwrap_or_default();
            let level = name(&format!("{}/{}", change.item, change.to));
            format!("{}{} {level}", name(change.item.as_str()), story.say(":", "\u{a0}:"))
        })
        .collect();
    page.list("<ul>\n", &lines);
}

fn money(page: &mut Page, story: &Story, told: &Told) {
    let locale = &story.options.locale;
    let euros = |amount: u32| format!("{}\u{a0}€", thousands(locale, u64::from(amount)));
    page.heading(story.say("A vote on money", "Un vote sur l’argent"));
    let text = story.say(
        "_ people approved projects; the budget is #. By equal shares each holds the same part of it, and a project is funded where those who want it can pay for it.",
        "_ personnes ont approuvé des projets\u{202f}; le budget est de #. À parts égales, chacune en tient la même part, et un projet est financé quand celles qui le veulent peuvent le payer.",
    );
    let text = text.replace('_', &told.funding.n.voters.to_string());
    page.paragraph(&text.replace('#', &euros(BUDGET)));
    page.table(
        story.say("The projects", "Les projets"),
        &[
            story.say("Project", "Projet"),
            story.say("#Cost", "#Coût"),
            story.say("#Supporters", "#Soutiens"),
            story.say("Outcome", "Résultat"),
        ],
    );
    page.markup("<tbody>\n");
    for idea in IDEAS.iter().chain(&SMALLER) {
        let because = told.funding.because.iter().find(|one| one.project.as_str() == idea.id);
        let refused = told.funding.not_funded.iter().find(|one| one.project.as_str() == idea.id);
        let supporters = because.map(|one| one.supporters).or(refused.map(|one| one.supporters));
        let outcome = refused.map_or_else(
            || story.say("funded", "financé"),
            |refused| refused.text.for_locale(locale),
        );
        page.element("<tr><th scope=\"row\">", project_title(idea.id, locale), "</th>");
        page.element("<td class=\"n\">", &euros(idea.cost), "</td>");
        page.element("<td class=\"n\">", &supporters.unwrap_or(0).to_string(), "</td>");
        page.element("<td>", outcome, "</td></tr>\n");
    }
    page.markup("</tbody>").end_table();
}

fn pilot(page: &mut Page, story: &Story, told: &Told) {
    let locale = &story.options.locale;
    page.heading(story.say("The pilot, week by week", "Le pilote, semaine après semaine"));
    page.markup("<figure>").drawing(&told.chart).markup("</figure>\n");
    let lines: Vec<String> =
        told.chart.signals.iter().map(|signal| signal.text.for_locale(locale).to_owned()).collect();
    page.list("<ul>\n", &lines);
    page.paragraph(told.chart.method.for_locale(locale));
}

fn limits(page: &mut Page, story: &Story, told: &Told) {
    page.heading(story.say("What this does not say", "Ce que cela ne dit pas"));
    let locale = &story.options.locale;
    for scores in [&told.value, &told.lasting] {
        let note = scores.note.as_ref().map_or("", |note| note.for_locale(locale));
        page.element("<h3>", scores.title.for_locale(locale), "</h3>\n").paragraph(note);
    }
    page.paragraph(story.say(
        "A signal after a pilot says that something has changed, not what changed it.",
        "Un signal après un pilote dit que quelque chose a changé, non ce qui l’a changé.",
    ));
}
