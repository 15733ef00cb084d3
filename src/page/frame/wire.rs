//! A message as the browser has it, as plain data.

use crate::frame::{DEPTH_MAX, Value};
use js_sys::{Array, Object};
use wasm_bindgen::{JsCast, JsValue};

/// What a host has said. It has been through JSON, so it is plain data all the way down.
pub(super) fn message(said: &JsValue) -> Value {
    value(said, DEPTH_MAX)
}

fn value(said: &JsValue, depth: u32) -> Value {
    if let Some(text) = said.as_string() {
        return Value::Text(text);
    }
    if let Some(number) = said.as_f64() {
        return Value::Number(number);
    }
    if let Some(flag) = said.as_bool() {
        return Value::Flag(flag);
    }
    match said.dyn_ref::<Object>() {
        None => Value::Absent,
        Some(_) if depth == 0 => Value::Other,
        Some(_) if Array::is_array(said) => {
            Value::List(Array::from(said).iter().map(|each| value(&each, depth - 1)).collect())
        }
        Some(object) => {
            let field = |pair: JsValue| {
                let pair: Array = pair.into();
                let name = pair.get(0).as_string().unwrap_or_default();
                (name, value(&pair.get(1), depth - 1))
            };
            Value::Fields(Object::entries(object).iter().map(field).collect())
        }
    }
}
