//! A synthetic territory: 180 people of seven organisations, and ties that follow silos.
//!
//! Nobody in it exists. The generator is deterministic: every draw comes from the library's
//! own streams at seed [`SEED`], so that the sample is the same everywhere. It makes tables
//! as text, and the main job reads them as it would read a user's own files.
//!
//! How ties are made: two people of one unit are tied with a chance of 60 % and a weight of
//! 5 to 40 (hours a year together, say); of one organisation with 12 % and 1 to 8; of
//! organisations that work together by design (a [`BRIDGES`] row) with 4 % and 1 to 4; any
//! other two with 0.3 % and 1 to 2. Heads of units know each other within an organisation.

use innovation_core::random::{Address, Purpose, Stream, Threshold};
use std::fmt::Write as _;

/// Seed of the sample.
const SEED: u64 = 2017;

/// A unit: name, head, and how many people of which roles.
struct Unit {
    name: &'static str,
    head: &'static str,
    members: &'static [(&'static str, u32)],
}

/// An organisation and its units. The head of the first unit heads the organisation.
struct Organisation {
    name: &'static str,
    prefix: &'static str,
    units: &'static [Unit],
}

const ORGANISATIONS: [Organisation; 7] = [
    Organisation {
        name: "Hospital",
        prefix: "H",
        units: &[
            Unit {
                name: "Direction",
                head: "executive",
                members: &[
                    ("quality-safety-officer", 2),
                    ("data-it-officer", 2),
                    ("nursing-director", 1),
                    ("innovation-lead", 1),
                ],
            },
            Unit {
                name: "Medicine",
                head: "ward-manager",
                members: &[
                    ("nurse", 9),
                    ("care-assistant", 4),
                    ("hospital-physician", 3),
                    ("social-worker", 1),
                ],
            },
            Unit {
                name: "Surgery",
                head: "ward-manager",
                members: &[
                    ("nurse", 7),
                    ("care-assistant", 3),
                    ("hospital-physician", 3),
                    ("physiotherapist", 1),
                ],
            },
            Unit {
                name: "Emergency",
                head: "ward-manager",
                members: &[
                    ("nurse", 8),
                    ("hospital-physician", 4),
                    ("porter", 2),
                    ("receptionist", 1),
                ],
            },
            Unit {
                name: "Pharmacy",
                head: "pharmacist",
                members: &[("pharmacist", 3), ("logistics-worker", 1)],
            },
        ],
    },
    Organisation {
        name: "Home care",
        prefix: "D",
        units: &[
            Unit {
                name: "Coordination",
                head: "executive",
                members: &[
                    ("advanced-practice-nurse", 1),
                    ("social-worker", 1),
                    ("receptionist", 1),
                ],
            },
            Unit {
                name: "North team",
                head: "ward-manager",
                members: &[("home-care-worker", 6), ("nurse", 3)],
            },
            Unit {
                name: "South team",
                head: "ward-manager",
                members: &[("home-care-worker", 6), ("nurse", 3), ("physiotherapist", 1)],
            },
        ],
    },
    Organisation {
        name: "General practice",
        prefix: "G",
        units: &[
            Unit {
                name: "Old town",
                head: "general-practitioner",
                members: &[("general-practitioner", 4), ("medical-secretary", 2), ("nurse", 1)],
            },
            Unit {
                name: "Riverside",
                head: "general-practitioner",
                members: &[
                    ("general-practitioner", 4),
                    ("medical-secretary", 2),
                    ("advanced-practice-nurse", 1),
                ],
            },
        ],
    },
    Organisation {
        name: "Patients and carers",
        prefix: "P",
        units: &[
            Unit {
                name: "Board",
                head: "association-member",
                members: &[("user-representative", 3), ("patient-partner", 3)],
            },
            Unit {
                name: "Living with it",
                head: "patient-partner",
                members: &[("patient", 12), ("peer-worker", 1)],
            },
            Unit {
                name: "Carers' circle",
                head: "family-carer",
                members: &[("family-carer", 10), ("family-member", 1)],
            },
        ],
    },
    Organisation {
        name: "Municipality",
        prefix: "M",
        units: &[
            Unit {
                name: "Health and ageing",
                head: "municipal-officer",
                members: &[("municipal-officer", 2), ("health-mediator", 2), ("social-worker", 2)],
            },
            Unit {
                name: "Council",
                head: "local-councillor",
                members: &[("local-councillor", 2), ("citizen", 3), ("volunteer", 2)],
            },
        ],
    },
    Organisation {
        name: "Rehabilitation centre",
        prefix: "R",
        units: &[
            Unit {
                name: "Centre",
                head: "executive",
                members: &[("psychologist", 1), ("social-worker", 1)],
            },
            Unit {
                name: "Therapies",
                head: "ward-manager",
                members: &[
                    ("physiotherapist", 5),
                    ("allied-health-professional", 3),
                    ("care-assistant", 3),
                    ("hospital-physician", 2),
                ],
            },
        ],
    },
    Organisation {
        name: "University",
        prefix: "U",
        units: &[
            Unit {
                name: "Public health",
                head: "researcher",
                members: &[("researcher", 2), ("statistician", 1), ("student", 3)],
            },
            Unit {
                name: "Design school",
                head: "service-designer",
                members: &[("designer", 2), ("student", 3)],
            },
        ],
    },
];

