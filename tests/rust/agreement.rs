//! Agreement on published tables: exact values, peers' values, printed digits.
//!
//! What programs print differs by convention; each comparison names the one it is about.

use innovation_core::call;
use innovation_core::distribution::t_quantile;
use serde_json::{Value, json};
use tests::reference;

const CODED: [&str; 12] = [
    "cohen1968_personality",
    "edge_all_missing",
    "edge_one_category_only",
    "edge_one_rater",
    "edge_prevalence_paradox",
    "edge_single_rating_per_unit",
    "fleiss1971_psychiatrists",
    "gwet_raw5obser",
    "krippendorff2011_4obs_12units",
    "krippendorff2011_binary_2obs_10units",
    "krippendorff2011_nominal_2obs_12units",
    "siegel1956_3executives_6applicants",
];

fn data(name: &str) -> Option<Value> {
    let bytes = reference(&format!("evaluate/agreement/{name}.json"))?;
    // The files hold NaN where a peer printed it.
    let text =
        String::from_utf8(bytes).unwrap().replace("NaN", "null").replace("-Infinity", "null");
    Some(serde_json::from_str(&text.replace("Infinity", "null")).unwrap())
}

fn ask(request: &Value) -> Value {
    match call("evaluate.agree", &request.to_string()) {
        Ok(answer) => serde_json::from_str(&answer).unwrap(),
        Err(error) => panic!("{error}"),
    }
}

/// The measures of a table on a kind of scale, weights by name where given.
fn measures(data: &Value, kind: &str, names: &[&str], weights: Option<&str>) -> Vec<Value> {
    let mut request = json!({"ratings": data["data"], "scale": {"kind": kind}, "measures": names});
    if data["categories"].is_array() {
        request["scale"]["levels"] = data["categories"].clone();
    }
    if let Some(weights) = weights {
        request["weights"] = json!(weights);
    }
    ask(&request)["measures"].as_array().unwrap().clone()
}

fn find<'a>(all: &'a [Value], name: &str, form: Option<&str>, weights: Option<&str>) -> &'a Value {
    all.iter()
        .find(|measure| {
            measure["name"] == name
                && measure.get("form").and_then(Value::as_str) == form
                && measure.get("weights").and_then(Value::as_str) == weights
        })
        .unwrap_or_else(|| panic!("no {name} {form:?} {weights:?}"))
}

fn near(found: &Value, wanted: f64, tolerance: f64, what: &str) {
    let value = found.as_f64().unwrap_or_else(|| panic!("{what}: {found}, not {wanted}"));
    assert!((value - wanted).abs() <= tolerance, "{what}: {value}, not {wanted}");
}

/// "113/152" as a number.
fn fraction(text: &Value) -> f64 {
    let (above, below) = text.as_str().unwrap().split_once('/').unwrap();
    above.parse::<f64>().unwrap() / below.parse::<f64>().unwrap()
}

#[test]
fn exact_fractions_are_hit() {
    let mut compared = 0;
    for name in CODED.iter().copied().chain(["shrout_fleiss1979"]) {
        let Some(data) = data(name) else { return };
        let exact = &data["expected_exact_rational"];
        for kind in ["nominal", "ordinal", "interval", "ratio"] {
            if let Some(wanted) = exact.get(format!("alpha_{kind}")) {
                let found = measures(&data, kind, &["alpha"], None);
                near(&found[0]["value"], fraction(wanted), 1e-12, &format!("{name} alpha {kind}"));
                compared += 1;
            }
        }
        for (key, measure, weights) in [
            ("fleiss_kappa", "fleissKappa", None),
            ("cohen_kappa", "cohenKappa", None),
            ("cohen_kappa_linear", "weightedKappa", Some("linear")),
            ("cohen_kappa_quadratic", "weightedKappa", Some("quadratic")),
            ("kendall_W_ties", "kendallW", None),
        ] {
            if let Some(wanted) = exact.get(key) {
                let found = measures(&data, "ordinal", &[measure], weights);
                near(&found[0]["value"], fraction(wanted), 1e-12, &format!("{name} {key}"));
                compared += 1;
            }
        }
    }
    assert_eq!(compared, 62);
}

