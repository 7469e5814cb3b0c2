//! People from a table.

use super::detect::{Header, Table};
use super::encoding::Source;
use super::fold::fold;
use super::found::{Decimal, Found, Kept, Note};
use super::grid::Row;
use super::notes;
use super::number::{decimal, number};
use super::role_names::RoleNames;
use super::words::{PERSON, is_identity};
use crate::contract::nearest;
use crate::error::{Code, Error, Result};
use crate::people::{Family, Id, Person, Pool};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Asks for people from a table.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct PeopleFromTableRequest {
    /// The table as text. Give this or `base64`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// The bytes of a file, where its encoding is unknown; where this build reads workbooks
    /// (XLSX, ODS), these too.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub base64: Option<String>,
    /// The sheet of a workbook, where it holds several.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
    /// The header of a field, where it is not recognised: `id`, `role`, `family`,
    /// `organisation`, `unit`, `reportsTo`, `level`, `expertise`, `needs`, `available`.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub columns: BTreeMap<String, String>,
    /// Language of the notes (BCP 47); all languages where absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub locale: Option<String>,
}

/// People from a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct PeopleTable {
    /// The people, in the order of the rows.
    pub people: Vec<Person>,
    /// How the table was read.
    pub found: Found,
    /// What a person should know about the reading.
    pub notes: Vec<Note>,
}

/// Reads people from a table (CSV and its relatives).
///
/// Separator, encoding and columns are recognised, in English and French, and reported in
/// `found`. A role may be written as the catalogue's id or by its name. Cells of several
/// values are split at `|`, `/`, `;` and line ends. Columns that are not recognised become
/// attributes, except those that tell who a person is (name, e-mail, telephone, date of
/// birth, …): these are left out, with a note. A manager who is not in the table is kept as
/// an attribute, with a note.
///
/// # Errors
///
/// `exchange.not-a-table`, `exchange.missing-column` (id and role are needed),
/// `exchange.invalid-cell`, `exchange.ambiguous`; `people.unknown-role`,
/// `people.duplicate-id`, `people.reporting-cycle`, `people.empty`. Paths give the row as a
/// spreadsheet numbers it: `/text/rows/7/role`.
///
/// # Example
///
/// ```
/// use innovation_core::exchange::{PeopleFromTableRequest, people_from_table};
/// let table = people_from_table(&PeopleFromTableRequest {
///     text: Some("Identifiant;Fonction;Service;Ancienneté\np1;Infirmière;Chirurgie;4\n".into()),
///     ..Default::default()
/// })?;
/// assert_eq!(table.people[0].role, "nurse");
/// assert_eq!(table.people[0].unit.as_deref(), Some("Chirurgie"));
/// assert_eq!(table.people[0].attributes["Ancienneté"], "4");
/// # Ok::<(), innovation_core::Error>(())
/// ```
pub fn people_from_table(request: &PeopleFromTableRequest) -> Result<PeopleTable> {
    let source =
        Source::read(request.text.as_deref(), request.base64.as_deref(), request.sheet.as_deref())?;
    let table = Table::read(&source, PERSON, &request.columns, Header::Needed)?;
    let reader = Reader::new(&table)?;
    let mut people = table.rows.iter().map(|row| reader.person(row)).collect::<Result<Vec<_>>>()?;
    refuse_repeats(&table, &people)?;
    let outsiders = set_managers(&table, &mut people);
    check_as_a_pool(&table, &people)?;
    let notes = notes::of(&table, &source, &people, outsiders, request.locale.as_deref());
    let kept = |header: &str| if is_identity(header) { Kept::LeftOut } else { Kept::Attribute };
    Ok(PeopleTable { found: table.found(reader.decimal, kept), people, notes })
}

/// Reads rows, one person each.
struct Reader<'a> {
    table: &'a Table,
    roles: RoleNames,
    decimal: Decimal,
    id: usize,
    role: usize,
    attributes: Vec<(usize, &'a str)>,
}

