//! Some parameters that belong together, folded away until they are wanted.

use super::field::{FieldProps, field};
use crate::page::lab::Act;
use crate::player::Desk;
use crate::player::desk::Group;
use crate::scenario::{Param, Scenario, gallery, params};
use std::rc::Rc;
use yew::prelude::*;

pub(super) struct SectionProps {
    pub(super) group: &'static Group,
    pub(super) act: Act,
    pub(super) desk: Rc<Desk>,
    /// Open when the form opens; afterwards it is the reader's.
    pub(super) open: bool,
}

pub(super) fn id(group: &Group) -> String {
    format!("group-{}", group.fields[0].0)
}

/// A group of fields.
pub(super) fn section(props: &SectionProps) -> Html {
    let scenario = props.desk.scenario();
    let base = base(scenario);
    let of = |name: &str| params().iter().find(|param| param.name == name);
    let fields: Vec<(&'static Param, &'static str)> =
        props.group.fields.iter().filter_map(|(name, label)| Some((of(name)?, *label))).collect();
    let varied: Vec<&str> = fields
        .iter()
        .filter(|(param, _)| param.print(scenario) != param.print(&base))
        .map(|(_, label)| *label)
        .collect();
    let shown = |(param, label): (&'static Param, &'static str)| {
        let value = param.print(scenario);
        let usual = param.print(&base);
        field(&FieldProps {
            act: props.act.clone(),
            param,
            label,
            value,
            usual,
            draft: props.desk.draft(param.name).cloned(),
        })
    };
    html! {
        <details key={props.group.title} id={id(props.group)} open={props.open}>
            <summary>
                <span>{ props.group.title }</span>
                <small>{ varied.join(", ") }</small>
            </summary>
            <div>{ for fields.into_iter().map(shown) }</div>
        </details>
    }
}

/// The scenario of the gallery that this one varies.
fn base(scenario: &Scenario) -> Scenario {
    let entry = gallery().iter().find(|entry| entry.slug == scenario.slug);
    entry.unwrap_or(&gallery()[0]).scenario()
}
