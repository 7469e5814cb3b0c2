//! How long it takes to read large tables, from the text of a request to the text of an answer.
//!
//! `cargo bench -p innovation-core --bench exchange`: ten million bytes of contacts, of ties and
//! of people, each through the contract; seconds of the processor, the least of five.

use innovation_core::call;
use serde_json::json;
use std::error::Error;
use std::fmt::Write;

#[path = "clock/mod.rs"]
mod clock;

const BYTES: usize = 10_000_000;

fn main() -> Result<(), Box<dyn Error>> {
    measure("exchange.tiesFromContacts", &contacts()?)?;
    measure("exchange.tiesFromTable", &ties()?)?;
    measure("exchange.peopleFromTable", &people()?)
}

fn measure(operation: &str, text: &str) -> Result<(), Box<dyn Error>> {
    let request = json!({ "text": text }).to_string();
    let mut least = f64::INFINITY;
    let mut length = 0;
    for _ in 0..5 {
        let clock = clock::Clock::begin();
        let answer = call(operation, &request)?;
        least = least.min(clock.seconds());
        length = answer.len();
    }
    let rows = text.lines().count();
    println!("{operation}: {rows} rows of {} bytes, answer of {length}, {least:.3} s", text.len());
    Ok(())
}

/// Contacts among 2,000 people, as sensors write them: moment and two people.
fn contacts() -> Result<String, std::fmt::Error> {
    let mut text = String::with_capacity(BYTES + 100);
    let mut row = 0_u64;
    while text.len() < BYTES {
        let (a, b) = (row * 7919 % 2000, row * 104_729 % 1999);
        let b = if b >= a { b + 1 } else { b };
        writeln!(text, "{}\t{}\t{}", 20 * (row / 40), 1000 + a, 1000 + b)?;
        row += 1;
    }
    Ok(text)
}

/// Ties of people with twenty others each.
fn ties() -> Result<String, std::fmt::Error> {
    let mut text = "from,to,weight\n".to_owned();
    let mut row = 0_u64;
    while text.len() < BYTES {
        let (a, other) = (row / 20, row % 20);
        writeln!(text, "person-{a},person-{},{}", a + 1 + other, 1 + row % 9)?;
        row += 1;
    }
    Ok(text)
}

/// People with what a personnel system knows of them.
fn people() -> Result<String, std::fmt::Error> {
    let mut text = "id;rôle;organisation;service\n".to_owned();
    let roles = ["nurse", "hospital-physician", "patient", "researcher"];
    for (row, role) in roles.into_iter().cycle().enumerate() {
        if text.len() >= BYTES {
            break;
        }
        writeln!(text, "agent-{row};{role};Établissement {};Unité {}", row % 40, row % 900)?;
    }
    Ok(text)
}
