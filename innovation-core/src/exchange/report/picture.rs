//! The two pictures of a network: ties as they are, and the pairs who meet anew.

use super::facts::Facts;
use super::html::Pen;
use super::layout::{Layout, WIDTH};
use super::words::{self, Phrase};

/// More people than this are not drawn.
pub(super) const MOST_PEOPLE: usize = 3000;
/// More ties than this make a picture grey.
const MOST_TIES: usize = 600;
/// Groups with a shape and a colour of their own; all others share one.
const OWN_MARKS: usize = 8;

/// The places of the people of a report, and the ties that are drawn.
#[derive(Debug)]
pub(super) struct Picture {
    layout: Layout,
    places: Vec<(f64, f64)>,
    /// Ties drawn, by width: the thin, the middling, the wide.
    ties: [Vec<(usize, usize)>; 3],
    drawn: usize,
}

impl Picture {
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
    pub(super) fn before(&self, pen: &mut Pen, facts: &Facts<'_>) {
        self.open(pen, "before", words::BEFORE, words::BEFORE_TEXT);
        self.ties(pen, facts);
        for person in 0..self.places.len() {
            self.person(pen, facts, person, self.layout.mark, false);
        }
        self.names(pen, facts);
        pen.markup("</svg>\n");
    }

    /// The same with the pairs who meet anew among the chosen.
    pub(super) fn after(&self, pen: &mut Pen, facts: &Facts<'_>) {
        self.open(pen, "after", words::AFTER, words::AFTER_TEXT);
        pen.markup("<g class=\"faint\">");
        self.ties(pen, facts);
        pen.markup("</g>");
        let new = facts.meetings.pairs.iter().filter(|(_, meeting)| meeting.new);
        let new: Vec<(usize, usize)> = new.map(|(pair, _)| *pair).collect();
        self.lines(pen, facts, "<path class=\"new\" d=\"", &new);
        let is_chosen = |person: &usize| facts.chosen.contains(person);
        for person in (0..self.places.len()).filter(|person| !is_chosen(person)) {
            self.person(pen, facts, person, 0.55 * self.layout.mark, true);
        }
        for &person in &facts.chosen {
            self.person(pen, facts, person, 1.3 * self.layout.mark, false);
        }
        self.names(pen, facts);
        pen.markup("</svg>\n");
    }

    fn open(&self, pen: &mut Pen, id: &'static str, title: Phrase, text: Phrase) {
        pen.markup("<svg role=\"img\" viewBox=\"0 0 ").coordinate(WIDTH).markup(" ");
        pen.coordinate(self.layout.height).markup("\" aria-labelledby=\"").markup(id);
        pen.markup("-title ").markup(id).markup("-text\"><title id=\"").markup(id);
        pen.markup("-title\">").phrase(title).markup("</title><desc id=\"").markup(id);
        pen.markup("-text\">").phrase(text).markup("</desc>\n");
        for disc in &self.layout.discs {
            pen.markup("<circle class=\"disc\" cx=\"").coordinate(disc.centre.0);
            pen.markup("\" cy=\"").coordinate(disc.centre.1);
            pen.markup("\" r=\"").coordinate(disc.radius).markup("\"/>");
        }
        pen.markup("\n");
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
            pen.markup("M").point(from);
            if facts.group(a) == facts.group(b) {
                pen.markup("L").point(to);
            } else {
                let bend =
                    |one: f64, other: f64, middle: f64| 0.65 * (one + other) / 2.0 + 0.35 * middle;
                let middle = (WIDTH / 2.0, self.layout.height / 2.0);
                let control = (bend(from.0, to.0, middle.0), bend(from.1, to.1, middle.1));
                pen.markup("Q").point(control).markup(" ").point(to);
            }
        }
        pen.markup("\"/>\n");
    }

    fn person(&self, pen: &mut Pen, facts: &Facts<'_>, person: usize, size: f64, faint: bool) {
        let Some(&place) = self.places.get(person) else { return };
        let mark = facts.group(person).min(OWN_MARKS);
        pen.markup("<path class=\"m").index(mark).markup(if faint { " faint" } else { "" });
        pen.markup("\" d=\"");
        shape(pen, mark, place, size);
        pen.markup("\"><title>").text(facts.id(person)).markup(" · ").text(facts.role(person));
        pen.markup("</title></path>\n");
    }

    /// The name of each group beside its disc, on the side away from the middle.
    fn names(&self, pen: &mut Pen, facts: &Facts<'_>) {
        for (group, disc) in facts.groups.iter().zip(&self.layout.discs) {
            let below = disc.centre.1 >= self.layout.height / 2.0 - 1.0;
            let y = disc.centre.1 + if below { disc.radius + 19.0 } else { -disc.radius - 9.0 };
            pen.markup("<text x=\"").coordinate(disc.centre.0).markup("\" y=\"").coordinate(y);
            pen.markup("\">").text(&short(&group_name(facts, group.name.as_deref())));
            pen.markup(" <tspan>").count(group.members.len() as u64).markup("</tspan></text>\n");
        }
    }
}

