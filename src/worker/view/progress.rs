//! Progress: how far an exploration has come, and the button that ends it.

use crate::player::Markup;
use crate::texts::forms::grouped;
use crate::texts::worker::progress as texts;
use crate::worker::study::{Stage, Study};

/// A study at work, and the button that ends it. The figures have a place of their own: a button that is drawn anew while
/// somebody presses it is not pressed.
pub fn progress(study: &Study) -> Markup {
    let mut out = Markup::new();
    out.put(
        "<section class='progress' aria-label='$'><div id='progress-now'>",
        &[],
        &[texts::PROGRESS],
    );
    out.append(progress_now(study));
    let stop = "</div><button class='btn' type='button' data-do='cancel:'>$</button></section>";
    out.put(stop, &[], &[texts::STOP]);
    out
}

/// The figures, and what it is at.
pub fn progress_now(study: &Study) -> Markup {
    let progress = study.progress();
    let per_second = (progress.states as f64 / (study.spent_ms.max(1.0) / 1000.0)) as u64;
    let title = match study.stage() {
        Stage::Exploring => texts::TRYING_EVERY_ORDER,
        Stage::Counting => texts::COUNTING_SWITCHES,
        _ => texts::LETTING_SCHEDULERS_TRY,
    };
    let figures = [
        (texts::STATES, grouped(progress.states)),
        (texts::STATES_A_SECOND, grouped(per_second)),
        (texts::STILL_TO_FOLLOW, grouped(progress.frontier)),
        (texts::MEMORY, texts::bytes(study.bytes())),
    ];
    let mut out = Markup::new();
    out.put("<h2>$</h2><dl>", &[], &[title]);
    for (name, value) in &figures {
        out.put("<div><dt>$</dt><dd>$</dd></div>", &[], &[name, value]);
    }
    out.raw("</dl>");
    out
}
