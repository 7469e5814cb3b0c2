//! Pressures, measures and people, checked once.

use crate::error::{Code, Error, Result};
use crate::instant::Instant;
use crate::people::{Family, Id, Pool, RolesRequest, roles};
use crate::protect::charter::{check, unique};
use crate::protect::period::{Period, moment};
use crate::protect::{CoverRequest, Measure, Work, at_most};
use std::collections::{BTreeMap, BTreeSet};

/// Most pressures, measures, people, and names in one list.
const MOST: [usize; 4] = [100, 300, 1_000, 1_000];
/// The furthest that one may look ahead, in days.
const FURTHEST: u32 = 3_650;
/// The strongest pressure and the greatest relief.
const STRONGEST: u8 = 5;

/// A request that holds together.
pub(super) struct Case<'a> {
    pub request: &'a CoverRequest,
    pub at: Instant,
    /// The period of each measure.
    pub periods: Vec<Period>,
    /// Roles of the catalogue and their families.
    pub catalogue: BTreeMap<String, Family>,
    /// The family of each person.
    pub families: Vec<Family>,
}

impl<'a> Case<'a> {
    /// Checks a request.
    pub(super) fn read(request: &'a CoverRequest) -> Result<Self> {
        sizes(request)?;
        let at = moment(&request.at, || "/at".to_owned())?;
        let catalogue: BTreeMap<String, Family> = roles(&RolesRequest::default())?
            .roles
            .into_iter()
            .map(|role| (role.id, role.family))
            .collect();
        let families = if request.people.is_empty() {
            Vec::new()
        } else {
            Pool::read(&request.people, &[])?.families().to_vec()
        };
        if let Some(charter) = &request.charter {
            check(charter, "/charter")?;
        }
        let mut case = Self { request, at, periods: Vec::new(), catalogue, families };
        case.read_pressures()?;
        case.read_measures()?;
        Ok(case)
    }

    fn read_pressures(&self) -> Result<()> {
        let pressures = &self.request.pressures;
        unique(
            pressures.iter().map(|one| &one.id),
            |at| format!("/pressures/{at}/id"),
            "pressure",
        )?;
        for (at, pressure) in pressures.iter().enumerate() {
            if !(1..=STRONGEST).contains(&pressure.strength) {
                return Err(Error::new(
                    Code::ProtectInvalidPressure,
                    format!("the strength {} lies outside 1 to 5", pressure.strength),
                )
                .at(format!("/pressures/{at}/strength")));
            }
            let path = format!("/pressures/{at}/bearsOn");
            self.read_names(&pressure.bears_on, &path, Code::ProtectInvalidPressure)?;
        }
        Ok(())
    }

    fn read_measures(&mut self) -> Result<()> {
        let request = self.request;
        let known: BTreeSet<&Id> = request.pressures.iter().map(|one| &one.id).collect();
        let ids = request.measures.iter().map(|one| &one.id);
        unique(ids, |at| format!("/measures/{at}/id"), "measure")?;
        for (at, measure) in request.measures.iter().enumerate() {
            let path = format!("/measures/{at}");
            made_of(measure, &path)?;
            if measure.relief.is_some_and(|relief| !(1..=STRONGEST).contains(&relief)) {
                return Err(invalid("the relief lies outside 1 to 5").at(format!("{path}/relief")));
            }
            at_most(measure.answers.len(), MOST[0], "answers", &format!("{path}/answers"))?;
            for (place, answer) in measure.answers.iter().enumerate() {
                if !known.contains(answer) {
                    return Err(Error::new(
                        Code::ProtectUnknownPressure,
                        format!("no pressure has the id {:?}", answer.as_str()),
                    )
                    .at(format!("{path}/answers/{place}")));
                }
            }
            unique(measure.answers.iter(), |place| format!("{path}/answers/{place}"), "answer")?;
            let shields = format!("{path}/shields");
            self.read_names(&measure.shields, &shields, Code::ProtectInvalidMeasure)?;
            let period = Period::read(measure.from.as_deref(), measure.until.as_deref(), &path)?;
            self.periods.push(period);
        }
        Ok(())
    }

    /// Where people are given, a name must be that of one of them, of a role or of a family:
    /// a misspelt name would silently leave somebody out.
    fn read_names(&self, names: &[Id], path: &str, code: Code) -> Result<()> {
        let [.., most] = MOST;
        at_most(names.len(), most, "names", path)?;
        if self.request.people.is_empty() {
            return Ok(());
        }
        let known: BTreeSet<&str> = self
            .request
            .people
            .iter()
            .flat_map(|one| [one.id.as_str(), one.role.as_str()])
            .collect();
        for (at, name) in names.iter().enumerate() {
            let name = name.as_str();
            let family = || self.catalogue.values().any(|family| family.name() == name);
            if !known.contains(name) && !self.catalogue.contains_key(name) && !family() {
                return Err(Error::new(code, format!("{name:?} is no person, role or family"))
                    .at(format!("{path}/{at}"))
                    .hint("name ids of `people`, roles or families; an empty list is everybody"));
            }
        }
        Ok(())
    }
}

fn sizes(request: &CoverRequest) -> Result<()> {
    let [pressures, measures, people, _] = MOST;
    at_most(request.pressures.len(), pressures, "pressures", "/pressures")?;
    at_most(request.measures.len(), measures, "measures", "/measures")?;
    at_most(request.people.len(), people, "people", "/people")?;
    at_most(request.modes.len(), 2, "modes", "/modes")?;
    if request.soon_days > FURTHEST {
        return Err(Error::new(
            Code::ContractInvalidValue,
            format!("{} days lie further ahead than {FURTHEST}", request.soon_days),
        )
        .at("/soonDays"));
    }
    Ok(())
}

/// A boundary says what it is made of, and only a boundary does.
fn made_of(measure: &Measure, path: &str) -> Result<()> {
    let path = format!("{path}/boundary");
    match (measure.work, measure.boundary) {
        (Work::Boundary, None) => Err(invalid("the boundary does not say what it is made of")
            .at(path)
            .hint("social, physical, temporal or symbolic")),
        (Work::Distancing | Work::Anchoring, Some(_)) => {
            Err(invalid("a kind of boundary is given where the work is none")
                .at(path)
                .hint("leave `boundary` out, or make `work` boundary"))
        }
        _ => Ok(()),
    }
}

fn invalid(message: &str) -> Error {
    Error::new(Code::ProtectInvalidMeasure, message)
}
