//! The whole frame: one usher, and the places that show it.

use super::ask::ask;
use super::booth::{Booth, Here};
use super::drive::drive;
use super::head::head;
use super::keys::use_frame_keys;
use super::panes::panes;
use crate::frame::Usher;
use crate::page::dom;
use crate::page::draw::Symbols;
use crate::page::icons;
use crate::page::lab::Act;
use crate::share::{Controls, Height, Part, Theme, VERSION};
use crate::texts::frame as texts;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct AppProps {
    pub(super) booth: Here,
}

/// The frame.
#[component]
pub(super) fn App(props: &AppProps) -> Html {
    let booth = &props.booth.0;
    let trigger = use_force_update();
    use_effect_with((), {
        let booth = Rc::clone(booth);
        move |()| booth.draw_by(Callback::from(move |()| trigger.force_update()))
    });
    let act = use_memo((), |()| {
        let booth = Rc::clone(booth);
        Act::by(Callback::from(move |action| {
            booth.does(|usher, at_ms| usher.act(&action, at_ms));
        }))
    });
    use_frame_keys(booth);
    use_dress(booth);
    booth.with(|usher| match usher.newer() {
        Some(version) => newer(usher, version),
        None if usher.is_resting() => Html::default(),
        None => frame(booth, &act, usher),
    })
}

fn frame(booth: &Rc<Booth>, act: &Act, usher: &mut Usher) -> Html {
    let asks = usher.is_asking();
    html! {
        <main class={classes(usher)} data-view={usher.view().word()}>
            <Symbols/>
            { drive(act, usher, asks) }
            { head(booth, act, usher) }
            { notice(booth, usher.notice()) }
            { panes(booth, usher) }
            { ask(booth, usher, asks) }
        </main>
    }
}

fn classes(usher: &Usher) -> Classes {
    let embed = usher.embed();
    let hides = |part| embed.hide.contains(&part);
    classes!(
        "embed",
        if usher.is_wide() { "wide" } else { "slim" },
        (embed.height == Height::Fit).then_some("fit"),
        (embed.controls == Controls::None).then_some("bare"),
        usher.is_calm().then_some("still"),
        hides(Part::Legend).then_some("no-legend"),
        hides(Part::Stats).then_some("no-stats"),
    )
}

/// What is wrong with the link, in one line that can be opened. It is read aloud when it comes.
fn notice(booth: &Rc<Booth>, problems: &[String]) -> Html {
    let says = if problems.len() == 1 { texts::ONE_PART } else { texts::PARTS };
    let problem = |(at, problem): (usize, &String)| html! { <li key={at}>{ problem }{ "." }</li> };
    html! {
        <div class="bar" role="status">
            if !problems.is_empty() {
                <details>
                    <summary>{ says }</summary>
                    <ul>{ for problems.iter().enumerate().map(problem) }</ul>
                </details>
                <button
                    class="btn bare" type="button" aria-label={texts::DISMISS}
                    onclick={booth.on(|usher, _| usher.dismiss())}
                >
                    { icons::close() }
                </button>
            }
        </div>
    }
}

/// What a link from a newer version means only the newer program knows.
fn newer(usher: &Usher, version: u32) -> Html {
    html! {
        <main class="embed newer">
            <h1>{ texts::NEWER }</h1>
            <p>{ texts::newer(version, VERSION) }</p>
            <p><a href={usher.base().to_owned()} target="_blank" rel="noopener">{ texts::OPEN_THE_NEWEST }</a></p>
        </main>
    }
}

/// The colours of the link, and what the host wants it to look like. The values were checked one by one.
#[hook]
fn use_dress(booth: &Rc<Booth>) {
    let (theme, dresses) = booth.with(|usher| (usher.theme(), usher.dresses().to_vec()));
    use_effect_with((theme, dresses), |(theme, dresses)| {
        let root = dom::document().and_then(|document| document.document_element());
        let Some(root) = root.and_then(|root| root.dyn_into::<HtmlElement>().ok()) else { return };
        // Plain names and values: setting them cannot fail.
        let _ = match theme {
            Theme::Auto => root.remove_attribute("data-theme"),
            theme => root.set_attribute("data-theme", theme.word()),
        };
        for dress in dresses {
            for property in dress.properties {
                let _ = root.style().set_property(property, &dress.value);
            }
        }
    });
}
