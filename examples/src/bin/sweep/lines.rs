//! The lines of a file of summaries: one for each piece that was played.

use crate::Fault;
use innovation_core::explore::Summary;
use serde::{Deserialize, Serialize};
use std::path::Path;

/// What a piece of a row left.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Line {
    /// The row, from 0.
    pub(crate) row: usize,
    /// What it left.
    pub(crate) summary: Summary,
}

/// The lines of a file. A last line that was cut off when its writer was killed is left out;
/// `whole` is the length of the text before it.
pub(crate) struct Lines {
    pub(crate) lines: Vec<Line>,
    pub(crate) whole: u64,
}

impl Lines {
    /// Reads a file.
    pub(crate) fn read(file: &Path) -> Result<Self, Fault> {
        let name = file.display();
        let text = std::fs::read(file).map_err(|error| format!("{name}: {error}"))?;
        let whole = text.iter().rposition(|&byte| byte == b'\n').map_or(0, |end| end + 1);
        let whole_lines = text.get(..whole).unwrap_or_default();
        let mut lines = Vec::new();
        for (number, line) in (1..).zip(whole_lines.split_inclusive(|&byte| byte == b'\n')) {
            let line = serde_json::from_slice(line)
                .map_err(|error| format!("{name}: line {number}: {error}"))?;
            lines.push(line);
        }
        Ok(Self { lines, whole: whole as u64 })
    }
}
