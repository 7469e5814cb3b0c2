//! What follows where equal shares leave money.

use super::answer::{Completed, RaiseEnd};
use super::money::Money;
use super::request::{Completion, FundRule};
use super::shares::{self, Bought, Tie};
use super::vote::{Vote, Work};
use super::{greedy, schulze};
use crate::error::Result;
use crate::watch::{Progress, Watch};

/// A choice, however it was made.
#[derive(Debug)]
pub(super) struct Choice {
    /// The projects funded, in order.
    pub funded: Vec<u32>,
    /// What equal shares bought; the first of `funded`.
    pub bought: Option<Bought>,
    /// How it was completed.
    pub completed: Option<Completed>,
    /// Choices among equals.
    pub ties: Vec<Tie>,
    /// The order under the Schulze rule.
    pub ranked: Option<schulze::Ranked>,
}

/// Applies the rule of the request.
pub(super) fn choose(vote: &Vote<'_>, work: &mut Work, watch: &mut dyn Watch) -> Result<Choice> {
    let mut choice = Choice {
        funded: Vec::new(),
        bought: None,
        completed: None,
        ties: Vec::new(),
        ranked: None,
    };
    match vote.request.rule {
        FundRule::EqualShares => {}
        FundRule::Greedy => {
            greedy::buy(vote, vote.budget, &mut choice.funded, &mut choice.ties);
            return Ok(choice);
        }
        FundRule::Schulze => {
            let (ranked, ties) = schulze::rank(vote, work)?;
            let winner = ranked.order.iter().find(|winner| vote.cost(**winner) <= vote.budget);
            choice.funded = winner.copied().into_iter().collect();
            (choice.ranked, choice.ties) = (Some(ranked), ties);
            return Ok(choice);
        }
    }
    let rule = vote.completion;
    let mut completed = Completed { rule, step: None, steps: None, ended: None };
    let bought = match rule {
        Completion::None | Completion::Utilitarian => shares::buy(vote, vote.budget, work)?,
        Completion::AddOne | Completion::AddOneUtilitarian => {
            raise(vote, &mut completed, work, watch)?
        }
    };
    choice.funded.clone_from(&bought.ledger.funded);
    choice.ties.clone_from(&bought.ties);
    if vote.completion_is_greedy() {
        let left = vote.budget - bought.cost;
        greedy::buy(vote, left, &mut choice.funded, &mut choice.ties);
    }
    choice.bought = Some(bought);
    choice.completed = Some(completed);
    Ok(choice)
}

/// Raises the shares step by step and runs the method afresh each time.
fn raise(
    vote: &Vote<'_>,
    completed: &mut Completed,
    work: &mut Work,
    watch: &mut dyn Watch,
) -> Result<Bought> {
    let step = vote.request.step.map_or_else(|| usual_step(vote), Money::parts);
    let voters = vote.voters() as i128;
    let most = vote.budget * (voters + 1);
    let mut best = shares::buy(vote, vote.budget, work)?;
    let (mut budget, mut steps) = (vote.budget, 0_u64);
    let wanted = vote.supporters.iter().filter(|list| !list.is_empty()).count();
    let ended = loop {
        let left = vote.budget - best.cost;
        let fits =
            |project: &u32| best.ledger.place(*project).is_none() && vote.cost(*project) <= left;
        budget += step;
        if !(0..vote.costs.len() as u32).any(|project| fits(&project)) {
            break RaiseEnd::NothingFits;
        }
        if best.ledger.funded.len() == wanted {
            break RaiseEnd::AllFunded;
        }
        if budget > most {
            break RaiseEnd::WholeBudgetEach;
        }
        let spent = Money::of_parts(best.cost).approximate();
        if !watch.proceed(&Progress::new(steps, None, Some(spent))) {
            break RaiseEnd::Stopped;
        }
        work.take(100)?;
        let next = shares::buy(vote, budget, work)?;
        if next.cost > vote.budget {
            break RaiseEnd::WouldOverspend;
        }
        best = next;
        steps += 1;
    };
    completed.step = Some(Money::of_parts(step));
    completed.steps = Some(steps);
    completed.ended = Some(ended);
    Ok(best)
}

/// One unit a voter or, where more, a ten-thousandth of a share rounded up to whole units.
fn usual_step(vote: &Vote<'_>) -> i128 {
    const UNIT: i128 = 1_000_000;
    const FINEST: i128 = 10_000;
    let voters = vote.voters() as i128;
    let units = vote.budget / (voters * FINEST * UNIT);
    let exact = vote.budget == units * voters * FINEST * UNIT;
    voters * UNIT * (units + i128::from(!exact)).max(1)
}
