//! A space's journal from the command line: found it, write to it, check it, look at it.

use innovation_core::Text;
use innovation_core::people::{Id, Person};
use innovation_core::space::{
    Command, Decide, Decision, Develop, Erase, Event, Founding, Invite, Join, Locus, Maturity,
    Open, Propose,
};
use std::collections::BTreeMap;
use std::io::{self, BufRead, Write};
use std::process::ExitCode;
use store::{Store, StoreError};

const HELP: &str = "\
store-example COMMAND --db FILE [OPTIONS]

  open  --members N             opens a space with the members m1 to mN
  write --by ID --count N [--from K]
                                does the commands K to N of a member; prints the id, the
                                fingerprint and what it follows of each, once it is on the disk
  check [--head FINGERPRINT]... checks the journal, and that every event is there whose line,
                                as `write` printed it, stands on the standard input
  show                          prints the space as it stands
  erase --by ID --person ID     erases a person
";

type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

fn main() -> ExitCode {
    match run() {
        Ok(code) => code,
        Err(fault) => {
            eprintln!("{fault}");
            ExitCode::FAILURE
        }
    }
}

/// What the command line asks for.
#[derive(Debug, Default)]
struct Options {
    command: String,
    db: Option<String>,
    by: Option<Id>,
    person: Option<Id>,
    heads: Vec<String>,
    members: u32,
    count: u32,
    from: u32,
}

fn options() -> Outcome<Options> {
    use lexopt::prelude::*;
    let mut options = Options { members: 8, count: 10, ..Options::default() };
    let mut parser = lexopt::Parser::from_env();
    while let Some(argument) = parser.next()? {
        match argument {
            Long("db") => options.db = Some(parser.value()?.string()?),
            Long("by") => options.by = Some(id(&parser.value()?.string()?)?),
            Long("person") => options.person = Some(id(&parser.value()?.string()?)?),
            Long("head") => options.heads.push(parser.value()?.string()?),
            Long("members") => options.members = parser.value()?.parse()?,
            Long("count") => options.count = parser.value()?.parse()?,
            Long("from") => options.from = parser.value()?.parse()?,
            Value(command) if options.command.is_empty() => options.command = command.string()?,
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(options)
}

fn run() -> Outcome<ExitCode> {
    let options = options()?;
    if !["open", "write", "check", "show", "erase"].contains(&options.command.as_str()) {
        print!("{HELP}");
        return Ok(ExitCode::FAILURE);
    }
    let mut store = Store::open(options.db.as_deref().ok_or("which --db?")?)?;
    match options.command.as_str() {
        "open" => open(&mut store, options.members)?,
        "write" => write(&mut store, &options)?,
        "erase" => erase(&mut store, &options)?,
        "check" => return check(&mut store, &options.heads),
        _ => println!("{}", serde_json::to_string_pretty(store.state()?)?),
    }
    Ok(ExitCode::SUCCESS)
}

fn id(text: &str) -> Outcome<Id> {
    Ok(Id::new(text).ok_or_else(|| format!("{text:?} cannot be an id"))?)
}

/// Opens a space: the first member opens it and invites the others, who join.
fn open(store: &mut Store, members: u32) -> Outcome<()> {
    let person = |name: &str, role| Person::new(name, role).ok_or("no person");
    let first = id("m1")?;
    let founding = Founding {
        space: id("quiet-nights")?,
        title: Text::both("Quiet nights", "Des nuits calmes"),
        locus: Locus::WithinOne,
        organisations: vec![id("hospital")?],
        sponsor: None,
        levels: Vec::new(),
        cadence_days: None,
    };
    let command = Command::Open(Box::new(Open { founding, opener: person("m1", "facilitator")? }));
    store.command(&command, &first, &id("open")?)?;
    for number in 2..=members {
        let name = format!("m{number}");
        let command = Command::Invite(Box::new(Invite { person: person(&name, "nurse")? }));
        store.command(&command, &first, &id(&format!("invite-{name}"))?)?;
        store.command(&Command::Join(Join {}), &id(&name)?, &id(&format!("join-{name}"))?)?;
    }
    Ok(())
}

/// Does a member's commands, and says so of each that is on the disk. A writer that was cut off
/// starts again at the first whose line nobody saw: what was written already is known by its id.
fn write(store: &mut Store, options: &Options) -> Outcome<()> {
    let by = options.by.as_ref().ok_or("who writes? --by")?;
    let mut out = io::stdout().lock();
    for number in options.from..options.count {
        let name = id(&format!("{by}-{number}"))?;
        let event = match store.command(&command(by, number)?, by, &name) {
            Err(StoreError::Known(_)) => {
                store.event(&name)?.ok_or("an event that is known is not there")?
            }
            other => other?,
        };
        writeln!(out, "{} {} {}", event.id, event.head(), event.previous.join(","))?;
        out.flush()?;
    }
    Ok(())
}

/// An idea of one's own, then a decision on it, then a step.
fn command(by: &Id, number: u32) -> Outcome<Command> {
    let idea = id(&format!("idea-{by}-{}", number / 3))?;
    Ok(match number % 3 {
        0 => Command::Propose(Propose {
            idea,
            title: Text::both("Dim the corridor after ten", "Baisser la lumière après 22\u{a0}h"),
            text: Some(Text::both("In turns, a week each.", "À tour de rôle, une semaine chacun.")),
        }),
        1 => {
            let reason = Some("it costs nothing to try".to_owned());
            Command::Decide(Decide { idea, decision: Decision::Pursue, dissent: false, reason })
        }
        _ => {
            let evidence = vec!["the corridor plan on the board".to_owned()];
            Command::Develop(Develop { idea, maturity: Maturity::Concept, evidence })
        }
    })
}

fn erase(store: &mut Store, options: &Options) -> Outcome<()> {
    let by = options.by.as_ref().ok_or("who asks? --by")?;
    let person = options.person.clone().ok_or("whom? --person")?;
    let name = id(&format!("erase-{}", store.state()?.events))?;
    let erasure = store.erase(&Erase { person, remember: false }, by, &name)?;
    let swept =
        if erasure.swept { "the file is swept" } else { "the next opening sweeps the file" };
    println!("{} lines redacted; {swept}", erasure.redacted);
    Ok(())
}

/// Checks the journal, and looks for what was acknowledged.
fn check(store: &mut Store, kept: &[String]) -> Outcome<ExitCode> {
    let found = store.verify(kept)?;
    let events = store.journal()?;
    let there: BTreeMap<&str, &Event> =
        events.iter().map(|event| (event.id.as_str(), event)).collect();
    let (mut acknowledged, mut lost) = (0_u32, 0_u32);
    for line in io::stdin().lock().lines() {
        let line = line?;
        let mut words = line.split(' ');
        let Some(name) = words.next().filter(|name| !name.is_empty()) else { continue };
        acknowledged = acknowledged.saturating_add(1);
        let head = words.next();
        let same = |event: &&Event| head.is_none_or(|head| head == event.head());
        let held = there.get(name).is_some_and(same);
        if !held {
            lost = lost.saturating_add(1);
            println!("lost: {line}");
        }
    }
    if let Some(link) = &found.broken {
        println!("{} {}: {}", link.path, link.code, link.message);
    }
    println!(
        "{} events, {}, {}; {acknowledged} acknowledged, {lost} lost",
        found.events,
        if found.intact { "intact" } else { "broken" },
        if found.complete { "complete" } else { "no head to tell whether complete" },
    );
    Ok(if found.intact && lost == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
