//! Which alternative takes which place, in what share of the weightings that people admit.

use crate::error::Result;
use crate::exchange::report::answer::Answer;
use crate::exchange::report::html::{Data, Pen, section};
use crate::exchange::report::names::Names;
use crate::exchange::report::words;
use crate::picture::Naming;
use crate::picture::bars::{self, Bar, Part};
use crate::text::Text;
use std::collections::BTreeSet;

/// Places, or alternatives, that have a part of their own in a bar.
const PARTS: usize = 6;
/// Most alternatives that are drawn.
const MOST: usize = 60;

/// A ranking that holds together.
#[derive(Debug)]
pub(in crate::exchange::report) struct Ranking {
    ids: Vec<String>,
    /// For each alternative, the share of weightings in which it takes each place.
    places: Vec<Vec<f64>>,
    mean_ranks: Vec<Option<f64>>,
    /// For each role, the share in which each alternative comes first.
    firsts: Vec<(String, Vec<f64>)>,
    reading: Option<Text>,
}

impl Ranking {
    /// Reads the answer of `evaluate.rank`.
    pub(in crate::exchange::report) fn read(answer: &Answer<'_>) -> Result<Self> {
        let overall = answer.need("overall")?;
        let (ids, places) = standing(&overall)?;
        let mut firsts = Vec::new();
        for role in answer.list("perRole")? {
            let own = role.need("standing")?;
            let (others, places) = standing(&own)?;
            if others != ids {
                let fact = "it ranks other alternatives than all roles together".to_owned();
                return Err(own.contradicts(fact));
            }
            let first = places.iter().map(|shares| shares.first().copied().unwrap_or(0.0));
            firsts.push((role.need("role")?.string()?.to_owned(), first.collect()));
        }
        let ranks = overall.list("alternatives")?;
        let rank = |one: &Answer<'_>| one.get("meanRank").map(|rank| rank.number()).transpose();
        Ok(Self {
            mean_ranks: ranks.iter().map(rank).collect::<Result<_>>()?,
            ids,
            places,
            firsts,
            reading: answer.get("reading").map(|reading| reading.text()).transpose()?,
        })
    }

    /// Writes the section; `small` are roles whose results may not stand apart.
    pub(in crate::exchange::report) fn write(
        &self,
        pen: &mut Pen,
        names: &Names<'_>,
        small: &BTreeSet<String>,
        least: u32,
    ) {
        section(pen, "ranking", Some(words::EVALUATE), words::RANKING);
        let hidden = self.firsts.iter().any(|(role, _)| small.contains(role));
        if pen.language.is_easy() {
            pen.easy(&[words::EASY_RANKING, words::EASY_RANKING_BAR, words::EASY_RANKING_TALK]);
        } else if let Some(reading) = self.reading.as_ref().filter(|_| !hidden) {
            pen.paragraph(&names.in_quotes(reading));
        }
        self.ranks(pen, names);
        if hidden {
            let least = least.to_string();
            pen.paragraph(&pen.language.with(words::HIDDEN_ROLES, &[&least]));
        } else if !self.firsts.is_empty() {
            self.roles(pen, names);
        }
        pen.markup("</section>\n");
    }

