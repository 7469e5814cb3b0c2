//! The pilot: unplanned returns within thirty days, week by week, before and after.

use super::super::Story;
use innovation_core::Result;
use innovation_core::Text;
use innovation_core::evaluate::{
    Baseline, Chart, ChartKind, ChartPicture, ChartRequest, WantedDirection, chart,
};
use innovation_core::random::{Address, Purpose, Stream};

/// Weeks before the pilot.
const BEFORE: u32 = 14;
/// Weeks in all.
const WEEKS: u32 = 30;

/// What is counted.
pub(super) fn title() -> Text {
    Text::both(
        "Unplanned returns within 30 days, per 100 discharges",
        "Retours non prévus sous 30 jours, pour 100 sorties",
    )
}

/// Charts the weeks; limits come from those before the pilot.
pub(super) fn weeks(story: &Story) -> Result<Chart> {
    let week = |week: u32| {
        let at = Address { replicate: 20, entity: week, step: 0, purpose: Purpose::Synthetic };
        let mut stream = Stream::new(story.options.seed.into(), at);
        let discharged = 52 + stream.below(17);
        let chance = if week < BEFORE { 0.19 } else { 0.115 };
        let back = (0..discharged).filter(|_| stream.unit() < chance).count();
        (Some(back as f64), Some(f64::from(discharged)))
    };
    let (values, denominators): (Vec<_>, Vec<_>) = (0..WEEKS).map(week).unzip();
    chart(&ChartRequest {
        kind: ChartKind::P,
        values,
        denominators: Some(denominators),
        per: Some(100.0),
        improvement: WantedDirection::Down,
        baseline: Some(Baseline { from: 0, to: BEFORE - 1 }),
        svg: Some(ChartPicture {
            locale: Some(story.options.locale.clone()),
            title: Some(title()),
            width: Some(900),
        }),
        ..ChartRequest::default()
    })
}
