use super::*;
use proptest::prelude::*;
use serde_json::json;

fn read_card(text: &str) -> Result<CardRead> {
    card_from_markdown(&CardFromMarkdownRequest { text: text.into(), locale: "en".into() })
}

fn there_and_back(card: &Card) -> Card {
    let text = card_to_markdown(&CardToMarkdownRequest { card: card.clone() }).unwrap().text;
    let read = read_card(&text).unwrap_or_else(|error| panic!("{error}\n{text}"));
    assert_eq!(read.format, CardFormat::Innovation);
    assert!(read.assumed.is_empty());
    read.card
}

fn refused(text: &str, path: &str) {
    let error = read_card(text).unwrap_err();
    assert_eq!((error.code(), error.path()), (Code::ExchangeInvalidCard, path), "{error}\n{text}");
}

const OURS: &str = "---\nformat: innovation/card@1\nid: walk\nkind: method\ngroup: {min: 2, max: 12}\n\
    minutes:\n  run: {min: 20, max: 40}\nstages:\n  - minutes: 20\n    grouping: pairs\n\
    materials: [{per: room, count: 1}]\n---\n\n# [en] A walk\n\n## Purpose\n\nTalk side by side.\n\n\
    ## Stage 1: Go\n\nWalk.\n\n## Materials\n\n1. A door\n\n\
    # [fr] Une marche\n\n## Étape 1 : Allez\n\nMarchez.\n\n## Matériel\n\n1. Une porte\n";

#[test]
fn a_card_written_by_hand_is_read() {
    let card = read_card(OURS).unwrap().card;
    let json = serde_json::to_value(&card).unwrap();
    assert_eq!(
        json["stages"],
        json!([{"title": {"en": "Go", "fr": "Allez"}, "minutes": 20,
        "grouping": "pairs", "instruction": {"en": "Walk.", "fr": "Marchez."}}])
    );
    assert_eq!(json["materials"][0]["name"], json!({"en": "A door", "fr": "Une porte"}));
    assert_eq!(json["purpose"], json!({"en": "Talk side by side."}));
    assert_eq!(there_and_back(&card), card);
}

#[test]
fn what_is_no_card_is_refused_at_its_line() {
    refused("", "/text/lines/1");
    refused("# [en] A walk", "/text/lines/1");
    refused("---\nid: a\n---\n", "/text");
    refused(&OURS.replace("## Purpose", "## Porpoise"), "/text/lines/16");
    refused(&OURS.replace("# [en] A walk", "lost words\n# [en] A walk"), "/text/lines/14");
    refused(&OURS.replace("1. A door", "A door"), "/text/lines/26");
    refused(&OURS.replace("Étape 1", "Étape 7"), "/text");
    refused(&OURS.replace("Walk.", "").replace("Marchez.", ""), "/text");
    refused(&OURS.replace("kind: method", "kind: song"), "/text");
    refused(&OURS.replace("card@1", "card@9"), "/text");
    refused(&OURS.replace("id: walk", "id: walk\nid: run"), "/text/lines/4");
    let long = CardFromMarkdownRequest { text: "x".repeat((1 << 20) + 1), locale: "en".into() };
    assert_eq!(card_from_markdown(&long).unwrap_err().code(), Code::ContractTooLarge);
}

#[cfg(feature = "deck")]
#[test]
fn the_deck_comes_back() {
    let deck = crate::equip::deck(&crate::equip::DeckRequest::default()).unwrap();
    for card in &deck.cards {
        assert_eq!(there_and_back(card), *card);
    }
}

#[test]
fn a_method_specification_becomes_a_card() {
    let text = "---\nid: rounds\ntitle: Rounds\nversion: 0.1.0\nstatus: draft\nsummary: One after another.\n\
        source_method: An old practice\nlicense: CC0-1.0\nattribution: \"Nobody's: everybody's.\"\n\
        runtime:\n  reference: harmonica\n  artifact: chain\nroles:\n  - { slug: member, label: Member }\n\
        stages:\n  - { id: first, title: \"First: open\", roles: [member], context_mode: none, output: each one's view, unheard so far }\n\
        \x20 - id: second\n    title: Close\n    output: what remains\ntags: [rounds, whole-group]\n---\n\n# Rounds\n\n\
        In rounds each speaks once.\n\n**Who it's for:** a group that talks over itself.\n\n\
        ## Stage: first\n**Goal:** hear everybody.\n\nGo round.\n\n**Output:** views.\n";
    let read = read_card(text).unwrap();
    assert_eq!(read.format, CardFormat::MethodSpec);
    let card = serde_json::to_value(&read.card).unwrap();
    assert_eq!(card["stages"][0]["title"], json!({"en": "First: open"}));
    assert_eq!(
        card["stages"][0]["instruction"]["en"],
        "**Goal:** hear everybody.\n\nGo round.\n\n**Output:** views."
    );
    assert_eq!(card["stages"][1]["instruction"]["en"], "what remains");
    assert_eq!(card["bestFor"]["en"], "a group that talks over itself.");
    assert_eq!((&card["licence"], &card["version"]), (&json!("CC0-1.0"), &json!("0.1.0")));
    assert_eq!(card["sources"][1]["title"], "Nobody's: everybody's.");
    let kept = &card["extensions"]["methodSpec"];
    assert_eq!(kept["stages"][0]["output"], "each one's view, unheard so far");
    assert_eq!(kept["tags"], json!(["rounds", "whole-group"]));
    assert!(read.assumed.contains(&"/minutes/run".to_owned()));
    assert_eq!(there_and_back(&read.card), read.card);
}

