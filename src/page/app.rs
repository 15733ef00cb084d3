//! The whole page: one desk, and the places that show it.

use super::bill::{BillProps, bill};
use super::compare::compare;
use super::draw::{Hall, Invite, Lanes, Nexts, Scale, Start, Symbols, Verdict};
use super::explore::explore;
use super::help;
use super::hooks::{
    ask, first_link, tell, use_address, use_aloud, use_drop, use_keys, use_pacemaker, use_theme,
    use_worker,
};
use super::inspector::{InspectorProps, inspector};
use super::lab::{Act, Lab};
use super::newer::newer;
use super::notice::{NoticeProps, notice};
use super::sentence::{SentenceProps, sentence};
use super::switch::{SwitchProps, switch};
use super::transport::{Place, Transport};

use super::share;
use super::{dom, rescue};
use crate::lab::contests;
use crate::player::desk::{Deed, Mode};
use crate::player::{Action, Desk};
use crate::texts::page as texts;
use std::rc::Rc;
use yew::prelude::*;

/// The page.
#[component]
pub(super) fn App() -> Html {
    let lab = use_reducer(|| Lab::new(Desk::visit(&first_link())));
    let act = Act::new(&lab);
    let desk = &lab.desk;
    let show_help = use_callback((), |(), ()| help::show());
    let escape = use_callback(act.clone(), |(), act| act.now(Action::Dismiss));
    let (theme, turn) = use_theme(desk.settings());
    let (aloud, choose) = use_aloud();
    let quiet = desk.is_quiet(aloud);
    use_pacemaker(desk, &act);
    let no_keys = desk.settings().no_keys || desk.newer().is_some();
    use_keys(&act, no_keys, show_help.clone(), escape);
    use_address(desk, &act);
    use_upkeep(desk);
    use_worker(desk, &act);
    use_drop(&act);
    let rested = use_rested(desk);
    let mode = desk.mode();
    let does = |act: &Act| {
        let act = act.clone();
        Callback::from(move |event: Event| ask(&act, &event))
    };
    let scenario = use_memo(desk.scenario().clone(), Clone::clone);
    // The worker has the editor; its dialog opens before that answers.
    let edit = Callback::from({
        let (act, scenario) = (act.clone(), Rc::clone(&scenario));
        move |name: &'static str| {
            act.now(Action::Staff);
            let words = [texts::SCENARIO, texts::CLOSE, texts::ONE_MOMENT];
            let words = ["title", "close", "opening"].into_iter().zip(words.map(Into::into));
            let asked = [("query", scenario.query().into()), ("at", name.into())];
            tell("edit", &asked.into_iter().chain(words).collect::<Vec<_>>());
        }
    });
    if let Some(version) = desk.newer() {
        return newer(&act, version);
    }
    let contest = desk.session().contest();
    let start = desk.session().cursor() == 0 && mode == Mode::Race && !desk.is_seated();
    // Side by side, all of them are on show.
    let choices = if mode == Mode::Compare { Vec::new() } else { contests(&scenario) };
    let choice = SwitchProps { act: act.clone(), contests: choices, contest };
    let choice = switch(&choice);
    let problems = desk.notice().to_vec();
    let skipped = match mode {
        Mode::Race => desk.session().skipped().to_vec(),
        _ => Vec::new(),
    };
    let transport = html! { <Transport act={act.clone()} place={Place::of(desk)} timed={desk.is_timed()} hurries={desk.hurries_through()}/> };
    html! {
        <div class={classes!("race", start.then_some("start"), desk.is_seated().then_some("seated"), scenario.you.map(|_| "yours"))}
            onclick={does(&act).reform(Event::from)} oninput={does(&act).reform(Event::from)}
        >
            <Symbols/>
            { bill(&BillProps { act: act.clone(), mode, theme, turn, help: show_help }) }
            { sentence(&SentenceProps { scenario: Rc::clone(&scenario), contest, open: edit, children: choice }) }
            { notice(&NoticeProps { act: act.clone(), problems, skipped }) }
            <div id="linked" class="linked" role="status" hidden={!desk.is_as_linked()}></div>
            <p id="trouble" class="trouble" role="alert"></p>
            // What the person at the page may do in the race, where it has a place in it.
            <section id="shop" class="shop" aria-label={texts::YOUR_PLACE} aria-live="polite" hidden={mode != Mode::Race}></section>
            { compare(desk, &transport, quiet) }
            { explore(mode) }
            <main id="race" class="house" tabindex="-1" hidden={mode != Mode::Race} data-order={made(desk)}>
                { house(lab.seen(), &act, quiet, rested) }
                if mode != Mode::Compare { { transport } }
            </main>
            { help::help(&act, desk.settings().no_keys, aloud, choose) }
            { share::share(&desk.link()) }
        </div>
    }
}

/// What has to happen beside the drawing: the safety net knows where the race is, and the focus stands somewhere.
#[hook]
fn use_upkeep(desk: &Desk) {
    let last = desk.clone();
    let held = dom::held(|_| true);
    use_effect_with(desk.shown().clone(), move |_| {
        rescue::remember(&last);
        dom::hold_again(held.as_deref());
    });
    let place = (desk.mode(), desk.session().cursor() == 0, desk.is_seated());
    let hiding = (place, desk.notice().len());
    let first = use_mut_ref(|| true);
    use_effect_with(hiding, move |_| {
        // A page that has just come takes the focus from nobody.
        if !std::mem::take(&mut *first.borrow_mut()) {
            dom::when_drawn(dom::rescue_focus);
        }
    });
}

/// The order of a finished run: what it was decided by, for who compares it.
fn made(desk: &Desk) -> Option<String> {
    desk.session().is_over().then(|| desk.session().order().to_string())
}

/// The page has been drawn for the first time: what is not on show yet can be made ready. A step is worked out and thrown
/// away, because a browser compiles a function when it is first called: better now than while the race begins.
#[hook]
fn use_rested(desk: &Desk) -> bool {
    let rested = use_state_eq(|| false);
    let setter = rested.setter();
    let desk = desk.clone();
    use_effect_with((), move |()| {
        dom::when_drawn(move || {
            drop(desk.does(&Deed::Do(Action::Step(1)), dom::now_ms()));
            setter.set(true);
        });
    });
    *rested
}

fn house(desk: &Desk, act: &Act, quiet: bool, rested: bool) -> Html {
    let shown = desk.shown().clone();
    let review = desk.review();
    let start = desk.session().cursor() == 0 && !desk.is_seated();
    let scale = if desk.is_timed() { Scale::TIME } else { Scale::default() };
    html! {
        <>
            <Hall shown={shown.clone()} now={desk.now()} quiet={quiet} pressed={desk.is_seated()}/>
            if start {
                <Start shown={shown.clone()} invite={Invite::SHOP}/>
            }
            // Behind the panel the lanes are made ready, so that the first step finds them there: of many users they take
            // longer than a frame.
            if rested || !start {
                <Lanes shown={shown.clone()} {scale} nexts={Nexts::CAPS} hidden={start}/>
            }
            { inspector(&InspectorProps { act: act.clone(), shown, tab: desk.tab(), language: desk.language() }) }
            <Verdict says={review.says + &review.name} rule={review.rule} bad={review.bad} times={review.times}/>
        </>
    }
}
