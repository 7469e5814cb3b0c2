use super::*;
use serde_json::{Value, json};

fn read(what: &str, text: &str, more: Value) -> Result<FromTable> {
    let mut request = json!({"what": what, "text": text});
    for (key, value) in more.as_object().unwrap() {
        request[key] = value.clone();
    }
    from_table(&serde_json::from_value(request).unwrap())
}

fn check(what: &str, text: &str, more: Value, field: &str, expected: &Value) {
    let table = read(what, text, more).unwrap();
    assert_eq!(serde_json::to_value(&table).unwrap()[field], *expected, "{text}");
}

fn refused(what: &str, text: &str, more: Value, expected: &str) {
    let error = read(what, text, more).unwrap_err();
    assert_eq!(format!("{} {}", error.code(), error.path()), expected, "{text}: {error}");
}

#[test]
fn values_are_read_long_and_wide() {
    let expected = json!([
        {"id": "a", "values": {"cost": 2.5, "reach": [10.0, 20.0]}},
        {"id": "b", "values": {"cost": 1.0}}
    ]);
    let wide = "id;cost;reach\na;2,5;10..20\nb;1;\n";
    check("values", wide, json!({}), "alternatives", &expected);
    let long =
        "projet;critère;évaluateur;note\na;cost;x;2,5\na;reach;x;10\na;reach;y;20\nb;cost;x;1\n";
    check("values", long, json!({}), "alternatives", &expected);
    refused("values", "id,cost\na,1\na,2", json!({}), "exchange.invalid-cell /text/rows/3/cost");
    refused("values", "id,cost\na,1\nb,dear", json!({}), "exchange.invalid-cell /text/rows/3/cost");
    refused("values", "id,cost,reach\na,\"1,250\",1", json!({}), "exchange.ambiguous /text");
    refused("values", "id,rater\na,b", json!({}), "exchange.missing-column /text");
}

#[test]
fn ratings_are_read_long_and_wide() {
    let wide = read("ratings", "unit,ana,bo\nu1,1,2\nu2,,3\n", json!({})).unwrap();
    let long = "unit,rater,rating\nu1,ana,1\nu1,bo,2\nu2,bo,3\n";
    let long = read("ratings", long, json!({})).unwrap();
    for table in [&wide, &long] {
        let table = serde_json::to_value(table).unwrap();
        assert_eq!(table["ratings"], json!([[1.0, 2.0], [null, 3.0]]));
        assert_eq!(
            (&table["units"], &table["raters"]),
            (&json!(["u1", "u2"]), &json!(["ana", "bo"]))
        );
    }
    let facets = "unité,évaluatrice,item,note\nu,ana,q1,bien\nu,ana,q2,3\n";
    let facets = serde_json::to_value(read("ratings", facets, json!({})).unwrap()).unwrap();
    assert_eq!(facets["ratings"], json!([["bien", "3"]]));
    assert_eq!(
        (&facets["items"], &facets["raters"]),
        (&json!(["q1", "q2"]), &json!(["ana", "ana"]))
    );
    let twice = "unit,rater,score\nu,a,1\nu,a,2";
    refused("ratings", twice, json!({}), "exchange.invalid-cell /text/rows/3/score");
}

#[test]
fn assessments_are_read_long_and_wide() {
    let rubric = json!({"rubric": "r", "version": "1.0.0", "days": "dayFirst"});
    let expected = json!([{
        "rubric": "r", "version": "1.0.0", "subject": "lits", "assessor": "p1", "role": "nurse",
        "at": "2026-03-04", "answers": {"q1": 2.0, "q2": "notApplicable"}
    }]);
    let wide = "sujet;évaluateur;fonction;date;q1;q2;Nom\nlits;p1;Infirmière;04/03/2026;2;Sans objet;Ana\n";
    check("assessments", wide, rubric.clone(), "assessments", &expected);
    let long = "subject,assessor,role,date,item,answer\n\
                lits,p1,nurse,2026-03-04,q1,2\nlits,p1,nurse,2026-03-04,q2,n/a\n";
    check("assessments", long, rubric, "assessments", &expected);
    refused("assessments", "subject,q\na,1", json!({}), "contract.missing-field /rubric");
    let rubric = json!({"rubric": "r", "version": "1"});
    let slashes = "subject,date,q\na,04/03/2026,1";
    refused("assessments", slashes, rubric.clone(), "exchange.ambiguous /text/rows/2/at");
    refused(
        "assessments",
        "subject,date,q\na,soon,1",
        rubric,
        "exchange.invalid-cell /text/rows/2/at",
    );
}

