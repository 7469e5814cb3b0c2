//! The five anchors: what is there, what has lapsed, what is missing.

use super::answer::{Anchor, AnchorGap, AnchorGapKind, AnchorKind, AnchorState};
use super::check::{Case, Span, quoted};
use crate::text::Text;

/// An anchor and what is missing of it.
pub(super) struct Found {
    pub anchor: Anchor,
    pub gaps: Vec<AnchorGap>,
}

/// What is looked at: the anchor, its place, and what is found wrong with it.
struct Look<'a> {
    case: &'a Case<'a>,
    anchor: AnchorKind,
    gaps: Vec<AnchorGap>,
}

pub(super) fn anchors(case: &Case<'_>) -> Vec<Found> {
    vec![owner(case), budget(case), training(case), measures(case), policy(case)]
}

fn owner(case: &Case<'_>) -> Found {
    let mut look = Look::at(case, AnchorKind::Owner);
    let Some(owner) = &case.request.anchoring.owner else {
        return look.absent(
            "Nobody owns it after the exit.",
            "Personne n’en est responsable après le départ.",
        );
    };
    look.span(case.owner, ["The owner’s term", "Le mandat de la personne responsable"]);
    if !owner.accepted {
        look.gap(
            AnchorGapKind::NotAccepted,
            "/accepted",
            "An owner is named and has not said yes.",
            "Une personne ou une instance responsable est désignée, mais n’a pas encore accepté.",
        );
    }
    look.close(
        "It has an owner after the exit, who has said yes.",
        "Une personne ou une instance en est responsable après le départ et a accepté.",
    )
}

fn budget(case: &Case<'_>) -> Found {
    let mut look = Look::at(case, AnchorKind::Budget);
    let Some(budget) = &case.request.anchoring.budget else {
        return look
            .absent("No budget line pays for it.", "Aucune ligne budgétaire ne la finance.");
    };
    look.span(case.budget, ["The budget line", "La ligne budgétaire"]);
    if !budget.recurrent {
        look.gap(
            AnchorGapKind::NotRecurrent,
            "/recurrent",
            "The money is not in the ordinary budget: it must be found again each time.",
            "L’argent n’est pas dans le budget ordinaire\u{a0}: il faut le retrouver à chaque fois.",
        );
    }
    look.close(
        "A line of the ordinary budget pays for it.",
        "Une ligne du budget ordinaire la finance.",
    )
}

fn training(case: &Case<'_>) -> Found {
    let mut look = Look::at(case, AnchorKind::Training);
    let all = &case.request.anchoring.training;
    if all.is_empty() {
        return look.absent("Nobody is trained for it.", "Personne n’y est formé.");
    }
    for (at, (one, last)) in all.iter().zip(&case.trained).enumerate() {
        let [english, french] = quoted(&one.audience);
        let (trained, needed) = (one.trained, one.needed);
        if trained < needed {
            look.gap(
                AnchorGapKind::NotAllTrained,
                &format!("/{at}/trained"),
                &format!("Of {english}, {trained} of {needed} are trained."),
                &format!("Public {french}\u{a0}: {trained} sur {needed} sont formés."),
            );
        }
        let again = one.renewed_every_months.zip(*last);
        match again.map(|(months, last)| last.plus_months(months)) {
            None => look.gap(
                AnchorGapKind::NotRenewed,
                &format!("/{at}"),
                &format!(
                    "For {english}, nothing says when training was last given and when it is \
                     given again: those who come later will not know it."
                ),
                &format!(
                    "Pour {french}, rien ne dit quand la formation a été donnée ni quand elle le \
                     sera de nouveau\u{a0}: les personnes qui arriveront ensuite ne la connaîtront pas."
                ),
            ),
            Some(due) if due <= case.at => look.gap(
                AnchorGapKind::RenewalOverdue,
                &format!("/{at}/last"),
                &format!("Training of {english} was to be given again on {}.", due.day()),
                &format!("La formation de {french} devait être redonnée le {}.", due.day()),
            ),
            Some(_) => {}
        }
    }
    let stale = count(&look.gaps, AnchorGapKind::RenewalOverdue) == all.len();
    look.close_list(
        stale,
        "All who must be are trained, and training is given again.",
        "Toutes les personnes concernées sont formées, et la formation est redonnée.",
    )
}

fn measures(case: &Case<'_>) -> Found {
    let mut look = Look::at(case, AnchorKind::Measures);
    let all = &case.request.anchoring.measures;
    if all.is_empty() {
        return look.absent("Nothing is measured any more.", "Plus rien n’est mesuré.");
    }
    for (at, (one, last)) in all.iter().zip(&case.collected).enumerate() {
        let title = one.title.clone().unwrap_or_else(|| Text::from(one.id.as_str()));
        let [english, french] = quoted(&title);
        if one.collected_by.is_none() {
            look.gap(
                AnchorGapKind::NobodyCollects,
                &format!("/{at}/collectedBy"),
                &format!("Nobody collects the measure {english} after the exit."),
                &format!("Personne ne recueille la mesure {french} après le départ."),
            );
        }
        match last.map(|last| last.plus_months(one.every_months)) {
            None => look.gap(
                AnchorGapKind::NeverCollected,
                &format!("/{at}/last"),
                &format!("The measure {english} was never collected."),
                &format!("La mesure {french} n’a jamais été recueillie."),
            ),
            Some(due) if due <= case.at => look.gap(
                AnchorGapKind::CollectionOverdue,
                &format!("/{at}/last"),
                &format!("The measure {english} was to be collected again on {}.", due.day()),
                &format!("La mesure {french} devait être recueillie de nouveau le {}.", due.day()),
            ),
            Some(_) => {}
        }
    }
    let stale = count(&look.gaps, AnchorGapKind::CollectionOverdue) == all.len();
    look.close_list(
        stale,
        "All measures are still collected, and somebody does it after the exit.",
        "Toutes les mesures sont encore recueillies, et quelqu’un s’en charge après le départ.",
    )
}

