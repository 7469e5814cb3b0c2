//! Sums that do not depend on order, and the way they are written down.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// Fraction bits: a step is 2⁻⁵², as fine as a double near 1.
const FRACTION_BITS: i32 = 52;

/// One, in steps.
const ONE: f64 = (1u64 << FRACTION_BITS) as f64;

/// The largest magnitude of a term: with it, 2³² squares stay within 128 bits.
pub(crate) const MOST_TERM: f64 = 2_097_152.0;

/// A sum in 128-bit fixed point with 52 fraction bits, written as a decimal string: the
/// whole number of 2⁻⁵² steps.
///
/// A term is rounded once, half to even; so is a square, after it was taken in doubles.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct FixedSum(pub(super) i128);

impl FixedSum {
    /// One term.
    #[inline]
    pub(super) fn of(term: f64) -> Self {
        // A power of two scales without rounding.
        let steps = libm::rint(term * ONE);
        // Most terms fit 64 bits, where the conversion is several times faster.
        let small = steps.abs() < ONE * 2048.0;
        Self(if small { i128::from(steps as i64) } else { steps as i128 })
    }

    /// The sum, or `None` where it leaves the range.
    pub(super) fn plus(self, other: Self) -> Option<Self> {
        self.0.checked_add(other.0).map(Self)
    }

    /// The sum as a number, rounded once.
    pub(super) fn value(self) -> f64 {
        libm::ldexp(self.0 as f64, -FRACTION_BITS)
    }
}

impl Serialize for FixedSum {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for FixedSum {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        // One form only: no sign of plus, no leading zero, so that bytes can be compared.
        match text.parse::<i128>() {
            Ok(steps) if steps.to_string() == text => Ok(Self(steps)),
            _ => Err(de::Error::custom("a sum is a whole number of 128 bits, as decimal text")),
        }
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for FixedSum {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "FixedSum".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "A sum in 128-bit fixed point: the whole number of 2^-52 steps.",
            "type": "string",
            "pattern": "^(0|-?[1-9][0-9]{0,38})$"
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sum_has_one_written_form() {
        for text in ["0", "-3", "170141183460469231731687303715884105727"] {
            let json = format!("\"{text}\"");
            let sum: FixedSum = serde_json::from_str(&json).unwrap();
            assert_eq!(serde_json::to_string(&sum).unwrap(), json);
        }
        for text in ["\"+1\"", "\"01\"", "\"-0\"", "\"1.5\"", "\"\"", "1", "\"1e3\""] {
            assert!(serde_json::from_str::<FixedSum>(text).is_err(), "{text}");
        }
        assert!(serde_json::from_str::<FixedSum>(&format!("\"1{}\"", "0".repeat(39))).is_err());
    }

    #[test]
    fn the_most_replicates_of_the_largest_term_fit() {
        let square = FixedSum::of(MOST_TERM * MOST_TERM);
        assert!(square.0.checked_mul(1 << 32).is_some());
        assert_eq!(FixedSum::of(0.1).value(), 0.1 + (FixedSum::of(0.1).value() - 0.1));
        assert!((FixedSum::of(-0.1).value() + 0.1).abs() < 2.3e-16);
    }
}
