//! The picture: one SVG element that stands alone, on any background.
//!
//! Lines and text take the colour of their surroundings; colours of signals can be set from
//! outside (`--ic-improvement`, `--ic-concern`, `--ic-signal`, `--ic-target`). A star, a
//! square and a diamond say what colour says. Text is 14 pixels high at the width asked for,
//! and the picture shrinks to 12, not below.

mod legend;
mod marks;
mod plot;
mod words;

use super::answer::Chart;
use super::request::{ChartPicture, ChartRequest};
use super::series::too_large;
use crate::error::{Code, Error, Result};
use crate::picture::{Pen, wrap};
use plot::Plot;
use words::Language;

/// Longer series are not drawn.
const MOST_POINTS: usize = 1_000;
/// The longest title, in characters.
const LONGEST_TITLE: usize = 300;
/// Widths for which it can be laid out.
const WIDTHS: std::ops::RangeInclusive<u32> = 320..=2000;
/// The width where none is asked for.
const WIDTH: u32 = 720;

/// Refuses a picture that cannot be drawn.
pub(super) fn check(request: &ChartRequest, points: usize) -> Result<()> {
    let Some(picture) = &request.svg else { return Ok(()) };
    if points > MOST_POINTS {
        return Err(too_large(points, MOST_POINTS, "points in a picture", "/svg")
            .hint("ask without a picture, or draw fewer points"));
    }
    let refuse =
        |fact: &str, place: &str| Err(Error::new(Code::ContractInvalidValue, fact).at(place));
    if picture.width.is_some_and(|width| !WIDTHS.contains(&width)) {
        return refuse("a picture is 320 to 2000 pixels wide", "/svg/width");
    }
    let language = Language::of(picture.locale.as_deref().unwrap_or("en"));
    let title = picture.title.as_ref().map(|title| language.of_text(title));
    if title.is_some_and(|title| title.chars().count() > LONGEST_TITLE) {
        return refuse("the title has more than 300 characters", "/svg/title");
    }
    Ok(())
}

/// Draws the chart.
pub(crate) fn draw(answer: &Chart, request: &ChartRequest, picture: &ChartPicture) -> String {
    let language = Language::of(picture.locale.as_deref().unwrap_or("en"));
    let width = f64::from(picture.width.unwrap_or(WIDTH));
    let given = picture.title.as_ref().map(|title| language.of_text(title).trim());
    let title = given.filter(|title| !title.is_empty()).unwrap_or(language.kind(answer.kind));
    let mut body = Pen::default();
    let mut y = 8.0;
    for line in wrap(title, ((width - 16.0) / 9.4) as usize, 4) {
        y += 22.0;
        body.label("ic-title", 8.0, y, &line);
    }
    let plot = Plot::lay_out(answer, request, language, width, y + 14.0);
    plot.draw(&mut body, answer, request);
    let height = legend::draw(&mut body, answer, request, &plot, language, width);
    let description = describe(answer, language);
    let name = fingerprint(title, &description, answer);
    let mut pen = Pen::default();
    pen.markup(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"ic-chart\" role=\"img\" viewBox=\"0 0 ",
    );
    pen.point(width, height).markup("\" width=\"").number(width);
    pen.markup("\" height=\"").number(height).markup("\" aria-labelledby=\"ic-").name(name);
    pen.markup("-title ic-").name(name).markup("-text\" style=\"max-width:").number(width);
    pen.markup("px;min-width:").number((width * 12.0 / 14.0).ceil());
    pen.markup("px;height:auto\"><title id=\"ic-").name(name).markup("-title\">").text(title);
    pen.markup("</title><desc id=\"ic-").name(name).markup("-text\">").text(&description);
    pen.markup("</desc><style>").markup(include_str!("style.css")).markup("</style>");
    pen.finish() + &body.finish() + "</svg>"
}

