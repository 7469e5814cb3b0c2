//! Rotations, and a selection from very many.

use super::Clock;
use super::instance::crowd;
use innovation_core::gather::{
    Effort, RotateRequest, SelectRequest, rotate_watched, select_watched,
};
use innovation_core::people::{Person, Tie};
use innovation_core::random::{Address, Purpose, Stream};
use std::error::Error;
use std::time::Instant;

/// Rotations by (tables, seats, rounds): repeats and milliseconds of one second's effort.
pub fn rotations() -> Result<(), Box<dyn Error>> {
    let shapes = [
        (5, 3, 7),
        (6, 4, 5),
        (8, 4, 7),
        (8, 4, 8),
        (4, 4, 5),
        (5, 5, 6),
        (7, 7, 8),
        (9, 9, 10),
        (7, 3, 10),
        (9, 3, 13),
        (8, 4, 9),
        (8, 4, 10),
    ];
    println!("\n{:<12} {:>8} {:>6} {:>8}", "rotation", "repeats", "bound", "ms");
    for (tables, size, rounds) in shapes {
        let mut request: RotateRequest = serde_json::from_str(&format!(
            r#"{{"people": [], "tables": {{"count": {tables}, "size": {size}}}, "rounds": {rounds}}}"#
        ))?;
        request.people = crowd(tables * size);
        request.effort = Effort::milliseconds(1e3);
        let clock = Instant::now();
        let found = rotate_watched(&request, &mut Clock(clock))?;
        let shape = format!("{tables}-{size}-{rounds}");
        let took = clock.elapsed().as_secs_f64() * 1e3;
        println!(
            "{shape:<12} {:>8} {:>6} {took:>8.1}",
            found.score.repeats, found.score.fewest_repeats
        );
    }
    Ok(())
}

/// 23 people at four tables of 4–5, six rounds, two absences, a ban and a history: how often
/// each sits out.
pub fn a_rotation_with_everything() -> Result<(), Box<dyn Error>> {
    let mut request: RotateRequest = serde_json::from_str(
        r#"{"people": [], "rounds": 6,
            "tables": [{"min": 4, "max": 5}, {"min": 4, "max": 5},
                       {"min": 4, "max": 5}, {"min": 4, "max": 5}],
            "rules": {"apart": [["p0000", "p0001"]]},
            "absences": [{"round": 1, "people": ["p0002"]}, {"round": 4, "people": ["p0003"]}],
            "history": [[["p0004", "p0005", "p0006", "p0007"], ["p0008", "p0009", "p0010"]]]}"#,
    )?;
    request.people = crowd(23);
    request.effort = Effort::milliseconds(1e3);
    let found = rotate_watched(&request, &mut Clock(Instant::now()))?;
    let out = |person: &Person| {
        found.rounds.iter().filter(|round| round.sitting_out.contains(&person.id)).count()
    };
    let outs = || request.people.iter().map(out);
    println!(
        "{:<12} {:>8} {:>6} {:>8}  with absences, a ban, a history; out {} to {} times",
        "23 at 4 × 5",
        found.score.repeats,
        found.score.fewest_repeats,
        "1000",
        outs().min().unwrap_or(0),
        outs().max().unwrap_or(0)
    );
    Ok(())
}

/// 200 of 100,000 people with 1,000,000 ties and ten quotas, with the default effort.
pub fn crowd_of_a_region() -> Result<(), Box<dyn Error>> {
    const PEOPLE: usize = 100_000;
    let mut stream = Stream::new(1, Address::of(Purpose::Synthetic));
    let mut people = crowd(PEOPLE);
    for (at, person) in people.iter_mut().enumerate() {
        person.organisation = Some(format!("o{}", at % 10));
    }
    let mut pairs: Vec<(u32, u32)> = Vec::new();
    while pairs.len() < 1_000_000 {
        let missing = 1_000_000 - pairs.len();
        pairs.extend((0..missing).filter_map(|_| {
            let (a, b) = (stream.below(PEOPLE as u32), stream.below(PEOPLE as u32));
            (a != b).then_some((a.min(b), a.max(b)))
        }));
        pairs.sort_unstable();
        pairs.dedup();
    }
    let id = |at: u32| people.get(at as usize).map(|person| person.id.clone());
    let tie = |&(a, b): &(u32, u32)| {
        Some(Tie { a: id(a)?, b: id(b)?, weight: f64::from((a + b) % 9 + 1) })
    };
    let ties: Vec<Tie> = pairs.iter().filter_map(tie).collect();
    let quotas = r#"{"each": "organisation", "min": 10, "max": 30}"#;
    let request: SelectRequest = serde_json::from_str(&format!(
        r#"{{"people": [], "size": 200, "rules": {{"quotas": [{quotas}]}}}}"#
    ))?;
    let request = SelectRequest { people, ties, ..request };
    let clock = Instant::now();
    let found = select_watched(&request, &mut Clock(clock))?;
    println!(
        "\n200 of {PEOPLE} with {} ties and ten quotas: value {:.3} of at most {:.3} in {:.1} s",
        request.ties.len(),
        found.score.total,
        found.bound.unwrap_or(f64::NAN),
        clock.elapsed().as_secs_f64()
    );
    Ok(())
}
