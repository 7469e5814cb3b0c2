//! Requests that stay JSON while they change: a byte changed at random seldom does.

use libfuzzer_sys::fuzzer_mutate;
use serde_json::{Value, json};

/// Changes the JSON text behind the first `head` bytes; where it is none, or one time in four,
/// the bytes as they are. Gives the new size.
pub fn mutate(data: &mut [u8], size: usize, room: usize, seed: u32, head: usize) -> usize {
    let mut dice = Dice(u64::from(seed));
    let value = data.get(head..size).and_then(|text| serde_json::from_slice(text).ok());
    let Some(mut value) = value.filter(|_| dice.below(4) > 0) else {
        return fuzzer_mutate(data, size, room);
    };
    for _ in 0..=dice.below(3) {
        change(&mut value, &mut dice);
    }
    let text = value.to_string();
    let end = head.saturating_add(text.len());
    match data.get_mut(head..end) {
        Some(place) if end <= room => {
            place.copy_from_slice(text.as_bytes());
            end
        }
        _ => fuzzer_mutate(data, size, room),
    }
}

/// Walks down, and changes what it finds there.
fn change(value: &mut Value, dice: &mut Dice) {
    let deeper = dice.below(4) > 0;
    match value {
        Value::Array(items) if !items.is_empty() => {
            let at = dice.below(items.len());
            match dice.below(4) {
                _ if deeper => change(&mut items[at], dice),
                0 => drop(items.remove(at)),
                1 => items.push(items[at].clone()),
                2 => items.swap(0, at),
                _ => items[at] = leaf(dice),
            }
        }
        Value::Object(fields) if !fields.is_empty() => {
            let at = dice.below(fields.len());
            let Some(key) = fields.keys().nth(at).cloned() else { return };
            let other = dice.below(fields.len());
            match (dice.below(3), fields.get_mut(&key)) {
                (_, Some(field)) if deeper => change(field, dice),
                (0, _) => drop(fields.remove(&key)),
                (1, Some(field)) => *field = leaf(dice),
                (_, Some(field)) => {
                    let copy = field.clone();
                    if let Some(field) = fields.values_mut().nth(other) {
                        *field = copy;
                    }
                }
                (_, None) => {}
            }
        }
        Value::Number(number) => {
            let was = number.as_f64().unwrap_or_default();
            *value = match dice.below(6) {
                0 => json!(was + 1.0),
                1 => json!(was - 1.0),
                2 => json!(-was),
                3 => json!(was * 1000.0),
                4 => json!(number.as_i64().unwrap_or_default() ^ (1 << dice.below(31))),
                _ => leaf(dice),
            };
        }
        other => *other = leaf(dice),
    }
}

fn leaf(dice: &mut Dice) -> Value {
    match dice.below(16) {
        0 => Value::Null,
        1 => json!(true),
        2 => json!(0),
        3 => json!(-1),
        4 => json!(1),
        5 => json!(0.5),
        6 => json!(u32::MAX),
        7 => json!(9_007_199_254_740_993_u64),
        8 => json!(1e300),
        9 => json!(5e-324),
        10 => json!(""),
        11 => json!("\u{202e}אבג \u{1f9d1}\u{200d}\u{2695}\u{fe0f}"),
        12 => json!("2026-02-29T24:00:00Z"),
        13 => json!([]),
        14 => json!({}),
        _ => json!("a"),
    }
}

/// Numbers that a seed gives.
struct Dice(u64);

impl Dice {
    fn below(&mut self, sides: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides.max(1)
    }
}