/// The chart in words, for who does not see it.
fn describe(answer: &Chart, language: Language) -> String {
    const MOST: usize = 12;
    let mut text = String::from(language.kind(answer.kind));
    let points = answer.n.points;
    text += &if language.french {
        format!(", {points} points. Règles\u{a0}: {}. ", language.of_text(&answer.rules.title))
    } else {
        format!(", {points} points. Rules: {}. ", language.of_text(&answer.rules.title))
    };
    if answer.signals.is_empty() {
        text += language.say(
            "No signal: what varies may be chance.",
            "Aucun signal\u{a0}: ce qui varie peut être dû au hasard.",
        );
    }
    for signal in answer.signals.iter().take(MOST) {
        text += language.of_text(&signal.text);
        text.push(' ');
    }
    if let Some(more) = answer.signals.len().checked_sub(MOST).filter(|&more| more > 0) {
        text += &if language.french {
            format!("Et {more} autres signaux.")
        } else {
            format!("And {more} more signals.")
        };
    }
    text.trim_end().to_owned()
}

/// A name by which one page can tell pictures apart: FNV-1a of what they show.
fn fingerprint(title: &str, description: &str, answer: &Chart) -> u64 {
    let numbers = answer.statistic.iter().flat_map(|value| value.unwrap_or(-1.0).to_le_bytes());
    let bytes = title.bytes().chain(description.bytes()).chain(numbers);
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::super::{ChartKind, ExcludedPoint, Rebase, chart};
    use super::*;
    use crate::text::Text;

    fn any() -> ChartRequest {
        ChartRequest {
            kind: ChartKind::I,
            values: (0..30).map(|at| (at != 7).then_some(f64::from(at * at % 11))).collect(),
            svg: Some(ChartPicture::default()),
            ..ChartRequest::default()
        }
    }

    fn svg(request: &ChartRequest) -> String {
        chart(request).unwrap().svg.unwrap()
    }

    #[test]
    fn nothing_that_users_write_becomes_markup() {
        let evil = "\"><script>alert('x')</script>\u{0}&";
        let mut request = any();
        request.labels = vec![evil.to_owned(); 30];
        request.rebases = vec![Rebase { at: 15, reason: evil.to_owned(), baseline: None }];
        request.excludes = vec![ExcludedPoint { at: 3, reason: evil.to_owned() }];
        request.target = Some(9.0);
        request.svg = Some(ChartPicture { title: Some(Text::from(evil)), ..Default::default() });
        let svg = svg(&request);
        assert!(!svg.contains("<script") && !svg.contains('\u{0}') && !svg.contains("('x')"));
        assert_eq!(svg.matches("<style").count(), 1);
        assert!(svg.contains("&lt;script&gt;"));
    }

    #[test]
    fn it_can_be_named_and_described() {
        let svg = svg(&any());
        for part in ["role=\"img\"", "<title id=\"ic-", "<desc id=\"ic-", "aria-labelledby=\"ic-"] {
            assert!(svg.contains(part), "{part}");
        }
        assert!(svg.starts_with("<svg ") && svg.ends_with("</svg>"));
        assert!(!svg.contains("NaN") && !svg.contains("inf"));
    }

    #[test]
    fn a_picture_has_its_limits() {
        let refused = |change: &dyn Fn(&mut ChartRequest)| {
            let mut request = any();
            change(&mut request);
            let error = chart(&request).unwrap_err();
            format!("{} {}", error.code(), error.path())
        };
        let picture = |width| Some(ChartPicture { width: Some(width), ..Default::default() });
        let narrow = refused(&|request| request.svg = picture(319));
        assert_eq!(narrow, "contract.invalid-value /svg/width");
        let long = refused(&|request| request.values = vec![Some(1.0); 1001]);
        assert_eq!(long, "contract.too-large /svg");
        let title = refused(&|request| {
            request.svg = Some(ChartPicture {
                title: Some("x".repeat(301).as_str().into()),
                ..Default::default()
            });
        });
        assert_eq!(title, "contract.invalid-value /svg/title");
    }
}
