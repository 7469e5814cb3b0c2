//! The page, section by section, as a reader goes through it.

use super::ReportProfile;
use super::facts::{Facts, Grouping};
use super::html::Pen;
use super::picture::{Picture, group_name, inline_mark};
use super::rounds::{meets, seats};
use super::words::{self, Language, Phrase};
use crate::exchange::STYLE;
use crate::stat::Stat;

/// Writes the whole page.
pub(super) fn page(facts: &Facts<'_>) -> String {
    let mut pen = Pen::new(Language::of(&facts.request.locale));
    let picture = Picture::of(facts);
    head(&mut pen, facts);
    pen.markup("<main id=\"content\">\n");
    glance(&mut pen, facts);
    today(&mut pen, facts, picture.as_ref());
    if !facts.chosen.is_empty() {
        who(&mut pen, facts);
    }
    if !facts.rounds.is_empty() {
        seats(&mut pen, facts);
        meets(&mut pen, facts, picture.as_ref());
    }
    limits(&mut pen, facts);
    pen.markup("</main>\n<footer>");
    let footer = pen.language.with(words::FOOTER, &[env!("CARGO_PKG_VERSION")]);
    pen.paragraph(&footer).markup("</footer>\n</body>\n</html>\n");
    pen.finish()
}

fn head(pen: &mut Pen, facts: &Facts<'_>) {
    let request = facts.request;
    let title = request.title.as_ref().map_or_else(
        || pen.language.say(words::TITLE).to_owned(),
        |title| title.for_locale(&request.locale).to_owned(),
    );
    let tag = pen.language.tag();
    pen.markup("<!DOCTYPE html>\n<html lang=\"").markup(tag);
    pen.markup(match request.profile {
        ReportProfile::Standard => "\">\n",
        ReportProfile::LargePrint => "\" class=\"large\">\n",
    });
    pen.markup("<head>\n<meta charset=\"utf-8\">\n");
    pen.markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    pen.markup("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n");
    pen.markup("<title>").text(&title);
    if request.synthetic {
        pen.markup(" · ").phrase(words::SYNTHETIC);
    }
    pen.markup("</title>\n<style>\n").markup(STYLE).markup("</style>\n</head>\n<body>\n");
    pen.markup("<a class=\"skip\" href=\"#content\">")
        .phrase(words::SKIP)
        .markup("</a>\n<header>\n");
    pen.element("<h1>", &title, "</h1>\n");
    if let Some(note) = &request.note {
        pen.paragraph(note.for_locale(&request.locale));
    }
    if let Some(time) = &request.generated_at {
        let day = pen.language.day(time);
        let made = pen.language.with(words::MADE_ON, &[&day]);
        pen.element("<p class=\"soft\">", &made, "</p>\n");
    }
    if request.synthetic {
        pen.markup("<p class=\"synthetic\">").phrase(words::SYNTHETIC).markup("</p>\n");
    }
    contents(pen, facts);
    pen.markup("</header>\n");
}

fn contents(pen: &mut Pen, facts: &Facts<'_>) {
    let chosen = !facts.chosen.is_empty();
    let rounds = !facts.rounds.is_empty();
    let sections = [
        (true, "#glance", words::GLANCE),
        (true, "#today", words::TODAY),
        (chosen, "#who", words::WHO),
        (rounds, "#seats", words::SEATS),
        (rounds, "#meets", words::MEETS),
        (true, "#limits", words::LIMITS),
    ];
    pen.markup("<nav aria-label=\"").phrase(words::CONTENTS).markup("\"><ol>\n");
    for (_, anchor, title) in sections.into_iter().filter(|(shown, _, _)| *shown) {
        pen.markup("<li><a href=\"")
            .markup(anchor)
            .markup("\">")
            .phrase(title)
            .markup("</a></li>\n");
    }
    pen.markup("</ol></nav>\n");
}

/// Opens a section with its heading.
pub(super) fn section(pen: &mut Pen, id: &'static str, title: Phrase) {
    pen.markup("<section aria-labelledby=\"").markup(id).markup("\">\n<h2 id=\"").markup(id);
    pen.markup("\">").phrase(title).markup("</h2>\n");
}

fn glance(pen: &mut Pen, facts: &Facts<'_>) {
    section(pen, "glance", words::GLANCE);
    let language = pen.language;
    let profile = &facts.profile;
    let figure = |pen: &mut Pen, value: String, name: Phrase| {
        pen.markup("<div><dt>").phrase(name).element("</dt><dd>", &value, "</dd></div>\n");
    };
    pen.markup("<dl class=\"glance\">\n");
    figure(pen, language.count(u64::from(profile.people)), words::PEOPLE);
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
    if let Some(share) = Stat::ratio(profile.never_met as f64, profile.pairs as f64, "one").value {
        figure(pen, language.percent(share), words::NEVER_MET);
    }
    if !facts.chosen.is_empty() {
        figure(pen, language.count(facts.chosen.len() as u64), words::CHOSEN);
    }
    if !facts.rounds.is_empty() {
        figure(pen, language.count(facts.meetings.new_pairs() as u64), words::NEW_PAIRS);
    }
    pen.markup("</dl>\n</section>\n");
}

