//! What is settled before the first draw.

use super::parameters::{CreativeSpaceParameters, Mistakes};
use super::sessions::Sessions;
use crate::explore::bits::Odds;
use crate::explore::march::MarchVariant;
use crate::explore::subgroups::payoff::Blocks;

/// Beliefs on up to 64 dimensions: held true, held false; no bit is set in both.
pub(super) type Masks = [u64; 2];

/// The odds of what happens to a person in a period, where they are.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    /// To take over a lesson of other people.
    pub learning: Odds,
    /// To think a block anew.
    pub search: Odds,
    /// To give way to the norm.
    pub norm: Odds,
    /// To have no time.
    pub pressure: Odds,
    /// Not to carry a change out.
    pub routine: Odds,
    /// That rank counts.
    pub rank: Odds,
}

/// How the code learns and is learnt from.
#[derive(Debug, Clone)]
pub(super) struct CodeRules {
    /// Whether people act, tossing a coin where they have no belief, and learn by one step.
    pub acts: bool,
    /// That a person learns from it.
    pub p1: Odds,
    /// That a lead of k votes moves it, by k.
    pub moves: Vec<Odds>,
}

/// The organisation, its forces and its space.
#[derive(Debug, Clone)]
pub(super) struct Rules {
    pub people: usize,
    pub size: usize,
    pub words: usize,
    pub blocks: u32,
    pub complexity: u32,
    pub layout: Blocks,
    /// What a block costs that is held and not right.
    pub costly: bool,
    pub rewiring: Odds,
    pub outside: Place,
    pub inside: Place,
    pub code: Option<CodeRules>,
    /// The first so many of a silo are seniors.
    pub seniors: usize,
    pub senior_weight: u32,
    pub members: u32,
    pub sessions: Sessions,
    pub inclusion: Odds,
    pub periods: u32,
    pub course: u32,
}

impl Rules {
    /// Those of parameters within their ranges.
    pub(super) fn new(parameters: &CreativeSpaceParameters, variant: MarchVariant) -> Self {
        let it = parameters;
        let blocks = it.dimensions / it.complexity;
        let layout = Blocks::new(blocks, it.complexity);
        let bare = 1.0 - it.shield;
        let outside = Place {
            learning: Odds::new(it.learning),
            search: Odds::new(it.search),
            norm: Odds::new(it.norm),
            pressure: Odds::new(it.pressure),
            routine: Odds::new(it.routine),
            rank: Odds::new(1.0),
        };
        let inside = Place {
            learning: Odds::new(it.interaction),
            search: Odds::new(it.space_search),
            norm: Odds::new(it.norm * bare),
            pressure: Odds::new(it.pressure * bare),
            routine: Odds::new(it.routine * bare),
            rank: Odds::new(bare),
        };
        let members = libm::rint(it.share * f64::from(it.people)) as u32;
        let seniors = libm::rint(it.seniors * f64::from(it.silo_size)) as usize;
        let senior_weight = if seniors == 0 { 1 } else { it.senior_weight };
        let sessions = if members == 0 { 0 } else { it.sessions };
        let votes = it.people * senior_weight;
        Self {
            people: it.people as usize,
            size: it.silo_size as usize,
            words: layout.masks.len(),
            blocks,
            complexity: it.complexity,
            layout,
            costly: it.mistakes == Mistakes::Costly,
            rewiring: Odds::new(it.rewiring),
            outside,
            inside,
            code: it.code.then(|| CodeRules {
                acts: variant == MarchVariant::OriginalCode,
                p1: Odds::new(it.p1),
                moves: moves(it.p2, votes),
            }),
            seniors,
            senior_weight,
            members,
            sessions: Sessions::new(it.opens, it.session_length, it.every, sessions, it.periods),
            inclusion: Odds::new(it.inclusion),
            periods: it.periods,
            course: it.course.min(it.periods),
        }
    }

    /// The most votes there can be.
    pub(super) fn votes(&self) -> u32 {
        self.people as u32 * self.senior_weight
    }

    /// Whether other people are listened to where nobody is in the space. Without a code
    /// nothing else is there to learn from.
    pub(super) fn listens(&self) -> bool {
        self.code.is_none() || !self.outside.learning.never()
    }

    /// Whether it is left to chance who takes a returner seriously.
    pub(super) fn partly_included(&self) -> bool {
        !self.inclusion.never() && self.inclusion != Odds::new(1.0)
    }

    /// Whether people act: what others see of them is then in part a toss of coins.
    pub(super) fn acts(&self) -> bool {
        self.code.as_ref().is_some_and(|code| code.acts)
    }

    /// What views are worth, in blocks.
    #[inline]
    pub(super) fn worth(&self, views: &[Masks], reality: &[u64]) -> i32 {
        let both = || views.iter().zip(reality);
        let right = both().map(|([yes, no], &reality)| (yes & reality) | (no & !reality));
        let right = self.layout.complete(right) as i32;
        if !self.costly {
            return right;
        }
        let masks = &self.layout.masks;
        let free = both()
            .zip(masks)
            .map(|(([yes, no], &reality), &mask)| mask & !((yes & !reality) | (no & reality)));
        right + self.layout.complete(free) as i32 - self.blocks as i32
    }

    /// The most that views could be worth if all that is open were guessed right.
    #[inline]
    pub(super) fn could_be_worth(&self, views: &[Masks], reality: &[u64]) -> i32 {
        let free = views
            .iter()
            .zip(reality)
            .zip(&self.layout.masks)
            .map(|(([yes, no], &reality), &mask)| mask & !((yes & !reality) | (no & reality)));
        let free = self.layout.complete(free) as i32;
        if self.costly { 2 * free - self.blocks as i32 } else { free }
    }
}

/// The odds that a lead of k votes moves the code, 1 − (1 − p2)ᵏ.
fn moves(p2: f64, votes: u32) -> Vec<Odds> {
    let mut stays = 1.0;
    let moves = (0..=votes).map(|_| {
        let odds = Odds::new(1.0 - stays);
        stays *= 1.0 - p2;
        odds
    });
    moves.collect()
}
