//! Scores of a rubric: profiles on a radar, and by role on a dot plot.

use crate::error::{Code, Error, Result};
use crate::evaluate::{Range, Rubric, RubricItem, extents};
use crate::exchange::report::answer::Answer;
use crate::exchange::report::html::{Data, Pen, section};
use crate::exchange::report::names::Names;
use crate::exchange::report::{ReportRequest, ReportScores, words};
use crate::picture::radar::Profile;
use crate::picture::{Naming, dots, radar};
use std::collections::{BTreeMap, BTreeSet};

/// Subjects on one radar; more are told by the table.
const PROFILES: usize = 4;
/// Axes of a radar.
const AXES: std::ops::RangeInclusive<usize> = 3..=12;
/// Rows and roles of a dot plot.
const ROWS: usize = 24;
const ROLES: usize = 8;
/// Subjects that have a dot plot.
const PLOTS: usize = 8;
/// Results that are told of one rubric: subjects and roles, times questions.
const MOST_CELLS: usize = 40_000;
/// Remarks on a subject.
const REMARKS: usize = 4;

/// The scores of one rubric.
#[derive(Debug)]
pub(in crate::exchange::report) struct Scores {
    title: String,
    citation: String,
    validated: bool,
    note: Option<String>,
    /// Names and ranges of what is drawn: groups, or items where there are few groups.
    axes: Vec<Axis>,
    pools: Vec<Pool>,
}

#[derive(Debug)]
struct Axis {
    name: String,
    range: Option<Range>,
}

/// Assessments of a subject, by all or by one role.
#[derive(Debug)]
struct Pool {
    subject: String,
    role: Option<String>,
    assessments: u32,
    total: Option<f64>,
    /// A mean for each axis.
    means: Vec<Option<f64>>,
    /// The middle answer for each axis, where there is no mean.
    medians: Vec<Option<String>>,
    remarks: Vec<String>,
}

impl Scores {
    /// Reads the answer of `evaluate.score` against its rubric.
    pub(in crate::exchange::report) fn read(
        scores: &ReportScores,
        path: &str,
        names: &Names<'_>,
    ) -> Result<Self> {
        let under = |error: Error| {
            let place = format!("{path}{}", error.path());
            error.at(place)
        };
        let rubric = scores.rubric.rubric(None).map_err(under)?;
        let extents = extents(&rubric).map_err(under)?;
        let answer = Answer::of(&scores.answer, &format!("{path}/answer"))?;
        let of = answer.need("rubric")?;
        if of.string()? != rubric.id.as_str() {
            let fact =
                format!("these scores are of the rubric {}, not of {}", of.string()?, rubric.id);
            return Err(of.contradicts(fact));
        }
        let items: Vec<&RubricItem> = rubric.groups.iter().flat_map(|group| &group.items).collect();
        let by_group = AXES.contains(&rubric.groups.len()) && !extents.groups.is_empty();
        let range = |ranges: &[Option<Range>], at: usize| ranges.get(at).copied().flatten();
        let axes: Vec<Axis> = if by_group {
            let groups = rubric.groups.iter().enumerate();
            groups
                .map(|(at, group)| Axis {
                    name: names.text(&group.title),
                    range: range(&extents.groups, at),
                })
                .collect()
        } else {
            let items = items.iter().enumerate();
            items
                .map(|(at, item)| Axis {
                    name: names.text(&item.title),
                    range: range(&extents.items, at),
                })
                .collect()
        };
        let pooled = answer.list("pooled")?;
        if pooled.len() * axes.len() > MOST_CELLS {
            let message = format!(
                "{} results of {} questions are more than {MOST_CELLS}",
                pooled.len(),
                axes.len()
            );
            return Err(Error::new(Code::ContractTooLarge, message).at(answer.path));
        }
        let read = |one: &Answer<'_>| Pool::read(one, &rubric, by_group, names);
        let disclosed = answer.get("disclosure").and_then(|own| own.get("note"));
        Ok(Self {
            title: names.text(&rubric.title),
            citation: rubric.citation.clone(),
            validated: rubric.validated,
            note: disclosed.map(|note| Ok::<_, Error>(names.text(&note.text()?))).transpose()?,
            axes,
            pools: pooled
                .iter()
                .filter(|one| one.get("occasion").is_none())
                .map(read)
                .collect::<Result<_>>()?,
        })
    }

