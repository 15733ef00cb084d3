//! The booth: the usher with what it needs of the browser. Everything that happens goes through [`Booth::does`].

use super::app::{App, AppProps};
use super::wire;
use crate::frame::{Envelope, Usher};
use crate::page::dom;
use crate::player::Action;
use gloo_timers::callback::Timeout;
use js_sys::Function;
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use web_sys::Element;
use yew::Callback;

/// From this width on, in CSS pixels, hall and lanes stand beside each other.
const WIDE_PX: u32 = 620;

/// The usher, its timer and its ways out.
pub(super) struct Booth {
    usher: RefCell<Usher>,
    timer: RefCell<Option<Timeout>>,
    redraw: RefCell<Callback<()>>,
    tell: Function,
}

impl Booth {
    /// Does something, sends what came of it, sets the timer and draws.
    pub(super) fn does<T>(self: &Rc<Booth>, work: impl FnOnce(&mut Usher, f64) -> T) -> T {
        let at_ms = dom::now_ms();
        let result = work(&mut self.usher.borrow_mut(), at_ms);
        self.follow_up(at_ms);
        result
    }

    fn follow_up(self: &Rc<Booth>, at_ms: f64) {
        let (replies, target, nap_ms) = {
            let mut usher = self.usher.borrow_mut();
            (usher.take(), usher.target().to_owned(), usher.nap_ms(at_ms))
        };
        for reply in replies {
            // Plain objects of text and numbers: neither can fail, and nobody is left to hear it if it did.
            if let Ok(message) = reply.serialize(&Serializer::json_compatible()) {
                let _ = self.tell.call2(&JsValue::NULL, &message, &target.as_str().into());
            }
        }
        let booth = Rc::clone(self);
        let tick = move || booth.does(|usher, at_ms| usher.tick(at_ms));
        *self.timer.borrow_mut() = nap_ms.map(|ms| Timeout::new(ms.ceil() as u32, tick));
        let redraw = self.redraw.borrow().clone();
        redraw.emit(());
    }

    /// Reads something of the usher without changing it.
    pub(super) fn with<T>(&self, read: impl FnOnce(&mut Usher) -> T) -> T {
        read(&mut self.usher.borrow_mut())
    }

    /// What draws it anew.
    pub(super) fn draw_by(&self, redraw: Callback<()>) {
        *self.redraw.borrow_mut() = redraw;
    }

    /// Does it whenever something is pressed.
    pub(super) fn on<E: 'static>(
        self: &Rc<Booth>,
        work: impl Fn(&mut Usher, f64) + 'static,
    ) -> Callback<E> {
        let booth = Rc::clone(self);
        Callback::from(move |_| booth.does(&work))
    }
}

/// A frame that is on show.
pub struct Frame {
    booth: Rc<Booth>,
}

impl Frame {
    /// Shows a link in an element of so many CSS pixels. `base` is where the site lies; `calm` if nothing may move by
    /// itself; `tell` is called with each message for the host and whom it is for.
    pub fn open(
        root: Element,
        link: &str,
        base: &str,
        calm: bool,
        width: u32,
        tell: Function,
    ) -> Frame {
        console_error_panic_hook::set_once();
        let mut usher = Usher::open(link, base, calm, dom::now_ms());
        usher.set_wide(width >= WIDE_PX);
        let booth = Rc::new(Booth {
            usher: RefCell::new(usher),
            timer: RefCell::default(),
            redraw: RefCell::new(Callback::noop()),
            tell,
        });
        let props = AppProps { booth: Here(Rc::clone(&booth)) };
        yew::Renderer::<App>::with_root_and_props(root, props).render();
        Frame { booth }
    }

    /// A message from a host of this origin, of so many bytes.
    pub fn hear(&self, message: &JsValue, bytes: usize, origin: &str) {
        if let Some(envelope) = Envelope::read(bytes, &wire::message(message)) {
            self.booth.does(|usher, at_ms| usher.hear(envelope, origin, at_ms));
        }
    }

    /// A presentation shows the slide that the frame is on, or leaves it.
    pub fn slide(&self, shown: bool, origin: &str) {
        self.booth.does(|usher, at_ms| usher.hear_slide(shown, origin, at_ms));
    }

    /// The content was measured, in CSS pixels.
    pub fn measured(&self, width: u32, height: u32) {
        self.booth.does(|usher, at_ms| {
            usher.set_wide(width >= WIDE_PX);
            usher.measured(width, height, at_ms);
        });
    }

    /// The reader sees it, or no longer does.
    pub fn seen(&self, seen: bool) {
        self.booth.does(|usher, at_ms| usher.seen(seen, at_ms));
    }

    /// The reader pressed play before there was a program to play.
    pub fn play(&self) {
        self.booth.does(|usher, at_ms| usher.act(&Action::Play, at_ms));
    }

    /// The reader wants to share what is on show. The link.
    pub fn share(&self) -> String {
        self.booth.does(|usher, _| usher.share())
    }

    /// The page goes away.
    pub fn leave(&self) {
        self.booth.does(|usher, _| usher.leave());
    }
}

/// The booth as a property: there is one, so all are equal.
#[derive(Clone)]
pub(super) struct Here(pub(super) Rc<Booth>);

impl PartialEq for Here {
    fn eq(&self, other: &Here) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}
