//! People and ties as a graph for other programs.
//!
//! Invariant: the graph holds what the documents hold, and nothing that was worked out.

use super::Separator;
use super::table::Sheet;
use crate::error::{Code, Error, Result};
use crate::people::{Person, Pool, Tie};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Asks for a graph of people and ties.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ToGraphmlRequest {
    /// The people, each a node.
    pub people: Vec<Person>,
    /// The ties, each an undirected edge.
    #[serde(default)]
    pub ties: Vec<Tie>,
}

/// A graph of people and ties, in two formats.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct GraphText {
    /// The graph as GraphML; a file of it ends in `.graphml`.
    pub graphml: String,
    /// The ties alone, as a table (CSV) with the columns a, b and weight; nodes without a tie
    /// do not stand in it.
    pub edge_list: String,
    /// How many nodes.
    pub nodes: u32,
    /// How many edges.
    pub edges: u32,
}

/// Fields of a person that become data of a node, with their type in GraphML.
const FIELDS: [(&str, &str); 9] = [
    ("role", "string"),
    ("family", "string"),
    ("organisation", "string"),
    ("unit", "string"),
    ("reportsTo", "string"),
    ("level", "int"),
    ("expertise", "string"),
    ("needs", "string"),
    ("available", "string"),
];

/// Most distinct attributes of all people, and most cells of them.
const MOST_ATTRIBUTES: usize = 1_000;

