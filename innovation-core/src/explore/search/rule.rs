//! Whom somebody follows.

use super::parameters::{SearchParameters, SearchRule};
use super::sight::Sight;
use crate::explore::landscape::Draws;

/// Draws that one look may take: more than the largest sample.
const LOOK: u64 = 1 << 10;
/// The draw that decides between forms held by equally many.
const TIE: u64 = LOOK - 1;

/// How the population stands at the beginning of a step.
#[derive(Debug, Clone, Default)]
pub(super) struct Standing {
    /// The form of each.
    pub forms: Vec<u64>,
    /// Its height.
    pub heights: Vec<i64>,
    /// The bits whose flip is known not to lead higher from it.
    pub tried: Vec<u64>,
}

impl Standing {
    /// Form, height and known bits of one.
    #[inline]
    pub(super) fn of(&self, one: u32) -> (u64, i64, u64) {
        let one = one as usize;
        match (self.forms.get(one), self.heights.get(one), self.tried.get(one)) {
            (Some(form), Some(height), Some(tried)) => (*form, *height, *tried),
            _ => (0, 0, 0),
        }
    }
}

/// The rule, with its memory.
#[derive(Debug, Clone)]
pub(super) struct Rule {
    rule: SearchRule,
    sample: usize,
    agents: u32,
    /// The first of the best, where everybody sees everybody.
    champion: Option<u32>,
    /// For each, the first who holds the same form.
    holders: Vec<u32>,
    order: Vec<u32>,
    /// Those whom somebody looks at.
    looked: Vec<u32>,
    /// How many of them hold the form of each first holder; 0 between looks.
    counts: Vec<u32>,
    /// First holders of the forms that most of them hold.
    tied: Vec<u32>,
}

impl Rule {
    pub(super) fn new(parameters: &SearchParameters) -> Self {
        let sample = match parameters.rule {
            SearchRule::Random => 1,
            _ => parameters.sample as usize,
        };
        Self {
            rule: parameters.rule,
            sample,
            agents: parameters.agents,
            champion: None,
            holders: Vec::new(),
            order: Vec::new(),
            looked: Vec::new(),
            counts: vec![0; parameters.agents as usize],
            tied: Vec::new(),
        }
    }

    /// Takes in how a step begins.
    pub(super) fn begin(&mut self, standing: &Standing) {
        match self.rule {
            SearchRule::BestMember => self.champion = best(0..self.agents, &standing.heights),
            SearchRule::Conformist => self.group(&standing.forms),
            SearchRule::Random | SearchRule::Alone => {}
        }
    }

    /// Finds the first holder of each form.
    fn group(&mut self, forms: &[u64]) {
        let form = |one: u32| forms.get(one as usize).copied().unwrap_or(0);
        self.order.clear();
        self.order.extend(0..self.agents);
        self.order.sort_unstable_by_key(|one| (form(*one), *one));
        self.holders.clear();
        self.holders.resize(forms.len(), 0);
        for same in self.order.chunk_by(|one, other| form(*one) == form(*other)) {
            for one in same {
                if let (Some(own), Some(first)) =
                    (self.holders.get_mut(*one as usize), same.first())
                {
                    *own = *first;
                }
            }
        }
    }

    /// The one whose form somebody considers, where there is one. `place` is that of the look
    /// among all looks of the replicate.
    pub(super) fn leader(
        &mut self,
        one: usize,
        sight: &Sight,
        standing: &Standing,
        looks: Draws,
        place: u64,
    ) -> Option<u32> {
        if self.rule == SearchRule::Alone {
            return None;
        }
        let place = place * LOOK;
        if self.rule == SearchRule::BestMember && self.sample == 0 {
            return match sight.everybody() {
                // Whoever is best finds nobody better, themselves included.
                true => self.champion,
                false => best(sight.of(one).iter().copied(), &standing.heights),
            };
        }
        self.look(one, sight, looks, place);
        match self.rule {
            SearchRule::BestMember => best(self.looked.iter().copied(), &standing.heights),
            SearchRule::Conformist => self.most_held(looks, place),
            SearchRule::Random | SearchRule::Alone => self.looked.first().copied(),
        }
    }

    /// Chooses those whom somebody looks at, all choices equally likely.
    fn look(&mut self, one: usize, sight: &Sight, looks: Draws, place: u64) {
        self.looked.clear();
        if sight.everybody() {
            self.looked.extend((0..self.agents).filter(|other| *other as usize != one));
        } else {
            self.looked.extend_from_slice(sight.of(one));
        }
        let seen = self.looked.len();
        if self.sample == 0 || self.sample >= seen {
            return;
        }
        for (taken, draw) in (0..self.sample).zip(place..) {
            let left = u32::try_from(seen - taken).unwrap_or(u32::MAX);
            self.looked.swap(taken, taken + looks.below(draw, left) as usize);
        }
        self.looked.truncate(self.sample);
    }