fn today(pen: &mut Pen, facts: &Facts<'_>, picture: Option<&Picture>) {
    section(pen, "today", words::TODAY);
    inside_and_between(pen, facts);
    silos(pen, facts);
    pen.markup("<figure>\n<h3>").phrase(words::BEFORE).markup("</h3>\n");
    if let Some(picture) = picture {
        picture.before(pen, facts);
    }
    pen.markup("<figcaption>");
    match picture {
        None => pen.phrase(words::TOO_MANY),
        Some(picture) => {
            let (drawn, all) = (picture.drawn() as u64, u64::from(facts.profile.ties));
            let language = pen.language;
            let (phrase, values) = match drawn == all {
                true => (words::ALL_DRAWN, vec![language.count(all)]),
                false => (words::SOME_DRAWN, vec![language.count(drawn), language.count(all)]),
            };
            let values: Vec<&str> = values.iter().map(String::as_str).collect();
            pen.phrase(words::BEFORE_TEXT).markup(" ").text(&language.with(phrase, &values))
        }
    };
    pen.markup("</figcaption>\n</figure>\n");
    ties_table(pen, facts);
    pen.markup("</section>\n");
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

/// Opens what is folded away, with its summary.
pub(super) fn summary(pen: &mut Pen, text: Phrase) {
    pen.markup("<details>\n<summary>").phrase(text).markup("</summary>\n");
}

/// Opens a table that may be wider than the page; it can then be scrolled by keyboard.
pub(super) fn table(pen: &mut Pen, class: &'static str, caption: Phrase) {
    pen.markup("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"")
        .phrase(caption);
    pen.markup("\"><table class=\"").markup(class).markup("\">\n<caption>");
    pen.phrase(caption).markup("</caption>\n<thead><tr>");
}

/// Ends the header row of a table with these columns.
pub(super) fn columns(pen: &mut Pen, titles: &[Phrase]) {
    for &title in titles {
        pen.markup("<th scope=\"col\">").phrase(title).markup("</th>");
    }
    pen.markup("</tr></thead>\n<tbody>\n");
}

/// Closes a table.
pub(super) fn close_table(pen: &mut Pen) {
    pen.markup("</tbody></table></div>\n");
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
    summary(pen, words::BEHIND);
    table(pen, "", words::BEFORE_TABLE);
    for title in [words::GROUP, words::PERSONS, words::WITHIN, words::OUTSIDE] {
        pen.markup("<th scope=\"col\">").phrase(title).markup("</th>");
    }
    if groups <= MOST_GROUPS {
        for name in &names {
            pen.element("<th scope=\"col\" class=\"n\">", name, "</th>");
        }
    }
    columns(pen, &[]);
    for (at, ((group, name), row)) in facts.groups.iter().zip(&names).zip(&counts).enumerate() {
        let within = row.get(at).copied().unwrap_or(0);
        pen.element("<tr><th scope=\"row\">", name, "</th><td class=\"n\">");
        pen.count(group.members.len() as u64).markup("</td><td class=\"n\">");
        pen.count(within).markup("</td><td class=\"n\">");
        pen.count(row.iter().sum::<u64>() - within).markup("</td>");
        if groups <= MOST_GROUPS {
            for &count in row {
                pen.markup("<td class=\"n\">").count(count).markup("</td>");
            }
        }
        pen.markup("</tr>\n");
    }
    close_table(pen);
    pen.markup("</details>\n");
}

fn who(pen: &mut Pen, facts: &Facts<'_>) {
    section(pen, "who", words::WHO);
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
    pen.paragraph(&language.with(phrase, &[&language.count(chosen), &all, &from]));
    let why = !facts.reasons.is_empty();
    let titles = [words::PERSON, words::ROLE, words::ORGANISATION, words::WHY];
    table(pen, "", words::CHOSEN_TABLE);
    columns(pen, titles.get(..if why { 4 } else { 3 }).unwrap_or_default());
    for &person in &facts.chosen {
        pen.markup("<tr><th scope=\"row\">");
        name(pen, facts, person);
        pen.element("</th><td>", facts.role(person), "</td><td>");
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
    inline_mark(pen, facts, person);
    pen.element("<bdi>", facts.id(person), "</bdi>");
}

/// Organisation and unit.
fn place(pen: &mut Pen, facts: &Facts<'_>, person: usize) {
    let Some(person) = facts.person(person) else { return };
    let parts: Vec<&str> =
        [&person.organisation, &person.unit].into_iter().flatten().map(String::as_str).collect();
    pen.text(&parts.join(" · "));
}

fn limits(pen: &mut Pen, facts: &Facts<'_>) {
    section(pen, "limits", words::LIMITS);
    let silos = pen.language.with(words::LIMIT_SILOS, &[&facts.request.seed.number().to_string()]);
    pen.markup("<ul class=\"limits\">\n");
    pen.markup("<li>").phrase(words::LIMIT_TIES).markup("</li>\n");
    pen.markup("<li>").phrase(words::LIMIT_NONE).markup("</li>\n");
    if facts.profile.ties > 0 {
        pen.element("<li>", &silos, "</li>\n");
    }
    if !facts.rounds.is_empty() {
        pen.markup("<li>").phrase(words::LIMIT_MEET).markup("</li>\n");
    }
    if !facts.chosen.is_empty() {
        pen.markup("<li>").phrase(words::LIMIT_WORTH).markup("</li>\n");
    }
    pen.markup("<li>").phrase(words::LIMIT_PRIVACY).markup("</li>\n</ul>\n</section>\n");
}
