//! How varied a group is in one attribute, and how ties run within and across its values.
//!
//! People without a value are left out of a statistic and counted as missing.

use super::network::Network;
use super::pool::Column;
use crate::math;
use crate::stat::Stat;

/// The chance that two people drawn with replacement differ: 1 − Σ p².
///
/// Also known as Gini–Simpson. Undefined (`no-values`) where nobody has a value.
///
/// # References
///
/// P. M. Blau, *Inequality and Heterogeneity*, Free Press, 1977.
#[must_use]
pub fn blau(counts: &[u32]) -> Stat {
    let total = total(counts);
    let same = counts.iter().map(|&count| f64::from(count) * f64::from(count));
    let ratio = Stat::ratio(math::sum(same), total * total, "no-values");
    ratio.value.map_or(ratio, |same| Stat::of(1.0 - same))
}

/// Shannon's entropy in nats: −Σ p ln p. Undefined (`no-values`) where nobody has a value.
#[must_use]
pub fn shannon(counts: &[u32]) -> Stat {
    let total = total(counts);
    if total == 0.0 {
        return Stat::undefined("no-values");
    }
    let terms = counts.iter().filter(|&&count| count > 0).map(|&count| {
        let share = f64::from(count) / total;
        -share * math::ln(share)
    });
    Stat::of(math::sum(terms))
}

/// Shannon's entropy over its maximum ln k for k values present, from 0 to 1.
///
/// Undefined (`single-value`) below two values.
///
/// # References
///
/// E. C. Pielou, *The measurement of diversity in different types of biological
/// collections*, Journal of Theoretical Biology 13, 1966.
#[must_use]
pub fn normalised(counts: &[u32]) -> Stat {
    let present = counts.iter().filter(|&&count| count > 0).count();
    match shannon(counts).value {
        Some(entropy) if present > 1 => Stat::of(entropy / math::ln(present as f64)),
        Some(_) => Stat::undefined("single-value"),
        None => Stat::undefined("no-values"),
    }
}

/// External minus internal ties over all ties: −1 where all ties stay within a value, +1
/// where all run across. Ties count once, or by weight. Undefined (`no-ties`) without ties.
///
/// # References
///
/// D. Krackhardt, R. N. Stern, *Informal networks and organizational crises*, Social
/// Psychology Quarterly 51(2), 1988.
#[must_use]
pub fn ei_index(network: &Network, column: &Column, weighted: bool) -> Stat {
    let code = |person: usize| column.codes.get(person).copied().flatten();
    let (mut signed, mut all) = (math::ExactSum::default(), math::ExactSum::default());
    for (a, b, weight) in network.each_tie() {
        let (Some(one), Some(other)) = (code(a), code(b)) else { continue };
        let size = if weighted { weight } else { 1.0 };
        all.add(size);
        signed.add(if one == other { -size } else { size });
    }
    Stat::ratio(signed.value(), all.value(), "no-ties")
}

/// Rao's quadratic entropy where two people differ by 1/(1 + weight of their tie): the mean
/// unfamiliarity of two people drawn with replacement.
///
/// # References
///
/// C. R. Rao, *Diversity and dissimilarity coefficients: a unified approach*, Theoretical
/// Population Biology 21, 1982.
#[must_use]
pub fn unfamiliarity(network: &Network) -> Stat {
    let people = network.people() as f64;
    let known = network.each_tie().map(|(_, _, weight)| 2.0 * weight / (1.0 + weight));
    let total = people * (people - 1.0) - math::sum(known);
    Stat::ratio(total, people * people, "no-values")
}

fn total(counts: &[u32]) -> f64 {
    math::sum(counts.iter().map(|&count| f64::from(count)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_ward_in_lyon_has_its_published_diversity() {
        // 29 patients, 27 nurses, 11 doctors, 8 administrators.
        let counts = [29, 27, 11, 8];
        assert_eq!(format!("{:.6}", blau(&counts).value.unwrap()), "0.688000");
        assert_eq!(format!("{:.6}", shannon(&counts).value.unwrap()), "1.255467");
        assert_eq!(format!("{:.6}", normalised(&counts).value.unwrap()), "0.905628");
    }

    #[test]
    fn what_does_not_exist_says_why() {
        assert_eq!(blau(&[]).undefined, Some("no-values"));
        assert_eq!(shannon(&[0]).undefined, Some("no-values"));
        assert_eq!(normalised(&[5]).undefined, Some("single-value"));
        assert_eq!(blau(&[5]).value, Some(0.0));
        let empty = Network::new(2, &[]);
        let column = Column { values: vec!["x".into()], codes: vec![Some(0), Some(0)] };
        assert_eq!(ei_index(&empty, &column, true).undefined, Some("no-ties"));
    }

    proptest! {
        /// An even split is the most varied.
        #[test]
        fn evenness_is_at_most_one(counts in prop::collection::vec(1u32..1000, 2..10)) {
            let even = normalised(&counts).value.unwrap();
            prop_assert!((0.0..=1.0 + 1e-12).contains(&even));
            let same = vec![7; counts.len()];
            prop_assert!((normalised(&same).value.unwrap() - 1.0).abs() < 1e-12);
            prop_assert!(blau(&counts).value.unwrap() <= blau(&same).value.unwrap() + 1e-12);
        }
    }
}
