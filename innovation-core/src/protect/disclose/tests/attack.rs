//! Whoever knows the published table solves back what they can, exactly.

use super::*;
use good_lp::{
    Expression, ProblemVariables, Solution, SolverModel, Variable, constraint, microlp, variable,
};

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
