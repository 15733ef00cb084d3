//! What other programs on the page can call: `run(query)`, also as `window.seatrace.run`.

use crate::export;
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

/// Every race of a query, as the objects that `run --json` prints in the terminal.
///
/// # Errors
/// What is wrong with the query, in words.
#[wasm_bindgen]
pub fn run(query: &str) -> Result<JsValue, JsValue> {
    objects(query)
}

fn objects(query: &str) -> Result<JsValue, JsValue> {
    let runs = export::run(query).map_err(|problems| {
        let says: Vec<String> = problems.iter().map(ToString::to_string).collect();
        JsValue::from(js_sys::Error::new(&says.join("\n")))
    })?;
    Ok(runs.serialize(&Serializer::json_compatible())?)
}

/// Puts `{ run }` on the window, for programs that did not load this one.
pub(super) fn offer() {
    let run =
        Closure::<dyn Fn(String) -> Result<JsValue, JsValue>>::new(|query: String| run(&query));
    let api = js_sys::Object::new();
    let set = |on: &JsValue, name: &str, value: &JsValue| {
        // A window that takes no new names only lacks this one.
        let _ = js_sys::Reflect::set(on, &name.into(), value);
    };
    set(&api, "run", &run.into_js_value());
    if let Some(window) = super::dom::window() {
        set(&window, "seatrace", &api);
    }
}