#[test]
fn ballots_are_read_in_every_form() {
    let approve = json!([
        {"voter": "v", "role": "patient", "approve": ["a", "b"]},
        {"voter": "w", "role": "nurse", "approve": []}
    ]);
    for text in [
        "votant;collège;choix\nv;patient;a | b\nw;infirmier;\n",
        "voter;role;a;b;c\nv;patient;x;oui;non\nw;nurse;;0;\n",
    ] {
        check("ballots", text, json!({"ballot": "approve"}), "ballots", &approve);
    }
    let points = json!([{"voter": "v", "points": {"a": 3, "b": 0}}]);
    check("ballots", "voter,project,points\nv,a,3\nv,b,0\n", json!({}), "ballots", &points);
    let order = json!([{"voter": "v", "order": ["b", "a"]}]);
    check("ballots", "voter,order\nv,b > a\n", json!({}), "ballots", &order);
    check("ballots", "voter,a,b\nv,2,1\n", json!({"ballot": "order"}), "ballots", &order);
    let wide = |cells: &str, ballot: &str, expected: &str| {
        refused("ballots", &format!("voter,a,b\nv,{cells}\n"), json!({"ballot": ballot}), expected);
    };
    refused("ballots", "voter,a,b\nv,2,1\n", json!({}), "exchange.ambiguous /text");
    wide("1,1", "order", "exchange.invalid-cell /text/rows/2/order");
    wide("1,-1", "points", "exchange.invalid-cell /text/rows/2/b");
    wide("perhaps,1", "approve", "exchange.invalid-cell /text/rows/2/a");
    let twice = "voter,approve\nv,a\nv,b\n";
    refused("ballots", twice, json!({}), "exchange.invalid-cell /text/rows/3/voter");
    let twice = "voter,project\nv,a\nv,a\n";
    refused("ballots", twice, json!({}), "exchange.invalid-cell /text/rows/3/project");
}

#[test]
fn sites_are_read() {
    check(
        "sites",
        "Code;Nom;Stade;Depuis;Éligibles;Atteints;Taille\ns1;Nord;en essai;04/03/2026;100;40;grande\n",
        json!({"days": "dayFirst"}),
        "sites",
        &json!([{"id": "s1", "name": "Nord", "stage": "trial", "since": "2026-03-04",
                 "eligible": 100, "reached": 40, "attributes": {"Taille": "grande"}}]),
    );
    let none = json!({});
    refused(
        "sites",
        "id,stage\ns,asleep",
        none.clone(),
        "exchange.invalid-cell /text/rows/2/stage",
    );
    refused(
        "sites",
        "id,stage\ns,trial\ns,trial",
        none.clone(),
        "exchange.invalid-cell /text/rows/3/id",
    );
    refused(
        "sites",
        "id,stage,reached\ns,trial,1.5",
        none,
        "exchange.invalid-cell /text/rows/2/reached",
    );
}

#[test]
fn a_formula_is_refused_and_a_marked_text_is_not() {
    refused("sites", "id,stage\n=1+1,trial", json!({}), "exchange.formula-cell /text/rows/2/id");
    let marked = json!([{"id": "=a", "stage": "trial"}]);
    check("sites", "id,stage\n'=a,trial", json!({}), "sites", &marked);
}