#[test]
fn linearised_errors_and_intervals_are_those_of_gwets_program() {
    let (mut compared, mut intervals, mut own_freedom, mut unsaid) = (0, 0, 0, 0);
    for name in CODED.iter().copied().chain(["shrout_fleiss1979"]) {
        let Some(data) = data(name) else { return };
        for (key, peer) in data["expected"].as_object().unwrap() {
            let Some(rest) = key.strip_prefix("gwet.") else { continue };
            let parts: Vec<&str> = rest.split('.').collect();
            let coefficient = parts[..2].join(".");
            let (weights, all_levels) = (parts[3], parts.get(4) == Some(&"all_levels"));
            let weights = (weights != "unweighted").then_some(weights);
            // What the peer's levels are: all declared ones, or those found.
            let mut data = data.clone();
            if !all_levels {
                data["categories"] = Value::Null;
            }
            let (measure, form) = match coefficient.as_str() {
                "gwet.ac1" if weights.is_none() => ("ac1", None),
                "gwet.ac1" => ("ac2", None),
                "fleiss.kappa" => ("fleissKappa", None),
                "krippen.alpha" if weights.is_none() => ("alpha", Some("nominal")),
                "conger.kappa" if weights.is_none() => ("cohenKappa", Some("conger")),
                "conger.kappa" => ("weightedKappa", Some("conger")),
                "bp.coeff" => ("brennanPrediger", None),
                "pa.coeff" => ("percentAgreement", None),
                // Alpha with Gwet's weights is another coefficient.
                _ => continue,
            };
            let kind = if form == Some("nominal") { "nominal" } else { "ordinal" };
            let found = measures(&data, kind, &[measure], weights);
            let Some(found) = found.iter().find(|own| {
                own.get("weights").and_then(Value::as_str) == weights
                    && match own.get("form").and_then(Value::as_str) {
                        None | Some("generalised") => form.is_none(),
                        other => other == form,
                    }
            }) else {
                continue; // Cohen's own form for two raters
            };
            let what = format!("{name} {key}");
            if let Some(reason) = found.get("undefined") {
                // Where all ratings are the same, the peer says 1; so do AC and the uniform
                // chance, where levels are declared.
                assert_eq!(reason, "no-variation", "{what}");
                assert_eq!(peer["coef"], 1, "{what}");
                unsaid += 1;
                continue;
            }
            // No error is printed for a perfect score.
            let value = peer["coef"].as_f64().unwrap();
            near(&found["value"], value, 1e-10, &what);
            compared += 1;
            let Some(error) = peer["se"].as_f64() else { continue };
            near(&found["standardError"], error, 1e-10, &format!("{what} se"));
            if error > 0.0 {
                let limit = |place: usize| peer["ci95"][place].as_f64().unwrap();
                let (mut lower, mut upper) = (limit(0), limit(1));
                let used = found["n"]["units"].as_f64().unwrap();
                let rows = data["data"].as_array().unwrap().len() as f64;
                if measure == "alpha" && used < rows {
                    // The program counts units that alpha leaves out among its degrees of
                    // freedom; here a unit with one rating changes nothing. Its Python twin
                    // does as we do: 0.41912 where the one in R has 0.42322.
                    near(&json!(lower), value - error * t_quantile(0.975, rows - 1.0), 1e-9, &what);
                    let reach = error * t_quantile(0.975, used - 1.0);
                    (lower, upper) = (value - reach, (value + reach).min(1.0));
                    own_freedom += 1;
                }
                near(&found["interval"]["lower"], lower, 1e-9, &format!("{what} lower"));
                near(&found["interval"]["upper"], upper, 1e-9, &format!("{what} upper"));
                intervals += 1;
            }
        }
    }
    assert_eq!((compared, intervals, own_freedom, unsaid), (439, 419, 1, 21));
}

