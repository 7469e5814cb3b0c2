//! Known values of three diffusions: doctors, villages and farmers, as netdiffuseR gives them.

use super::*;
use crate::people::Id;
use crate::spread::network::{DiffusionNetwork, Edge, Node, Nodes, TieMeaning};
use crate::spread::reference::reference;
use std::collections::BTreeMap;

/// A table of a file of the data directory: by column, its cells.
type Table = BTreeMap<String, Vec<String>>;

fn table(file: &str) -> Option<Table> {
    let text = reference(&format!("medical-innovation/{file}"))?;
    let cells = |line: &str| -> Vec<String> {
        line.split(',').map(|cell| cell.trim_matches('"').to_owned()).collect()
    };
    let mut lines = text.lines();
    let heads = cells(lines.next()?);
    let rows: Vec<Vec<String>> = lines.map(cells).collect();
    let columns = heads
        .into_iter()
        .enumerate()
        .map(|(place, head)| (head, rows.iter().map(|row| row[place].clone()).collect()));
    Some(columns.collect())
}

fn number(cell: &str) -> Option<f64> {
    cell.parse().ok()
}

/// A diffusion of the package, by its own conventions.
fn diffusion(edges: &str, nodes: &str, first: f64, end: u32) -> Option<ExposureRequest> {
    let (edges, nodes) = (table(edges)?, table(nodes)?);
    let id = |cell: &String| Id::new(cell.as_str()).unwrap();
    let edge = |((ego, alter), weight): ((&String, &String), &String)| Edge {
        from: Node::Id(id(ego)),
        to: Node::Id(id(alter)),
        weight: number(weight),
    };
    let ties = edges["ego"].iter().zip(&edges["alter"]).zip(&edges["w"]).map(edge).collect();
    let mut request = bare(
        DiffusionNetwork {
            nodes: Nodes::Ids(nodes["id"].iter().map(id).collect()),
            edges: ties,
            directed: true,
            meaning: TieMeaning::Nominates,
        },
        nodes["toa"].iter().map(|time| number(time).map(|time| time - first + 1.0)).collect(),
    );
    request.censored_at = Some(end);
    request.compatible = Some(Compatibility::Netdiffuser);
    Some(request)
}

