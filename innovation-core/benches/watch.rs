//! How long a caller waits who says stop: for every operation that can be watched, a request that
//! would take long, the longest time between two looks at the watch, and the time from the stop to
//! the answer. `cargo bench -p innovation-core --bench watch`, on a machine that does nothing else.

use innovation_core::{Limits, Progress, Watch, call_with};
use serde_json::{Value, json};
use std::time::{Duration, Instant};

/// How long a request is watched before it is stopped.
const PATIENCE: Duration = Duration::from_secs(3);

/// Goes on until a moment, and remembers how long nobody asked.
struct Ear {
    start: Instant,
    last: Instant,
    first: Option<Duration>,
    longest: Duration,
    looks: u64,
}

impl Ear {
    fn new() -> Self {
        let now = Instant::now();
        Self { start: now, last: now, first: None, longest: Duration::ZERO, looks: 0 }
    }
}

impl Watch for Ear {
    fn milliseconds(&mut self) -> Option<f64> {
        Some(self.start.elapsed().as_secs_f64() * 1000.0)
    }

    fn proceed(&mut self, _: &Progress) -> bool {
        let now = Instant::now();
        let wait = now - self.last;
        if self.first.is_some() {
            self.longest = self.longest.max(wait);
        }
        self.first.get_or_insert(wait);
        (self.last, self.looks) = (now, self.looks + 1);
        now - self.start < PATIENCE
    }
}

fn people(count: usize) -> Vec<Value> {
    let roles = ["nurse", "patient", "hospital-physician", "researcher", "family-carer"];
    let person = |(place, role): (usize, &str)| {
        let organisation = format!("o{}", place % 23);
        json!({"id": format!("p{place}"), "role": role, "organisation": organisation})
    };
    roles.into_iter().cycle().enumerate().take(count).map(person).collect()
}

/// Ties between everybody within a stretch, weighted without order, so that no bound is reached.
fn ties(count: usize, each: usize) -> Vec<Value> {
    let weight = |a: usize, step: usize| 1 + (a * 7919 + step * 104_729 + a * step * 31) % 97;
    let tie = |a: usize, step: usize| json!({"a": format!("p{a}"), "b": format!("p{}", (a + step) % count), "weight": weight(a, step)});
    (0..count).flat_map(|a| (1..=each).map(move |step| tie(a, step))).collect()
}

fn network(nodes: usize, each: usize) -> Value {
    let edge = |a: usize, step: usize| json!([a, (a + step * step * 37 + 1) % nodes]);
    let edges: Vec<Value> =
        (0..nodes).flat_map(|a| (1..=each).map(move |step| edge(a, step))).collect();
    json!({"nodes": nodes, "edges": edges})
}

fn requests() -> Vec<(&'static str, &'static str, Value)> {
    let projects: Vec<Value> = (0..400)
        .map(|place| json!({"id": format!("q{place}"), "cost": 1000 + place * 7 % 911}))
        .collect();
    let ballots: Vec<Value> = (0..4000)
        .map(|voter: usize| {
            let order: Vec<String> = (0..12)
                .map(|rank| format!("q{}", (voter * 31 + rank * rank * 17 + rank) % 400))
                .collect();
            json!({"voter": format!("v{voter}"), "approve": order})
        })
        .collect();
    let ratings: Vec<Vec<u32>> = (0..5_000_u32)
        .map(|unit| (0..6).map(|rater| 1 + (unit * 7 + rater * unit % 5) % 5).collect())
        .collect();
    let criteria: Vec<Value> =
        (0..10).map(|place| json!({"id": format!("c{place}"), "direction": "max"})).collect();
    let alternatives: Vec<Value> = (0..60_usize)
        .map(|place| {
            let values: serde_json::Map<String, Value> = (0..10_usize)
                .map(|criterion| {
                    (
                        format!("c{criterion}"),
                        json!(((place * 37 + criterion * 101) % 97) as f64 / 97.0),
                    )
                })
                .collect();
            json!({"id": format!("a{place}"), "values": values})
        })
        .collect();
    let sessions: Vec<Value> = (1..=4)
        .map(|day| json!({"start": format!("2026-03-0{day}T09:00"), "minutes": 360}))
        .collect();
    let march = json!({"model": "march", "seed": 1, "replicates": {"from": 0, "to": 1_000_000}});
    let search = json!({"model": "search", "seed": 1, "replicates": {"from": 0, "to": 1_000_000}});
    vec![
        (
            "gather.select",
            "90 of 900, 360,000 ties",
            json!({"people": people(900), "ties": ties(900, 400), "size": 90, "seed": 1, "effort": {"milliseconds": 60_000}}),
        ),
        (
            "gather.seat",
            "400 at tables of 8",
            json!({"people": people(400), "ties": ties(400, 150), "tables": {"count": 50}, "seed": 1, "effort": {"milliseconds": 60_000}}),
        ),
        (
            "gather.rotate",
            "64, 16 tables, 24 rounds",
            json!({"people": people(64), "tables": {"count": 16}, "rounds": 24, "seed": 1, "effort": {"milliseconds": 60_000}}),
        ),
        (
            "equip.plan",
            "the deck, 4 days",
            json!({"goal": ["insights", "ideas"], "sessions": sessions, "group": {"size": 20}}),
        ),
        (
            "evaluate.agree",
            "5,000 × 6, 20,000 draws",
            json!({"ratings": ratings, "scale": {"kind": "ordinal", "levels": [1, 2, 3, 4, 5]}, "bootstrap": {"replicates": 20_000, "seed": 1}}),
        ),
        (
            "evaluate.rank",
            "60 × 10, 1,000,000 draws",
            json!({"alternatives": alternatives, "criteria": criteria, "draws": 1_000_000, "seed": 1}),
        ),
        (
            "evaluate.fund",
            "400 projects, 4,000 voters",
            json!({"projects": projects, "ballots": ballots, "budget": 150_000}),
        ),
        (
            "spread.simulate",
            "100,000 sites, a million ties",
            json!({"network": network(100_000, 10), "model": {"kind": "independentCascade", "p": 0.1}, "seeds": [0], "replicates": 100_000, "seed": 1}),
        ),
        (
            "spread.seed",
            "100,000 sites, a million ties",
            json!({"network": network(100_000, 10), "model": {"kind": "weightedCascade"}, "size": 50, "seed": 1}),
        ),
        (
            "spread.exposure",
            "40,000 sites, 400,000 ties",
            json!({"network": network(40_000, 10), "adoptions": (0..40_000).map(|place| 1 + place * 7 % 12).collect::<Vec<u32>>()}),
        ),
        ("explore.run", "March", march),
        ("explore.run", "search on networks", search),
    ]
}

fn main() {
    println!(
        "{:<17}{:<32}{:>9}{:>9}{:>9}{:>9}  milliseconds",
        "operation", "request", "first", "longest", "end", "looks"
    );
    for (operation, about, request) in requests() {
        let text = request.to_string();
        let mut ear = Ear::new();
        let answer = call_with(operation, &text, &Limits::default(), &mut ear);
        let end = ear.last.elapsed();
        let ms = |time: Duration| time.as_secs_f64() * 1000.0;
        match answer {
            Ok(_) => println!(
                "{operation:<17}{about:<32}{:>9.1}{:>9.1}{:>9.1}{:>9}",
                ear.first.map_or(f64::NAN, ms),
                ms(ear.longest),
                ms(end),
                ear.looks
            ),
            Err(error) => println!("{operation:<17}{about:<32}{error}"),
        }
    }
}
