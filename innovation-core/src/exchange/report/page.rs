//! The page: everything is read and checked, then written from its head to its foot.

use super::answer::Answer;
use super::facts::Facts;
use super::html::{Pen, section};
use super::names::Names;
use super::network::Network;
use super::results::charts::Drawn;
use super::results::coverage::Coverage;
use super::results::findings::Findings;
use super::results::programme::Programme;
use super::results::ranking::Ranking;
use super::results::scores::Scores;
use super::results::spread::Spread;
use super::results::{cards, charts, scores};
use super::words::{self, Phrase};
use super::{ReportProfile, ReportRequest, rounds, sections};
use crate::error::{Code, Error, Result};
use crate::exchange::STYLE;
use crate::people::Id;
use std::collections::BTreeSet;

/// Rubrics and charts on one page.
const MOST: usize = 20;

/// All that a page tells.
#[derive(Debug)]
pub(super) struct Page<'a> {
    request: &'a ReportRequest,
    names: &'a Names<'a>,
    facts: Option<Facts<'a>>,
    programme: Option<Programme>,
    coverage: Option<Coverage>,
    findings: Option<Findings>,
    scores: Vec<Scores>,
    ranking: Option<Ranking>,
    charts: Vec<Drawn>,
    spread: Option<Spread>,
}

