//! The two pictures of a network: ties as they are, and the pairs who meet anew.

use super::facts::Facts;
use super::layout::{Layout, WIDTH};
use super::words::{self, Phrase};
use crate::picture::{Naming, Pen, marks, short, whole_as};

/// More people than this are not drawn.
pub(super) const MOST_PEOPLE: usize = 3000;
/// More ties than this make a picture grey.
const MOST_TIES: usize = 600;

/// Longer names of groups are shortened.
const LONGEST: usize = 22;

/// The places of the people of a report, and the ties that are drawn.
#[derive(Debug)]
pub(super) struct Network {
    layout: Layout,
    places: Vec<(f64, f64)>,
    /// Ties drawn, by width: the thin, the middling, the wide.
    ties: [Vec<(usize, usize)>; 3],
    drawn: usize,
}

impl Network {
    /// Places everyone; `None` where there are too many.
    pub(super) fn of(facts: &Facts<'_>) -> Option<Self> {
        if facts.pool.len() > MOST_PEOPLE {
            return None;
        }
        let sizes: Vec<usize> = facts.groups.iter().map(|group| group.members.len()).collect();
        let layout = Layout::of(&sizes);
        let mut places = vec![(0.0, 0.0); facts.pool.len()];
        for (group, own) in facts.groups.iter().zip(&layout.places) {
            for (&person, &at) in group.members.iter().zip(own) {
                if let Some(place) = places.get_mut(person) {
                    *place = at;
                }
            }
        }
        let mut strongest: Vec<(usize, usize, f64)> = facts.pool.network().each_tie().collect();
        strongest.sort_by(|one, other| {
            other.2.total_cmp(&one.2).then((one.0, one.1).cmp(&(other.0, other.1)))
        });
        strongest.truncate(MOST_TIES);
        let drawn = strongest.len();
        let mut ties = [Vec::new(), Vec::new(), Vec::new()];
        let most = strongest.first().map_or(1.0, |tie| tie.2);
        let [thin, middling, wide] = &mut ties;
        for (a, b, weight) in strongest {
            let class = match weight / most {
                share if share > 0.5 => &mut *wide,
                share if share > 0.15 => &mut *middling,
                _ => &mut *thin,
            };
            class.push((a, b));
        }
        Some(Self { layout, places, ties, drawn })
    }

    /// How many ties are drawn.
    pub(super) fn drawn(&self) -> usize {
        self.drawn
    }

    /// Ties as they are.
    pub(super) fn before(&self, facts: &Facts<'_>) -> String {
        let mut pen = self.discs();
        self.ties(&mut pen, facts);
        for person in 0..self.places.len() {
            self.person(&mut pen, facts, person, self.layout.mark, false);
        }
        self.names(&mut pen, facts);
        self.finish(pen, facts, "before", words::BEFORE, words::BEFORE_TEXT)
    }

    /// The same with the pairs who meet anew among the chosen.
    pub(super) fn after(&self, facts: &Facts<'_>) -> String {
        let mut pen = self.discs();
        pen.markup("<g class=\"faint\">");
        self.ties(&mut pen, facts);
        pen.markup("</g>");
        let new = facts.meetings.pairs.iter().filter(|(_, meeting)| meeting.new);
        let new: Vec<(usize, usize)> = new.map(|(pair, _)| *pair).collect();
        self.lines(&mut pen, facts, "<path class=\"new\" d=\"", &new);
        let is_chosen = |person: &usize| facts.chosen.contains(person);
        for person in (0..self.places.len()).filter(|person| !is_chosen(person)) {
            self.person(&mut pen, facts, person, 0.55 * self.layout.mark, true);
        }
        for &person in &facts.chosen {
            self.person(&mut pen, facts, person, 1.3 * self.layout.mark, false);
        }
        self.names(&mut pen, facts);
        self.finish(pen, facts, "after", words::AFTER, words::AFTER_TEXT)
    }

