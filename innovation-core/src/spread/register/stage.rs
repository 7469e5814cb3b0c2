//! How far a site uses an innovation.

use serde::{Deserialize, Serialize};

/// How far a site uses an idea.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum UseStage {
    /// It knows of it.
    Aware,
    /// It tries it.
    Trial,
    /// It does it.
    Adopted,
    /// It does nothing else any more.
    Routine,
    /// It stopped.
    Discontinued,
}

impl UseStage {
    /// Whether it has been taken up: adopted or routine.
    #[must_use]
    pub fn in_use(self) -> bool {
        matches!(self, Self::Adopted | Self::Routine)
    }

    /// Whether one stage can follow another: each leads further, or stops; who stopped can take
    /// it up again. Who only knew of it has nothing to stop.
    pub(crate) fn can_follow(self, before: Self) -> bool {
        match (before, self) {
            (Self::Aware, Self::Discontinued) => false,
            (Self::Discontinued, after) => after != Self::Aware && after != Self::Discontinued,
            (before, after) => after > before,
        }
    }

    /// Its name in documents.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Aware => "aware",
            Self::Trial => "trial",
            Self::Adopted => "adopted",
            Self::Routine => "routine",
            Self::Discontinued => "discontinued",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::UseStage::{self, Adopted, Aware, Discontinued, Routine, Trial};

    #[test]
    fn a_stage_leads_further_or_stops_or_starts_again() {
        let all = [Aware, Trial, Adopted, Routine, Discontinued];
        let after = |before: UseStage| -> Vec<UseStage> {
            all.into_iter().filter(|stage| stage.can_follow(before)).collect()
        };
        assert_eq!(after(Aware), [Trial, Adopted, Routine]);
        assert_eq!(after(Trial), [Adopted, Routine, Discontinued]);
        assert_eq!(after(Adopted), [Routine, Discontinued]);
        assert_eq!(after(Routine), [Discontinued]);
        assert_eq!(after(Discontinued), [Trial, Adopted, Routine]);
    }
}
