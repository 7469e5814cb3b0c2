//! Who plays which part: the parties, who backs the space, who holds it, who signs.

use super::super::Story;
use innovation_core::Result;
use innovation_core::people::{Family, Id, Person, Pool};
use std::collections::{BTreeMap, BTreeSet};

/// Who plays which part.
pub(super) struct Cast {
    /// The group that was selected, with the families of their roles, and the facilitator.
    pub(super) people: Vec<Person>,
    /// Their organisations, in the order of the list of people.
    pub(super) parties: Vec<Id>,
    /// The party with most people on the list: it backs the space and answers for failures.
    pub(super) sponsor: Id,
    /// Who holds the space: one of the group, else somebody from outside.
    pub(super) facilitator: Person,
    /// Levels of the hierarchy on the list.
    pub(super) levels: Vec<i32>,
}

impl Cast {
    /// Reads the parts; none where nobody was selected, or no organisation could sign.
    pub(super) fn read(story: &Story) -> Result<Option<Self>> {
        let Some(selection) = &story.selection else { return Ok(None) };
        let pool = Pool::read(&story.input.people, &[])?;
        let chosen: BTreeSet<&Id> = selection.chosen.iter().collect();
        let families = pool.families().iter();
        let mut people: Vec<Person> = story
            .input
            .people
            .iter()
            .zip(families)
            .filter(|(person, _)| chosen.contains(&person.id))
            .map(|(person, family)| Person {
                family: Some(*family),
                // The selection brings nobody together with their own manager.
                reports_to: None,
                expertise: expertise(story, person),
                ..person.clone()
            })
            .collect();
        let mut parties: Vec<Id> = Vec::new();
        for party in people.iter().filter_map(party) {
            if !parties.contains(&party) {
                parties.push(party);
            }
        }
        let mut size: BTreeMap<Id, usize> = BTreeMap::new();
        for party in story.input.people.iter().filter_map(party) {
            *size.entry(party).or_default() += 1;
        }
        // The first of the largest, so that the order of the list decides between equals.
        let largest = parties.iter().rev().max_by_key(|party| size.get(*party));
        let Some(sponsor) = largest.cloned() else { return Ok(None) };
        let holds = |person: &&Person| person.family == Some(Family::Facilitation);
        let own = people.iter().find(holds).cloned();
        if own.is_none() {
            people.extend(from_outside(&pool));
        }
        let Some(facilitator) = own.or_else(|| people.last().cloned()) else { return Ok(None) };
        let levels: BTreeSet<i32> =
            story.input.people.iter().filter_map(|person| person.level).collect();
        let levels = levels.into_iter().collect();
        Ok(Some(Self { people, parties, sponsor, facilitator, levels }))
    }

    /// Each party, and the first of its people, who signs for it.
    pub(super) fn signers(&self) -> Vec<(Id, Id)> {
        let signer = |name: &Id| {
            let first = self.people.iter().find(|person| party(person).as_ref() == Some(name))?;
            Some((name.clone(), first.id.clone()))
        };
        self.parties.iter().filter_map(signer).collect()
    }

    /// Another party than the sponsor, counted round; the sponsor where it is alone.
    pub(super) fn partner(&self, at: usize) -> &Id {
        let others: Vec<&Id> =
            self.parties.iter().filter(|party| **party != self.sponsor).collect();
        others.get(at % others.len().max(1)).copied().unwrap_or(&self.sponsor)
    }

    /// Who brings ideas in: somebody who lives with care, then others.
    pub(super) fn proposers(&self) -> Vec<Id> {
        let first = self.leaver();
        let others = self.people.iter().filter(|person| Some(&person.id) != first.map(|p| &p.id));
        let others = others.filter(|person| person.id != self.facilitator.id);
        first.into_iter().chain(others).map(|person| person.id.clone()).take(3).collect()
    }

    /// Who asks to be erased: somebody who lives with care, where there is one, and who has not
    /// signed for a party, since a signature tells the party of whoever gave it.
    pub(super) fn leaver(&self) -> Option<&Person> {
        let signers: BTreeSet<Id> = self.signers().into_iter().map(|(_, signer)| signer).collect();
        let others = || self.people.iter().filter(|person| person.id != self.facilitator.id);
        let lives = |person: &&Person| person.family == Some(Family::LivedExperience);
        let free = |person: &&Person| !signers.contains(&person.id);
        others()
            .filter(lives)
            .find(free)
            .or_else(|| others().find(free))
            .or_else(|| others().next())
    }
}

/// The organisation of a person as a party.
fn party(person: &Person) -> Option<Id> {
    person.organisation.as_deref().and_then(Id::new)
}

/// A facilitator whose id nobody on the list has.
fn from_outside(pool: &Pool) -> Option<Person> {
    let names = (1..).map(|number| format!("facilitator-{number}"));
    let free = |name: &String| Id::new(name).is_some_and(|id| pool.position(&id).is_none());
    let facilitator = Person::new(&names.into_iter().find(free)?, "facilitator")?;
    Some(Person { family: Some(Family::Facilitation), ..facilitator })
}

/// What people of the synthetic territory know about, by role, in English and in French.
const KNOWS: [(&str, &str, &str); 17] = [
    ("patient", "living with heart failure", "la vie avec une insuffisance cardiaque"),
    ("patient-partner", "what a stay looks like from the bed", "un séjour vu du lit"),
    ("user-representative", "complaints and what became of them", "les plaintes et leurs suites"),
    ("peer-worker", "the first weeks after discharge", "les premières semaines après la sortie"),
    ("family-carer", "nights at home", "les nuits à la maison"),
    ("family-member", "what nobody explains", "ce que personne n’explique"),
    ("nurse", "the hour of discharge", "l’heure de la sortie"),
    ("care-assistant", "what patients say while they wash", "ce qui se dit pendant la toilette"),
    ("home-care-worker", "what the kitchen tells", "ce que dit une cuisine"),
    ("pharmacist", "medicines that do not go together", "les médicaments qui ne vont pas ensemble"),
    ("physiotherapist", "stairs", "les escaliers"),
    ("social-worker", "entitlements", "les droits"),
    ("researcher", "interviews", "les entretiens"),
    ("statistician", "small numbers", "les petits nombres"),
    ("service-designer", "paths through a building", "les parcours dans un bâtiment"),
    ("municipal-officer", "buses and opening hours", "les bus et les horaires"),
    ("receptionist", "who waits, and how long", "qui attend, et combien de temps"),
];

/// What somebody knows about: as the list says, else, where the list is made up, by their role.
fn expertise(story: &Story, person: &Person) -> Vec<String> {
    let by_role = KNOWS.iter().filter(|known| story.input.synthetic && known.0 == person.role);
    let by_role = by_role.map(|(_, english, french)| story.phrase(english, french));
    match person.expertise.is_empty() {
        true => by_role.collect(),
        false => person.expertise.clone(),
    }
}
