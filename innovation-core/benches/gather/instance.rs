//! Instances of the reference data as requests.

use super::{Clock, reference};
use innovation_core::gather::{
    Effort, Rules, SeatRequest, SelectRequest, Table, Tables, Value, seat_watched, select_watched,
};
use innovation_core::people::Person;
use std::error::Error;
use std::time::Instant;

/// An instance as a request.
pub enum Problem {
    Seat(SeatRequest),
    Select(SelectRequest),
}

impl Problem {
    /// First line `n K type lo hi …`, then `i j d`.
    pub fn seating(text: &str, rules: Rules) -> Result<Self, Box<dyn Error>> {
        let mut lines = text.lines();
        let head: Vec<&str> = lines.next().ok_or("an empty file")?.split_whitespace().collect();
        let people: usize = head.first().ok_or("no number of people")?.parse()?;
        let limits: Result<Vec<u32>, _> = head.iter().skip(3).map(|limit| limit.parse()).collect();
        let limits = limits?;
        let table = |pair: &[u32]| match pair {
            &[min, max] => Some(Table { min, max }),
            _ => None,
        };
        let tables = limits.chunks_exact(2).filter_map(table).collect();
        let mut request = SeatRequest::of(&[]);
        request.people = staff(people)?;
        request.rules = rules;
        request.tables = Tables::Each(tables);
        request.value = Value { distance: Some(triangle(people, lines)?), ..Value::default() };
        Ok(Self::Seat(request))
    }

    /// First line `n m`, then `i j d`.
    pub fn selection(text: &str, rules: Rules) -> Result<Self, Box<dyn Error>> {
        let mut lines = text.lines();
        let head: Vec<u32> = lines
            .next()
            .ok_or("an empty file")?
            .split_whitespace()
            .map(str::parse)
            .collect::<Result<_, _>>()?;
        let &[people, size, ..] = head.as_slice() else { return Err("no size".into()) };
        let request: SelectRequest =
            serde_json::from_str(&format!(r#"{{"people": [], "size": {size}}}"#))?;
        let people = people as usize;
        let value = Value { distance: Some(triangle(people, lines)?), ..Value::default() };
        Ok(Self::Select(SelectRequest { people: staff(people)?, value, rules, ..request }))
    }

    /// Value of the answer after so many seconds, and whether it is proved.
    pub fn run(&self, seconds: f64, seed: u32) -> Result<(f64, bool), innovation_core::Error> {
        let effort = Effort::milliseconds(1e3 * seconds);
        let mut clock = Clock(Instant::now());
        match self {
            Self::Seat(request) => {
                let request = SeatRequest { effort, seed: seed.into(), ..request.clone() };
                seat_watched(&request, &mut clock).map(|found| (found.score.total, found.proved))
            }
            Self::Select(request) => {
                let request = SelectRequest { effort, seed: seed.into(), ..request.clone() };
                select_watched(&request, &mut clock).map(|found| (found.score.total, found.proved))
            }
        }
    }
}

/// So many people.
pub fn crowd(people: usize) -> Vec<Person> {
    (0..people).filter_map(|at| Person::new(&format!("p{at:04}"), "citizen")).collect()
}

/// People of an instance: each in one of five units, with their roles where it is the ward.
fn staff(number: usize) -> Result<Vec<Person>, Box<dyn Error>> {
    let mut people = crowd(number);
    for (at, person) in people.iter_mut().enumerate() {
        person.unit = Some(format!("u{}", at % 5));
    }
    if number == 46
        && let Some(bytes) = reference("select/hospital_staff46_roles.json")
    {
        let roles: Vec<(u32, String)> = serde_json::from_slice(&bytes)?;
        for (person, (_, role)) in people.iter_mut().zip(roles) {
            person.role = match role.as_str() {
                "NUR" => "nurse",
                "MED" => "hospital-physician",
                _ => "medical-secretary",
            }
            .to_owned();
        }
    }
    Ok(people)
}

/// Distances `i j d` as the upper triangle, row by row.
fn triangle<'a>(
    people: usize,
    lines: impl Iterator<Item = &'a str>,
) -> Result<Vec<f64>, Box<dyn Error>> {
    let mut matrix = vec![0.0; people * people];
    for line in lines {
        let cells: Vec<&str> = line.split_whitespace().collect();
        let &[i, j, d, ..] = cells.as_slice() else { continue };
        let (i, j): (usize, usize) = (i.parse()?, j.parse()?);
        *matrix.get_mut(i.min(j) * people + i.max(j)).ok_or("a pair beyond the people")? =
            d.parse()?;
    }
    let row = |i: usize| {
        matrix.get(i * people + i + 1..(i + 1) * people).unwrap_or_default().iter().copied()
    };
    Ok((0..people).flat_map(row).collect())
}
