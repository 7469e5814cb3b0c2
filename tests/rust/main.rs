//! One binary for all tests that look across the members.

mod contract;
mod generated;
mod lyon;
mod main_job;
mod robustness;
mod vectors;
