//! The safety net: when the program fails, the page says what happened and how to come back to it. It is never blank.
//!
//! Nothing here goes through the program's own drawing, which is what has failed: plain nodes, text only.

use super::dom;
use crate::texts::page as texts;
use std::cell::RefCell;
use std::panic::PanicHookInfo;
use web_sys::{Document, Element};

/// What was on show, so that a failure can be met again.
#[derive(Clone, Default)]
struct Last {
    query: String,
    strategy: String,
    seed: u64,
    order: String,
    step: u32,
}

thread_local! {
    static LAST: RefCell<Last> = RefCell::default();
    static SAID: RefCell<bool> = const { RefCell::new(false) };
}

/// Says the message instead of leaving a dead page. To be called before anything is drawn.
pub(super) fn install() {
    yew::set_custom_panic_hook(Box::new(say));
}

/// Remembers what is on show.
pub(super) fn remember(desk: &crate::player::Desk) {
    let session = desk.session();
    let last = Last {
        query: desk.link(),
        strategy: session.contest().to_string(),
        seed: desk.scenario().seed,
        order: session.made_order().to_string(),
        step: session.cursor(),
    };
    LAST.with(|cell| {
        if let Ok(mut cell) = cell.try_borrow_mut() {
            *cell = last;
        }
    });
}

fn say(info: &PanicHookInfo<'_>) {
    console_error_panic_hook::hook(info);
    let first = SAID
        .with(|said| said.try_borrow_mut().map(|mut said| !std::mem::replace(&mut *said, true)));
    let document = dom::document();
    if let (Ok(true), Some(document)) = (first, document) {
        let last = LAST.with(|cell| cell.try_borrow().map(|cell| cell.clone())).unwrap_or_default();
        // A page that cannot even be written to has nowhere to say it but the console, where it stands.
        let _ = write(&document, &info.to_string(), &last);
    }
}

fn write(document: &Document, what: &str, last: &Last) -> Result<(), wasm_bindgen::JsValue> {
    let Some(body) = document.body() else { return Ok(()) };
    let add = |parent: &Element, tag: &str, text: &str| -> Result<Element, wasm_bindgen::JsValue> {
        let element = document.create_element(tag)?;
        element.set_text_content(Some(text));
        parent.append_child(&element)?;
        Ok(element)
    };
    let page = document.create_element("main")?;
    page.set_class_name("fallen");
    let main = add(&page, "div", "")?;
    main.set_attribute("role", "alert")?;
    add(&main, "h1", texts::FAILED)?;
    add(&main, "p", texts::A_DEFECT)?;
    let href = format!("{}?{}", dom::here(), last.query);
    let link = add(&main, "a", &href)?;
    link.set_attribute("href", &href)?;
    add(&main, "p", texts::TO_MEND_IT)?;
    let order = if last.order.is_empty() { texts::NO_ORDER } else { &last.order };
    let place = texts::place(&last.strategy, last.seed, last.step, order);
    let report = add(&main, "textarea", &format!("{what}\n{href}\n{place}"))?;
    for (name, value) in [("aria-label", texts::FOR_A_REPORT), ("readonly", ""), ("rows", "8")] {
        report.set_attribute(name, value)?;
    }
    let again = add(&main, "p", "")?;
    // A link to the page itself is a button that needs no program.
    let reload = add(&again, "a", texts::RELOAD)?;
    reload.set_attribute("href", &href)?;
    reload.set_class_name("play");
    body.set_text_content(None);
    body.append_child(&page)?;
    Ok(())
}