impl<'a> Page<'a> {
    /// Reads and checks everything. People are needed where nothing else is told.
    pub(super) fn read(request: &'a ReportRequest, names: &'a Names<'a>) -> Result<Self> {
        for (count, path) in [(request.scores.len(), "/scores"), (request.charts.len(), "/charts")]
        {
            if count > MOST {
                let message = format!("{count} of them are more than {MOST}");
                return Err(Error::new(Code::ContractTooLarge, message).at(path));
            }
        }
        for (id, path) in request.names.keys().map(|id| (id, format!("/names/{id}"))) {
            if Id::new(id.as_str()).is_none() {
                let message = format!("{id:?} makes no id");
                return Err(Error::new(Code::ContractInvalidValue, message).at(path));
            }
        }
        let facts =
            if request.without_people() { None } else { Some(Facts::read(request, names)?) };
        cards::check(&request.cards, names.language)?;
        let of = |value: &'a Option<serde_json::Value>, path: &str| {
            value.as_ref().map(|value| Answer::of(value, path)).transpose()
        };
        let programme = of(&request.programme, "/programme")?;
        let coverage = of(&request.coverage, "/coverage")?;
        let findings = of(&request.findings, "/findings")?;
        let ranking = of(&request.ranking, "/ranking")?;
        let pool = facts.as_ref().map(|facts| &facts.pool);
        let programme = programme.map(|own| Programme::read(&own, &request.cards, names));
        let coverage = coverage.map(|own| Coverage::read(&own, pool, names));
        let read = |(at, own)| Scores::read(own, &format!("/scores/{at}"), names);
        let draw = |(at, own)| Drawn::read(own, &format!("/charts/{at}"), names);
        Ok(Self {
            programme: programme.transpose()?,
            coverage: coverage.transpose()?,
            findings: findings.map(|own| Findings::read(&own, names)).transpose()?,
            scores: request.scores.iter().enumerate().map(read).collect::<Result<_>>()?,
            ranking: ranking.map(|own| Ranking::read(&own)).transpose()?,
            charts: request.charts.iter().enumerate().map(draw).collect::<Result<_>>()?,
            spread: Spread::read(request, names.language)?,
            request,
            names,
            facts,
        })
    }

    /// Writes the page.
    pub(super) fn write(&self) -> String {
        let mut pen = Pen::new(self.names.language);
        self.head(&mut pen);
        pen.markup("<main id=\"content\">\n");
        self.people(&mut pen);
        if let Some(programme) = &self.programme {
            programme.write(&mut pen);
        }
        self.results(&mut pen);
        self.limits(&mut pen);
        if self.names.language.is_easy() {
            self.explained(&mut pen);
        }
        if !self.request.cards.is_empty() {
            cards::write(&mut pen, &self.request.cards, self.names);
        }
        pen.markup("</main>\n<footer>");
        let footer = pen.language.with(words::FOOTER, &[env!("CARGO_PKG_VERSION")]);
        pen.paragraph(&footer).markup("</footer>\n</body>\n</html>\n");
        pen.finish()
    }

    fn people(&self, pen: &mut Pen) {
        let Some(facts) = &self.facts else { return };
        let network = Network::of(facts);
        sections::glance(pen, facts);
        sections::today(pen, facts, network.as_ref());
        if !facts.chosen.is_empty() {
            sections::who(pen, facts);
        }
        if !facts.rounds.is_empty() {
            rounds::seats(pen, facts);
            rounds::meets(pen, facts, network.as_ref());
        }
    }

    fn results(&self, pen: &mut Pen) {
        let (names, least) = (self.names, self.request.minimum_group);
        if let Some(coverage) = &self.coverage {
            coverage.write(pen, names, least);
        }
        if let Some(findings) = &self.findings {
            findings.write(pen);
        }
        if !self.scores.is_empty() {
            scores::write(pen, &self.scores, names, self.request);
        }
        if let Some(ranking) = &self.ranking {
            let small: BTreeSet<String> =
                self.scores.iter().flat_map(|scores| scores.small(least)).collect();
            ranking.write(pen, names, &small, least);
        }
        if !self.charts.is_empty() {
            charts::write(pen, &self.charts);
        }
        if let Some(spread) = &self.spread {
            spread.write(pen, names);
        }
    }

    fn head(&self, pen: &mut Pen) {
        let request = self.request;
        let own = if self.facts.is_some() { words::TITLE } else { words::SPACE_TITLE };
        let title = request.title.as_ref();
        let title =
            title.map_or_else(|| pen.language.say(own).to_owned(), |title| self.names.text(title));
        let tag = pen.language.tag();
        pen.markup("<!DOCTYPE html>\n<html lang=\"").markup(tag);
        pen.markup(match request.profile {
            ReportProfile::Standard => "\">\n",
            ReportProfile::LargePrint => "\" class=\"large\">\n",
            ReportProfile::EasyRead => "\" class=\"large easy\">\n",
        });
        pen.markup("<head>\n<meta charset=\"utf-8\">\n");
        pen.markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        pen.markup("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n");
        pen.markup("<title>").text(&title);
        if request.synthetic {
            pen.markup(" · ").phrase(words::SYNTHETIC);
        }
        pen.markup("</title>\n<style>\n").markup(STYLE).markup("</style>\n</head>\n<body>\n");
        pen.markup("<a class=\"skip\" href=\"#content\">").phrase(words::SKIP);
        pen.markup("</a>\n<header>\n<p class=\"crest\" aria-hidden=\"true\">");
        for mark in 0..5 {
            pen.mark(mark);
        }
        pen.markup("</p>\n").element("<h1>", &title, "</h1>\n");
        if let Some(note) = &request.note {
            pen.element("<p class=\"note\">", &self.names.text(note), "</p>\n");
        }
        if let Some(time) = &request.generated_at {
            let made = pen.language.with(words::MADE_ON, &[&pen.language.day(time)]);
            pen.element("<p class=\"soft\">", &made, "</p>\n");
        }
        if request.synthetic {
            pen.markup("<p class=\"synthetic\">").phrase(words::SYNTHETIC).markup("</p>\n");
        }
        if pen.language.is_easy() {
            pen.easy(&[words::EASY_NOTICE, words::EASY_NOT_PROOFREAD]);
        }
        self.contents(pen);
        pen.markup("</header>\n");
    }

    fn contents(&self, pen: &mut Pen) {
        let facts = self.facts.as_ref();
        let chosen = facts.is_some_and(|facts| !facts.chosen.is_empty());
        let rounds = facts.is_some_and(|facts| !facts.rounds.is_empty());
        let sections: [(bool, &'static str, Phrase); 15] = [
            (facts.is_some(), "#glance", words::GLANCE),
            (facts.is_some(), "#today", words::TODAY),
            (chosen, "#who", words::WHO),
            (rounds, "#seats", words::SEATS),
            (rounds, "#meets", words::MEETS),
            (self.programme.is_some(), "#programme", words::PROGRAMME),
            (self.coverage.is_some(), "#coverage", words::COVERAGE),
            (self.findings.is_some(), "#findings", words::FINDINGS),
            (!self.scores.is_empty(), "#scores", words::SCORES),
            (self.ranking.is_some(), "#ranking", words::RANKING),
            (!self.charts.is_empty(), "#charts", words::CHARTS),
            (self.spread.is_some(), "#spread", words::SPREADING),
            (true, "#limits", words::LIMITS),
            (pen.language.is_easy(), "#words", words::EASY_WORDS),
            (!self.request.cards.is_empty(), "#cards", words::CARDS),
        ];
        pen.markup("<nav aria-label=\"").phrase(words::CONTENTS).markup("\"><ol>\n");
        for (_, anchor, title) in sections.into_iter().filter(|(shown, _, _)| *shown) {
            pen.markup("<li><a href=\"").markup(anchor).markup("\">").phrase(title);
            pen.markup("</a></li>\n");
        }
        pen.markup("</ol></nav>\n");
    }

    fn limits(&self, pen: &mut Pen) {
        section(pen, "limits", None, words::LIMITS);
        if pen.language.is_easy() {
            pen.easy(&[
                words::EASY_LIMIT_DATA,
                words::EASY_LIMIT_WORTH,
                words::EASY_LIMIT_PRIVACY,
                words::EASY_LIMIT_SHARE,
            ]);
            pen.markup("</section>\n");
            return;
        }
        let seed = self.request.seed.number().to_string();
        let silos = pen.language.with(words::LIMIT_SILOS, &[&seed]);
        let facts = self.facts.as_ref();
        pen.markup("<ul class=\"limits\">\n");
        let mut limit = |shown: bool, phrase: Phrase| {
            if shown {
                pen.markup("<li>").phrase(phrase).markup("</li>\n");
            }
        };
        limit(facts.is_some(), words::LIMIT_TIES);
        limit(facts.is_some(), words::LIMIT_NONE);
        limit(facts.is_some_and(|facts| !facts.rounds.is_empty()), words::LIMIT_MEET);
        limit(facts.is_some_and(|facts| !facts.chosen.is_empty()), words::LIMIT_WORTH);
        limit(!self.scores.is_empty(), words::LIMIT_SCORES);
        limit(self.ranking.is_some(), words::LIMIT_RANK);
        limit(true, words::LIMIT_CARE);
        limit(facts.is_some(), words::LIMIT_PRIVACY);
        if facts.is_some_and(|facts| facts.profile.ties > 0) {
            pen.element("<li>", &silos, "</li>\n");
        }
        pen.markup("</ul>\n</section>\n");
    }

    /// The words that this page uses, each explained.
    fn explained(&self, pen: &mut Pen) {
        section(pen, "words", None, words::EASY_WORDS);
        let facts = self.facts.as_ref();
        let scores = !self.scores.is_empty();
        let all: [(bool, Phrase, Phrase); 10] = [
            (facts.is_some(), words::WORD_TIE, words::WORD_TIE_MEANS),
            (facts.is_some(), words::WORD_PAIR, words::WORD_PAIR_MEANS),
            (facts.is_some() || scores, words::WORD_ROLE, words::WORD_ROLE_MEANS),
            (self.programme.is_some(), words::WORD_PROGRAMME, words::WORD_PROGRAMME_MEANS),
            (scores, words::WORD_SCORE, words::WORD_SCORE_MEANS),
            (self.ranking.is_some(), words::WORD_RANK, words::WORD_RANK_MEANS),
            (!self.charts.is_empty(), words::WORD_SIGNAL, words::WORD_SIGNAL_MEANS),
            (self.spread.is_some(), words::WORD_SITE, words::WORD_SITE_MEANS),
            (self.coverage.is_some(), words::WORD_PRESSURE, words::WORD_PRESSURE_MEANS),
            (self.coverage.is_some(), words::WORD_MEASURE, words::WORD_MEASURE_MEANS),
        ];
        if all.iter().any(|one| one.0) {
            pen.markup("<dl class=\"words\">\n");
            for (_, word, meaning) in all.into_iter().filter(|one| one.0) {
                pen.markup("<dt>").phrase(word).markup("</dt><dd>").phrase(meaning);
                pen.markup("</dd>\n");
            }
            pen.markup("</dl>\n");
        }
        pen.markup("</section>\n");
    }
}
