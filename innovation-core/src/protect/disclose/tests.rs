//! Laws of disclosure, an attack that shares no code with the room, and refusals.

use super::*;
use crate::error::Code;
use crate::random::{Address, Purpose, Stream};
use good_lp::{
    Expression, ProblemVariables, Solution, SolverModel, Variable, constraint, microlp, variable,
};
use proptest::prelude::*;
use serde_json::{Value, json};

fn ask(request: &Value) -> Result<Disclosure> {
    disclose(&serde_json::from_value(request.clone()).unwrap())
}

fn names(kind: &str, count: usize) -> Vec<String> {
    (0..count).map(|at| format!("{kind}{at}")).collect()
}

fn request(counts: &[Vec<i64>], policy: Value) -> Value {
    let columns = counts.first().map_or(0, Vec::len);
    json!({"table": {"rows": names("r", counts.len()), "columns": names("c", columns),
        "counts": counts}, "policy": policy})
}

/// The release as a grid with totals, straight from its JSON: bounds of each place, and which
/// are hidden. Written without a look at the room's own reading.
fn published(release: &Value) -> (Vec<Vec<Bounds>>, Vec<Vec<bool>>) {
    let policy = &release["policy"];
    let minimum = policy["minimum"].as_i64().unwrap();
    let base = policy["round"].as_i64().unwrap_or(1);
    let least = i64::from(policy["protectZero"] != json!(true));
    let read = |cell: &Value| match (cell["count"].as_i64(), cell["hidden"].as_str()) {
        (Some(figure), None) => {
            let could = |n: &i64| {
                (*n == 0 || *n >= minimum) && (2 * n + base) / (2 * base) * base == figure
            };
            let all: Vec<i64> = ((figure - base).max(0)..=figure + base).filter(could).collect();
            ((all[0], all[all.len() - 1]), false)
        }
        (None, Some("primary")) => ((least, minimum - 1), true),
        (None, Some("complementary")) => ((minimum, ENDLESS), true),
        (None, Some("total")) => ((least, ENDLESS), true),
        _ => panic!("{cell}"),
    };
    let list = |value: &Value| value.as_array().unwrap().clone();
    let mut lines: Vec<Vec<Value>> = Vec::new();
    for (cells, total) in list(&release["cells"]).iter().zip(list(&release["rowTotals"])) {
        lines.push(list(cells).into_iter().chain([total]).collect());
    }
    let totals = list(&release["columnTotals"]);
    lines.push(totals.into_iter().chain([release["total"].clone()]).collect());
    let read: Vec<Vec<_>> = lines.iter().map(|line| line.iter().map(read).collect()).collect();
    (
        read.iter().map(|line| line.iter().map(|cell| cell.0).collect()).collect(),
        read.iter().map(|line| line.iter().map(|cell| cell.1).collect()).collect(),
    )
}

const ENDLESS: i64 = 1_000_000_000;

/// Least and most.
type Bounds = (i64, i64);

/// An attack by flows that knows no true count: Dinic's, on lists of arcs, with a table that
/// agrees with all bounds found first.
struct Attack {
    arcs: Vec<(usize, i64)>,
    from: Vec<Vec<usize>>,
}

impl Attack {
    fn new(nodes: usize) -> Self {
        Self { arcs: Vec::new(), from: vec![Vec::new(); nodes] }
    }

    fn arc(&mut self, a: usize, b: usize, room: i64) -> usize {
        let at = self.arcs.len();
        self.arcs.extend([(b, room), (a, 0)]);
        self.from[a].push(at);
        self.from[b].push(at + 1);
        at
    }

    fn flow(&mut self, source: usize, sink: usize, wanted: i64) -> i64 {
        let mut total = 0;
        loop {
            let mut level = vec![usize::MAX; self.from.len()];
            level[source] = 0;
            let mut queue = std::collections::VecDeque::from([source]);
            while let Some(node) = queue.pop_front() {
                for &arc in &self.from[node] {
                    let (to, room) = self.arcs[arc];
                    if room > 0 && level[to] == usize::MAX {
                        level[to] = level[node] + 1;
                        queue.push_back(to);
                    }
                }
            }
            if level[sink] == usize::MAX || total >= wanted {
                return total;
            }
            let mut next = vec![0; self.from.len()];
            loop {
                let pushed = self.push(source, sink, wanted - total, &level, &mut next);
                if pushed == 0 {
                    break;
                }
                total += pushed;
            }
        }
    }

