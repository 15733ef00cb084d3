//! The page's ties to the browser. Each ends when the page does, and none keeps a handle of state: only its dispatcher.

mod address;
mod keys;
mod pacemaker;
mod theme;

pub(super) use address::{link, use_address};
pub(super) use keys::use_keys;
pub(super) use pacemaker::use_pacemaker;
pub(super) use theme::{Theme, use_theme};
