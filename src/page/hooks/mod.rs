//! The page's ties to the browser. Each ends when the page does, and none keeps a handle of state: only its dispatcher.

mod address;
mod aloud;
mod drop;
mod kept;
mod keys;
mod pacemaker;
mod theme;
mod worker;

pub(super) use address::{first_link, use_address};
pub(super) use aloud::use_aloud;
pub(super) use drop::{check, use_drop};
pub(super) use keys::{a_dialog_has_the_page, focus_of, use_keys};
pub(super) use pacemaker::use_pacemaker;
pub(super) use theme::{Theme, use_theme};
pub(super) use worker::{ask, tell, use_worker};
