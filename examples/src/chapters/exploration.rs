//! Would a space help here? Silos, an open plan and a protected space, played many times on an
//! organisation of the size and the ties of this territory.

mod page;
mod picture;
mod rows;

use super::Story;
use crate::words::decimals;
use innovation_core::explore::{SummaryReport, SummaryReportRequest, report, run};
use innovation_core::{Code, Error, Result, math};
use rows::{Row, Territory, Way};

/// Name of the page.
const PAGE: &str = "exploration.html";

/// A row with what its replicates left.
struct Played {
    row: Row,
    report: SummaryReport,
}

/// What was asked of the territory, and what came out.
struct Told {
    territory: Territory,
    played: Vec<Played>,
}

/// Plays the rows, tells what they leave and when not to believe it, and writes the page.
pub(crate) fn tell(story: &mut Story) -> Result<()> {
    story.heading("Would a space help here?", "Un espace aiderait-il ici\u{a0}?");
    let Some(territory) = Territory::of(story)? else {
        story.line(
            story.say("There are no silos of which to play.", "Il n’y a pas de silos dont jouer."),
        );
        return Ok(());
    };
    let told = Told { played: play(rows::rows(&territory), story.options.seed)?, territory };
    story.line(&told.territory.sentence(story));
    for played in &told.played {
        story.line(&played.sentence(story)?);
    }
    story.line(&verdict(story, &told)?);
    story.line(caution(story));
    let page = page::write(story, &told)?;
    story.write(PAGE, &page)
}

/// Plays each row on a thread of its own.
fn play(rows: Vec<Row>, seed: u32) -> Result<Vec<Played>> {
    std::thread::scope(|scope| {
        let playing = rows.into_iter().map(|row| {
            scope.spawn(move || {
                let summary = run(&row.request(seed)?)?;
                let report = report(&SummaryReportRequest { summary, table: None })?;
                Ok(Played { row, report })
            })
        });
        let threads: Vec<_> = playing.collect();
        let lost = || Error::new(Code::ContractInternal, "a row was not played to its end");
        threads.into_iter().map(|thread| thread.join().map_err(|_| lost())?).collect()
    })
}

/// What the space brings here, set against chance.
fn verdict(story: &Story, told: &Told) -> Result<String> {
    let end = |way| {
        let played = told.played.iter().find(|played| played.row.way == way);
        played.map_or(Ok((0.0, 0.0)), |played| played.end("performance"))
    };
    let ((space, one), (silos, other)) = (end(Way::Space)?, end(Way::Silos)?);
    let (gain, error) = (100.0 * (space - silos), 200.0 * math::sqrt(one * one + other * other));
    let meaning = match gain {
        gain if gain > error => story.say("the space helps", "l’espace aide"),
        gain if gain < -error => story.say("the space harms", "l’espace nuit"),
        _ => story.say(
            "no difference that can be told from chance",
            "pas de différence qui se distingue du hasard",
        ),
    };
    let locale = &story.options.locale;
    let sign = if gain < 0.0 { "−" } else { "+" };
    let text = story.say(
        "Against silos as they are, the space brings _ ± # points:",
        "Face aux silos tels quels, l’espace apporte _ ± # points\u{a0}:",
    );
    let text = text.replace('_', &format!("{sign}{}", decimals(locale, gain.abs(), 1)));
    Ok(format!("{} {meaning}", text.replace('#', &decimals(locale, error, 1))))
}

impl Played {
    /// The mean of an outcome at the end, and its standard error.
    fn end(&self, outcome: &str) -> Result<(f64, f64)> {
        let found =
            self.report.outcomes.iter().find(|one| one.name == outcome).ok_or_else(|| {
                Error::new(Code::ContractInternal, format!("no replicate left {outcome}"))
            })?;
        Ok((found.mean, found.standard_error.value.unwrap_or_default()))
    }

    fn sentence(&self, story: &Story) -> Result<String> {
        let locale = &story.options.locale;
        let (mean, error) = self.end("performance")?;
        let anchored = 100.0 * self.end("anchoring")?.0;
        Ok(format!(
            "{}{} {} ± {}{} {} {}",
            self.row.name(locale),
            story.say(":", "\u{a0}:"),
            decimals(locale, 100.0 * mean, 1),
            decimals(locale, 200.0 * error, 1),
            story.say(" % of what can be known;", "\u{a0}% de ce qui peut se savoir\u{202f};"),
            decimals(locale, anchored, 0),
            story.say("% hold the best solution", "% détiennent la meilleure solution"),
        ))
    }
}

/// The one sentence that must not be missed.
fn caution(story: &Story) -> &str {
    story.say(
        "Do not believe it where people cannot see at once whose solution is better: in the model they can, and no strength of norm, pressure or routine was measured here.",
        "À ne pas croire là où l’on ne voit pas d’emblée quelle solution est meilleure\u{a0}: dans le modèle on le voit, et la force des normes, des pressions et des routines n’a pas été mesurée ici.",
    )
}