    /// Alternatives, the best mean rank first; ties in the order of the answer.
    fn order(&self) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.ids.len()).collect();
        let rank = |at: usize| self.mean_ranks.get(at).copied().flatten().unwrap_or(f64::MAX);
        order.sort_by(|&one, &other| rank(one).total_cmp(&rank(other)));
        order
    }

    fn ranks(&self, pen: &mut Pen, names: &Names<'_>) {
        let language = pen.language;
        let count = self.ids.len();
        let shown = count.min(PARTS);
        let place = |at: usize| {
            let phrase =
                if at == shown && shown < count { words::PLACE_LATER } else { words::PLACE_NUMBER };
            language.with(phrase, &[&at.to_string()])
        };
        let parts: Vec<Part> =
            (1..=shown).map(|at| Part { short: at.to_string(), name: place(at) }).collect();
        let bar = |at: usize| Bar {
            name: self.name(names, at),
            shares: folded(self.places.get(at).map(Vec::as_slice).unwrap_or_default(), shown),
        };
        let bars: Vec<Bar> = self.order().into_iter().take(MOST).map(bar).collect();
        let title = language.say(words::RANKS);
        let caption = if language.is_easy() { "" } else { language.say(words::RANKS_TEXT) };
        let text = if language.is_easy() { words::EASY_RANKING_BAR } else { words::RANKS_TEXT };
        let naming = Naming { name: "ranks", title, text: language.say(text) };
        let svg =
            bars::draw(naming, language.width(), &parts, &bars, |share| language.percent(share));
        pen.picture(title, &svg, caption);
        pen.behind(&table(pen, title, words::SUBJECT, &parts, &bars));
    }

    fn roles(&self, pen: &mut Pen, names: &Names<'_>) {
        let language = pen.language;
        let order = self.order();
        let shown = order.len().min(PARTS);
        let merged = order.len() > shown;
        let parts: Vec<Part> = order
            .iter()
            .take(shown)
            .zip('A'..='Z')
            .enumerate()
            .map(|(at, (&alternative, letter))| Part {
                short: letter.to_string(),
                name: if merged && at + 1 == shown {
                    language.say(words::OTHERS).to_owned()
                } else {
                    self.name(names, alternative)
                },
            })
            .collect();
        let sorted = |shares: &[f64]| -> Vec<f64> {
            order.iter().map(|&at| shares.get(at).copied().unwrap_or(0.0)).collect()
        };
        let all: Vec<f64> =
            self.places.iter().map(|shares| shares.first().copied().unwrap_or(0.0)).collect();
        let mut bars = vec![Bar {
            name: language.say(words::ALL_ROLES).to_owned(),
            shares: folded(&sorted(&all), shown),
        }];
        bars.extend(self.firsts.iter().take(MOST).map(|(role, shares)| Bar {
            name: names.role(role),
            shares: folded(&sorted(shares), shown),
        }));
        let title = language.say(words::FIRSTS);
        let text = language.say(words::FIRSTS_TEXT);
        let naming = Naming { name: "firsts", title, text };
        let svg =
            bars::draw(naming, language.width(), &parts, &bars, |share| language.percent(share));
        pen.picture(title, &svg, if language.is_easy() { "" } else { text });
        pen.behind(&table(pen, title, words::ROLE, &parts, &bars));
    }

    fn name(&self, names: &Names<'_>, at: usize) -> String {
        self.ids.get(at).map_or(String::new(), |id| names.id(id))
    }
}

/// Alternatives and their shares; every alternative has as many places as there are.
fn standing(one: &Answer<'_>) -> Result<(Vec<String>, Vec<Vec<f64>>)> {
    let (mut ids, mut places) = (Vec::new(), Vec::new());
    let alternatives = one.list("alternatives")?;
    for alternative in &alternatives {
        ids.push(alternative.need("id")?.string()?.to_owned());
        let shares: Vec<f64> =
            alternative.list("acceptability")?.iter().map(Answer::share).collect::<Result<_>>()?;
        if shares.len() != alternatives.len() {
            let fact = format!("{} places for {} alternatives", shares.len(), alternatives.len());
            return Err(alternative.need("acceptability")?.contradicts(fact));
        }
        if crate::math::sum(shares.iter().copied()) > 1.0 + 1e-6 {
            let fact = "its shares of all places are more than the whole".to_owned();
            return Err(alternative.need("acceptability")?.contradicts(fact));
        }
        places.push(shares);
    }
    Ok((ids, places))
}

/// So many shares, the last with all that come after it.
fn folded(shares: &[f64], most: usize) -> Vec<f64> {
    let (own, rest) = shares.split_at(shares.len().min(most));
    let mut folded = own.to_vec();
    if let Some(last) = folded.last_mut() {
        *last += crate::math::sum(rest.iter().copied());
    }
    folded
}

fn table(pen: &Pen, title: &str, first: words::Phrase, parts: &[Part], bars: &[Bar]) -> Data {
    let language = pen.language;
    let mut data = Data::of(
        format!("{title} – {}", language.say(words::NUMBERS)),
        &[(language.say(first), false)],
    );
    data.columns.extend(parts.iter().map(|part| (part.name.clone(), true)));
    let row = |bar: &Bar| {
        let shares = bar.shares.iter().map(|share| language.percent(*share));
        [bar.name.clone()].into_iter().chain(shares).collect()
    };
    data.rows = bars.iter().map(row).collect();
    data
}
