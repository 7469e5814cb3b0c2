//! What the store promises, and what it does when it is cut off.

#[cfg(test)]
mod crash;
#[cfg(test)]
mod erasure;
#[cfg(test)]
mod journal;
#[cfg(test)]
mod torn;

#[cfg(test)]
mod common;
