//! Every number of a report, worked out before a word is written.

use super::ReportRequest;
use super::names::Names;
use crate::error::{Code, Error, Result};
use crate::people::{Id, Person, Pool, Profile, ProfileRequest, profile};
use crate::text::Text;
use std::collections::{BTreeMap, BTreeSet};

/// What a report tells.
#[derive(Debug)]
pub(super) struct Facts<'a> {
    pub request: &'a ReportRequest,
    pub pool: Pool<'a>,
    pub profile: Profile,
    pub grouping: Grouping,
    /// Groups of people, the largest first; positions in `pool`.
    pub groups: Vec<Group>,
    /// The group of each person.
    pub group_of: Vec<usize>,
    pub chosen: Vec<usize>,
    pub reasons: BTreeMap<usize, Vec<&'a Text>>,
    pub rounds: Vec<Round>,
    pub meetings: Meetings,
    pub names: &'a Names<'a>,
}

/// What the pictures group people by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Grouping {
    Organisation,
    Unit,
    Family,
}

impl Grouping {
    /// The attribute in a profile.
    pub(super) fn attribute(self) -> &'static str {
        match self {
            Self::Organisation => "organisation",
            Self::Unit => "unit",
            Self::Family => "family",
        }
    }
}

/// People who share a value; `name` is absent for those who have none.
#[derive(Debug)]
pub(super) struct Group {
    pub name: Option<String>,
    pub members: Vec<usize>,
}

/// A round, by positions of people.
#[derive(Debug)]
pub(super) struct Round {
    pub tables: Vec<Vec<usize>>,
    pub sitting_out: Vec<usize>,
}

/// Pairs that share a table at least once.
#[derive(Debug, Default)]
pub(super) struct Meetings {
    /// For each pair (lower position first) the first round and how often they meet.
    pub pairs: BTreeMap<(usize, usize), Meeting>,
}

/// How a pair meets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Meeting {
    pub first_round: usize,
    pub times: u32,
    /// They have no tie in the request.
    pub new: bool,
}

impl Meetings {
    fn of(rounds: &[Round], pool: &Pool<'_>) -> Self {
        let mut pairs = BTreeMap::new();
        for (round, tables) in rounds.iter().enumerate().map(|(at, round)| (at, &round.tables)) {
            for table in tables {
                for (at, &one) in table.iter().enumerate() {
                    for &other in table.iter().skip(at + 1) {
                        let pair = (one.min(other), one.max(other));
                        let new = pool.network().weight(one, other) == 0.0;
                        let first = Meeting { first_round: round, times: 0, new };
                        pairs.entry(pair).or_insert(first).times += 1;
                    }
                }
            }
        }
        Self { pairs }
    }

    /// Pairs that meet and had no tie.
    pub(super) fn new_pairs(&self) -> usize {
        self.pairs.values().filter(|meeting| meeting.new).count()
    }

    /// Meetings beyond the first of a pair.
    pub(super) fn repeats(&self) -> u64 {
        self.pairs.values().map(|meeting| u64::from(meeting.times.saturating_sub(1))).sum()
    }

    /// The people a person meets, and how many of them are new.
    pub(super) fn of_person(&self, person: usize) -> (usize, usize) {
        let own = self.pairs.iter().filter(|((a, b), _)| *a == person || *b == person);
        own.fold((0, 0), |(all, new), (_, meeting)| (all + 1, new + usize::from(meeting.new)))
    }
}

impl<'a> Facts<'a> {
    /// Checks a request and works everything out.
    pub(super) fn read(request: &'a ReportRequest, names: &'a Names<'a>) -> Result<Self> {
        let pool = Pool::read(&request.people, &request.ties)?;
        let profile = profile(&ProfileRequest {
            people: request.people.clone(),
            ties: request.ties.clone(),
            by: ["organisation", "unit", "family"].map(str::to_owned).to_vec(),
            seed: request.seed,
        })?;
        let rounds = rounds(request, &pool)?;
        let chosen = chosen(request, &pool, &rounds)?;
        let reasons = reasons(request, &pool, &chosen)?;
        let grouping = grouping(&pool);
        let (groups, group_of) = groups(&pool, grouping);
        let meetings = Meetings::of(&rounds, &pool);
        Ok(Self {
            request,
            pool,
            profile,
            grouping,
            groups,
            group_of,
            chosen,
            reasons,
            rounds,
            meetings,
            names,
        })
    }

    /// A person.
    pub(super) fn person(&self, at: usize) -> Option<&'a Person> {
        self.pool.people().get(at)
    }

    /// The id of a person.
    pub(super) fn id(&self, at: usize) -> &'a str {
        self.person(at).map_or("", |person| person.id.as_str())
    }

    /// The name of a person's role.
    pub(super) fn role(&self, at: usize) -> String {
        self.person(at).map_or(String::new(), |person| self.names.role(&person.role))
    }

    /// The group of a person, by position.
    pub(super) fn group(&self, at: usize) -> usize {
        self.group_of.get(at).copied().unwrap_or(0)
    }

    /// All pairs of the chosen.
    pub(super) fn possible_pairs(&self) -> u64 {
        let chosen = self.chosen.len() as u64;
        chosen * chosen.saturating_sub(1) / 2
    }
}