    fn finish(
        &self,
        pen: Pen,
        facts: &Facts<'_>,
        name: &'static str,
        title: Phrase,
        text: Phrase,
    ) -> String {
        let language = facts.names.language;
        let naming = Naming { name, title: language.say(title), text: language.say(text) };
        whole_as("pic net", naming, (WIDTH, self.layout.height), pen)
    }

    fn discs(&self) -> Pen {
        let mut pen = Pen::default();
        for disc in &self.layout.discs {
            pen.markup("<circle class=\"disc\" cx=\"").number(disc.centre.0);
            pen.markup("\" cy=\"").number(disc.centre.1);
            pen.markup("\" r=\"").number(disc.radius).markup("\"/>");
        }
        pen.markup("\n");
        pen
    }

    fn ties(&self, pen: &mut Pen, facts: &Facts<'_>) {
        const OPEN: [&str; 3] = [
            "<path class=\"tie thin\" d=\"",
            "<path class=\"tie middling\" d=\"",
            "<path class=\"tie wide\" d=\"",
        ];
        for (open, ties) in OPEN.into_iter().zip(&self.ties) {
            self.lines(pen, facts, open, ties);
        }
    }

    /// Lines: straight within a group, bent towards the middle of the picture between two.
    fn lines(
        &self,
        pen: &mut Pen,
        facts: &Facts<'_>,
        open: &'static str,
        pairs: &[(usize, usize)],
    ) {
        if pairs.is_empty() {
            return;
        }
        pen.markup(open);
        for &(a, b) in pairs {
            let (Some(&from), Some(&to)) = (self.places.get(a), self.places.get(b)) else {
                continue;
            };
            pen.markup("M").point(from.0, from.1);
            if facts.group(a) == facts.group(b) {
                pen.markup("L").point(to.0, to.1);
            } else {
                let bend =
                    |one: f64, other: f64, middle: f64| 0.65 * (one + other) / 2.0 + 0.35 * middle;
                let middle = (WIDTH / 2.0, self.layout.height / 2.0);
                let control = (bend(from.0, to.0, middle.0), bend(from.1, to.1, middle.1));
                pen.markup("Q").point(control.0, control.1).markup(" ").point(to.0, to.1);
            }
        }
        pen.markup("\"/>\n");
    }

    fn person(&self, pen: &mut Pen, facts: &Facts<'_>, person: usize, size: f64, faint: bool) {
        let Some(&place) = self.places.get(person) else { return };
        let tip = format!("{} · {}", facts.id(person), facts.role(person));
        if faint {
            pen.markup("<g class=\"faint\">");
        }
        marks::draw(pen, mark_of(facts, person), place, size, Some(&tip));
        if faint {
            pen.markup("</g>");
        }
    }

    /// The name of each group beside its disc, on the side away from the middle; in large
    /// letters its number, which the list under the picture explains.
    fn names(&self, pen: &mut Pen, facts: &Facts<'_>) {
        let large = facts.names.language.is_large();
        for (number, (group, disc)) in (1..).zip(facts.groups.iter().zip(&self.layout.discs)) {
            let below = disc.centre.1 >= self.layout.height / 2.0 - 1.0;
            let y = disc.centre.1 + if below { disc.radius + 22.0 } else { -disc.radius - 10.0 };
            let name = short(&group_name(facts, group.name.as_deref()), LONGEST);
            pen.markup("<text x=\"").number(disc.centre.0).markup("\" y=\"").number(y);
            pen.markup("\">").text(&if large { number.to_string() } else { name });
            if !large {
                let count = facts.names.language.count(group.members.len() as u64);
                pen.markup(" <tspan>").text(&count).markup("</tspan>");
            }
            pen.markup("</text>\n");
        }
    }
}

/// The mark of a person's group.
pub(super) fn mark_of(facts: &Facts<'_>, person: usize) -> usize {
    facts.group(person).min(marks::OWN)
}

/// What a group is called on the page.
pub(super) fn group_name(facts: &Facts<'_>, name: Option<&str>) -> String {
    name.map_or_else(|| facts.names.language.say(words::NO_GROUP).to_owned(), str::to_owned)
}
