//! Published and recomputed fits, and what a fit must hold.

use super::*;
use crate::math;
use crate::spread::reference::reference;
use proptest::prelude::*;

const VCR: [f64; 10] =
    [840.0, 1470.0, 2110.0, 4000.0, 7590.0, 10950.0, 10530.0, 9470.0, 7790.0, 5890.0];

/// New prescribers by month, and 16 doctors who had not prescribed.
const MONTHS: [u32; 17] = [11, 9, 9, 11, 11, 11, 13, 7, 4, 1, 5, 3, 3, 4, 4, 2, 1];

fn base() -> FitRequest {
    FitRequest::default()
}

fn vcr(method: FitMethod) -> BassFit {
    fit(&FitRequest { series: Some(VCR.to_vec()), method: Some(method), horizon: 3, ..base() })
        .unwrap()
}

/// The doctors, those who had not prescribed as given.
fn doctors(censored: Option<f64>) -> Vec<Option<f64>> {
    let months = MONTHS
        .iter()
        .zip(1..)
        .flat_map(|(&count, month)| std::iter::repeat_n(Some(f64::from(month)), count as usize));
    months.chain(std::iter::repeat_n(censored, 16)).collect()
}

fn close(found: f64, known: f64, tolerance: f64) {
    assert!((found - known).abs() <= tolerance, "{found} is not {known}");
}

/// The optimum, from 40-digit arithmetic, to nearly all digits; what statistical packages print
/// stops a little short of it, by their own tolerance.
fn optimum(found: f64, exact: f64, printed: f64) {
    close(found / exact, 1.0, 1e-10);
    close(found / printed, 1.0, 1e-5);
}

#[test]
fn video_recorders_give_the_known_fits() {
    let nls = vcr(FitMethod::Nls);
    optimum(nls.m.value, 67_660.024_927, 67_660.004_68);
    optimum(nls.p.value, 0.008_788_962_557_34, 0.008_788_933_98);
    optimum(nls.q.value, 0.642_158_902_853, 0.642_159_379_1);
    optimum(nls.goodness.rss, 3_672_146.264_38, 3_672_146.265);
    let density = vcr(FitMethod::NlsDensity);
    optimum(density.m.value, 67_980.908_002_8, 67_980.950_35);
    optimum(density.p.value, 0.006_593_959_360_46, 0.006_593_982_277);
    optimum(density.q.value, 0.638_091_266_632, 0.638_090_484_7);
    optimum(density.goodness.rss, 3_701_668.589_09, 3_701_668.589);
    let ols = vcr(FitMethod::Ols);
    close(ols.m.value, 62_665.446_909_3, 1e-6);
    close(ols.p.value, 0.021_646_782_830, 1e-11);
    close(ols.q.value, 0.680_525_043_271, 1e-11);
}

#[test]
fn censored_doctors_give_the_known_fits() {
    let mle = fit(&FitRequest { adoptions: Some(doctors(None)), ..base() }).unwrap();
    optimum(mle.p.value, 0.096_194_648_652_4, 0.096_194_6);
    optimum(mle.q.value, 0.053_996_921_837_9, 0.053_997_0);
    close(mle.goodness.log_likelihood.value.unwrap(), -341.481_42, 5e-6);
    assert_eq!((mle.adopters, mle.censored, mle.m.value), (109.0, Some(16.0), 125.0));
    let ceiling =
        fit(&FitRequest { adoptions: Some(doctors(None)), ceiling: true, ..base() }).unwrap();
    optimum(ceiling.p.value, 0.088_433_380_368_3, 0.088_433_4);
    optimum(ceiling.q.value, 0.140_452_146_321, 0.140_452_1);
    optimum(ceiling.ceiling.unwrap().value, 0.919_056_227_662, 0.919_056);
    close(ceiling.goodness.log_likelihood.value.unwrap(), -340.643_83, 5e-6);
    let nls =
        fit(&FitRequest { adoptions: Some(doctors(None)), method: Some(FitMethod::Nls), ..base() })
            .unwrap();
    optimum(nls.m.value, 109.537_117_577, 109.537_4);
    optimum(nls.p.value, 0.081_234_254_179_7, 0.081_234_59);
    close(nls.q.value, 0.206_662_287_579, 1e-11);
    close(nls.q.value, 0.206_659_03, 4e-6);
    optimum(nls.goodness.rss, 62.451_027_886_6, 62.451_028);
}

