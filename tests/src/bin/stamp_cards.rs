//! Notes in each card which source text its translations were made from.
//!
//! usage: stamp-cards CARD.json...    after a translation was brought up to date, not before

use innovation_core::equip::{Card, stamp};
use std::error::Error;
use std::fs;

fn main() -> Result<(), Box<dyn Error>> {
    for path in std::env::args().skip(1) {
        let mut card: Card = serde_json::from_str(&fs::read_to_string(&path)?)
            .map_err(|error| format!("{path}: {error}"))?;
        stamp(&mut card);
        fs::write(&path, serde_json::to_string_pretty(&card)? + "\n")?;
    }
    Ok(())
}
