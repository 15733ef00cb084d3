//! Would a test have found it? How likely schedulers are to meet the worst class, against how many orders end in it.

use super::words::{does, percent};
use crate::explore::{Odds, TRIAL_RUNS, Trial, in_runs};
use crate::player::Markup;
use crate::scenario::Sched;
use crate::texts::forms::grouped;
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
    out.raw("<section aria-label='Test runs'><h2 class='h'>Would a test have found it?</h2>");
    let words = does(odds.class);
    let share = percent(&found.of_class(odds.class), &found.all);
    let why = load_test(odds.trials.iter().find(|trial| trial.sched == Sched::Time), words);
    out.put("<p class='says'>$</p>", &[], &[&why]);
    out.raw(
        "<fieldset class='bound'><legend class='sr'>Test runs</legend>\
         <span aria-hidden='true'>Test runs</span><div class='switch'>",
    );
    for runs in RUNS {
        let on = if runs == RUNS_FIRST { "checked" } else { "" };
        let choice = "<label><input type='radio' name='runs' value='%' $ data-do='trials:'/><span>$</span></label>";
        out.put(choice, &[runs as i32], &[on, &grouped(runs)]);
    }
    out.raw("</div></fieldset><div id='odds-say'>");
    out.append(table(odds, RUNS_FIRST));
    out.put(
        "</div><p class='quiet'>Of all orders, $ $. That share is no chance: these rows are. For random it is computed, for \
         the others counted in $ runs with other seeds.</p></section>",
        &[],
        &[&share, words.1, &grouped(TRIAL_RUNS)],
    );
    out
}

/// What changes with the number of runs.
pub fn odds_say(study: &Study, runs: u32) -> Markup {
    study.odds().map(|odds| table(odds, runs)).unwrap_or_default()
}

/// Why the load test passed, or that it did not.
fn load_test(time: Option<&Trial>, (does, do_): (&str, &str)) -> String {
    let runs = grouped(TRIAL_RUNS);
    match time.map_or(0, |trial| trial.hits) {
        0 => format!(
            "A load test passes: with these delays not one of {runs} runs {does}. The orders that do need others to be slow."
        ),
        TRIAL_RUNS => format!("A load test finds it at once: with these delays every run {does}."),
        hits if hits * 2 >= TRIAL_RUNS => format!(
            "A load test is likely to find it: with these delays {} of {runs} runs {do_}.",
            grouped(hits)
        ),
        hits => {
            let does = if hits == 1 { does } else { do_ };
            format!(
                "A load test may pass: with these delays {} of {runs} runs {does}.",
                grouped(hits)
            )
        }
    }
}

fn table(odds: &Odds, runs: u32) -> Markup {
    let mut out = Markup::new();
    let of = if runs == 1 { "one run".to_owned() } else { format!("{} runs", grouped(runs)) };
    let head = "<table class='outs odds-of' aria-live='polite'><thead><tr><th>Who is next</th>\
                <th class='bar'><span class='sr'>Chance</span></th><th>Found in $</th></tr></thead><tbody>";
    out.put(head, &[], &[&of]);
    for trial in odds.trials.iter().filter(|trial| trial.sched == Sched::Time) {
        row(
            &mut out,
            ("Load test", "whoever is ready first, with these delays"),
            seen(trial),
            runs,
        );
    }
    row(&mut out, ("Random", "anybody who can step, with equal chance"), Some(odds.random), runs);
    for trial in odds.trials.iter().filter(|trial| trial.sched == Sched::Pct) {
        let aims = match trial.depth {
            1 => "users in a fixed order".to_owned(),
            2 => "and one change of it, somewhere".to_owned(),
            n => format!("and {} changes of it", n - 1),
        };
        row(&mut out, (&format!("PCT, depth {}", trial.depth), &aims), seen(trial), runs);
    }
    out.raw("</tbody></table>");
    out
}

/// The measured chance; none where it was never met, which is not the same as never.
fn seen(trial: &Trial) -> Option<f64> {
    (trial.hits > 0).then(|| trial.chance())
}

fn row(out: &mut Markup, (name, aims): (&str, &str), chance: Option<f64>, runs: u32) {
    let found = chance.map(|chance| in_runs(chance, runs));
    let says = match found {
        None => "not seen".to_owned(),
        Some(found) => likely(found, chance == Some(1.0)),
    };
    let texts = [name, aims];
    out.put("<tr><th scope='row'><b>$</b><small>$</small></th><td class='bar'>", &[], &texts);
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
        _ if certain => "100\u{a0}%".to_owned(),
        _ if chance <= 0.0 => "never".to_owned(),
        0 => "under 0.1\u{a0}%".to_owned(),
        1000.. => "over 99.9\u{a0}%".to_owned(),
        _ => format!("{}.{}\u{a0}%", tenths / 10, tenths % 10),
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