#[test]
fn shares_that_add_up_give_the_known_fits() {
    let cumulative = |adoptions| {
        fit(&FitRequest {
            adoptions: Some(adoptions),
            method: Some(FitMethod::NlsCumulative),
            ..base()
        })
        .unwrap()
    };
    let all = cumulative(doctors(Some(18.0)));
    optimum(all.p.value, 0.090_941_657_378_1, 0.090_941_64);
    optimum(all.q.value, 0.079_549_832_965_8, 0.079_549_89);
    close(all.p.standard_error.value.unwrap(), 0.008_225_03, 5e-9);
    close(all.q.standard_error.value.unwrap(), 0.023_366_10, 5e-9);
    close(all.goodness.rss, 0.018_156_49, 6e-9);
    let censored = cumulative(doctors(None));
    optimum(censored.p.value, 0.095_669_651_099_1, 0.095_669_67);
    optimum(censored.q.value, 0.062_022_046_541_5, 0.062_022_02);
    close(censored.goodness.rss, 0.010_395_44, 6e-9);
}

/// A column of numbers of a file of the data directory, where that is at hand.
fn column(file: &str, name: &str) -> Option<Vec<f64>> {
    let text = reference(&format!("medical-innovation/{file}"))?;
    let mut lines = text.lines();
    let place = lines.next()?.split(',').position(|head| head.trim_matches('"') == name)?;
    lines.map(|line| line.split(',').nth(place)?.trim_matches('"').parse().ok()).collect()
}

#[test]
fn villages_give_the_known_fits() {
    for (file, first, end, p, q, rss) in [
        ("kfamilyDiffNet_nodes_expected.csv", 1.0, 11, 0.054_315_27, 0.210_789_58, 0.068_153_7),
        (
            "brfarmersDiffNet_nodes_expected.csv",
            1946.0,
            21,
            0.002_278_742,
            0.336_735_346,
            0.051_841_38,
        ),
    ] {
        let Some(times) = column(file, "toa") else { return };
        let adoptions = times.iter().map(|time| Some(time - first + 1.0)).collect();
        let found = fit(&FitRequest {
            adoptions: Some(adoptions),
            censored_at: Some(end),
            method: Some(FitMethod::NlsCumulative),
            ..base()
        })
        .unwrap();
        close(found.p.value / p, 1.0, 2e-6);
        close(found.q.value / q, 1.0, 2e-6);
        close(found.goodness.rss, rss, 6e-8);
    }
}

#[test]
fn a_time_after_the_last_period_is_not_yet() {
    let late =
        fit(&FitRequest { adoptions: Some(doctors(Some(18.0))), censored_at: Some(17), ..base() });
    let never = fit(&FitRequest { adoptions: Some(doctors(None)), ..base() });
    assert_eq!(late, never);
}

#[test]
fn a_profile_says_what_a_standard_error_hides() {
    // The interval of q by its standard error ends below 0; the data only say "not more than".
    let mle = fit(&FitRequest { adoptions: Some(doctors(None)), ..base() }).unwrap();
    let (wald, profile) = (mle.q.interval.unwrap(), mle.q.profile.unwrap());
    assert!(wald.lower.value.unwrap() < 0.0);
    assert_eq!(profile.lower.value, Some(0.0));
    assert!(profile.upper.value.unwrap() > 0.1);
    assert!(mle.notes.iter().any(|note| note.for_locale("en").contains("imitation is not shown")));
}

