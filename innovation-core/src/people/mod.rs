//! Who is there, how varied they are, and along which silos their ties run.
//!
//! [`Person`] and [`Tie`] are the documents; [`Pool`] is both, checked and compiled. The role
//! catalogue ([`roles`]) is data. [`profile()`] measures a pool: [`diversity`] of attributes,
//! [`brokerage`] of positions, [`silos`] as communities of the network.
//!
//! Invariant: a person is a pseudonymous id; nothing here knows a name.

pub mod brokerage;
pub mod diversity;
mod network;
mod person;
mod pool;
mod profile;
mod role;
pub mod silos;

pub use network::Network;
pub(crate) use network::row_starts;
pub use person::{Family, Id, Person, Seed, Tie};
pub use pool::{Column, Pool};
pub use profile::{
    AttributeProfile, EiIndex, PersonProfile, Profile, ProfileRequest, Rao, Silos, ValueCount,
    Weighting, profile,
};
pub(crate) use role::catalogue;
pub use role::{Coding, Role, Roles, RolesRequest, roles};
