//! What is suspended for a while, and what cannot be.

use super::cast::Cast;
use super::{id, shelter};
use crate::words::pick;
use innovation_core::protect::SuspendedNorm;
use innovation_core::{Result, Text};

/// In the workshops nobody speaks in the order of grade, until the end of the year.
pub(super) fn suspension(locale: &str, cast: &Cast) -> Result<SuspendedNorm> {
    Ok(SuspendedNorm {
        id: id(pick(locale, "speaking-order", "tour-de-parole"))?,
        norm: Text::both(
            "speaking in the order of grade",
            "prendre la parole dans l’ordre des grades",
        ),
        scope: Text::both("the workshops, for all members", "les ateliers, pour tous les membres"),
        granted_by: Some(cast.sponsor.clone()),
        from: None,
        until: "2026-12-31T00:00:00Z".to_owned(),
        lifts: shelter::rank(locale)?,
        touches: Vec::new(),
    })
}

/// What no charter can suspend, meant well.
pub(super) fn forbidden(locale: &str, cast: &Cast) -> Result<SuspendedNorm> {
    Ok(SuspendedNorm {
        id: id(pick(locale, "stories-go-out", "récits-au-dehors"))?,
        norm: Text::both(
            "what is told in confidence stays in the space",
            "ce qui est confié reste dans l’espace",
        ),
        scope: Text::both("the report to the public", "le compte rendu public"),
        lifts: vec![id("confidentiality")?],
        ..suspension(locale, cast)?
    })
}