/// A request with usual options.
pub(super) fn bare(network: DiffusionNetwork, adoptions: Vec<Option<f64>>) -> ExposureRequest {
    let mut request: ExposureRequest =
        serde_json::from_str(r#"{"network": {"nodes": 0, "edges": []}, "adoptions": []}"#).unwrap();
    request.network = network;
    request.adoptions = adoptions;
    request
}

fn doctors() -> Option<ExposureRequest> {
    diffusion("diffnet_edgelist.csv", "netdiffuseR_node_expected.csv", 1.0, 18)
}

/// Compares with a printed value, whose absence says that there is none.
fn agrees(found: Stat, printed: &str) {
    match (found.value, number(printed)) {
        (Some(found), Some(known)) => {
            assert!((found - known).abs() < 1e-9, "{found} is not {known}");
        }
        (found, known) => assert_eq!(found, known),
    }
}

#[test]
fn every_value_of_three_diffusions_is_theirs() {
    for (name, first, end) in
        [("", 1.0, 18), ("kfamilyDiffNet", 1.0, 11), ("brfarmersDiffNet", 1946.0, 21)]
    {
        let file = |kind: &str, own: &str| match name {
            "" => own.to_owned(),
            name => format!("{name}_{kind}.csv"),
        };
        let nodes = file("nodes_expected", "netdiffuseR_node_expected.csv");
        let edges = file("edgelist", "diffnet_edgelist.csv");
        let periods = file("time_expected", "netdiffuseR_time_expected.csv");
        let Some(request) = diffusion(&edges, &nodes, first, end) else { return };
        let (nodes, periods) = (table(&nodes).unwrap(), table(&periods).unwrap());
        let found = exposure(&request).unwrap();
        assert_eq!((found.nodes.len(), found.periods.len()), (nodes["id"].len(), end as usize));
        for (row, node) in found.nodes.iter().enumerate() {
            assert_eq!(node.node.to_string(), nodes["id"][row]);
            assert_eq!(
                node.time.map(f64::from),
                number(&nodes["toa"][row]).map(|t| t - first + 1.0)
            );
            agrees(node.threshold, &nodes["threshold"][row]);
            agrees(node.infectiousness, &nodes["infection"][row]);
            agrees(node.susceptibility, &nodes["susceptibility"][row]);
        }
        for (row, period) in found.periods.iter().enumerate() {
            assert_eq!(period.period.to_string(), periods["t"][row]);
            assert_eq!(period.cumulative.to_string(), periods["num"][row]);
            agrees(Stat::of(period.prevalence), &periods["prop"][row]);
            agrees(period.growth, &periods["rate"][row].replace("NA", "0"));
            agrees(period.hazard, &periods["hazard"][row]);
            agrees(period.mean_exposure, &periods["mean_exposure"][row]);
            agrees(period.moran_adjacency.value, &periods["moran_adj"][row]);
        }
    }
}

#[test]
fn doctors_have_the_known_exposure_lagged_thresholds_and_classes() {
    let Some(request) = doctors() else { return };
    let nodes = table("netdiffuseR_node_expected.csv").unwrap();
    let known = table("netdiffuseR_exposure_expected.csv").unwrap();
    let found = exposure(&ExposureRequest { lag: 1, by_period: true, ..request.clone() }).unwrap();
    for (row, cells) in found.exposure.iter().enumerate() {
        for (place, cell) in cells.iter().enumerate() {
            agrees(Stat::of(cell.unwrap()), &known[&format!("X{}", place + 1)][row]);
        }
        agrees(found.nodes[row].threshold, &nodes["threshold_lag1"][row]);
    }
    let found = exposure(&request).unwrap();
    for (row, node) in found.nodes.iter().enumerate() {
        let class = match node.category {
            AdopterCategory::EarlyAdopter => "Early Adopters",
            AdopterCategory::EarlyMajority => "Early Majority",
            AdopterCategory::LateMajority => "Late Majority",
            AdopterCategory::Laggard => "Laggards",
            AdopterCategory::Innovator | AdopterCategory::NonAdopter => "none of theirs",
        };
        assert_eq!(class, nodes["class"][row]);
        let class = match node.threshold_category.unwrap() {
            ThresholdCategory::VeryLow => "Very Low Thresh.",
            ThresholdCategory::Low => "Low Thresh.",
            ThresholdCategory::High => "High Thresh.",
            ThresholdCategory::VeryHigh => "Very High Thresh.",
        };
        assert_eq!(class, nodes["thr_class"][row]);
    }
    let summary = found.summary;
    agrees(summary.mean_threshold, "0.566");
    assert!((summary.median_threshold.value.unwrap() - 2.0 / 3.0).abs() < 1e-12);
    assert!((summary.mean_infectiousness.value.unwrap() - 0.007_789_501).abs() < 6e-10);
    assert!((summary.mean_susceptibility.value.unwrap() - 0.013_608_39).abs() < 6e-9);
}

#[test]
fn doctors_have_the_known_index_by_distance() {
    let Some(request) = doctors() else { return };
    let found = exposure(&request).unwrap();
    let index = |period: usize| found.periods[period - 1].moran_geodesic.clone().unwrap();
    for (period, known) in [(1, 0.066_240_275), (5, -0.060_131_413), (15, 0.049_941_584)] {
        assert!((index(period).value.value.unwrap() - known).abs() < 6e-10);
    }
    let first = index(1);
    assert!((first.expected.value.unwrap() + 0.008_064_516).abs() < 6e-10);
    assert!((first.sd.value.unwrap() - 0.032_650_66).abs() < 6e-9);
    assert!((first.p.value.unwrap() - 0.0229).abs() < 6e-5);
    assert_eq!(index(18).value, Stat::undefined("no-variation"));
}

/// What is known of the doctors: numbers by column, in the order of the nodes.
fn covariate(name: &str, of: impl Fn(f64) -> f64) -> Covariate {
    let (nodes, known) =
        (table("netdiffuseR_node_expected.csv").unwrap(), table("physicians.csv").unwrap());
    let column = name.trim_end_matches('2');
    let values = nodes["id"].iter().map(|id| {
        let row = known["uid"].iter().position(|uid| uid == id).unwrap();
        number(&known[column][row]).map(&of)
    });
    Covariate { name: name.to_owned(), values: values.collect(), ..Covariate::default() }
}

#[test]
fn doctors_show_no_contagion_once_other_causes_are_held() {
    let Some(mut request) = doctors() else { return };
    let city = Covariate { categorical: true, ..covariate("city", |x| x) };
    request.moran.geodesic = false;
    request.covariates = vec![city.clone()];
    let found = exposure(&request).unwrap().hazard_model.unwrap();
    let close = |found: f64, known: f64| assert!((found - known).abs() < 6e-8, "{found} {known}");
    close(found.coefficients[1].estimate, -0.145_840_8);
    close(found.coefficients[1].standard_error, 0.335_011_7);
    assert!((found.coefficients[1].p - 0.663).abs() < 6e-4);
    assert_eq!((found.observations, found.periods_left_out), (872, vec![18]));
    assert!((found.aic - 636.0352).abs() < 6e-5);
    request.covariates = vec![
        city,
        covariate("belief", |x| x),
        covariate("proage", |x| x),
        covariate("proage2", |x| x * x),
    ];
    let found = exposure(&request).unwrap().hazard_model.unwrap();
    let effect =
        |term: &str| found.coefficients.iter().find(|effect| effect.term == term).cloned().unwrap();
    let seen = effect("exposure");
    close(seen.estimate, 0.068_351_93);
    close(seen.standard_error, 0.362_896_79);
    assert!((seen.p - 0.851).abs() < 6e-4);
    for (term, estimate, error) in [
        ("belief", 0.508_415_20, 0.165_887_87),
        ("proage", 0.949_834_93, 0.341_814_66),
        ("proage2", -0.106_200_50, 0.047_364_89),
    ] {
        close(effect(term).estimate, estimate);
        close(effect(term).standard_error, error);
    }
    assert_eq!((found.observations, found.left_out), (842, 4));
    assert!((found.deviance - 548.4699).abs() < 6e-5 && (found.aic - 596.4699).abs() < 6e-5);
    // Censored as they are, the doctors give the same effects and fewer rows.
    request.compatible = None;
    request.weighted = Some(false);
    request.censored_at = Some(17);
    let censored = exposure(&request).unwrap().hazard_model.unwrap();
    assert_eq!((censored.observations, censored.periods_left_out.len()), (826, 0));
    for (one, other) in censored.coefficients.iter().zip(&found.coefficients) {
        close(one.estimate, other.estimate);
    }
    // By the normal curve, months alone held.
    request.covariates.clear();
    request.hazard_model = Some(HazardModel { link: HazardLink::Probit, ..HazardModel::default() });
    let probit = exposure(&request).unwrap().hazard_model.unwrap();
    close(probit.coefficients[1].estimate, -0.077_061_92);
    close(probit.coefficients[1].standard_error, 0.172_847_28);
}

#[test]
fn who_had_not_adopted_is_no_adopter() {
    let Some(mut request) = doctors() else { return };
    request.compatible = None;
    request.censored_at = Some(17);
    let found = exposure(&request).unwrap();
    assert_eq!((found.summary.adopters, found.summary.censored), (109, 16));
    let last = found.periods.last().unwrap();
    assert_eq!((last.cumulative, last.adopters), (109, 1));
    assert!((last.hazard.value.unwrap() - 1.0 / 17.0).abs() < 1e-12);
    assert!((found.periods[0].hazard.value.unwrap() - 11.0 / 125.0).abs() < 1e-12);
    let never = found.nodes.iter().filter(|node| node.category == AdopterCategory::NonAdopter);
    assert_eq!(never.clone().count(), 16);
    assert!(never.into_iter().all(|node| node.threshold == Stat::undefined("not-adopted")));
    // A null says the same as a later time.
    let nulls = request.adoptions.iter().map(|time| time.filter(|time| *time < 18.0)).collect();
    assert_eq!(exposure(&ExposureRequest { adoptions: nulls, ..request }).unwrap(), found);
}