#[test]
fn intraclass_correlations_and_their_intervals_are_the_peers() {
    let (mut compared, mut limits, mut stepped) = (0, 0, 0);
    for name in CODED.iter().copied().chain(["shrout_fleiss1979"]) {
        let Some(data) = data(name) else { return };
        let Some(all) = data["expected"].get("icc_listwise").and_then(Value::as_object) else {
            continue;
        };
        let found = measures(&data, "interval", &["icc"], None);
        for (form, peer) in all {
            let form = form.trim_start_matches("ICC(").trim_end_matches(')');
            let own = find(&found, "icc", Some(form), None);
            let what = format!("{name} {form}");
            let Some(wanted) = peer["icc"].as_f64() else { continue };
            near(&own["value"], wanted, 1e-9, &what);
            assert_eq!(own["n"]["units"], peer["units_used"], "{what}");
            compared += 1;
            let raters = own["n"]["raters"].as_f64().unwrap();
            for (side, place) in [("lower", 0), ("upper", 1)] {
                let limit = |form: &str| all[&format!("ICC({form})")]["ci95"][place].as_f64();
                let Some(mut wanted) = limit(form) else { continue };
                if form == "2,k" {
                    // The program puts the mean's value into the degrees of freedom of a
                    // single rating; others step up its own limits for 2,1, as McGraw and
                    // Wong's formula does.
                    let single = limit("2,1").unwrap();
                    wanted = raters * single / (1.0 + (raters - 1.0) * single);
                }
                near(&own["interval"][side], wanted, 1e-9, &format!("{what} {side}"));
                limits += 1;
            }
        }
        for own in data["peers"]["R"]["psych.ICC.aov"].as_array().unwrap_or(&Vec::new()) {
            if own["type"] == "ICC2k" {
                let form = find(&found, "icc", Some("2,k"), None);
                for side in ["lower", "upper"] {
                    let wanted = own[format!("{side} bound")].as_f64().unwrap();
                    near(&form["interval"][side], wanted, 1e-9, &format!("{name} psych {side}"));
                    stepped += 1;
                }
            }
        }
    }
    assert_eq!((compared, limits, stepped), (30, 60, 8));
}

#[test]
fn printed_digits_are_hit() {
    let shown = |value: &Value, digits: usize| format!("{:.digits$}", value.as_f64().unwrap());
    let Some(fleiss) = data("fleiss1971_psychiatrists") else { return };
    let found = measures(&fleiss, "nominal", &["fleissKappa"], None);
    assert_eq!(shown(&found[0]["value"], 3), "0.430");
    let by_level: Vec<String> = found[0]["byLevel"]
        .as_array()
        .unwrap()
        .iter()
        .map(|level| shown(&level["value"], 3))
        .collect();
    assert_eq!(by_level, ["0.245", "0.245", "0.520", "0.471", "0.566"]);

    let four = data("krippendorff2011_4obs_12units").unwrap();
    for (kind, printed) in
        [("nominal", "0.743"), ("ordinal", "0.815"), ("interval", "0.849"), ("ratio", "0.797")]
    {
        assert_eq!(shown(&measures(&four, kind, &["alpha"], None)[0]["value"], 3), printed);
    }
    let siegel = data("siegel1956_3executives_6applicants").unwrap();
    assert_eq!(shown(&measures(&siegel, "ordinal", &["kendallW"], None)[0]["value"], 2), "0.16");
}

/// A square of counts as two columns of ratings from 1.
fn unfold(square: &Value, times: f64) -> Vec<Vec<u32>> {
    let mut rows = Vec::new();
    for (a, row) in (1..).zip(square.as_array().unwrap()) {
        for (b, count) in (1..).zip(row.as_array().unwrap()) {
            let count = (count.as_f64().unwrap() * times).round() as usize;
            rows.extend(std::iter::repeat_n(vec![a, b], count));
        }
    }
    rows
}

