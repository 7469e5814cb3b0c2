//! What happened at a site, in order of time.

use super::document::{Site, SiteCheck};
use super::stage::UseStage;
use crate::instant::Instant;

/// A site reaches a stage.
#[derive(Debug, Clone, Copy)]
pub(super) struct Step<'a> {
    pub stage: UseStage,
    pub at: Instant,
    pub reason: Option<&'a str>,
}

/// A site, its dates read and in order.
#[derive(Debug)]
pub(super) struct Track<'a> {
    pub site: &'a Site,
    /// Dated stages in order of time; empty where nothing is dated.
    pub steps: Vec<Step<'a>>,
    /// When it was looked at, in order of time.
    pub checks: Vec<(Instant, &'a SiteCheck)>,
}

impl Track<'_> {
    /// When it first took the innovation up: adopted, or straight to routine.
    pub fn adopted(&self) -> Option<Instant> {
        self.steps.iter().find(|step| step.stage.in_use()).map(|step| step.at)
    }

    /// Whether it ever took it up, dated or not.
    pub fn ever_adopted(&self) -> bool {
        self.site.stage.in_use() || self.adopted().is_some()
    }

    /// Whether it ever did more than know of it.
    pub fn ever_started(&self) -> bool {
        self.site.stage != UseStage::Aware
    }

    /// Its stage at a moment; none before the first that is dated.
    pub fn stage_at(&self, at: Instant) -> Option<UseStage> {
        self.steps.iter().take_while(|step| step.at <= at).last().map(|step| step.stage)
    }

    /// Each time it stopped: the step, the stage it left, when it had begun to use or try it,
    /// and whether it took it up again.
    pub fn stops(&self) -> impl Iterator<Item = Stop<'_>> {
        self.steps.iter().enumerate().filter(|(_, step)| step.stage == UseStage::Discontinued).map(
            |(at, step)| {
                let before = self.steps.get(..at).unwrap_or_default();
                let run = before
                    .iter()
                    .rposition(|one| one.stage == UseStage::Discontinued)
                    .map_or(0, |last| last + 1);
                let begun =
                    before.iter().skip(run).find(|one| one.stage.in_use()).map(|one| one.at);
                Stop {
                    step: *step,
                    left: before.last().map(|one| one.stage),
                    begun,
                    resumed: at + 1 < self.steps.len(),
                }
            },
        )
    }
}

/// A site stops.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stop<'a> {
    pub step: Step<'a>,
    /// The stage it left.
    pub left: Option<UseStage>,
    /// When it had taken it up, this time.
    pub begun: Option<Instant>,
    /// Whether anything follows.
    pub resumed: bool,
}
