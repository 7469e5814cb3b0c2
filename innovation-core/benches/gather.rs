//! Seating and selecting beside the named peers: value against time, as a table and a picture.
//!
//! usage: cargo bench --bench gather [-- --quick]    writes target/peers/gather.svg
//!
//! Ours is measured here, through the public operations, one thread, median of ten seeds. The
//! values of TPSDP are those of its published C code on an idle core, as the reference data
//! states them, those of OBMA its authors'; `tests/peers/gather/run` puts max-div beside ours
//! in one session. Without the reference data there is nothing to measure, and it says so.

use innovation_core::gather::{
    Effort, RotateRequest, Rules, SeatRequest, SelectRequest, Table, Tables, Value, rotate_watched,
    seat_watched, select_watched,
};
use innovation_core::people::{Person, Tie};
use innovation_core::random::{Address, Purpose, Stream};
use innovation_core::{Progress, Watch};
use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::time::Instant;

/// Seeds behind each median.
const SEEDS: u32 = 10;

/// A clock for efforts in milliseconds.
struct Clock(Instant);

impl Watch for Clock {
    fn milliseconds(&mut self) -> Option<f64> {
        Some(self.0.elapsed().as_secs_f64() * 1e3)
    }

    fn proceed(&mut self, _: &Progress) -> bool {
        true
    }
}

/// A point of a curve: seconds and value.
type Point = (f64, f64);

/// An instance of the reference data, with what the peers reach.
struct Case {
    file: &'static str,
    /// Seconds to try.
    seconds: &'static [f64],
    /// What a peer reaches in so many seconds.
    peer: &'static [Point],
    peer_name: &'static str,
}

const TPSDP: &str = "TPSDP";

const SEATINGS: [Case; 6] = [
    Case {
        file: "partition/RanReal_n120_ss_01.txt",
        seconds: &[0.018, 0.09, 0.28, 1.4],
        peer: &[(0.09, 47_040.0), (1.4, 47_309.0)],
        peer_name: TPSDP,
    },
    Case {
        file: "partition/RanReal_n240_ss_01.txt",
        seconds: &[0.056, 0.28, 0.94, 4.7],
        peer: &[(0.28, 154_062.0), (4.7, 154_994.0)],
        peer_name: TPSDP,
    },
    Case {
        file: "partition/RanReal_n480_ss_01.txt",
        seconds: &[0.22, 1.1, 1.74, 8.7],
        peer: &[(1.1, 374_460.0), (8.7, 377_207.0)],
        peer_name: TPSDP,
    },
    Case {
        file: "partition/Geo_n120_ss_01.txt",
        seconds: &[0.018, 0.09, 0.15, 0.75],
        peer: &[(0.09, 101_525.0), (0.75, 101_565.0)],
        peer_name: TPSDP,
    },
    Case {
        file: "partition/RanReal_n120_ds_01.txt",
        seconds: &[1.0, 30.0],
        peer: &[],
        peer_name: "",
    },
    Case {
        file: "partition/hospital_staff46_g8.txt",
        seconds: &[0.1],
        peer: &[(0.24, 94.356)],
        peer_name: TPSDP,
    },
];

const SELECTIONS: [Case; 4] = [
    Case {
        file: "select/GKD-c_1_n500_m50.txt",
        seconds: &[0.1, 0.3, 1.0],
        peer: &[(1.0, 19_485.186_97)],
        peer_name: "OBMA",
    },
    Case {
        file: "select/MDG-b_01_n500_m50.r1.txt",
        seconds: &[0.1, 0.3, 1.0, 10.0],
        peer: &[(1.0, 778_030.80)],
        peer_name: "OBMA",
    },
    Case {
        file: "select/SOM-a_11_n50_m5.r1.txt",
        seconds: &[0.1],
        peer: &[(1.0, 84.0)],
        peer_name: "exact",
    },
    Case {
        file: "select/hospital_staff46_m8.txt",
        seconds: &[0.1],
        peer: &[(2.0, 28.0)],
        peer_name: "exact",
    },
];

