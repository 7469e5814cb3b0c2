//! Sites and adaptations, checked once.

use super::adaptation::Adaptation;
use super::document::{InnovationPart, RegisterRequest, Site, SiteCheck};
use super::people::{LARGEST, counts, groups, short};
use super::stage::UseStage;
use super::track::{Step, Track};
use crate::error::{Code, Error, Result};
use crate::instant::Instant;
use crate::people::Id;
use std::collections::{BTreeMap, BTreeSet};

/// Most sites, adaptations, and elements of each kind.
const MOST: [usize; 3] = [10_000, 20_000, 200];
/// Most stages, checks, groups and attributes of a site, and elements and choices of an
/// adaptation.
const MOST_EACH: [usize; 5] = [50, 100, 100, 50, 50];
/// The earliest that anything may have happened, in months before the moment asked about: what
/// lies earlier is a slip of the pen, and would make a curve of empty months.
const EARLIEST: u32 = 600;

/// A request that holds together.
pub(super) struct Case<'a> {
    pub request: &'a RegisterRequest,
    pub at: Instant,
    pub tracks: Vec<Track<'a>>,
    /// For each adaptation the place of its site.
    pub adapted: Vec<usize>,
    /// The core elements.
    pub core: BTreeMap<&'a Id, &'a InnovationPart>,
}

impl<'a> Case<'a> {
    /// Checks a request.
    pub(super) fn read(request: &'a RegisterRequest) -> Result<Self> {
        let at = Instant::parse(&request.at)
            .ok_or_else(|| no_time(Code::ContractInvalidValue, &request.at).at("/at"))?;
        plan(request)?;
        elements(request)?;
        at_most(request.sites.len(), MOST[0], "sites", "/sites")?;
        unique(request.sites.iter().map(|site| &site.id), Code::SpreadInvalidSite, "sites", "/id")?;
        let reader = Reader { now: at };
        let mut tracks = Vec::with_capacity(request.sites.len());
        for (place, site) in request.sites.iter().enumerate() {
            tracks.push(reader.site(site, &format!("/sites/{place}"))?);
        }
        groups(&request.sites)?;
        let adapted = adaptations(request, &reader)?;
        let core = request.innovation.core.iter().map(|part| (&part.id, part)).collect();
        Ok(Self { request, at, tracks, adapted, core })
    }
}

/// When sites are looked at, and how many were asked.
fn plan(request: &RegisterRequest) -> Result<()> {
    let months = &request.check_months;
    at_most(months.len(), 20, "months", "/checkMonths")?;
    for (at, &month) in months.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| months.get(at)).copied().unwrap_or(0);
        if month <= before || month > EARLIEST {
            let message = format!("{month} does not lie above {before} and up to {EARLIEST}");
            return Err(Error::new(Code::ContractInvalidValue, message)
                .at(format!("/checkMonths/{at}"))
                .hint("months rise"));
        }
    }
    if request.window_days > 365 {
        let message = format!("{} days are more than a year", request.window_days);
        return Err(Error::new(Code::ContractInvalidValue, message).at("/windowDays"));
    }
    let sites = request.sites.len() as u64;
    match request.asked {
        Some(asked) if asked < sites || asked > LARGEST => {
            Err(invalid(format!("{asked} settings were approached, and {sites} are registered"))
                .at("/asked")
                .hint(
                    "count every registered site as approached, and those that never answered too",
                ))
        }
        _ => Ok(()),
    }
}

/// An element is core or adaptable, and is named once.
fn elements(request: &RegisterRequest) -> Result<()> {
    let mut seen: BTreeMap<&Id, &str> = BTreeMap::new();
    let innovation = &request.innovation;
    for (kind, parts) in [("core", &innovation.core), ("adaptable", &innovation.adaptable)] {
        at_most(parts.len(), MOST[2], "elements", &format!("/innovation/{kind}"))?;
        for (at, part) in parts.iter().enumerate() {
            let Some(before) = seen.insert(&part.id, kind) else { continue };
            let message = if before == kind {
                format!("two {kind} elements have the id {:?}", part.id.as_str())
            } else {
                format!("the element {:?} is both core and adaptable", part.id.as_str())
            };
            return Err(Error::new(Code::SpreadInvalidAdaptation, message)
                .at(format!("/innovation/{kind}/{at}/id"))
                .hint("core is what must not be lost, adaptable what each site may change"));
        }
    }
    Ok(())
}

/// Reads what has a date.
struct Reader {
    now: Instant,
}

impl Reader {
    /// A moment that has been.
    fn moment(&self, text: &str, code: Code, path: &str) -> Result<Instant> {
        let moment = Instant::parse(text).ok_or_else(|| no_time(code, text).at(path))?;
        if moment > self.now {
            return Err(Error::new(code, format!("{text} lies after the moment asked about"))
                .at(path)
                .hint("a register holds what has happened; plans stand elsewhere"));
        }
        if moment.plus_months(EARLIEST) < self.now {
            return Err(
                Error::new(code, format!("{text} lies more than fifty years back")).at(path)
            );
        }
        Ok(moment)
    }

