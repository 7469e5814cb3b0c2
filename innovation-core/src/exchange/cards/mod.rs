//! Cards as Markdown that people read and edit, and cards of other libraries.
//!
//! [`front`] reads front matter, [`ours`] writes and reads our own form, [`foreign`] reads method
//! specifications of the Open Facilitation Library and method cards as 18F writes them.
//!
//! Invariant: a card written and read again is the same card.
//! Invariant: what a foreign card does not say is assumed, and the answer lists each assumption.

mod foreign;
mod front;
mod ours;

use crate::equip::{Card, FORMAT};
use crate::error::{Code, Error, Result};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Asks for a card as Markdown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CardToMarkdownRequest {
    /// The card.
    pub card: Card,
}

/// A card as Markdown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct CardMarkdown {
    /// The card: front matter, then a part for each language.
    pub text: String,
}

/// Asks for a card from Markdown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CardFromMarkdownRequest {
    /// The text, at most one mebibyte.
    pub text: String,
    /// The language of a card of another library (BCP 47), which does not say it itself.
    #[serde(default = "english")]
    pub locale: String,
}

fn english() -> String {
    "en".to_owned()
}

/// A card from Markdown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct CardRead {
    /// The card.
    pub card: Card,
    /// In which form it was written.
    pub format: CardFormat,
    /// Places in the card, as JSON Pointers, that the text says nothing of: each holds an
    /// assumption that whoever knows the method should check.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub assumed: Vec<String>,
}

/// In which form a card was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum CardFormat {
    /// Our own.
    Innovation,
    /// A method specification of the Open Facilitation Library, format 0.2.
    MethodSpec,
    /// A method card as 18F writes them: what, why, how, time required.
    MethodCard,
}

/// Most bytes of a text.
const MOST: usize = 1 << 20;

/// Writes a card as Markdown: front matter for what programs read, then a part for each language.
///
/// Texts that Markdown cannot hold as they are (empty, or with blanks at their ends) stand in the
/// front matter under `texts`.
///
/// # Errors
///
/// None beyond those of reading the request.
///
/// # Example
///
/// ```
/// use innovation_core::exchange::{CardToMarkdownRequest, card_to_markdown};
/// let request: CardToMarkdownRequest = serde_json::from_str(r#"{"card": {
///     "id": "walk", "kind": "method", "title": {"en": "A walk", "fr": "Une marche"},
///     "group": {"min": 2}, "minutes": {"run": {"min": 20, "max": 40}}}}"#).unwrap();
/// let text = card_to_markdown(&request)?.text;
/// assert!(text.starts_with("---\nformat: innovation/card@1\nid: walk\n"));
/// assert!(text.contains("\n# [fr] Une marche\n"));
/// # Ok::<(), innovation_core::Error>(())
/// ```
pub fn card_to_markdown(request: &CardToMarkdownRequest) -> Result<CardMarkdown> {
    Ok(CardMarkdown { text: ours::write(&request.card)? })
}

/// Reads a card from Markdown: our own form, a method specification of the Open Facilitation
/// Library, or a method card as 18F writes them. The front matter tells which.
///
/// From other libraries come title, purpose, steps, licence and sources; whatever else their
/// front matter holds is kept in `extensions`. Minutes and sizes of groups they seldom say.
///
/// # Errors
///
/// `exchange.invalid-card`, with the line; `contract.too-large`.
///
/// # Example
///
/// ```
/// use innovation_core::exchange::{CardFromMarkdownRequest, card_from_markdown};
/// let request: CardFromMarkdownRequest = serde_json::from_str(
///     r#"{"text": "---\nlayout: card\ntitle: A vote\ntimeRequired: 15 minutes\n---\n## How to do it\n1. Vote.\n"}"#,
/// ).unwrap();
/// let read = card_from_markdown(&request)?;
/// assert_eq!(read.card.minutes.run.max, 15);
/// assert!(read.assumed.contains(&"/group".to_owned()));
/// # Ok::<(), innovation_core::Error>(())
/// ```
///
/// # References
///
/// Open Facilitation Library, *Method-spec format v0.2*. 18F, *18F Methods*.
pub fn card_from_markdown(request: &CardFromMarkdownRequest) -> Result<CardRead> {
    if request.text.len() > MOST {
        let message = format!("{} bytes are more than {MOST}", request.text.len());
        return Err(Error::new(Code::ContractTooLarge, message).at("/text"));
    }
    let text = request.text.strip_prefix('\u{feff}').unwrap_or(&request.text);
    let (head, body) = front::split(text)?;
    let has = |key: &str| head.contains_key(key);
    let mut assumed = Vec::new();
    let (format, card) = if has("format") {
        (CardFormat::Innovation, ours::read(head, &body)?)
    } else if has("stages") || has("source_method") || has("runtime") {
        (CardFormat::MethodSpec, foreign::method_spec(head, &body, &request.locale, &mut assumed)?)
    } else if has("what") || has("how") || has("timeRequired") || has("layout") {
        (CardFormat::MethodCard, foreign::method_card(head, &body, &request.locale, &mut assumed)?)
    } else {
        return Err(Error::new(Code::ExchangeInvalidCard, "the text is a card of no known form")
            .at("/text")
            .hint(format!("front matter with format: {FORMAT}, stages (Open Facilitation Library) or what, why, how (18F) tells which")));
    };
    Ok(CardRead { card: read(&card)?, format, assumed })
}

/// The card that a document is.
fn read(card: &Value) -> Result<Card> {
    let invalid = |message: String| Error::new(Code::ExchangeInvalidCard, message).at("/text");
    let card: Card = serde_json::from_str(&card.to_string()).map_err(|error| {
        let message = error.to_string();
        let end = message.rfind(" at line ").unwrap_or(message.len());
        invalid(message.get(..end).unwrap_or(&message).to_owned())
    })?;
    if card.format == FORMAT {
        return Ok(card);
    }
    Err(invalid(format!("the format {:?} is not {FORMAT}", card.format)))
}

#[cfg(test)]
mod tests;
