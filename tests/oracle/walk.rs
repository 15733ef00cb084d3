//! Every order of a race: one by one, or states met twice walked once.

use std::collections::BTreeMap;

use super::model::Model;
use super::state::{Choice, Mark, Show, State, User, choices};
use super::step::apply;

/// No run of a model worth enumerating comes near this many steps: a longer one is a defect of the model.
const STEPS_MAX: usize = 1_000;

/// Visits the end of every schedule, with the order that led there, in the order of [`choices`].
/// Plain recursion without memory: what is counted here was really walked.
pub fn for_each_run(model: &Model, mut visit: impl FnMut(&[Choice], &State<'_>)) {
    descend(&State::new(model), &mut Vec::new(), &mut visit);
}

fn descend(
    state: &State<'_>,
    order: &mut Vec<Choice>,
    visit: &mut impl FnMut(&[Choice], &State<'_>),
) {
    assert!(order.len() <= STEPS_MAX, "a run without end: {}", order_text(order));
    let found = choices(state);
    if found.is_empty() {
        return visit(order, state);
    }
    for choice in found {
        let mut after = state.clone();
        apply(&mut after, choice);
        order.push(choice);
        descend(&after, order, visit);
        order.pop();
    }
}

/// Visits every final state once, with the number of schedules that end in it.
///
/// For what is too large for [`for_each_run`]: layer after layer, states that are equal in every field are
/// walked together. No state is normalised, so it merges less than an explorer would, and cannot merge wrongly.
pub fn for_each_end_merged(model: &Model, mut visit: impl FnMut(&State<'_>, u128)) {
    let State { show, users, .. } = State::new(model);
    let mut layer: BTreeMap<(Show, Vec<User>), u128> = BTreeMap::from([((show, users), 1)]);
    for _ in 0..=STEPS_MAX {
        let mut below = BTreeMap::new();
        for ((show, users), schedules) in layer {
            let state = State { model, show, users };
            let found = choices(&state);
            if found.is_empty() {
                visit(&state, schedules);
            }
            for choice in found {
                let mut after = state.clone();
                apply(&mut after, choice);
                *below.entry((after.show, after.users)).or_insert(0) += schedules;
            }
        }
        if below.is_empty() {
            return;
        }
        layer = below;
    }
    panic!("a run without end: more than {STEPS_MAX} steps");
}

/// An order in the grammar of DESIGN §3, without counts: `AABAptB`.
pub fn order_text(order: &[Choice]) -> String {
    let mut text = String::new();
    for &choice in order {
        let Choice::Step(user, mark) = choice else {
            text.push('t');
            continue;
        };
        text.push(('A'..='Z').nth(user).unwrap_or('?'));
        text.extend(mark.map(|mark| match mark {
            Mark::Captured => 'p',
            Mark::Declined => 'd',
            Mark::NoAnswer => 'n',
            Mark::Crash => 'k',
        }));
    }
    text
}
