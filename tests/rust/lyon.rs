//! The ward in Lyon: published and peer-computed values on real contacts.
//!
//! P. Vanhems et al., *Estimating potential infection transmission routes in hospital wards
//! using wearable proximity sensors*, PLoS ONE 8(9):e73970, 2013.

use innovation_core::call;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::io::Read;
use tests::reference;

/// Contacts, as text.
fn contacts() -> Option<String> {
    let packed = reference("hospital/hospital_lyon_contacts.dat.gz")?;
    let mut text = String::new();
    flate2::read::GzDecoder::new(packed.as_slice()).read_to_string(&mut text).unwrap();
    Some(text)
}

fn ask(operation: &str, request: &Value) -> Value {
    serde_json::from_str(&call(operation, &request.to_string()).unwrap()).unwrap()
}

/// The roles of the data as roles of the catalogue.
fn role(status: &Value) -> &'static str {
    match status.as_str().unwrap() {
        "NUR" => "nurse",
        "MED" => "hospital-physician",
        "ADM" => "receptionist",
        "PAT" => "patient",
        other => panic!("unknown status {other}"),
    }
}

#[test]
fn the_profile_of_the_ward_is_the_published_one() {
    let Some(text) = contacts() else { return };
    let table = ask("exchange.tiesFromContacts", &json!({"text": text}));
    let people: Vec<Value> = table["persons"]
        .as_array()
        .unwrap()
        .iter()
        .map(|person| json!({"id": person["id"], "role": role(&person["status"])}))
        .collect();
    let profile =
        ask("people.profile", &json!({"people": people, "ties": table["ties"], "by": ["role"]}));
    assert_eq!(profile["people"], 75);
    assert_eq!(profile["ties"], 1139);
    assert_eq!(profile["weight"], 32424.0);
    let by_role = &profile["attributes"][0];
    let shown = |path: &str, digits: usize| {
        format!("{:.digits$}", by_role.pointer(path).unwrap().as_f64().unwrap())
    };
    assert_eq!(shown("/eiIndex/unweighted/value", 5), "0.51712");
    assert_eq!(shown("/eiIndex/weighted/value", 5), "-0.16229");
    assert_eq!(shown("/blau/value", 6), "0.688000");
    assert_eq!(shown("/shannon/value", 6), "1.255467");
    assert_eq!(shown("/normalised/value", 6), "0.905628");

    let oracle = reference("hospital/oracle_networkx.json").unwrap();
    let oracle: BTreeMap<String, Value> = serde_json::from_slice(&oracle).unwrap();
    for person in profile["persons"].as_array().unwrap() {
        let expected = &oracle[person["id"].as_str().unwrap()];
        for (ours, theirs) in [
            ("/constraint/weighted/value", "constraint_w"),
            ("/constraint/unweighted/value", "constraint"),
            ("/effectiveSize/unweighted/value", "eff_size"),
            ("/degree", "degree"),
            ("/strength", "strength"),
        ] {
            let found = person.pointer(ours).unwrap().as_f64().unwrap();
            let wanted = expected[theirs].as_f64().unwrap();
            assert!(
                (found - wanted).abs() < 1e-9,
                "{} {ours}: {found}, not {wanted}",
                person["id"]
            );
        }
    }
}
