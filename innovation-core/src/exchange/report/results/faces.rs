//! How the text of a card is shared over faces of paper, so that none is cut.
//!
//! The host's letters are not known, so lines are counted with letters as wide as the widest of
//! the usual faces has them. A part stays whole where a face can hold it.

use crate::exchange::report::words::Language;
use crate::picture::wrap;

/// Something that a card says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Part {
    pub label: Option<String>,
    pub text: String,
}

/// A side of a card.
#[derive(Debug)]
pub(super) struct Face {
    /// From 1.
    pub number: usize,
    pub parts: Vec<Part>,
}

/// What a face holds, as its style has it.
struct Paper {
    /// Characters in a line of text, and in a line of the title.
    characters: usize,
    title: usize,
    /// Lines without the kind at the head and the id at the foot.
    lines: f64,
}

/// Lines that stand between two parts.
const GAP: f64 = 0.45;
/// A line of the title, in lines of text.
const TITLE: f64 = 1.4;

const A6: Paper = Paper { characters: 52, title: 32, lines: 29.4 };
const A5: Paper = Paper { characters: 56, title: 34, lines: 14.6 };

/// Shares the parts of a card over faces; each begins with its title.
pub(super) fn faces(title: &str, parts: Vec<Part>, language: Language) -> Vec<Face> {
    let paper = if language.is_large() { A5 } else { A6 };
    let head = TITLE * wrap(title, paper.title, usize::MAX).len() as f64 + GAP;
    // A title that fills a face leaves some room on the next one all the same.
    let room = (paper.lines - head).max(4.0);
    let mut faces: Vec<Face> = Vec::new();
    let mut left = 0.0;
    for part in parts.into_iter().flat_map(|part| pieces(part, &paper, room)) {
        let need = lines(&part, &paper) + GAP;
        if faces.is_empty() || need > left {
            faces.push(Face { number: faces.len() + 1, parts: Vec::new() });
            left = room + GAP;
        }
        left -= need;
        if let Some(face) = faces.last_mut() {
            face.parts.push(part);
        }
    }
    faces
}

fn whole(part: &Part) -> String {
    part.label.as_ref().map_or_else(|| part.text.clone(), |label| format!("{label} {}", part.text))
}

fn lines(part: &Part, paper: &Paper) -> f64 {
    wrap(&whole(part), paper.characters, usize::MAX).len() as f64
}

/// A part as it is where a face can hold it, else in pieces that it can hold.
fn pieces(part: Part, paper: &Paper, room: f64) -> Vec<Part> {
    if lines(&part, paper) <= room {
        return vec![part];
    }
    let all = wrap(&whole(&part), paper.characters, usize::MAX);
    let each = (room as usize).max(1);
    all.chunks(each).map(|lines| Part { label: None, text: lines.join(" ") }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::report::ReportProfile;
    use proptest::prelude::*;

    proptest! {
        /// Every word is printed once, in order, and no face holds more lines than its paper.
        #[test]
        fn nothing_is_cut_and_nothing_is_lost(
            title in "[a-z]{1,9}( [a-z]{1,9}){0,12}",
            texts in prop::collection::vec("[a-zé]{1,9}( [a-z]{1,14}){0,200}", 1..9),
            large in any::<bool>(),
        ) {
            let profile = if large { ReportProfile::LargePrint } else { ReportProfile::Standard };
            let paper = if large { A5 } else { A6 };
            let parts: Vec<Part> =
                texts.iter().map(|text| Part { label: None, text: text.clone() }).collect();
            let faces = faces(&title, parts, Language::of("en", profile));
            let printed: Vec<String> = faces
                .iter()
                .flat_map(|face| &face.parts)
                .flat_map(|part| part.text.split_whitespace().map(str::to_owned))
                .collect();
            let given: Vec<String> =
                texts.iter().flat_map(|text| text.split_whitespace().map(str::to_owned)).collect();
            prop_assert_eq!(printed, given);
            let head = TITLE * wrap(&title, paper.title, usize::MAX).len() as f64 + GAP;
            for face in &faces {
                let tall: f64 = face.parts.iter().map(|part| lines(part, &paper) + GAP).sum();
                prop_assert!(tall <= (paper.lines - head).max(4.0) + GAP + 1e-9);
            }
        }
    }
}