    /// The first holder of the form that most of those looked at hold; `None` where no two
    /// hold the same, and one of the forms drawn where several are held by equally many.
    fn most_held(&mut self, looks: Draws, place: u64) -> Option<u32> {
        for other in &mut self.looked {
            *other = self.holders.get(*other as usize).copied().unwrap_or(*other);
            if let Some(count) = self.counts.get_mut(*other as usize) {
                *count += 1;
            }
        }
        let count = |holder: &u32| self.counts.get(*holder as usize).copied().unwrap_or(0);
        let most = self.looked.iter().map(count).max().unwrap_or(0);
        self.tied.clear();
        self.tied.extend(self.looked.iter().copied().filter(|holder| count(holder) == most));
        self.tied.sort_unstable();
        self.tied.dedup();
        for other in &self.looked {
            if let Some(count) = self.counts.get_mut(*other as usize) {
                *count = 0;
            }
        }
        if most < 2 {
            return None;
        }
        let drawn = looks.below(place + TIE, u32::try_from(self.tied.len()).unwrap_or(1));
        self.tied.get(drawn as usize).copied()
    }
}

/// The first of those who stand highest.
#[inline]
fn best(among: impl Iterator<Item = u32>, heights: &[i64]) -> Option<u32> {
    let mut found = None;
    let mut highest = i64::MIN;
    for one in among {
        let height = heights.get(one as usize).copied().unwrap_or(i64::MIN);
        if height > highest {
            (found, highest) = (Some(one), height);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::parameters::SearchNetwork;
    use super::*;
    use crate::explore::landscape::Subject;

    /// Whom the first of five follows in 300 looks, who sees the forms and heights given.
    fn followed(rule: SearchRule, sample: u32, forms: [u64; 5], heights: [i64; 5]) -> Vec<u32> {
        let parameters = SearchParameters {
            agents: 5,
            network: SearchNetwork::Complete,
            rule,
            sample,
            ..Default::default()
        };
        let mut sight = Sight::default();
        sight.lay(&parameters, 0, 0);
        let tried = vec![0; 5];
        let standing = Standing { forms: forms.to_vec(), heights: heights.to_vec(), tried };
        let mut rule = Rule::new(&parameters);
        rule.begin(&standing);
        let looks = Subject::Looks.draws(1, 0);
        let mut found: Vec<u32> =
            (0..300).filter_map(|place| rule.leader(0, &sight, &standing, looks, place)).collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    #[test]
    fn the_best_is_followed_and_the_first_of_equals() {
        assert_eq!(followed(SearchRule::BestMember, 0, [0, 1, 2, 3, 3], [9, 1, 8, 9, 9]), [0]);
        assert_eq!(followed(SearchRule::BestMember, 4, [0, 1, 2, 3, 3], [9, 1, 8, 9, 9]), [3]);
    }

    #[test]
    fn a_sample_of_two_sees_any_two() {
        assert_eq!(
            followed(SearchRule::BestMember, 2, [0, 1, 2, 3, 4], [0, 1, 2, 3, 4]),
            [2, 3, 4]
        );
    }

    #[test]
    fn conformists_follow_the_many_whatever_their_height() {
        assert_eq!(followed(SearchRule::Conformist, 0, [5, 7, 7, 8, 9], [0, 1, 1, 5, 6]), [1]);
        assert_eq!(followed(SearchRule::Conformist, 0, [5, 7, 7, 8, 8], [0, 1, 1, 5, 5]), [1, 3]);
        assert_eq!(followed(SearchRule::Conformist, 0, [5, 6, 7, 8, 9], [0, 1, 2, 3, 4]), [0; 0]);
        assert_eq!(followed(SearchRule::Conformist, 2, [5, 7, 7, 8, 8], [0, 1, 1, 5, 5]), [1, 3]);
    }

    #[test]
    fn random_copiers_follow_anybody_and_loners_nobody() {
        let everybody = [1, 2, 3, 4];
        assert_eq!(followed(SearchRule::Random, 0, [0; 5], [0; 5]), everybody);
        assert_eq!(followed(SearchRule::Alone, 0, [0; 5], [0; 5]), [0; 0]);
    }
}
