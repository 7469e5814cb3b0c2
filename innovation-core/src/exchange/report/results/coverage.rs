//! What bears on a space and what answers it: a matrix, and what is missing.

use crate::error::{Code, Error, Result};
use crate::exchange::report::answer::Answer;
use crate::exchange::report::html::{Data, Pen, section};
use crate::exchange::report::names::Names;
use crate::exchange::report::words::{self, Phrase};
use crate::people::Pool;
use crate::picture::Naming;
use crate::picture::grid::{self, Cell, Row};
use std::collections::{BTreeMap, BTreeSet};

/// A larger matrix is not drawn.
const MOST_ROWS: usize = 30;
const MOST_COLUMNS: usize = 12;
/// A larger matrix is not told.
const MOST_CELLS: usize = 40_000;

/// A coverage that holds together.
#[derive(Debug)]
pub(in crate::exchange::report) struct Coverage {
    measures: Vec<(String, State)>,
    pressures: Vec<Pressure>,
    gaps: Vec<String>,
    roles: Vec<Role>,
}

#[derive(Debug)]
struct Pressure {
    id: String,
    strength: u32,
    residual: u32,
    lifted: bool,
    /// Under each measure, what it takes off and whether it holds.
    cells: Vec<Option<(u32, State)>>,
}

#[derive(Debug)]
struct Role {
    role: String,
    people: u32,
    before: f64,
    after: f64,
}

/// Whether a measure holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Active,
    Lapsed,
    NotYet,
    Unsigned,
}

impl State {
    const ALL: [Self; 4] = [Self::Active, Self::Lapsed, Self::NotYet, Self::Unsigned];

    fn read(one: &Answer<'_>) -> Result<Self> {
        match one.string()? {
            "active" => Ok(Self::Active),
            "lapsed" => Ok(Self::Lapsed),
            "notYet" => Ok(Self::NotYet),
            "unsigned" => Ok(Self::Unsigned),
            _ => Err(one.wrong("is no state of a measure")),
        }
    }

    /// The number of its mark, and what it is called.
    fn mark(self) -> (usize, Phrase) {
        match self {
            Self::Active => (0, words::HOLDS),
            Self::Lapsed => (7, words::LAPSED),
            Self::NotYet => (2, words::NOT_YET),
            Self::Unsigned => (3, words::UNSIGNED),
        }
    }
}

