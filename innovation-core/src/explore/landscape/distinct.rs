//! How many different forms there are in a crowd.

/// Counts different forms by marks in a table that is never wiped.
#[derive(Debug, Clone, Default)]
pub(crate) struct Distinct {
    /// Slots: the form, and the count during which it was marked.
    slots: Vec<(u64, u32)>,
    /// The number of this count, from 1.
    round: u32,
}

impl Distinct {
    /// Room for a crowd.
    pub(crate) fn of(crowd: usize) -> Self {
        Self { slots: vec![(0, 0); (crowd.max(1) * 4).next_power_of_two()], round: 0 }
    }

    /// How many different forms. At most a quarter of the slots fill up, so that a free one
    /// is always near.
    pub(crate) fn count(&mut self, forms: &[u64]) -> u32 {
        if self.slots.len() < forms.len().saturating_mul(2) || self.round == u32::MAX {
            *self = Self::of(forms.len());
        }
        self.round += 1;
        let last = self.slots.len() - 1;
        let mut different = 0;
        for &form in forms {
            let mut at = (form.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 32) as usize & last;
            while let Some(slot) = self.slots.get_mut(at) {
                if slot.1 != self.round {
                    *slot = (form, self.round);
                    different += 1;
                    break;
                }
                if slot.0 == form {
                    break;
                }
                at = (at + 1) & last;
            }
        }
        different
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    proptest! {
        /// It counts what a set holds, again and again.
        #[test]
        fn it_counts_what_a_set_holds(crowds in prop::collection::vec(
            prop::collection::vec(0_u64..40, 0..60), 1..5,
        )) {
            let mut distinct = Distinct::of(10);
            for crowd in crowds {
                let set: BTreeSet<u64> = crowd.iter().copied().collect();
                prop_assert_eq!(distinct.count(&crowd) as usize, set.len());
            }
        }
    }
}
