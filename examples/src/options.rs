//! What the user asks for on the command line.

use lexopt::{Arg, Parser, ValueExt};
use std::path::PathBuf;

/// The help text.
pub(crate) const HELP: &str = "\
Opens a creative space for a territory: profiles people and their ties, selects a varied
group, seats it for four rounds, plans a programme for it, protects it, evaluates its
ideas, follows one of them, and asks whether a space would help at all. Writes a page for
each of these, a calendar, FHIR resources, a REDCap dictionary, tables and a graph.

  creative-space [options]

  --people FILE     people as a table (id, role, organisation, unit, reportsTo ...)
  --ties FILE       ties as a table (a, b, weight)
  --contacts FILE   instead of both: observed contacts, a row each (t i j [Si Sj])
  --size N          how many people to select (default 20)
  --seed N          seed of every search (default 1)
  --locale TAG      en or fr (default en)
  --out DIR         where the pages are written (default: here)
  --help            this text

Without files it uses a synthetic territory of 180 people; nobody in it exists.
";

/// The options.
pub(crate) struct Options {
    pub(crate) people: Option<PathBuf>,
    pub(crate) ties: Option<PathBuf>,
    pub(crate) contacts: Option<PathBuf>,
    pub(crate) size: u32,
    pub(crate) seed: u32,
    pub(crate) locale: String,
    pub(crate) out: PathBuf,
}

/// Reads the command line; `None` where help was asked for.
pub(crate) fn read() -> Result<Option<Options>, lexopt::Error> {
    let mut options = Options {
        people: None,
        ties: None,
        contacts: None,
        size: 20,
        seed: 1,
        locale: "en".to_owned(),
        out: PathBuf::from("."),
    };
    let mut parser = Parser::from_env();
    while let Some(arg) = parser.next()? {
        match arg {
            Arg::Long("people") => options.people = Some(parser.value()?.into()),
            Arg::Long("ties") => options.ties = Some(parser.value()?.into()),
            Arg::Long("contacts") => options.contacts = Some(parser.value()?.into()),
            Arg::Long("size") => options.size = parser.value()?.parse()?,
            Arg::Long("seed") => options.seed = parser.value()?.parse()?,
            Arg::Long("locale") => options.locale = parser.value()?.parse()?,
            Arg::Long("out") => options.out = parser.value()?.into(),
            Arg::Long("help") | Arg::Short('h') => return Ok(None),
            other => return Err(other.unexpected()),
        }
    }
    if options.contacts.is_some() && (options.people.is_some() || options.ties.is_some()) {
        return Err("give --contacts, or --people with --ties, not both".into());
    }
    if options.ties.is_some() && options.people.is_none() {
        return Err("--ties needs --people".into());
    }
    Ok(Some(options))
}