    fn push(
        &mut self,
        node: usize,
        sink: usize,
        room: i64,
        level: &[usize],
        next: &mut [usize],
    ) -> i64 {
        if node == sink || room == 0 {
            return room;
        }
        while next[node] < self.from[node].len() {
            let arc = self.from[node][next[node]];
            let (to, own) = self.arcs[arc];
            if own > 0 && level[to] == level[node] + 1 {
                let pushed = self.push(to, sink, room.min(own), level, next);
                if pushed > 0 {
                    self.arcs[arc].1 -= pushed;
                    self.arcs[arc ^ 1].1 += pushed;
                    return pushed;
                }
            }
            next[node] += 1;
        }
        0
    }

    /// The interval of every hidden place, in order of the grid; `None` where unbounded.
    fn intervals(release: &Value) -> Vec<(i64, Option<i64>)> {
        let (bounds, hidden) = published(release);
        let (rows, columns) = (bounds.len(), bounds[0].len());
        let (source, sink) = (rows + columns, rows + columns + 1);
        let mut attack = Self::new(rows + columns + 2);
        let (mut places, mut extra) = (Vec::new(), vec![0i64; rows + columns]);
        for (row, line) in bounds.iter().enumerate() {
            for (column, &(low, high)) in line.iter().enumerate() {
                let total = (row + 1 == rows) != (column + 1 == columns);
                let (a, b) = if total { (rows + column, row) } else { (row, rows + column) };
                places.push((attack.arc(a, b, high - low), low, high, a, b));
                extra[a] -= low;
                extra[b] += low;
            }
        }
        let mut wanted = 0;
        for (node, &extra) in extra.iter().enumerate() {
            if extra > 0 {
                attack.arc(source, node, extra);
                wanted += extra;
            } else {
                attack.arc(node, sink, -extra);
            }
        }
        assert_eq!(attack.flow(source, sink, i64::MAX / 4), wanted, "the true table agrees");
        for arc in 2 * places.len()..attack.arcs.len() {
            attack.arcs[arc].1 = 0;
        }
        let hidden = hidden.concat();
        let mut found = Vec::new();
        for (&(arc, low, high, a, b), _) in
            places.iter().zip(&hidden).filter(|(_, hidden)| **hidden)
        {
            let held = attack.arcs[arc ^ 1].1;
            let rooms = [attack.arcs[arc].1, held];
            (attack.arcs[arc].1, attack.arcs[arc ^ 1].1) = (0, 0);
            let saved = attack.arcs.clone();
            let up = attack.flow(b, a, rooms[0]);
            attack.arcs.clone_from(&saved);
            let down = attack.flow(a, b, held);
            attack.arcs = saved;
            (attack.arcs[arc].1, attack.arcs[arc ^ 1].1) = (rooms[0], held);
            let most = low + held + up;
            found.push((low + held - down, (most < ENDLESS / 2 && most <= high).then_some(most)));
        }
        found
    }
}

/// The same by linear programming.
fn by_programme(release: &Value) -> Vec<(i64, Option<i64>)> {
    let (bounds, hidden) = published(release);
    let (rows, columns) = (bounds.len(), bounds[0].len());
    // Enough people to stand for no bound: more than all figures together.
    let endless: i64 = 10
        * bounds.concat().iter().map(|b| if b.1 < ENDLESS { b.1 } else { b.0 }).sum::<i64>()
        + 1_000;
    let solve = |row: usize, column: usize, most: bool| {
        let mut variables = ProblemVariables::new();
        let grid: Vec<Vec<Variable>> = bounds
            .iter()
            .map(|line| {
                line.iter()
                    .map(|&(low, high)| {
                        variables.add(variable().min(low as f64).max(high.min(endless) as f64))
                    })
                    .collect()
            })
            .collect();
        let aim: Expression = grid[row][column].into();
        let mut problem =
            if most { variables.maximise(aim.clone()) } else { variables.minimise(aim.clone()) }
                .using(microlp);
        for line in &grid {
            let sum: Expression = line[..columns - 1].iter().sum();
            problem.add_constraint(constraint!(sum == line[columns - 1]));
        }
        for column in 0..columns {
            let sum: Expression = grid[..rows - 1].iter().map(|line| line[column]).sum();
            problem.add_constraint(constraint!(sum == grid[rows - 1][column]));
        }
        problem.solve().unwrap().eval(&aim).round() as i64
    };
    let mut found = Vec::new();
    for (row, line) in hidden.iter().enumerate() {
        for (column, &is_hidden) in line.iter().enumerate() {
            if is_hidden {
                let most = solve(row, column, true);
                found.push((solve(row, column, false), (most < endless / 4).then_some(most)));
            }
        }
    }
    found
}