impl Coverage {
    /// Reads the answer of `protect.cover`; whom it names must be among the people, if any are
    /// given.
    pub(in crate::exchange::report) fn read(
        answer: &Answer<'_>,
        pool: Option<&Pool<'_>>,
        names: &Names<'_>,
    ) -> Result<Self> {
        let mut measures = Vec::new();
        for one in answer.list("measures")? {
            measures
                .push((one.need("id")?.string()?.to_owned(), State::read(&one.need("state")?)?));
        }
        let pressures = answer.list("pressures")?;
        if pressures.len() * measures.len() > MOST_CELLS {
            let message = format!(
                "{} pressures by {} measures are more than {MOST_CELLS} cells",
                pressures.len(),
                measures.len()
            );
            return Err(Error::new(Code::ContractTooLarge, message).at(answer.path.clone()));
        }
        let places: BTreeMap<&str, usize> =
            measures.iter().enumerate().map(|(at, (id, _))| (id.as_str(), at)).collect();
        let pressure = |one: &Answer<'_>| Pressure::read(one, &places);
        let pressures = pressures.iter().map(pressure).collect::<Result<_>>()?;
        if let Some(pool) = pool {
            let known: BTreeSet<&str> =
                pool.people().iter().map(|person| person.id.as_str()).collect();
            for one in answer.list("people")? {
                let id = one.need("id")?;
                if !known.contains(id.string()?) {
                    let message = format!("{} is not in the list of people", id.string()?);
                    return Err(Error::new(Code::PeopleUnknownPerson, message).at(id.path));
                }
            }
        }
        let gap = |one: &Answer<'_>| Ok(names.in_quotes(&one.need("reading")?.text()?));
        let role = |one: &Answer<'_>| {
            Ok(Role {
                role: one.need("role")?.string()?.to_owned(),
                people: one.need("people")?.whole(u32::MAX)?,
                before: one.need("meanStrength")?.number()?,
                after: one.need("meanResidual")?.number()?,
            })
        };
        Ok(Self {
            pressures,
            measures,
            gaps: answer.list("gaps")?.iter().map(gap).collect::<Result<_>>()?,
            roles: answer.list("roles")?.iter().map(role).collect::<Result<_>>()?,
        })
    }

    /// Writes the section.
    pub(in crate::exchange::report) fn write(&self, pen: &mut Pen, names: &Names<'_>, least: u32) {
        let language = pen.language;
        section(pen, "coverage", Some(words::PROTECT), words::COVERAGE);
        if language.is_easy() {
            pen.easy(&[words::EASY_COVERAGE, words::EASY_COVERAGE_HELP, words::EASY_COVERAGE_BAR]);
        }
        let drawn = self.pressures.len() <= MOST_ROWS && self.measures.len() <= MOST_COLUMNS;
        if drawn {
            self.matrix(pen, names);
        } else {
            pen.say(words::TOO_WIDE);
        }
        let table = self.table(pen, names);
        if drawn {
            pen.behind(&table)
        } else {
            pen.data(&table)
        };
        if !self.gaps.is_empty() {
            pen.heading(language.say(words::GAPS)).list(&self.gaps);
        }
        if !language.is_easy() {
            self.roles(pen, names, least);
        }
        pen.markup("</section>\n");
    }

    fn matrix(&self, pen: &mut Pen, names: &Names<'_>) {
        let language = pen.language;
        let columns: Vec<String> = (1..=self.measures.len()).map(|at| at.to_string()).collect();
        let row = |pressure: &Pressure| Row {
            name: names.id(&pressure.id),
            cells: pressure
                .cells
                .iter()
                .map(|cell| {
                    cell.map(|(relief, state)| Cell {
                        mark: state.mark().0,
                        text: relief.to_string(),
                    })
                })
                .collect(),
            left: (
                f64::from(pressure.residual) / f64::from(pressure.strength.max(1)),
                language.with(
                    words::LEFT_OF,
                    &[&pressure.residual.to_string(), &pressure.strength.to_string()],
                ),
            ),
        };
        let rows: Vec<Row> = self.pressures.iter().map(row).collect();
        let used = |state: &State| {
            self.pressures.iter().flat_map(|one| &one.cells).flatten().any(|cell| cell.1 == *state)
        };
        let meanings: Vec<(usize, &str)> = State::ALL
            .into_iter()
            .filter(used)
            .map(|state| (state.mark().0, language.say(state.mark().1)))
            .collect();
        let title = language.say(words::COVER);
        let text = language.say(words::COVER_TEXT);
        let naming = Naming { name: "cover", title, text };
        let last = language.say(words::LEFT);
        let svg = grid::draw(naming, language.width(), &columns, last, &rows, &meanings);
        pen.picture(title, &svg, if language.is_easy() { "" } else { text });
        pen.markup("<ol class=\"keys\">\n");
        for (id, state) in &self.measures {
            pen.element("<li>", &names.id(id), "").markup(" (").phrase(state.mark().1);
            pen.markup(")</li>\n");
        }
        pen.markup("</ol>\n");
    }

    fn table(&self, pen: &Pen, names: &Names<'_>) -> Data {
        let language = pen.language;
        let caption = format!("{} – {}", language.say(words::COVER), language.say(words::NUMBERS));
        let mut data = Data::of(
            caption,
            &[(language.say(words::PRESSURE), false), (language.say(words::STRENGTH), true)],
        );
        data.columns.extend(self.measures.iter().map(|(id, _)| (names.id(id), false)));
        data.columns.push((language.say(words::LEFT).to_owned(), true));
        let cell = |cell: &Option<(u32, State)>| match cell {
            None => language.say(words::NOTHING).to_owned(),
            Some((relief, state)) => format!("{relief} ({})", language.say(state.mark().1)),
        };
        let row = |pressure: &Pressure| {
            let mut name = names.id(&pressure.id);
            if pressure.lifted {
                name = format!("{name}. {}", language.say(words::LIFTED));
            }
            let cells = pressure.cells.iter().map(cell);
            let strength = pressure.strength.to_string();
            let left = pressure.residual.to_string();
            [name, strength].into_iter().chain(cells).chain([left]).collect()
        };
        data.rows = self.pressures.iter().map(row).collect();
        data
    }

    /// What is left by role, unless a role has too few people.
    fn roles(&self, pen: &mut Pen, names: &Names<'_>, least: u32) {
        let language = pen.language;
        if self.roles.is_empty() {
            return;
        }
        if self.roles.iter().any(|role| role.people < least) {
            pen.paragraph(&language.with(words::HIDDEN_ROLES, &[&least.to_string()]));
            return;
        }
        let heads = [
            (language.say(words::ROLE), false),
            (language.say(words::PERSONS), true),
            (language.say(words::BEFORE_COVER), true),
            (language.say(words::AFTER_COVER), true),
        ];
        let mut data = Data::of(language.say(words::ROLES_COVER).to_owned(), &heads);
        let row = |role: &Role| {
            let numbers = [language.number(role.before), language.number(role.after)];
            let people = language.count(u64::from(role.people));
            [names.role(&role.role), people].into_iter().chain(numbers).collect()
        };
        data.rows = self.roles.iter().map(row).collect();
        pen.data(&data);
    }
}

impl Pressure {
    fn read(one: &Answer<'_>, measures: &BTreeMap<&str, usize>) -> Result<Self> {
        let mut cells = vec![None; measures.len()];
        for cell in one.list("cells")? {
            let id = cell.need("measure")?;
            let at = measures.get(id.string()?);
            let Some(own) = at.and_then(|&at| cells.get_mut(at)) else {
                let fact = format!("{} is not among the measures", id.string()?);
                return Err(id.contradicts(fact));
            };
            *own = Some((cell.need("relief")?.whole(100)?, State::read(&cell.need("state")?)?));
        }
        let (strength, residual) =
            (one.need("strength")?.whole(100)?, one.need("residual")?.whole(100)?);
        if residual > strength {
            let fact = format!("{residual} is left of a strength of {strength}");
            return Err(one.contradicts(fact));
        }
        Ok(Self {
            id: one.need("id")?.string()?.to_owned(),
            strength,
            residual,
            lifted: !one.list("liftedBy")?.is_empty(),
            cells,
        })
    }
}
