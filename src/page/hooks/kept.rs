//! What somebody has chosen for this browser, where that keeps anything. A full or forbidden storage only forgets.

use crate::page::dom;

/// What is kept under a name.
pub(super) fn kept(name: &str) -> Option<String> {
    storage()?.get_item(name).ok()?
}

/// Keeps a value; none: forgets the one that was kept.
pub(super) fn keep(name: &str, value: Option<&str>) {
    let Some(storage) = storage() else { return };
    let _ = match value {
        Some(value) => storage.set_item(name, value),
        None => storage.remove_item(name),
    };
}

fn storage() -> Option<web_sys::Storage> {
    dom::window()?.local_storage().ok().flatten()
}