#[test]
fn weighted_kappas_with_own_weights_are_the_published_ones() {
    let Some(published) = data("weighted_kappa_published") else { return };
    let (mut cases, mut variances) = (0, 0);
    for case in published["cases"].as_array().unwrap() {
        let times = case.get("n").and_then(Value::as_f64).unwrap_or(1.0);
        let square = case.get("proportions").or(case.get("counts")).unwrap();
        let agreement = match case.get("agreement_weights") {
            Some(weights) => weights.clone(),
            None => {
                let rows = case["disagreement_weights"].as_array().unwrap();
                let most = rows
                    .iter()
                    .flat_map(|row| row.as_array().unwrap())
                    .map(|weight| weight.as_f64().unwrap())
                    .fold(0.0, f64::max);
                rows.iter()
                    .map(|row| {
                        row.as_array()
                            .unwrap()
                            .iter()
                            .map(|weight| json!(1.0 - weight.as_f64().unwrap() / most))
                            .collect::<Value>()
                    })
                    .collect()
            }
        };
        let answer = ask(&json!({
            "ratings": unfold(square, times),
            "scale": {"kind": "nominal", "levels": [1, 2, 3]},
            "measures": ["cohenKappa", "weightedKappa"],
            "weightMatrix": agreement,
        }));
        let expected = &case["expected"];
        let tolerance = case["tolerance"].as_f64().unwrap();
        let (plain, weighted) = (&answer["measures"][0], &answer["measures"][1]);
        near(&plain["value"], expected["kappa"].as_f64().unwrap(), tolerance, "kappa");
        let wanted = expected["weighted_kappa"].as_f64().unwrap();
        near(&weighted["value"], wanted, tolerance, "weighted kappa");
        let square = |own: &Value| {
            let error = own["standardError"].as_f64().unwrap();
            error * error
        };
        if let Some(variance) = expected.get("var_kappa").and_then(Value::as_f64) {
            near(&json!(square(plain)), variance, 1e-9, "variance of kappa");
            // The formula of Fleiss, Cohen and Everitt, as statsmodels 0.15 has it too; psych
            // 2.2.9 prints 0.002748573 for the same table and weights.
            near(&json!(square(weighted)), 0.003_248_302_893_568_226, 1e-14, "weighted variance");
            assert_eq!(expected["var_weighted"], 0.002748573);
            variances += 1;
        }
        cases += 1;
    }
    assert_eq!((cases, variances), (2, 1));
}

#[test]
fn tables_that_say_nothing_say_why() {
    for (name, reasons) in [
        ("edge_all_missing", ["no-pairable-units", "no-pairable-units", "no-complete-units"]),
        (
            "edge_single_rating_per_unit",
            ["no-pairable-units", "no-pairable-units", "no-complete-units"],
        ),
        ("edge_one_rater", ["too-few-raters", "too-few-raters", "too-few-raters"]),
        ("edge_one_category_only", ["no-variation", "no-variation", "no-variation"]),
    ] {
        let Some(data) = data(name) else { return };
        let found = measures(
            &data,
            "ordinal",
            &["alpha", "fleissKappa", "icc", "kendallW", "cohenKappa", "ac1"],
            None,
        );
        let reason = |measure: &str| {
            let own = found.iter().find(|own| own["name"] == measure).unwrap();
            assert!(own["value"].is_null() && own.get("interval").is_none(), "{name} {own}");
            own["undefined"].as_str().unwrap().to_owned()
        };
        assert_eq!(reason("alpha"), reasons[0], "{name}");
        assert_eq!(reason("fleissKappa"), reasons[1], "{name}");
        assert_eq!(reason("icc"), reasons[2], "{name}");
        assert_eq!(reason("kendallW"), reasons[2], "{name}");
        reason("cohenKappa");
    }
}

#[test]
fn a_common_level_gives_a_low_kappa_and_the_reading_says_why() {
    let Some(data) = data("edge_prevalence_paradox") else { return };
    let found = measures(&data, "nominal", &["cohenKappa", "ac1"], None);
    near(&found[0]["value"], -4.0 / 171.0, 1e-12, "kappa");
    near(&found[1]["value"], 0.940_776_337_608_718, 1e-10, "AC1");
    assert!(found[0]["reading"]["en"].as_str().unwrap().contains("94%"));
    assert!(found[0]["reading"]["fr"].as_str().unwrap().contains("94\u{a0}%"));
}

