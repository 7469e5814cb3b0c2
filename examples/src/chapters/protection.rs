//! Under which protection they work, and what the record keeps: charter, pressures and measures,
//! hidden rank and small numbers, and a journal from which a person can be erased.

mod cast;
mod page;
mod pulse;
mod record;
mod shelter;
mod suspend;
mod words;

use super::Story;
use crate::words::explain;
use cast::Cast;
use innovation_core::people::{Id, Person};
use innovation_core::protect::{
    Charter, CharterRequest, CharterTemplate, CoverGapKind, CoverRequest, Coverage, Disclosure,
    MeasureState, PresentRequest, Presented, SpaceMode, charter, cover, present,
};
use innovation_core::space::{
    DiagnoseRequest, Diagnosis, Gravity, State, Verification, VerifyRequest, diagnose, verify,
};
use innovation_core::{Code, Error, Result, Text};
use record::{LOOK, Record};
use std::collections::BTreeMap;

/// Name of the page.
const PAGE: &str = "protection.html";

/// All that was agreed, found and kept.
struct Told {
    cast: Cast,
    /// The space when protection was looked at, before anybody was erased.
    state: State,
    coverage: Coverage,
    diagnosis: Diagnosis,
    /// Why a safeguard was not suspended.
    refused: Option<Error>,
    /// What kept the space from its next stage.
    closed: Option<Error>,
    /// Who sits with whom in the first round.
    tables: Vec<Vec<Id>>,
    /// The group without rank, and without whoever was erased.
    shown: Presented,
    pulse: Disclosure,
    record: Record,
    /// The token of whoever was erased.
    erased: Option<Id>,
    /// The journal after the erasure, against the head that was kept.
    kept: Verification,
    /// The same after one signature was changed.
    changed: Verification,
}

impl Told {
    /// What pressures and measures are called.
    fn names(&self) -> impl Iterator<Item = (Id, Text)> {
        let pressures =
            self.state.pressures.iter().map(|held| (held.id.clone(), held.source.clone()));
        let measures = self.state.measures.iter();
        pressures.chain(measures.filter_map(|held| Some((held.id.clone(), held.title.clone()?))))
    }
}

/// Protects the space, tells how in a few lines and writes its page.
pub(crate) fn tell(story: &mut Story) -> Result<()> {
    if story.selection.is_none() {
        return Ok(());
    }
    story.heading("Protected, and on record", "Un espace protégé, et son journal");
    let told = match find_out(story) {
        Ok(Some(told)) => told,
        Ok(None) => {
            story.line(story.say(
                "left out: the list names no organisation that could sign a charter",
                "laissé de côté : la liste ne nomme aucune organisation qui signerait une charte",
            ));
            return Ok(());
        }
        // A group that the record does not admit ends the chapter, not the job.
        Err(error) => {
            for line in explain(&error).lines() {
                story.line(line.trim());
            }
            return Ok(());
        }
    };
    lines(story, &told);
    let page = page::write(story, &told)?;
    // The report knows those on the list; who holds the space may come from outside.
    let listed = |person: &&Person| story.input.people.iter().any(|one| one.id == person.id);
    let listed: Vec<Person> = told.cast.people.iter().filter(listed).cloned().collect();
    story.keep("coverage", coverage(&told.state, &listed)?)?;
    story.keep("findings", &told.diagnosis)?;
    story.names.extend(told.names());
    story.write(PAGE, &page)
}

/// Lives the autumn of the space: agree, protect, meet, look, erase, verify.
fn find_out(story: &Story) -> Result<Option<Told>> {
    let Some(cast) = Cast::read(story)? else { return Ok(None) };
    let locale = &story.options.locale;
    let rounds = story.rotation.iter().flat_map(|rotation| &rotation.rounds);
    let tables = rounds.take(1).flat_map(|round| round.tables.clone()).collect::<Vec<_>>();
    let mut record = Record::new(story.options.seed.into());
    record.gather(&cast)?;
    record.agree(&cast, draft(story, &cast)?)?;
    let refused = record.protect(&cast, locale)?;
    let closed = record.explore(&cast, &tables)?;
    let state = record.state.clone();
    let coverage = coverage(&state, &cast.people)?;
    let diagnosis = diagnose(&DiagnoseRequest {
        state: Box::new(state.clone()),
        at: LOOK.to_owned(),
        locale: Some(locale.clone()),
        notice_days: None,
        minimum_group: None,
    })?;
    let leaver = cast.leaver().map(|person| person.id.clone());
    let erased = leaver.as_ref().and_then(|person| state.token_of(person)).cloned();
    leaver.map_or(Ok(()), |person| record.erase(&person))?;
    let people: Vec<Person> = record.state.people().cloned().collect();
    let [kept, changed] = verified(&record)?;
    Ok(Some(Told {
        shown: present(&PresentRequest { people })?,
        pulse: pulse::ask(story)?,
        cast,
        state,
        coverage,
        diagnosis,
        refused,
        closed,
        tables,
        record,
        erased,
        kept,
        changed,
    }))
}

/// A charter to begin with, between the organisations of the group.
fn draft(story: &Story, cast: &Cast) -> Result<Charter> {
    let several = cast.parties.len() > 1;
    charter(&CharterRequest {
        template: if several {
            CharterTemplate::BetweenSeveral
        } else {
            CharterTemplate::WithinOne
        },
        parties: cast.parties.clone(),
        names: BTreeMap::new(),
        bearer: cast.sponsor.clone(),
        bears: Some(Text::both(
            "three trials, each of a month at most",
            "trois essais, d’un mois au plus chacun",
        )),
        review_by: "2027-09-14T00:00:00Z".to_owned(),
        contact: None,
        owner: None,
        tensions: None,
        locale: Some(story.options.locale.clone()),
    })
}

