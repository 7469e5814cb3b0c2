//! Tables that were damaged on their way.

use super::{
    FromTableRequest, PeopleFromTableRequest, TiesFromContactsRequest, TiesFromTableRequest,
    from_table, people_from_table, ties_from_contacts, ties_from_table,
};
use proptest::prelude::*;

/// A table of every kind, and what it holds.
const TABLES: [(&str, &str); 8] = [
    (
        "people",
        "id;rôle;unité;n+1;niveau\na;Cadre de santé;Chirurgie;;2\nb;infirmier;\"Nord; Sud\";a;1\n",
    ),
    ("ties", "De,À,Minutes\na,b,\"2,5\"\nb,c,1\n"),
    ("contacts", "140\t1157\t1232\tMED\tADM\n160\t1157\t1191\tMED\tADM\n"),
    ("values", "Projet;Coût;Portée\nlits;2,5;10\nsortie;1;20..30\n"),
    ("ratings", "unit,rater,item,rating\nu1,ana,q1,1\nu1,bo,q1,2\n"),
    ("assessments", "subject,assessor,date,q1,q2\nbeds,p1,2026-03-04,2,n/a\n"),
    ("ballots", "voter;role;a;b\nv;patient;x;\nw;nurse;;x\n"),
    ("sites", "id,stage,since,eligible\ns1,trial,2026-03-04,100\n"),
];

fn read(what: &str, text: Option<String>, base64: Option<String>) {
    match what {
        "people" => {
            let request = PeopleFromTableRequest { text, base64, ..Default::default() };
            let _ = people_from_table(&request);
        }
        "ties" => {
            let _ = ties_from_table(&TiesFromTableRequest { text, base64, ..Default::default() });
        }
        "contacts" => {
            let request = TiesFromContactsRequest { text, base64, ..Default::default() };
            let _ = ties_from_contacts(&request);
        }
        other => {
            let mut request: FromTableRequest = serde_json::from_value(serde_json::json!({
                "what": other, "rubric": "r", "version": "1", "ballot": "approve", "days": "dayFirst"
            }))
            .unwrap();
            (request.text, request.base64) = (text, base64);
            let _ = from_table(&request);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(7_000))]

    /// Whatever is cut, doubled or overwritten, a table is read or refused.
    #[test]
    fn no_table_is_too_strange(
        which in 0..TABLES.len(),
        cuts in prop::collection::vec(
            (any::<prop::sample::Index>(), 0..5_usize, "[ -~\\n\\r\\t\"';,=é\u{feff}\0]{0,3}"), 1..5),
        bytes in any::<bool>(),
    ) {
        let (what, table) = TABLES[which];
        let mut characters: Vec<char> = table.chars().collect();
        for (at, length, put) in cuts {
            let at = at.index(characters.len() + 1);
            let end = (at + length).min(characters.len());
            characters.splice(at..end, put.chars());
        }
        if bytes {
            // The low byte of each character: Windows-1252 more often than not.
            let bytes: Vec<u8> = characters.into_iter().map(|c| c as u8).collect();
            use base64::Engine;
            read(what, None, Some(base64::engine::general_purpose::STANDARD.encode(bytes)));
        } else {
            read(what, Some(characters.into_iter().collect()), None);
        }
    }
}
