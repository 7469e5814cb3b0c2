//! The laws of a register.

use super::*;
use crate::error::{Code, Error};
use proptest::prelude::*;
use serde_json::{Value, json};

/// Five wards: one keeps it, one made it routine, one stopped after five months, one tries, one
/// only knows of it.
fn wards() -> Value {
    json!({
        "innovation": {
            "core": [{"id": "patient-first"}, {"id": "daily"}],
            "adaptable": [{"id": "poster"}],
        },
        "sites": [
            {"id": "a", "stage": "adopted", "since": "2026-01-15",
             "history": [{"stage": "aware", "at": "2025-11-15"}],
             "eligible": 100, "reached": 60, "staff": {"concerned": 10, "delivering": 8},
             "groups": [{"by": "age", "group": "75+", "eligible": 40, "reached": 12}],
             "attributes": {"size": "small"},
             "checks": [{"at": "2026-04-20", "kept": true, "fidelity": 0.9},
                        {"at": "2026-07-01", "kept": true, "fidelity": 0.7}]},
            {"id": "b", "stage": "routine",
             "history": [{"stage": "aware", "at": "2025-11-15"}, {"stage": "adopted", "at": "2026-02-28"},
                         {"stage": "routine", "at": "2026-08-01"}],
             "eligible": 50, "reached": 30, "attributes": {"size": "large"}},
            {"id": "c", "stage": "discontinued",
             "history": [{"stage": "aware", "at": "2025-12-01"}, {"stage": "adopted", "at": "2026-02-01"},
                         {"stage": "discontinued", "at": "2026-07-01", "reason": "staff left"}],
             "eligible": 50, "reached": 10, "attributes": {"size": "small"}},
            {"id": "d", "stage": "trial", "since": "2026-06-01",
             "history": [{"stage": "aware", "at": "2026-05-01"}]},
            {"id": "e", "stage": "aware", "since": "2026-03-01", "eligible": 100,
             "attributes": {"size": "small"}},
        ],
        "adaptations": [
            {"id": "x1", "site": "b", "elements": ["poster"], "planned": "proactive",
             "decidedBy": ["recipients", "treatmentTeam"], "fidelity": "consistent"},
            {"id": "x2", "site": "a", "elements": ["patient-first"], "planned": "unplanned",
             "fidelity": "consistent", "at": "2026-03-01"},
            {"id": "x3", "site": "d", "elements": ["daily", "poster"], "planned": "unplanned",
             "phase": "implementation", "what": ["content"], "nature": ["removed"],
             "level": ["unit"], "fidelity": "inconsistent",
             "reasons": {"goal": ["feasibility"], "context": ["organisation"]}},
            {"id": "x4", "site": "b", "elements": ["daily"]},
        ],
        "at": "2026-09-01",
        "asked": 10,
    })
}

fn read(request: Value) -> Result<Register> {
    register(&serde_json::from_value(request).unwrap())
}

fn refused(place: &str, value: Value) -> Error {
    let mut request = wards();
    *request.pointer_mut(place).unwrap() = value;
    read(request).unwrap_err()
}

fn counts(ratio: &CountedRatio) -> (u64, u64, Option<f64>) {
    (ratio.numerator, ratio.denominator, ratio.ratio.value)
}

#[test]
fn ratios_stand_beside_their_counts() {
    let register = read(wards()).unwrap();
    assert_eq!(counts(&register.reach.started), (100, 200, Some(0.5)));
    assert_eq!(counts(&register.reach.all), (100, 300, Some(1.0 / 3.0)));
    assert_eq!((register.reach.sites, register.reach.silent), (3, 1));
    assert_eq!(counts(&register.adoption.ever), (3, 10, Some(0.3)));
    assert_eq!(counts(&register.adoption.now), (2, 10, Some(0.2)));
    assert_eq!(counts(&register.adoption.staff), (8, 10, Some(0.8)));
    let stages = register.stages;
    let each = [stages.aware, stages.trial, stages.adopted, stages.routine, stages.discontinued];
    assert_eq!(each, [1; 5]);
}

