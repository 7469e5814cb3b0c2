//! Seating and selecting beside the named peers: value against time, as a table and a picture.
//!
//! usage: cargo bench --bench gather [-- --quick]    writes target/peers/gather.svg
//!
//! Ours is measured here, through the public operations, one thread, median of ten seeds. The
//! values of TPSDP are those of its published C code on an idle core, as the reference data
//! states them, those of OBMA its authors'; `tests/peers/gather/run` puts max-div beside ours
//! in one session. Without the reference data there is nothing to measure, and it says so.

mod chart;
mod instance;
mod others;

use innovation_core::{Progress, Watch};
use instance::Problem;
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
    /// Rules of the request, as JSON.
    rules: &'static str,
}

impl Case {
    /// The name of the file, and whether rules are on.
    fn name(&self) -> String {
        let file = self.file.split('/').next_back().unwrap_or_default();
        format!("{file}{}", if self.rules == "{}" { "" } else { " + quotas" })
    }
}

const TPSDP: &str = "TPSDP";

const SEATINGS: [Case; 7] = [
    Case {
        file: "partition/RanReal_n120_ss_01.txt",
        seconds: &[0.018, 0.09, 0.28, 1.4],
        peer: &[(0.09, 47_040.0), (1.4, 47_309.0)],
        peer_name: TPSDP,
        rules: "{}",
    },
    Case {
        file: "partition/RanReal_n240_ss_01.txt",
        seconds: &[0.056, 0.28, 0.94, 4.7],
        peer: &[(0.28, 154_062.0), (4.7, 154_994.0)],
        peer_name: TPSDP,
        rules: "{}",
    },
    Case {
        file: "partition/RanReal_n480_ss_01.txt",
        seconds: &[0.22, 1.1, 1.74, 8.7],
        peer: &[(1.1, 374_460.0), (8.7, 377_207.0)],
        peer_name: TPSDP,
        rules: "{}",
    },
    Case {
        file: "partition/Geo_n120_ss_01.txt",
        seconds: &[0.018, 0.09, 0.15, 0.75],
        peer: &[(0.09, 101_525.0), (0.75, 101_565.0)],
        peer_name: TPSDP,
        rules: "{}",
    },
    Case {
        file: "partition/RanReal_n120_ds_01.txt",
        seconds: &[1.0, 30.0],
        peer: &[],
        peer_name: "",
        rules: "{}",
    },
    Case {
        file: "partition/hospital_staff46_g8.txt",
        seconds: &[0.1],
        peer: &[(0.24, 94.356)],
        peer_name: TPSDP,
        rules: "{}",
    },
    Case {
        file: "partition/hospital_staff46_g8.txt",
        seconds: &[0.1],
        peer: &[],
        peer_name: "",
        rules: r#"{"quotas": [{"where": {"role": "nurse"}, "min": 1},
                              {"where": {"role": ["hospital-physician", "medical-secretary"]}, "min": 1}]}"#,
    },
];

/// Of five units that everyone belongs to one of, 8 to 12 people each.
const FIFTHS: &str = r#"{"quotas": [{"each": "unit", "min": 8, "max": 12}]}"#;

const SELECTIONS: [Case; 6] = [
    Case {
        file: "select/GKD-c_1_n500_m50.txt",
        seconds: &[0.1, 0.3, 1.0],
        peer: &[(1.0, 19_485.186_97)],
        peer_name: "OBMA",
        rules: "{}",
    },
    Case {
        file: "select/MDG-b_01_n500_m50.r1.txt",
        seconds: &[0.1, 0.3, 1.0, 10.0],
        peer: &[(1.0, 778_030.80)],
        peer_name: "OBMA",
        rules: "{}",
    },
    Case {
        file: "select/GKD-c_1_n500_m50.txt",
        seconds: &[0.1, 1.0],
        peer: &[(1.0, 19_485.186_97)],
        peer_name: "OBMA without quotas,",
        rules: FIFTHS,
    },
    Case {
        file: "select/MDG-b_01_n500_m50.r1.txt",
        seconds: &[0.1, 1.0],
        peer: &[(1.0, 778_030.80)],
        peer_name: "OBMA without quotas,",
        rules: FIFTHS,
    },
    Case {
        file: "select/SOM-a_11_n50_m5.r1.txt",
        seconds: &[0.1],
        peer: &[(1.0, 84.0)],
        peer_name: "exact",
        rules: "{}",
    },
    Case {
        file: "select/hospital_staff46_m8.txt",
        seconds: &[0.1],
        peer: &[(2.0, 28.0)],
        peer_name: "exact",
        rules: "{}",
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
            let rules = serde_json::from_str(case.rules)?;
            let problem = if select {
                Problem::selection(&text, rules)?
            } else {
                Problem::seating(&text, rules)?
            };
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
                    case.name(),
                    beside(case, seconds, median)
                );
            }
            if !case.peer.is_empty() && points.len() > 1 {
                charts.push_str(&chart::curve(number, case, &points));
                number += 1;
            }
        }
    }
    others::rotations()?;
    others::a_rotation_with_everything()?;
    others::crowd_of_a_region()?;
    let folder = target().join("peers");
    std::fs::create_dir_all(&folder)?;
    let path = folder.join("gather.svg");
    std::fs::write(&path, chart::page(&charts, number))?;
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