    /// Roles whose results may not stand apart: fewer people than the least.
    pub(in crate::exchange::report) fn small(&self, least: u32) -> BTreeSet<String> {
        let roles = self.pools.iter().filter(|pool| pool.assessments < least);
        roles.filter_map(|pool| pool.role.clone()).collect()
    }

    /// The pools of all roles together.
    fn subjects(&self) -> impl Iterator<Item = &Pool> {
        self.pools.iter().filter(|pool| pool.role.is_none())
    }

    /// Whether all axes have the same range.
    fn ends(&self) -> Option<Range> {
        let first = self.axes.first()?.range?;
        self.axes.iter().all(|axis| axis.range == Some(first)).then_some(first)
    }

    /// Where a mean lies between the least and the most of its axis.
    fn share(&self, axis: usize, mean: Option<f64>) -> Option<f64> {
        let range = self.axes.get(axis)?.range?;
        let share = (mean? - range.min) / (range.max - range.min);
        share.is_finite().then(|| share.clamp(0.0, 1.0))
    }

    fn write(&self, pen: &mut Pen, number: usize, names: &Names<'_>, request: &ReportRequest) {
        let language = pen.language;
        pen.heading(&self.title);
        if !language.is_easy() {
            let follows = language.with(words::FOLLOWS, &[self.citation.trim_end_matches('.')]);
            pen.element("<p class=\"soft\">", &follows, ".");
            if !self.validated {
                pen.markup(" ").phrase(words::NOT_VALIDATED);
            }
            pen.markup("</p>\n");
        }
        if let Some(note) = &self.note {
            pen.paragraph(note);
        }
        if self.axes.iter().all(|axis| axis.range.is_some()) {
            self.profiles(pen, number, names);
            self.by_role(pen, number, names, request.minimum_group);
        } else {
            self.medians(pen, names);
        }
        self.remarks(pen, names);
    }

    fn profiles(&self, pen: &mut Pen, number: usize, names: &Names<'_>) {
        let language = pen.language;
        let title = language.with(words::RADAR, &[&self.title]);
        let mut data = self.table(pen, words::SUBJECT, &title);
        data.rows = self
            .subjects()
            .map(|pool| {
                let means = pool.means.iter().map(|mean| number_or_dash(pen, *mean));
                let total =
                    [number_or_dash(pen, pool.total), language.count(u64::from(pool.assessments))];
                [names.id(&pool.subject)].into_iter().chain(means).chain(total).collect()
            })
            .collect();
        for heading in [words::TOTAL, words::ASSESSMENTS] {
            data.columns.push((language.say(heading).to_owned(), true));
        }
        if !AXES.contains(&self.axes.len()) {
            pen.data(&data);
            return;
        }
        let axes: Vec<String> = self.axes.iter().map(|axis| axis.name.clone()).collect();
        let shares = |pool: &Pool| {
            pool.means.iter().enumerate().map(|(at, mean)| self.share(at, *mean)).collect()
        };
        let profiles: Vec<Profile> = self
            .subjects()
            .take(PROFILES)
            .map(|pool| Profile { name: names.id(&pool.subject), shares: shares(pool) })
            .collect();
        let caption =
            language.say(if language.is_easy() { words::EASY_RADAR } else { words::RADAR_TEXT });
        let name = format!("radar-{number}");
        let naming = Naming { name: &name, title: &title, text: caption };
        pen.picture(&title, &radar::draw(naming, language.width(), &axes, &profiles), caption);
        pen.behind(&data);
    }

