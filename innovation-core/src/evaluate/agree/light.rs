//! Light's kappa: the mean of the kappas of all pairs of raters.
//!
//! # References
//!
//! R. J. Light, *Measures of response agreement for qualitative data*, Psychological Bulletin
//! 76, 1971.

use super::cohen::Cohen;
use super::document::{MeasureName, PairValue, RatingCounts};
use super::statistic::{Family, NO_PAIRS, TOO_MANY_RATERS, measure};
use super::table::{NONE, Table};
use super::weights::Weights;
use crate::stat::Stat;

/// Most raters whose pairs are all compared.
const MOST_PAIRED: usize = 40;

/// Light's kappa: the mean over pairs of raters.
pub(super) fn light<'a>(
    name: MeasureName,
    table: &Table,
    weights: &Weights,
    words: &str,
) -> Family<'a> {
    let convention = format!(
        "Light’s kappa{words}: mean of Cohen’s kappa over pairs of raters, each pair on the units that both rated; no published standard error for it is used"
    );
    if table.active.len() > MOST_PAIRED {
        let mut family = Family::undefined(name, TOO_MANY_RATERS, &convention);
        family.measures.iter_mut().for_each(|measure| measure.form = Some("light"));
        return family;
    }
    let ones = vec![1; table.units];
    let mut pairs = Vec::new();
    let (mut sum, mut defined) = (0.0, 0.0);
    for (place, &a) in table.active.iter().enumerate() {
        for &b in table.active.iter().skip(place + 1) {
            let cohen = Cohen { table, weights: weights.clone(), raters: [a, b] };
            let square = cohen.square(&ones);
            let stat = match square.kappa(weights) {
                Ok(kappa) => {
                    sum += kappa.value;
                    defined += 1.0;
                    Stat::of(kappa.value)
                }
                Err(reason) => Stat::undefined(reason),
            };
            let columns = [a as u32, b as u32];
            pairs.push(PairValue { columns, units: square.units as u32, stat });
        }
    }
    let shared = |row: &[u32]| row.iter().filter(|&&code| code != NONE).count();
    let mut n = RatingCounts { raters: table.active.len() as u32, ..RatingCounts::default() };
    for row in table.rows().filter(|row| shared(row) >= 2) {
        n.units += 1;
        n.ratings += shared(row) as u32;
    }
    n.dropped = table.units as u32 - n.units;
    let lacking = pairs.iter().find_map(|pair| pair.stat.undefined).unwrap_or(NO_PAIRS);
    let convention = if (defined as usize) < pairs.len() && defined > 0.0 {
        format!("{convention}; pairs without a kappa are left out of the mean")
    } else {
        convention
    };
    let value = if defined > 0.0 { Ok(sum / defined) } else { Err(lacking) };
    let mut found = measure(name, value, convention, n);
    found.form = Some("light");
    found.weights = weights.name;
    found.pairs = pairs;
    Family { measures: vec![found], statistic: None }
}