fn coverage(state: &State, people: &[Person]) -> Result<Coverage> {
    cover(&CoverRequest {
        pressures: state.pressures.clone(),
        measures: state.measures.clone(),
        charter: state.charter.clone(),
        people: people.to_vec(),
        modes: vec![SpaceMode::Reflective],
        at: LOOK.to_owned(),
        soon_days: 30,
    })
}

/// The journal against its head, as it is and after a change.
fn verified(record: &Record) -> Result<[Verification; 2]> {
    let head = record.state.heads.clone();
    let mut events = record.journal.clone();
    let kept = verify(&VerifyRequest { events: events.clone(), head: head.clone() })?;
    if let Some(signature) = events.iter_mut().find(|event| event.kind == "sign") {
        signature.data.insert("party".to_owned(), "somebody else".into());
    }
    Ok([kept, verify(&VerifyRequest { events, head })?])
}

/// An id that this chapter gives.
fn id(text: &str) -> Result<Id> {
    Id::new(text).ok_or_else(|| Error::new(Code::ContractInternal, format!("{text:?} makes no id")))
}

/// What must not be missed where the people are real.
fn made_up(story: &Story) -> &str {
    story.say(
        "An example: nobody on the list has agreed to, said or signed any of this.",
        "Un exemple\u{a0}: personne de la liste n’a convenu, dit ni signé quoi que ce soit ici.",
    )
}

/// What the gate to the next stage asks for and does not find.
fn missing(told: &Told, locale: &str) -> Vec<String> {
    let asked = told.diagnosis.gate.iter().flat_map(|gate| &gate.requirements);
    let missing = asked.filter(|requirement| !requirement.met);
    missing.map(|requirement| requirement.text.for_locale(locale).to_owned()).collect()
}

/// What was agreed and found, in the terminal.
fn lines(story: &Story, told: &Told) {
    let locale = story.options.locale.as_str();
    if !story.input.synthetic {
        story.line(made_up(story));
    }
    let colon = story.say(":", "\u{a0}:");
    let tell = |english: &str, french: &str, text: &str| {
        story.line(&format!("{}{colon} {text}", story.say(english, french)));
    };
    if let Some(charter) = &told.coverage.charter {
        let all = told.cast.parties.len();
        let text = story.phrase(
            "_ of # parties have signed; review by @",
            "_ parties sur # ont signé ; à relire avant le @",
        );
        let text = text.replace('_', &charter.signatories.signed.len().to_string());
        let text = text.replace('#', &all.to_string());
        let review = words::day(locale, charter.review_by.as_deref().unwrap_or_default());
        tell("charter", "charte", &text.replace('@', &review));
        for suspended in &charter.suspensions {
            let norm = suspended.norm.for_locale(locale);
            let until = words::day(locale, &suspended.until);
            tell(
                "suspended",
                "suspendu",
                &format!("{norm} ({} {until})", story.say("until", "jusqu’au")),
            );
        }
    }
    if let Some(error) = &told.refused {
        // The library's refusals are in English in every language.
        let text = story.phrase("_", "aucune charte ne suspend une garantie («\u{a0}_\u{a0}»)");
        tell("refused", "refusé", &text.replace('_', error.message()));
    }
    if told.closed.is_some() {
        tell("not yet", "pas encore", &words::listed(locale, &missing(told, locale)));
    }
    for gap in told.coverage.gaps.iter().filter(|gap| gap.kind == CoverGapKind::Pressure) {
        let pressure =
            told.state.pressures.iter().find(|one| Some(&one.id) == gap.pressure.as_ref());
        let pressure = pressure.map_or("", |pressure| pressure.source.for_locale(locale));
        tell("exposed, and nothing answers it", "exposé, et rien n’y répond", pressure);
    }
    let states = || told.coverage.measures.iter().map(|measure| measure.state);
    let count = |wanted| states().filter(|state| *state == wanted).count().to_string();
    let text =
        story.phrase("_ hold, # ended, @ unsigned", "_ tiennent, # échue(s), @ non signée(s)");
    let text = text.replace('_', &count(MeasureState::Active));
    let text = text.replace('#', &count(MeasureState::Lapsed));
    tell("measures", "mesures", &text.replace('@', &count(MeasureState::Unsigned)));
    let count = |wanted| {
        let findings = told.diagnosis.findings.iter();
        findings.filter(|finding| finding.severity == wanted).count().to_string()
    };
    let text = story.phrase(
        "_ critical, # to mend, @ to consider",
        "_ critique(s), # à corriger, @ à considérer",
    );
    let text = text.replace('_', &count(Gravity::Critical)).replace('#', &count(Gravity::Warning));
    tell("findings", "constats", &text.replace('@', &count(Gravity::Hint)));
    let text = story.phrase("_ counts hidden under #", "_ effectifs masqués selon #");
    let text = text.replace('_', &told.pulse.hidden.len().to_string());
    tell("answers", "réponses", &text.replace('#', pulse::POLICY));
    let whole = story.say("the chain holds", "la chaîne tient");
    let broken = story.say("the chain is broken", "la chaîne est rompue");
    let text = story.phrase("_ lines, one person erased, #", "_ lignes, une personne effacée, #");
    let text = text.replace('_', &told.kept.events.to_string());
    tell("record", "journal", &text.replace('#', if told.kept.intact { whole } else { broken }));
}