    /// A dot plot for each subject, unless a role has too few people; those are named together.
    fn by_role(&self, pen: &mut Pen, number: usize, names: &Names<'_>, least: u32) {
        let language = pen.language;
        let mut hidden: Vec<String> = Vec::new();
        for (at, subject) in self.subjects().take(PLOTS).enumerate() {
            let roles: Vec<&Pool> = self
                .pools
                .iter()
                .filter(|pool| pool.subject == subject.subject && pool.role.is_some())
                .collect();
            let subject = names.id(&subject.subject);
            // To leave out one role alone would let it be worked out from the others.
            if roles.iter().any(|pool| pool.assessments < least) {
                hidden.push(subject);
            } else if !roles.is_empty() {
                let title = language.with(words::DOTS, &[&subject, &self.title]);
                self.plot(pen, &format!("roles-{number}-{at}"), &title, &roles, names);
            }
        }
        if !hidden.is_empty() {
            pen.paragraph(&language.with(words::HIDDEN_ROLES, &[&least.to_string()]));
            pen.list(&hidden);
        }
    }

    fn plot(&self, pen: &mut Pen, name: &str, title: &str, roles: &[&Pool], names: &Names<'_>) {
        let language = pen.language;
        let ends = self.ends();
        let value = |axis: usize, mean: Option<f64>| match ends {
            Some(_) => mean,
            None => self.share(axis, mean).map(|share| 100.0 * share),
        };
        let role = |pool: &&Pool| names.role(pool.role.as_deref().unwrap_or_default());
        let series: Vec<String> = roles.iter().take(ROLES).map(role).collect();
        let row = |axis: usize| dots::Row {
            name: self.axes.get(axis).map_or(String::new(), |axis| axis.name.clone()),
            values: roles
                .iter()
                .take(ROLES)
                .map(|pool| value(axis, pool.means.get(axis).copied().flatten()))
                .collect(),
        };
        let rows: Vec<dots::Row> = (0..self.axes.len().min(ROWS)).map(row).collect();
        let mut caption = language.say(words::DOTS_TEXT).to_owned();
        if language.is_easy() {
            caption = [words::EASY_DOTS, words::EASY_DOTS_FAR]
                .map(|phrase| language.say(phrase))
                .join(" ");
        }
        if ends.is_none() {
            caption = format!("{caption} {}", language.say(words::OF_RANGE));
        }
        let naming = Naming { name, title, text: &caption };
        let scale = ends.map_or((0.0, 100.0), |range| (range.min, range.max));
        let svg = dots::draw(naming, language.width(), scale, language.is_french(), &series, &rows);
        pen.picture(title, &svg, &caption);
        let mut data = self.table(pen, words::ROLE, title);
        data.columns.push((language.say(words::ASSESSMENTS).to_owned(), true));
        data.rows = roles
            .iter()
            .map(|pool| {
                let means = pool.means.iter().map(|mean| number_or_dash(pen, *mean));
                let count = language.count(u64::from(pool.assessments));
                [role(pool)].into_iter().chain(means).chain([count]).collect()
            })
            .collect();
        pen.behind(&data);
    }

    /// A table with a column for each axis.
    fn table(&self, pen: &Pen, first: words::Phrase, title: &str) -> Data {
        let language = pen.language;
        let mut columns = vec![(language.say(first).to_owned(), false)];
        columns.extend(self.axes.iter().map(|axis| (axis.name.clone(), true)));
        let numbers = language.say(words::NUMBERS);
        Data { caption: format!("{title} – {numbers}"), columns, rows: Vec::new() }
    }

    /// The middle answers of a rubric without sums.
    fn medians(&self, pen: &mut Pen, names: &Names<'_>) {
        let language = pen.language;
        let mut columns = vec![(language.say(words::QUESTION).to_owned(), false)];
        columns.extend(self.subjects().map(|pool| (names.id(&pool.subject), false)));
        let caption = format!("{} – {}", self.title, language.say(words::MEDIAN_TABLE));
        let row = |(at, axis): (usize, &Axis)| {
            let median = |pool: &Pool| pool.medians.get(at).cloned().flatten();
            let cells = self.subjects().map(|pool| {
                median(pool).unwrap_or_else(|| language.say(words::NOTHING).to_owned())
            });
            [axis.name.clone()].into_iter().chain(cells).collect()
        };
        let rows = self.axes.iter().enumerate().map(row).collect();
        pen.data(&Data { caption, columns, rows });
    }

