//! Would a test have found it? How likely schedulers are to meet the worst class, against how many orders end in it.

use super::words::{does, percent};
use crate::explore::{Odds, TRIAL_RUNS, Trial, in_runs};
use crate::player::Markup;
use crate::scenario::Sched;
use crate::texts::forms::grouped;
use crate::texts::worker::odds as texts;
use crate::texts::worker::words::{self, Does};
use crate::worker::study::Study;

/// The numbers of runs that one can choose from, and the one that is chosen first.
pub const RUNS: [u32; 5] = [1, 10, 100, 1_000, 10_000];
const RUNS_FIRST: u32 = 100;
/// How wide a bar is, in the units of its drawing.
const WIDE: f64 = 100.0;

/// The whole place; nothing where nothing goes wrong, or before all is known.
pub fn odds(study: &Study) -> Markup {
    let mut out = Markup::new();
    let (Some(odds), Some(found)) = (study.odds(), study.found()) else { return out };
    out.put(
        "<section aria-label='$'><h2 class='h'>$</h2>",
        &[],
        &[texts::TEST_RUNS, texts::WOULD_A_TEST],
    );
    let does = does(odds.class);
    let share = percent(&found.of_class(odds.class), &found.all);
    let why = load_test(odds.trials.iter().find(|trial| trial.sched == Sched::Time), does);
    out.put("<p class='says'>$</p>", &[], &[&why]);
    out.put(
        "<fieldset class='bound'><legend class='sr'>$</legend>\
         <span aria-hidden='true'>$</span><div class='switch'>",
        &[],
        &[texts::TEST_RUNS, texts::TEST_RUNS],
    );
    for runs in RUNS {
        let on = if runs == RUNS_FIRST { "checked" } else { "" };
        let choice = "<label><input type='radio' name='runs' value='%' $ data-do='trials:'/><span>$</span></label>";
        out.put(choice, &[runs as i32], &[on, &grouped(runs)]);
    }
    out.raw("</div></fieldset><div id='odds-say'>");
    out.append(table(odds, RUNS_FIRST));
    let says = texts::share_is_no_chance(&share, does, TRIAL_RUNS);
    out.put("</div><p class='quiet'>$</p></section>", &[], &[&says]);
    out
}

/// What changes with the number of runs.
pub fn odds_say(study: &Study, runs: u32) -> Markup {
    study.odds().map(|odds| table(odds, runs)).unwrap_or_default()
}

/// Why the load test passed, or that it did not.
fn load_test(time: Option<&Trial>, does: Does) -> String {
    match time.map_or(0, |trial| trial.hits) {
        0 => texts::load_test_passes(TRIAL_RUNS, does),
        TRIAL_RUNS => texts::load_test_finds_it(does),
        hits if hits * 2 >= TRIAL_RUNS => texts::load_test_is_likely(hits, TRIAL_RUNS, does),
        hits => texts::load_test_may_pass(hits, TRIAL_RUNS, does),
    }
}

fn table(odds: &Odds, runs: u32) -> Markup {
    let mut out = Markup::new();
    let head = "<table class='outs odds-of' aria-live='polite'><thead><tr><th>$</th>\
                <th class='bar'><span class='sr'>$</span></th><th>$</th></tr></thead><tbody>";
    out.put(head, &[], &[texts::WHO_IS_NEXT, texts::CHANCE, &texts::found_in(runs)]);
    for trial in odds.trials.iter().filter(|trial| trial.sched == Sched::Time) {
        row(&mut out, (texts::LOAD_TEST, texts::LOAD_TEST_TAKES), seen(trial), runs);
    }
    row(&mut out, (texts::RANDOM, texts::RANDOM_TAKES), Some(odds.random), runs);
    for trial in odds.trials.iter().filter(|trial| trial.sched == Sched::Pct) {
        let (name, takes) = (texts::pct(trial.depth), texts::pct_takes(trial.depth));
        row(&mut out, (&name, &takes), seen(trial), runs);
    }
    out.raw("</tbody></table>");
    out
}

/// The measured chance; none where it was never met, which is not the same as never.
fn seen(trial: &Trial) -> Option<f64> {
    (trial.hits > 0).then(|| trial.chance())
}

fn row(out: &mut Markup, (name, takes): (&str, &str), chance: Option<f64>, runs: u32) {
    let found = chance.map(|chance| in_runs(chance, runs));
    let says = match found {
        None => texts::NOT_SEEN.to_owned(),
        Some(found) => likely(found, chance == Some(1.0)),
    };
    let head = "<tr><th scope='row'><b>$</b><small>$</small></th><td class='bar'>";
    out.put(head, &[], &[name, takes]);
    let wide = (found.unwrap_or(0.0) * WIDE) as i32;
    let bar = "<svg viewBox='0 0 100 12' preserveAspectRatio='none' aria-hidden='true'>\
               <rect class='rest' width='100' height='12'/><rect class='ok-bar' width='%' height='12'/></svg>";
    out.put(bar, &[wide], &[]);
    out.put("</td><td class='n'><b>$</b></td></tr>", &[], &[&says]);
}

/// A chance in words: what is not certain is never called 100 %, nor what can be 0 %.
fn likely(chance: f64, certain: bool) -> String {
    let tenths = (chance * 1000.0).round() as u32;
    match tenths {
        _ if certain => words::percent(1000),
        _ if chance <= 0.0 => texts::NEVER.to_owned(),
        0 => words::UNDER_A_TENTH.to_owned(),
        1000.. => words::OVER_ALL_BUT_A_TENTH.to_owned(),
        tenths => words::percent(tenths),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chance_is_never_rounded_to_never_or_always() {
        let check = |chance, certain| likely(chance, certain).replace('\u{a0}', "");
        assert_eq!(check(0.0, false), "never");
        assert_eq!(check(1e-9, false), "under 0.1%");
        assert_eq!(check(0.1234, false), "12.3%");
        assert_eq!(check(1.0, false), "over 99.9%");
        assert_eq!(check(1.0, true), "100%");
    }
}