/// Tables of all kinds: sparse, small, large, lopsided.
fn table(stream: &mut Stream, most: u32) -> Vec<Vec<i64>> {
    let (rows, columns) = (1 + stream.below(most), 1 + stream.below(most));
    let kind = stream.below(4);
    let cell = |stream: &mut Stream| match kind {
        0 => i64::from(stream.below(10)),
        1 => i64::from(stream.below(40)),
        2 if stream.below(3) > 0 => 0,
        2 => i64::from(stream.below(25)),
        _ if stream.below(6) > 0 => 20 + i64::from(stream.below(300)),
        _ => i64::from(stream.below(9)),
    };
    (0..rows).map(|_| (0..columns).map(|_| cell(stream)).collect()).collect()
}

fn stream(entity: u32) -> Stream {
    Stream::new(20_261_123, Address { entity, ..Address::of(Purpose::Synthetic) })
}

fn policies() -> Vec<Value> {
    vec![
        json!("fr-casd"),
        json!("nhs-hes"),
        json!({"minimum": 5}),
        json!({"minimum": 6, "round": 3, "interval": 3}),
        json!("strict"),
        json!({"minimum": 10, "protectZero": true, "interval": 4}),
    ]
}

#[test]
fn no_hidden_count_is_solved_back_in_ten_thousand_tables() {
    let (mut hidden, mut proved, mut programmes) = (0, 0, 0);
    for at in 0..10_000u32 {
        let counts = table(&mut stream(at), 8);
        let policies = policies();
        let policy = policies[at as usize % policies.len()].clone();
        let answer = ask(&request(&counts, policy)).unwrap();
        let release = serde_json::to_value(&answer.release).unwrap();
        let found = Attack::intervals(&release);
        let (_, limit) =
            PolicyChoice::Own(Box::new(answer.release.policy.clone())).read("").unwrap();
        assert!(answer.protected);
        assert_eq!(found.len(), answer.hidden.len());
        for (&(low, high), own) in found.iter().zip(&answer.hidden) {
            assert!(high.is_none_or(|high| high - low >= limit.interval), "{counts:?} {release}");
            assert_eq!(
                (low as u64, high.map(|high| high as u64)),
                own.interval,
                "{counts:?} {release}"
            );
        }
        if at % 100 == 0 && counts.len() * counts[0].len() <= 20 {
            assert_eq!(by_programme(&release), found, "{counts:?} {release}");
            programmes += 1;
        }
        hidden += found.len();
        proved += usize::from(answer.proved);
    }
    println!("{hidden} hidden, {proved} proved, {programmes} by linear programming");
}

/// The least loss, by trying every set of places that loses less than the best so far.
fn enumerated(start: &Sheet) -> i64 {
    fn descend(sheet: &mut Sheet, places: &[usize], loss: i64, best: &mut i64) {
        if loss >= *best {
            return;
        }
        if cure::holds(sheet).0 {
            *best = loss;
            return;
        }
        for (at, &cell) in places.iter().enumerate() {
            sheet.set(cell, sheet.cover(cell));
            descend(sheet, &places[at + 1..], loss + sheet.cost(cell), best);
            sheet.set(cell, sheet::Mark::Shown);
        }
    }
    let places: Vec<usize> =
        (0..start.counts.len()).filter(|&cell| start.is_candidate(cell)).collect();
    let mut best = i64::MAX;
    descend(&mut start.clone(), &places, start.loss(), &mut best);
    best
}

#[test]
fn small_tables_lose_no_more_than_the_least_by_enumeration() {
    let (mut tables, mut unproved, mut worst, mut sum) = (0, 0, 1.0f64, 0.0);
    for at in 0..600u32 {
        let mut stream = stream(100_000 + at);
        let mut counts = table(&mut stream, 4);
        counts.truncate(3);
        let policies = policies();
        let choice: PolicyChoice =
            serde_json::from_value(policies[at as usize % policies.len()].clone()).unwrap();
        let (_, limit) = choice.read("").unwrap();
        let start = Sheet::of(&counts, limit);
        let least = enumerated(&start);
        let (sheet, proved) = hide(&counts, limit);
        assert!(sheet.loss() >= least);
        assert!(!proved || sheet.loss() == least, "{counts:?}");
        assert!(sheet.loss() as f64 <= 1.5 * least as f64, "{counts:?}");
        unproved += usize::from(!proved);
        if least > 0 {
            let mut quick = start.clone();
            cure::cure(&mut quick);
            cure::thin(&mut quick);
            let ratio = quick.loss() as f64 / least as f64;
            worst = worst.max(ratio);
            sum += ratio;
            tables += 1;
        }
    }
    println!(
        "{tables} tables with complementary hiding, {unproved} unproved; without the proof \
         {:.4} of the least on average, {worst:.3} at worst",
        sum / f64::from(tables)
    );
}

