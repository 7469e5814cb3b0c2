//! A city's vote: 65 projects and 65,000 ballots that approve one to eight of them.
//!
//! `tests/peers/evaluate/funding.py` draws the same vote, number for number, and runs
//! pabutools on it; the lines `NAME funded IDS` let it compare the outcomes.

use crate::{Outcome, best};
use innovation_core::evaluate::{FundRequest, Funding, fund};
use serde_json::{Value, json};

const PROJECTS: u64 = 65;
const BALLOTS: u64 = 65_000;
const MOST_APPROVED: u64 = 8;
const BUDGET: u64 = 4_500_000;

/// Every case, best of some runs.
pub fn run() -> Outcome {
    let vote = vote();
    for (name, change) in [
        ("shares.cost", json!({"utility": "cost", "completion": "none"})),
        ("shares.cardinality", json!({"utility": "cardinality", "completion": "none"})),
        ("shares.addOne", json!({"utility": "cost", "completion": "addOne"})),
        ("greedy.cost", json!({"utility": "cost", "rule": "greedy"})),
    ] {
        let mut vote = vote.clone();
        if let (Some(vote), Value::Object(change)) = (vote.as_object_mut(), change) {
            vote.extend(change);
        }
        let text = vote.to_string();
        let request: FundRequest = serde_json::from_str(&text)?;
        let runs = if name.ends_with("addOne") { 2 } else { 5 };
        let mut funding = None;
        best(name, runs, || fund(&request).map(|answer| funding = Some(answer)))?;
        if let Some(funding) = &funding {
            println!("{name} funded {}", names(funding));
        }
        if name == "shares.cost" {
            best("shares.cost.json", runs, || innovation_core::call("evaluate.fund", &text))?;
        }
    }
    Ok(())
}

fn names(funding: &Funding) -> String {
    let mut names: Vec<&str> = funding.funded.iter().map(|id| id.as_str()).collect();
    names.sort_unstable();
    names.join(",")
}

/// The vote: popular projects are drawn more often, costs vary fifteenfold.
fn vote() -> Value {
    let mut random = SplitMix(1);
    let projects: Vec<Value> = (0..PROJECTS)
        .map(|at| json!({"id": format!("p{at:02}"), "cost": 1000 * (20 + random.below(280))}))
        .collect();
    let ballots: Vec<Value> = (0..BALLOTS)
        .map(|voter| {
            let mut approved = std::collections::BTreeSet::new();
            for _ in 0..=random.below(MOST_APPROVED) {
                let (a, b) = (random.below(PROJECTS), random.below(PROJECTS));
                approved.insert(format!("p{:02}", a.min(b)));
            }
            let role = if voter % 3 == 0 { "patient" } else { "carer" };
            json!({"voter": format!("v{voter}"), "role": role, "approve": approved})
        })
        .collect();
    json!({"projects": projects, "ballots": ballots, "budget": BUDGET})
}

/// A generator that is a line in any language (Steele, Lea and Flood, 2014).
struct SplitMix(u64);

impl SplitMix {
    fn below(&mut self, n: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (((z ^ (z >> 31)) >> 32) * n) >> 32
    }
}
