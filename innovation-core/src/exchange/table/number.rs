//! Numbers as people write them: decimal point or comma, thousands in groups.
//!
//! The mark is decided for a whole column. `2,5` shows a comma, `2.5` a point; `1,250` alone
//! shows neither, for it may be a thousand or a one. Where semicolons stand between the
//! cells the comma is taken as the decimal mark, which is why they stand there.

use super::found::{Decimal, Separator};

/// Why a decimal mark cannot be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Doubt {
    /// One cell shows a comma, another a point: the positions of the two.
    Both(usize, usize),
    /// Commas before three digits, and nothing that tells what they mean: where.
    Thousands(usize),
}

/// The decimal mark of a column.
pub(super) fn decimal<'a>(
    cells: impl Iterator<Item = &'a str>,
    separator: Separator,
) -> Result<Decimal, Doubt> {
    let (mut comma, mut point, mut either) = (None, None, None);
    for (at, cell) in cells.enumerate() {
        let slot = match shows(cell) {
            Shows::Comma => &mut comma,
            Shows::Point => &mut point,
            Shows::CommaOrThousands => &mut either,
            Shows::Nothing => continue,
        };
        slot.get_or_insert(at);
    }
    match (comma, point, either) {
        (Some(comma), Some(point), _) => Err(Doubt::Both(comma, point)),
        (Some(_), None, _) => Ok(Decimal::Comma),
        (None, Some(_), _) => Ok(Decimal::Point),
        (None, None, Some(_)) if separator == Separator::Semicolon => Ok(Decimal::Comma),
        (None, None, Some(at)) => Err(Doubt::Thousands(at)),
        (None, None, None) => Ok(Decimal::None),
    }
}

enum Shows {
    Comma,
    Point,
    CommaOrThousands,
    Nothing,
}

fn shows(cell: &str) -> Shows {
    match (cell.rfind(','), cell.rfind('.')) {
        (Some(comma), Some(point)) if comma > point => Shows::Comma,
        (_, Some(_)) => Shows::Point,
        (None, None) => Shows::Nothing,
        (Some(_), None) => {
            let groups: Vec<&str> = cell.split(',').collect();
            let thousands = grouped(&groups) && !cell.starts_with('0');
            match thousands {
                true if groups.len() > 2 => Shows::Point,
                true => Shows::CommaOrThousands,
                false => Shows::Comma,
            }
        }
    }
}

/// The number in a cell; `None` where there is none, or none that is finite.
pub(in crate::exchange) fn number(cell: &str, decimal: Decimal) -> Option<f64> {
    let (mark, group) = if decimal == Decimal::Comma { (',', '.') } else { ('.', ',') };
    let (sign, unsigned) = match cell.strip_prefix(['-', '\u{2212}']) {
        Some(rest) => ("-", rest),
        None => ("", cell.strip_prefix('+').unwrap_or(cell)),
    };
    let (whole, fraction) = match unsigned.split_once(mark) {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (unsigned, None),
    };
    let groups: Vec<&str> =
        whole.split([group, ' ', '\u{a0}', '\u{202f}', '\u{2009}', '\'', '’']).collect();
    let plain = groups.len() == 1 || grouped(&groups);
    if !plain || !unsigned.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let fraction = fraction.unwrap_or("0");
    let value: f64 =
        format!("{sign}{}.{fraction}", groups.concat()).parse().ok().or_else(|| {
            // An exponent stands behind the whole part: 1e3.
            format!("{sign}{}", groups.concat()).parse().ok()
        })?;
    value.is_finite().then_some(value)
}

/// Digits in groups as in 1,234,567.
fn grouped(groups: &[&str]) -> bool {
    let digits = |text: &&str| text.bytes().all(|byte| byte.is_ascii_digit());
    groups.iter().all(digits)
        && groups.split_first().is_some_and(|(first, rest)| {
            (1..=3).contains(&first.len()) && rest.iter().all(|group| group.len() == 3)
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn mark(cells: &str, separator: Separator) -> Result<Decimal, Doubt> {
        decimal(cells.split_whitespace(), separator)
    }

    #[test]
    fn the_mark_is_what_the_column_shows() {
        use Separator::{Comma, Semicolon};
        assert_eq!(mark("1 2 3", Comma), Ok(Decimal::None));
        assert_eq!(mark("1 2,5 3", Comma), Ok(Decimal::Comma));
        assert_eq!(mark("1 2.5 1,250", Comma), Ok(Decimal::Point));
        assert_eq!(mark("1.250,5", Comma), Ok(Decimal::Comma));
        assert_eq!(mark("1,250.5 1,250,000", Comma), Ok(Decimal::Point));
        assert_eq!(mark("0,125", Comma), Ok(Decimal::Comma));
        assert_eq!(mark("1,250", Semicolon), Ok(Decimal::Comma));
        assert_eq!(mark("3 1,250", Comma), Err(Doubt::Thousands(1)));
        assert_eq!(mark("1,5 3 2.5", Semicolon), Err(Doubt::Both(0, 2)));
    }

    #[test]
    fn numbers_are_read_as_written() {
        for (cell, decimal, expected) in [
            ("2,5", Decimal::Comma, Some(2.5)),
            ("1 250,5", Decimal::Comma, Some(1250.5)),
            ("1\u{202f}250", Decimal::None, Some(1250.0)),
            ("1.250,5", Decimal::Comma, Some(1250.5)),
            ("1,250.5", Decimal::Point, Some(1250.5)),
            ("1e3", Decimal::None, Some(1000.0)),
            ("2.5e-1", Decimal::Point, Some(0.25)),
            ("-3", Decimal::None, Some(-3.0)),
            ("5.", Decimal::Point, Some(5.0)),
            ("12 5", Decimal::None, None),
            ("1,25", Decimal::Point, None),
            ("inf", Decimal::None, None),
            ("NaN", Decimal::None, None),
            ("1e999", Decimal::None, None),
            ("--3", Decimal::None, None),
            ("", Decimal::None, None),
            (".5", Decimal::Point, None),
            ("3 h", Decimal::None, None),
        ] {
            assert_eq!(number(cell, decimal), expected, "{cell}");
        }
    }

    proptest! {
        /// A number written with either mark comes back.
        #[test]
        fn a_number_comes_back(value in 0.0f64..1e9) {
            let text = format!("{value:.4}");
            let expected = text.parse().ok();
            prop_assert_eq!(number(&text, Decimal::Point), expected);
            prop_assert_eq!(number(&text.replace('.', ","), Decimal::Comma), expected);
        }
    }
}
