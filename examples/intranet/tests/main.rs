//! The intranet, asked over HTTP.

#[cfg(test)]
mod calls;
#[cfg(test)]
mod guards;
#[cfg(test)]
mod shared;

#[cfg(test)]
mod common;
