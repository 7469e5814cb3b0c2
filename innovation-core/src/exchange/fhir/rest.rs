//! What one JSON has and another has not, as a JSON Patch, and the way back.
//!
//! # References
//!
//! P. Bryan, M. Nottingham, *JavaScript Object Notation (JSON) Patch*, RFC 6902, 2013.

use super::request::{PatchOp, PatchStep};
use crate::error::{Code, Error, Result};
use crate::evaluate::under;
use serde_json::Value;

/// Most steps that are put back.
const MOST_STEPS: usize = 50_000;
/// Most elements of a list in which steps insert and remove.
const LONGEST: usize = 20_000;

/// The steps that lead from one JSON to another.
pub(super) fn between(from: &Value, to: &Value) -> Vec<PatchStep> {
    let mut steps = Vec::new();
    compare(from, to, "", &mut steps);
    steps
}

fn compare(from: &Value, to: &Value, place: &str, steps: &mut Vec<PatchStep>) {
    let step = |op, path, value: &Value| PatchStep { op, path, value: value.clone() };
    match (from, to) {
        (Value::Object(old), Value::Object(new)) => {
            for name in old.keys().filter(|name| !new.contains_key(*name)) {
                steps.push(step(PatchOp::Remove, under(place, name), &Value::Null));
            }
            for (name, value) in new {
                match old.get(name) {
                    Some(before) => compare(before, value, &under(place, name), steps),
                    None => steps.push(step(PatchOp::Add, under(place, name), value)),
                }
            }
        }
        (Value::Array(old), Value::Array(new)) if old.len() == new.len() => {
            for (at, (before, value)) in old.iter().zip(new).enumerate() {
                compare(before, value, &format!("{place}/{at}"), steps);
            }
        }
        (Value::Array(old), Value::Array(new)) => {
            let start = old.iter().zip(new).take_while(|(a, b)| a == b).count();
            let rest = |list: &'_ [Value]| list.len() - start;
            let ends = old.iter().rev().zip(new.iter().rev()).take_while(|(a, b)| a == b).count();
            let end = ends.min(rest(old)).min(rest(new));
            for at in (start..old.len() - end).rev() {
                steps.push(step(PatchOp::Remove, format!("{place}/{at}"), &Value::Null));
            }
            for (at, value) in new.iter().enumerate().take(new.len() - end).skip(start) {
                steps.push(step(PatchOp::Add, format!("{place}/{at}"), value));
            }
        }
        _ if from == to => {}
        _ => steps.push(step(PatchOp::Replace, place.to_owned(), to)),
    }
}

/// Takes the steps on a resource.
pub(super) fn put_back(resource: &mut Value, steps: &[PatchStep]) -> Result<()> {
    if steps.len() > MOST_STEPS {
        let fact = format!("more than {MOST_STEPS} steps");
        return Err(Error::new(Code::ContractTooLarge, fact).at("/rest"));
    }
    for (at, step) in steps.iter().enumerate() {
        if take(resource, step).is_none() {
            let fact = format!("the resource has no place {:?} for this step", step.path);
            return Err(Error::new(Code::ExchangeRestDoesNotFit, fact)
                .at(format!("/rest/{at}/path"))
                .hint("put a rest back on the document it was made with"));
        }
    }
    Ok(())
}

fn take(resource: &mut Value, step: &PatchStep) -> Option<()> {
    if step.path.is_empty() {
        if step.op != PatchOp::Replace {
            return None;
        }
        *resource = step.value.clone();
        return Some(());
    }
    let (parent, name) = step.path.rsplit_once('/')?;
    let name = name.replace("~1", "/").replace("~0", "~");
    match resource.pointer_mut(parent)? {
        Value::Object(members) => match step.op {
            PatchOp::Remove => members.remove(&name).map(drop),
            PatchOp::Replace if !members.contains_key(&name) => None,
            PatchOp::Add | PatchOp::Replace => {
                members.insert(name, step.value.clone());
                Some(())
            }
        },
        Value::Array(list) => {
            let at: usize = name.parse().ok()?;
            if list.len() > LONGEST {
                return None;
            }
            match step.op {
                PatchOp::Add if at <= list.len() => list.insert(at, step.value.clone()),
                PatchOp::Remove if at < list.len() => drop(list.remove(at)),
                PatchOp::Replace => *list.get_mut(at)? = step.value.clone(),
                _ => return None,
            }
            Some(())
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::json;

    fn tree() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            (0..4_i32).prop_map(Value::from),
            "[a/~ ]{0,3}".prop_map(Value::from),
        ];
        leaf.prop_recursive(4, 24, 4, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
                prop::collection::btree_map("[a/~]{1,2}", inner, 0..4)
                    .prop_map(|map| Value::Object(map.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(1_000))]

        /// What lies between two documents leads from one to the other.
        #[test]
        fn what_lies_between_leads_over(from in tree(), to in tree()) {
            let steps = between(&from, &to);
            let mut way = from;
            put_back(&mut way, &steps).unwrap();
            prop_assert_eq!(way, to);
        }
    }

    #[test]
    fn a_step_that_does_not_fit_is_refused() {
        let step = |op, path: &str| PatchStep { op, path: path.into(), value: json!(1) };
        let steps = [
            step(PatchOp::Remove, "/b"),
            step(PatchOp::Replace, "/b"),
            step(PatchOp::Add, "/a/3"),
            step(PatchOp::Add, "/a/x"),
            step(PatchOp::Add, ""),
            step(PatchOp::Add, "a"),
            step(PatchOp::Replace, "/a/0/b"),
        ];
        for step in steps {
            let error =
                put_back(&mut json!({"a": [1, 2]}), std::slice::from_ref(&step)).unwrap_err();
            assert_eq!(
                (error.code(), error.path()),
                (Code::ExchangeRestDoesNotFit, "/rest/0/path")
            );
        }
    }
}
