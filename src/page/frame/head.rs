//! The head of the frame: what is raced for, by which strategy, and the ways out.

use super::booth::Booth;
use super::edit::edit;
use crate::frame::Usher;
use crate::lab::Contest;
use crate::page::lab::Act;
use crate::page::switch::{SwitchProps, switch};
use crate::player::Action;
use crate::player::desk::title;
use crate::share::Part;
use crate::texts::frame as texts;
use std::rc::Rc;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// Title, strategies, share, and the link to the whole page.
pub(super) fn head(booth: &Rc<Booth>, act: &Act, usher: &Usher) -> Html {
    let embed = usher.embed();
    let hides = |part| embed.hide.contains(&part);
    let (title, varied) = title(usher.desk().scenario());
    let badge = !embed.no_badge && !hides(Part::Badge);
    let named = if hides(Part::Title) { "sr" } else { "" };
    html! {
        <>
            <header class="top">
                <svg viewBox="0 0 24 24" aria-hidden="true"><use href="#mk"/></svg>
                <h1 class={named}>{ title }<small>{ if varied { texts::VARIED } else { "" } }</small></h1>
                if usher.is_wide() && !hides(Part::Params) { { row(act, usher) } }
                // What it does is written in `static/embed.js`, which knows how to copy.
                if !hides(Part::Share) {
                    <button class="btn bare" type="button" data-share="" aria-haspopup="dialog">{ texts::SHARE }</button>
                }
                if badge { { open(usher) } }
            </header>
            if !usher.is_wide() && !hides(Part::Params) { { list(act, usher) } }
            if embed.edit && !hides(Part::Params) { { edit(booth, usher) } }
        </>
    }
}

/// Which of the scenario's races is on show, as a row.
fn row(act: &Act, usher: &Usher) -> Html {
    let (contests, contest) = (usher.contests(), usher.desk().session().contest());
    switch(&SwitchProps { act: act.clone(), contests, contest })
}

/// The same as a list, for where there is little room.
fn list(act: &Act, usher: &Usher) -> Html {
    let (contests, contest) = (usher.contests(), usher.desk().session().contest());
    let names = contests.clone();
    let act = act.clone();
    let chosen = Callback::from(move |event: Event| {
        let select = event.target_dyn_into::<HtmlSelectElement>();
        let name = select.map(|select| select.value()).unwrap_or_default();
        if let Some(contest) = names.iter().find(|contest| contest.to_string() == name) {
            act.now(Action::Choose(*contest));
        }
    });
    let option = |each: &Contest| {
        let name = each.to_string();
        html! { <option key={name.clone()} value={name.clone()} selected={*each == contest}>{ name.clone() }</option> }
    };
    html! {
        <select class="strategies" aria-label={texts::STRATEGY} hidden={contests.len() < 2} onchange={chosen}>
            { for contests.iter().map(option) }
        </select>
    }
}

fn open(usher: &Usher) -> Html {
    html! {
        <a class="badge" href={usher.url()} target="_blank" rel="noopener" title={texts::OPEN_TITLE}>
            { texts::OPEN }<span>{ texts::IN_SEATRACE }</span>
        </a>
    }
}
