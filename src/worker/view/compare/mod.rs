//! The comparison: a column for each race, and when to use which.
//!
//! The whole is written once. What changes with the step has places of its own, so that nothing that can be pressed is ever
//! drawn anew under a finger.

mod hall;
mod places;
mod strip;
mod table;

use super::words::breakable;
use crate::compare::{Column, Comparison, advice};
use crate::lab::{self, Contest};
use crate::player::Markup;
use crate::scenario::{Cast, Scenario, Strategy};
use crate::texts::worker::compare as texts;
use crate::trace::Order;
use crate::units::User;
use crate::worker::{Contrast, TRIED_STATES_MAX, Tried};

pub use places::Stand;
use places::{Places, Stands};
pub(in crate::worker::view) use strip::picture as strip_of;
pub use strip::seat as seat_rows;

/// The place of what is said to who listens.
pub const SAYS: &str = "compare-says";

const NUMERALS: [&str; 5] = ["I", "II", "III", "IV", "V"];

/// The attribute that says what a drawing shows.
const LABEL: &str = "aria-label";

/// What changes with the step or becomes known later: each place, and what it shows. The places are always the same ones.
pub fn stands(contrast: &Contrast) -> Vec<Stand> {
    let all = contrast.comparison();
    let mut places = Vec::new();
    for (at, column) in all.columns().iter().enumerate() {
        let mut put = Stands::of(at);
        put.put("now", now(all, column));
        hall::seats(&mut put, column);
        hall::seen_large(&mut put, column);
        let headline = column.headline();
        put.set("end", "class", if headline.bad { "bad" } else { "" }.to_owned());
        put.put("end", text(&headline.says));
        for (at, figure) in column.list().iter().enumerate() {
            put.put_one("fig-of", at, text(figure.name));
            put.put_one("fig", at, text(&figure.value));
        }
        put.put("fail", fail(contrast.tried(at)));
        strip::seen(&mut put, all, column, contrast.rows(at));
        put.put("tried", table::tried(contrast.tried(at)));
        places.extend(put.all());
    }
    places.push(Stand::inside(SAYS.to_owned(), text(&all.says())));
    places
}

/// The whole sheet. `stands` is what its places show at first.
pub fn compared(contrast: &Contrast, stands: &[Stand]) -> Markup {
    let all = contrast.comparison();
    let places = Places::new(stands);
    let mut out = Markup::new();
    alone(&mut out, all);
    out.put("<div class='acts n%'>", &[all.columns().len() as i32], &[]);
    for (at, column) in all.columns().iter().enumerate() {
        act(&mut out, all, (at, column), (&places, contrast.rows(at)));
    }
    out.raw("</div>");
    table::table(&mut out, all, &places);
    out
}

/// Why there is only one column, or what stands beside a mix.
fn alone(out: &mut Markup, all: &Comparison) {
    if let Cast::Mix(_) = all.scenario().cast {
        out.put("<p class='aside-of'>$</p>", &[], &[texts::BESIDE_THE_MIX]);
    } else if all.columns().len() == 1 {
        let four =
            vec![Strategy::Naive, Strategy::Optimistic, Strategy::Pessimistic, Strategy::TwoPhase];
        let cast = Cast::Compare(four);
        let four = Scenario { cast, order: Order::default(), ..all.scenario().clone() };
        out.put(
            "<p class='aside-of'>$ <a href='?$&amp;view=compare'>$</a></p>",
            &[],
            &[texts::ONE_COLUMN, &four.query(), texts::COMPARE_ALL],
        );
    }
}