#[test]
fn representativeness_is_a_share_over_a_share() {
    let register = read(wards()).unwrap();
    // 12 of 60 reached are 75 or over, and 40 of 100 eligible: half of a fair share.
    let age = &register.people[0];
    assert_eq!((age.group.as_str(), age.representativeness.value), ("75+", Some(0.5)));
    // Small: 2 of 3 adopters, 3 of 4 registered. Large: 1 of 3, 1 of 4.
    let sizes: Vec<_> = register.settings.iter().map(|one| one.group.as_str()).collect();
    assert_eq!(sizes, ["large", "small"]);
    let fair = |at: usize| register.settings[at].representativeness.value.unwrap();
    assert!((fair(0) - 4.0 / 3.0).abs() < 1e-12 && (fair(1) - 8.0 / 9.0).abs() < 1e-12);
    assert_eq!(register.disclosure.smallest, Some(12));
}

#[test]
fn maintenance_counts_what_is_known_and_what_is_not() {
    let register = read(wards()).unwrap();
    let row = |at: usize| {
        let one: &MaintenanceCheck = &register.maintenance[at];
        [one.due, one.not_yet, one.kept, one.not_kept, one.discontinued, one.unknown]
    };
    assert_eq!(row(0), [3, 0, 1, 0, 0, 2]);
    // Due on 15 July, 28 August and 1 August; ward c stopped in July.
    assert_eq!(row(1), [3, 0, 1, 0, 1, 1]);
    assert_eq!(row(2), [0, 3, 0, 0, 0, 0]);
    let six = &register.maintenance[1];
    assert_eq!(counts(&six.known), (1, 2, Some(0.5)));
    assert_eq!((six.at_least.value, six.at_most.value), (Some(1.0 / 3.0), Some(2.0 / 3.0)));
    assert_eq!((six.fidelity.value, six.fidelities), (Some(0.7), 1));
    assert_eq!(register.maintenance[2].known.ratio.undefined, Some("none-known"));
}

#[test]
fn who_stopped_before_their_day_came_is_not_counted_early() {
    let mut request = wards();
    request["at"] = json!("2026-07-20");
    request["sites"][1] = json!({"id": "b", "stage": "adopted", "since": "2026-02-28"});
    let register = read(request).unwrap();
    // Ward c stopped on 1 July, its six months end on 1 August.
    assert_eq!((register.maintenance[1].due, register.maintenance[1].discontinued), (1, 0));
    assert_eq!(register.discontinuation.stops, 1);
}

#[test]
fn a_stop_says_when_and_why() {
    let register = read(wards()).unwrap();
    let stops = &register.discontinuation;
    assert_eq!((stops.stops, stops.from_use, stops.from_trial, stops.resumed), (1, 1, 0, 0));
    assert_eq!(counts(&stops.lost), (1, 3, Some(1.0 / 3.0)));
    assert_eq!((stops.reasons[0].reason.as_str(), stops.unstated), ("staff left", 0));
    assert_eq!(stops.median_days.value, Some(150.0));
}

#[test]
fn the_curve_has_every_month_and_ends_with_what_is_so_now() {
    let register = read(wards()).unwrap();
    let months: Vec<_> = register.months.iter().map(|one| one.month.as_str()).collect();
    assert_eq!((months[0], months[10], months.len()), ("2025-11", "2026-09", 11));
    let adopters: Vec<u32> = register.months.iter().map(|one| one.adopters).collect();
    assert_eq!(adopters, [0, 0, 1, 2, 0, 0, 0, 0, 0, 0, 0]);
    let last = register.months.last().unwrap();
    assert_eq!((last.stages, last.ever), (register.stages, 3));
    assert_eq!(register.months[8].stopped, 1);
}

