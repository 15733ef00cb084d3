//! The shell: web types around the clerk, and the timer that drives it.
//!
//! The same in a worker, in a blob worker and on the page where no worker can start: there the slices are shorter, so
//! that the page stays awake. A slice ends by the clock, so a cancel is heard within one.

use super::{Clerk, Envelope, Reply, Says};
use gloo_timers::callback::Timeout;
use js_sys::{Function, Reflect};
use serde::Serialize;
use serde_wasm_bindgen::{Deserializer, Serializer};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;

/// Transitions between two looks at the clock.
const BITE: u64 = 4_000;

struct Shell {
    clerk: Clerk,
    tell: Function,
    slice_ms: f64,
    timer: Option<Timeout>,
}

/// Starts a clerk that answers by `tell` and works in slices of so many ms. What comes back is the function that it
/// hears with. It first says that it is ready.
pub fn serve(tell: Function, slice_ms: f64) -> JsValue {
    console_error_panic_hook::set_once();
    let shell = Shell { clerk: Clerk::new(), tell, slice_ms, timer: None };
    let shell = Rc::new(RefCell::new(shell));
    let hear = {
        let shell = Rc::clone(&shell);
        Closure::<dyn Fn(JsValue)>::new(move |message: JsValue| hear(&shell, &message))
    };
    say(&shell, vec![Says::Ready.to(None)]);
    hear.into_js_value()
}

fn hear(shell: &Rc<RefCell<Shell>>, message: &JsValue) {
    let read = Envelope::read(|| Deserializer::from(message.clone()));
    let replies = match read {
        Ok(envelope) => shell.borrow_mut().clerk.hear(envelope),
        Err(error) => vec![Says::Error { says: error.to_string() }.to(error.id)],
    };
    say(shell, replies);
    go_on(shell);
}

/// Sets the timer for the next slice, if there is anything to do.
fn go_on(shell: &Rc<RefCell<Shell>>) {
    let next = Rc::clone(shell);
    let mut shell = shell.borrow_mut();
    if shell.clerk.is_busy() && shell.timer.is_none() {
        shell.timer = Some(Timeout::new(0, move || slice(&next)));
    }
}

fn slice(shell: &Rc<RefCell<Shell>>) {
    let replies = {
        let mut shell = shell.borrow_mut();
        shell.timer = None;
        let start_ms = now_ms();
        let mut at_ms = start_ms;
        while shell.clerk.is_busy() && at_ms - start_ms < shell.slice_ms {
            shell.clerk.work(BITE);
            at_ms = now_ms();
            if shell.clerk.has_news() {
                break;
            }
        }
        shell.clerk.report(at_ms - start_ms, at_ms)
    };
    say(shell, replies);
    go_on(shell);
}

/// The clerk is free while this talks: whoever listens on the page may answer at once.
fn say(shell: &Rc<RefCell<Shell>>, replies: Vec<Reply>) {
    let tell = shell.borrow().tell.clone();
    for reply in replies {
        // Plain objects of text and numbers: neither can fail, and nobody is left to hear it if it did.
        if let Ok(message) = reply.serialize(&Serializer::json_compatible()) {
            let _ = tell.call1(&JsValue::NULL, &message);
        }
    }
}

/// A steady clock, in ms, wherever this runs.
fn now_ms() -> f64 {
    let performance = Reflect::get(&js_sys::global(), &"performance".into());
    let performance = performance.map(JsCast::unchecked_into::<web_sys::Performance>);
    performance.map_or_else(|_| js_sys::Date::now(), |performance| performance.now())
}
