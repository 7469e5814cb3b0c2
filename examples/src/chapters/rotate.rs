//! Who sits with whom, for four rounds.

use super::Story;
use innovation_core::Result;
use innovation_core::gather::{Effort, RotateRequest, Rules, Tables, Value, rotate};
use innovation_core::people::{Id, Person, Tie};

/// Rounds of the main job.
const ROUNDS: u32 = 4;

/// People at a table.
const SEATS: usize = 4;

/// Seats the chosen people for four rounds.
pub(crate) fn tell(story: &mut Story) -> Result<()> {
    let chosen: Vec<Id> =
        story.selection.as_ref().map_or(Vec::new(), |selection| selection.chosen.clone());
    if chosen.is_empty() {
        return Ok(());
    }
    story.heading("Four rounds at tables", "Quatre rondes de tables");
    let rotation = rotate(&request(story, &chosen))?;
    for (number, round) in (1..).zip(&rotation.rounds) {
        let table = |table: &Vec<Id>| table.iter().map(Id::as_str).collect::<Vec<_>>().join(" ");
        let tables: Vec<String> = round.tables.iter().map(table).collect();
        story.line(&format!("{} {number}  {}", story.say("round", "ronde"), tables.join("  |  ")));
    }
    let score = rotation.score;
    story.line(&format!(
        "{} {}, {} {}, {} {}",
        score.new_pairs,
        story.say("pairs meet", "paires se rencontrent"),
        score.repeats,
        story.say("meet again", "se retrouvent"),
        score.never_met,
        story.say("do not meet", "ne se rencontrent pas"),
    ));
    story.rotation = Some(rotation);
    Ok(())
}

/// The chosen people at tables of about four.
fn request(story: &Story, chosen: &[Id]) -> RotateRequest {
    let there = |id: &Id| chosen.contains(id);
    let people: Vec<Person> = story
        .input
        .people
        .iter()
        .filter(|person| there(&person.id))
        .map(|person| Person { reports_to: None, ..person.clone() })
        .collect();
    let ties: Vec<Tie> =
        story.input.ties.iter().filter(|tie| there(&tie.a) && there(&tie.b)).cloned().collect();
    RotateRequest {
        tables: Tables::alike(people.len().div_ceil(SEATS) as u32, None),
        people,
        rounds: ROUNDS,
        history: Vec::new(),
        absences: Vec::new(),
        slots: Vec::new(),
        rules: Rules::default(),
        ties,
        value: Value::default(),
        seed: story.options.seed.into(),
        effort: Effort::default(),
    }
}
