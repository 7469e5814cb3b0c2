//! Tables of ratings as `tests/peers/evaluate/agreement.py` draws them: a true level for each
//! unit, and raters who keep to it six times in ten.

use crate::{Outcome, best};
use innovation_core::evaluate::{AgreeRequest, MeasureName, Ratings, ScaleKind, agree};
use innovation_core::random::{Address, Purpose, Stream};

/// Ratings on 1 to 5, a share of them missing.
fn levels(units: usize, raters: usize, missing: f64) -> Ratings {
    let mut stream = Stream::new(1, Address::of(Purpose::Synthetic));
    Ratings::from_rows((0..units).map(|_| {
        let truth = stream.below(5);
        (0..raters)
            .map(|_| {
                let own = if stream.unit() < 0.6 { truth } else { stream.below(5) };
                (stream.unit() >= missing).then_some(f64::from(own + 1))
            })
            .collect::<Vec<_>>()
    }))
}

/// Ratings that are all different.
fn distinct(units: usize, raters: usize) -> Ratings {
    let mut stream = Stream::new(2, Address::of(Purpose::Synthetic));
    Ratings::from_rows((0..units).map(|_| {
        let truth = stream.unit();
        (0..raters).map(|_| Some(truth + 0.3 * stream.unit())).collect::<Vec<_>>()
    }))
}

fn asked(ratings: Ratings, kind: ScaleKind, name: MeasureName) -> AgreeRequest {
    AgreeRequest::of(ratings, kind).measures(&[name])
}

/// Every case, best of some runs.
pub fn run() -> Outcome {
    use MeasureName::{Ac2, Alpha, Icc};
    let declared = [1.0, 2.0, 3.0, 4.0, 5.0];
    let ordinal = |units, raters, missing| {
        asked(levels(units, raters, missing), ScaleKind::Ordinal, Alpha).levels(declared)
    };
    for (units, raters, missing) in [(1_000, 100, 0.2), (100_000, 10, 0.0), (100_000, 10, 0.2)] {
        let request = ordinal(units, raters, missing);
        let gaps = if missing > 0.0 { "-gaps" } else { "" };
        best(&format!("alpha-ordinal-{units}x{raters}{gaps}"), 15, || agree(&request))?;
    }
    let undeclared = asked(levels(100_000, 10, 0.2), ScaleKind::Ordinal, Alpha);
    best("alpha-ordinal-100000x10-gaps-undeclared", 15, || agree(&undeclared))?;
    for (units, raters, replicates) in [(100, 6, 1_000), (1_000, 100, 200), (100_000, 10, 20)] {
        let request = ordinal(units, raters, 0.0).bootstrap(replicates, 1);
        best(&format!("bootstrap-{units}x{raters}-{replicates}"), 5, || agree(&request))?;
    }
    for units in [50, 100, 200, 400] {
        let request = asked(distinct(units, 4), ScaleKind::Interval, Alpha);
        best(&format!("alpha-interval-{units}x4"), 15, || agree(&request))?;
    }
    for (units, raters) in [(1_000, 100), (100_000, 10)] {
        let request = asked(levels(units, raters, 0.2), ScaleKind::Ordinal, Ac2).levels(declared);
        best(&format!("ac2-quadratic-{units}x{raters}"), 10, || agree(&request))?;
    }
    for units in [1_000, 10_000] {
        let request = asked(distinct(units, 10), ScaleKind::Interval, Icc);
        best(&format!("icc-{units}x10"), 10, || agree(&request))?;
    }
    Ok(())
}
