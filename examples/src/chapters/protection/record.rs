//! The living record: what the group did, day by day, each line linked to the one before it.

use super::super::evaluation::ideas::IDEAS;
use super::cast::Cast;
use super::{shelter, suspend};
use innovation_core::people::Id;
use innovation_core::protect::{Charter, SpaceMode};
use innovation_core::random::{Address, Purpose, Stream};
use innovation_core::space::{
    AdvanceStage, AmendCharter, Audience, Command, Convene, Convened, Erase, Event, Founding,
    Invite, Join, Locus, Open, Propose, Protect, Sign, SpaceStage, State, SuspendNorm, advance,
    decide, redact,
};
use innovation_core::{Error, Result, Text};

/// When protection is looked at: after the second half-day.
pub(super) const LOOK: &str = "2026-10-12T09:00:00Z";

/// When one of the group asks to be erased.
const ERASED: &str = "2026-10-20T09:00:00Z";

/// Sessions: when, how long, whether patients and carers meet among themselves.
const SESSIONS: [(&str, u32, bool); 4] = [
    ("2026-10-01T14:00:00Z", 120, true),
    ("2026-10-06T09:00:00Z", 240, false),
    ("2026-10-08T10:30:00Z", 240, false),
    ("2026-10-29T14:00:00Z", 120, false),
];

/// A journal and the space as it stands.
pub(super) struct Record {
    pub(super) state: State,
    pub(super) journal: Vec<Event>,
    seed: u64,
}

impl Record {
    /// Nothing yet.
    pub(super) fn new(seed: u64) -> Self {
        Self { state: State::before(), journal: Vec::new(), seed }
    }

    /// Does one thing: a line more, or a refusal that leaves everything as it is.
    fn act(&mut self, at: &str, by: &Id, command: Command) -> Result<()> {
        let number = self.journal.len() + 1;
        let id = super::id(&format!("e{number:03}"))?;
        let salt = self.salt(number);
        let event = decide(&self.state, &command, at, by, &id, Some(&salt))?;
        advance(&mut self.state, &event);
        self.journal.push(event);
        Ok(())
    }

    /// A salt for one line. A host draws it from its system's source of randomness, where nobody
    /// can guess it: whoever can guess it can find out whom a token stands for. Here it follows
    /// from the seed, so that the same page can be made again.
    fn salt(&self, line: usize) -> String {
        let at = Address { step: line as u32, ..Address::of(Purpose::Synthetic) };
        let mut stream = Stream::new(self.seed, at);
        (0..4).map(|_| format!("{:08x}", stream.bits())).collect()
    }

    /// Opens the space, invites the group, and everybody comes.
    pub(super) fn gather(&mut self, cast: &Cast) -> Result<()> {
        let founding = Founding {
            space: super::id("territory")?,
            title: Text::both(
                "A creative space for a territory",
                "Un espace créatif pour un territoire",
            ),
            locus: if cast.parties.len() > 1 { Locus::BetweenSeveral } else { Locus::WithinOne },
            organisations: cast.parties.clone(),
            sponsor: Some(cast.sponsor.clone()),
            levels: cast.levels.clone(),
            cadence_days: Some(30),
        };
        let open = Open { founding, opener: cast.facilitator.clone() };
        let by = &cast.facilitator.id;
        self.act("2026-09-07T09:00:00Z", by, Command::Open(Box::new(open)))?;
        let guests = || cast.people.iter().filter(|person| person.id != *by);
        for person in guests() {
            let invite = Command::Invite(Box::new(Invite { person: person.clone() }));
            self.act("2026-09-07T09:30:00Z", by, invite)?;
        }
        guests().try_for_each(|person| {
            self.act("2026-09-10T08:00:00Z", &person.id, Command::Join(Join {}))
        })
    }

    /// Puts the charter in place; each party signs by one of its people.
    pub(super) fn agree(&mut self, cast: &Cast, charter: Charter) -> Result<()> {
        let amend = Command::AmendCharter(Box::new(AmendCharter { charter }));
        self.act("2026-09-14T10:00:00Z", &cast.facilitator.id, amend)?;
        for (minute, (party, signer)) in cast.signers().into_iter().enumerate() {
            let at = format!("2026-09-15T{:02}:{:02}:00Z", 9 + minute / 60, minute % 60);
            self.act(&at, &signer, Command::Sign(Sign { party }))?;
        }
        Ok(())
    }

    /// Names what presses and what answers it, and suspends a norm. Gives what is refused: the
    /// suspension of a safeguard.
    pub(super) fn protect(&mut self, cast: &Cast, locale: &str) -> Result<Option<Error>> {
        let by = &cast.facilitator.id;
        let protect = Protect {
            pressures: shelter::pressures(locale)?,
            measures: shelter::measures(locale, cast)?,
        };
        self.act("2026-09-21T09:00:00Z", by, Command::Protect(Box::new(protect)))?;
        let norm = suspend::suspension(locale, cast)?;
        let suspend = Command::SuspendNorm(Box::new(SuspendNorm { norm }));
        self.act("2026-09-21T09:30:00Z", by, suspend)?;
        let norm = suspend::forbidden(locale, cast)?;
        let suspend = Command::SuspendNorm(Box::new(SuspendNorm { norm }));
        Ok(self.act("2026-09-21T09:40:00Z", by, suspend).err())
    }

    /// Lets the group explore, where the gate is open; gives what keeps it closed.
    pub(super) fn explore(&mut self, cast: &Cast, tables: &[Vec<Id>]) -> Result<Option<Error>> {
        let by = &cast.facilitator.id;
        let advance = Command::AdvanceStage(AdvanceStage { to: SpaceStage::Exploration });
        let closed = self.act("2026-09-22T09:00:00Z", by, advance).err();
        let mut first = true;
        let sessions = SESSIONS.map(|(start, minutes, own)| Convened {
            start: start.to_owned(),
            minutes,
            audience: Some(if own { Audience::LivedExperience } else { Audience::Everyone }),
            cards: Vec::new(),
            groups: if own || !std::mem::take(&mut first) { Vec::new() } else { tables.to_vec() },
        });
        let convene = Convene {
            programme: super::id("autumn")?,
            mode: SpaceMode::Reflective,
            sessions: sessions.into(),
            ritual: true,
        };
        self.act("2026-09-24T09:00:00Z", by, Command::Convene(Box::new(convene)))?;
        for (minute, (proposer, idea)) in cast.proposers().into_iter().zip(IDEAS).enumerate() {
            let propose = Propose { idea: super::id(idea.id)?, title: idea.text(), text: None };
            let at = format!("2026-10-08T14:{minute:02}:00Z");
            self.act(&at, &proposer, Command::Propose(propose))?;
        }
        Ok(closed)
    }

    /// Erases a person at their own wish, in the state and in the journal.
    pub(super) fn erase(&mut self, person: &Id) -> Result<()> {
        let erase = Erase { person: person.clone(), remember: false };
        self.act(ERASED, person, Command::Erase(erase))?;
        redact(&mut self.journal);
        Ok(())
    }
}
