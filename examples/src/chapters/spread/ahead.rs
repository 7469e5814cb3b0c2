//! Who could be next, and when: the spread plan and the forecast.

use super::super::Story;
use super::cast::{ASKED, MEETINGS};
use super::{Told, words};
use crate::page::{Page, Parts};
use crate::words::decimals;
use innovation_core::people::{Id, Seed};
use innovation_core::spread::{
    BassFit, DiffusionModel, DiffusionNetwork, Edge, FitMethod, FitRequest, Node, Nodes, Register,
    RegisterRequest, Seeding, SeedingRequest, SimulateRequest, Simulation, fit, seed, simulate,
};
use innovation_core::{Code, Result};

/// The chance that one contact of a month brings a site to take it up: an assumption.
const CHANCE: f64 = 0.05;

/// How many sites are asked next.
const NEXT: u32 = 2;

/// Months that the forecast looks ahead.
const HORIZON: u32 = 12;

/// What may come.
pub(super) struct Ahead {
    pub(super) seeding: Seeding,
    /// What it comes to when the sites that use it and those asked next pass it on.
    passed_on: Simulation,
    /// The fitted curve; `Err` with the reason where there is none.
    curve: std::result::Result<BassFit, String>,
}

impl Ahead {
    /// Plans and forecasts from the register.
    pub(super) fn of(
        story: &Story,
        request: &RegisterRequest,
        register: &Register,
    ) -> Result<Self> {
        let seeding = plan_for(story, request)?;
        let mut start = users(request);
        start.extend(seeding.seeds.iter().map(|chosen| chosen.node.clone()));
        let passed_on = simulate(&SimulateRequest {
            replicates: 10_000,
            seed: Seed::new(story.options.seed.into()).unwrap_or_default(),
            ..SimulateRequest::of(network(request), passing(), start)
        })?;
        let curve = match fit(&FitRequest {
            series: Some(series(register)),
            population: Some(f64::from(ASKED)),
            method: Some(FitMethod::Mle),
            horizon: HORIZON,
            confidence: 0.9,
            ..FitRequest::default()
        }) {
            Ok(fit) => Ok(fit),
            Err(error) if error.code() == Code::SpreadNoFit => Err(error.message().to_owned()),
            Err(error) => return Err(error),
        };
        Ok(Self { seeding, passed_on, curve })
    }

    /// Keeps the forecast and how far it may go for the report.
    pub(super) fn keep(&self, story: &mut Story) -> Result<()> {
        story.keep("simulation", &self.passed_on)?;
        self.curve.as_ref().map_or(Ok(()), |curve| story.keep("fit", curve))
    }

    /// What may come, in the terminal.
    pub(super) fn lines(&self, story: &Story, told: &Told) {
        let locale = story.options.locale.as_str();
        for chosen in &self.seeding.seeds {
            story.line(&words::with_names(told, locale, chosen.because.for_locale(locale)));
        }
        story.line(self.seeding.guarantee.text.for_locale(locale));
        match &self.curve {
            Ok(curve) => story.line(&expectation(story, curve)),
            Err(reason) => story.line(reason),
        }
    }
}

/// Sites that use it.
fn users(request: &RegisterRequest) -> Vec<Node> {
    let users = request.sites.iter().filter(|site| site.stage.in_use());
    users.map(|site| Node::Id(site.id.clone())).collect()
}

/// Who meets whom: the chance that at least one of so many contacts passes it on.
fn network(request: &RegisterRequest) -> DiffusionNetwork {
    let node = |id: &str| Id::new(id).map(Node::Id);
    let edge = |&(a, b, contacts): &(&str, &str, u32)| {
        let missed = (0..contacts).fold(1.0, |missed, _| missed * (1.0 - CHANCE));
        Some(Edge { from: node(a)?, to: node(b)?, weight: Some(1.0 - missed) })
    };
    DiffusionNetwork {
        nodes: Nodes::Ids(request.sites.iter().map(|site| site.id.clone()).collect()),
        edges: MEETINGS.iter().filter_map(edge).collect(),
        ..DiffusionNetwork::of(0, &[])
    }
}

fn passing() -> DiffusionModel {
    DiffusionModel::IndependentCascade { p: None }
}

/// With whom to begin among the sites that do not use it yet.
fn plan_for(story: &Story, request: &RegisterRequest) -> Result<Seeding> {
    seed(&SeedingRequest {
        already: users(request),
        seed: Seed::new(story.options.seed.into()).unwrap_or_default(),
        ..SeedingRequest::of(network(request), passing(), NEXT)
    })
}

/// New adopters of each month, from the first that has any.
fn series(register: &Register) -> Vec<f64> {
    let months = register.months.iter().map(|month| f64::from(month.adopters));
    months.skip_while(|adopters| *adopters == 0.0).collect()
}

/// What the curve expects at the end of its horizon.
fn expectation(story: &Story, curve: &BassFit) -> String {
    let Some(last) = curve.forecast.last() else { return String::new() };
    let locale = story.options.locale.as_str();
    let number = |value: f64| decimals(locale, value, 1);
    story
        .say(
            "In a year the curve expects _ adopters of # asked, between < and > nine times in ten.",
            "Dans un an, la courbe attend _ adoptions sur # sites sollicités, entre < et > neuf fois sur dix.",
        )
        .replace('_', &number(last.cumulative))
        .replace('#', &ASKED.to_string())
        .replace('<', &number(last.cumulative_lower))
        .replace('>', &number(last.cumulative_upper))
}

/// The spread plan: with whom to begin, why, and how sure that is.
pub(super) fn plan(page: &mut Page, story: &Story, told: &Told) {
    let locale = story.options.locale.as_str();
    let Ahead { seeding, passed_on, .. } = &told.ahead;
    page.heading(story.say("Who could be next", "Qui pourrait suivre"));
    let named = |text: &str| words::with_names(told, locale, text);
    let lines: Vec<String> =
        seeding.seeds.iter().map(|chosen| named(chosen.because.for_locale(locale))).collect();
    page.list("<ul>\n", &lines);
    page.paragraph(seeding.guarantee.text.for_locale(locale));
    page.paragraph(passed_on.reading.for_locale(locale));
    page.paragraph(&story.phrase(
        "Assumed, not measured: each contact of a month passes it on with a chance of 5 in 100, once; sites do not differ in anything else. A plan to talk about with the sites, not a prediction.",
        "Supposé, non mesuré\u{a0}: chaque contact d’un mois le transmet une fois, avec une chance de 5 sur 100\u{202f}; les sites ne diffèrent en rien d’autre. Un plan à discuter avec les sites, pas une prédiction.",
    ));
}

/// The forecast and its band.
pub(super) fn forecast(page: &mut Page, story: &Story, told: &Told) {
    let locale = story.options.locale.as_str();
    page.heading(story.say("When, if nothing changes", "Quand, si rien ne change"));
    let curve = match &told.ahead.curve {
        Ok(curve) => curve,
        Err(reason) => {
            page.paragraph(reason);
            return;
        }
    };
    page.paragraph(&expectation(story, curve));
    let notes = curve.band.iter().chain(&curve.notes);
    let notes: Vec<String> = notes.map(|note| note.for_locale(locale).to_owned()).collect();
    page.list("<ul>\n", &notes);
}
