//! What a space should look at, the gravest first.

use crate::error::Result;
use crate::exchange::report::answer::Answer;
use crate::exchange::report::html::{Pen, section};
use crate::exchange::report::names::Names;
use crate::exchange::report::words::{self, Phrase};

/// Findings of a space.
#[derive(Debug)]
pub(in crate::exchange::report) struct Findings(Vec<Finding>);

#[derive(Debug)]
struct Finding {
    /// 0 is the gravest.
    gravity: usize,
    message: String,
    reason: String,
    source: String,
    evidence: Option<Phrase>,
}

/// The marks of the three gravities, and their names.
const GRAVITIES: [(usize, Phrase); 3] =
    [(3, words::CRITICAL), (2, words::WARNING), (0, words::HINT)];

impl Findings {
    /// Reads the answer of `space.diagnose`.
    pub(in crate::exchange::report) fn read(
        answer: &Answer<'_>,
        names: &Names<'_>,
    ) -> Result<Self> {
        let finding = |one: &Answer<'_>| -> Result<Finding> {
            let severity = one.need("severity")?;
            let told = |field| {
                one.get(field).map_or(Ok(String::new()), |text| Ok(names.text(&text.text()?)))
            };
            Ok(Finding {
                gravity: match severity.string()? {
                    "critical" => 0,
                    "warning" => 1,
                    "hint" => 2,
                    _ => return Err(severity.wrong("is no severity")),
                },
                message: plain(&names.quoted(&one.need("message")?.text()?)),
                reason: told("reason")?,
                source: told("source")?,
                evidence: match one.maybe("evidence")? {
                    Some("theory") => Some(words::THEORY),
                    Some("empirical") => Some(words::EMPIRICAL),
                    _ => None,
                },
            })
        };
        answer.need("findings")?;
        Ok(Self(answer.list("findings")?.iter().map(finding).collect::<Result<_>>()?))
    }

    /// Writes the section.
    pub(in crate::exchange::report) fn write(&self, pen: &mut Pen) {
        let language = pen.language;
        section(pen, "findings", Some(words::PROTECT), words::FINDINGS);
        if self.0.is_empty() {
            pen.say(words::FINDINGS_NONE);
        } else if language.is_easy() {
            pen.easy(&[words::EASY_FINDINGS, words::EASY_FINDINGS_FIRST]);
        } else {
            let count = language.count(self.0.len() as u64);
            pen.paragraph(&language.with(words::FINDINGS_COUNT, &[&count]));
        }
        for (gravity, (mark, name)) in GRAVITIES.into_iter().enumerate() {
            let own: Vec<&Finding> = self.0.iter().filter(|one| one.gravity == gravity).collect();
            if own.is_empty() {
                continue;
            }
            pen.markup("<h3>").mark(mark).phrase(name).markup("</h3>\n<ul class=\"findings\">\n");
            for finding in own {
                finding.write(pen);
            }
            pen.markup("</ul>\n");
        }
        pen.markup("</section>\n");
    }
}

impl Finding {
    fn write(&self, pen: &mut Pen) {
        pen.element("<li><p>", &self.message, "</p>\n");
        if !pen.language.is_easy() {
            pen.element("<p class=\"soft\">", &self.reason, "");
            if let Some(evidence) = self.evidence {
                pen.markup(" (").phrase(evidence);
                pen.phrase(words::COLON).element("", &self.source, ")");
            }
            pen.markup("</p>");
        }
        pen.markup("</li>\n");
    }
}

/// A sentence: with a capital letter and a full stop.
fn plain(text: &str) -> String {
    let mut letters = text.chars();
    let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
    let sentence = first + letters.as_str();
    if sentence.ends_with(['.', '!', '?', '…']) { sentence } else { sentence + "." }
}
