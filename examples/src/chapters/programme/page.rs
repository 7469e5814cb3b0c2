//! The page of a programme: what happens when, why, and what this does not say.

use super::words::Words;
use super::{Story, Told, proof, session_name};
use crate::page::{self, Page, Parts};
use crate::words::thousands;
use innovation_core::equip::{Item, Plan, PlanReason, RejectReason};
use innovation_core::people::Id;
use std::collections::BTreeMap;

/// Examples of cards that are not in.
const EXAMPLES: usize = 3;

/// Writes the page.
pub(super) fn write(story: &Story, told: &Told, words: &Words) -> String {
    let synthetic = words.say(
        "Synthetic data: nobody in it exists.",
        "Données synthétiques\u{a0}: personne n’y existe réellement.",
    );
    let title =
        words.say("Two half-days and a follow-up", "Deux demi-journées et une séance de suivi");
    let language = crate::words::pick(&words.locale, "en", "fr");
    let mut page = page::open(language, title, story.input.synthetic.then_some(synthetic));
    asked(&mut page, told, words);
    let numbers = numbers(&told.plan);
    programme(&mut page, told, words, &numbers);
    worth(&mut page, &told.plan, words);
    left_out(&mut page, told, words);
    ready(&mut page, &told.plan, words);
    super::late::write(&mut page, told, words, &numbers);
    limits(&mut page, words);
    page::close(page)
}

/// What was asked for.
fn asked(page: &mut Page, told: &Told, words: &Words) {
    let outcomes = |names: &[String]| {
        let names: Vec<String> = names.iter().map(|name| words.outcome(name).to_owned()).collect();
        words.listed(&names)
    };
    let text = words.say(
        "_ people come, those whom the selection brings together. The programme must bring #; \
         @ is settled beforehand.",
        "_ personnes viennent, celles que la sélection réunit. Le programme doit apporter #\u{202f}; \
         on dispose d’avance de ceci\u{a0}: @.",
    );
    let text = text.replace('_', &told.request.group.size.to_string());
    let text = text.replace('#', &outcomes(&told.request.goal));
    page.paragraph(&text.replace('@', &outcomes(&told.request.have)));
}

/// The number of each item in the tables; blocks that stand have none.
fn numbers(plan: &Plan) -> Vec<Option<usize>> {
    let mut next = 1..;
    plan.items.iter().map(|item| item.card.as_ref().and_then(|_| next.next())).collect()
}

fn programme(page: &mut Page, told: &Told, words: &Words, numbers: &[Option<usize>]) {
    let plan = &told.plan;
    page.heading(words.say("The programme", "Le programme"));
    page.table(
        words.say("The programme, card by card", "Le programme, carte par carte"),
        &[
            words.say("#No.", "#N°"),
            words.say("Time", "Heure"),
            words.say("#Minutes", "#Minutes"),
            words.say("Card", "Carte"),
            words.say("Stages", "Étapes"),
            words.say("Why it is in", "Pourquoi elle y est"),
        ],
    );
    let mut session = None;
    for (item, number) in plan.items.iter().zip(numbers) {
        if session != Some(item.session) {
            if session.is_some() {
                page.markup("</tbody>\n");
            }
            session = Some(item.session);
            page.markup("<tbody><tr><th class=\"session\" scope=\"rowgroup\" colspan=\"6\">");
            page.text(session_name(words, item.session as usize)).markup("</th></tr>\n");
        }
        start_of_line(page, words, item, *number);
        page.markup("<td>");
        if !item.stages.is_empty() {
            page.list("<ul>", &stages(item, words));
        }
        page.markup("</td><td>");
        let reasons = reasons(plan, item, words);
        if !reasons.is_empty() {
            page.list("<ul>", &reasons);
        }
        page.markup("</td></tr>\n");
    }
    page.markup("</tbody>\n").end_table();
}

/// Number, time, minutes and name of an item.
pub(super) fn start_of_line(page: &mut Page, words: &Words, item: &Item, number: Option<usize>) {
    let number = number.map_or_else(String::new, |number| number.to_string());
    page.element("<tr><td class=\"n\">", &number, "</td>").element("<td>", &item.at, "</td>");
    page.element("<td class=\"n\">", &item.minutes.to_string(), "</td>");
    page.element("<th scope=\"row\">", item.title.for_locale(&words.locale), "");
    page.element("<br><span class=\"soft\">", words.kind(item), "</span></th>");
}

fn stages(item: &Item, words: &Words) -> Vec<String> {
    let line = |title: &str, minutes| format!("{title} ({minutes}\u{a0}min)");
    let look_back = (item.debrief > 0)
        .then(|| line(words.say("Looking back", "Retour sur l’activité"), item.debrief));
    let stages = item.stages.iter();
    let stages = stages.map(|stage| line(stage.title.for_locale(&words.locale), stage.minutes));
    stages.chain(look_back).collect()
}

/// Why an item is in; a card that comes twice has its reasons in the same order.
fn reasons(plan: &Plan, item: &Item, words: &Words) -> Vec<String> {
    let Some(card) = &item.card else {
        return vec![words.say("asked for at this time", "demandé à cette heure").to_owned()];
    };
    let earlier = |other: &&Item| {
        other.card.as_ref() == Some(card)
            && (other.session, other.start) < (item.session, item.start)
    };
    let before = plan.items.iter().filter(earlier).count();
    let mut because = plan.because.iter().filter(|because| because.card == *card).skip(before);
    let reasons = because.next().into_iter().flat_map(|because| &because.reasons);
    reasons.map(|reason: &PlanReason| words.reason(reason)).collect()
}

