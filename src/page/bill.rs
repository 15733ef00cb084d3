//! The bill: the name of the house, its modes and its tools.

use super::hooks::Theme;
use super::icons;
use super::lab::Act;
use super::share;
use crate::player::Action;
use crate::player::desk::{Deed, Mode};
use crate::texts::page as texts;
use yew::prelude::*;

pub(super) struct BillProps {
    pub(super) act: Act,
    pub(super) mode: Mode,
    pub(super) theme: Theme,
    pub(super) turn: Callback<()>,
    pub(super) help: Callback<()>,
}

/// The head of the page.
pub(super) fn bill(props: &BillProps) -> Html {
    let (turn, help) = (props.turn.clone(), props.help.clone());
    let act = props.act.clone();
    let share = move |_: MouseEvent| {
        act.now(Action::Pause);
        act.now(Action::Staff);
        share::show();
    };
    let says = texts::theme(props.theme.says(), props.theme.next().says());
    html! {
        <header class="bill">
            <a class="name" href="./">
                <svg viewBox="0 0 24 24" aria-hidden="true"><use href="#mk"/></svg>
                { "seatrace" }
            </a>
            <nav class="modes" aria-label={texts::MODES}>
                { way(props, Mode::Race, "#race", texts::RACE) }
                { way(props, Mode::Compare, "#compare", texts::COMPARE) }
                { way(props, Mode::Explore, "#explore", texts::EXPLORE) }
            </nav>
            <div class="tools">
                <button class="btn" type="button" aria-haspopup="dialog" onclick={share}>{ texts::SHARE }</button>
                <button class="btn bare" aria-label={says.clone()} title={says} onclick={move |_| turn.emit(())}>
                    { icons::theme() }
                    if props.theme != Theme::System {
                        <span class="dot" aria-hidden="true"></span>
                    }
                </button>
                <button
                    class="btn bare" aria-label={texts::HELP_AND_KEYS} title={texts::HELP_AND_KEYS_TITLE} aria-keyshortcuts="?"
                    aria-haspopup="dialog" onclick={move |_| help.emit(())}
                >
                    <span aria-hidden="true">{ "?" }</span>
                </button>
            </div>
        </header>
    }
}

/// The way to a mode. Its address is that of a place of this page, so it is not followed.
fn way(props: &BillProps, to: Mode, href: &'static str, name: &'static str) -> Html {
    let act = props.act.clone();
    let turn = move |event: MouseEvent| {
        event.prevent_default();
        act.does(Deed::Turn(to));
    };
    let current = (props.mode == to).then_some("page");
    html! { <a {href} aria-current={current} onclick={turn}>{ name }</a> }
}
