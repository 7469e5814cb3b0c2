//! One page about it all, from what the chapters before found.

use super::reasons::sentences;
use super::{Story, asked};
use innovation_core::Result;
use innovation_core::exchange::{ReportRequest, report};
use serde_json::json;

/// Name of the page.
const PAGE: &str = "creative-space.html";

/// Writes the page and says where it is.
pub(crate) fn tell(story: &mut Story) -> Result<()> {
    story.heading("The page", "La page");
    let page = report(&request(story)?)?;
    story.write(PAGE, &page.html)
}

fn request(story: &Story) -> Result<ReportRequest> {
    let selection = story.selection.as_ref();
    let rounds = story.rotation.as_ref().map(|rotation| &rotation.rounds);
    let rounds = rounds.into_iter().flatten();
    let because = selection.into_iter().flat_map(|selection| &selection.because);
    let reasons: Vec<_> = because
        .map(|because| json!({"person": because.person, "text": sentences(because)}))
        .collect();
    let mut fields = json!({
        "locale": story.options.locale,
        "title": {"en": "A creative space for a territory", "fr": "Un espace créatif pour un territoire"},
        "synthetic": story.input.synthetic,
        "people": story.input.people,
        "ties": story.input.ties,
        "chosen": selection.map_or(&[][..], |selection| &selection.chosen),
        "reasons": reasons,
        "rounds": rounds.map(|round| json!({"tables": round.tables, "sittingOut": round.sitting_out})).collect::<Vec<_>>(),
        "seed": story.options.seed,
        "names": story.names,
    });
    if let Some(fields) = fields.as_object_mut() {
        fields.extend(story.results.clone());
    }
    asked(fields)
}
