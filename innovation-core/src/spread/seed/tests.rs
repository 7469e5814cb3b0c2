//! Choices beside all choices, and beside what is known of a real network.

use super::*;
use crate::random::{Address, Purpose, Stream};
use crate::spread::reference::reference;
use crate::spread::{DiffusionNetwork, Edge, Node, Nodes};
use crate::watch::Progress;

/// A small directed network with weights that are chances and influences alike.
fn any_network(case: u32, nodes: u32, most: u32) -> DiffusionNetwork {
    let mut random = Stream::new(u64::from(case), Address::of(Purpose::General));
    let mut left = vec![1.0_f64; nodes as usize];
    let mut edges: Vec<Edge> = Vec::new();
    for _ in 0..most {
        let (a, b) = (random.below(nodes), random.below(nodes));
        let weight = random.unit().min(left[b as usize]);
        let named = |edge: &Edge| (&edge.from, &edge.to) == (&Node::Place(a), &Node::Place(b));
        if a != b && !edges.iter().any(named) {
            left[b as usize] -= weight;
            edges.push(Edge { from: Node::Place(a), to: Node::Place(b), weight: Some(weight) });
        }
    }
    DiffusionNetwork { edges, directed: true, ..DiffusionNetwork::of(nodes, &[]) }
}

/// All runs of a model that can be: a chance, and the arcs that pass adoption on.
fn runs(network: &DiffusionNetwork, model: &DiffusionModel) -> Runs {
    let place = |node: &Node| match node {
        Node::Place(place) => *place,
        Node::Id(_) => panic!("numbered nodes"),
    };
    let into = |node: &Node| network.edges.iter().filter(|edge| edge.to == *node).count() as f64;
    let mut runs = vec![(1.0, Vec::new())];
    if let DiffusionModel::LinearThreshold {} = model {
        let Nodes::Count(nodes) = network.nodes else { panic!("numbered nodes") };
        for node in 0..nodes {
            let mut ways = vec![(1.0, None)];
            for edge in network.edges.iter().filter(|edge| edge.to == Node::Place(node)) {
                let weight = edge.weight.unwrap_or(1.0 / into(&edge.to));
                ways[0].0 -= weight;
                ways.push((weight, Some((place(&edge.from), node))));
            }
            runs = combine(&runs, &ways);
        }
    } else {
        for edge in &network.edges {
            let chance = match model {
                DiffusionModel::IndependentCascade { p } => p.or(edge.weight).unwrap(),
                _ => 1.0 / into(&edge.to),
            };
            let arc = (place(&edge.from), place(&edge.to));
            runs = combine(&runs, &[(chance, Some(arc)), (1.0 - chance, None)]);
        }
    }
    runs
}

type Runs = Vec<(f64, Vec<(u32, u32)>)>;

fn combine(runs: &Runs, ways: &[(f64, Option<(u32, u32)>)]) -> Runs {
    let with = |(chance, arcs): &(f64, Vec<(u32, u32)>)| {
        let (chance, arcs) = (*chance, arcs.clone());
        ways.iter()
            .map(move |(own, arc)| {
                (chance * own, arcs.iter().copied().chain(*arc).collect::<Vec<_>>())
            })
            .collect::<Vec<_>>()
    };
    runs.iter().flat_map(with).filter(|run| run.0 > 0.0).collect()
}

/// The exact spread of some nodes, a bit for each.
fn spread(runs: &Runs, seeds: u32) -> f64 {
    let reached = |arcs: &[(u32, u32)]| {
        let mut has = seeds;
        loop {
            let pass = |has, &(a, b): &(u32, u32)| has | (((has >> a) & 1) << b);
            let more = arcs.iter().fold(has, pass);
            if more == has {
                return f64::from(has.count_ones());
            }
            has = more;
        }
    };
    runs.iter().map(|(chance, arcs)| chance * reached(arcs)).sum()
}

fn bits(nodes: &[Node]) -> u32 {
    nodes.iter().fold(0, |bits, node| match node {
        Node::Place(place) => bits | (1 << place),
        Node::Id(_) => bits,
    })
}

fn chosen(seeding: &Seeding) -> Vec<Node> {
    seeding.seeds.iter().map(|one| one.node.clone()).collect()
}

