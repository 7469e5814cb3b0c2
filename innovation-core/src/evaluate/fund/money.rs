//! Money, exactly: decimals in, decimals or fractions out, never a binary fraction.

use num_bigint::BigInt;
use num_rational::Ratio;
use num_traits::{One, Zero};
use serde::de::{self, Deserialize, Deserializer, Visitor};
use serde::ser::{Serialize, Serializer};
use std::fmt;

/// How many of the smallest parts make one unit of currency.
const PARTS: i128 = 1_000_000;
/// Digits after the point.
const DECIMALS: usize = 6;
/// Digits before the point.
const WHOLE: usize = 15;

/// An exact amount of money, in any currency: below 10¹⁵, to a millionth.
///
/// In JSON a whole number, or a string with a decimal point (`"0.9"`). A JSON number with a
/// point is refused: as a binary fraction, 0.9 is not nine tenths.
///
/// ```
/// use innovation_core::evaluate::Money;
/// assert_eq!(Money::parse("1.090").unwrap().to_string(), "1.09");
/// assert!(Money::parse("1,09").is_none());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Money(i128);

impl Money {
    /// Reads `12`, `-12` or `12.345678`: at most 15 digits before the point and 6 after it.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (negative, digits) = match text.strip_prefix('-') {
            Some(digits) => (true, digits),
            None => (false, text),
        };
        let (whole, part) = digits.split_once('.').unwrap_or((digits, "0"));
        let are_digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        if !are_digits(whole) || !are_digits(part) || whole.len() > WHOLE || part.len() > DECIMALS {
            return None;
        }
        let parts = format!("{part:0<DECIMALS$}").parse::<i128>().ok()?;
        let sum = whole.parse::<i128>().ok()? * PARTS + parts;
        Some(Self(if negative { -sum } else { sum }))
    }

    /// A whole number of units, or `None` from 10¹⁵ on.
    #[must_use]
    pub fn whole(units: i64) -> Option<Self> {
        let fits = units.unsigned_abs() < 10_u64.pow(WHOLE as u32);
        fits.then(|| Self(i128::from(units) * PARTS))
    }

    /// Millionths of a unit.
    pub(super) fn parts(self) -> i128 {
        self.0
    }

    /// An amount in millionths of a unit.
    pub(super) fn of_parts(parts: i128) -> Self {
        Self(parts)
    }

    /// The nearest double, in units.
    pub(super) fn approximate(self) -> f64 {
        self.0 as f64 / PARTS as f64
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let parts = self.0.unsigned_abs();
        let (whole, part) = (parts / PARTS.unsigned_abs(), parts % PARTS.unsigned_abs());
        let part = format!("{part:0DECIMALS$}");
        let part = part.trim_end_matches('0');
        write!(f, "{sign}{whole}{}{part}", if part.is_empty() { "" } else { "." })
    }
}

impl Serialize for Money {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Money {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Read;
        const SIZE: &str = "money is below 1000000000000000 (10 to the 15th)";
        impl Visitor<'_> for Read {
            type Value = Money;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("money: a whole number, or a string such as \"12.50\"")
            }
            fn visit_i64<E: de::Error>(self, units: i64) -> Result<Money, E> {
                Money::whole(units).ok_or_else(|| E::custom(SIZE))
            }
            fn visit_u64<E: de::Error>(self, units: u64) -> Result<Money, E> {
                i64::try_from(units).ok().and_then(Money::whole).ok_or_else(|| E::custom(SIZE))
            }
            fn visit_f64<E: de::Error>(self, units: f64) -> Result<Money, E> {
                Err(E::custom(format!(
                    "a number with a point is not exact money: write a string, \"{units}\""
                )))
            }
            fn visit_str<E: de::Error>(self, text: &str) -> Result<Money, E> {
                Money::parse(text).ok_or_else(|| {
                    E::custom(
                        "money is written with digits and at most one point, up to 15 digits \
                         before it and 6 after it, such as \"1250.50\"",
                    )
                })
            }
        }
        deserializer.deserialize_any(Read)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Money {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Money".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "Exact money: a whole number of units, or a decimal string.",
            "anyOf": [
                {"type": "integer", "exclusiveMaximum": 1_000_000_000_000_000_i64},
                {"type": "string", "pattern": r"^-?[0-9]{1,15}(\.[0-9]{1,6})?$"}
            ]
        })
    }
}

