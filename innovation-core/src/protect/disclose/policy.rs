//! Policies as data: what counts as small, and how it is kept from being solved back.

use crate::contract::nearest;
use crate::error::{Code, Error, Result};
use crate::text::Text;
use serde::{Deserialize, Serialize};

/// Largest threshold and base of rounding.
const LARGEST: u32 = 1_000;
/// Names of the presets.
const PRESETS: [&str; 3] = ["nhs-hes", "fr-casd", "strict"];

/// A policy of one's own, or the name of a preset.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged, expecting = "the name of a preset, or a policy {minimum, …}")]
pub enum PolicyChoice {
    /// `nhs-hes`, `fr-casd` or `strict`.
    Preset(String),
    /// A policy of one's own.
    Own(Box<DisclosurePolicy>),
}

/// What counts as small, and how it is kept from being solved back. Not legal advice.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DisclosurePolicy {
    /// The least count of people that may be shown, 2 to 1,000; 3 or more where zeros are shown.
    #[cfg_attr(feature = "schema", schemars(range(min = 2, max = 1000)))]
    pub minimum: u32,
    /// Shown counts are rounded to the nearest multiple of this, 2 to 1,000, halves upwards.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(range(min = 2, max = 1000)))]
    pub round: Option<u32>,
    /// Whether further counts are hidden where a small one could be solved back.
    #[serde(default = "yes")]
    pub secondary: bool,
    /// Whether zeros are hidden like small counts.
    #[serde(default)]
    pub protect_zero: bool,
    /// How wide the range of what a hidden count can be must stay: most less least. As wide as
    /// the range of small counts unless told, and never wider.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub interval: Option<u32>,
    /// What it is called.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Text>,
    /// What it follows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub citation: Option<String>,
    /// What a reader of the policy must know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

fn yes() -> bool {
    true
}

/// A policy in numbers, checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Limit {
    /// The least count that may be shown.
    pub minimum: i64,
    /// Base of rounding, 1 where counts are exact.
    pub round: i64,
    /// The least small count: 0 where zeros are hidden.
    pub least: i64,
    /// How wide a hidden count's interval must stay.
    pub interval: i64,
    /// Whether complementary counts are hidden.
    pub secondary: bool,
}

impl Limit {
    /// Whether a count must be hidden.
    pub fn small(&self, count: i64) -> bool {
        (self.least..self.minimum).contains(&count)
    }

    /// What is published in place of a count.
    pub fn rounded(&self, count: i64) -> i64 {
        count.saturating_add(self.round / 2) / self.round * self.round
    }

    /// The counts that a published figure can stand for.
    pub fn behind(&self, published: i64) -> (i64, i64) {
        let low = published - self.round / 2;
        let high = low.saturating_add(self.round - 1);
        if published == 0 && self.minimum > high {
            return (0, 0);
        }
        let low = if published == 0 { 0 } else { low.max(self.minimum) };
        (low, high.max(low))
    }
}

impl PolicyChoice {
    /// The policy, checked and with its note, and its numbers.
    pub(super) fn read(&self, place: &str) -> Result<(DisclosurePolicy, Limit)> {
        let policy = match self {
            Self::Own(own) => {
                let note = own.note.clone().unwrap_or_else(no_advice);
                DisclosurePolicy { note: Some(note), ..own.as_ref().clone() }
            }
            Self::Preset(name) => preset(name).ok_or_else(|| {
                let error = refuse(format!("no policy is called {name:?}")).at(place);
                match nearest(name, &PRESETS) {
                    Some(hint) => error.hint(hint),
                    None => error,
                }
            })?,
        };
        let limit = policy.limit(place)?;
        Ok((policy, limit))
    }
}

impl DisclosurePolicy {
    /// Its numbers, checked.
    pub(super) fn limit(&self, place: &str) -> Result<Limit> {
        let least = u32::from(!self.protect_zero);
        if self.minimum > LARGEST || self.minimum < least + 2 {
            let message = format!(
                "the minimum {} does not lie between {} and {LARGEST}",
                self.minimum,
                least + 2
            );
            return Err(refuse(message)
                .at(format!("{place}/minimum"))
                .hint("below it, hiding a count would say what it is"));
        }
        let round = self.round.unwrap_or(1);
        if self.round.is_some_and(|base| !(2..=LARGEST).contains(&base)) {
            return Err(refuse(format!("counts cannot be rounded to {round}"))
                .at(format!("{place}/round"))
                .hint(format!("give a base from 2 to {LARGEST}, or leave it out")));
        }
        if self.minimum < round - round / 2 {
            let message = format!(
                "the count {} may be shown, but rounded to {round} it would read 0",
                self.minimum
            );
            return Err(refuse(message).at(format!("{place}/round")));
        }
        let widest = self.minimum - 1 - least;
        let interval = self.interval.unwrap_or(widest);
        if !(1..=widest).contains(&interval) {
            let message = format!(
                "a small count lies between {least} and {}: no interval of width {interval} can \
                 be kept",
                self.minimum - 1
            );
            return Err(refuse(message)
                .at(format!("{place}/interval"))
                .hint(format!("ask for a width from 1 to {widest}")));
        }
        Ok(Limit {
            minimum: i64::from(self.minimum),
            round: i64::from(round),
            least: i64::from(least),
            interval: i64::from(interval),
            secondary: self.secondary,
        })
    }
}

fn preset(name: &str) -> Option<DisclosurePolicy> {
    let policy = |minimum, round, protect_zero, title: Text, citation: &str| DisclosurePolicy {
        minimum,
        round,
        secondary: true,
        protect_zero,
        interval: None,
        name: Some(title),
        citation: Some(citation.to_owned()),
        note: Some(no_advice()),
    };
    Some(match name {
        "nhs-hes" => policy(
            8,
            Some(5),
            false,
            Text::both(
                "Hospital Episode Statistics, below national level",
                "Statistiques hospitalières anglaises (HES), niveau infranational",
            ),
            "NHS Digital, Hospital Episode Statistics, disclosure control since 2018: counts from \
             1 to 7 hidden, zeros shown, other counts rounded to the nearest 5, means over 1 to 7 \
             hidden. Complementary hiding and its interval are this library's addition: rounding \
             alone can leave a hidden count within a few units.",
        ),
        "fr-casd" => policy(
            11,
            None,
            false,
            Text::both(
                "French hospital data at the CASD",
                "Données hospitalières françaises (PMSI) au CASD",
            ),
            "Rules of the Centre d’accès sécurisé aux données (CASD) for PMSI data: no cell below \
             11 units, complementary hiding. The width of the interval is this library's choice.",
        ),
        "strict" => policy(
            11,
            Some(5),
            true,
            Text::both("The strictest of each", "Le plus strict en tout point"),
            "On each point the strictest choice that this library offers: threshold of the CASD \
             rules (11), rounding of the NHS rules (5), zeros hidden too.",
        ),
        _ => return None,
    })
}

fn no_advice() -> Text {
    Text::both(
        "A policy is a choice, not legal advice: ask those who answer for the data.",
        "Une règle de diffusion est un choix, non un avis juridique\u{a0}: voyez avec les \
         responsables des données.",
    )
}

fn refuse(message: impl Into<String>) -> Error {
    Error::new(Code::ProtectInvalidPolicy, message)
}
