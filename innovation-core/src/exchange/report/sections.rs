//! The sections about people, one by one, as a reader goes through them.

use super::facts::{Facts, Grouping};
use super::html::{Data, Pen, close_table, columns, section, table};
use super::network::{Network, group_name, mark_of};
use super::words::{self, Phrase};
use crate::stat::Stat;

/// The first numbers.
pub(super) fn glance(pen: &mut Pen, facts: &Facts<'_>) {
    section(pen, "glance", None, words::GLANCE);
    let language = pen.language;
    let profile = &facts.profile;
    let figure = |pen: &mut Pen, value: String, name: Phrase| {
        pen.markup("<div><dt>").phrase(name).element("</dt><dd>", &value, "</dd></div>\n");
    };
    pen.markup("<dl class=\"glance\">\n");
    figure(pen, language.count(u64::from(profile.people)), words::PEOPLE);
    if !language.is_easy() {
        let groups = facts.groups.iter().filter(|group| group.name.is_some()).count() as u64;
        figure(
            pen,
            language.count(groups),
            match facts.grouping {
                Grouping::Organisation => words::ORGANISATIONS,
                Grouping::Unit => words::UNITS,
                Grouping::Family => words::FAMILIES,
            },
        );
        figure(pen, language.count(u64::from(profile.ties)), words::TIES);
        let never = Stat::ratio(profile.never_met as f64, profile.pairs as f64, "one").value;
        if let Some(share) = never {
            figure(pen, language.percent(share), words::NEVER_MET);
        }
    }
    if !facts.chosen.is_empty() {
        figure(pen, language.count(facts.chosen.len() as u64), words::CHOSEN);
    }
    if !facts.rounds.is_empty() {
        figure(pen, language.count(facts.meetings.new_pairs() as u64), words::NEW_PAIRS);
    }
    pen.markup("</dl>\n</section>\n");
}

/// Ties as they are.
pub(super) fn today(pen: &mut Pen, facts: &Facts<'_>, network: Option<&Network>) {
    section(pen, "today", Some(words::GATHER), words::TODAY);
    let language = pen.language;
    if language.is_easy() {
        let people = language.count(u64::from(facts.profile.people));
        pen.paragraph(&language.with(words::EASY_TODAY, &[&people]));
        pen.easy(&[words::EASY_TODAY_MARK, words::EASY_TODAY_LINE, words::EASY_TODAY_SHAPE]);
        if 2 * facts.profile.never_met > facts.profile.pairs {
            pen.say(words::EASY_TODAY_NEVER);
        }
    } else {
        inside_and_between(pen, facts);
        silos(pen, facts);
    }
    let mut caption = language.say(words::BEFORE_TEXT).to_owned();
    let svg = network.map_or(String::new(), |network| {
        let (drawn, all) = (network.drawn() as u64, u64::from(facts.profile.ties));
        let (phrase, values) = match drawn == all {
            true => (words::ALL_DRAWN, vec![language.count(all)]),
            false => (words::SOME_DRAWN, vec![language.count(drawn), language.count(all)]),
        };
        let values: Vec<&str> = values.iter().map(String::as_str).collect();
        caption = format!("{caption} {}", language.with(phrase, &values));
        network.before(facts)
    });
    if network.is_none() {
        caption = language.say(words::TOO_MANY).to_owned();
    } else if language.is_easy() {
        caption.clear();
    }
    pen.picture(language.say(words::BEFORE), &svg, &caption);
    if network.is_some() {
        groups(pen, facts);
    }
    ties_table(pen, facts);
    pen.markup("</section>\n");
}

/// The groups of the picture with their marks; in large letters the numbers that stand in it.
fn groups(pen: &mut Pen, facts: &Facts<'_>) {
    let language = pen.language;
    pen.markup("<ul class=\"legend\">\n");
    for (number, group) in (1..).zip(&facts.groups) {
        pen.markup("<li>");
        if let Some(&person) = group.members.first() {
            pen.mark(mark_of(facts, person));
        }
        if language.is_large() {
            pen.index(number).markup(". ");
        }
        pen.text(&group_name(facts, group.name.as_deref()));
        pen.markup(" <span class=\"soft\">(").count(group.members.len() as u64);
        pen.markup(")</span></li>\n");
    }
    pen.markup("</ul>\n");
}

/// The E-I index in a sentence.
fn inside_and_between(pen: &mut Pen, facts: &Facts<'_>) {
    let attribute = facts.grouping.attribute();
    let found = facts.profile.attributes.iter().find(|profile| profile.name == attribute);
    let Some(index) = found.and_then(|profile| profile.ei_index.unweighted.value) else { return };
    let phrase = match facts.grouping {
        Grouping::Organisation => words::INSIDE_ORGANISATION,
        Grouping::Unit => words::INSIDE_UNIT,
        Grouping::Family => words::INSIDE_FAMILY,
    };
    let language = pen.language;
    let inside = language.percent((1.0 - index) / 2.0);
    let between = language.percent((1.0 + index) / 2.0);
    pen.paragraph(&language.with(phrase, &[&inside, &between, &language.decimal(index)]));
}

