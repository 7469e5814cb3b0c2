//! Twelve sites, what they changed, and what holds the idea: all of it invented.

use innovation_core::spread::{RegisterRequest, SustainRequest};
use innovation_core::{Code, Error, Result};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

/// When the register is read.
pub(super) const LOOK: &str = "2028-11-01";

/// Settings that were asked to take it up.
pub(super) const ASKED: u32 = 16;

/// A stage and the day on which a site reached it.
type Step = (&'static str, &'static str);
/// A day, whether it was kept, and how much of the core was there.
type Look = (&'static str, bool, f64);

/// What is known of a site.
struct Notes {
    id: &'static str,
    english: &'static str,
    french: &'static str,
    kind: &'static str,
    area: &'static str,
    /// People it is meant for, and those who had it; then those of 80 and over among both.
    people: Option<[u32; 4]>,
    steps: &'static [Step],
    looks: &'static [Look],
}

const SITES: [Notes; 12] = [
    Notes {
        id: "birch",
        english: "Birch ward",
        french: "Unité des Bouleaux",
        kind: "ward",
        area: "town",
        people: Some([310, 260, 140, 105]),
        steps: &[
            ("aware", "2026-09-15"),
            ("trial", "2026-10-12"),
            ("adopted", "2027-01-11"),
            ("routine", "2027-09-01"),
        ],
        looks: &[("2027-04-12", true, 0.9), ("2027-07-08", true, 0.9), ("2028-01-14", true, 0.95)],
    },
    Notes {
        id: "heron",
        english: "Heron ward",
        french: "Unité des Hérons",
        kind: "ward",
        area: "town",
        people: Some([280, 205, 120, 70]),
        steps: &[("aware", "2027-08-01"), ("adopted", "2027-10-15")],
        looks: &[("2028-01-20", true, 0.8), ("2028-04-23", true, 0.75)],
    },
    Notes {
        id: "lime",
        english: "Lime ward",
        french: "Unité des Tilleuls",
        kind: "ward",
        area: "town",
        people: Some([240, 150, 90, 42]),
        steps: &[("aware", "2027-08-01"), ("trial", "2027-10-01"), ("adopted", "2028-01-03")],
        looks: &[("2028-04-02", true, 0.7), ("2028-07-10", false, 0.4)],
    },
    Notes {
        id: "cedar",
        english: "Cedar ward",
        french: "Unité des Cèdres",
        kind: "ward",
        area: "town",
        people: Some([200, 60, 75, 14]),
        steps: &[
            ("aware", "2027-08-01"),
            ("adopted", "2027-11-01"),
            ("discontinued", "2028-03-19"),
        ],
        looks: &[("2028-02-03", true, 0.5)],
    },
    Notes {
        id: "kingfisher",
        english: "Kingfisher practice",
        french: "Cabinet du Martin-pêcheur",
        kind: "practice",
        area: "country",
        people: Some([95, 70, 50, 33]),
        steps: &[("aware", "2027-10-10"), ("trial", "2027-12-01"), ("adopted", "2028-02-14")],
        looks: &[("2028-05-13", true, 0.9), ("2028-08-15", true, 0.9)],
    },
    Notes {
        id: "mill",
        english: "Mill practice",
        french: "Cabinet du Moulin",
        kind: "practice",
        area: "country",
        people: Some([80, 18, 45, 9]),
        steps: &[("aware", "2028-01-04"), ("trial", "2028-07-08")],
        looks: &[],
    },
    Notes {
        id: "orchard",
        english: "Orchard home",
        french: "Résidence du Verger",
        kind: "home",
        area: "country",
        people: Some([60, 52, 55, 48]),
        steps: &[("aware", "2027-11-20"), ("adopted", "2028-01-31")],
        looks: &[("2028-04-30", true, 0.8)],
    },
    Notes {
        id: "lighthouse",
        english: "Lighthouse home",
        french: "Résidence du Phare",
        kind: "home",
        area: "town",
        people: Some([75, 50, 70, 46]),
        steps: &[("aware", "2027-11-20"), ("adopted", "2028-05-06")],
        looks: &[("2028-08-06", true, 0.85)],
    },
    Notes {
        id: "larch",
        english: "Larch ward",
        french: "Unité des Mélèzes",
        kind: "ward",
        area: "country",
        people: Some([130, 31, 60, 12]),
        steps: &[("aware", "2028-02-01"), ("trial", "2028-06-04"), ("adopted", "2028-09-10")],
        looks: &[],
    },
    Notes {
        id: "harbour",
        english: "Harbour practice",
        french: "Cabinet du Port",
        kind: "practice",
        area: "town",
        people: Some([110, 0, 40, 0]),
        steps: &[("aware", "2027-10-10")],
        looks: &[],
    },
    Notes {
        id: "plateau",
        english: "Plateau practice",
        french: "Cabinet du Plateau",
        kind: "practice",
        area: "country",
        people: None,
        steps: &[("aware", "2028-05-22")],
        looks: &[],
    },
    Notes {
        id: "ferry",
        english: "Ferry home",
        french: "Résidence du Bac",
        kind: "home",
        area: "country",
        people: None,
        steps: &[("aware", "2028-05-22")],
        looks: &[],
    },
];

/// Who meets whom often enough for a practice to pass: sites, and how many people work in both
/// or meet each month.
pub(super) const MEETINGS: [(&str, &str, u32); 17] = [
    ("birch", "heron", 6),
    ("birch", "lime", 5),
    ("birch", "cedar", 3),
    ("heron", "lime", 4),
    ("heron", "larch", 1),
    ("cedar", "lime", 2),
    ("birch", "kingfisher", 2),
    ("heron", "orchard", 2),
    ("kingfisher", "mill", 4),
    ("kingfisher", "plateau", 3),
    ("mill", "plateau", 2),
    ("orchard", "lighthouse", 3),
    ("orchard", "ferry", 2),
    ("lighthouse", "harbour", 2),
    ("harbour", "birch", 1),
    ("larch", "plateau", 1),
    ("larch", "ferry", 1),
];

/// The register of the twelve sites.
pub(super) fn register() -> Result<RegisterRequest> {
    let sites: Vec<Value> = SITES.iter().map(site).collect();
    document(json!({
        "innovation": {
            "id": "one-page-plan",
            "title": {"en": "A discharge plan on one page", "fr": "Un plan de sortie sur une page"},
            "core": [
                {"id": "written-together",
                 "title": {"en": "written together with the patient, or the carer they choose",
                           "fr": "écrit avec la personne, ou le proche aidant qu’elle choisit"},
                 "why": {"en": "What matters to them comes first on the page.",
                         "fr": "Ce qui compte pour elle vient en tête de la page."}},
                {"id": "plain-words",
                 "title": {"en": "in plain words", "fr": "en mots simples"}},
                {"id": "sent-the-same-day",
                 "title": {"en": "sent the same day to whoever cares next",
                           "fr": "envoyé le jour même à qui prend le relais"}},
            ],
            "adaptable": [
                {"id": "layout", "title": {"en": "the layout", "fr": "la mise en page"}},
                {"id": "language", "title": {"en": "the language", "fr": "la langue"}},
                {"id": "moment", "title": {"en": "the moment of the day", "fr": "le moment de la journée"}},
            ],
        },
        "sites": sites,
        "adaptations": adaptations(),
        "at": LOOK,
        "asked": ASKED,
    }))
}

fn site(notes: &Notes) -> Value {
    let history: Vec<Value> = notes
        .steps
        .iter()
        .map(|(stage, at)| match *stage {
            "discontinued" => json!({"stage": stage, "at": at, "reason": "staff left"}),
            _ => json!({"stage": stage, "at": at}),
        })
        .collect();
    let stage = notes.steps.last().map_or("aware", |(stage, _)| stage);
    let looks = notes.looks.iter();
    let checks: Vec<Value> = looks
        .map(|(at, kept, fidelity)| json!({"at": at, "kept": kept, "fidelity": fidelity}))
        .collect();
    let mut site = json!({
        "id": notes.id,
        "name": {"en": notes.english, "fr": notes.french},
        "stage": stage,
        "history": history,
        "checks": checks,
        "attributes": {"kind": notes.kind, "area": notes.area},
    });
    if let (Some([eligible, reached, old, old_reached]), Some(fields)) =
        (notes.people, site.as_object_mut())
    {
        fields.insert("eligible".to_owned(), json!(eligible));
        fields.insert("reached".to_owned(), json!(reached));
        let groups = json!([
            {"by": "age", "group": "80-and-over", "eligible": old, "reached": old_reached},
            {"by": "age", "group": "under-80",
             "eligible": eligible - old, "reached": reached - old_reached},
        ]);
        fields.insert("groups".to_owned(), groups);
    }
    site
}

/// What sites changed: one of them touches the core and does not stay true to it.
fn adaptations() -> Value {
    json!([
        {"id": "large-print", "site": "birch", "at": "2026-11-16", "elements": ["layout"],
         "phase": "implementation", "planned": "proactive",
         "decidedBy": ["recipients", "treatmentTeam"], "what": ["content"], "level": ["unit"],
         "nature": ["tailored"], "fidelity": "consistent",
         "reasons": {"goal": ["fit"], "context": ["recipient"]}},
        {"id": "three-languages", "site": "heron", "at": "2027-12-05",
         "elements": ["language", "plain-words"], "phase": "implementation",
         "planned": "reactive", "decidedBy": ["recipients", "communityMembers", "treatmentTeam"],
         "what": ["content"], "level": ["cohort"], "nature": ["added"], "fidelity": "consistent",
         "reasons": {"goal": ["reach", "equity"], "context": ["recipient"]}},
        {"id": "filled-in-beforehand", "site": "lime", "at": "2028-05-20",
         "elements": ["written-together"], "phase": "maintenance", "planned": "unplanned",
         "decidedBy": ["individualPractitioner"], "what": ["content", "context"],
         "level": ["unit"], "nature": ["removed", "shortened"], "fidelity": "inconsistent",
         "reasons": {"goal": ["feasibility"], "context": ["organisation"]},
         "note": {"en": "The plan is filled in before the round and handed over.",
                  "fr": "Le plan est rempli avant la visite, puis remis."}},
        {"id": "weekly-post", "site": "orchard", "at": "2028-06-01",
         "elements": ["sent-the-same-day"], "phase": "maintenance", "planned": "unplanned",
         "what": ["context"], "level": ["organisation"],
         "reasons": {"context": ["organisation"]}},
        {"id": "after-lunch", "site": "kingfisher", "at": "2028-03-05", "elements": ["moment"],
         "phase": "implementation", "planned": "reactive", "decidedBy": ["treatmentTeam"],
         "what": ["context"], "level": ["unit"], "nature": ["reordered"],
         "fidelity": "consistent", "reasons": {"goal": ["feasibility"], "context": ["provider"]}},
    ])
}

/// What holds the idea in place as the space comes to its end, and three answers to the rubric
/// of what helps a change to last.
pub(super) fn anchoring() -> Result<SustainRequest> {
    // Ten factors, a level each from the best to the least.
    let answers = ["bbacbbcbbc", "abacbccbac", "bbabbbcbbb"];
    let assessments: Vec<Value> = answers
        .iter()
        .zip(["head-nurse", "patient-partner", "physician"])
        .map(assessment)
        .collect();
    document(json!({
        "innovation": "one-page-plan",
        "scores": [{"rubric": "nhs-sustainability", "assessments": assessments}],
        "anchoring": {
            "owner": {"id": "hospital", "role": "director-of-nursing", "accepted": true},
            "budget": {"line": "innovation fund", "amount": 4500, "until": "2029-05-31"},
            "training": [
                {"audience": {"en": "teams in place", "fr": "équipes en poste"},
                 "trained": 64, "needed": 70, "renewedEveryMonths": 12, "last": "2028-06-04"},
                {"audience": {"en": "newcomers", "fr": "personnes qui arrivent"},
                 "trained": 3, "needed": 18},
            ],
            "measures": [
                {"id": "returns", "title": {"en": "unplanned returns within 30 days",
                                            "fr": "retours non prévus sous 30 jours"},
                 "collectedBy": "quality-unit", "everyMonths": 3, "last": "2028-09-30"},
                {"id": "voice", "title": {"en": "patients who say the plan is theirs",
                                          "fr": "patients qui disent que le plan est le leur"},
                 "everyMonths": 6, "last": "2027-12-30"},
            ],
        },
        "exitAt": "2029-02-28",
        "at": LOOK,
    }))
}

fn assessment((levels, role): (&&str, &str)) -> Value {
    const FACTORS: [&str; 10] = [
        "benefits-beyond-patients",
        "credibility-of-benefits",
        "adaptability",
        "monitoring-progress",
        "staff-involvement-training",
        "staff-behaviours",
        "senior-leadership",
        "clinical-leadership",
        "fit-aims-culture",
        "infrastructure",
    ];
    let levels = levels.chars().map(|level| Value::from(level.to_string()));
    let factors = FACTORS.iter().map(|factor| (*factor).to_owned());
    let answers: serde_json::Map<String, Value> = factors.zip(levels).collect();
    json!({"rubric": "nhs-sustainability", "version": "1.0.0", "subject": "one-page-plan",
           "role": role, "answers": answers})
}

/// A document of the library.
fn document<T: DeserializeOwned>(value: Value) -> Result<T> {
    serde_json::from_value(value)
        .map_err(|error| Error::new(Code::ContractInternal, error.to_string()))
}