impl<'a> Reader<'a> {
    fn new(table: &'a Table) -> Result<Self> {
        let levels = table.column("level").map_or(Ok(Decimal::None), |level| {
            decimal(table.rows.iter().map(|row| row.cell(level)), table.separator)
        });
        Ok(Self {
            table,
            roles: RoleNames::read()?,
            decimal: levels.unwrap_or(Decimal::None),
            id: table.needed("id")?,
            role: table.needed("role")?,
            attributes: table.others().filter(|(_, header)| !is_identity(header)).collect(),
        })
    }

    fn person(&self, row: &Row) -> Result<Person> {
        let id = row.cell(self.id);
        let id = Id::new(id).ok_or_else(|| {
            let message = if id.is_empty() { "there is no id" } else { "this cannot be an id" };
            self.table
                .fault(Code::ExchangeInvalidCell, row.number, "id", message)
                .hint("an id has 1 to 128 characters, none of them a control character")
        })?;
        let family = self.family(row)?;
        let attribute = |&(column, header): &(usize, &str)| {
            let cell = row.cell(column);
            (!cell.is_empty()).then(|| (header.to_owned(), cell.to_owned()))
        };
        Ok(Person {
            id,
            role: self.role(row, family)?,
            family,
            organisation: self.text(row, "organisation"),
            unit: self.text(row, "unit"),
            reports_to: None,
            level: self.level(row)?,
            expertise: self.list(row, "expertise"),
            needs: self.list(row, "needs"),
            available: self.list(row, "available"),
            attributes: self.attributes.iter().filter_map(attribute).collect(),
        })
    }

    fn text(&self, row: &Row, field: &str) -> Option<String> {
        let cell = row.cell(self.table.column(field)?);
        (!cell.is_empty()).then(|| cell.to_owned())
    }

    fn list(&self, row: &Row, field: &str) -> Vec<String> {
        let between = self.table.separator.character();
        let splits = |c: char| matches!(c, '|' | '/' | ';' | '\n' | '\r') && c != between;
        let cell = self.text(row, field).unwrap_or_default();
        cell.split(splits)
            .map(str::trim)
            .filter(|part| !part.is_empty())
            .map(str::to_owned)
            .collect()
    }

    fn role(&self, row: &Row, family: Option<Family>) -> Result<String> {
        let cell = row.cell(self.role);
        if cell.is_empty() {
            let fault =
                self.table.fault(Code::ExchangeInvalidCell, row.number, "role", "there is no role");
            return Err(fault);
        }
        if let Some(id) = self.roles.find(cell) {
            return Ok(id.to_owned());
        }
        if family.is_some() {
            return Ok(cell.to_owned());
        }
        let message = format!("the role {cell:?} is not in the catalogue");
        let own = "add a family column to use a role of your own";
        let hint =
            self.roles.advice(cell).map_or(own.to_owned(), |near| format!("{near} Or {own}"));
        Err(self.table.fault(Code::PeopleUnknownRole, row.number, "role", &message).hint(hint))
    }

    fn family(&self, row: &Row) -> Result<Option<Family>> {
        let Some(cell) = self.text(row, "family") else { return Ok(None) };
        let folded = fold(&cell);
        let found = FAMILIES.iter().find(|(family, names)| {
            fold(family.name()) == folded || names.iter().any(|name| fold(name) == folded)
        });
        match found {
            Some((family, _)) => Ok(Some(*family)),
            None => {
                let names: Vec<&str> = FAMILIES.iter().map(|(family, _)| family.name()).collect();
                let hint = nearest(&cell, &names).unwrap_or_default();
                let message = format!("{cell:?} is not a family of roles");
                Err(self
                    .table
                    .fault(Code::ExchangeInvalidCell, row.number, "family", &message)
                    .hint(hint))
            }
        }
    }