#[test]
fn waiting_counts_those_who_still_wait() {
    let waiting = read(wards()).unwrap().waiting;
    assert_eq!((waiting.adopted, waiting.waiting, waiting.unknown), (3, 2, 0));
    // 61, 62 and 105 days to adoption, 123 and 184 days of waiting.
    assert_eq!((waiting.first_quarter.value, waiting.median.value), (Some(62.0), Some(105.0)));
}

#[test]
fn a_change_that_touches_the_core_is_found_and_the_worst_comes_first() {
    let register = read(wards()).unwrap();
    let found: Vec<_> = register
        .concerns
        .iter()
        .map(|one| (one.id.as_ref().unwrap().as_str(), one.severity))
        .collect();
    use AdaptationSeverity::{High, Low, Medium};
    assert_eq!(found, [("x3", High), ("x4", Medium), ("x2", Low)]);
    assert_eq!(
        register.concerns[0].reading.for_locale("en"),
        "Site “d” changed “daily” (core), and what makes it work is not kept: find out with the \
         site what made this necessary, and whether the core can be restored or has to be thought \
         again."
    );
    assert!(register.concerns[0].reading.for_locale("fr").contains("«\u{a0}daily\u{a0}»"));
    let drift = &register.drift;
    assert_eq!(counts(&drift.whole), (2, 3, Some(2.0 / 3.0)));
    assert_eq!((drift.departed[0].as_str(), drift.unsure[0].as_str()), ("d", "b"));
    let daily = &drift.elements[1];
    assert_eq!((daily.changed.len(), daily.departed.len()), (2, 1));
    assert_eq!(register.adaptations.unplanned, [1, 2]);
    let frame = &register.adaptations.elements;
    assert_eq!(frame.len(), 8);
    assert_eq!((frame[2].recorded, frame[2].choices[0].choice.as_str()), (1, "recipients"));
    assert_eq!((frame[7].recorded, frame[7].choices.len()), (1, 2));
}

#[test]
fn the_next_look_comes_first_and_what_was_missed_is_marked() {
    let due = read(wards()).unwrap().due;
    let all: Vec<_> = due
        .iter()
        .map(|one| (one.site.as_str(), one.month, one.due.as_str(), one.overdue, one.days))
        .collect();
    assert_eq!(
        all,
        [
            ("b", 6, "2026-08-28", true, 4),
            ("a", 12, "2027-01-15", false, 136),
            ("b", 12, "2027-02-28", false, 180),
        ]
    );
}

#[test]
fn a_site_can_stop_and_start_again() {
    let mut request = wards();
    request["sites"][2]["history"]
        .as_array_mut()
        .unwrap()
        .push(json!({"stage": "trial", "at": "2026-08-01"}));
    request["sites"][2]["stage"] = json!("trial");
    let register = read(request).unwrap();
    assert_eq!((register.discontinuation.resumed, register.discontinuation.lost.numerator), (1, 0));
    // Its six months end on the day on which it tried again.
    assert_eq!(register.maintenance[1].discontinued, 0);
}

#[test]
fn a_site_without_dates_counts_now_and_in_no_time() {
    let register = read(json!({
        "innovation": {}, "sites": [{"id": "a", "stage": "routine"}], "at": "2026-09-01",
    }))
    .unwrap();
    assert_eq!((register.undated, register.stages.routine, register.months.len()), (1, 1, 0));
    assert_eq!(counts(&register.adoption.ever), (1, 1, Some(1.0)));
    assert_eq!((register.maintenance[0].due, register.due.len()), (0, 0));
    assert_eq!(register.waiting.median.undefined, Some("no-date-of-awareness"));
    let empty = read(json!({"innovation": {}, "sites": [], "at": "2026-09-01"})).unwrap();
    assert_eq!(empty.adoption.ever.ratio.undefined, Some("nobody-approached"));
}

