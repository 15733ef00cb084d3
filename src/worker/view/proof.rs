//! The proof: what is shown for every order, class by class, and under which assumptions.

use super::words::does;
use crate::lab::{self, Contest};
use crate::measure::Class;
use crate::player::Markup;
use crate::scenario::{Scenario, Strategy};
use crate::texts::worker::proof as texts;
use crate::units::User;
use crate::worker::study::{Found, Study, bad_classes};
use num_bigint::BigUint;

/// What is proved; nothing before every order was tried.
pub fn proof(study: &Study, found: &Found) -> Markup {
    let mut out = Markup::new();
    if !found.is_complete() {
        return out;
    }
    out.put(
        "<section class='proof' aria-label='$'><div><h2 class='h'>$</h2><ul>",
        &[],
        &[texts::PROOF, texts::WHAT_IS_PROVED],
    );
    for class in bad_classes().filter(|class| can(study, *class)) {
        claim(&mut out, class, &found.of_class(class), &found.all);
    }
    out.put("</ul></div><div><h2 class='h'>$</h2><ul>", &[], &[texts::WHAT_IT_ASSUMES]);
    for says in assumptions(study.scenario(), study.contest()) {
        out.put("<li>$</li>", &[], &[&says]);
    }
    out.raw("</ul></div></section>");
    out
}

fn claim(out: &mut Markup, class: Class, bad: &BigUint, all: &BigUint) {
    if *bad == BigUint::ZERO {
        let line = "<li><svg viewBox='-10 -8 20 16' aria-hidden='true'><path class='tickm' d='M-6 0l4 4 8-9'/></svg>\
                    $</li>";
        return out.put(line, &[], &[&texts::none_does(all, does(class))]);
    }
    let line = "<li class='bad'><svg viewBox='-10 -8 20 16' aria-hidden='true'><path class='crossm' d='M-5-5l10 10M5-5L-5 5'/></svg>\
                $</li>";
    out.put(line, &[], &[&texts::some_do(bad, all, does(class))]);
}

/// Whether a class can be expected of anybody in this race: nobody waits for a lock where nobody locks.
fn can(study: &Study, class: Class) -> bool {
    let used = |strategy| strategies(study.scenario(), study.contest()).contains(&strategy);
    match class {
        Class::DoubleBooking => true,
        Class::Deadlock => used(Strategy::Pessimistic),
        Class::LostSale => used(Strategy::Optimistic),
        _ => used(Strategy::TwoPhase),
    }
}

fn strategies(scenario: &Scenario, contest: Contest) -> Vec<Strategy> {
    let each = (0..scenario.users).map(|user| lab::strategy_of(scenario, contest, User(user)));
    let mut used = Vec::new();
    for strategy in each {
        if !used.contains(&strategy) {
            used.push(strategy);
        }
    }
    used
}

fn assumptions(scenario: &Scenario, contest: Contest) -> Vec<String> {
    let used = strategies(scenario, contest);
    let names: Vec<String> = used.iter().map(|s| lab::about(*s).name.to_owned()).collect();
    let mut says = vec![
        texts::users(scenario.users, &names),
        texts::INDIVISIBLE.to_owned(),
        texts::DELAYS_DO_NOT_COUNT.to_owned(),
    ];
    if used.contains(&Strategy::TwoPhase) {
        says.push(texts::payments(scenario.answers()));
        if scenario.hold_ms.is_some() {
            says.push(texts::HOLDS_MAY_EXPIRE.to_owned());
        }
    }
    says.push(texts::crashes(scenario.crash));
    says
}
