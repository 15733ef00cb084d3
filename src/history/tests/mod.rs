//! Tests of histories.

mod agree;
mod brute;
mod files;
mod random;
mod stories;