#[test]
fn the_largest_tables_are_answered() {
    let of = |cell: &dyn Fn(usize, usize) -> i64| -> Vec<Vec<i64>> {
        (0..60).map(|row| (0..60).map(|column| cell(row, column)).collect()).collect()
    };
    let tables = [
        of(&|row, column| (row * 37 + column * 91 + row * column) as i64 % 60),
        of(&|row, column| if row == column { 3 } else { 1_000 + (row * 7 + column) as i64 }),
        of(&|row, column| if row == column { 1 } else { 12 }),
        of(&|row, column| if row < 30 && column < 30 { 1 } else { 11 }),
        of(&|_, _| 1),
        of(&|row, column| if row == column { 1 } else { 1_000_000_000 }),
    ];
    for counts in &tables {
        for policy in
            [json!("fr-casd"), json!("nhs-hes"), json!("strict"), json!({"minimum": 1_000})]
        {
            let answer = ask(&request(counts, policy.clone())).unwrap();
            assert!(answer.protected);
        }
    }
}

fn refused(request: &Value) -> (Code, String) {
    let error = ask(request).unwrap_err();
    (error.code(), error.path().to_owned())
}

/// Figures row by row with totals; `p`, `c` and `t` where one is hidden.
fn figures(answer: &Disclosure) -> Vec<String> {
    let release = &answer.release;
    let word = |cell: &ReleasedCell| match (cell.count, cell.hidden) {
        (Some(count), _) => count.to_string(),
        (None, Some(HiddenKind::Primary)) => "p".to_owned(),
        (None, Some(HiddenKind::Complementary)) => "c".to_owned(),
        (None, _) => "t".to_owned(),
    };
    let line = |cells: &[ReleasedCell], total: &ReleasedCell| {
        cells.iter().chain([total]).map(word).collect::<Vec<_>>().join(" ")
    };
    let rows = release.cells.iter().zip(&release.row_totals);
    rows.map(|(cells, total)| line(cells, total))
        .chain([line(&release.column_totals, &release.total)])
        .collect()
}

#[test]
fn one_small_count_takes_a_rectangle_with_it() {
    let answer = ask(&request(
        &[vec![20, 3, 40], vec![30, 25, 50], vec![60, 70, 21]],
        json!({"minimum": 5}),
    ))
    .unwrap();
    assert_eq!(figures(&answer), ["c p 40 63", "c c 50 105", "60 70 21 151", "110 98 111 319"]);
    assert_eq!((answer.loss.cells, answer.loss.count), (4, 78));
    assert_eq!((answer.loss.complementary_cells, answer.loss.complementary_count), (3, 75));
    let small = answer.hidden.iter().find(|cell| cell.why == HiddenKind::Primary).unwrap();
    assert_eq!(small.interval, (1, Some(4)));
    assert!(answer.proved && answer.protected);
}

#[test]
fn without_complementary_hiding_the_answer_says_what_is_solved_back() {
    let answer =
        ask(&request(&[vec![20, 3], vec![30, 25]], json!({"minimum": 5, "secondary": false})))
            .unwrap();
    assert_eq!(figures(&answer), ["20 p 23", "30 25 55", "50 28 78"]);
    assert!(!answer.protected && !answer.hidden[0].protected);
    assert_eq!(answer.hidden[0].interval, (3, Some(3)));
}

#[test]
fn a_small_total_is_hidden_without_a_word_on_its_size() {
    let answer = ask(&request(&[vec![2, 0], vec![30, 25]], json!({"minimum": 5}))).unwrap();
    let figures = figures(&answer);
    assert!(figures[0].starts_with("p 0 t"), "{figures:?}");
    let lone = ask(&request(&[vec![1, 1], vec![1, 1]], json!({"minimum": 5}))).unwrap();
    assert!(lone.hidden.iter().all(|cell| cell.protected));
}