fn request(network: DiffusionNetwork, model: DiffusionModel, seed: u32) -> SeedingRequest {
    SeedingRequest { size: None, seed: seed.into(), ..SeedingRequest::of(network, model, 1) }
}

/// A choice keeps what it promises, beside the exact spread of every choice.
#[test]
fn a_choice_keeps_its_promise_and_its_estimates() {
    let (mut estimates, mut misses, mut worst, mut bounds) = (0, 0, 1.0_f64, 0);
    for case in 0..90 {
        let nodes = 6;
        let network = any_network(case, nodes, 11);
        let model = match case % 4 {
            0 => DiffusionModel::IndependentCascade { p: None },
            1 => DiffusionModel::WeightedCascade {},
            2 => DiffusionModel::IndependentCascade { p: Some(0.3) },
            _ => DiffusionModel::LinearThreshold {},
        };
        let runs = runs(&network, &model);
        let mut request = request(network, model, case);
        if case % 3 == 1 {
            request.already = vec![Node::Place(case % nodes)];
        }
        let costs: Vec<f64> =
            (0..nodes).map(|node| f64::from((case + node * 7) % 5) + 0.5).collect();
        if case % 2 == 0 {
            request.size = Some(1 + case % 3);
        } else {
            request.budget = Some(4.0);
            request.costs = costs.iter().map(|&cost| SeedCost::Cost(cost)).collect();
        }
        let already = bits(&request.already);
        let base = spread(&runs, already);
        let may = |set: u32| match request.size {
            Some(size) => set.count_ones() == size,
            None => {
                (0..nodes)
                    .filter(|node| set >> node & 1 == 1)
                    .map(|node| costs[node as usize])
                    .sum::<f64>()
                    <= 4.0
            }
        };
        let best = (0..1_u32 << nodes)
            .filter(|set| set & already == 0 && may(*set))
            .map(|set| spread(&runs, set | already) - base)
            .fold(0.0, f64::max);
        let seeding = seed(&request).unwrap();
        let set = bits(&chosen(&seeding));
        assert!(may(set) && set & already == 0);
        let gain = spread(&runs, set | already) - base;
        worst = worst.min(gain / best);
        let guarantee = &seeding.guarantee;
        assert!(guarantee.reached && gain >= guarantee.wanted.unwrap() * best);
        bounds += u32::from(gain < guarantee.lower - 1e-9 || best > guarantee.upper + 1e-9);
        for (count, at) in (1..).zip(&seeding.spread) {
            let exact = spread(&runs, already | bits(&chosen(&seeding)[..count]));
            estimates += 1;
            misses += u32::from((exact - at.spread).abs() > 4.0 * at.standard_error);
        }
        assert!(
            (seeding.already.spread - base).abs() <= 4.0 * seeding.already.standard_error + 1e-9
        );
        for (rank, one) in seeding.seeds.iter().enumerate() {
            let own = bits(std::slice::from_ref(&one.node));
            let before = bits(&chosen(&seeding)[..rank]) | already;
            let error = 4.0 * seeding.spread.last().unwrap().standard_error + 0.05;
            let near = |a: f64, b: f64| assert!((a - b).abs() < error, "{case} {a} {b}");
            near(one.gain, spread(&runs, before | own) - spread(&runs, before));
            near(one.alone.unwrap(), spread(&runs, already | own) - base);
            near(one.only.unwrap(), gain + base - spread(&runs, (set | already) & !own));
        }
    }
    println!("worst share of the best {worst:.4}; {misses} of {estimates} estimates off by 4 s.e.");
    assert!(misses == 0 && bounds <= 1, "{misses} {bounds}");
    assert!(worst > 0.85);
}

