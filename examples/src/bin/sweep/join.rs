//! Joins what the shards left: a summary for each row, and one table.

use crate::Fault;
use crate::lines::{Line, Lines};
use crate::plan::Plan;
use innovation_core::explore::{
    MergeSummariesRequest, SummaryReportRequest, SummaryTable, merge, report,
};
use std::path::{Path, PathBuf};

/// Joins the files of all shards.
pub(crate) fn join(plan: &Plan, files: &[PathBuf], out: &Path) -> Result<(), Fault> {
    let mut rows: Vec<MergeSummariesRequest> =
        (0..plan.rows()).map(|_| MergeSummariesRequest { summaries: Vec::new() }).collect();
    for file in files {
        for line in Lines::read(file)?.lines {
            plan.owns(&line).map_err(|fault| format!("{}: {fault}", file.display()))?;
            if let Some(row) = rows.get_mut(line.row) {
                row.summaries.push(line.summary);
            }
        }
    }
    let (mut summaries, mut table) = (String::new(), String::new());
    for (row, request) in rows.iter().enumerate() {
        let summary = merge(request).map_err(|error| format!("row {row}: {error}"))?;
        if summary.replicates != plan.replicates() {
            let (has, wants) = (summary.replicates, plan.replicates());
            return Err(format!(
                "row {row}: replicates {} to {} of {} to {} were played; is a shard missing?",
                has.from, has.to, wants.from, wants.to
            )
            .into());
        }
        let request = SummaryReportRequest { summary, table: Some(SummaryTable::Csv) };
        let lines = report(&request)?.table.unwrap_or_default();
        let line = Line { row, summary: request.summary };
        summaries += &(serde_json::to_string(&line)? + "\n");
        for (number, cells) in lines.lines().enumerate() {
            match number {
                0 if row == 0 => table += &format!("row,{cells}\n"),
                0 => {}
                _ => table += &format!("{row},{cells}\n"),
            }
        }
    }
    std::fs::create_dir_all(out)?;
    std::fs::write(out.join("summaries.ndjson"), summaries)?;
    std::fs::write(out.join("report.csv"), table)?;
    eprintln!("{} rows joined: {}", rows.len(), out.join("report.csv").display());
    Ok(())
}