#[test]
fn totals_are_computed_before_they_are_rounded() {
    let answer = ask(&request(&[vec![12, 12], vec![12, 12]], json!("nhs-hes"))).unwrap();
    assert_eq!(figures(&answer), ["10 10 25", "10 10 25", "25 25 50"]);
}

#[test]
fn a_mean_over_few_people_is_hidden_with_their_number() {
    let mut request = request(&[vec![9, 3], vec![0, 12]], json!("nhs-hes"));
    request["table"]["means"] = json!([[1.5, 2.5], [null, 3.5]]);
    let answer = ask(&request).unwrap();
    for cell in answer.release.cells.concat() {
        assert!(cell.hidden.is_none() || cell.mean.is_none());
    }
    assert_eq!(answer.release.cells[0][1].mean, None);
    assert!(answer.release.cells.concat().iter().any(|cell| cell.mean.is_some()));
}

#[test]
fn tables_and_policies_that_contradict_themselves_are_refused_at_their_place() {
    let good = request(&[vec![20, 3], vec![30, 25]], json!({"minimum": 5}));
    assert!(ask(&good).is_ok());
    let (table, policy) = (Code::ProtectInvalidTable, Code::ProtectInvalidPolicy);
    for (place, value, code, path) in [
        ("/table/counts", json!([[1, 2]]), table, "/table/counts"),
        ("/table/counts/1", json!([1]), table, "/table/counts/1"),
        ("/table/counts/1/0", json!(-1), table, "/table/counts/1/0"),
        ("/table/counts/0/1", json!(1_000_000_001), table, "/table/counts/0/1"),
        ("/table/rows/1", json!("r0"), table, "/table/rows/1"),
        ("/table/columns/1", json!("c0"), table, "/table/columns/1"),
        ("/table/columns/1", json!("x".repeat(201)), table, "/table/columns/1"),
        ("/table/rows", json!([]), table, "/table/rows"),
        ("/table/rows", json!(names("r", 61)), table, "/table/rows"),
        ("/policy", json!("nhs"), policy, "/policy"),
        ("/policy", json!({"minimum": 2}), policy, "/policy/minimum"),
        ("/policy", json!({"minimum": 1, "protectZero": true}), policy, "/policy/minimum"),
        ("/policy", json!({"minimum": 1_001}), policy, "/policy/minimum"),
        ("/policy", json!({"minimum": 5, "round": 1}), policy, "/policy/round"),
        ("/policy", json!({"minimum": 4, "round": 10}), policy, "/policy/round"),
        ("/policy", json!({"minimum": 5, "interval": 0}), policy, "/policy/interval"),
        ("/policy", json!({"minimum": 5, "interval": 4}), policy, "/policy/interval"),
    ] {
        let mut request = good.clone();
        *request.pointer_mut(place).unwrap() = value.clone();
        assert_eq!(refused(&request), (code, path.to_owned()), "{place} {value}");
    }
    let with = |means: Value| {
        let mut request = good.clone();
        request["table"]["means"] = means;
        request
    };
    let mut bare = with(json!([[1.0, 2.0], [1.0, 2.0]]));
    bare["table"]["counts"] = json!([]);
    assert_eq!(refused(&bare), (table, "/table/counts".to_owned()));
    assert_eq!(refused(&with(json!([[1.0, 2.0]]))), (table, "/table/means".to_owned()));
    let mut zero = with(json!([[1.0, 2.0], [1.0, 2.0]]));
    zero["table"]["counts"][1][0] = json!(0);
    assert_eq!(refused(&zero), (table, "/table/means/1/0".to_owned()));
    let mut many = good;
    many["released"] = json!(vec![many["table"].clone(); 21]);
    assert_eq!(refused(&many), (table, "/released".to_owned()));
}

#[test]
fn a_policy_of_an_answer_can_be_sent_again() {
    for policy in policies() {
        let first = ask(&request(&[vec![20, 3], vec![30, 25]], policy)).unwrap();
        let again = serde_json::to_value(&first.release.policy).unwrap();
        assert_eq!(ask(&request(&[vec![20, 3], vec![30, 25]], again)).unwrap(), first);
    }
}