fn positions(pool: &Pool<'_>, ids: &[Id], path: &str) -> Result<Vec<usize>> {
    let find = |(at, id): (usize, &Id)| pool.find(id, || format!("{path}/{at}"));
    ids.iter().enumerate().map(find).collect()
}

fn rounds(request: &ReportRequest, pool: &Pool<'_>) -> Result<Vec<Round>> {
    let mut rounds = Vec::new();
    for (at, round) in request.rounds.iter().enumerate() {
        let mut seen = BTreeSet::new();
        let mut lists = Vec::new();
        let paths = (0..round.tables.len()).map(|table| format!("/rounds/{at}/tables/{table}"));
        let out = (&round.sitting_out, format!("/rounds/{at}/sittingOut"));
        for (ids, path) in round.tables.iter().zip(paths).chain([out]) {
            let list = positions(pool, ids, &path)?;
            refuse_repeats(&list, &mut seen, pool, &path)?;
            lists.push(list);
        }
        let sitting_out = lists.pop().unwrap_or_default();
        rounds.push(Round { tables: lists, sitting_out });
    }
    Ok(rounds)
}

fn refuse_repeats(
    list: &[usize],
    seen: &mut BTreeSet<usize>,
    pool: &Pool<'_>,
    path: &str,
) -> Result<()> {
    let Some(at) = list.iter().position(|&person| !seen.insert(person)) else { return Ok(()) };
    let person = list.get(at).and_then(|&person| pool.people().get(person));
    let message = format!("{} is named twice", person.map_or("", |person| person.id.as_str()));
    Err(Error::new(Code::PeopleDuplicateId, message).at(format!("{path}/{at}")))
}

fn chosen(request: &ReportRequest, pool: &Pool<'_>, rounds: &[Round]) -> Result<Vec<usize>> {
    let chosen = positions(pool, &request.chosen, "/chosen")?;
    refuse_repeats(&chosen, &mut BTreeSet::new(), pool, "/chosen")?;
    let seats = |round: &Round| -> Vec<usize> {
        round.tables.iter().chain([&round.sitting_out]).flatten().copied().collect()
    };
    let seated: BTreeSet<usize> = rounds.iter().flat_map(seats).collect();
    if chosen.is_empty() {
        return Ok(seated.into_iter().collect());
    }
    match seated.iter().find(|person| !chosen.contains(person)) {
        None => Ok(chosen),
        Some(&person) => Err(not_chosen(pool, person).at("/rounds")),
    }
}

fn reasons<'a>(
    request: &'a ReportRequest,
    pool: &Pool<'_>,
    chosen: &[usize],
) -> Result<BTreeMap<usize, Vec<&'a Text>>> {
    let mut reasons: BTreeMap<usize, Vec<&Text>> = BTreeMap::new();
    for (at, reason) in request.reasons.iter().enumerate() {
        let path = format!("/reasons/{at}/person");
        let person = pool.find(&reason.person, || path.clone())?;
        if !chosen.contains(&person) {
            return Err(not_chosen(pool, person).at(path));
        }
        reasons.entry(person).or_default().extend(&reason.text);
    }
    Ok(reasons)
}

fn not_chosen(pool: &Pool<'_>, person: usize) -> Error {
    let id = pool.people().get(person).map_or("", |person| person.id.as_str());
    Error::new(Code::ContractInvalidValue, format!("{id} is not among the chosen"))
        .hint("add the person to chosen, or leave them out here")
}

/// The coarsest grouping that has at least two groups.
fn grouping(pool: &Pool<'_>) -> Grouping {
    let several = |grouping: &Grouping| pool.column(grouping.attribute()).values.len() > 1;
    [Grouping::Organisation, Grouping::Unit].into_iter().find(several).unwrap_or(Grouping::Family)
}

fn groups(pool: &Pool<'_>, grouping: Grouping) -> (Vec<Group>, Vec<usize>) {
    let column = pool.column(grouping.attribute());
    let names = column.values.iter().cloned().map(Some).chain([None]);
    let mut groups: Vec<Group> = names.map(|name| Group { name, members: Vec::new() }).collect();
    for (person, code) in column.codes.iter().enumerate() {
        let group = code.map_or(column.values.len(), |code| code as usize);
        if let Some(group) = groups.get_mut(group) {
            group.members.push(person);
        }
    }
    groups.retain(|group| !group.members.is_empty());
    groups.sort_by_key(|group| {
        (
            group.name.is_none(),
            std::cmp::Reverse(group.members.len()),
            group.members.first().copied(),
        )
    });
    let mut group_of = vec![0; pool.len()];
    for (position, group) in groups.iter().enumerate() {
        for &person in &group.members {
            if let Some(own) = group_of.get_mut(person) {
                *own = position;
            }
        }
    }
    (groups, group_of)
}