/// Writes people and ties as a graph: GraphML, which Gephi, igraph and networkx read, and a list
/// of edges.
///
/// Nodes have the ids of people; their fields become data, lists with `|` between their parts,
/// attributes under their name with `attributes.` in front. Edges carry the weight of the tie.
///
/// # Errors
///
/// Those of people and ties: `people.duplicate-id`, `people.unknown-person`,
/// `people.duplicate-tie`, `people.self-tie`, `people.empty`, …; `contract.invalid-value` for an
/// id that XML cannot hold; `contract.too-large` for more than 1,000 different attributes.
///
/// # Example
///
/// ```
/// use innovation_core::exchange::{ToGraphmlRequest, to_graphml};
/// let request: ToGraphmlRequest = serde_json::from_str(r#"{
///     "people": [{"id": "ana", "role": "nurse"}, {"id": "bo", "role": "patient"}],
///     "ties": [{"a": "ana", "b": "bo", "weight": 2.5}]
/// }"#).unwrap();
/// let graph = to_graphml(&request)?;
/// assert_eq!(graph.edge_list, "a,b,weight\r\nana,bo,2.5\r\n");
/// assert!(graph.graphml.contains(r#"<edge source="ana" target="bo">"#));
/// # Ok::<(), innovation_core::Error>(())
/// ```
///
/// # References
///
/// U. Brandes, M. Eiglsperger, I. Herman, M. Himsolt, M. S. Marshall, *GraphML Progress Report*,
/// GD 2001, LNCS 2265, 2002.
pub fn to_graphml(request: &ToGraphmlRequest) -> Result<GraphText> {
    Pool::read(&request.people, &request.ties)?;
    for (at, person) in request.people.iter().enumerate() {
        if person.id.as_str().contains(|c| !fits_xml(c)) {
            let message = "the id holds a character that XML does not admit";
            return Err(
                Error::new(Code::ContractInvalidValue, message).at(format!("/people/{at}/id"))
            );
        }
    }
    let names = attributes(&request.people)?;
    let mut xml = Xml(String::with_capacity(1 << 12));
    xml.markup("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml.markup("<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n");
    for (name, kind) in FIELDS {
        xml.key(name, name, "node", kind);
    }
    for (name, number) in &names {
        xml.key(&format!("a{number}"), &format!("attributes.{name}"), "node", "string");
    }
    xml.key("weight", "weight", "edge", "double");
    xml.markup("<graph edgedefault=\"undirected\">\n");
    for person in &request.people {
        node(&mut xml, person, &names);
    }
    let mut sheet = Sheet::new(Separator::Comma);
    sheet.row(["a", "b", "weight"].into_iter());
    for tie in &request.ties {
        let weight = tie.weight.to_string();
        xml.markup("<edge source=\"").text(tie.a.as_str()).markup("\" target=\"");
        xml.text(tie.b.as_str()).markup("\">").data("weight", &weight).markup("</edge>\n");
        sheet.begin();
        sheet.cell(tie.a.as_str());
        sheet.cell(tie.b.as_str());
        sheet.plain(&weight);
        sheet.end();
    }
    xml.markup("</graph>\n</graphml>\n");
    Ok(GraphText {
        graphml: xml.0,
        edge_list: sheet.text,
        nodes: request.people.len() as u32,
        edges: request.ties.len() as u32,
    })
}

/// The attributes of all people, numbered in alphabetical order.
fn attributes(people: &[Person]) -> Result<BTreeMap<&str, usize>> {
    let mut names: BTreeSet<&str> = BTreeSet::new();
    for person in people {
        names.extend(person.attributes.keys().map(String::as_str));
        if names.len() > MOST_ATTRIBUTES {
            let message = format!("people have more than {MOST_ATTRIBUTES} different attributes");
            return Err(Error::new(Code::ContractTooLarge, message).at("/people"));
        }
    }
    Ok(names.into_iter().enumerate().map(|(number, name)| (name, number)).collect())
}

fn node(xml: &mut Xml, person: &Person, names: &BTreeMap<&str, usize>) {
    xml.markup("<node id=\"").text(person.id.as_str()).markup("\">");
    let level = person.level.map(|level| level.to_string());
    let [expertise, needs, available] =
        [&person.expertise, &person.needs, &person.available].map(|list| list.join("|"));
    let list = |list: &str| (!list.is_empty()).then(|| list.to_owned());
    let values: [Option<String>; 9] = [
        Some(person.role.clone()),
        person.family.map(|family| family.name().to_owned()),
        person.organisation.clone(),
        person.unit.clone(),
        person.reports_to.as_ref().map(|manager| manager.as_str().to_owned()),
        level,
        list(&expertise),
        list(&needs),
        list(&available),
    ];
    for ((key, _), value) in FIELDS.iter().zip(values) {
        if let Some(value) = value {
            xml.data(key, &value);
        }
    }
    for (name, value) in &person.attributes {
        if let Some(number) = names.get(name.as_str()) {
            xml.data(&format!("a{number}"), value);
        }
    }
    xml.markup("</node>\n");
}

/// Whether XML 1.0 admits a character.
fn fits_xml(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}

/// Markup, and text that is escaped.
struct Xml(String);

impl Xml {
    fn markup(&mut self, markup: &str) -> &mut Self {
        self.0.push_str(markup);
        self
    }

    fn text(&mut self, text: &str) -> &mut Self {
        for character in text.chars() {
            match character {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                // A reader would take these for spaces, or for one line end.
                '\t' => self.0.push_str("&#9;"),
                '\n' => self.0.push_str("&#10;"),
                '\r' => self.0.push_str("&#13;"),
                other if fits_xml(other) => self.0.push(other),
                _ => self.0.push('\u{fffd}'),
            }
        }
        self
    }

    fn key(&mut self, id: &str, name: &str, of: &str, kind: &str) {
        self.markup("<key id=\"").text(id).markup("\" for=\"").text(of);
        self.markup("\" attr.name=\"").text(name).markup("\" attr.type=\"").text(kind);
        self.markup("\"/>\n");
    }

    fn data(&mut self, key: &str, value: &str) -> &mut Self {
        self.markup("<data key=\"").text(key).markup("\">").text(value).markup("</data>")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::{TiesFromTableRequest, ties_from_table};
    use serde_json::{Value, json};

    fn graph(people: Value, ties: Value) -> Result<GraphText> {
        to_graphml(&serde_json::from_value(json!({"people": people, "ties": ties})).unwrap())
    }

    #[test]
    fn nodes_carry_their_person_and_edges_their_weight() {
        let people = json!([
            {"id": "a<&\"", "role": "nurse", "level": 2, "expertise": ["x", "y"],
             "attributes": {"role": "of\u{1} one's own\n"}},
            {"id": "b", "role": "Conteur", "family": "design", "reportsTo": "a<&\""}
        ]);
        let graph = graph(people, json!([{"a": "b", "b": "a<&\"", "weight": 1e12}])).unwrap();
        assert!(graph.graphml.contains(
            "<node id=\"a&lt;&amp;&quot;\"><data key=\"role\">nurse</data><data key=\"level\">2</data>\
             <data key=\"expertise\">x|y</data><data key=\"a0\">of\u{fffd} one's own&#10;</data></node>"
        ));
        assert!(graph.graphml.contains("attr.name=\"attributes.role\""));
        assert!(graph.graphml.contains("<data key=\"weight\">1000000000000</data></edge>"));
        assert_eq!((graph.nodes, graph.edges), (2, 1));
    }

    #[test]
    fn the_list_of_edges_is_read_back_as_the_same_ties() {
        let people = json!([{"id": "=a", "role": "nurse"}, {"id": "b, c", "role": "nurse"}, {"id": "'-d", "role": "nurse"}]);
        let ties = json!([{"a": "=a", "b": "b, c", "weight": 0.1}, {"a": "b, c", "b": "'-d", "weight": 3.0}]);
        let text = graph(people, ties.clone()).unwrap().edge_list;
        let request = TiesFromTableRequest { text: Some(text), ..Default::default() };
        let read = ties_from_table(&request).unwrap();
        assert_eq!(serde_json::to_value(read.ties).unwrap(), ties);
    }

    #[test]
    fn what_cannot_be_a_graph_is_refused() {
        let code = |people, ties| {
            let error = graph(people, ties).unwrap_err();
            format!("{} {}", error.code(), error.path())
        };
        let ana = json!([{"id": "ana", "role": "nurse"}]);
        assert_eq!(code(json!([]), json!([])), "people.empty /people");
        assert_eq!(
            code(ana.clone(), json!([{"a": "ana", "b": "bo", "weight": 1}])),
            "people.unknown-person /ties/0/b"
        );
        let odd = json!([{"id": "a\u{ffff}", "role": "nurse"}]);
        assert_eq!(code(odd, json!([])), "contract.invalid-value /people/0/id");
    }
}