fn main() -> Result<(), Box<dyn Error>> {
    let quick = std::env::args().any(|arg| arg == "--quick");
    let mut charts = String::new();
    let mut number = 0;
    println!(
        "{:<36} {:>8} {:>14} {:>14} {:>9}  beside",
        "instance", "seconds", "ours, median", "least", "proved"
    );
    for (cases, select) in [(&SEATINGS[..], false), (&SELECTIONS[..], true)] {
        for case in cases {
            let Some(bytes) = reference(case.file) else { continue };
            let text = String::from_utf8(bytes)?;
            let problem =
                if select { Problem::selection(&text)? } else { Problem::seating(&text)? };
            let mut points = Vec::new();
            for &seconds in case.seconds.iter().filter(|&&seconds| !quick || seconds <= 1.5) {
                let mut runs: Vec<(f64, bool)> = Vec::new();
                for seed in 1..=SEEDS {
                    runs.push(problem.run(seconds, seed)?);
                }
                runs.sort_by(|a, b| a.0.total_cmp(&b.0));
                let middle = runs.len() / 2;
                let median = (runs.get(middle - 1).map_or(0.0, |run| run.0)
                    + runs.get(middle).map_or(0.0, |run| run.0))
                    / 2.0;
                let least = runs.first().map_or(0.0, |run| run.0);
                let proved = runs.iter().filter(|run| run.1).count();
                points.push((seconds, median));
                println!(
                    "{:<36} {seconds:>8.3} {median:>14.3} {least:>14.3} {proved:>6}/10  {}",
                    case.file.split('/').next_back().unwrap_or_default(),
                    beside(case, seconds, median)
                );
            }
            if !case.peer.is_empty() && points.len() > 1 {
                charts.push_str(&chart(number, case, &points));
                number += 1;
            }
        }
    }
    rotations()?;
    crowd_of_a_region()?;
    let folder = target().join("peers");
    std::fs::create_dir_all(&folder)?;
    let path = folder.join("gather.svg");
    std::fs::write(&path, page(&charts, number))?;
    println!("curves: {}", path.display());
    Ok(())
}

/// A file of the reference data, or `None`, said aloud, where it is absent.
fn reference(name: &str) -> Option<Vec<u8>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/data/gather").join(name);
    let read = std::fs::read(&path);
    if let Err(error) = &read {
        println!("SKIPPED: {}: {error}", path.display());
    }
    read.ok()
}

/// The build folder.
fn target() -> PathBuf {
    let own = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../target");
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(own, PathBuf::from)
}

/// Rotations by (tables, seats, rounds): repeats and milliseconds of one second's effort.
fn rotations() -> Result<(), Box<dyn Error>> {
    let shapes = [
        (5, 3, 7),
        (6, 4, 5),
        (8, 4, 7),
        (8, 4, 8),
        (4, 4, 5),
        (5, 5, 6),
        (7, 7, 8),
        (9, 9, 10),
        (7, 3, 10),
        (9, 3, 13),
        (8, 4, 9),
        (8, 4, 10),
    ];
    println!("\n{:<12} {:>8} {:>6} {:>8}", "rotation", "repeats", "bound", "ms");
    for (tables, size, rounds) in shapes {
        let mut request: RotateRequest = serde_json::from_str(&format!(
            r#"{{"people": [], "tables": {{"count": {tables}, "size": {size}}}, "rounds": {rounds}}}"#
        ))?;
        request.people = crowd(tables * size);
        request.effort = Effort::milliseconds(1e3);
        let clock = Instant::now();
        let found = rotate_watched(&request, &mut Clock(clock))?;
        let shape = format!("{tables}-{size}-{rounds}");
        let took = clock.elapsed().as_secs_f64() * 1e3;
        println!(
            "{shape:<12} {:>8} {:>6} {took:>8.1}",
            found.score.repeats, found.score.fewest_repeats
        );
    }
    Ok(())
}