/// Growing choices come near the best of all choices, where these can be compared.
#[test]
fn growing_choices_come_near_the_best() {
    let (mut same, mut cases, mut worst) = (0, 0, 1.0_f64);
    for case in 0..60 {
        let nodes = 14;
        let network = any_network(1000 + case, nodes, 60);
        let network = DiffusionNetwork {
            edges: network.edges.into_iter().map(|edge| Edge { weight: None, ..edge }).collect(),
            ..network
        };
        let model = DiffusionModel::ComplexContagion { k: 2 + case % 2 };
        let mut request = request(network, model, case);
        request.size = Some(2 + case % 3);
        let mesh = request.network.read("").unwrap();
        let plan = Plan::read(&request, &mesh).unwrap();
        let mut watch = Unwatched;
        let mut tipping = Tipping::new(&mesh.graph, &request.model, &[]);
        let best = sway::choose(&plan, &mut tipping, &mut Pace::new(&mut watch));
        assert!(best.exhaustive);
        tipping.back_to(0);
        let grown = sway::search(&plan, 0, &mut tipping, &mut Pace::new(&mut watch)).unwrap();
        assert!(grown.reached <= best.reached && grown.chosen.len() == best.chosen.len());
        cases += 1;
        same += u32::from(grown.reached == best.reached);
        worst = worst.min(f64::from(grown.reached) / f64::from(best.reached));
    }
    println!("grown choices: {same} of {cases} as good as the best, worst share {worst:.3}");
    assert!(same >= 54 && worst > 0.75);
}

/// Two rings of cliques: alone nobody wins anybody over, two neighbours win a clique.
fn cliques() -> DiffusionNetwork {
    let mut edges = Vec::new();
    for clique in 0..4_u32 {
        for a in 0..5 {
            edges.extend((a + 1..5).map(|b| (clique * 5 + a, clique * 5 + b)));
        }
    }
    // Only from the first clique two ties lead on to one node of the second.
    edges.extend([(0, 5), (1, 5), (3, 6), (2, 6)]);
    DiffusionNetwork::of(20, &edges)
}

#[test]
fn complex_contagion_needs_seeds_side_by_side() {
    for method in [SeedingMethod::Tipping, SeedingMethod::ComplexCentrality] {
        let mut request = request(cliques(), DiffusionModel::ComplexContagion { k: 2 }, 1);
        request.size = Some(2);
        request.method = Some(method);
        let seeding = seed(&request).unwrap();
        assert_eq!(seeding.spread[1].spread, 10.0, "{method:?}");
        assert_eq!(seeding.spread[0].spread, 1.0);
        assert_eq!(seeding.seeds[1].only, Some(9.0));
        assert_eq!(seeding.seeds[0].centrality.is_some(), method != SeedingMethod::Tipping);
        request.size = Some(6);
        let seeding = seed(&request).unwrap();
        assert_eq!(seeding.spread[5].spread, 20.0, "{method:?}");
    }
    // Earlier adopters count: one more seed wins the clique of one who has adopted.
    let mut request = request(cliques(), DiffusionModel::ComplexContagion { k: 2 }, 1);
    request.size = Some(1);
    request.already = vec![Node::Place(17)];
    let seeding = seed(&request).unwrap();
    assert_eq!((seeding.already.spread, seeding.spread[0].spread), (1.0, 5.0));
}

#[test]
fn a_threshold_may_have_a_budget() {
    let values = vec![0.5; 20];
    let mut request = request(cliques(), DiffusionModel::Threshold { values }, 1);
    request.costs = (0..20).map(|node| SeedCost::Cost(if node < 5 { 3.0 } else { 1.0 })).collect();
    request.budget = Some(7.5);
    let seeding = seed(&request).unwrap();
    assert!(seeding.cost <= 7.5);
    assert_eq!(seeding.guarantee.method, GuaranteeMethod::Ceiling);
    assert_eq!(seeding.spread.last().unwrap().spread, 15.0);
}

/// Stops after some questions.
struct Patience(u32);

impl Watch for Patience {
    fn proceed(&mut self, _: &Progress) -> bool {
        self.0 = self.0.saturating_sub(1);
        self.0 > 0
    }
}

#[test]
fn a_stopped_search_answers_with_what_it_has() {
    let edges: Vec<(u32, u32)> =
        (0..3000).map(|node| (node / 2, node + 1)).filter(|(a, b)| a != b).collect();
    for questions in 1..12 {
        for model in [DiffusionModel::WeightedCascade {}, DiffusionModel::ComplexContagion { k: 1 }]
        {
            let mut request = request(DiffusionNetwork::of(3001, &edges), model, 2);
            request.size = Some(5);
            let seeding = seed_watched(&request, &mut Patience(questions)).unwrap();
            assert_eq!(seeding.seeds.len(), 5);
            assert!(!seeding.reproducible);
            assert!(seeding.guarantee.lower >= 5.0);
            let written = serde_json::to_string(&seeding).unwrap();
            assert!(!written.contains("null"));
        }
    }
}

