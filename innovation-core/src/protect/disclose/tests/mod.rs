//! What disclosure promises, tried out.

mod attack;
mod cases;

use super::*;
use crate::error::Code;
use crate::random::{Address, Purpose, Stream};
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
