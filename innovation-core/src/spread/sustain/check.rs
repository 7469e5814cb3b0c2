//! What is meant to last, checked once.

use super::document::{AnchorHandover, AnchorMeasure, AnchorTraining, Anchoring, SustainRequest};
use crate::error::{Code, Error, Result};
use crate::instant::Instant;
use crate::people::Id;
use crate::protect::at_most;
use crate::text::Text;
use std::collections::BTreeSet;

/// Most scores, audiences, measures, clauses and signatures.
const MOST: [usize; 5] = [10, 100, 200, 200, 100];
/// The longest time ahead, and between two rounds, in months.
const LONGEST: u32 = 600;
/// The largest count of people.
const LARGEST: u64 = 1_000_000_000;
/// The longest name of a line, a document or a role, in characters.
const LONGEST_NAME: usize = 200;
const PATH: &str = "/anchoring";

/// A request that holds together, its dates read.
pub(super) struct Case<'a> {
    pub request: &'a SustainRequest,
    pub at: Instant,
    pub exit: Instant,
    /// From here on it must hold: the exit, or now where that is past.
    pub from: Instant,
    /// Until here at least.
    pub horizon: Instant,
    /// Until when the owner is the owner, and from when.
    pub owner: Span,
    pub budget: Span,
    /// When each training was last given.
    pub trained: Vec<Option<Instant>>,
    /// When each measure was last collected.
    pub collected: Vec<Option<Instant>>,
    /// Since when the policy is in force, and when it must be looked at again.
    pub policy: Span,
}

/// A beginning and an end, both may be open.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Span {
    pub from: Option<Instant>,
    pub until: Option<Instant>,
}

impl<'a> Case<'a> {
    /// Checks a request.
    pub(super) fn read(request: &'a SustainRequest) -> Result<Self> {
        let when = |text: &str, path: &str| {
            Instant::parse(text).ok_or_else(|| no_time(Code::ContractInvalidValue, text).at(path))
        };
        let at = when(&request.at, "/at")?;
        let exit = request.exit_at.as_deref().map(|text| when(text, "/exitAt"));
        let exit = exit.transpose()?.unwrap_or(at);
        months(request)?;
        let anchoring = &request.anchoring;
        let from = exit.max(at);
        let mut case = Self {
            request,
            at,
            exit,
            from,
            horizon: from.plus_months(request.horizon_months),
            owner: Span::default(),
            budget: Span::default(),
            trained: Vec::new(),
            collected: Vec::new(),
            policy: Span::default(),
        };
        case.single(anchoring)?;
        case.trained = trained(&anchoring.training, at)?;
        case.collected = collected(&anchoring.measures, at)?;
        if let Some(pact) = &anchoring.handover {
            handover(pact, at)?;
        }
        Ok(case)
    }

    /// Owner, budget and policy.
    fn single(&mut self, anchoring: &Anchoring) -> Result<()> {
        if let Some(owner) = &anchoring.owner {
            let path = format!("{PATH}/owner");
            match (&owner.id, &owner.role) {
                (None, None) => {
                    return Err(invalid("the owner is nobody")
                        .at(path)
                        .hint("give an id or a role"));
                }
                (_, Some(role)) => named(role, &format!("{path}/role"))?,
                (Some(_), None) => {}
            }
            self.owner = span(&owner.from, &owner.until, &path, ["from", "until"])?;
        }
        if let Some(budget) = &anchoring.budget {
            let path = format!("{PATH}/budget");
            named(&budget.line, &format!("{path}/line"))?;
            if budget.amount.is_some_and(|amount| !(amount > 0.0 && amount <= 1e15)) {
                return Err(invalid("an amount lies above 0, and not above 10¹⁵")
                    .at(format!("{path}/amount")));
            }
            self.budget = span(&budget.from, &budget.until, &path, ["from", "until"])?;
        }
        if let Some(policy) = &anchoring.policy {
            let path = format!("{PATH}/policy");
            named(&policy.document, &format!("{path}/document"))?;
            self.policy = span(&policy.since, &policy.review_by, &path, ["since", "reviewBy"])?;
        }
        Ok(())
    }
}

fn months(request: &SustainRequest) -> Result<()> {
    at_most(request.scores.len(), MOST[0], "scores", "/scores")?;
    at_most(request.check_months.len(), 20, "months", "/checkMonths")?;
    if request.horizon_months > LONGEST {
        let message = format!("{} months lie beyond {LONGEST}", request.horizon_months);
        return Err(Error::new(Code::ContractInvalidValue, message).at("/horizonMonths"));
    }
    let mut before = 0;
    for (at, &month) in request.check_months.iter().enumerate() {
        if month <= before || month > LONGEST {
            let message = format!("{month} does not lie above {before} and up to {LONGEST}");
            return Err(Error::new(Code::ContractInvalidValue, message)
                .at(format!("/checkMonths/{at}"))
                .hint("months rise"));
        }
        before = month;
    }
    Ok(())
}

fn trained(all: &[AnchorTraining], now: Instant) -> Result<Vec<Option<Instant>>> {
    at_most(all.len(), MOST[1], "audiences", &format!("{PATH}/training"))?;
    let read = |(at, one): (usize, &AnchorTraining)| {
        let path = format!("{PATH}/training/{at}");
        if !(1..=LARGEST).contains(&one.needed) {
            return Err(invalid("nobody, or too many, must be trained")
                .at(format!("{path}/needed"))
                .hint("leave an audience out where nobody in it must be"));
        }
        if one.trained > one.needed {
            let message = format!("{} of {} are trained", one.trained, one.needed);
            return Err(invalid(&message)
                .at(format!("{path}/trained"))
                .hint("count those who must be, and among them those who are"));
        }
        rounds(one.renewed_every_months, &format!("{path}/renewedEveryMonths"))?;
        past(&one.last, now, &format!("{path}/last"))
    };
    all.iter().enumerate().map(read).collect()
}