#[test]
fn where_all_adopt_anyway_no_time_is_lost() {
    let ring: Vec<(u32, u32)> = (0..6).map(|node| (node, (node + 1) % 6)).collect();
    let network = DiffusionNetwork { directed: true, ..DiffusionNetwork::of(6, &ring) };
    let mut request = request(network, DiffusionModel::LinearThreshold {}, 1);
    request.size = Some(2);
    request.already = vec![Node::Place(0)];
    let seeding = seed(&request).unwrap();
    assert!(seeding.guarantee.upper <= 0.01 && seeding.already.spread == 6.0);
    assert!(seeding.sets.unwrap().choice <= 1 << 15);
    assert!(seeding.guarantee.text.for_locale("en").contains("anyway"));
}

#[test]
fn only_candidates_are_chosen_in_whatever_order_they_are_named() {
    let mut request = request(cliques(), DiffusionModel::WeightedCascade {}, 1);
    request.size = Some(3);
    request.exclude = vec![Node::Place(6)];
    request.candidates = [5, 12, 6, 18, 2].map(Node::Place).to_vec();
    let seeding = seed(&request).unwrap();
    assert_eq!(bits(&chosen(&seeding)) & !bits(&[5, 12, 18, 2].map(Node::Place)), 0);
    request.candidates.reverse();
    assert_eq!(seed(&request).unwrap(), seeding);
}

#[test]
fn a_limit_on_sets_is_kept_and_said() {
    let mut request = request(cliques(), DiffusionModel::WeightedCascade {}, 1);
    request.size = Some(2);
    request.most_sets = Some(100);
    let seeding = seed(&request).unwrap();
    assert_eq!(seeding.sets, Some(SeedingSets { choice: 64, check: 64, estimate: 64 }));
    assert!(!seeding.guarantee.reached && seeding.guarantee.share < 0.53);
    assert!(seeding.guarantee.text.for_locale("fr").contains("bonne piste"));
}

/// A network of co-authors.
fn net_hept() -> Option<DiffusionNetwork> {
    let text = reference("graphs/NetHEPT_wc_directed.txt")?;
    let pair = |line: &str| {
        let mut fields = line.split_whitespace().map(|field| field.parse().ok());
        Some((fields.next()??, fields.next()??))
    };
    let edges: Vec<(u32, u32)> =
        text.lines().skip(1).filter_map(pair).filter(|(a, b)| a != b).collect();
    Some(DiffusionNetwork { directed: true, ..DiffusionNetwork::of(15_233, &edges) })
}

#[test]
fn the_co_authors_are_reached_as_far_as_is_known() {
    let Some(network) = net_hept() else { return };
    for (model, least) in
        [(DiffusionModel::WeightedCascade {}, 1283.0), (DiffusionModel::LinearThreshold {}, 1683.0)]
    {
        let mut request = request(network.clone(), model, 1);
        request.size = Some(50);
        let started = std::time::Instant::now();
        let seeding = seed(&request).unwrap();
        let last = seeding.spread.last().unwrap();
        println!(
            "{:?}: {:.1} ± {:.1} in {:?}, {:?}, share {:.3}, first {:?}",
            request.model,
            last.spread,
            last.standard_error,
            started.elapsed(),
            seeding.sets,
            seeding.guarantee.share,
            chosen(&seeding).iter().take(5).map(ToString::to_string).collect::<Vec<_>>(),
        );
        assert!(seeding.guarantee.reached);
        // Four million sets of their own, with another seed.
        let graph = request.network.read("").unwrap().graph;
        let mut backwards = Backwards::new(&graph, &request.model, &[], 77);
        let set = chosen(&seeding);
        let mut seeds = vec![false; 15_233];
        for node in &set {
            if let Node::Place(place) = node {
                seeds[*place as usize] = true;
            }
        }
        let held = (0..4_000_000)
            .filter(|&number| {
                let set = backwards.draw(1, number).unwrap();
                set.iter().any(|&node| seeds[node as usize])
            })
            .count();
        let fresh = held as f64 * 15_233.0 / 4e6;
        println!("on four million fresh sets: {fresh:.1}");
        assert!(fresh >= least, "{fresh}");
    }
}
