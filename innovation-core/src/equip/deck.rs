//! The built-in deck, and which of its cards fit.

use super::card::{Card, Kind, Mode, Phase};
use crate::error::{Code, Error, Result};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Asks for cards that fit; what is absent limits nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DeckRequest {
    /// Cards to look through. Default: the built-in deck.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cards: Option<Vec<Card>>,
    /// Language of the texts (BCP 47); all languages where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub locale: Option<String>,
    /// Phases of which a card serves one at least.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub phases: Vec<Phase>,
    /// Kinds of cards.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub kinds: Vec<Kind>,
    /// How many people there are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group_size: Option<u32>,
    /// Minutes there are, debriefing included.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minutes: Option<u32>,
    /// Modes of which a card works in one at least.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub modes: Vec<Mode>,
    /// The hardest that the facilitator is at ease with, 1 to 5.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 5)))]
    pub facilitator: Option<u8>,
    /// Outcomes of which a card yields one at least.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub yields: Vec<String>,
}

/// Cards that fit, and why the others do not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Deck {
    /// The cards that fit, in the order of the deck.
    pub cards: Vec<Card>,
    /// How many do not fit, by reason; a card counts under each of its reasons.
    pub excluded: BTreeMap<Exclusion, u32>,
    /// Cards looked through.
    pub total: u32,
}

/// Why a card does not fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Exclusion {
    /// It serves other phases.
    Phase,
    /// It is of another kind.
    Kind,
    /// It takes fewer or more people.
    GroupSize,
    /// Even at its shortest it takes longer.
    Minutes,
    /// It does not work there.
    Mode,
    /// It is harder to facilitate.
    Facilitator,
    /// It yields something else.
    Yields,
}

/// Gives the cards of the built-in deck, or of the user's own, that fit.
///
/// # Errors
///
/// `equip.no-deck` where this build holds no deck and the request has no cards.
///
/// # Example
///
/// ```
/// use innovation_core::equip::{DeckRequest, deck};
/// let request: DeckRequest = serde_json::from_str(r#"{
///     "cards": [{"id": "walk", "kind": "method", "title": "Walk", "group": {"min": 2, "max": 6},
///                "minutes": {"run": {"min": 10, "max": 20}}}],
///     "groupSize": 12
/// }"#).unwrap();
/// let found = deck(&request)?;
/// assert_eq!((found.cards.len(), found.total), (0, 1));
/// # Ok::<(), innovation_core::Error>(())
/// ```
pub fn deck(request: &DeckRequest) -> Result<Deck> {
    let all = or_built_in(request.cards.as_deref())?;
    let mut excluded = BTreeMap::new();
    let mut cards = Vec::new();
    for card in all.iter() {
        let reasons = exclusions(request, card);
        if reasons.is_empty() {
            let locale = request.locale.as_deref();
            cards.push(locale.map_or_else(|| card.clone(), |locale| card.in_locale(locale)));
        }
        for reason in reasons {
            *excluded.entry(reason).or_default() += 1;
        }
    }
    Ok(Deck { cards, excluded, total: all.len() as u32 })
}

/// The user's cards, or the built-in deck.
pub(crate) fn or_built_in(cards: Option<&[Card]>) -> Result<std::borrow::Cow<'_, [Card]>> {
    match cards {
        Some(cards) => Ok(cards.into()),
        None => Ok(built_in()?.into()),
    }
}

#[cfg(feature = "deck")]
fn built_in() -> Result<Vec<Card>> {
    let card = |text: &&str| {
        serde_json::from_str(text)
            .map_err(|error| Error::new(Code::ContractInternal, format!("a card: {error}")))
    };
    super::files::FILES.iter().map(card).collect()
}

#[cfg(not(feature = "deck"))]
fn built_in() -> Result<Vec<Card>> {
    Err(Error::new(Code::EquipNoDeck, "this build holds no deck").at("/cards").hint(
        "give cards (from npm, innovation-core/deck/en or innovation-core/deck/fr has them), \
             or build with the feature `deck`",
    ))
}

fn exclusions(request: &DeckRequest, card: &Card) -> Vec<Exclusion> {
    let misses = |wanted: bool, fits: bool| wanted && !fits;
    let tests = [
        (
            Exclusion::Phase,
            misses(
                !request.phases.is_empty() && !card.phases.is_empty(),
                card.phases.iter().any(|phase| request.phases.contains(phase)),
            ),
        ),
        (Exclusion::Kind, misses(!request.kinds.is_empty(), request.kinds.contains(&card.kind))),
        (Exclusion::GroupSize, request.group_size.is_some_and(|people| !card.group.takes(people))),
        (Exclusion::Minutes, request.minutes.is_some_and(|minutes| card.shortest() > minutes)),
        (
            Exclusion::Mode,
            misses(
                !request.modes.is_empty(),
                card.modes.iter().any(|mode| request.modes.contains(mode)),
            ),
        ),
        (
            Exclusion::Facilitator,
            request.facilitator.is_some_and(|level| card.difficulty.facilitator > level),
        ),
        (
            Exclusion::Yields,
            misses(
                !request.yields.is_empty(),
                card.yields.iter().any(|outcome| request.yields.contains(outcome)),
            ),
        ),
    ];
    tests.into_iter().filter(|test| test.1).map(|test| test.0).collect()
}
