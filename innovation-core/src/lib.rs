//! Collective and creative spaces in health services: gather, equip, protect, evaluate, spread.
//!
//! # A bird's eye view
//!
//! Health services are divided into silos, and patients are seldom asked. What brings
//! innovation is a space where varied people who seldom work together are given methods,
//! protected from routine and pressure, and whose ideas are evaluated and spread. This crate
//! holds what such a space needs to compute.
//!
//! | room | what it answers |
//! |---|---|
//! | [`people`] | who is there, how varied they are, along which silos their ties run |
//! | [`gather`] | whom to bring together, who sits with whom, round after round |
//! | [`equip`] | with which methods and concepts, in which order |
//! | [`protect`] | from which norms, pressures and routines, and whose voices are hidden |
//! | [`evaluate`] | is it any good, for whom, do we agree, what to fund |
//! | [`explore`] | under which conditions such a space helps, by published models and one of our own |
//! | [`space`] | what happened in a space, in a chain that shows any change, and where it stands |
//! | [`exchange`] | tables in, a report out |
//! | [`contract`] | the same operations as JSON text, for C, JavaScript and any other host |
//!
//! Below them stand [`error`], [`text`], [`instant`], [`math`], [`random`], [`distribution`],
//! [`stat`] and [`watch`].
//!
//! # Example
//!
//! ```
//! use innovation_core::gather::{SeatRequest, seat};
//! let request = SeatRequest::of(&["ana", "bo", "chi", "dee"]).tables(2).seed(1);
//! let seating = seat(&request)?;
//! assert_eq!(seating.tables.len(), 2);
//! # Ok::<(), innovation_core::Error>(())
//! ```
//!
//! # What holds everywhere
//!
//! Invariant: no I/O, clock, thread, global state or hidden randomness.
//! Invariant: same request, same seed, same bytes, on every target.
//! Invariant: no panic reaches a caller, and no NaN.
//! Invariant: people are pseudonymous ids; no names, no contact data.
//!
//! # What is not here
//!
//! Storage, network, sign-in and clocks belong to the host. Names and addresses of people
//! never enter a document of this library. [`trust`] says what it is for and what it must not be
//! used for, what it does with data, its known anomalies, and what its versions promise.

#![forbid(unsafe_code)]

mod canonical;
pub mod contract;
pub mod distribution;
pub mod equip;
pub mod error;
pub mod evaluate;
pub mod exchange;
pub mod explore;
mod formula;
pub mod gather;
pub mod instant;
mod linear;
pub mod math;
mod minimise;
pub mod people;
mod picture;
pub mod protect;
pub mod random;
pub mod space;
pub mod spread;
pub mod stat;
pub mod text;
#[doc = include_str!("../docs/trust.md")]
pub mod trust {}
pub mod watch;

pub use contract::{Limits, call, call_with};
pub use error::{Code, Error, Result};
pub use stat::Stat;
pub use text::Text;
pub use watch::{Progress, Unwatched, Watch};

/// The README's examples, run with the tests.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
mod readme {}
