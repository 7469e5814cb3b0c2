//! A report as lines for other programs: CSV and NDJSON.
//!
//! Both hold the same columns. The line of an outcome has no step; the lines of its course
//! have one, and neither extremes nor quantiles. Every line says which run it is of, so that
//! lines of many runs can stand in one file.

use super::report::{OutcomeReport, StepReport, SummaryReport};
use crate::formula::needs_a_mark;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

/// The form of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum SummaryTable {
    /// Comma-separated values (RFC 4180) with a line of names; what is absent is empty.
    Csv,
    /// A JSON object on each line; what is absent is null.
    Ndjson,
}

/// The names of the columns.
const COLUMNS: [&str; 18] = [
    "model",
    "variant",
    "specification",
    "seed",
    "from",
    "to",
    "outcome",
    "step",
    "count",
    "mean",
    "standardError",
    "least",
    "most",
    "q05",
    "q25",
    "q50",
    "q75",
    "q95",
];

/// Writes the lines of a report.
pub(super) fn write(report: &SummaryReport, form: SummaryTable) -> String {
    let mut text = String::new();
    if form == SummaryTable::Csv {
        line(&mut text, form, COLUMNS.map(Value::from).into());
    }
    for outcome in &report.outcomes {
        line(&mut text, form, whole(report, outcome));
        for step in &outcome.course {
            line(&mut text, form, one_step(report, outcome, step));
        }
    }
    text
}

/// Which run a line is of.
fn run(report: &SummaryReport, outcome: &OutcomeReport) -> Vec<Value> {
    vec![
        json!(report.model),
        json!(report.variant),
        json!(report.specification),
        json!(report.seed),
        json!(report.replicates.from),
        json!(report.replicates.to),
        json!(outcome.name),
    ]
}

fn whole(report: &SummaryReport, outcome: &OutcomeReport) -> Vec<Value> {
    let mut cells = run(report, outcome);
    cells.extend([
        Value::Null,
        json!(outcome.count),
        json!(outcome.mean),
        json!(outcome.standard_error.value),
        json!(outcome.least),
        json!(outcome.most),
    ]);
    cells.extend(outcome.quantiles.iter().map(|quantile| json!(quantile.value)));
    cells
}

fn one_step(report: &SummaryReport, outcome: &OutcomeReport, step: &StepReport) -> Vec<Value> {
    let mut cells = run(report, outcome);
    cells.extend([
        json!(step.step),
        json!(step.count),
        json!(step.mean),
        json!(step.standard_error.value),
    ]);
    cells.resize(COLUMNS.len(), Value::Null);
    cells
}

fn line(text: &mut String, form: SummaryTable, cells: Vec<Value>) {
    match form {
        SummaryTable::Csv => {
            let cells: Vec<String> = cells.iter().map(cell).collect();
            text.push_str(&cells.join(","));
        }
        SummaryTable::Ndjson => {
            let names = COLUMNS.iter().map(|name| (*name).to_owned());
            let object: Map<String, Value> = names.zip(cells).collect();
            text.push_str(&Value::Object(object).to_string());
        }
    }
    text.push('\n');
}

/// A cell. A summary may come from anywhere: text is quoted where it must be, and what a
/// spreadsheet would run as a formula stands behind an apostrophe.
fn cell(value: &Value) -> String {
    let Some(text) = value.as_str() else {
        return if value.is_null() { String::new() } else { value.to_string() };
    };
    let guard = if needs_a_mark(text) { "'" } else { "" };
    if text.contains([',', '"', '\n', '\r']) {
        return format!("\"{guard}{}\"", text.replace('"', "\"\""));
    }
    format!("{guard}{text}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::explore::{RunRequest, SummaryReportRequest, report, run};

    fn written(table: SummaryTable) -> String {
        let request: RunRequest = serde_json::from_value(json!({
            "model": "march", "parameters": {"people": 5, "dimensions": 3, "course": 2},
            "replicates": {"from": 0, "to": 4}, "seed": 1
        }))
        .unwrap();
        let request = SummaryReportRequest { summary: run(&request).unwrap(), table: Some(table) };
        report(&request).unwrap().table.unwrap()
    }

    #[test]
    fn both_forms_hold_the_same() {
        let csv = written(SummaryTable::Csv);
        let mut lines = csv.lines();
        assert_eq!(lines.next(), Some(COLUMNS.join(",").as_str()));
        let ndjson = written(SummaryTable::Ndjson);
        let objects: Vec<Map<String, Value>> =
            ndjson.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        // Two outcomes with three steps each, and one without a course.
        assert_eq!(objects.len(), 9);
        for (line, object) in lines.zip(&objects) {
            let cells = COLUMNS.map(|name| cell(&object[name]));
            assert_eq!(line, cells.join(","));
        }
        assert_eq!(objects[0]["outcome"], "codeKnowledge");
        assert_eq!((&objects[0]["step"], &objects[1]["step"]), (&Value::Null, &json!(0)));
    }

    #[test]
    fn text_from_elsewhere_cannot_become_cells_or_formulas() {
        assert_eq!(cell(&json!("=1+1,\"x\"")), "\"'=1+1,\"\"x\"\"\"");
        assert_eq!(cell(&json!(-1.5)), "-1.5");
    }
}
