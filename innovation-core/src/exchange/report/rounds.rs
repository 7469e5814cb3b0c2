//! The sections about rounds: the seats, the pairs that meet.

use super::facts::{Facts, Round};
use super::html::{Pen, close_table, columns, section, summary, table};
use super::network::{Network, group_name, mark_of};
use super::sections::name;
use super::words;

/// A matrix of pairs is shown for up to this many people.
const MOST_IN_A_MATRIX: usize = 40;

/// The tables of each round, and each person's path through them.
pub(super) fn seats(pen: &mut Pen, facts: &Facts<'_>) {
    section(pen, "seats", Some(words::GATHER), words::SEATS);
    if pen.language.is_easy() {
        pen.easy(&[words::EASY_SEATS, words::EASY_SEATS_ROUND]);
    }
    legend(pen, facts);
    for (round, number) in facts.rounds.iter().zip(1_u64..) {
        let title = pen.language.with(words::ROUND_NUMBER, &[&number.to_string()]);
        pen.element("<h3>", &title, "</h3>\n<div class=\"tables\">\n");
        for (table, number) in round.tables.iter().zip(1_u64..) {
            let title = pen.language.with(words::TABLE_NUMBER, &[&number.to_string()]);
            card(pen, facts, &title, table);
        }
        if !round.sitting_out.is_empty() {
            card(pen, facts, pen.language.say(words::SITTING_OUT), &round.sitting_out);
        }
        pen.markup("</div>\n");
    }
    paths(pen, facts);
    pen.markup("</section>\n");
}

/// What the marks before ids stand for.
fn legend(pen: &mut Pen, facts: &Facts<'_>) {
    let mut shown: Vec<usize> = facts.chosen.iter().map(|&person| facts.group(person)).collect();
    shown.sort_unstable();
    shown.dedup();
    pen.markup("<ul class=\"legend\">\n");
    for group in shown.into_iter().filter_map(|group| facts.groups.get(group)) {
        pen.markup("<li>");
        if let Some(&person) = group.members.first() {
            pen.mark(mark_of(facts, person));
        }
        pen.text(&group_name(facts, group.name.as_deref())).markup("</li>\n");
    }
    pen.markup("</ul>\n");
}

fn card(pen: &mut Pen, facts: &Facts<'_>, title: &str, people: &[usize]) {
    pen.element("<div class=\"table\"><h4>", title, "</h4><ul>\n");
    for &person in people {
        pen.markup("<li>");
        name(pen, facts, person);
        pen.element(" <span class=\"soft\">", &facts.role(person), "</span></li>\n");
    }
    pen.markup("</ul></div>\n");
}

/// For each person the table in each round: what one looks up on the way in.
fn paths(pen: &mut Pen, facts: &Facts<'_>) {
    pen.markup("<h3>").phrase(words::PATHS).markup("</h3>\n");
    table(pen, "", words::PATHS_TABLE);
    pen.markup("<th scope=\"col\">").phrase(words::PERSON).markup("</th>");
    for number in 1..=facts.rounds.len() {
        let title = pen.language.with(words::ROUND_NUMBER, &[&number.to_string()]);
        pen.element("<th scope=\"col\" class=\"n\">", &title, "</th>");
    }
    columns(pen, &[]);
    let seat = |round: &Round, person: usize| {
        round.tables.iter().position(|table| table.contains(&person))
    };
    for &person in &facts.chosen {
        pen.markup("<tr><th scope=\"row\">");
        name(pen, facts, person);
        pen.markup("</th>");
        for round in &facts.rounds {
            let number = seat(round, person).map_or("–".to_owned(), |at| (at + 1).to_string());
            pen.element("<td class=\"n\">", &number, "</td>");
        }
        pen.markup("</tr>\n");
    }
    close_table(pen);
}

/// Which pairs the rounds bring together.
pub(super) fn meets(pen: &mut Pen, facts: &Facts<'_>, network: Option<&Network>) {
    section(pen, "meets", Some(words::GATHER), words::MEETS);
    let language = pen.language;
    let meetings = &facts.meetings;
    let met = language.count(meetings.pairs.len() as u64);
    let new = language.count(meetings.new_pairs() as u64);
    let possible = language.count(facts.possible_pairs());
    if language.is_easy() {
        pen.paragraph(&language.with(words::EASY_MEETS, &[&new]));
    } else {
        pen.paragraph(&language.with(words::MEETS_TEXT, &[&met, &possible, &new]));
        match meetings.repeats() {
            0 => pen.say(words::NO_REPEAT),
            repeats => pen.paragraph(&language.plural(repeats, words::REPEAT, words::REPEATS)),
        };
    }
    let caption = match network {
        None => words::TOO_MANY,
        Some(_) if language.is_easy() => words::EASY_MEETS_LINE,
        Some(_) => words::AFTER_TEXT,
    };
    let svg = network.map_or(String::new(), |network| network.after(facts));
    pen.picture(language.say(words::AFTER), &svg, language.say(caption));
    new_pairs(pen, facts);
    if facts.chosen.len() <= MOST_IN_A_MATRIX && !language.is_easy() {
        matrix(pen, facts);
    }
    table(pen, "", words::MEETS_TABLE);
    columns(pen, &[words::PERSON, words::MEETS_ALL, words::MEETS_NEW]);
    for &person in &facts.chosen {
        let (all, new) = meetings.of_person(person);
        pen.markup("<tr><th scope=\"row\">");
        name(pen, facts, person);
        pen.markup("</th><td class=\"n\">").count(all as u64);
        pen.markup("</td><td class=\"n\">").count(new as u64).markup("</td></tr>\n");
    }
    close_table(pen);
    pen.markup("</section>\n");
}

fn new_pairs(pen: &mut Pen, facts: &Facts<'_>) {
    summary(pen, words::BEHIND);
    table(pen, "", words::AFTER_TABLE);
    columns(pen, &[words::PERSON, words::OTHER, words::ROUND]);
    for (&(one, other), meeting) in facts.meetings.pairs.iter().filter(|(_, m)| m.new) {
        pen.markup("<tr><th scope=\"row\">");
        name(pen, facts, one);
        pen.markup("</th><td>");
        name(pen, facts, other);
        pen.markup("</td><td class=\"n\">").count(meeting.first_round as u64 + 1);
        pen.markup("</td></tr>\n");
    }
    close_table(pen);
    pen.markup("</details>\n");
}

fn matrix(pen: &mut Pen, facts: &Facts<'_>) {
    summary(pen, words::MATRIX);
    pen.markup("<p>").phrase(words::MATRIX_TEXT).markup("</p>\n");
    table(pen, "matrix", words::MATRIX);
    pen.markup("<th scope=\"col\">").phrase(words::PERSON).markup("</th>");
    for number in 1..=facts.chosen.len() as u64 {
        pen.markup("<th scope=\"col\">").count(number).markup("</th>");
    }
    columns(pen, &[]);
    for (number, &row) in (1_u64..).zip(&facts.chosen) {
        pen.markup("<tr><th scope=\"row\">").count(number).markup(" ");
        name(pen, facts, row);
        pen.markup("</th>");
        for &column in &facts.chosen {
            pen.markup("<td>");
            let meeting = facts.meetings.pairs.get(&(row.min(column), row.max(column)));
            if let Some(meeting) = meeting {
                pen.markup(if meeting.new { "●" } else { "○" });
                pen.count(u64::from(meeting.times));
            } else if row == column {
                pen.markup("–");
            }
            pen.markup("</td>");
        }
        pen.markup("</tr>\n");
    }
    close_table(pen);
    pen.markup("</details>\n");
}