    fn remarks(&self, pen: &mut Pen, names: &Names<'_>) {
        if self.subjects().all(|pool| pool.remarks.is_empty()) {
            return;
        }
        pen.markup("<details>\n<summary>").phrase(words::DIFFERS).markup("</summary>\n");
        for pool in self.subjects().filter(|pool| !pool.remarks.is_empty()) {
            pen.element("<p><b>", &names.id(&pool.subject), "</b></p>\n").list(&pool.remarks);
        }
        pen.markup("</details>\n");
    }
}

impl Pool {
    fn read(one: &Answer<'_>, rubric: &Rubric, by_group: bool, names: &Names<'_>) -> Result<Self> {
        let subject = one.need("subject")?.string()?.to_owned();
        let (mut means, mut medians) = (Vec::new(), Vec::new());
        if by_group {
            let mut found = BTreeMap::new();
            for group in one.list("groups")? {
                let id = group.need("group")?;
                if rubric.groups.iter().all(|own| Ok(own.id.as_str()) != id.string()) {
                    let fact = format!("the rubric has no group {}", id.string()?);
                    return Err(id.contradicts(fact));
                }
                found.insert(id.string()?, group.need("score")?.statistic("mean")?);
            }
            let each = rubric.groups.iter();
            means = each.map(|group| found.get(group.id.as_str()).copied().flatten()).collect();
        } else {
            let items = || rubric.groups.iter().flat_map(|group| &group.items);
            let known: BTreeMap<&str, &RubricItem> =
                items().map(|item| (item.id.as_str(), item)).collect();
            let mut found = BTreeMap::new();
            for item in one.list("items")? {
                let id = item.need("item")?;
                let Some(own) = known.get(id.string()?) else {
                    let fact = format!("the rubric has no item {}", id.string()?);
                    return Err(id.contradicts(fact));
                };
                let levels = if own.levels.is_empty() { &rubric.levels } else { &own.levels };
                let median = item.maybe("median")?.map(|median| {
                    let level = levels.iter().find(|level| level.id.as_str() == median);
                    level.map_or(median.to_owned(), |level| names.text(&level.title))
                });
                found.insert(own.id.as_str(), (item.statistic("mean")?, median));
            }
            for item in items() {
                let (mean, median) = found.get(item.id.as_str()).cloned().unwrap_or_default();
                means.push(mean);
                medians.push(median);
            }
        }
        let remark = |one: &Answer<'_>| Ok(names.text(&one.need("message")?.text()?));
        Ok(Self {
            subject,
            role: one.maybe("role")?.map(str::to_owned),
            assessments: one.need("assessments")?.whole(u32::MAX)?,
            total: one.get("total").map_or(Ok(None), |total| total.statistic("mean"))?,
            means,
            medians,
            remarks: one
                .list("findings")?
                .iter()
                .take(REMARKS)
                .map(remark)
                .collect::<Result<_>>()?,
        })
    }
}

fn number_or_dash(pen: &Pen, value: Option<f64>) -> String {
    let language = pen.language;
    value.map_or_else(|| language.say(words::NOTHING).to_owned(), |value| language.number(value))
}

/// Writes the section.
pub(in crate::exchange::report) fn write(
    pen: &mut Pen,
    scores: &[Scores],
    names: &Names<'_>,
    request: &ReportRequest,
) {
    section(pen, "scores", Some(words::EVALUATE), words::SCORES);
    if pen.language.is_easy() {
        pen.easy(&[words::EASY_SCORES, words::EASY_SCORES_SAID]);
    }
    for (number, scores) in scores.iter().enumerate() {
        scores.write(pen, number, names, request);
    }
    pen.markup("</section>\n");
}
