//! The documents of a person and of a tie.

use serde::de::{self, Deserializer};
use serde::{Deserialize, Serialize};
use std::borrow::Borrow;
use std::collections::BTreeMap;
use std::fmt;

/// A pseudonymous id: 1 to 128 characters, none of them a control character.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Id(#[cfg_attr(feature = "schema", schemars(length(min = 1, max = 128)))] String);

impl Id {
    /// The longest id, in characters.
    pub const LONGEST: usize = 128;

    /// An id, or `None` where the text cannot be one.
    #[must_use]
    pub fn new(text: &str) -> Option<Self> {
        let length = text.chars().take(Self::LONGEST + 1).count();
        let fits = (1..=Self::LONGEST).contains(&length) && !text.chars().any(char::is_control);
        fits.then(|| Self(text.to_owned()))
    }

    /// The id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Borrow<str> for Id {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl<'de> Deserialize<'de> for Id {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::new(&text).ok_or_else(|| {
            de::Error::custom("an id has 1 to 128 characters, none of them a control character")
        })
    }
}

/// Where randomness starts: a whole number from 0 to 2⁵³ − 1.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Seed(
    #[cfg_attr(feature = "schema", schemars(range(max = 9_007_199_254_740_991_u64)))] u64,
);

impl Seed {
    /// A seed, or `None` above 2⁵³ − 1.
    #[must_use]
    pub fn new(number: u64) -> Option<Self> {
        (number <= crate::random::MAX_SEED).then_some(Self(number))
    }

    /// The number.
    #[must_use]
    pub fn number(self) -> u64 {
        self.0
    }
}

impl From<u32> for Seed {
    fn from(number: u32) -> Self {
        Self(u64::from(number))
    }
}

impl<'de> Deserialize<'de> for Seed {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let number = u64::deserialize(deserializer)?;
        Self::new(number).ok_or_else(|| de::Error::custom("a seed is at most 9007199254740991"))
    }
}

/// The nine families of roles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Family {
    /// Patients, carers, citizens: those who live with it.
    LivedExperience,
    /// Those who give care.
    Care,
    /// Those who run services.
    Management,
    /// Those who design services, spaces and things.
    Design,
    /// Those who set and watch over rules, and who pay.
    Regulation,
    /// Those who study.
    Research,
    /// Those who make and sell.
    Industry,
    /// The territory: municipalities, schools, neighbours.
    Community,
    /// Those who hold the space.
    Facilitation,
}

impl Family {
    /// The name in documents.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::LivedExperience => "livedExperience",
            Self::Care => "care",
            Self::Management => "management",
            Self::Design => "design",
            Self::Regulation => "regulation",
            Self::Research => "research",
            Self::Industry => "industry",
            Self::Community => "community",
            Self::Facilitation => "facilitation",
        }
    }
}

/// A person who may be brought together with others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Person {
    /// Pseudonymous.
    pub id: Id,
    /// From the catalogue (`people.roles`), or of your own with a `family`.
    pub role: String,
    /// Family of the role; needed where the role is not in the catalogue.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub family: Option<Family>,
    /// The organisation the person belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organisation: Option<String>,
    /// The unit within the organisation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// The manager, one of the same list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reports_to: Option<Id>,
    /// Level in the hierarchy, in the host's own numbers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<i32>,
    /// What the person knows about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub expertise: Vec<String>,
    /// What the person needs to take part.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub needs: Vec<String>,
    /// When the person can come, in the host's own labels.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub available: Vec<String>,
    /// Anything else that people differ in.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub attributes: BTreeMap<String, String>,
}

impl Person {
    /// A person with an id and a role; `None` where the id cannot be one.
    #[must_use]
    pub fn new(id: &str, role: &str) -> Option<Self> {
        Some(Self {
            id: Id::new(id)?,
            role: role.to_owned(),
            family: None,
            organisation: None,
            unit: None,
            reports_to: None,
            level: None,
            expertise: Vec::new(),
            needs: Vec::new(),
            available: Vec::new(),
            attributes: BTreeMap::new(),
        })
    }
}

/// How much two people already work together; undirected.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Tie {
    /// One of the two.
    pub a: Id,
    /// The other.
    pub b: Id,
    /// Zero or more, in any one unit for the whole document.
    #[cfg_attr(feature = "schema", schemars(range(min = 0.0)))]
    pub weight: f64,
}