fn act(
    out: &mut Markup,
    all: &Comparison,
    (at, column): (usize, &Column),
    (places, rows): (&Places<'_>, &[User]),
) {
    let n = at as i32;
    let name = column.contest().to_string();
    let numeral = NUMERALS.get(at).copied().unwrap_or_default();
    out.put(
        "<section class='act' aria-labelledby='c-name-%'><h2 id='c-name-%'><small aria-hidden='true'>$</small>$</h2>\
         <p class='how'>$</p>",
        &[n, n],
        &[numeral, &name, advice(column.contest()).how],
    );
    out.put("<p class='now' id='c-now-%'>", &[n], &[]);
    places.fill(out, "now", at);
    out.raw("</p><div class='small'>");
    hall::hall(out, column, at, places);
    hall::lenses(out, column, at, places);
    let class = places.get("end", at, "class");
    out.put("</div><div class='res'><p id='c-end-%' class='$'>", &[n], &[class]);
    places.fill(out, "end", at);
    out.raw("</p></div><div class='count'><dl class='figs'>");
    for figure in 0..column.list().len() {
        out.put("<div><dt id='c-fig-of-%-%'>", &[n, figure as i32], &[]);
        places.fill_one(out, "fig-of", at, figure);
        out.put("</dt><dd id='c-fig-%-%'>", &[n, figure as i32], &[]);
        places.fill_one(out, "fig", at, figure);
        out.raw("</dd></div>");
    }
    out.put("</dl><dl class='figs' id='c-fail-%'>", &[n], &[]);
    places.fill(out, "fail", at);
    out.raw("</dl></div>");
    out.raw("<div class='strip'>");
    strip::strip(out, (at, column), rows, places);
    out.raw("</div>");
    parts(out, all, column);
    way(out, all.scenario(), (at, column), &name);
    out.raw("</section>");
}

fn text(says: &str) -> Markup {
    let mut out = Markup::new();
    out.text(says);
    out
}

/// What happens at this step: the screen of the hall.
fn now(all: &Comparison, column: &Column) -> Markup {
    match all.step() {
        0 => text(texts::BEFORE_THE_FIRST_STEP),
        step => text(&column.says(step)),
    }
}

fn fail(tried: &Tried) -> Markup {
    let mut out = Markup::new();
    out.put("<div><dt>$</dt><dd>", &[], &[texts::FAILING]);
    match tried {
        // Why stands in the table, where there is room for it.
        Tried::TooMany => out.text(texts::NOT_TRIED),
        tried => breakable(&mut out, &failing(tried)),
    }
    out.raw("</dd></div>");
    out
}

/// How many orders go wrong, as far as they were tried.
fn failing(tried: &Tried) -> String {
    match tried {
        Tried::NotYet => texts::BEING_TRIED.to_owned(),
        Tried::All { bad, all } => texts::failing(bad, all),
        Tried::TooMany => texts::too_many_states(TRIED_STATES_MAX),
    }
}

/// Where it parts from the first column. Pressed, all races are shown there.
fn parts(out: &mut Markup, all: &Comparison, column: &Column) {
    let yardstick = all.columns().first();
    let is_first = yardstick.is_some_and(|first| first.contest() == column.contest());
    match column.parting() {
        Some(parting) => {
            let button = "<p class='parts'><button type='button' data-do='seek:%'>$</button> $</p>";
            let says = texts::parts_at(parting.step);
            out.put(button, &[parting.step as i32], &[&says, &parting.says]);
        }
        None if is_first => {
            let says = [texts::YARDSTICK, &column.yardstick()];
            out.put("<p class='parts'><b>$</b> $</p>", &[], &says);
        }
        None => {
            let name = yardstick.map(|first| first.contest().to_string()).unwrap_or_default();
            let says = [&*texts::never_parts(&name), texts::TOLD_THE_SAME];
            out.put("<p class='parts'><b>$</b> $</p>", &[], &says);
        }
    }
}

/// The way to the race itself. One that stands beside a mix is not in the scenario: it is a page of its own.
fn way(out: &mut Markup, scenario: &Scenario, (at, column): (usize, &Column), name: &str) {
    if lab::contests(scenario).contains(&column.contest()) {
        let button = "<p class='way'><button class='btn' type='button' data-do='watch:%' \
                      aria-label='$'>$</button></p>";
        return out.put(button, &[at as i32], &[&texts::watch(name), texts::WATCH]);
    }
    let link = "<p class='way'><a class='btn' href='?$' aria-label='$'>$</a></p>";
    out.put(link, &[], &[&query_of(scenario, column), &texts::watch(name), texts::WATCH]);
}

/// The query of a race that stands beside a mix. A given order may have marks that it cannot take, so it has its own.
fn query_of(scenario: &Scenario, column: &Column) -> String {
    let alone = lab::alone(scenario, column.contest());
    if alone.order.0.is_empty() {
        return alone.query();
    }
    Scenario { order: column.session().made_order(), ..alone }.query()
}

/// The strategies that take part in a column.
fn has(column: &Column, strategy: Strategy) -> bool {
    match (column.contest(), &column.session().scenario().cast) {
        (Contest::All(all), _) => all == strategy,
        (Contest::Mix, Cast::Mix(each) | Cast::Compare(each)) => each.contains(&strategy),
    }
}
