//! Does a protected space help an organisation of silos? Our own model, `creativeSpace`.
//!
//! People in silos learn about a reality that is worth something only where whole blocks of
//! it are right. Four forces hold them: a norm pulls to what those around hold, pressure
//! takes time to learn and to try, routine keeps what was learnt from being done, and rank
//! makes some views count more. A space draws some people across silos for some sessions,
//! shields them from the forces (isolation), lets them learn from each other (interaction)
//! and gives them back to colleagues who take them seriously or do not (inclusion).
//!
//! [`parameters`] is the request, [`rules`] what is settled before the first draw, [`sessions`]
//! when the space is open, [`draws`] where chance comes from. A period goes through [`act`]
//! (people perform, and learn from the code), [`listen`] (who hears what from whom) and
//! [`change`] (what becomes of it); [`play`] holds it together and [`measure`] reads the
//! outcomes. [`describe`] and [`answers`] are the text.
//!
//! Invariant: nothing of a period reads what that period changes.
//! Invariant: with no force, search or space, and no code, a replicate is that of
//! [`subgroups`](super::subgroups), bit for bit; with a code, one silo, no learning from each
//! other, complexity 1 and costly mistakes, it is that of [`march`](super::march).
//! Invariant: each force draws at addresses of its own, so that it shifts no draw of another.

mod act;
mod answers;
mod change;
mod describe;
mod draws;
#[cfg(test)]
mod laws;
mod listen;
mod measure;
#[cfg(test)]
mod nests;
mod parameters;
#[cfg(test)]
mod plain;
mod play;
mod rules;
mod sessions;

pub(crate) use describe::describe;
pub use parameters::{CreativeSpaceParameters, Mistakes};