/// What a second release is refused for, after a first of other counts and labels.
fn after(
    first: (&[&str], &[Vec<i64>]),
    second: (&[&str], &[Vec<i64>]),
    policy: &Value,
) -> Option<(String, Value)> {
    let make = |(columns, counts): (&[&str], &[Vec<i64>])| {
        let mut request = request(counts, policy.clone());
        request["table"]["columns"] = json!(columns);
        request
    };
    let earlier = ask(&make(first)).unwrap();
    let mut request = make(second);
    request["released"] = json!([earlier.release]);
    match ask(&request) {
        Ok(_) => None,
        Err(error) => {
            assert_eq!(error.code(), Code::ProtectDifferencing);
            Some((error.path().to_owned(), error.facts().unwrap().clone()))
        }
    }
}

#[test]
fn what_lies_between_two_releases_is_not_a_few_people() {
    let policy = json!({"minimum": 5});
    let base = [vec![20, 30, 40], vec![25, 35, 45]];
    let labels: &[&str] = &["a", "b", "c"];
    // The same table again, and one with many people more.
    assert_eq!(after((labels, &base), (labels, &base), &policy), None);
    let many = [vec![30, 30, 40], vec![25, 35, 45]];
    assert_eq!(after((labels, &base), (labels, &many), &policy), None);
    // One person more, one fewer.
    let one = [vec![21, 30, 40], vec![25, 35, 45]];
    let place = Some(("/released/0".to_owned(), json!({"row": "r0", "column": "a"})));
    assert_eq!(after((labels, &base), (labels, &one), &policy), place);
    assert_eq!(after((labels, &one), (labels, &base), &policy), place);
    // Rounded figures are ranges: one person more does not show.
    let round = json!({"minimum": 5, "round": 5});
    assert_eq!(after((labels, &base), (labels, &one), &round), None);
}

#[test]
fn a_total_less_that_of_its_part_gives_nobody_away() {
    let policy = json!({"minimum": 5});
    let part = [vec![20, 30], vec![25, 35]];
    // The added column has two people in the first row: its total less the earlier one.
    let whole = [vec![20, 30, 2], vec![25, 35, 45]];
    let (two, three): (&[&str], &[&str]) = (&["a", "b"], &["a", "b", "c"]);
    assert!(after((two, &part), (three, &whole), &policy).is_some());
    assert!(after((three, &whole), (two, &part), &policy).is_some());
    let many = [vec![20, 30, 12], vec![25, 35, 45]];
    assert_eq!(after((two, &part), (three, &many), &policy), None);
    assert_eq!(after((three, &many), (two, &part), &policy), None);
}

#[test]
fn another_choice_of_hidden_places_for_the_same_people_is_refused() {
    let counts = [vec![20, 3, 40], vec![30, 25, 50], vec![60, 70, 21]];
    let mut request = request(&counts, json!({"minimum": 5}));
    // Published as it was, with the small count.
    request["released"] = json!([request["table"].clone()]);
    assert_eq!(refused(&request), (Code::ProtectDifferencing, "/released/0".to_owned()));
    // Hidden under a stricter policy before.
    let mut strict = request.clone();
    strict["policy"] = json!({"minimum": 22});
    strict.as_object_mut().unwrap().remove("released");
    request["released"] = json!([ask(&strict).unwrap().release]);
    assert_eq!(refused(&request), (Code::ProtectDifferencing, "/released/0".to_owned()));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// A release can be repeated, and the order of rows and columns does not matter for that.
    #[test]
    fn the_same_table_may_be_released_again(at in 0u32..100_000, policy in 0usize..6) {
        let counts = table(&mut stream(at), 6);
        let mut request = request(&counts, policies()[policy].clone());
        let first = ask(&request).unwrap();
        request["released"] = json!([first.release]);
        prop_assert_eq!(ask(&request).unwrap(), first);
    }

    /// Whatever is shown is the rounded truth, no small count among it.
    #[test]
    fn what_is_shown_is_true_and_never_small(at in 0u32..100_000, policy in 0usize..6) {
        let counts = table(&mut stream(at), 6);
        let answer = ask(&request(&counts, policies()[policy].clone())).unwrap();
        let (_, limit) = PolicyChoice::Own(Box::new(answer.release.policy.clone())).read("").unwrap();
        for (cells, counts) in answer.release.cells.iter().zip(&counts) {
            for (cell, &count) in cells.iter().zip(counts) {
                prop_assert_eq!(cell.count.is_none(), cell.hidden.is_some());
                if let Some(shown) = cell.count {
                    prop_assert_eq!(shown as i64, limit.rounded(count));
                    prop_assert!(!limit.small(count));
                }
            }
        }
    }
}
