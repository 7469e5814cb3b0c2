use super::*;
use serde_json::json;

fn check(text: &str, expected: &Value) {
    let (map, _) = split(&format!("---\n{text}\n---\n")).unwrap();
    assert_eq!(Value::Object(map), *expected, "{text}");
}

#[test]
fn what_people_write_is_read() {
    check(
        "# a comment\nid: delphi\nversion: 0.1.0\ncount: 3\nflag: true\nnothing:\n\
         quote: \"a: b, \\\"c\\\"\"\nsingle: 'it''s'\nnote: plain # not this",
        &json!({"id": "delphi", "version": "0.1.0", "count": 3, "flag": true, "nothing": null,
                "quote": "a: b, \"c\"", "single": "it's", "note": "plain"}),
    );
    check(
        "a:\n  b: 1\n  c:\n    - x\n    - y: 2\n      z: [p, \"q\"]\nd:\n- e\n- f",
        &json!({"a": {"b": 1, "c": ["x", {"y": 2, "z": ["p", "q"]}]}, "d": ["e", "f"]}),
    );
    check(
        "roles:\n  - { slug: a, label: One, two, output: each person's own, and more }",
        &json!({"roles": [{"slug": "a", "label": "One, two", "output": "each person's own, and more"}]}),
    );
    check(
        "how:\n  <ol>\n    <li>One: a</li>\n  </ol>\nwhy: in\n  two lines",
        &json!({"how": "<ol> <li>One: a</li> </ol>", "why": "in two lines"}),
    );
    check("text: |\n  one\n    two\n\n  three", &json!({"text": "one\n  two\n\nthree"}));
    check("group: {\"min\":4,\"max\":null}", &json!({"group": {"min": 4, "max": null}}));
}

#[test]
fn what_is_not_understood_is_refused_at_its_line() {
    for (text, line) in [
        ("id: a", 1),
        ("---\nid: a", 1),
        ("---\n\tid: a\n---", 2),
        ("---\nid: a\nid: b\n---", 3),
        ("---\nid: a\n  b: c\n---", 3),
        ("---\nid: [a\n---", 2),
        ("---\nid: {a: 'b}\n---", 2),
        ("---\njust words\n---", 2),
        ("---\n- a\n---", 2),
    ] {
        let found = split(text);
        if text.contains("  b: c") {
            // A line that stands deeper continues the value above it.
            assert!(found.is_ok());
            continue;
        }
        assert_eq!(found.unwrap_err().path(), format!("/text/lines/{line}"), "{text}");
    }
    let deep = format!("---\n{}x\n---\n", "- ".repeat(100));
    assert_eq!(split(&deep).unwrap_err().path(), "/text/lines/2");
    let deep = format!("---\na: {}\n---\n", "[".repeat(100));
    assert_eq!(split(&deep).unwrap_err().path(), "/text/lines/2");
}