#[test]
fn a_method_card_becomes_a_card() {
    let text = "---\nlayout: card\ntitle: A vote by dots\ncategory: Decide\nwhat: A simple vote&#58; dots.\nwhy: To see what matters.\n\
        timeRequired: 1–2 hours\nhow:\n  <ol>\n    <li>Give dots.</li>\n    <li>\n      Stick them&#58;\n      <ul><li>one each</li></ul>\n    </li>\n  </ol>\n\
        governmentConsiderations:\n  <p>None.</p>\n---\n";
    let read = read_card(text).unwrap();
    assert_eq!(read.format, CardFormat::MethodCard);
    let card = serde_json::to_value(&read.card).unwrap();
    assert_eq!(card["id"], "a-vote-by-dots");
    assert_eq!(card["purpose"]["en"], "A simple vote: dots.\n\nTo see what matters.");
    assert_eq!(card["minutes"]["run"], json!({"min": 60, "max": 120}));
    assert_eq!(card["stages"][1]["instruction"]["en"], "Stick them:\n– one each");
    assert_eq!(card["extensions"]["methodCard"]["category"], "Decide");
    assert_eq!(there_and_back(&read.card), read.card);
    refused("---\nlayout: card\ntitle: Nothing to do\n---\n", "/text/lines/1");
}

fn any_text() -> impl Strategy<Value = serde_json::Value> {
    let string = "[ -~é«\\n\\t\u{a0}#\\\\:\\[\\]]{0,12}";
    prop_oneof![
        string.prop_map(|text| json!(text)),
        prop::collection::btree_map("en|fr|fr-CA|x y", string, 1..3).prop_map(|map| json!(map)),
    ]
}

fn any_card() -> impl Strategy<Value = Card> {
    let stages = prop::collection::vec((any_text(), any_text()), 0..3);
    let materials = prop::collection::vec(any_text(), 0..3);
    let odd = "[ -~é\\n]{0,9}";
    (any_text(), prop::option::of(any_text()), stages, materials, odd, any::<f64>()).prop_map(
        |(title, purpose, stages, materials, odd, number)| {
            let stage = |(title, instruction)| json!({"title": title, "minutes": 5, "grouping": "small", "instruction": instruction});
            let mut card = json!({
                "id": "x", "kind": "method", "title": title, "group": {"min": 2},
                "minutes": {"run": {"min": 5, "max": 9}}, "licence": odd, "notFor": purpose,
                "stages": stages.into_iter().map(stage).collect::<Vec<_>>(),
                "materials": materials.into_iter().map(|name| json!({"name": name, "per": "room", "count": 1})).collect::<Vec<_>>(),
                "extensions": {odd.clone(): {"deep": [odd, null, {"n": 1e-7}]}},
            });
            if number.is_finite() {
                card["extensions"]["number"] = json!(number);
            }
            serde_json::from_str(&card.to_string()).unwrap()
        },
    )
}

proptest! {
    /// A card written and read again is the same card.
    #[test]
    fn every_card_comes_back(card in any_card()) {
        prop_assert_eq!(there_and_back(&card), card);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3_000))]

    /// Whatever is cut, doubled or overwritten, the text is read or refused.
    #[test]
    fn no_text_is_too_strange(which in 0..3_usize, cuts in prop::collection::vec((any::<prop::sample::Index>(), 0..6_usize, "[ -~\\n\\t\\[\\]{}:,#é-]{0,4}"), 1..6)) {
        let specification = "---\nid: a\ntitle: A\nstages:\n  - { id: b, title: \"B, c\", output: d, e }\n  - id: f\n    title: >\n      two\n      lines\ntags: [x, 'y']\n---\n\n## Stage: b\n**Goal:** g\n";
        let method = "---\nlayout: card\ntitle: A\ntimeRequired: 1–2 hours\nhow:\n  <ol><li>a &amp; b<ul><li>c</li></ul></li></ol>\n---\n## How to do it\n1. x\n";
        let text = [OURS, specification, method][which];
        let mut characters: Vec<char> = text.chars().collect();
        for (at, length, put) in cuts {
            let at = at.index(characters.len() + 1);
            let end = (at + length).min(characters.len());
            characters.splice(at..end, put.chars());
        }
        let text: String = characters.into_iter().collect();
        if let Ok(read) = read_card(&text) {
            prop_assert_eq!(there_and_back(&read.card), read.card);
        }
    }
}