/// 200 of 100,000 people with 1,000,000 ties and ten quotas, with the default effort.
fn crowd_of_a_region() -> Result<(), Box<dyn Error>> {
    const PEOPLE: usize = 100_000;
    let mut stream = Stream::new(1, Address::of(Purpose::Synthetic));
    let mut people = crowd(PEOPLE);
    for (at, person) in people.iter_mut().enumerate() {
        person.organisation = Some(format!("o{}", at % 10));
    }
    let mut pairs: Vec<(u32, u32)> = Vec::new();
    while pairs.len() < 1_000_000 {
        let missing = 1_000_000 - pairs.len();
        pairs.extend((0..missing).filter_map(|_| {
            let (a, b) = (stream.below(PEOPLE as u32), stream.below(PEOPLE as u32));
            (a != b).then_some((a.min(b), a.max(b)))
        }));
        pairs.sort_unstable();
        pairs.dedup();
    }
    let id = |at: u32| people.get(at as usize).map(|person| person.id.clone());
    let tie = |&(a, b): &(u32, u32)| {
        Some(Tie { a: id(a)?, b: id(b)?, weight: f64::from((a + b) % 9 + 1) })
    };
    let ties: Vec<Tie> = pairs.iter().filter_map(tie).collect();
    let quotas = r#"{"each": "organisation", "min": 10, "max": 30}"#;
    let request: SelectRequest = serde_json::from_str(&format!(
        r#"{{"people": [], "size": 200, "rules": {{"quotas": [{quotas}]}}}}"#
    ))?;
    let request = SelectRequest { people, ties, ..request };
    let clock = Instant::now();
    let found = select_watched(&request, &mut Clock(clock))?;
    println!(
        "\n200 of {PEOPLE} with {} ties and ten quotas: value {:.3} of at most {:.3} in {:.1} s",
        request.ties.len(),
        found.score.total,
        found.bound.unwrap_or(f64::NAN),
        clock.elapsed().as_secs_f64()
    );
    Ok(())
}

/// How a median stands to what the peer reaches in the same time, or in five times it.
fn beside(case: &Case, seconds: f64, median: f64) -> String {
    let mut told = String::new();
    for &(time, value) in case.peer {
        let ratio = time / seconds;
        if (0.8..=6.2).contains(&ratio) {
            let word = if median >= value - 5e-4 { "reached" } else { "below" };
            let _ = write!(
                told,
                "{} {value} in {time} s: {word} ({:+.4} %)  ",
                case.peer_name,
                100.0 * (median / value - 1.0)
            );
        }
    }
    told
}

/// An instance as a request.
enum Problem {
    Seat(SeatRequest),
    Select(SelectRequest),
}

impl Problem {
    /// First line `n K type lo hi …`, then `i j d`.
    fn seating(text: &str) -> Result<Self, Box<dyn Error>> {
        let mut lines = text.lines();
        let head: Vec<&str> = lines.next().ok_or("an empty file")?.split_whitespace().collect();
        let people: usize = head.first().ok_or("no number of people")?.parse()?;
        let limits: Result<Vec<u32>, _> = head.iter().skip(3).map(|limit| limit.parse()).collect();
        let limits = limits?;
        let table = |pair: &[u32]| match pair {
            &[min, max] => Some(Table { min, max }),
            _ => None,
        };
        let tables = limits.chunks_exact(2).filter_map(table).collect();
        let mut request = SeatRequest::of(&[]);
        request.people = crowd(people);
        request.tables = Tables::Each(tables);
        request.value = Value { distance: Some(triangle(people, lines)?), ..Value::default() };
        Ok(Self::Seat(request))
    }

