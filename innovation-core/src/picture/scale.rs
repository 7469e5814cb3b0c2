//! Scales, round numbers on them, and how numbers are written.

/// From values to pixels.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Scale {
    low: f64,
    high: f64,
    /// Pixel of the low end and of the high end.
    from: f64,
    to: f64,
}

impl Scale {
    /// A scale that holds all values with a little air, and does not go below 0 where they
    /// do not.
    pub(crate) fn over(values: impl Iterator<Item = f64>, from: f64, to: f64) -> Self {
        let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
        for value in values {
            (low, high) = (low.min(value), high.max(value));
        }
        if low > high {
            (low, high) = (0.0, 1.0);
        }
        let positive = low >= 0.0;
        let least = 1e-9 * low.abs().max(high.abs());
        let mut air = 0.06 * (high - low);
        if high - low <= least {
            air = if high == 0.0 { 0.5 } else { 0.1 * high.abs() };
        }
        low -= air;
        high += air;
        if positive {
            low = low.max(0.0);
        }
        Self { low, high, from, to }
    }

    /// A scale from one value to another without air, with its round numbers.
    pub(crate) fn between(low: f64, high: f64, from: f64, to: f64) -> (Self, Vec<f64>, Decimals) {
        let high = if high > low { high } else { low + 1.0 };
        let scale = Self { low, high, from, to };
        let (ticks, decimals) = scale.ticks(6);
        (scale, ticks, decimals)
    }

    /// The pixel of a value.
    pub(crate) fn at(self, value: f64) -> f64 {
        self.from + (value - self.low) / (self.high - self.low) * (self.to - self.from)
    }

    /// About `most` round numbers on the scale, and how many decimals they need.
    pub(crate) fn ticks(self, most: usize) -> (Vec<f64>, Decimals) {
        let (step, decimals) = step((self.high - self.low) / most.max(1) as f64);
        let first = (self.low / step).ceil();
        let each = (0..=2 * most).map(|at| (first + at as f64) * step);
        (each.take_while(|&tick| tick <= self.high * (1.0 + 1e-12)).collect(), decimals)
    }
}

/// The round number (1, 2 or 5 and zeros) at or above a span, and the decimals it needs.
fn step(span: f64) -> (f64, Decimals) {
    let mut unit = 1.0;
    let mut power = 0i32;
    while unit > span && power > -40 {
        unit /= 10.0;
        power -= 1;
    }
    while unit * 10.0 <= span && power < 40 {
        unit *= 10.0;
        power += 1;
    }
    let times = [1.0, 2.0, 5.0].into_iter().find(|&times| times * unit >= span);
    let (times, power) = times.map_or((10.0, power + 1), |times| (times, power));
    let finer = if times == 2.0 || times == 5.0 { power - 1 } else { power - 2 };
    (times * unit, Decimals { last: power, finer })
}

/// The power of ten of the last digit that is written, at a tick and between two.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Decimals {
    last: i32,
    finer: i32,
}

impl Decimals {
    /// Those of numbers between ticks: a twentieth of a step can be told apart.
    pub(crate) fn finer(self) -> Self {
        Self { last: self.finer, ..self }
    }

    /// A number as readers of the language write it.
    pub(crate) fn write(self, value: f64, french: bool) -> String {
        let digits = usize::try_from(-self.last).unwrap_or(0);
        let text = if value.abs() >= 1e9 || digits > 7 {
            format!("{value:.3e}")
        } else {
            format!("{value:.digits$}")
        };
        let zero = !text.contains(|digit: char| ('1'..='9').contains(&digit));
        let text = if zero { text.trim_start_matches('-').to_owned() } else { text };
        let text = group(&text, if french { '\u{202f}' } else { ',' });
        let text = text.replace('-', "\u{2212}");
        if french { text.replace('.', ",") } else { text }
    }
}

/// Thousands apart in whole numbers of five digits or more.
fn group(text: &str, between: char) -> String {
    let (sign, digits) = text.strip_prefix('-').map_or(("", text), |digits| ("-", digits));
    let (whole, rest) = digits.find('.').map_or((digits, ""), |dot| digits.split_at(dot));
    if whole.len() < 5 || !whole.bytes().all(|byte| byte.is_ascii_digit()) {
        return text.to_owned();
    }
    let mut grouped = String::from(sign);
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            grouped.push(between);
        }
        grouped.push(digit);
    }
    grouped + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round_and_within() {
        let (ticks, decimals) = Scale::over([0.0412, 0.0987].into_iter(), 0.0, 1.0).ticks(5);
        let written: Vec<String> = ticks.iter().map(|&tick| decimals.write(tick, true)).collect();
        assert_eq!(written, ["0,04", "0,06", "0,08", "0,10"]);
        let (ticks, decimals) = Scale::over([0.0, 90_000.0].into_iter(), 0.0, 1.0).ticks(5);
        let written: Vec<String> = ticks.iter().map(|&tick| decimals.write(tick, false)).collect();
        assert_eq!(written, ["0", "20,000", "40,000", "60,000", "80,000"]);
    }

    #[test]
    fn any_scale_has_ticks_and_finite_pixels() {
        for values in [
            &[][..],
            &[0.0],
            &[5.0, 5.0],
            &[-3.0],
            &[1e12, 1e12],
            &[-1e36, 1e36],
            &[1e-300, 2e-300],
        ] {
            let scale = Scale::over(values.iter().copied(), 0.0, 100.0);
            let (ticks, _) = scale.ticks(5);
            assert!(ticks.len() < 12, "{values:?}");
            for &value in values {
                assert!((0.0..=100.0).contains(&scale.at(value)), "{values:?}");
            }
        }
    }

    #[test]
    fn numbers_are_written_as_readers_expect() {
        let decimals = |last| Decimals { last, finer: last - 1 };
        assert_eq!(decimals(-2).write(-1234.5, true), "\u{2212}1234,50");
        assert_eq!(decimals(-1).write(-0.01, false), "0.0");
        assert_eq!(decimals(0).write(12_345.0, true), "12\u{202f}345");
        assert_eq!(decimals(3).write(2e12, false), "2.000e12");
    }
}
