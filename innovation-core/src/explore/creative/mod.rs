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
//! outcomes. [`mod@describe`] and [`answers`] are the text.
//!
//! # What it says, and where it fails
//!
//! Sixty people in six silos of ten, 100 dimensions in blocks of five, two ties of a hundred
//! across, forces as assumed by default; 600 replicates of seed 1, mean performance, differences
//! of the same replicates with their standard errors. Nothing in it is measured in a hospital.
//!
//! | against | the change | performance |
//! |---|---|---|
//! | silos without a space | the default space: a tenth of the people, ten short sessions | +0.035 (0.003) |
//! | the default space | three ties of ten across instead, and no space | +0.140 (0.004) |
//! | three ties of ten across | the default space on top | +0.001 (0.004) |
//! | silos without a space | a space whose members nobody takes seriously | −0.020 (0.002) |
//! | a space without shield | a shield of 0.8 | +0.014 (0.003) |
//! | no inclusion | full inclusion | +0.049 (0.003) |
//!
//! In this model a space is a bridge first and a shield second: who is listened to afterwards
//! matters more than how well the space was sheltered, and where ties across abound it adds
//! nothing. `examples/python/explore/sensitivity.py` asks which assumptions drive this.
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