    fn site<'a>(&self, site: &'a Site, path: &str) -> Result<Track<'a>> {
        let [moves, checks, groups, attributes, _] = MOST_EACH;
        at_most(site.history.len(), moves, "stages", &format!("{path}/history"))?;
        at_most(site.checks.len(), checks, "checks", &format!("{path}/checks"))?;
        at_most(site.groups.len(), groups, "groups", &format!("{path}/groups"))?;
        at_most(site.attributes.len(), attributes, "attributes", &format!("{path}/attributes"))?;
        let mut track = Track { site, steps: self.steps(site, path)?, checks: Vec::new() };
        self.checks(&mut track, path)?;
        counts(site, path)?;
        for (name, value) in &site.attributes {
            short(name, || format!("{path}/attributes"))?;
            short(value, || crate::evaluate::under(&format!("{path}/attributes"), name))?;
        }
        Ok(track)
    }

    /// The history, and the stage of now behind it.
    fn steps<'a>(&self, site: &'a Site, path: &str) -> Result<Vec<Step<'a>>> {
        let mut steps: Vec<Step<'a>> = Vec::with_capacity(site.history.len() + 1);
        for (place, one) in site.history.iter().enumerate() {
            let path = format!("{path}/history/{place}");
            let at = self.moment(&one.at, Code::SpreadInvalidSite, &format!("{path}/at"))?;
            if let Some(reason) = &one.reason {
                short(reason, || format!("{path}/reason"))?;
            }
            let step = Step { stage: one.stage, at, reason: one.reason.as_deref() };
            follows(steps.last(), &step, (&format!("{path}/stage"), &format!("{path}/at")))?;
            steps.push(step);
        }
        let since = format!("{path}/since");
        let now = site.since.as_deref();
        let now = now.map(|text| self.moment(text, Code::SpreadInvalidSite, &since)).transpose()?;
        match (steps.last(), now) {
            (Some(last), now) if last.stage == site.stage => {
                if now.is_some_and(|now| now != last.at) {
                    return Err(invalid(
                        "the history gives another date for the stage of now".to_owned(),
                    )
                    .at(since)
                    .hint("leave one of the two out"));
                }
            }
            (last, Some(at)) => {
                let step = Step { stage: site.stage, at, reason: None };
                follows(last, &step, (&format!("{path}/stage"), &since))?;
                steps.push(step);
            }
            (Some(last), None) => {
                let message = format!(
                    "it is {}, and its history ends with {}",
                    site.stage.name(),
                    last.stage.name()
                );
                return Err(invalid(message).at(since).hint("say since when it is what it is now"));
            }
            (None, None) => {}
        }
        let first = steps.first().map_or(site.stage, |step| step.stage);
        if first == UseStage::Discontinued {
            return Err(invalid("it stopped, and nothing says what".to_owned())
                .at(format!("{path}/history"))
                .hint("give the stage that it left, trial or adopted, with its date"));
        }
        Ok(steps)
    }

    /// Checks lie after adoption, and do not find kept what has stopped.
    fn checks<'a>(&self, track: &mut Track<'a>, path: &str) -> Result<()> {
        let site: &'a Site = track.site;
        let adopted = track.adopted();
        let mut read: Vec<(Instant, &'a SiteCheck)> = Vec::with_capacity(site.checks.len());
        for (place, check) in site.checks.iter().enumerate() {
            let path = format!("{path}/checks/{place}");
            let here = format!("{path}/at");
            let at = self.moment(&check.at, Code::SpreadInvalidSite, &here)?;
            if !track.ever_adopted() || adopted.is_some_and(|adopted| at < adopted) {
                return Err(invalid("a check lies before the site took it up".to_owned())
                    .at(here)
                    .hint("checks ask whether what was adopted is kept"));
            }
            if check.kept && track.stage_at(at) == Some(UseStage::Discontinued) {
                return Err(invalid("a check finds kept what the site had stopped".to_owned())
                    .at(format!("{path}/kept"))
                    .hint("give the stage at which it took it up again"));
            }
            if check.fidelity.is_some_and(|share| !(0.0..=1.0).contains(&share)) {
                return Err(invalid("the fidelity lies outside 0 to 1".to_owned())
                    .at(format!("{path}/fidelity")));
            }
            if read.iter().any(|(other, _)| *other == at) {
                return Err(invalid("two checks of one moment".to_owned()).at(here));
            }
            read.push((at, check));
        }
        read.sort_by_key(|(at, _)| *at);
        track.checks = read;
        Ok(())
    }
}

