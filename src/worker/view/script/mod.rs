//! The strategies in other words: pseudo-code in the manner of Python, and SQL with the codes by which it fails.
//!
//! The texts are files beside this one. Behind two blanks at the end of a line stands what it belongs to:
//!
//! - `#: read` or `--: read`: the line is lit by this step;
//! - `read/taken`: only where the step went so, or where this was a part of it;
//! - `?lock=seat`, `?late!=accept`: the line is there only in scenarios with this rule.

use crate::lab::about;
use crate::player::desk::Language;
use crate::player::{Markup, Places, Session, acting, discs, strategies};
use crate::scenario::{Scenario, Strategy, Word};
use crate::texts::worker::script as texts;
use crate::trace::{Event, Op, Outcome};
use crate::units::Expiry;

/// A line of a text, as it is shown of a scenario.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Line {
    /// The line without what it belongs to.
    pub text: &'static str,
    /// The steps by which it is lit: `read`, or `read/taken`.
    marks: Vec<&'static str>,
}

impl Line {
    /// It is a line of this step, however it goes.
    pub fn is_of(&self, op: Op) -> bool {
        self.marks.contains(&op.name())
    }

    /// It is lit where a step goes so.
    pub fn tells(&self, op: Op, outcome: Outcome) -> bool {
        let parts = self.marks.iter().filter_map(|mark| mark.split_once('/'));
        parts.into_iter().any(|part| part == (op.name(), outcome.name()))
    }
}

/// The text of a strategy in one of the other languages. Rust is drawn by the page itself.
fn text(strategy: Strategy, language: Language) -> &'static str {
    match (strategy, language) {
        (Strategy::Naive, Language::Sql) => include_str!("naive.sql"),
        (Strategy::Optimistic, Language::Sql) => include_str!("optimistic.sql"),
        (Strategy::Pessimistic, Language::Sql) => include_str!("pessimistic.sql"),
        (Strategy::TwoPhase, Language::Sql) => include_str!("two_phase.sql"),
        (Strategy::Naive, _) => include_str!("naive.py.txt"),
        (Strategy::Optimistic, _) => include_str!("optimistic.py.txt"),
        (Strategy::Pessimistic, _) => include_str!("pessimistic.py.txt"),
        (Strategy::TwoPhase, _) => include_str!("two_phase.py.txt"),
    }
}

/// The lines of a strategy under the rules of a scenario.
pub fn lines(scenario: &Scenario, strategy: Strategy, language: Language) -> Vec<Line> {
    let all = text(strategy, language).lines().filter_map(|line| read(scenario, line));
    let mut lines: Vec<Line> = all.collect();
    // Where a part is left out two empty lines may meet.
    lines.dedup_by(|b, a| a.text.is_empty() && b.text.is_empty());
    lines.pop_if(|last| last.text.is_empty());
    lines
}

fn read(scenario: &Scenario, line: &'static str) -> Option<Line> {
    let tails = ["  #: ", "  --: ", "  ?"].into_iter().filter_map(|tail| line.find(tail));
    let (text, tail) = line.split_at(tails.min().unwrap_or(line.len()));
    let (rules, marks): (Vec<&str>, Vec<&str>) =
        tail.split_whitespace().partition(|word| word.starts_with('?'));
    let holds = rules.iter().all(|rule| is_rule_of(scenario, rule));
    let marks = marks.into_iter().filter(|word| !word.ends_with(':')).collect();
    holds.then_some(Line { text, marks })
}

/// `?lock=seat`: the scenario has this rule; `?lock!=seat`: it has another.
fn is_rule_of(scenario: &Scenario, rule: &str) -> bool {
    let (name, value) = rule.trim_start_matches('?').split_once('=').unwrap_or_default();
    let is = |name| match name {
        "version" => scenario.version.word(),
        "lock" => scenario.lock.word(),
        "lockorder" => scenario.lock_order.word(),
        "late" => scenario.late.word(),
        "hold" if scenario.hold_ms.is_some() => "on",
        "hold" => "off",
        "expiry" => match scenario.expiry {
            Expiry::Timer => "timer",
            Expiry::Lazy => "lazy",
            Expiry::Sweep(_) => "sweep",
        },
        _ => "",
    };
    match name.strip_suffix('!') {
        Some(name) => is(name) != value,
        None => is(name) == value,
    }
}

