//! The first session again, after its opening overran.

use super::page::start_of_line;
use super::words::Words;
use super::{LATE, Late, Told, proof};
use crate::page::{Page, Parts};
use crate::words::explain;
use innovation_core::equip::Item;

/// The first session as it was planned and as it runs now.
pub(super) fn write(page: &mut Page, told: &Told, words: &Words, numbers: &[Option<usize>]) {
    page.heading(words.say("Twenty minutes late", "Vingt minutes de retard"));
    let Late { goal, plan } = &told.late;
    let goal: Vec<String> = goal.iter().map(|name| words.outcome(name).to_owned()).collect();
    let text = words.say(
        "The opening took _ minutes more than planned. It has taken place, so it stays; the rest of the first half-day is planned anew. The session ends on time, the other sessions stand, and it must still bring #.",
        "L’ouverture a pris _ minutes de plus que prévu. Elle a eu lieu, elle reste donc\u{202f}; la suite de la première demi-journée est replanifiée. La séance finit à l’heure, les autres ne bougent pas, et elle doit encore apporter #.",
    );
    page.paragraph(&text.replace('_', &LATE.to_string()).replace('#', &words.listed(&goal)));
    let plan = match plan {
        Ok(plan) => plan,
        Err(error) => {
            page.paragraph(&explain(error));
            return;
        }
    };
    let before: Vec<(&Item, Option<usize>)> = told
        .plan
        .items
        .iter()
        .zip(numbers.iter().copied())
        .filter(|(item, _)| item.session == 0)
        .collect();
    let mut next = numbers.iter().flatten().count() + 1..;
    let mut known = before.clone();
    let mut after = Vec::new();
    for item in &plan.items {
        let same = known.iter().position(|(old, _)| old.card.is_some() && old.card == item.card);
        // A break that comes twice meets its two earlier places one after the other.
        let old = same.map(|at| known.remove(at));
        let number = match (&old, &item.card) {
            (Some((_, number)), _) => *number,
            (None, Some(_)) => next.next(),
            (None, None) => None,
        };
        after.push((item, number, old.map(|(old, _)| old)));
    }
    let columns = [
        words.say("#No.", "#N°"),
        words.say("Time", "Heure"),
        "#Minutes",
        words.say("Card", "Carte"),
        words.say("Change", "Changement"),
    ];
    page.table(
        words.say("The first half-day from here", "La première demi-journée, désormais"),
        &columns,
    );
    page.markup("<tbody>\n");
    for (item, number, old) in &after {
        start_of_line(page, words, item, *number);
        page.element("<td>", &change(words, item, *old), "</td></tr>\n");
    }
    page.markup("</tbody>\n").end_table();
    let gone: Vec<String> = known
        .iter()
        .filter(|(item, _)| item.card.is_some())
        .map(|(item, _)| item.title.for_locale(&words.locale).to_owned())
        .collect();
    let text = if gone.is_empty() {
        words
            .say(
                "Every card of the first half-day is still in",
                "Chaque carte de la demi-journée y est encore",
            )
            .to_owned()
    } else {
        format!("{} {}", words.say("No longer in:", "N’y sont plus\u{a0}:"), words.listed(&gone))
    };
    page.paragraph(&format!("{text}. {}.", capital(&proof(words, plan))));
}

/// What became of an item.
fn change(words: &Words, item: &Item, old: Option<&Item>) -> String {
    let Some(old) = old else {
        return if item.card.is_some() {
            words.say("new", "nouvelle").to_owned()
        } else {
            words.say("stands", "ne bouge pas").to_owned()
        };
    };
    let signed = |now: u32, then: u32, more: &str, less: &str| match now.cmp(&then) {
        std::cmp::Ordering::Equal => None,
        std::cmp::Ordering::Greater => Some(format!("{}\u{a0}min {more}", now - then)),
        std::cmp::Ordering::Less => Some(format!("{}\u{a0}min {less}", then - now)),
    };
    let later = signed(
        item.start,
        old.start,
        words.say("later", "plus tard"),
        words.say("earlier", "plus tôt"),
    );
    let longer = signed(
        item.minutes,
        old.minutes,
        words.say("longer", "de plus"),
        words.say("shorter", "de moins"),
    );
    let changes: Vec<String> = later.into_iter().chain(longer).collect();
    if changes.is_empty() {
        words.say("as planned", "comme prévu").to_owned()
    } else {
        changes.join(", ")
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