fn worth(page: &mut Page, plan: &Plan, words: &Words) {
    page.heading(words.say("What it is worth", "Ce qu’il vaut"));
    let points = |points: i64| thousands(&words.locale, points.unsigned_abs());
    let sentence = words.say("_ points, #.", "_ points, #.");
    let sentence = sentence.replace('_', &points(plan.value)).replace('#', &proof(words, plan));
    page.paragraph(&sentence);
    let caption = words.say("What the points are for", "À quoi tiennent les points");
    page.table(
        caption,
        &[words.say("Part", "Part"), "#Points", words.say("Counts", "Ce qui compte")],
    );
    page.markup("<tbody>\n");
    for (name, part, text) in [
        (
            words.say("fit to the goal", "rapport au but"),
            plan.parts.fit,
            words.say(
                "outcomes asked for, and those on the way to them",
                "les résultats demandés, et ceux qui y mènent",
            ),
        ),
        (
            words.say("participation", "participation"),
            plan.parts.participation,
            words.say(
                "time alone, in pairs or in small groups",
                "le temps seul·e, à deux ou en petits groupes",
            ),
        ),
        (
            words.say("variety", "variété"),
            plan.parts.variety,
            words.say("phases that have a card", "les phases qui ont une carte"),
        ),
        (
            words.say("balance", "équilibre"),
            plan.parts.balance,
            words.say(
                "shares of time wished for; none here",
                "les parts de temps souhaitées\u{202f}; aucune ici",
            ),
        ),
    ] {
        page.element("<tr><th scope=\"row\">", name, "</th>");
        page.element("<td class=\"n\">", &points(part), "</td>").element(
            "<td>",
            text,
            "</td></tr>\n",
        );
    }
    page.markup("</tbody>\n").end_table();
}

fn left_out(page: &mut Page, told: &Told, words: &Words) {
    let plan = &told.plan;
    page.heading(words.say("What is left out, and why", "Ce qui n’y est pas, et pourquoi"));
    let mut groups: BTreeMap<&str, Vec<(&Id, &RejectReason)>> = BTreeMap::new();
    for rejected in &plan.rejected {
        let group = groups.entry(words.against(&rejected.reason)).or_default();
        group.push((&rejected.card, &rejected.reason));
    }
    let mut groups: Vec<_> = groups.into_iter().collect();
    groups.sort_by_key(|(_, cards)| std::cmp::Reverse(cards.len()));
    let caption = words.say("Cards that are not in, by reason", "Cartes absentes, par raison");
    page.table(caption, &[words.say("Reason", "Raison"), words.say("#Cards", "#Cartes")]);
    page.markup("<tbody>\n");
    for (reason, cards) in &groups {
        page.element("<tr><td>", reason, "</td>");
        page.element("<td class=\"n\">", &cards.len().to_string(), "</td></tr>\n");
    }
    page.markup("</tbody>\n").end_table();
    page.paragraph(words.say("For example:", "Par exemple\u{a0}:"));
    // One card of each of the most frequent reasons, then a second of each.
    let most = plan.rejected.len();
    let turns = (0..most).flat_map(|turn| groups.iter().filter_map(move |(_, all)| all.get(turn)));
    let against = (told.request.group.size, plan.value);
    let lines: Vec<String> =
        turns.take(EXAMPLES).map(|(id, reason)| words.example(id, reason, against)).collect();
    page.list("<ul>", &lines);
}

fn ready(page: &mut Page, plan: &Plan, words: &Words) {
    page.heading(words.say("What must lie ready", "Ce qui doit être prêt"));
    let text = words.say(
        "The facilitator prepares for _ minutes in all. Of each thing, as many as the card that takes most of it:",
        "L’animation se prépare en _ minutes en tout. De chaque chose, autant qu’en demande la carte qui en prend le plus\u{a0}:",
    );
    page.paragraph(&text.replace('_', &plan.prepare.to_string()));
    let line = |count: u32, name: &str| format!("{count} × {name}");
    let lines: Vec<String> = plan
        .materials
        .iter()
        .map(|item| line(item.count, item.name.for_locale(&words.locale)))
        .collect();
    page.list("<ul class=\"ready\">\n", &lines);
}

fn limits(page: &mut Page, words: &Words) {
    page.heading(words.say("What this does not say", "Ce que cette page ne dit pas"));
    page.list("<ul>", &[
        words.say(
            "“Worth most” holds for the points above and nothing else. Whether a card suits this very group is for a facilitator to judge.",
            "«\u{a0}Vaut le plus\u{a0}» ne concerne que les points ci-dessus. Dire si une carte convient à ce groupe-ci revient à la personne qui anime.",
        ).to_owned(),
        words.say(
            "The cards of the built-in deck rest on published methods; their texts have not yet been tried as they stand. Lengths are estimates.",
            "Les cartes du jeu intégré s’appuient sur des méthodes publiées\u{202f}; leurs textes n’ont pas encore été éprouvés tels quels. Les durées sont des estimations.",
        ).to_owned(),
        words.say(
            "The plan knows one room. It does not foresee parallel groups, nor people who come late or leave early.",
            "Le plan connaît une seule salle. Il ne prévoit ni groupes en parallèle, ni arrivées tardives, ni départs anticipés.",
        ).to_owned(),
    ]);
}