/// The doctors' profile of p, by its definition: where the likelihood has fallen enough.
#[test]
fn a_profile_ends_where_the_likelihood_has_fallen_enough() {
    let observed = Observed {
        counts: MONTHS.iter().map(|&count| f64::from(count)).collect(),
        total: 109.0,
        population: Some(125.0),
    };
    let objective = Objective { observed: &observed, method: FitMethod::Mle, third: false };
    let least = objective.solve().unwrap().local.value;
    let mle = fit(&FitRequest { adoptions: Some(doctors(None)), ..base() }).unwrap();
    let profile = mle.p.profile.unwrap();
    for end in [profile.lower, profile.upper] {
        let p = math::ln(end.value.unwrap());
        // A fine search over q stands in for the minimum.
        let best = (0..8000)
            .filter_map(|step| objective.at(&[p, -16.0 + f64::from(step) * 2e-3]))
            .map(|local| local.value)
            .fold(f64::INFINITY, f64::min);
        close(2.0 * (best - least), 3.841_458_8, 1e-4);
    }
}

fn refused(request: &FitRequest) -> (Code, String) {
    let error = fit(request).unwrap_err();
    (error.code(), error.path().to_owned())
}

#[test]
fn data_that_cannot_be_fitted_name_their_place() {
    let series = |values: &[f64]| FitRequest { series: Some(values.to_vec()), ..base() };
    let times = |values: &[Option<f64>]| FitRequest { adoptions: Some(values.to_vec()), ..base() };
    let adoptions = Code::SpreadInvalidAdoptions;
    for (request, at) in [
        (base(), ""),
        (FitRequest { adoptions: Some(doctors(None)), ..series(&VCR) }, "/adoptions"),
        (series(&[]), "/series"),
        (series(&[0.0; 6]), "/series"),
        (series(&[1.0, 2.0, 3.0]), "/series"),
        (series(&[1.0, -2.0, 3.0, 4.0]), "/series/1"),
        (series(&[1.0, f64::NAN, 3.0, 4.0]), "/series/1"),
        (times(&[Some(1.0), Some(-2.0)]), "/adoptions/1"),
        (times(&[Some(1.0), Some(2.5)]), "/adoptions/1"),
        (times(&[None, None]), "/adoptions"),
        (times(&[Some(2.0)]), "/adoptions"),
        (FitRequest { censored_at: Some(0), ..times(&[Some(1.0)]) }, "/censoredAt"),
        (FitRequest { censored_at: Some(1), ..times(&[Some(2.0)]) }, "/adoptions"),
        (FitRequest { censored_at: Some(9), ..series(&VCR) }, "/censoredAt"),
        (FitRequest { population: Some(9e5), ..series(&VCR) }, "/population"),
        (FitRequest { method: Some(FitMethod::Mle), ..series(&VCR) }, "/population"),
        (
            FitRequest { method: Some(FitMethod::Mle), population: Some(10.0), ..series(&VCR) },
            "/population",
        ),
        (FitRequest { population: Some(9.0), ..times(&[Some(1.0), Some(2.0)]) }, "/population"),
    ] {
        assert_eq!(refused(&request), (adoptions, at.to_owned()), "{request:?}");
    }
    for (request, code, at) in [
        (FitRequest { confidence: 1.0, ..series(&VCR) }, Code::ContractInvalidValue, "/confidence"),
        (FitRequest { ceiling: true, ..series(&VCR) }, Code::ContractInvalidValue, "/ceiling"),
        (FitRequest { horizon: 9_999, ..series(&VCR) }, Code::ContractTooLarge, "/horizon"),
        (series(&[1.0; 2_001]), Code::ContractTooLarge, "/series"),
        (times(&[Some(1.0), Some(4e9)]), Code::ContractTooLarge, "/adoptions"),
    ] {
        assert_eq!(refused(&request), (code, at.to_owned()), "{request:?}");
    }
}

