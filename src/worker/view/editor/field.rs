//! One parameter: its name, its own control, its unit, a sentence of help, a way back, and what is wrong with what was typed.

use super::{GROUPS, Group};
use crate::player::Markup;
use crate::scenario::{Drafts, Param, Scenario, Values, gallery, params};
use crate::texts::forms::capital;
use crate::texts::worker::editor as texts;

/// Numbers above this do not survive a number control, which counts in floating point.
const EXACT_MAX: u64 = 1 << 53;

/// Every field in its place, and what of each group differs from the gallery's scenario.
pub fn fields(scenario: &Scenario, drafts: &Drafts) -> Vec<(String, Markup)> {
    let base = base(scenario);
    let mut places = Vec::new();
    for group in &GROUPS {
        places.push(varied(group, scenario, &base));
        for (name, label) in group.fields {
            let param = params().iter().find(|param| param.name == *name);
            let field = param.map(|param| field(param, label, scenario, &base, drafts));
            places.extend(field.map(|field| (format!("place-{name}"), field)));
        }
    }
    places
}

/// The scenario of the gallery that this one varies.
fn base(scenario: &Scenario) -> Scenario {
    let entry = gallery().iter().find(|entry| entry.slug == scenario.slug);
    entry.unwrap_or(&gallery()[0]).scenario()
}

fn varied(group: &Group, scenario: &Scenario, base: &Scenario) -> (String, Markup) {
    let differs = |name: &str| {
        let param = params().iter().find(|param| param.name == name);
        param.is_some_and(|param| param.print(scenario) != param.print(base))
    };
    let labels: Vec<&str> =
        group.fields.iter().filter(|(name, _)| differs(name)).map(|(_, label)| *label).collect();
    let mut out = Markup::new();
    out.text(&labels.join(", "));
    (format!("varied-{}", group.fields[0].0), out)
}

fn field(
    param: &Param,
    label: &str,
    scenario: &Scenario,
    base: &Scenario,
    drafts: &Drafts,
) -> Markup {
    let name = param.name;
    let (value, usual, draft) = (param.print(scenario), param.print(base), drafts.of(name));
    let back = usual.clone().unwrap_or_else(|| texts::NOT_IN_USE.to_owned());
    let mut out = Markup::new();
    out.put(
        "<label for='field-$'>$ <code>$</code></label><div class='control'>",
        &[],
        &[name, label, name],
    );
    if value != usual || draft.is_some() {
        out.put(
            "<button class='btn bare' type='button' data-edit='reset:$' aria-label='$' title='$'>\
             <svg viewBox='0 0 16 16' aria-hidden='true'><path d='M4.2 5.4A5 5 0 1 1 3 8.7M3.4 2.6v3.2h3.2'/></svg></button>",
            &[],
            &[name, &texts::reset(label), &texts::back_to(&back)],
        );
    }
    let text = draft.map(|draft| draft.text.clone()).or(value).unwrap_or_default();
    control(&mut out, param, &text, draft.is_some());
    let unit = match param.unit {
        "ms" => "",
        unit => unit,
    };
    if !unit.is_empty() {
        out.put("<span class='unit'>$</span>", &[], &[unit]);
    }
    out.put("</div><p id='help-$' class='hint'>$</p>", &[], &[name, &help(param, &back)]);
    let says = draft.map(|draft| draft.says.as_str()).unwrap_or_default();
    out.put("<p id='says-$' class='says' aria-live='polite'>$</p>", &[], &[name, says]);
    out
}

fn help(param: &Param, usual: &str) -> String {
    let allowed = match param.values() {
        Values::Words(_) => None,
        _ => Some(capital(&param.allowed())),
    };
    texts::help(param.help(), allowed.as_deref(), usual)
}

fn control(out: &mut Markup, param: &Param, value: &str, wrong: bool) {
    let name = param.name;
    let invalid = if wrong { "true" } else { "false" };
    if let Values::Words(words) = param.values() {
        out.put(
            "<select id='field-$' data-edit='set:$' aria-describedby='help-$ says-$' aria-invalid='$'>",
            &[],
            &[name, name, name, name, invalid],
        );
        for word in words {
            let selected = if *word == value { "selected" } else { "" };
            out.put("<option value='$' $>$</option>", &[], &[word, selected, word]);
        }
        return out.raw("</select>");
    }
    let kind = match param.values() {
        Values::Number { min, max } if max <= EXACT_MAX => {
            format!("type=number min={min} max={max}")
        }
        _ => "type=text".to_owned(),
    };
    out.put("<input id='field-$' data-edit='set:$' ", &[], &[name, name]);
    out.put(
        "$ value='$' aria-describedby='help-$ says-$' aria-invalid='$' autocomplete='off' autocapitalize='off' \
         spellcheck='false' placeholder='$'>",
        &[],
        &[&kind, value, name, name, invalid, texts::NOT_IN_USE],
    );
}