#[test]
fn a_refusal_names_its_place() {
    let site = Code::SpreadInvalidSite;
    let adaptation = Code::SpreadInvalidAdaptation;
    let value = Code::ContractInvalidValue;
    let cases = [
        ("/at", json!("soon"), value, "/at"),
        ("/asked", json!(4), site, "/asked"),
        ("/sites/1/id", json!("a"), site, "/sites/1/id"),
        ("/sites/0/since", json!("2025-10-01"), site, "/sites/0/since"),
        ("/sites/0/since", json!("2026-09-02"), site, "/sites/0/since"),
        ("/sites/0/since", json!("1926-01-01"), site, "/sites/0/since"),
        ("/sites/0/since", json!("last week"), site, "/sites/0/since"),
        ("/sites/0/since", json!(null), site, "/sites/0/since"),
        ("/sites/1/history/1/at", json!("2025-10-01"), site, "/sites/1/history/1/at"),
        ("/sites/1/history/1/stage", json!("aware"), site, "/sites/1/history/1/stage"),
        ("/sites/1/stage", json!("trial"), site, "/sites/1/since"),
        ("/sites/2/history", json!([]), site, "/sites/2/history"),
        ("/sites/2/history/0/stage", json!("discontinued"), site, "/sites/2/history"),
        ("/sites/2/history/2/reason", json!(" "), site, "/sites/2/history/2/reason"),
        ("/sites/0/reached", json!(101), site, "/sites/0/reached"),
        ("/sites/0/eligible", json!(2_000_000_000_u64), site, "/sites/0/eligible"),
        ("/sites/0/eligible", json!(59), site, "/sites/0/reached"),
        ("/sites/0/staff/delivering", json!(11), site, "/sites/0/staff/delivering"),
        ("/sites/0/groups/0/reached", json!(41), site, "/sites/0/groups/0/reached"),
        ("/sites/0/groups/0/eligible", json!(101), site, "/sites/0/groups"),
        ("/sites/0/checks/0/at", json!("2026-01-14"), site, "/sites/0/checks/0/at"),
        ("/sites/0/checks/0/at", json!("2026-10-14"), site, "/sites/0/checks/0/at"),
        ("/sites/0/checks/0/at", json!("2026-07-01"), site, "/sites/0/checks/1/at"),
        ("/sites/0/checks/0/fidelity", json!(1.5), site, "/sites/0/checks/0/fidelity"),
        ("/adaptations/0/site", json!("z"), adaptation, "/adaptations/0/site"),
        ("/adaptations/0/id", json!("x2"), adaptation, "/adaptations/1/id"),
        ("/adaptations/0/elements/0", json!("z"), adaptation, "/adaptations/0/elements/0"),
        ("/adaptations/2/elements/1", json!("daily"), adaptation, "/adaptations/2/elements/1"),
        ("/adaptations/1/at", json!("2027-01-01"), adaptation, "/adaptations/1/at"),
        (
            "/adaptations/0/decidedBy/1",
            json!("recipients"),
            adaptation,
            "/adaptations/0/decidedBy/1",
        ),
        ("/innovation/adaptable/0/id", json!("daily"), adaptation, "/innovation/adaptable/0/id"),
        ("/innovation/core/1/id", json!("patient-first"), adaptation, "/innovation/core/1/id"),
    ];
    for (place, wrong, code, path) in cases {
        let error = refused(place, wrong.clone());
        assert_eq!((error.code(), error.path()), (code, path), "{place} {wrong}: {error}");
    }
    for (field, wrong, path) in [
        ("checkMonths", json!([6, 3]), "/checkMonths/1"),
        ("checkMonths", json!([0]), "/checkMonths/0"),
        ("checkMonths", json!([601]), "/checkMonths/0"),
        ("windowDays", json!(366), "/windowDays"),
    ] {
        let mut request = wards();
        request[field] = wrong;
        let error = read(request).unwrap_err();
        assert_eq!((error.code(), error.path()), (value, path));
    }
    let mut request = wards();
    request["sites"][2]["checks"] = json!([{"at": "2026-08-01", "kept": true}]);
    assert_eq!(read(request).unwrap_err().path(), "/sites/2/checks/0/kept");
    let mut request = wards();
    request["sites"][4]["reached"] = json!(1);
    assert_eq!(read(request).unwrap_err().path(), "/sites/4/reached");
}

