//! The judge: every rule, whether it holds so far, and what is wrong where it does not.

use super::history_answer;
use crate::export::check_object;
use crate::history::{Checking, History, Told};
use crate::lab;
use crate::player::Markup;
use crate::texts::worker::court as texts;
use crate::trace::Trace;
use crate::verdict::{Judge, Rule, Violation};
use crate::worker::Scene;
use std::sync::Arc;

/// Longer runs are not put in order beside the race: it would take too long.
const EVENTS_MAX: usize = 20_000;

/// The verdict on the race up to the step on show. A rule about the end of a run stays open until then. A run that was
/// shortened is not offered to be.
pub fn court(scene: &Scene, is_short: bool) -> Markup {
    let mut race = lab::race(&scene.scenario, scene.contest);
    race.follow(&scene.order);
    let mut judge = Judge::new(Arc::new(lab::facts(&scene.scenario)));
    race.trace().events.iter().for_each(|event| judge.see(event));
    let over = race.is_over();
    let violations = if over { judge.finish().violations } else { judge.violations().to_vec() };
    let mut out = Markup::new();
    for violation in &violations {
        finding(&mut out, violation);
    }
    if !violations.is_empty() && !is_short {
        out.append(super::shorten());
    }
    out.put("<ol class='rules' aria-label='$'>", &[], &[texts::RULES]);
    for rule in Rule::ALL {
        let broken = violations.iter().find(|violation| violation.rule == rule);
        line(&mut out, rule, broken, over);
    }
    out.raw("</ol>");
    if over {
        out.append(linearization(scene, race.trace()));
    }
    out
}

/// The answers that the users had, put in an order in which one show gives them, or why they cannot be.
fn linearization(scene: &Scene, trace: &Trace) -> Markup {
    let mut out = Markup::new();
    out.put("<h3 class='h'>$</h3>", &[], &[texts::ONE_AFTER_THE_OTHER]);
    if trace.events.len() > EVENTS_MAX {
        let [not, command, takes] = texts::not_checked(EVENTS_MAX);
        out.put("<p>$<code>$</code>$</p>", &[], &[&not, &command, &takes]);
        return out;
    }
    let facts = lab::facts(&scene.scenario);
    let told = Told { hall: facts.hall, expiry: facts.expiry, wants: &facts.wants };
    match Checking::new(History::of_run(&told, trace)) {
        Ok(checking) => out.append(history_answer(&check_object(&checking.finish()))),
        Err(broken) => out.put("<p>$</p>", &[], &[&broken.to_string()]),
    }
    out
}

/// A violation in words, with the idea behind its rule.
fn finding(out: &mut Markup, violation: &Violation) {
    let class = if violation.liveness { "" } else { "bad" };
    let says = [class, &violation.says, violation.rule.explanation()];
    out.put("<p class='finding $'><b>$</b> <span>$</span></p>", &[], &says);
}

fn line(out: &mut Markup, rule: Rule, broken: Option<&Violation>, over: bool) {
    let (class, sign, says) = match broken {
        Some(v) if v.liveness => ("", "M-5-5l10 10M5-5L-5 5", texts::FAILS_AT_THE_END.to_owned()),
        Some(v) => ("bad", "M-5-5l10 10M5-5L-5 5", texts::fails_at(v.step)),
        None if over => ("", "M-6 0l4 4 8-9", texts::HOLDS.to_owned()),
        None if rule.is_liveness() => ("", "M-5 0h10", texts::KNOWN_AT_THE_END.to_owned()),
        None => ("", "M-6 0l4 4 8-9", texts::HOLDS_SO_FAR.to_owned()),
    };
    let line = "<li class='$' title='$'><svg viewBox='-12 -8 24 16' aria-hidden='true'><path class='tickm' d='$'/></svg>\
                <b>$</b><span>$</span></li>";
    out.put(line, &[], &[class, rule.explanation(), sign, rule.title(), &says]);
}