/// Silos and modularity, a sentence each; the thresholds are ours and only choose the words.
fn silos(pen: &mut Pen, facts: &Facts<'_>) {
    let language = pen.language;
    let Some(modularity) = facts.profile.silos.modularity.value else {
        pen.markup("<p>").phrase(words::NO_TIES).markup("</p>\n");
        return;
    };
    let sizes = || facts.profile.silos.groups.iter().map(Vec::len);
    let silos = sizes().filter(|&size| size > 1).count() as u64;
    let alone = sizes().filter(|&size| size == 1).count() as u64;
    pen.paragraph(&language.plural(silos, words::SILO, words::SILOS));
    let strength = match modularity {
        low if low < 0.2 => words::MODULARITY_LOW,
        middle if middle < 0.5 => words::MODULARITY_MIDDLE,
        _ => words::MODULARITY_HIGH,
    };
    pen.paragraph(&language.with(strength, &[&language.decimal(modularity)]));
    if alone > 0 {
        pen.paragraph(&language.plural(alone, words::ALONE, words::ALONE_MANY));
    }
}

/// Ties within each group and between each two.
fn ties_table(pen: &mut Pen, facts: &Facts<'_>) {
    const MOST_GROUPS: usize = 16;
    let groups = facts.groups.len();
    let mut counts = vec![vec![0_u64; groups]; groups];
    let mut add = |one: usize, other: usize| {
        if let Some(count) = counts.get_mut(one).and_then(|row| row.get_mut(other)) {
            *count += 1;
        }
    };
    for (a, b, _) in facts.pool.network().each_tie() {
        let (one, other) = (facts.group(a), facts.group(b));
        add(one, other);
        if one != other {
            add(other, one);
        }
    }
    let names: Vec<String> =
        facts.groups.iter().map(|group| group_name(facts, group.name.as_deref())).collect();
    let language = pen.language;
    let heads = [words::GROUP, words::PERSONS, words::WITHIN, words::OUTSIDE];
    let heads: Vec<(&str, bool)> =
        heads.iter().enumerate().map(|(at, head)| (language.say(*head), at > 0)).collect();
    let mut data = Data::of(language.say(words::BEFORE_TABLE).to_owned(), &heads);
    if groups <= MOST_GROUPS {
        data.columns.extend(names.iter().map(|name| (name.clone(), true)));
    }
    for (at, ((group, name), row)) in facts.groups.iter().zip(&names).zip(&counts).enumerate() {
        let within = row.get(at).copied().unwrap_or(0);
        let own = [group.members.len() as u64, within, row.iter().sum::<u64>() - within];
        let others = row.iter().take(if groups <= MOST_GROUPS { groups } else { 0 });
        let cells = own.iter().chain(others).map(|count| language.count(*count));
        data.rows.push([name.clone()].into_iter().chain(cells).collect());
    }
    pen.behind(&data);
}

/// Who is chosen, and why.
pub(super) fn who(pen: &mut Pen, facts: &Facts<'_>) {
    section(pen, "who", Some(words::GATHER), words::WHO);
    let language = pen.language;
    let chosen = facts.chosen.len() as u64;
    let all = language.count(facts.pool.len() as u64);
    let named = |person: &&usize| {
        facts.groups.get(facts.group(**person)).is_some_and(|group| group.name.is_some())
    };
    let mut groups: Vec<usize> =
        facts.chosen.iter().filter(named).map(|&person| facts.group(person)).collect();
    groups.sort_unstable();
    groups.dedup();
    let (one, several) = match facts.grouping {
        Grouping::Organisation => (words::FROM_ORGANISATION, words::FROM_ORGANISATIONS),
        Grouping::Unit => (words::FROM_UNIT, words::FROM_UNITS),
        Grouping::Family => (words::FROM_FAMILY, words::FROM_FAMILIES),
    };
    let from = language.plural(groups.len() as u64, one, several);
    let phrase = if chosen == 1 { words::CHOSEN_ONE } else { words::CHOSEN_MANY };
    if language.is_easy() {
        pen.paragraph(&language.with(words::EASY_WHO, &[&language.count(chosen)]));
        pen.say(words::EASY_WHO_WORTH);
    } else {
        pen.paragraph(&language.with(phrase, &[&language.count(chosen), &all, &from]));
    }
    let why = !facts.reasons.is_empty();
    let titles = [words::PERSON, words::ROLE, words::ORGANISATION, words::WHY];
    table(pen, "", words::CHOSEN_TABLE);
    columns(pen, titles.get(..if why { 4 } else { 3 }).unwrap_or_default());
    for &person in &facts.chosen {
        pen.markup("<tr><th scope=\"row\">");
        name(pen, facts, person);
        pen.element("</th><td>", &facts.role(person), "</td><td>");
        place(pen, facts, person);
        pen.markup("</td>");
        if why {
            reasons(pen, facts, person);
        }
        pen.markup("</tr>\n");
    }
    close_table(pen);
    pen.markup("</section>\n");
}

fn reasons(pen: &mut Pen, facts: &Facts<'_>, person: usize) {
    pen.markup("<td>");
    if let Some(reasons) = facts.reasons.get(&person) {
        pen.markup("<ul>");
        for reason in reasons {
            pen.element("<li>", reason.for_locale(&facts.request.locale), "</li>");
        }
        pen.markup("</ul>");
    }
    pen.markup("</td>");
}

/// The mark of the person's group and the id.
pub(super) fn name(pen: &mut Pen, facts: &Facts<'_>, person: usize) {
    pen.mark(mark_of(facts, person));
    pen.element("<bdi>", facts.id(person), "</bdi>");
}

/// Organisation and unit.
fn place(pen: &mut Pen, facts: &Facts<'_>, person: usize) {
    let Some(person) = facts.person(person) else { return };
    let parts: Vec<&str> =
        [&person.organisation, &person.unit].into_iter().flatten().map(String::as_str).collect();
    pen.text(&parts.join(" · "));
}
