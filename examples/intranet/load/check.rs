//! The journal before and after.

use crate::{Outcome, Seen};
use innovation_core::Text;
use innovation_core::people::{Id, Person};
use innovation_core::space::{Command, Event, Founding, Invite, Join, Locus, Open};
use std::collections::BTreeMap;
use std::path::Path;
use store::{Asked, Store};

/// Opens a space in which all of them are members; gives the position of its last event.
pub(crate) fn opened(journal: &Path, members: &[String]) -> Outcome<i64> {
    let id = |text: &str| Id::new(text).ok_or_else(|| format!("{text:?} cannot be an id"));
    let person = |name: &str, role| Person::new(name, role).ok_or("no person");
    let first = members.first().ok_or("nobody works")?;
    let founding = Founding {
        space: id("quiet-nights")?,
        title: Text::both("Quiet nights", "Des nuits calmes"),
        locus: Locus::WithinOne,
        organisations: vec![id("hospital")?],
        sponsor: None,
        levels: Vec::new(),
        cadence_days: None,
    };
    let open = Command::Open(Box::new(Open { founding, opener: person(first, "facilitator")? }));
    let mut asked = vec![Asked { command: open, by: id(first)?, id: id("open")? }];
    for name in members.iter().skip(1) {
        let person = person(name, "nurse")?;
        let invite = Command::Invite(Box::new(Invite { person }));
        let (invited, joined) = (id(&format!("invite-{name}"))?, id(&format!("join-{name}"))?);
        asked.push(Asked { command: invite, by: id(first)?, id: invited });
        asked.push(Asked { command: Command::Join(Join {}), by: id(name)?, id: joined });
    }
    let mut last = 0;
    for done in Store::open(journal)?.commands(&asked)? {
        last = done?.position;
    }
    Ok(last)
}

/// What is wrong with the journal after the run: a link, an event that was acknowledged and is
/// not there or not as it was told, one that nobody was told of or that is there twice.
pub(crate) fn journal(journal: &Path, before: i64, seen: &Seen) -> Outcome<Option<String>> {
    let mut store = Store::open(journal)?;
    let found = store.verify(&[])?;
    let events = store.journal()?;
    let mut by_id: BTreeMap<&str, &Event> = BTreeMap::new();
    let twice = events.iter().filter(|event| by_id.insert(event.id.as_str(), event).is_some());
    let twice = twice.count();
    let lost = seen.acknowledged.iter().filter(|(id, line)| {
        let told: Option<Event> = serde_json::from_str(line).ok();
        told.is_none() || by_id.get(id.as_str()).copied() != told.as_ref()
    });
    let lost = lost.count();
    let expected = before.saturating_add(i64::try_from(seen.acknowledged.len())?);
    let said = format!(
        "{} events of {expected}, {}; {} acknowledged, {lost} lost, {twice} twice",
        events.len(),
        if found.intact { "intact" } else { "broken" },
        seen.acknowledged.len()
    );
    println!("journal: {said}");
    let whole = found.intact && lost == 0 && twice == 0;
    Ok((!whole || i64::try_from(events.len()) != Ok(expected)).then_some(said))
}
