//! One parameter: its name, its own control, a sentence of help, and what is wrong with what was typed.

use crate::page::icons;
use crate::page::lab::Act;
use crate::player::Action;
use crate::player::desk::Draft;
use crate::scenario::{Param, Values};
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

/// Numbers above this do not survive a number control, which counts in floating point.
const EXACT_MAX: u64 = 1 << 53;

pub(super) struct FieldProps {
    pub(super) act: Act,
    pub(super) param: &'static Param,
    pub(super) label: &'static str,
    /// Its value; none where another parameter stands in its place.
    pub(super) value: Option<String>,
    /// The value of the gallery's scenario.
    pub(super) usual: Option<String>,
    pub(super) draft: Option<Draft>,
}

pub(super) fn id(name: &str) -> String {
    format!("field-{name}")
}

/// A labelled control with its help.
pub(super) fn field(props: &FieldProps) -> Html {
    let (param, name) = (props.param, props.param.name);
    let varied = props.value != props.usual || props.draft.is_some();
    let usual = props.usual.clone().unwrap_or_else(|| "not in use".to_owned());
    let says = props.draft.as_ref().map(|draft| draft.says.clone()).unwrap_or_default();
    html! {
        <div key={name} class="field">
            <label for={id(name)}>{ props.label }{ " " }<code>{ name }</code></label>
            <div class="control">
                { control(param, props) }
                <button
                    class="btn bare" type="button" aria-label={format!("Reset {}", props.label)}
                    title={format!("Back to {usual}")} hidden={!varied} onclick={reset(&props.act, name)}
                >
                    { icons::restart() }
                </button>
            </div>
            <p id={format!("help-{name}")} class="hint">{ help(param, &usual) }</p>
            <p id={format!("says-{name}")} class="says" aria-live="polite">{ says }</p>
        </div>
    }
}

/// The reset button goes with what it resets, so the focus goes to the control.
fn reset(act: &Act, name: &'static str) -> Callback<MouseEvent> {
    let act = act.clone();
    Callback::from(move |_| {
        crate::page::dom::focus(&id(name));
        act.now(Action::Reset(name));
    })
}

fn help(param: &Param, usual: &str) -> String {
    let allowed = match param.values() {
        Values::Words(_) => String::new(),
        _ => format!(" {}.", crate::player::capital(&param.allowed())),
    };
    format!("{}{allowed} Usually {usual}.", param.help)
}

fn control(param: &Param, props: &FieldProps) -> Html {
    let name = param.name;
    let text = props.draft.as_ref().map(|draft| draft.text.clone());
    let value = text.or_else(|| props.value.clone()).unwrap_or_default();
    let described = format!("help-{name} says-{name}");
    let invalid = props.draft.is_some().then_some("true");
    let act = props.act.clone();
    let set = move |text: String| act.now(Action::Set(name, text));
    if let Values::Words(words) = param.values() {
        let chosen = Callback::from(move |event: Event| {
            if let Some(select) = event.target_dyn_into::<HtmlSelectElement>() {
                set(select.value());
            }
        });
        let option = |word: &&'static str| {
            html! { <option key={*word} value={*word} selected={*word == value}>{ *word }</option> }
        };
        return html! {
            <select id={id(name)} aria-describedby={described} aria-invalid={invalid} onchange={chosen}>
                { for words.iter().map(option) }
            </select>
        };
    }
    let typed = Callback::from(move |event: Event| {
        if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
            set(input.value());
        }
    });
    let (kind, min, max) = match param.values() {
        Values::Number { min, max } if max <= EXACT_MAX => {
            ("number", Some(min.to_string()), Some(max.to_string()))
        }
        _ => ("text", None, None),
    };
    html! {
        <input
            id={id(name)} type={kind} {min} {max} {value} aria-describedby={described} aria-invalid={invalid}
            autocomplete="off" autocapitalize="off" spellcheck="false" placeholder="not in use" onchange={typed}
        />
    }
}