    fn level(&self, row: &Row) -> Result<Option<i32>> {
        let Some(cell) = self.text(row, "level") else { return Ok(None) };
        let whole = number(&cell, self.decimal).map(|level| (level as i32, level));
        match whole {
            Some((level, exact)) if f64::from(level) == exact => Ok(Some(level)),
            _ => {
                let message = format!("{cell:?} is not a whole number");
                Err(self
                    .table
                    .fault(Code::ExchangeInvalidCell, row.number, "level", &message)
                    .hint(
                        "a level is a number of your own scale; name another column in columns to \
                     keep this one as an attribute",
                    ))
            }
        }
    }
}

/// What families may be called besides their id.
const FAMILIES: &[(Family, &[&str])] = &[
    (
        Family::LivedExperience,
        &[
            "lived",
            "experience",
            "patients",
            "usagers",
            "expérience vécue",
            "vécu",
            "savoir expérientiel",
        ],
    ),
    (Family::Care, &["soins", "soin", "clinical", "clinique"]),
    (Family::Management, &["direction", "encadrement", "gestion", "administration"]),
    (Family::Design, &["conception"]),
    (Family::Regulation, &["régulation", "réglementation", "tutelle", "payers", "financeurs"]),
    (Family::Research, &["recherche", "academia", "université"]),
    (Family::Industry, &["industrie", "entreprise", "entreprises"]),
    (Family::Community, &["communauté", "territoire", "société civile", "collectivité"]),
    (Family::Facilitation, &["animation", "accompagnement"]),
];

fn refuse_repeats(table: &Table, people: &[Person]) -> Result<()> {
    let mut first_row = BTreeMap::new();
    for (person, row) in people.iter().zip(&table.rows) {
        if let Some(first) = first_row.insert(person.id.as_str(), row.number) {
            let message = format!("{} is already at row {first}", person.id);
            return Err(table.fault(Code::PeopleDuplicateId, row.number, "id", &message));
        }
    }
    Ok(())
}

/// Sets managers who are in the table; others stay as attributes. Gives the number of the
/// latter and the first row.
fn set_managers(table: &Table, people: &mut [Person]) -> Option<(u32, u32)> {
    let column = table.column("reportsTo")?;
    let ids: std::collections::BTreeSet<Id> =
        people.iter().map(|person| person.id.clone()).collect();
    let mut outsiders = None;
    for (person, row) in people.iter_mut().zip(&table.rows) {
        let cell = row.cell(column);
        if let Some(manager) = ids.get(cell) {
            person.reports_to = Some(manager.clone());
        } else if !cell.is_empty() {
            person.attributes.insert(table.header(column).to_owned(), cell.to_owned());
            outsiders.get_or_insert((0, row.number)).0 += 1;
        }
    }
    outsiders
}

