//! Programmes proved best: how long it takes, from small decks to the whole one.
//!
//! usage: cargo bench --bench equip
//!
//! Cards are drawn at random with a fixed seed, or are the built-in deck; median and longest of
//! ten programmes. `tests/peers/equip/run` puts CP-SAT beside the planner on the same model.

use innovation_core::equip::{Card, PlanRequest, plan};
use innovation_core::random::{Address, Purpose, Stream};
use serde_json::json;
use std::error::Error;
use std::time::Instant;

const RUNS: u32 = 10;

fn main() -> Result<(), Box<dyn Error>> {
    println!(
        "{:<34} {:>9} {:>9} {:>7} {:>9}",
        "programme", "median ms", "most ms", "proved", "gap %"
    );
    for (count, slots) in [(20, 6), (40, 8), (60, 10), (100, 12)] {
        let name = format!("{count} cards, {slots} slots");
        table(&name, |seed| random(seed, count, slots))?;
    }
    for goal in ["ideas", "concept", "decision", "measures", "adaptation-map", "handover"] {
        table(&format!("deck, 3 × 240 minutes: {goal}"), |seed| {
            let mut request: PlanRequest = serde_json::from_value(json!({
                "goal": [goal],
                "sessions": [
                    {"start": "2026-03-04T09:00", "minutes": 240},
                    {"start": "2026-03-11T09:00", "minutes": 240},
                    {"start": "2026-03-18T09:00", "minutes": 240},
                ],
                "group": {"size": 12},
            }))?;
            request.group.size = 8 + seed % 7;
            Ok(request)
        })?;
    }
    Ok(())
}

/// Median, longest, proofs and the widest gap of ten programmes.
fn table(
    name: &str,
    make: impl Fn(u32) -> Result<PlanRequest, serde_json::Error>,
) -> Result<(), Box<dyn Error>> {
    let (mut times, mut proved, mut gap, mut none) = (Vec::new(), 0, 0.0_f64, 0);
    for seed in 1..=RUNS {
        let request = make(seed)?;
        let clock = Instant::now();
        let planned = plan(&request);
        times.push(clock.elapsed().as_secs_f64() * 1e3);
        match planned {
            Ok(plan) => {
                proved += u32::from(plan.proved);
                gap = gap.max(100.0 * (plan.bound - plan.value) as f64 / plan.value.max(1) as f64);
            }
            Err(_) => none += 1,
        }
    }
    times.sort_by(f64::total_cmp);
    let median = (times.get(4).unwrap_or(&0.0) + times.get(5).unwrap_or(&0.0)) / 2.0;
    let most = times.last().unwrap_or(&0.0);
    let told = if none > 0 { format!("  ({none} without a programme)") } else { String::new() };
    println!("{name:<34} {median:>9.1} {most:>9.1} {proved:>4}/{RUNS} {gap:>9.2}{told}");
    Ok(())
}

/// So many random cards for one session of a day, with so many slots.
fn random(seed: u32, count: u32, slots: u32) -> Result<PlanRequest, serde_json::Error> {
    let mut stream = Stream::new(seed.into(), Address::of(Purpose::Synthetic));
    let outcomes =
        ["trust", "insights", "question", "ideas", "concept", "plan", "decision", "story"];
    let phases =
        ["frame", "understand", "imagine", "prototype", "evaluate", "perpetuate", "spread"];
    let mut cards: Vec<Card> = Vec::new();
    for at in 0..count {
        let kind = match at % 10 {
            0 => "opening",
            1 => "closing",
            2 if at < 10 => "break",
            _ => "method",
        };
        let mut draw = |below: usize| stream.below(below as u32) as usize;
        let pick = |list: &[&str], at: usize| list.get(at).copied().unwrap_or_default().to_owned();
        let later = 1 + draw(outcomes.len() - 1);
        let (needs, yields) = match kind {
            "method" if draw(2) > 0 => {
                (vec![pick(&outcomes, later - 1)], vec![pick(&outcomes, later)])
            }
            "opening" => (vec![], vec!["trust".to_owned()]),
            "break" => (vec![], vec![]),
            _ => (vec![], vec![pick(&outcomes, 1 + draw(2))]),
        };
        let min = if kind == "method" { 15 + 5 * draw(12) } else { 10 + 5 * draw(3) };
        let whole = 5 + draw(20);
        cards.push(serde_json::from_value(json!({
            "id": format!("c{at:03}"), "kind": kind, "title": "card", "group": {"min": 3},
            "minutes": {"run": {"min": min, "max": min + 20}},
            "phases": [pick(&phases, draw(phases.len()))],
            "stages": [
                {"title": "s", "minutes": whole, "grouping": "whole", "instruction": "i"},
                {"title": "s", "minutes": 5 + draw(20), "grouping": "small", "instruction": "i"},
            ],
            "needs": needs, "yields": yields, "energy": 1 + draw(3),
            "patientBurden": pick(&["low", "medium", "high"], draw(3)),
            "safetyDemand": if kind == "method" { pick(&["low", "medium"], draw(2)) } else { "low".to_owned() },
        }))?);
    }
    serde_json::from_value(json!({
        "goal": ["ideas"], "cards": cards, "group": {"size": 12},
        "sessions": [{"start": "09:00", "minutes": 480,
                      "fixed": [{"at": 180, "minutes": 60, "title": "Lunch"}]}],
        "limits": {"cards": slots, "patientBurden": 8},
    }))
}