fn collected(all: &[AnchorMeasure], now: Instant) -> Result<Vec<Option<Instant>>> {
    at_most(all.len(), MOST[2], "measures", &format!("{PATH}/measures"))?;
    let mut ids = BTreeSet::new();
    let mut dates = Vec::with_capacity(all.len());
    for (at, one) in all.iter().enumerate() {
        let path = format!("{PATH}/measures/{at}");
        if !ids.insert(&one.id) {
            return Err(twice("measures", &one.id).at(format!("{path}/id")));
        }
        rounds(Some(one.every_months), &format!("{path}/everyMonths"))?;
        dates.push(past(&one.last, now, &format!("{path}/last"))?);
    }
    Ok(dates)
}

/// The two are two, and only they sign, and not in the future.
fn handover(pact: &AnchorHandover, now: Instant) -> Result<()> {
    let path = format!("{PATH}/handover");
    let [.., clauses, signatures] = MOST;
    at_most(pact.clauses.len(), clauses, "clauses", &format!("{path}/clauses"))?;
    at_most(pact.signatures.len(), signatures, "signatures", &format!("{path}/signatures"))?;
    if pact.from == pact.to {
        return Err(invalid("whoever hands over takes over")
            .at(format!("{path}/to"))
            .hint("leave the pact out where nothing changes hands"));
    }
    if pact.version == 0 {
        return Err(invalid("versions begin with 1").at(format!("{path}/version")));
    }
    if let Some(text) = &pact.at {
        moment(text, &format!("{path}/at"))?;
    }
    let mut ids = BTreeSet::new();
    for (at, clause) in pact.clauses.iter().enumerate() {
        if !ids.insert(&clause.id) {
            return Err(twice("clauses", &clause.id).at(format!("{path}/clauses/{at}/id")));
        }
    }
    for (at, signature) in pact.signatures.iter().enumerate() {
        let path = format!("{path}/signatures/{at}");
        if ![&pact.from, &pact.to].contains(&&signature.party) {
            let party = signature.party.as_str();
            return Err(invalid(&format!("{party:?} neither hands over nor takes over"))
                .at(format!("{path}/party")));
        }
        if signature.version == 0 || signature.version > pact.version {
            let message = format!("there is no version {} of the pact", signature.version);
            return Err(invalid(&message).at(format!("{path}/version")));
        }
        past(&Some(signature.at.clone()), now, &format!("{path}/at"))?;
    }
    Ok(())
}

/// A beginning, and an end behind it.
fn span(
    from: &Option<String>,
    until: &Option<String>,
    path: &str,
    [begins, ends]: [&str; 2],
) -> Result<Span> {
    let read = |text: &Option<String>, field: &str| {
        text.as_deref().map(|text| moment(text, &format!("{path}/{field}"))).transpose()
    };
    let span = Span { from: read(from, begins)?, until: read(until, ends)? };
    match (span.from, span.until) {
        (Some(from), Some(until)) if until <= from => {
            Err(invalid("the end does not lie after the beginning").at(format!("{path}/{ends}")))
        }
        _ => Ok(span),
    }
}

/// A moment that has been.
fn past(text: &Option<String>, now: Instant, path: &str) -> Result<Option<Instant>> {
    let Some(text) = text else { return Ok(None) };
    let moment = moment(text, path)?;
    if moment > now {
        return Err(invalid(&format!("{text} lies after the moment asked about")).at(path));
    }
    Ok(Some(moment))
}

fn moment(text: &str, path: &str) -> Result<Instant> {
    Instant::parse(text).ok_or_else(|| no_time(Code::SpreadInvalidAnchoring, text).at(path))
}

fn rounds(months: Option<u32>, path: &str) -> Result<()> {
    if months.is_some_and(|months| !(1..=LONGEST).contains(&months)) {
        let message = format!("a round takes 1 to {LONGEST} months");
        return Err(invalid(&message).at(path));
    }
    Ok(())
}

fn named(name: &str, path: &str) -> Result<()> {
    if name.trim().is_empty() || name.chars().take(LONGEST_NAME + 1).count() > LONGEST_NAME {
        let message = format!("a name has 1 to {LONGEST_NAME} characters");
        return Err(invalid(&message).at(path));
    }
    Ok(())
}

fn twice(what: &str, id: &Id) -> Error {
    invalid(&format!("two {what} have the id {:?}", id.as_str()))
}

fn invalid(message: &str) -> Error {
    Error::new(Code::SpreadInvalidAnchoring, message)
}

fn no_time(code: Code, text: &str) -> Error {
    Error::new(code, format!("{text:?} is not a time of RFC 3339"))
        .hint("write 2026-11-23T09:00:00Z, or a day alone")
}

/// A text in quotation marks, in both languages.
pub(super) fn quoted(text: &Text) -> [String; 2] {
    let (english, french) = (text.for_locale("en"), text.for_locale("fr"));
    [format!("“{english}”"), format!("«\u{a0}{french}\u{a0}»")]
}