/// Refuses a stage that lies before the last one, or cannot follow it.
fn follows(last: Option<&Step<'_>>, step: &Step<'_>, (stage, at): (&str, &str)) -> Result<()> {
    let Some(last) = last else { return Ok(()) };
    let (before, after) = (last.stage.name(), step.stage.name());
    if step.at < last.at {
        return Err(invalid(format!("{after} lies before {before}, the stage before it"))
            .at(at)
            .hint("a history is in order of time"));
    }
    if !step.stage.can_follow(last.stage) {
        return Err(invalid(format!("{after} does not follow {before}"))
            .at(stage)
            .hint("a stage leads further or stops; who went back has stopped and started again"));
    }
    Ok(())
}

/// The site of each adaptation.
fn adaptations(request: &RegisterRequest, reader: &Reader) -> Result<Vec<usize>> {
    let code = Code::SpreadInvalidAdaptation;
    let all = &request.adaptations;
    at_most(all.len(), MOST[1], "adaptations", "/adaptations")?;
    let mut ids = BTreeSet::new();
    let innovation = &request.innovation;
    let known: BTreeSet<&Id> =
        innovation.core.iter().chain(&innovation.adaptable).map(|part| &part.id).collect();
    let sites: BTreeMap<&Id, usize> =
        request.sites.iter().enumerate().map(|(at, site)| (&site.id, at)).collect();
    let mut places = Vec::with_capacity(all.len());
    for (at, one) in all.iter().enumerate() {
        let path = format!("/adaptations/{at}");
        if one.id.as_ref().is_some_and(|id| !ids.insert(id)) {
            return Err(Error::new(code, "two adaptations have one id").at(format!("{path}/id")));
        }
        let site = sites.get(&one.site).ok_or_else(|| {
            Error::new(code, format!("no site has the id {:?}", one.site.as_str()))
                .at(format!("{path}/site"))
        })?;
        places.push(*site);
        if let Some(text) = &one.at {
            reader.moment(text, code, &format!("{path}/at"))?;
        }
        touched(one, &known, &path)?;
        once(&one.decided_by, &format!("{path}/decidedBy"))?;
        once(&one.what, &format!("{path}/what"))?;
        once(&one.level, &format!("{path}/level"))?;
        once(&one.nature, &format!("{path}/nature"))?;
        once(&one.reasons.goal, &format!("{path}/reasons/goal"))?;
        once(&one.reasons.context, &format!("{path}/reasons/context"))?;
    }
    Ok(places)
}

/// The elements that it touches are there, each once.
fn touched(one: &Adaptation, known: &BTreeSet<&Id>, path: &str) -> Result<()> {
    let [.., most] = MOST_EACH;
    at_most(one.elements.len(), most, "elements", &format!("{path}/elements"))?;
    let mut seen = BTreeSet::new();
    for (place, element) in one.elements.iter().enumerate() {
        let wrong = if !known.contains(element) {
            format!("the innovation has no element {:?}", element.as_str())
        } else if !seen.insert(element) {
            format!("{:?} is named twice", element.as_str())
        } else {
            continue;
        };
        return Err(Error::new(Code::SpreadInvalidAdaptation, wrong)
            .at(format!("{path}/elements/{place}"))
            .hint("name elements of `innovation/core` and `innovation/adaptable`, each once"));
    }
    Ok(())
}

/// A choice is made once.
fn once<T: Ord>(choices: &[T], path: &str) -> Result<()> {
    let [.., most] = MOST_EACH;
    at_most(choices.len(), most, "choices", path)?;
    let mut seen = BTreeSet::new();
    match choices.iter().position(|choice| !seen.insert(choice)) {
        Some(at) => Err(Error::new(Code::SpreadInvalidAdaptation, "the same choice twice")
            .at(format!("{path}/{at}"))),
        None => Ok(()),
    }
}

fn unique<'a>(
    ids: impl Iterator<Item = &'a Id>,
    code: Code,
    list: &str,
    field: &str,
) -> Result<()> {
    let mut seen = BTreeSet::new();
    for (at, id) in ids.enumerate() {
        if !seen.insert(id) {
            return Err(Error::new(code, format!("two {list} have the id {:?}", id.as_str()))
                .at(format!("/{list}/{at}{field}")));
        }
    }
    Ok(())
}

fn at_most(count: usize, most: usize, what: &str, path: &str) -> Result<()> {
    crate::protect::at_most(count, most, what, path)
}

pub(super) fn invalid(message: String) -> Error {
    Error::new(Code::SpreadInvalidSite, message)
}

fn no_time(code: Code, text: &str) -> Error {
    Error::new(code, format!("{text:?} is not a time of RFC 3339"))
        .hint("write 2026-11-23T09:00:00Z, or a day alone")
}
