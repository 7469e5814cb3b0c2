//! One binary for all tests that look across the members.

#[cfg(test)]
mod agreement;
#[cfg(test)]
mod charts;
#[cfg(test)]
mod contract;
#[cfg(test)]
mod decisions;
#[cfg(test)]
mod explore;
#[cfg(test)]
mod funding;
#[cfg(test)]
mod generated;
#[cfg(test)]
mod lyon;
#[cfg(test)]
mod main_job;
#[cfg(test)]
mod robustness;
#[cfg(test)]
mod vectors;
