//! The page's end of the worker: it is told what is on show, and what it says is put in its place.
//!
//! What the worker shows is markup that it has written itself, every foreign text escaped. What pressing a control of it
//! does stands in `data-do`, as `WHAT:VALUE`.

use super::address;
use crate::page::dom;
use crate::page::lab::Act;
use crate::player::desk::{Deed, Language, Mode, Tab};
use crate::player::{Action, Desk, Session, Shown};
use crate::scenario::Query;
use crate::texts::forms::lapse;
use crate::texts::page as texts;
use crate::trace::{Mark, Order};
use crate::units::{Ms, Seat};
use js_sys::{Object, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::prelude::*;

// static/boot.js: loads the worker when it is first sent something.
#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = ["window", "seatrace"])]
    fn send(message: &JsValue);
    #[wasm_bindgen(js_namespace = ["window", "seatrace"])]
    fn listen(hear: JsValue);
}

/// Keeps the worker informed, once it is needed.
#[hook]
pub(in crate::page) fn use_worker(desk: &Desk, act: &Act) {
    let act = act.clone();
    use_effect_with((), move |()| {
        listen(Closure::<dyn Fn(JsValue)>::new(move |said| hear(&act, &said)).into_js_value());
    });
    // What is held ends while nothing happens: the worker says when, the page counts down.
    let now = desk.now();
    use_effect(move || {
        let left = dom::by_id("left");
        let until = left.as_ref().and_then(|left| left.get_attribute("data-until")?.parse().ok());
        if let (Some(left), Some(until)) = (left, until) {
            let until: Ms = until;
            left.set_text_content(Some(&lapse(until.saturating_sub(now))));
        }
    });
    let asked = desk.asked().map(str::to_owned);
    use_effect_with(asked, |asked| match asked {
        Some(link) => tell("verify", &[("link", link.into())]),
        None => dom::put("linked", ""),
    });
    let turn = match desk.seated() {
        None => "none",
        Some((_, false)) => "yours",
        Some((_, true)) => "sent",
    };
    let shown = desk.shown().clone();
    let about = desk.is_staffed().then(|| (desk.mode(), desk.tab(), desk.language()));
    // What was on show before the worker was needed, the furthest and the last: a choice by hand calls it, and it keeps the
    // way that was left.
    let unheard = use_mut_ref(|| None::<[Shown; 2]>);
    use_effect_with((shown, about, turn), move |(shown, about, turn)| {
        let Some(about) = about else {
            let last = unheard.take().map(|[furthest, _]| furthest);
            let furthest = last.filter(|furthest| is_behind(&shown.session, &furthest.session));
            unheard.replace(Some([furthest.unwrap_or(shown.clone()), shown.clone()]));
            return;
        };
        let left = unheard.take().filter(|_| about.0 == Mode::Race);
        for left in left.into_iter().flatten() {
            scene(&left.session, *about, "none");
        }
        scene(&shown.session, *about, turn);
    });
}

/// The same race, and not as far.
fn is_behind(a: &Session, b: &Session) -> bool {
    a.cursor() < b.cursor() && a.contest() == b.contest() && a.scenario() == b.scenario()
}

/// Tells the worker what is on show.
fn scene(session: &Session, (mode, tab, language): (Mode, Tab, Language), turn: &str) {
    let mode = match mode {
        Mode::Race => "race",
        Mode::Compare => "compare",
        Mode::Explore => "explore",
    };
    tell(
        "scene",
        &[
            ("query", session.scenario().query().into()),
            ("strategy", session.contest().to_string().into()),
            ("order", session.order().to_string().into()),
            ("mode", mode.into()),
            ("turn", turn.into()),
            ("step", session.cursor().into()),
            ("tab", tab.name().into()),
            ("language", language.name().into()),
        ],
    );
}