/// What is lit of a text: the step that was made, how it went, and what came of it at once.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Lit {
    op: Option<Op>,
    told: Vec<(Op, Outcome)>,
}

impl Lit {
    /// What the step at the cursor lights of a strategy; before the first step where most users stand.
    pub fn of(session: &Session, strategy: Strategy, places: &Places) -> Lit {
        let events: Vec<&Event> =
            session.step_events().iter().filter(|event| is_of(session, strategy, event)).collect();
        let ran = events.iter().find(|event| event.line > 0).or(events.first());
        let start = places.next.iter().find(|place| Some(place.line) == places.lit);
        Lit {
            op: ran.map(|event| event.op).or(start.map(|place| place.op)),
            told: events.iter().map(|event| (event.op, event.outcome)).collect(),
        }
    }

    /// The line is lit.
    pub fn has(&self, line: &Line) -> bool {
        self.op.is_some_and(|op| line.is_of(op))
            || self.told.iter().any(|(op, outcome)| line.tells(*op, *outcome))
    }
}

/// The event belongs to a user of this strategy, or to the holds that only two-phase has.
fn is_of(session: &Session, strategy: Strategy, event: &Event) -> bool {
    match event.user() {
        Some(user) => {
            crate::lab::strategy_of(session.scenario(), session.contest(), user) == strategy
        }
        None => event.op == Op::Sweep && strategy == Strategy::TwoPhase,
    }
}

/// The code view: the text of the strategy of the user who has just stepped, or of the one that was chosen.
pub fn script(session: &Session, language: Language, chosen: Option<Strategy>) -> Markup {
    let all = strategies(session);
    let chosen = chosen.filter(|strategy| all.contains(strategy));
    let current = chosen.or(acting(session)).or(all.first().copied());
    let mut out = Markup::new();
    let Some(current) = current else { return out };
    if all.len() > 1 {
        out.put("<div class='files' role='group' aria-label='$'>", &[], &[texts::FILES]);
        for strategy in &all {
            // Pressing the chosen one again follows the race again.
            let next = if chosen == Some(*strategy) { "" } else { about(*strategy).name };
            let pressed = if *strategy == current { "true" } else { "false" };
            let file = file(*strategy, language);
            let button = "<button type='button' data-do='script:$' aria-pressed='$'>$</button>";
            out.put(button, &[], &[next, pressed, &file]);
        }
        out.raw("</div>");
    }
    let name = file(current, language);
    out.put("<ol class='code' tabindex='0' aria-label='$'>", &[], &[&name]);
    written(&mut out, session, current, language);
    out.raw("</ol>");
    out
}

/// `two_phase.py`, `two_phase.sql`.
fn file(strategy: Strategy, language: Language) -> String {
    let stem = about(strategy).file.trim_end_matches(".rs");
    format!("{stem}.{}", if language == Language::Sql { "sql" } else { "py" })
}

fn written(out: &mut Markup, session: &Session, strategy: Strategy, language: Language) {
    let places = Places::of(session, strategy);
    let lit = Lit::of(session, strategy, &places);
    let lines = lines(session.scenario(), strategy, language);
    // A step may take several lines: the first of them is the current one, and before it its users stand.
    let first = |op| lines.iter().position(|line| line.is_of(op));
    let current = lines.iter().position(|line| lit.has(line));
    for (at, line) in lines.iter().enumerate() {
        out.raw(match current {
            Some(first) if first == at => "<li aria-current='step'>",
            _ if lit.has(line) => "<li class='lit'>",
            _ => "<li>",
        });
        out.put("<span class='n' aria-hidden='true'>%</span><span>", &[at as i32 + 1], &[]);
        super::ink::inked(out, line.text, language);
        for place in places.next.iter().filter(|place| first(place.op) == Some(at)) {
            discs(out, &place.users);
        }
        out.raw("</span></li>");
    }
}

#[cfg(test)]
mod tests;