fn policy(case: &Case<'_>) -> Found {
    let mut look = Look::at(case, AnchorKind::Policy);
    if case.request.anchoring.policy.is_none() {
        return look.absent(
            "No policy, standard or procedure says that it is what is done.",
            "Aucune politique, norme ou procédure ne dit que c’est ainsi que l’on fait.",
        );
    }
    let late = |since| since > case.from;
    if case.policy.from.is_none_or(late) {
        look.gap(
            AnchorGapKind::NotInForce,
            "/since",
            "The document is not in force by the exit.",
            "Le document n’est pas en vigueur au moment du départ.",
        );
    }
    if let Some(due) = case.policy.until.filter(|due| *due <= case.at) {
        look.gap(
            AnchorGapKind::ReviewOverdue,
            "/reviewBy",
            &format!("The document was to be looked at again by {}.", due.day()),
            &format!("Le document devait être revu avant le {}.", due.day()),
        );
    }
    look.close(
        "A document in force says that it is what is done.",
        "Un document en vigueur dit que c’est ainsi que l’on fait.",
    )
}

fn count(gaps: &[AnchorGap], kind: AnchorGapKind) -> usize {
    gaps.iter().filter(|gap| gap.gap == kind).count()
}

impl<'a> Look<'a> {
    fn at(case: &'a Case<'a>, anchor: AnchorKind) -> Self {
        Self { case, anchor, gaps: Vec::new() }
    }

    fn gap(&mut self, gap: AnchorGapKind, field: &str, english: &str, french: &str) {
        let name = match self.anchor {
            AnchorKind::Owner => "owner",
            AnchorKind::Budget => "budget",
            AnchorKind::Training => "training",
            AnchorKind::Measures => "measures",
            AnchorKind::Policy => "policy",
        };
        self.gaps.push(AnchorGap {
            anchor: self.anchor,
            gap,
            place: format!("/anchoring/{name}{field}"),
            reading: Text::both(english, french),
        });
    }

    /// Whether it holds from the exit up to the horizon.
    fn span(&mut self, span: Span, [english, french]: [&str; 2]) {
        let (from, horizon, at) = (self.case.from, self.case.horizon, self.case.at);
        if let Some(begins) = span.from.filter(|begins| *begins > from) {
            self.gap(
                AnchorGapKind::StartsLate,
                "/from",
                &format!("{english} begins on {}, after {}.", begins.day(), from.day()),
                &format!("{french} commence le {}, après le {}.", begins.day(), from.day()),
            );
        }
        match span.until {
            Some(ends) if ends <= at => self.gap(
                AnchorGapKind::Ended,
                "/until",
                &format!("{english} ended on {}.", ends.day()),
                &format!("{french} a pris fin le {}.", ends.day()),
            ),
            Some(ends) if ends < horizon => self.gap(
                AnchorGapKind::EndsSoon,
                "/until",
                &format!("{english} ends on {}, before {}.", ends.day(), horizon.day()),
                &format!("{french} prend fin le {}, avant le {}.", ends.day(), horizon.day()),
            ),
            _ => {}
        }
    }

    fn absent(mut self, english: &str, french: &str) -> Found {
        self.gap(AnchorGapKind::Absent, "", english, french);
        self.found(AnchorState::Missing, Text::both(english, french))
    }

    /// Lapsed where its time is over, partly where anything else is wrong.
    fn close(self, english: &str, french: &str) -> Found {
        let over = |gap: &AnchorGap| {
            matches!(gap.gap, AnchorGapKind::Ended | AnchorGapKind::ReviewOverdue)
        };
        let lapsed = self.gaps.iter().any(over);
        self.close_list(lapsed, english, french)
    }

    /// What is wrong first is the reason.
    fn close_list(mut self, lapsed: bool, english: &str, french: &str) -> Found {
        let over = |gap: &AnchorGap| {
            matches!(
                gap.gap,
                AnchorGapKind::Ended
                    | AnchorGapKind::ReviewOverdue
                    | AnchorGapKind::RenewalOverdue
                    | AnchorGapKind::CollectionOverdue
            )
        };
        self.gaps.sort_by_key(|gap| !over(gap));
        match self.gaps.first() {
            None => self.found(AnchorState::There, Text::both(english, french)),
            Some(first) => {
                let reason = first.reading.clone();
                let state = if lapsed { AnchorState::Lapsed } else { AnchorState::Partly };
                self.found(state, reason)
            }
        }
    }

    fn found(self, state: AnchorState, reason: Text) -> Found {
        Found { anchor: Anchor { anchor: self.anchor, state, reason }, gaps: self.gaps }
    }
}