/// A site from a few numbers: days of awareness, of adoption, of a stop, and of a check.
fn site(id: usize, [aware, adopted, stopped, check]: [u32; 4], kept: bool) -> Value {
    let day =
        |days: u32| crate::instant::Instant::parse("2025-01-01").unwrap().plus_days(days).day();
    let (adopted, stopped) = (aware + adopted, aware + adopted + stopped);
    let mut history = vec![json!({"stage": "aware", "at": day(aware)})];
    let mut stage = "aware";
    if adopted < 600 {
        stage = "adopted";
        history.push(json!({"stage": stage, "at": day(adopted)}));
    }
    if stopped < 600 {
        stage = "discontinued";
        history.push(json!({"stage": stage, "at": day(stopped)}));
    }
    let looked = adopted + check;
    let checks = if adopted < 600 && looked < stopped.min(600) {
        vec![json!({"at": day(looked), "kept": kept})]
    } else {
        Vec::new()
    };
    json!({"id": format!("s{id}"), "stage": stage, "history": history, "checks": checks})
}

fn any_request() -> impl Strategy<Value = Value> {
    let one = (0..300_u32, 0..500_u32, 1..500_u32, 0..400_u32, any::<bool>());
    prop::collection::vec(one, 0..12).prop_map(|sites| {
        let sites: Vec<Value> = sites
            .into_iter()
            .enumerate()
            .map(|(at, (a, b, c, d, kept))| site(at, [a, b, c, d], kept))
            .collect();
        // Day 600 is 24 August 2026.
        json!({"innovation": {}, "sites": sites, "at": "2026-08-24"})
    })
}

proptest! {
    /// Each adopter is in one place at each time of looking, the curve adds up, and no ratio
    /// leaves 0 to 1.
    #[test]
    fn nobody_is_lost_and_nobody_counted_twice(request in any_request()) {
        let register = read(request.clone()).unwrap();
        let ever = register.adoption.ever.numerator;
        for one in &register.maintenance {
            prop_assert_eq!(u64::from(one.due + one.not_yet), ever);
            prop_assert_eq!(one.kept + one.not_kept + one.discontinued + one.unknown, one.due);
            if let (Some(low), Some(high)) = (one.at_least.value, one.at_most.value) {
                prop_assert!((0.0..=high).contains(&low) && high <= 1.0);
                if let Some(known) = one.known.ratio.value {
                    prop_assert!(low <= known && known <= high);
                }
            }
        }
        if let Some(last) = register.months.last() {
            prop_assert_eq!(u64::from(last.ever), ever);
            prop_assert_eq!(last.stages, register.stages);
        }
        let stopped: u32 = register.months.iter().map(|month| month.stopped).sum();
        prop_assert_eq!(stopped, register.discontinuation.stops);
        prop_assert!(register.due.windows(2).all(|pair| pair[0].due <= pair[1].due));
        prop_assert!(register.due.iter().all(|one| one.overdue == (one.due.as_str() < "2026-08-24")));
    }

    /// The order of sites changes no count.
    #[test]
    fn the_order_of_sites_does_not_matter(request in any_request()) {
        let first = read(request.clone()).unwrap();
        let mut turned = request;
        turned["sites"].as_array_mut().unwrap().reverse();
        let second = read(turned).unwrap();
        prop_assert_eq!(first.maintenance, second.maintenance);
        prop_assert_eq!(first.months, second.months);
        prop_assert_eq!(first.waiting, second.waiting);
        prop_assert_eq!(first.discontinuation, second.discontinuation);
    }
}
