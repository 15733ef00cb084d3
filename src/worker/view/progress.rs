//! Progress: how far an exploration has come, and the button that ends it.

use crate::player::Markup;
use crate::texts::forms::grouped;
use crate::worker::study::{Stage, Study};

/// A study at work, and the button that ends it. The figures have a place of their own: a button that is drawn anew while
/// somebody presses it is not pressed.
pub fn progress(study: &Study) -> Markup {
    let mut out = Markup::new();
    out.raw("<section class='progress' aria-label='Progress'><div id='progress-now'>");
    out.append(progress_now(study));
    out.raw("</div><button class='btn' type='button' data-do='cancel:'>Stop</button></section>");
    out
}

/// The figures, and what it is at.
pub fn progress_now(study: &Study) -> Markup {
    let progress = study.progress();
    let per_second = (progress.states as f64 / (study.spent_ms.max(1.0) / 1000.0)) as u64;
    let title = match study.stage() {
        Stage::Exploring => "Trying every order",
        Stage::Counting => "Counting switches",
        _ => "Letting schedulers try",
    };
    let figures = [
        ("states", grouped(progress.states)),
        ("states a second", grouped(per_second)),
        ("still to follow", grouped(progress.frontier)),
        ("memory", bytes(study.bytes())),
    ];
    let mut out = Markup::new();
    out.put("<h2>$</h2><dl>", &[], &[title]);
    for (name, value) in &figures {
        out.put("<div><dt>$</dt><dd>$</dd></div>", &[], &[name, value]);
    }
    out.raw("</dl>");
    out
}

/// In the unit that leaves one to three digits.
fn bytes(n: u64) -> String {
    match n {
        ..1_000 => format!("{n} B"),
        1_000..1_000_000 => format!("{} KB", n / 1_000),
        _ => format!("{} MB", grouped(n / 1_000_000)),
    }
}