#[test]
fn alpha_on_complete_tables_is_exact_where_a_program_leaves_a_factor_out() {
    for (name, kind, theirs) in [
        ("fleiss1971_psychiatrists", "nominal", "irr.kripp.alpha.nominal"),
        ("shrout_fleiss1979", "interval", "irr.kripp.alpha.interval"),
    ] {
        let Some(data) = data(name) else { return };
        let exact = fraction(&data["expected_exact_rational"][format!("alpha_{kind}")]);
        let found = measures(&data, kind, &["alpha"], None);
        near(&found[0]["value"], exact, 1e-12, name);
        let theirs = data["peers"]["R"][theirs]["value"].as_f64().unwrap();
        println!("{name}: exact {exact}, the program {theirs}");
        assert!((theirs - exact).abs() > 1e-3);
    }
}

#[test]
fn drawing_units_again_gives_the_known_interval() {
    let Some(data) = data("krippendorff_unit_bootstrap_4x12") else { return };
    for (kind, expected) in data["expected"].as_object().unwrap() {
        let answer = ask(&json!({
            "ratings": data["data"],
            "scale": {"kind": kind, "levels": data["categories"]},
            "measures": ["alpha"],
            "bootstrap": {"replicates": 50_000, "seed": 1},
        }));
        let found = &answer["measures"][0]["bootstrap"];
        for (own, known) in [
            ("lower", "percentile_2_5"),
            ("upper", "percentile_97_5"),
            ("mean", "mean"),
            ("standardError", "sd"),
        ] {
            near(&found[own], expected[known].as_f64().unwrap(), 0.01, &format!("{kind} {own}"));
        }
        assert_eq!(found["replicates"], 50_000);
    }
}

/// Persons rated by some of three raters on five items, as one row a person.
#[test]
fn the_many_facet_model_is_the_peers() {
    let Some(data) = data("mfrm_tam_data_ex10") else { return };
    let (persons, raters, items) =
        (&data["data"]["pid"], &data["data"]["rater"], &data["data"]["items"]);
    let list = |value: &Value| value.as_array().unwrap().clone();
    let most = list(persons).iter().map(|id| id.as_u64().unwrap()).max().unwrap();
    let mut rows = vec![vec![Value::Null; 15]; most as usize];
    for ((person, rater), scores) in list(persons).iter().zip(list(raters)).zip(list(items)) {
        for (item, score) in list(&scores).into_iter().enumerate() {
            let column = (rater.as_u64().unwrap() as usize - 1) * 5 + item;
            rows[person.as_u64().unwrap() as usize - 1][column] = score;
        }
    }
    let answer = ask(&json!({
        "ratings": rows,
        "scale": {"kind": "ordinal", "levels": [0, 1]},
        "raters": (0..15).map(|column| format!("r{}", column / 5 + 1)).collect::<Vec<_>>(),
        "items": (0..15).map(|column| format!("i{}", column % 5 + 1)).collect::<Vec<_>>(),
    }));
    let expected = &data["expected"];
    let facets = &answer["raterModel"]["facets"];
    near(&facets["deviance"]["value"], expected["deviance"].as_f64().unwrap(), 0.01, "deviance");
    let variance = expected["variance"][0][0].as_f64().unwrap();
    near(&facets["variance"]["value"], variance, 0.01, "variance");
    for (place, known) in list(&expected["xsi"]).iter().enumerate() {
        let wanted = known["xsi"].as_f64().unwrap();
        let what = known["parameter"].as_str().unwrap();
        if place < 5 {
            near(&facets["items"][place], wanted, 0.002, what);
        } else {
            let rater = &answer["raters"][place - 5];
            near(&rater["severity"]["value"], wanted, 0.001, what);
            println!("{what}: error {} beside {}", rater["severityError"], known["se.xsi"]);
        }
    }
}
