//! Random rubrics and assessments, of every kind and with names that are hard to carry.

use crate::evaluate::{
    Answer, Assessment, Band, Dimension, DimensionValue, Level, Range, Ratio, RatioItem, Rubric,
    RubricGroup, RubricItem, Scoring, Total,
};
use crate::people::Id;
use crate::text::Text;
use serde_json::json;
use std::collections::BTreeMap;

/// A stream of choices.
pub(super) struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub fn below(&mut self, sides: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let high = self.0 >> 33;
        (high as usize) % sides
    }

    pub fn coin(&mut self) -> bool {
        self.below(2) == 0
    }

    fn one<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        let at = self.below(of.len());
        &of[at]
    }

    fn word(&mut self) -> &'static str {
        self.one::<&str>(&[
            "Heard",
            "Vrai\u{a0}?",
            "«\u{202f}Oui\u{202f}»",
            "",
            " ",
            "a\tb\nc",
            "\u{7}",
            "été",
            "it's \\ \"so\"",
            "患者 😀",
            "x  y",
            "\u{feff}",
        ])
    }

    fn text(&mut self) -> Text {
        let (a, b, c) = (self.word(), self.word(), self.word());
        match self.below(7) {
            0 => Text::from(a),
            1 => Text::in_languages([("en", a)]),
            2 => Text::in_languages([("fr", a), ("nl", b)]),
            3 => Text::in_languages([("", a), ("en", b)]),
            4 => Text::in_languages([("en", a), ("fr", b), ("fr-CA", c)]),
            _ => Text::in_languages([("en", "Plain words"), ("fr", "Des mots")]),
        }
    }

    fn maybe(&mut self) -> Option<Text> {
        self.coin().then(|| self.text())
    }

    /// An id that stands once in its list.
    fn id(&mut self, at: usize) -> Id {
        let stem = *self.one(&[
            "a",
            "très bien",
            "x%20",
            "total",
            "evidence.a",
            "group.a",
            "it's",
            "b\\c",
            "😀",
            "a/b",
            "A|B",
            " ",
            "not-applicable",
            "\u{a0}",
            "prompt.a",
        ]);
        // Groups and items may share an id; the elements of one list may not.
        let tail = if at == 0 { String::new() } else { at.to_string() };
        Id::new(&format!("{stem}{tail}")).unwrap()
    }

    fn number(&mut self) -> f64 {
        (self.below(41) as f64 - 20.0) / 4.0 + 0.125
    }

    fn levels(&mut self, points: bool) -> Vec<Level> {
        let count = 2 + self.below(3);
        let mut worth = self.number();
        (0..count)
            .map(|at| {
                worth += 0.5 + self.below(3) as f64;
                Level {
                    id: self.id(at + 1),
                    title: self.text(),
                    points: (points || self.coin()).then_some(worth),
                    recalled: self.coin(),
                }
            })
            .collect()
    }

    fn item(&mut self, scoring: Scoring, at: usize, own: bool) -> RubricItem {
        let points = matches!(scoring, Scoring::LevelTable | Scoring::Likert | Scoring::Matrix);
        let mean = matches!(scoring, Scoring::Likert | Scoring::Matrix);
        let levels =
            if own && scoring != Scoring::Ratio && !(scoring == Scoring::Record && self.coin()) {
                self.levels(points)
            } else {
                Vec::new()
            };
        RubricItem {
            id: self.id(at + 10),
            title: self.text(),
            prompt: self.maybe(),
            levels,
            reversed: scoring == Scoring::Likert && self.coin(),
            weight: if mean && self.coin() { 0.75 } else { 1.0 },
            evidence: self.maybe(),
            cell: if scoring == Scoring::Matrix {
                BTreeMap::from([("d".to_owned(), format!("v{at}"))])
            } else {
                BTreeMap::new()
            },
            ratio: (scoring == Scoring::Ratio).then(|| RatioItem {
                numerator: self.text(),
                denominator: self.text(),
                part: self.coin(),
                reference: self.coin(),
            }),
            several: scoring == Scoring::Record && self.coin(),
        }
    }

    /// A rubric that holds together.
    pub fn rubric(&mut self) -> Rubric {
        let scoring = *self.one(&[
            Scoring::LevelTable,
            Scoring::Likert,
            Scoring::OrdinalProfile,
            Scoring::Valence,
            Scoring::Ratio,
            Scoring::Ladder,
            Scoring::Matrix,
            Scoring::Record,
        ]);
        let points = matches!(scoring, Scoring::LevelTable | Scoring::Likert | Scoring::Matrix);
        let shared = self.coin();
        let (mut at, mut rung) = (0, 0.0);
        let groups = (0..1 + self.below(3)).map(|number| {
            rung += 1.0 + self.below(2) as f64;
            let items = (0..1 + self.below(3)).map(|_| {
                at += 1;
                let own = !shared || self.coin();
                self.item(scoring, at, own)
            });
            let items = items.collect();
            RubricGroup {
                id: self.id(number + 10),
                title: self.text(),
                prompt: self.maybe(),
                points: (scoring == Scoring::Ladder).then_some(rung),
                items,
            }
        });
        let groups: Vec<RubricGroup> = groups.collect();
        let means = matches!(scoring, Scoring::Likert | Scoring::Matrix);
        let dimension = Dimension {
            id: Id::new("d").unwrap(),
            title: self.text(),
            values: (1..=at)
                .map(|at| DimensionValue {
                    id: Id::new(&format!("v{at}")).unwrap(),
                    title: self.text(),
                })
                .collect(),
        };
        let total = match self.below(3) {
            0 => Total::None,
            1 if scoring != Scoring::LevelTable => Total::Groups,
            _ => Total::Items,
        };
        Rubric {
            format: "innovation/rubric@1".to_owned(),
            id: self.id(0),
            version: (*self.one(&["1.0.0", "", "2 b", "3\u{a0}c"])).to_owned(),
            title: self.text(),
            purpose: self.maybe(),
            citation: self.word().to_owned(),
            sources: Vec::new(),
            licence: self.coin().then(|| self.word().to_owned()),
            validated: self.coin(),
            note: self.maybe(),
            scoring,
            total,
            rescale: (means || self.coin()).then_some(Range { min: 0.0, max: 10.0 }),
            levels: if shared { self.levels(points) } else { Vec::new() },
            dimensions: if scoring == Scoring::Matrix { vec![dimension] } else { Vec::new() },
            groups,
            bands: if self.coin() {
                vec![Band {
                    id: self.id(0),
                    title: self.text(),
                    min: None,
                    max: Some(2.5),
                    recalled: false,
                }]
            } else {
                Vec::new()
            },
            minimum_answered: *self.one(&[1.0, 0.5, 0.0]),
            extensions: if self.coin() {
                BTreeMap::from([("é\u{a0}".to_owned(), json!({"a": [1, null, "\u{202f}"]}))])
            } else {
                BTreeMap::new()
            },
        }
    }

    /// Answers to a rubric; several levels in the order of the levels.
    pub fn assessment(&mut self, rubric: &Rubric) -> Assessment {
        let (mut answers, mut evidence) = (BTreeMap::new(), BTreeMap::new());
        for item in rubric.groups.iter().flat_map(|group| &group.items) {
            if self.below(4) == 0 {
                evidence.insert(item.id.as_str().to_owned(), self.word().to_owned());
            }
            let levels = if item.levels.is_empty() { &rubric.levels } else { &item.levels };
            let answer = match self.below(6) {
                0 => continue,
                1 => Answer::Missing(()),
                2 => Answer::Level("notApplicable".to_owned()),
                _ if rubric.scoring == Scoring::Ratio => Answer::Ratio(self.ratio(item)),
                3 if levels.is_empty() => Answer::Number(self.number()),
                _ if levels.is_empty() => Answer::Level(self.word().to_owned()),
                _ if item.several => {
                    let mut chosen: Vec<String> = levels
                        .iter()
                        .filter(|_| self.coin())
                        .map(|one| one.id.to_string())
                        .collect();
                    if chosen.is_empty() {
                        chosen.push(levels[0].id.to_string());
                    }
                    Answer::Levels(chosen)
                }
                3 => match self.one(levels).points {
                    Some(points) => Answer::Number(points),
                    None => Answer::Missing(()),
                },
                _ => Answer::Level(self.one(levels).id.to_string()),
            };
            answers.insert(item.id.as_str().to_owned(), answer);
        }
        let times = [
            "2026-11-23",
            "2026-11-23T10:00:00+01:00",
            "2026-11-23t10:00:00.25z",
            "2026-11-23 10:00:00+15:30",
        ];
        Assessment {
            rubric: rubric.id.clone(),
            version: rubric.version.clone(),
            subject: self.id(0),
            assessor: self.coin().then(|| self.id(0)),
            role: self.coin().then(|| self.word().to_owned()),
            at: self.coin().then(|| (*self.one(&times)).to_owned()),
            answers,
            evidence,
        }
    }

    fn ratio(&mut self, item: &RubricItem) -> Ratio {
        let mut pair = || {
            let among = 1 + self.below(50);
            [self.below(among + 1) as f64, among as f64]
        };
        let [numerator, denominator] = pair();
        let wanted = item.ratio.as_ref().is_some_and(|ratio| ratio.reference);
        Ratio { numerator, denominator, reference: wanted.then(pair) }
    }
}
