//! How many switches it takes: the orders of a class by preemptions, and a slider over the bound.

use super::words::{does, percent, tenths};
use crate::measure::Class;
use crate::player::Markup;
use crate::texts::worker::bounds as texts;
use crate::worker::Scene;
use crate::worker::study::Study;
use num_bigint::BigUint;

/// The most columns that are drawn; what takes more switches is in the last.
const COLUMNS_MAX: usize = 9;

/// For each bound the orders that go wrong and all orders with at most so many switches.
struct Table {
    class: Class,
    rows: Vec<(BigUint, BigUint)>,
}

impl Table {
    fn of(study: &Study) -> Option<Table> {
        let class = study.found()?.worst()?;
        let most = study.switches().iter().map(|(_, counts)| counts.len()).max()?;
        let at = |counts: &[BigUint], k: usize| counts.get(k).cloned().unwrap_or_default();
        let mut rows: Vec<(BigUint, BigUint)> = Vec::new();
        for k in 0..most {
            let (mut bad, mut all) = rows.last().cloned().unwrap_or_default();
            for (of, counts) in study.switches() {
                all += at(counts, k);
                bad += if *of == class { at(counts, k) } else { BigUint::ZERO };
            }
            rows.push((bad, all));
        }
        Some(Table { class, rows })
    }

    fn row(&self, k: usize) -> &(BigUint, BigUint) {
        &self.rows[k.min(self.rows.len() - 1)]
    }

    /// The first bound under which something goes wrong.
    fn first(&self) -> usize {
        self.rows.iter().position(|(bad, _)| *bad > BigUint::ZERO).unwrap_or(0)
    }
}

/// The whole place, with the slider at the first bound under which something goes wrong. Nothing where nothing does.
pub fn bounds(study: &Study, scene: &Scene) -> Markup {
    let mut out = Markup::new();
    let Some(table) = Table::of(study) else {
        if study.found().is_some_and(|found| found.is_complete() && found.worst().is_some()) {
            out.put("<p class='quiet'>$</p>", &[], &[uncounted(study)]);
        }
        return out;
    };
    out.put(
        "<section aria-label='$'><h2 class='h'>$</h2>",
        &[],
        &[texts::SWITCHES, texts::HOW_MANY],
    );
    let (now, most) = (table.first(), table.rows.len() - 1);
    out.put(
        "<div class='bound'><label for='bound'>$</label>\
         <input id='bound' type='range' min='0' max='%' value='%' data-do='bound:'/></div>\
         <div id='bound-says'>",
        &[most as i32, now as i32],
        &[texts::AT_MOST],
    );
    says(&mut out, &table, now);
    out.raw("</div>");
    simplest(&mut out, study, scene, table.class);
    out.raw("</section>");
    out
}

/// Why there is no table, where something goes wrong.
fn uncounted(study: &Study) -> &'static str {
    match study.was_cancelled() {
        true => texts::STOPPED,
        false => texts::NOT_COUNTED,
    }
}

/// What changes as the slider moves.
pub fn bound_says(study: &Study, k: usize) -> Markup {
    let mut out = Markup::new();
    if let Some(table) = Table::of(study) {
        says(&mut out, &table, k);
    }
    out
}

fn says(out: &mut Markup, table: &Table, k: usize) {
    let (bad, all) = table.row(k);
    let [with, share, does] = texts::within(k, bad, all, does(table.class));
    out.put("<p class='says' aria-live='polite'>$<b>$</b>$</p>", &[], &[&with, &share, &does]);
    chart(out, table, k);
}

/// A column a bound.
fn chart(out: &mut Markup, table: &Table, now: usize) {
    let columns = table.rows.len().min(COLUMNS_MAX);
    let first = (now + 1).saturating_sub(columns);
    out.put(
        "<svg class='bounds' viewBox='0 0 % 150' aria-hidden='true'>",
        &[columns as i32 * 56],
        &[],
    );
    for (column, k) in (first..first + columns).enumerate() {
        let (bad, all) = table.row(k);
        let (x, high) = (column as i32 * 56, tenths(bad, all) as i32 * 84 / 1000);
        if k == now {
            out.put("<rect class='now-band' x='%' y='0' width='56' height='150'/>", &[x], &[]);
        }
        out.put("<path class='dg' d='M% 116h46'/>", &[x + 5], &[]);
        if *bad > BigUint::ZERO {
            let numbers = [x + 14, 116 - high.max(2), high.max(2)];
            let bar = "<rect class='bad-bar' x='%' y='%' width='28' height='%'/>";
            out.put(bar, &numbers, &[]);
        } else {
            out.put("<path class='tickm' d='M% 107l5 5 9-11'/>", &[x + 21], &[]);
        }
        let share = [&*percent(bad, all)];
        out.put("<text class='mid' x='%' y='%'>$</text>", &[x + 28, 110 - high.max(18)], &share);
        out.put("<text class='mid' x='%' y='134'>%</text>", &[x + 28, k as i32], &[]);
    }
    out.raw("</svg>");
}

/// The witness with the fewest switches.
fn simplest(out: &mut Markup, study: &Study, scene: &Scene, class: Class) {
    let Some(witness) = study.exploration().witness(class) else { return };
    let query = scene.query_of(&witness.order);
    let says = texts::simplest(witness.fewest, witness.steps, witness.switches);
    out.put(
        "<p class='quiet'>$ <code>$</code> <a href='?$' data-do='open:$'>$</a></p>",
        &[],
        &[&says, &witness.order.to_string(), &query, &query, texts::PLAY_IT],
    );
}