/// Organisations that work together by design, by position.
const BRIDGES: [(usize, usize); 5] = [(0, 1), (0, 5), (1, 2), (3, 4), (0, 6)];

/// A person of the sample.
struct Member {
    id: String,
    role: &'static str,
    organisation: usize,
    unit: usize,
    manager: Option<usize>,
    level: u32,
}

/// The tables of people and of ties, as a user's own files would hold them.
pub(crate) struct Sample {
    pub(crate) people: String,
    pub(crate) ties: String,
}

/// Makes the sample.
pub(crate) fn territory() -> Sample {
    let members = members();
    let mut people = String::from("id,role,organisation,unit,reportsTo,level\n");
    for member in &members {
        let organisation = ORGANISATIONS.get(member.organisation);
        let name = organisation.map_or("", |organisation| organisation.name);
        let unit = organisation
            .and_then(|organisation| organisation.units.get(member.unit))
            .map_or("", |unit| unit.name);
        let manager =
            member.manager.and_then(|at| members.get(at)).map_or("", |manager| &manager.id);
        let Member { id, role, level, .. } = member;
        let _ = writeln!(people, "{id},{role},{name},{unit},{manager},{level}");
    }
    Sample { people, ties: ties(&members) }
}

fn members() -> Vec<Member> {
    let mut members: Vec<Member> = Vec::new();
    for (organisation, described) in ORGANISATIONS.iter().enumerate() {
        let top = members.len();
        for (unit, Unit { head, members: roles, .. }) in described.units.iter().enumerate() {
            let head_at = members.len();
            let mut add = |role, manager, level| {
                let id = format!("{}{:02}", described.prefix, members.len() - top + 1);
                members.push(Member { id, role, organisation, unit, manager, level });
            };
            add(head, (unit > 0).then_some(top), if unit == 0 { 3 } else { 2 });
            for (role, count) in *roles {
                (0..*count).for_each(|_| add(role, Some(head_at), 1));
            }
        }
    }
    members
}

fn ties(members: &[Member]) -> String {
    let mut table = String::from("a,b,weight\n");
    for (at, one) in members.iter().enumerate() {
        let address = Address { entity: at as u32, ..Address::of(Purpose::Synthetic) };
        let mut stream = Stream::new(SEED, address);
        for other in members.iter().skip(at + 1) {
            let (chance, least, most) = closeness(one, other);
            if stream.chance(Threshold::new(chance)) {
                let weight = least + stream.below(most - least + 1);
                let _ = writeln!(table, "{},{},{weight}", one.id, other.id);
            }
        }
    }
    table
}

/// Chance of a tie, and its smallest and largest weight.
fn closeness(one: &Member, other: &Member) -> (f64, u32, u32) {
    let pair = (one.organisation.min(other.organisation), one.organisation.max(other.organisation));
    if one.organisation == other.organisation {
        return match one.unit == other.unit {
            true => (0.6, 5, 40),
            false if one.level > 1 && other.level > 1 => (0.9, 5, 20),
            false => (0.12, 1, 8),
        };
    }
    if BRIDGES.contains(&pair) { (0.04, 1, 4) } else { (0.003, 1, 2) }
}
