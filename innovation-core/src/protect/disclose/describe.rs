//! The answer in the contract's words.

use super::document::{
    CountTable, Disclosure, DisclosureLoss, HiddenCell, ReleasedCell, ReleasedTable,
};
use super::network::UNBOUNDED;
use super::policy::DisclosurePolicy;
use super::sheet::{Mark, Sheet};
use crate::text::Text;

/// A finished sheet as an answer.
pub(super) fn answer(
    sheet: &Sheet,
    table: &CountTable,
    policy: DisclosurePolicy,
    proved: bool,
) -> Disclosure {
    let hidden = hidden(sheet, table);
    Disclosure {
        protected: hidden.iter().all(|cell| cell.protected),
        loss: loss(sheet),
        release: release(sheet, table, policy),
        hidden,
        proved,
        attacker: attacker(),
    }
}

fn release(sheet: &Sheet, table: &CountTable, policy: DisclosurePolicy) -> ReleasedTable {
    let (rows, columns) = (table.rows.len(), table.columns.len());
    let at = |row: usize, column: usize| row * sheet.columns + column;
    let cell = |row: usize, column: usize| {
        let mean = || *table.means.as_ref()?.get(row)?.get(column)?;
        match sheet.mark(at(row, column)) {
            Mark::Hidden(kind) => ReleasedCell { count: None, hidden: Some(kind), mean: None },
            _ => ReleasedCell {
                count: Some(sheet.limit.rounded(sheet.count(at(row, column))).unsigned_abs()),
                hidden: None,
                mean: mean(),
            },
        }
    };
    ReleasedTable {
        rows: table.rows.clone(),
        columns: table.columns.clone(),
        cells: (0..rows)
            .map(|row| (0..columns).map(|column| cell(row, column)).collect())
            .collect(),
        row_totals: (0..rows).map(|row| cell(row, columns)).collect(),
        column_totals: (0..columns).map(|column| cell(rows, column)).collect(),
        total: cell(rows, columns),
        policy,
    }
}

fn hidden(sheet: &Sheet, table: &CountTable) -> Vec<HiddenCell> {
    let mut network = sheet.network();
    let each = sheet.hidden().into_iter().filter_map(|cell| {
        let Mark::Hidden(why) = sheet.mark(cell) else { return None };
        let (low, high) = network.interval(cell);
        Some(HiddenCell {
            row: table.rows.get(cell / sheet.columns).cloned(),
            column: table.columns.get(cell % sheet.columns).cloned(),
            why,
            interval: (low.unsigned_abs(), (high < UNBOUNDED).then(|| high.unsigned_abs())),
            protected: high.saturating_sub(low) >= sheet.limit.interval,
        })
    });
    each.collect()
}

fn loss(sheet: &Sheet) -> DisclosureLoss {
    let (mut cells, mut count, mut complementary_cells, mut complementary_count) = (0, 0, 0, 0);
    for cell in sheet.hidden() {
        let people = sheet.count(cell).unsigned_abs();
        cells += 1;
        count += people;
        if sheet.is_complement(cell) {
            complementary_cells += 1;
            complementary_count += people;
        }
    }
    DisclosureLoss {
        cells,
        count,
        complementary_cells,
        complementary_count,
        measure: Text::both(
            "The sum of the hidden counts, totals included; then the number of hidden places.",
            "La somme des effectifs masqués, totaux compris\u{a0}; puis le nombre de cases masquées.",
        ),
    }
}

fn attacker() -> Text {
    Text::both(
        "Someone who knows the release, the policy, and that every line adds up to its total; \
         who takes rounded figures for ranges, and marks at their word. Not someone who knows \
         persons in the table.",
        "Une personne qui connaît la publication, la règle et le fait que chaque ligne donne son \
         total\u{a0}; qui lit un effectif arrondi comme un intervalle, et prend les marques au mot. \
         Non une personne qui connaît des individus du tableau.",
    )
}

/// The name of a place, for messages.
pub(super) fn place(row: Option<&String>, column: Option<&String>) -> String {
    match (row, column) {
        (Some(row), Some(column)) => format!("the cell {row:?}, {column:?}"),
        (Some(row), None) => format!("the total of the row {row:?}"),
        (None, Some(column)) => format!("the total of the column {column:?}"),
        (None, None) => "the grand total".to_owned(),
    }
}