#[test]
fn a_fit_that_does_not_exist_says_which_parameter_runs_away() {
    let message = |values: &[f64], method| {
        let error =
            fit(&FitRequest { series: Some(values.to_vec()), method: Some(method), ..base() })
                .unwrap_err();
        assert_eq!((error.code(), error.path()), (Code::SpreadNoFit, "/series"));
        error.message().to_owned()
    };
    let growing: Vec<f64> = (0..8).map(|t| math::exp(0.4 * f64::from(t))).collect();
    let halving: Vec<f64> = (0..8).map(|t| 64.0 * math::exp(-0.7 * f64::from(t))).collect();
    for (values, method, part) in [
        (&[5.0; 8][..], FitMethod::Nls, "m grows"),
        (&growing, FitMethod::Nls, "m grows"),
        (&halving, FitMethod::Nls, "q falls to 0"),
        (&[0.0, 0.0, 0.0, 90.0, 0.0, 0.0, 0.0], FitMethod::Nls, "rates grow"),
        (&[90.0, 0.0, 0.0, 0.0, 0.0], FitMethod::Nls, "rates grow"),
        (&growing, FitMethod::Ols, "gives no Bass curve"),
        (&[9.0, 0.0, 0.0, 0.0, 0.0], FitMethod::Ols, "tell nothing apart"),
    ] {
        let message = message(values, method);
        assert!(message.contains(part), "{values:?}: {message}");
    }
}

#[test]
fn a_forecast_starts_where_the_data_end_and_its_bands_widen_with_confidence() {
    for method in [FitMethod::Nls, FitMethod::NlsDensity, FitMethod::Ols] {
        let found = vcr(method);
        assert_eq!(found.forecast.iter().map(|next| next.period).collect::<Vec<_>>(), [11, 12, 13]);
        for next in &found.forecast {
            assert!(next.lower < next.adopters && next.adopters < next.upper);
            assert!(next.cumulative > 60_640.0 && next.cumulative_lower >= 60_640.0);
        }
    }
    let of = |confidence| {
        fit(&FitRequest { adoptions: Some(doctors(None)), horizon: 4, confidence, ..base() })
            .unwrap()
            .forecast
    };
    let (narrow, wide) = (of(0.8), of(0.99));
    for (narrow, wide) in narrow.iter().zip(&wide) {
        assert!(wide.lower <= narrow.lower && narrow.upper < wide.upper);
        assert!(wide.cumulative_upper <= 125.0 && narrow.cumulative_lower >= 109.0);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    /// Exact counts of a curve give that curve back, by each method.
    #[test]
    fn a_curve_gives_itself_back(p in 0.005f64..0.08, q in 0.15f64..0.8, m in 10f64..1e6) {
        let curve = Curve::new(math::ln(p), math::ln(q));
        let series: Vec<f64> =
            (1..=20).map(|t| m * curve.increment(f64::from(t)).value).collect();
        for method in [FitMethod::Nls, FitMethod::NlsCumulative, FitMethod::Mle] {
            let population = (method != FitMethod::Nls).then_some(m);
            let request = FitRequest {
                series: Some(series.clone()), method: Some(method), population, ..base()
            };
            let found = fit(&request).unwrap();
            prop_assert!((found.p.value / p - 1.0).abs() < 1e-5, "{:?} {:?}", method, found.p);
            prop_assert!((found.q.value / q - 1.0).abs() < 1e-5);
            prop_assert!((found.m.value / m - 1.0).abs() < 1e-5);
        }
    }

    /// No series makes a fit hang, panic or answer with what is no number.
    #[test]
    fn any_series_is_fitted_or_refused(
        series in prop::collection::vec(prop_oneof![Just(0.0), 0f64..9.0, 0f64..1e12], 0..16),
        which in 0..5,
    ) {
        let method = [
            FitMethod::Nls, FitMethod::NlsDensity, FitMethod::NlsCumulative, FitMethod::Mle,
            FitMethod::Ols,
        ][which as usize];
        let total: f64 = series.iter().sum();
        let population = matches!(method, FitMethod::Mle | FitMethod::NlsCumulative)
            .then_some(total * 1.1);
        let request =
            FitRequest { series: Some(series), method: Some(method), population, horizon: 5, ..base() };
        if let Ok(found) = fit(&request) {
            let text = serde_json::to_string(&found).unwrap();
            let numbers = !text.replace("{\"value\":null,", "").contains("null");
            prop_assert!(numbers, "{}", text);
        }
    }
}