/// Sends a request of a kind with these fields.
pub(in crate::page) fn tell(kind: &str, fields: &[(&str, JsValue)]) {
    let message = Object::new();
    for (name, value) in fields.iter().chain(&[("kind", kind.into())]) {
        // A fresh object takes every name.
        let _ = Reflect::set(&message, &(*name).into(), value);
    }
    send(&message);
}

fn hear(act: &Act, said: &JsValue) {
    let text = |name| dom::at(said, &[name]).as_string().unwrap_or_default();
    match text("kind").as_str() {
        "put" => dom::put(&text("place"), &text("markup")),
        "open" => open(act, text("query")),
        "change" => {
            let (scenario, _) = Query::parse_tolerant(&text("query")); // printed by the worker
            act.now(Action::Change(Box::new(scenario)));
        }
        "unfold" => act.does(Deed::Unfold(text("query"))),
        "address" => address::write(&text("link"), false),
        kind => {
            let says = match kind {
                "fallen" => texts::fallen(&text("says")),
                _ => text("says"),
            };
            if let Some(trouble) = dom::by_id("trouble") {
                trouble.set_text_content(Some(&says));
            }
        }
    }
}

/// A found order is shown at its end: how it came about is a step back away.
fn open(act: &Act, query: String) {
    act.does(Deed::Load(query));
    act.now(Action::End);
}

/// Does what a pressed control says, or what a moved slider does.
pub(in crate::page) fn ask(act: &Act, event: &Event) {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let control = target.and_then(|target| target.closest("[data-do]").ok().flatten());
    let Some(control) = control else { return };
    let does = control.get_attribute("data-do").unwrap_or_default();
    let (what, value) = does.split_once(':').unwrap_or((&does, ""));
    let field = ["INPUT", "SELECT"].contains(&&*control.tag_name());
    let moved = dom::at(&control, &["value"]).as_string().filter(|_| field);
    if moved.is_some() != (event.type_() == "input") || has_modifier(event) {
        return;
    }
    match what {
        "open" => open(act, value.to_owned()),
        "choose" => {
            let choice = Order::parse(value).ok().and_then(|order| order.0.first().copied());
            choice.into_iter().for_each(|choice| act.now(Action::Pick(choice)));
        }
        "axis" => act.does(Deed::TurnAxis),
        "conflict" => act.does(Deed::NextMarker),
        "anomaly" => act.does(Deed::NextAnomaly),
        "return" => act.does(Deed::Load(value.to_owned())),
        "sit" => act.does(Deed::Sit),
        "rise" => act.does(Deed::Rise),
        "click" => value.parse().into_iter().for_each(|seat| act.does(Deed::Click(Seat(seat)))),
        "go" => act.does(Deed::Go(value.chars().next().and_then(Mark::of))),
        "seek" => value.parse().into_iter().for_each(|step| act.now(Action::Seek(step))),
        "watch" => value.parse().into_iter().for_each(|place| act.does(Deed::Watch(place))),
        "recheck" => {
            act.does(Deed::Turn(Mode::Explore));
            tell("explore", &[]);
        }
        _ => {
            let on = dom::at(&control, &["checked"]).is_truthy();
            let now = moved.unwrap_or(value.to_owned());
            // Where it was pressed matters in the hall, which has no control for each seat.
            let [x, y] = ["clientX", "clientY"].map(|place| dom::at(event, &[place]));
            let of = ("of", value.into());
            let tab = ("tab", Tab::Seat.name().into());
            tell(what, &[of, ("value", now.into()), ("on", on.into()), ("x", x), ("y", y), tab]);
        }
    }
    if moved_is_press(event) {
        event.prevent_default();
    }
}

fn moved_is_press(event: &Event) -> bool {
    event.type_() == "click"
}

/// A link with a modifier opens elsewhere, as links do.
fn has_modifier(event: &Event) -> bool {
    ["ctrlKey", "metaKey", "shiftKey"].iter().any(|key| dom::at(event, &[key]).is_truthy())
}