    /// First line `n m`, then `i j d`.
    fn selection(text: &str) -> Result<Self, Box<dyn Error>> {
        let mut lines = text.lines();
        let head: Vec<u32> = lines
            .next()
            .ok_or("an empty file")?
            .split_whitespace()
            .map(str::parse)
            .collect::<Result<_, _>>()?;
        let &[people, size, ..] = head.as_slice() else { return Err("no size".into()) };
        let request: SelectRequest =
            serde_json::from_str(&format!(r#"{{"people": [], "size": {size}}}"#))?;
        let people = people as usize;
        let value = Value { distance: Some(triangle(people, lines)?), ..Value::default() };
        Ok(Self::Select(SelectRequest {
            people: crowd(people),
            value,
            rules: Rules::default(),
            ..request
        }))
    }

    /// Value of the answer after so many seconds, and whether it is proved.
    fn run(&self, seconds: f64, seed: u32) -> Result<(f64, bool), innovation_core::Error> {
        let effort = Effort::milliseconds(1e3 * seconds);
        let mut clock = Clock(Instant::now());
        match self {
            Self::Seat(request) => {
                let request = SeatRequest { effort, seed: seed.into(), ..request.clone() };
                seat_watched(&request, &mut clock).map(|found| (found.score.total, found.proved))
            }
            Self::Select(request) => {
                let request = SelectRequest { effort, seed: seed.into(), ..request.clone() };
                select_watched(&request, &mut clock).map(|found| (found.score.total, found.proved))
            }
        }
    }
}

fn crowd(people: usize) -> Vec<Person> {
    (0..people).filter_map(|at| Person::new(&format!("p{at:04}"), "citizen")).collect()
}

/// Distances `i j d` as the upper triangle, row by row.
fn triangle<'a>(
    people: usize,
    lines: impl Iterator<Item = &'a str>,
) -> Result<Vec<f64>, Box<dyn Error>> {
    let mut matrix = vec![0.0; people * people];
    for line in lines {
        let cells: Vec<&str> = line.split_whitespace().collect();
        let &[i, j, d, ..] = cells.as_slice() else { continue };
        let (i, j): (usize, usize) = (i.parse()?, j.parse()?);
        *matrix.get_mut(i.min(j) * people + i.max(j)).ok_or("a pair beyond the people")? =
            d.parse()?;
    }
    let row = |i: usize| {
        matrix.get(i * people + i + 1..(i + 1) * people).unwrap_or_default().iter().copied()
    };
    Ok((0..people).flat_map(row).collect())
}

const WIDTH: f64 = 420.0;
const HEIGHT: f64 = 240.0;

/// Value against time, on a logarithmic axis of time: our curve and the peer's points.
fn chart(number: usize, case: &Case, ours: &[Point]) -> String {
    let all = || ours.iter().chain(case.peer);
    let range = |value: fn(&Point) -> f64| {
        let values = || all().map(value);
        (values().fold(f64::INFINITY, f64::min), values().fold(f64::NEG_INFINITY, f64::max))
    };
    let ((t0, t1), (v0, v1)) = (range(|point| log10(point.0)), range(|point| point.1));
    let margin = (v1 - v0).max(v1.abs() * 1e-5) * 0.15;
    let x = |time: f64| 70.0 + (log10(time) - t0) / (t1 - t0).max(1e-9) * (WIDTH - 100.0);
    let y = |value: f64| {
        HEIGHT - 40.0 - (value - v0 + margin) / (v1 - v0 + 2.0 * margin) * (HEIGHT - 80.0)
    };
    let line: Vec<String> =
        ours.iter().map(|&(time, value)| format!("{:.1},{:.1}", x(time), y(value))).collect();
    let (left, top) = ((number % 2) as f64 * WIDTH, (number / 2) as f64 * HEIGHT);
    let mut svg = format!(
        "<g transform=\"translate({left},{top})\"><text x=\"70\" y=\"22\" font-weight=\"bold\">{}</text>\
         <polyline points=\"{}\" fill=\"none\" stroke=\"#0072b2\" stroke-width=\"2\"/>",
        case.file.split('/').next_back().unwrap_or_default(),
        line.join(" ")
    );
    for &(time, value) in ours {
        let _ = write!(
            svg,
            "<circle cx=\"{:.1}\" cy=\"{:.1}\" r=\"4\" fill=\"#0072b2\"/>",
            x(time),
            y(value)
        );
        let _ = write!(
            svg,
            "<text x=\"{:.1}\" y=\"{}\" font-size=\"10\" text-anchor=\"middle\">{time} s</text>",
            x(time),
            HEIGHT - 20.0
        );
    }
    for &(time, value) in case.peer {
        let _ = write!(
            svg,
            "<rect x=\"{:.1}\" y=\"{:.1}\" width=\"8\" height=\"8\" fill=\"#d55e00\"/><text x=\"{:.1}\" y=\"{:.1}\" font-size=\"10\">{}</text>",
            x(time) - 4.0,
            y(value) - 4.0,
            x(time) + 7.0,
            y(value) + 12.0,
            case.peer_name
        );
    }
    for value in [v0, v1] {
        let _ = write!(
            svg,
            "<text x=\"64\" y=\"{:.1}\" font-size=\"10\" text-anchor=\"end\">{value:.1}</text>",
            y(value) + 3.0
        );
    }
    svg + "</g>"
}

fn log10(x: f64) -> f64 {
    innovation_core::math::ln(x) / innovation_core::math::ln(10.0)
}

fn page(charts: &str, number: usize) -> String {
    let height = number.div_ceil(2) as f64 * HEIGHT;
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{}\" height=\"{height}\" font-family=\"sans-serif\" font-size=\"12\">\
         <title>Value against time: ours (blue, circles) beside the peers (orange, squares)</title>\
         <rect width=\"100%\" height=\"100%\" fill=\"white\"/>{charts}</svg>",
        2.0 * WIDTH
    )
}