/// `numerator / denominator` millionths of a unit, as a decimal in units where that ends, else
/// as a fraction in lowest terms, `7/3`.
pub(super) fn amount(numerator: BigInt, denominator: BigInt) -> String {
    if denominator.is_zero() {
        return "0".to_owned();
    }
    let exact = Ratio::new(numerator, denominator * PARTS);
    let (numerator, denominator) = (exact.numer(), exact.denom());
    let twos = denominator.trailing_zeros().unwrap_or(0);
    let mut rest: BigInt = denominator >> twos;
    let mut fives = 0_u64;
    while (&rest % 5_u32).is_zero() {
        rest /= 5_u32;
        fives += 1;
    }
    if !rest.is_one() {
        return format!("{numerator}/{denominator}");
    }
    let decimals = twos.max(fives) as usize;
    let power = |base: u32, times: u64| BigInt::from(base).pow(u32::try_from(times).unwrap_or(0));
    let scaled =
        numerator * power(5, twos.saturating_sub(fives)) * power(2, fives.saturating_sub(twos));
    if decimals == 0 {
        return scaled.to_string();
    }
    let sign = if scaled < BigInt::zero() { "-" } else { "" };
    let digits = format!("{:0>width$}", scaled.magnitude().to_string(), width = decimals + 1);
    let (whole, part) = digits.split_at(digits.len() - decimals);
    format!("{sign}{whole}.{part}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn money_is_read_as_it_is_written() {
        for (text, expected) in [
            ("0.9", "0.9"),
            ("1.09", "1.09"),
            ("007.50", "7.5"),
            ("-3", "-3"),
            ("-0.000001", "-0.000001"),
            ("999999999999999.999999", "999999999999999.999999"),
        ] {
            assert_eq!(Money::parse(text).unwrap().to_string(), expected);
        }
        for text in ["", ".5", "5.", "1e3", "1,5", "+1", "1.0000001", "1000000000000000", "--1"] {
            assert_eq!(Money::parse(text), None, "{text}");
        }
    }

    #[test]
    fn json_takes_whole_numbers_and_strings_and_refuses_binary_fractions() {
        let read = |text: &str| serde_json::from_str::<Money>(text);
        assert_eq!(read("12").unwrap(), read("\"12.0\"").unwrap());
        assert!(read("0.9").unwrap_err().to_string().contains("write a string, \"0.9\""));
        assert!(read("1000000000000000").is_err());
        assert!(read("18446744073709551615").is_err());
        assert!(read("true").is_err());
        assert_eq!(serde_json::to_string(&Money::parse("0.90").unwrap()).unwrap(), "\"0.9\"");
    }

    #[test]
    fn an_amount_is_a_decimal_where_it_ends() {
        let shown = |n: i128, d: i128| amount(BigInt::from(n * PARTS), BigInt::from(d));
        assert_eq!(shown(7, 3), "7/3");
        assert_eq!(shown(5, 2), "2.5");
        assert_eq!(shown(-1, 8), "-0.125");
        assert_eq!(shown(6, 3), "2");
        assert_eq!(shown(1, 25), "0.04");
        assert_eq!(shown(0, 7), "0");
        assert_eq!(shown(400_000, 93), "400000/93");
    }

    proptest! {
        /// What is written reads as the same.
        #[test]
        fn money_survives_its_text(parts in -10_i128.pow(21) + 1..10_i128.pow(21)) {
            let money = Money(parts);
            prop_assert_eq!(Money::parse(&money.to_string()), Some(money));
            prop_assert_eq!(amount(BigInt::from(parts), BigInt::from(1)), money.to_string());
        }
    }
}
