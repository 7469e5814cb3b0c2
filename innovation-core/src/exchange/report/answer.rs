//! The answers of other operations, read member by member.
//!
//! A report reads a few members of an answer and ignores the others, so that an answer can be
//! passed on as it was given. What is read is checked, and a fault names its place.

use crate::error::{Code, Error, Result};
use crate::text::Text;
use serde_json::Value;

/// Longer lists are not read.
const LONGEST: usize = 2_000;
/// Larger numbers cannot be drawn.
const LARGEST: f64 = 1e12;

/// A value within an answer, and where it stands in the request.
#[derive(Debug, Clone)]
pub(super) struct Answer<'a> {
    value: &'a Value,
    pub path: String,
}

impl<'a> Answer<'a> {
    /// The answer itself.
    pub(super) fn of(value: &'a Value, path: &str) -> Result<Self> {
        let answer = Self { value, path: path.to_owned() };
        if value.is_object() { Ok(answer) } else { Err(answer.wrong("is not an object")) }
    }

    /// A member, where it is there and not null.
    pub(super) fn get(&self, name: &str) -> Option<Self> {
        let value = self.value.get(name).filter(|value| !value.is_null())?;
        Some(Self { value, path: format!("{}/{name}", self.path) })
    }

    /// A member that must be there.
    pub(super) fn need(&self, name: &str) -> Result<Self> {
        self.get(name).ok_or_else(|| {
            let message = format!("the field {name:?} is missing");
            Error::new(Code::ContractMissingField, message)
                .at(self.path.clone())
                .hint("pass the answer on as it was given")
        })
    }

    /// The elements of a list; none where it is absent.
    pub(super) fn list(&self, name: &str) -> Result<Vec<Self>> {
        let Some(list) = self.get(name) else { return Ok(Vec::new()) };
        let Value::Array(values) = list.value else { return Err(list.wrong("is not a list")) };
        if values.len() > LONGEST {
            let message = format!("{} elements are more than {LONGEST}", values.len());
            return Err(Error::new(Code::ContractTooLarge, message).at(list.path));
        }
        let each = values.iter().enumerate();
        Ok(each.map(|(at, value)| Self { value, path: format!("{}/{at}", list.path) }).collect())
    }

    /// The numbers of a list, with gaps.
    pub(super) fn numbers(&self, name: &str) -> Result<Vec<Option<f64>>> {
        let number =
            |one: &Self| if one.value.is_null() { Ok(None) } else { one.number().map(Some) };
        self.list(name)?.iter().map(number).collect()
    }

    /// A string.
    pub(super) fn string(&self) -> Result<&'a str> {
        self.value.as_str().ok_or_else(|| self.wrong("is not a string"))
    }

    /// A text in languages, or a string.
    pub(super) fn text(&self) -> Result<Text> {
        let wrong = || self.wrong("is not a text");
        match self.value {
            Value::String(text) => Ok(Text::from(text.as_str())),
            Value::Object(map) if !map.is_empty() => {
                let pair =
                    |(tag, text): (&'a String, &'a Value)| Some((tag.as_str(), text.as_str()?));
                let pairs: Option<Vec<(&str, &str)>> = map.iter().map(pair).collect();
                Ok(Text::in_languages(pairs.ok_or_else(wrong)?))
            }
            _ => Err(wrong()),
        }
    }

    /// A number that can be drawn.
    pub(super) fn number(&self) -> Result<f64> {
        let number = self.value.as_f64().ok_or_else(|| self.wrong("is not a number"))?;
        if number.abs() <= LARGEST { Ok(number) } else { Err(self.wrong("is too large to draw")) }
    }

    /// A number from 0 to 1.
    pub(super) fn share(&self) -> Result<f64> {
        let share = self.number()?;
        if (0.0..=1.0 + 1e-9).contains(&share) {
            Ok(share.min(1.0))
        } else {
            Err(self.wrong("is not a share from 0 to 1"))
        }
    }

    /// A whole number of at most `most`.
    pub(super) fn whole(&self, most: u32) -> Result<u32> {
        let whole = self.value.as_u64().and_then(|number| u32::try_from(number).ok());
        whole
            .filter(|&number| number <= most)
            .ok_or_else(|| self.wrong(&format!("is not a whole number from 0 to {most}")))
    }

    /// The value of a statistic, where it exists.
    pub(super) fn statistic(&self, name: &str) -> Result<Option<f64>> {
        let value = self.get(name).and_then(|statistic| statistic.get("value"));
        value.map(|value| value.number()).transpose()
    }

    /// Whether a member is true.
    pub(super) fn is(&self, name: &str) -> bool {
        self.value.get(name) == Some(&Value::Bool(true))
    }

    /// A member as a string, where it is there.
    pub(super) fn maybe(&self, name: &str) -> Result<Option<&'a str>> {
        self.get(name).map(|one| one.string()).transpose()
    }

    /// A refusal of this value.
    pub(super) fn wrong(&self, what: &str) -> Error {
        Error::new(Code::ContractInvalidValue, format!("this {what}")).at(self.path.clone())
    }

    /// A refusal because this value contradicts another.
    pub(super) fn contradicts(&self, fact: String) -> Error {
        Error::new(Code::ExchangeContradiction, fact)
            .at(self.path.clone())
            .hint("pass on answers that belong together, each as it was given")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_fault_names_its_place() {
        let value = json!({"items": [{"start": 3}, {"start": "x"}], "far": 1e300, "none": null});
        let answer = Answer::of(&value, "/programme").unwrap();
        let items = answer.list("items").unwrap();
        assert_eq!(items[0].need("start").unwrap().whole(9).unwrap(), 3);
        let place = |error: Error| format!("{} {}", error.code(), error.path());
        let start = items[1].need("start").unwrap();
        assert_eq!(
            place(start.number().unwrap_err()),
            "contract.invalid-value /programme/items/1/start"
        );
        assert_eq!(
            place(answer.need("far").unwrap().number().unwrap_err()),
            "contract.invalid-value /programme/far"
        );
        assert_eq!(place(answer.need("none").unwrap_err()), "contract.missing-field /programme");
        assert!(Answer::of(&json!([]), "/coverage").is_err());
    }
}