/// What is left to check is what every pool must hold; only the place is another.
fn check_as_a_pool(table: &Table, people: &[Person]) -> Result<()> {
    let Err(error) = Pool::read(people, &[]) else { return Ok(()) };
    let mut parts = error.path().split('/').skip(2);
    let at: Option<usize> = parts.next().and_then(|part| part.parse().ok());
    let row = at.and_then(|at| table.rows.get(at));
    let path = match (row, parts.next()) {
        (Some(row), Some(field)) => table.path(row.number, field),
        _ => table.place(),
    };
    Err(Error::new(error.code(), error.message()).at(path))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<PeopleTable> {
        people_from_table(&PeopleFromTableRequest { text: Some(text.into()), ..Default::default() })
    }

    fn refused(text: &str, expected: &str) {
        let error = read(text).unwrap_err();
        assert_eq!(format!("{} {}", error.code(), error.path()), expected, "{text:?}");
    }

    #[test]
    fn every_field_is_read() {
        let table = read(
            "id;rôle;famille;établissement;unité;n+1;niveau;compétences;besoins;disponibilités;Site\n\
             a;Cadre de santé;;CHU;Chirurgie;;2;douleur|deuil;;lundi / mardi;Nord\n\
             \n\
             b;Conteur;design;CHU;;a;1;;\"grands caractères/\n fauteuil\";;\n",
        )
        .unwrap();
        let json = serde_json::to_value(&table.people).unwrap();
        assert_eq!(
            json,
            serde_json::json!([
                {"id": "a", "role": "ward-manager", "organisation": "CHU", "unit": "Chirurgie",
                 "level": 2, "expertise": ["douleur", "deuil"], "available": ["lundi", "mardi"],
                 "attributes": {"Site": "Nord"}},
                {"id": "b", "role": "Conteur", "family": "design", "organisation": "CHU",
                 "reportsTo": "a", "level": 1, "needs": ["grands caractères", "fauteuil"]}
            ])
        );
        assert_eq!((table.found.rows, table.found.empty_rows), (2, 1));
        assert!(table.notes.is_empty());
    }

    #[test]
    fn each_fault_names_its_row() {
        refused("id,role\na,nurse\n\nb,nurce\n", "people.unknown-role /text/rows/4/role");
        refused("id,role\na,nurse\na,nurse\n", "people.duplicate-id /text/rows/3/id");
        refused(
            "id,role,manager\na,nurse,b\nb,nurse,a",
            "people.reporting-cycle /text/rows/2/reportsTo",
        );
        refused("id,role,level\na,nurse,1.5", "exchange.invalid-cell /text/rows/2/level");
        refused("id,role,family\na,x,cares", "exchange.invalid-cell /text/rows/2/family");
        refused("id,role\n,nurse", "exchange.invalid-cell /text/rows/2/id");
        refused("id,role\na,", "exchange.invalid-cell /text/rows/2/role");
        refused("id,role\n", "people.empty /text");
        refused("id role unit\na nurse x\n", "exchange.missing-column /text");
        refused("id,role;unit\na,nurse;x\n", "exchange.ambiguous /text");
        refused("id,role,x,x\na,nurse,1,2", "exchange.ambiguous /text");
        refused("id,role\na,\"nurse\nb,nurse", "exchange.not-a-table /text/rows/2");
    }

    #[test]
    fn a_wrong_separator_is_explained() {
        let error = read("id:role\na:nurse").unwrap_err();
        assert!(error.advice().unwrap().contains("\"id:role\""), "{error:?}");
    }

    #[test]
    fn who_people_are_is_left_out_with_a_note() {
        let table = read("id,role,Nom,E-mail,manager\na@b.fr,nurse,Ana,a@b.fr,chief\n").unwrap();
        let codes: Vec<&str> = table.notes.iter().map(|note| note.code).collect();
        assert_eq!(
            codes,
            ["identity-left-out", "identity-left-out", "id-is-an-address", "manager-not-in-table"]
        );
        let attributes = &table.people[0].attributes;
        assert_eq!(attributes.keys().collect::<Vec<_>>(), ["manager"]);
        let kept: Vec<Kept> = table.found.columns.iter().map(|column| column.kept).collect();
        assert_eq!(kept, [Kept::Field, Kept::Field, Kept::LeftOut, Kept::LeftOut, Kept::Field]);
    }

    #[test]
    fn columns_can_be_named() {
        let request = |columns: &str| -> PeopleFromTableRequest {
            let text = "Qui,Quoi,Role\na,nurse,x\n";
            serde_json::from_value(serde_json::json!({
                "text": text,
                "columns": serde_json::from_str::<serde_json::Value>(columns).unwrap()
            }))
            .unwrap()
        };
        let table = people_from_table(&request(r#"{"id": "qui", "role": "Quoi"}"#)).unwrap();
        assert_eq!(table.people[0].attributes["Role"], "x");
        let path = |columns| people_from_table(&request(columns)).unwrap_err().path().to_owned();
        assert_eq!(path(r#"{"id": "who", "role": "Quoi"}"#), "/columns/id");
        assert_eq!(path(r#"{"rle": "Quoi"}"#), "/columns/rle");
    }
}
