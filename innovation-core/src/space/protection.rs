//! What a space's charter, pressures and measures admit, and how they change.

use super::command::{AmendCharter, Lapse, Protect, Sign, SuspendNorm};
use super::fold::room;
use super::state::State;
use crate::error::{Code, Error, Result};
use crate::instant::Instant;
use crate::protect::Signature;
use crate::protect::charter;
use crate::protect::cover;
use crate::protect::grant::Grantors;

impl State {
    /// Who stands behind what is granted in the space, at a moment.
    pub(super) fn grantors(&self, at: Instant) -> Grantors<'_> {
        let people = self.members.iter();
        let organisations = people.filter_map(|(token, member)| {
            Some((token, member.person.as_deref()?.organisation.as_deref()?))
        });
        Grantors::of(self.charter.as_ref(), organisations, at)
    }

    /// A charter is one version above the one in place, whole, and unsigned.
    pub(super) fn admit_charter(&self, amended: &AmendCharter) -> Result<()> {
        let next = self.charter.as_ref().map_or(1, |charter| charter.version.saturating_add(1));
        if amended.charter.version != next {
            let message = format!("version {} does not follow", amended.charter.version);
            return Err(Error::new(Code::SpaceNotAdmitted, message)
                .at("/data/charter/version")
                .hint(format!("the next version is {next}")));
        }
        if !amended.charter.signatures.is_empty() {
            return Err(Error::new(Code::SpaceNotAdmitted, "a new version is unsigned")
                .at("/data/charter/signatures")
                .hint("each party signs by a command of its own"));
        }
        charter::check(&amended.charter, "/data/charter")
    }

    /// A party of the charter signs a version once.
    pub(super) fn admit_signature(&self, sign: &Sign) -> Result<()> {
        let refuse = |code, message: String| Err(Error::new(code, message).at("/data/party"));
        let Some(charter) = &self.charter else {
            return refuse(Code::SpaceNotAdmitted, "there is no charter to sign".to_owned());
        };
        if !charter.parties.contains(&sign.party) {
            let message = format!("{} is no party of the charter", sign.party);
            return refuse(Code::SpaceUnknownSubject, message);
        }
        room(charter.signatures.len(), "signatures")?;
        let signed = |held: &Signature| held.party == sign.party && held.version == charter.version;
        if charter.signatures.iter().any(signed) {
            let message = format!("{} has signed version {}", sign.party, charter.version);
            return refuse(Code::SpaceNotAdmitted, message);
        }
        Ok(())
    }

    /// Pressures and measures hold together with those in place.
    pub(super) fn admit_measures(&self, protect: &Protect) -> Result<()> {
        let (mut pressures, mut measures) = (self.pressures.clone(), self.measures.clone());
        replace(&mut pressures, &protect.pressures, |held| &held.id);
        replace(&mut measures, &protect.measures, |held| &held.id);
        cover::hold_together(pressures, measures).map_err(|error| {
            let path = format!("/data{}", error.path());
            error.at(path)
        })
    }

    /// A norm is suspended in a charter, and touches no safeguard.
    pub(super) fn admit_suspension(&self, suspend: &SuspendNorm) -> Result<()> {
        let Some(charter) = &self.charter else {
            return Err(Error::new(
                Code::SpaceNotAdmitted,
                "there is no charter to suspend a norm in",
            )
            .at("/data/norm"));
        };
        let mut charter = charter.clone();
        charter.suspended_norms = vec![suspend.norm.clone()];
        charter::check(&charter, "/data").map_err(|error| {
            let path = error.path().replace("/data/suspendedNorms/0", "/data/norm");
            error.at(path)
        })
    }

    pub(super) fn admit_lapse(&self, lapse: &Lapse) -> Result<()> {
        let measure = lapse.measure.as_ref();
        let norm = lapse.norm.as_ref();
        let held = self.charter.iter().flat_map(|charter| &charter.suspended_norms);
        let (found, path) = match (measure, norm) {
            (Some(id), None) => (self.measures.iter().any(|held| held.id == *id), "/data/measure"),
            (None, Some(id)) => (held.clone().any(|held| held.id == *id), "/data/norm"),
            _ => {
                return Err(Error::new(Code::SpaceInvalidEvent, "one thing lapses at a time")
                    .at("/data")
                    .hint("name a measure or a norm"));
            }
        };
        if found {
            return Ok(());
        }
        Err(Error::new(Code::SpaceUnknownSubject, "nothing of this id is in place").at(path))
    }

    pub(super) fn protect(&mut self, protect: Protect) {
        replace(&mut self.pressures, &protect.pressures, |held| &held.id);
        replace(&mut self.measures, &protect.measures, |held| &held.id);
    }

    pub(super) fn lapse(&mut self, lapse: &Lapse, at: &str) {
        for measure in &mut self.measures {
            if Some(&measure.id) == lapse.measure.as_ref() {
                // What had not begun has no beginning any more: a period does not end first.
                measure.from.take_if(|from| Instant::parse(from) >= Instant::parse(at));
                measure.until = Some(at.to_owned());
            }
        }
        for norm in self.charter.iter_mut().flat_map(|charter| &mut charter.suspended_norms) {
            if Some(&norm.id) == lapse.norm.as_ref() {
                norm.from.take_if(|from| Instant::parse(from) >= Instant::parse(at));
                at.clone_into(&mut norm.until);
            }
        }
    }
}

/// Puts new things in the place of those with the same id, or behind.
fn replace<T: Clone, K: PartialEq>(held: &mut Vec<T>, new: &[T], id: impl Fn(&T) -> &K) {
    for thing in new {
        match held.iter_mut().find(|place| id(place) == id(thing)) {
            Some(place) => *place = thing.clone(),
            None => held.push(thing.clone()),
        }
    }
}
