//! Persons' ids in documents that stay, replaced by tokens.

use super::command::{Command, Convene};
use super::state::{Standing, State};
use crate::error::{Code, Error, Result};
use crate::people::Id;
use crate::protect::{Charter, Measure, Pressure, SuspendedNorm};
use std::collections::BTreeMap;

/// The tokens of a space's members.
#[derive(Debug)]
pub(super) struct Names<'a> {
    state: &'a State,
}

impl<'a> Names<'a> {
    pub(super) fn of(state: &'a State) -> Self {
        Self { state }
    }

    /// Puts tokens in the place of members' ids; other ids are parties, roles or the host's own.
    pub(super) fn rename(&self, command: &mut Command) -> Result<()> {
        match command {
            Command::Open(open) => {
                if let Some(sponsor) = &mut open.founding.sponsor {
                    self.id(sponsor);
                }
            }
            Command::AmendCharter(amend) => self.charter(&mut amend.charter),
            Command::Invite(invite) => {
                if let Some(manager) = &mut invite.person.reports_to {
                    *manager = self.state.token_of(manager).cloned().ok_or_else(|| {
                        Error::new(
                            Code::SpaceUnknownSubject,
                            format!("the manager {manager} is no member"),
                        )
                        .at("/command/invite/person/reportsTo")
                        .hint("invite the manager first, or leave the reporting line out")
                    })?;
                }
            }
            Command::Convene(convene) => self.groups(convene)?,
            Command::Protect(protect) => {
                protect.pressures.iter_mut().for_each(|pressure| self.pressure(pressure));
                protect.measures.iter_mut().for_each(|measure| self.measure(measure));
            }
            Command::SuspendNorm(suspend) => self.norm(&mut suspend.norm),
            Command::HandOver(pact) => self.id(&mut pact.owner),
            _ => {}
        }
        Ok(())
    }

    fn id(&self, id: &mut Id) {
        if let Some(token) = self.state.token_of(id) {
            *id = token.clone();
        }
    }

    fn charter(&self, charter: &mut Charter) {
        if let Some(right) = &mut charter.right_to_fail {
            self.id(&mut right.bearer);
        }
        charter.suspended_norms.iter_mut().for_each(|norm| self.norm(norm));
    }

    fn norm(&self, norm: &mut SuspendedNorm) {
        norm.granted_by.iter_mut().for_each(|id| self.id(id));
    }

    fn pressure(&self, pressure: &mut Pressure) {
        pressure.bears_on.iter_mut().for_each(|id| self.id(id));
    }

    fn measure(&self, measure: &mut Measure) {
        measure.shields.iter_mut().for_each(|id| self.id(id));
        measure.granted_by.iter_mut().for_each(|id| self.id(id));
    }

    /// Whoever sits in a group is a member.
    fn groups(&self, convene: &mut Convene) -> Result<()> {
        let persons = self.state.members.iter().filter_map(|(token, member)| {
            let person = member.person.as_deref()?;
            (member.standing != Standing::Left).then_some((&person.id, token))
        });
        let tokens: BTreeMap<&Id, &Id> =
            persons.chain(self.state.members.keys().map(|token| (token, token))).collect();
        for (session, convened) in convene.sessions.iter_mut().enumerate() {
            for (group, people) in convened.groups.iter_mut().enumerate() {
                for (seat, id) in people.iter_mut().enumerate() {
                    *id = tokens.get(&*id).copied().cloned().ok_or_else(|| {
                        Error::new(Code::SpaceNotAMember, format!("{id} is no member of the space"))
                            .at(format!(
                                "/command/convene/sessions/{session}/groups/{group}/{seat}"
                            ))
                    })?;
                }
            }
        }
        Ok(())
    }
}