/// The mark of a person's group, to stand before their id in a list.
pub(super) fn inline_mark(pen: &mut Pen, facts: &Facts<'_>, person: usize) {
    let mark = facts.group(person).min(OWN_MARKS);
    pen.markup("<svg class=\"mark\" aria-hidden=\"true\" viewBox=\"0 0 16 16\"><path class=\"m");
    pen.index(mark).markup("\" d=\"");
    shape(pen, mark, (8.0, 8.0), 6.0);
    pen.markup("\"/></svg>");
}

/// What a group is called on the page.
pub(super) fn group_name(facts: &Facts<'_>, name: Option<&str>) -> String {
    let language = words::Language::of(&facts.request.locale);
    name.map_or_else(|| language.say(words::NO_GROUP).to_owned(), str::to_owned)
}

fn short(name: &str) -> String {
    const LONGEST: usize = 26;
    if name.chars().count() <= LONGEST {
        return name.to_owned();
    }
    name.chars().take(LONGEST - 1).chain(['…']).collect()
}

/// Outlines of about the same area, on a plane of six steps across.
const SHAPES: [&[(f64, f64)]; OWN_MARKS + 1] = [
    &[],                                                     // a circle
    &[(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)],   // a square
    &[(0.0, -1.2), (1.1, 0.85), (-1.1, 0.85)],               // a triangle
    &[(0.0, -1.25), (1.15, 0.0), (0.0, 1.25), (-1.15, 0.0)], // a diamond
    &[
        (-0.4, -1.1),
        (0.4, -1.1),
        (0.4, -0.4),
        (1.1, -0.4),
        (1.1, 0.4),
        (0.4, 0.4),
        (0.4, 1.1),
        (-0.4, 1.1),
        (-0.4, 0.4),
        (-1.1, 0.4),
        (-1.1, -0.4),
        (-0.4, -0.4),
    ], // a plus
    &[(0.0, 1.2), (-1.1, -0.85), (1.1, -0.85)],              // a triangle on its tip
    &[(-0.55, -1.0), (0.55, -1.0), (1.15, 0.0), (0.55, 1.0), (-0.55, 1.0), (-1.15, 0.0)], // a hexagon
    &[(-1.1, -0.9), (1.1, 0.9), (1.1, -0.9), (-1.1, 0.9)], // an hourglass on its side
    &[],                                                   // all others: a circle
];

fn shape(pen: &mut Pen, mark: usize, (x, y): (f64, f64), size: f64) {
    let corners = SHAPES.get(mark).copied().unwrap_or_default();
    let Some((first, rest)) = corners.split_first() else {
        pen.markup("M").point((x - size, y)).markup("a").coordinate(size).markup(" ");
        pen.coordinate(size).markup(" 0 1 0 ").coordinate(2.0 * size).markup(" 0a");
        pen.coordinate(size).markup(" ").coordinate(size).markup(" 0 1 0 ");
        pen.coordinate(-2.0 * size).markup(" 0z");
        return;
    };
    let corner = |(dx, dy): (f64, f64)| (x + size * dx, y + size * dy);
    pen.markup("M").point(corner(*first));
    for &next in rest {
        pen.markup("L").point(corner(next));
    }
    pen.markup("z");
}
