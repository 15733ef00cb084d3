//! The proof: what is shown for every order, class by class, and under which assumptions.

use super::words::does;
use crate::lab::{self, Contest};
use crate::measure::Class;
use crate::player::Markup;
use crate::scenario::{Scenario, Strategy};
use crate::texts::forms::{capital, count, grouped, listed, plural};
use crate::units::User;
use crate::worker::study::{Found, Study, bad_classes};
use num_bigint::BigUint;

/// What is proved; nothing before every order was tried.
pub fn proof(study: &Study, found: &Found) -> Markup {
    let mut out = Markup::new();
    if !found.is_complete() {
        return out;
    }
    out.raw("<section class='proof' aria-label='Proof'><div><h2 class='h'>What is proved</h2><ul>");
    let all = grouped(&found.all);
    for class in bad_classes().filter(|class| can(study, *class)) {
        claim(&mut out, class, &found.of_class(class), &all);
    }
    out.raw("</ul></div><div><h2 class='h'>What it assumes</h2><ul>");
    for says in assumptions(study.scenario(), study.contest()) {
        out.put("<li>$</li>", &[], &[&says]);
    }
    out.raw("</ul></div></section>");
    out
}

fn claim(out: &mut Markup, class: Class, bad: &BigUint, all: &str) {
    let (does, do_) = does(class);
    if *bad == BigUint::ZERO {
        let line = "<li><svg viewBox='-10 -8 20 16' aria-hidden='true'><path class='tickm' d='M-6 0l4 4 8-9'/></svg>\
                    No order out of $ $.</li>";
        return out.put(line, &[], &[all, does]);
    }
    let n = grouped(bad);
    let line = "<li class='bad'><svg viewBox='-10 -8 20 16' aria-hidden='true'><path class='crossm' d='M-5-5l10 10M5-5L-5 5'/></svg>\
                $ $ out of $ $.</li>";
    out.put(
        line,
        &[],
        &[&n, if n == "1" { "order" } else { "orders" }, all, if n == "1" { does } else { do_ }],
    );
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
    let users = format!("{} {}", capital(&count(scenario.users)), plural(scenario.users, "user"));
    let mut says = vec![
        format!("{users} with these wants, by {}, and nobody else.", listed(&names)),
        "Each step is indivisible: nothing happens within it.".to_owned(),
        "Delays do not count: whoever can step may be next, however late.".to_owned(),
    ];
    if used.contains(&Strategy::TwoPhase) {
        says.push(payments(scenario));
        if scenario.hold_ms.is_some() {
            says.push("A hold may expire at any point between two steps.".to_owned());
        }
    }
    says.push(match scenario.crash {
        0 => "No client crashes.".to_owned(),
        1 => "At most one client crashes, anywhere.".to_owned(),
        n => format!("At most {n} clients crash, anywhere."),
    });
    says
}

fn payments(scenario: &Scenario) -> String {
    let answers = scenario.answers();
    let all = [
        (answers.captured, "captured"),
        (answers.declined, "declined"),
        (answers.lost, "never answered"),
    ];
    let words: Vec<&str> = all.iter().filter(|(can, _)| *can).map(|(_, word)| *word).collect();
    match words.as_slice() {
        ["captured"] => "Every payment is captured.".to_owned(),
        words => format!("A payment may be {}.", words.join(" or ")),
    }
}
