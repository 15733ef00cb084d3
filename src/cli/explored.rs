//! What `explore` prints for people.

use crate::explore::in_runs;
use crate::export::{ExploreObject, ExploredOutcome, OddsObject, WitnessObject};
use crate::texts::forms::grouped;
use num_bigint::BigUint;

/// A title, what was covered, a line for each outcome, the clearest example of the worst.
pub(super) fn text(object: &ExploreObject) -> String {
    let title = format!("=== Every order: {} ===", object.strategy);
    let mut lines = vec![title, coverage(object), String::new()];
    lines.extend(table(object));
    lines.push(String::new());
    lines.extend(conclusion(object));
    lines.join("\n") + "\n"
}

fn coverage(object: &ExploreObject) -> String {
    let (orders, states) = (grouped(&object.schedules), grouped(object.states));
    let counted = format!("{orders} orders, through {states} states");
    match &object.stopped {
        None => format!("{counted}. Each order is counted once; a share is not a probability."),
        Some(limit) => {
            format!("Stopped at {limit}. So far: {counted}; there may be other outcomes.")
        }
    }
}

const HEAD: [&str; 8] =
    ["orders", "share", "ends in", "tickets", "booked", "gave up", "expired", "example"];

/// Columns as wide as their widest cell; numbers stand to the right.
fn table(object: &ExploreObject) -> Vec<String> {
    let all: BigUint = number(&object.schedules);
    let rows: Vec<[String; 8]> = object.outcomes.iter().map(|outcome| row(outcome, &all)).collect();
    let head = HEAD.map(str::to_owned);
    let widths: Vec<usize> = (0..HEAD.len())
        .map(|at| rows.iter().chain([&head]).map(|row| row[at].chars().count()).max().unwrap_or(0))
        .collect();
    let print = |row: &[String; 8]| {
        let cell = |(at, cell): (usize, &String)| match HEAD[at] {
            "ends in" => format!("{cell:<0$}", widths[at]),
            "example" => cell.clone(),
            _ => format!("{cell:>0$}", widths[at]),
        };
        row.iter().enumerate().map(cell).collect::<Vec<_>>().join("  ")
    };
    rows.iter().fold(vec![print(&head)], |lines, row| [lines, vec![print(row)]].concat())
}

fn row(outcome: &ExploredOutcome, all: &BigUint) -> [String; 8] {
    let ExploredOutcome { class, tickets, booked, gave_up, expired, schedules, order } = outcome;
    let counts = [tickets, booked, gave_up, expired].map(u32::to_string);
    let [tickets, booked, gave_up, expired] = counts;
    let share = percent(&number(schedules), all);
    [
        grouped(schedules),
        share,
        (*class).to_owned(),
        tickets,
        booked,
        gave_up,
        expired,
        order.clone(),
    ]
}

fn conclusion(object: &ExploreObject) -> Vec<String> {
    let mut lines = Vec::new();
    match &object.witness {
        Some(witness) => lines.extend(example(witness, object.complete)),
        None if object.complete => lines.push(
            "In no order is a seat sold twice, does anybody wait for ever, pay for nothing, wait for a refund, or is a sale lost."
                .into(),
        ),
        None => lines.push("Nothing went wrong in what was explored.".into()),
    }
    if object.sometimes.iter().any(|sometimes| sometimes.holds == Some(false)) {
        lines.push("In no order does anybody get a seat: that is not correct either.".into());
    }
    lines
}

fn example(witness: &WitnessObject, complete: bool) -> Vec<String> {
    let WitnessObject { class, order, steps, query, .. } = witness;
    let switches = switches(witness.switches);
    let which = if complete { "The clearest" } else { "An example of" };
    let mut lines = vec![
        format!("{which} {class}: {order} ({steps} steps, {switches})"),
        format!("See it: seatrace run '{query}'"),
    ];
    lines.extend(witness.by_switches.as_ref().map(|counts| by_switches(class, counts)));
    lines.extend(witness.odds.iter().flat_map(odds));
    lines
}

/// Why a load test may pass.
fn odds(odds: &OddsObject) -> Vec<String> {
    let chance = |hits: u32| f64::from(hits) / f64::from(odds.runs.max(1));
    let pct =
        (1..).zip(&odds.pct).map(|(depth, hits)| (format!("pct, depth {depth}"), chance(*hits)));
    let time = ("time".to_owned(), chance(odds.time));
    let rows = [("random".to_owned(), odds.random)].into_iter().chain(pct).chain([time]);
    let line = |(scheduler, chance): (String, f64)| {
        let (once, often) = (likely(chance), likely(in_runs(chance, 100)));
        format!("  {scheduler:<12} {once:>8} {often:>9}")
    };
    let head = "A test finds it with the scheduler ... in 1 run, in 100 runs:".to_owned();
    [head].into_iter().chain(rows.map(line)).collect()
}

fn by_switches(class: &str, counts: &[String]) -> String {
    let count = |(switches, orders): (usize, &String)| format!("{switches}: {}", grouped(orders));
    let counts: Vec<String> = counts.iter().enumerate().map(count).collect();
    format!("Orders with {class} by number of switches: {}", counts.join(", "))
}

fn switches(switches: u32) -> String {
    format!("{switches} {}", if switches == 1 { "switch" } else { "switches" })
}

fn number(decimal: &str) -> BigUint {
    decimal.parse().unwrap_or_default()
}

/// A chance in percent; what is nearly sure or nearly impossible is not called so.
fn likely(chance: f64) -> String {
    match chance * 100.0 {
        percent if percent > 0.0 && percent < 0.05 => "< 0.1 %".into(),
        percent if (99.95..100.0).contains(&percent) => "> 99.9 %".into(),
        percent => format!("{percent:.1} %"),
    }
}

/// In tenths of a percent, rounded down, but never 0 for something nor 100 for less than all.
fn percent(part: &BigUint, all: &BigUint) -> String {
    if part == all {
        return "100 %".into();
    }
    let tenths = part * 1_000u32 / all;
    match tenths.to_string().parse::<u32>() {
        Ok(0) => "< 0.1 %".into(),
        Ok(tenths) => format!("{}.{} %", tenths / 10, tenths % 10),
        Err(_) => String::new(),
    }
}
