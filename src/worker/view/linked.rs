//! What a link says and what came of it, above the race.

use super::words::does;
use crate::export::Imported;
use crate::player::Markup;
use crate::share::Claim;
use crate::texts::worker::linked as texts;
use crate::worker::verify::{Claimed, Rerun, Verified};

/// The banner; empty where there is nothing to say.
pub fn linked(link: &Verified) -> Markup {
    let mut out = Markup::new();
    if let Some(note) = &link.note {
        out.put("<blockquote>$</blockquote>", &[], &[note]);
    }
    for lost in &link.lost {
        let says = texts::scenario_without(lost);
        line(&mut out, Sign::No, texts::ORDER_IS_INCOMPLETE, &says);
    }
    if let Some(rerun) = &link.rerun {
        run(&mut out, rerun);
    }
    if let Some(claimed) = &link.claim {
        orders(&mut out, claimed);
    }
    out
}

enum Sign {
    Yes,
    No,
    Open,
}

fn line(out: &mut Markup, sign: Sign, bold: &str, says: &str) {
    out.raw("<p><svg viewBox='-12 -12 24 24' aria-hidden='true'><path class='tickm' d='");
    out.raw(match sign {
        Sign::Yes => "M-7 0l5 5 9-10",
        Sign::No => "M-6-6l12 12M6-6L-6 6",
        Sign::Open => "M0-7a7 7 0 1 0 .1 0",
    });
    out.put("'/></svg><span><b>$</b> $</span></p>", &[], &[bold, says]);
}

fn run(out: &mut Markup, rerun: &Rerun) {
    let Rerun { digest, run, skipped } = rerun;
    let says = run.says();
    if rerun.is_same() {
        let says = texts::run_is_the_same(&says);
        return line(out, Sign::Yes, texts::CONFIRMED, &says);
    }
    let says = texts::run_differs(digest, &run.digest, *skipped, &says);
    line(out, Sign::No, texts::OUTCOME_DIFFERS, &says);
}

fn orders(out: &mut Markup, claimed: &Claimed) {
    let says = counts(&claimed.claim);
    match &claimed.found {
        None => {
            line(out, Sign::Open, texts::LINK_SAYS, &says);
            let button = "<button class='btn' type='button' data-do='recheck:'>$</button>";
            out.put(button, &[], &[texts::CHECK_IT]);
        }
        Some(found) if *found == claimed.claim => {
            line(out, Sign::Yes, texts::CONFIRMED, &texts::tried_again(&says));
        }
        Some(found) => {
            let says = texts::counts_differ(&says, &counts(found));
            line(out, Sign::No, texts::NOT_CONFIRMED, &says);
        }
    }
}

/// A claim as a sentence.
pub(super) fn counts(claim: &Claim) -> String {
    texts::counts(&claim.count, &claim.all, does(claim.class))
}

/// What a run file says of itself, once its run was made again.
pub fn imported(name: &str, imported: &Imported) -> Markup {
    let mut out = Markup::new();
    if let Some(note) = &imported.caption.note {
        out.put("<blockquote>$</blockquote>", &[], &[note]);
    }
    let title = &imported.caption.title;
    let bold = if title.is_empty() { name } else { title };
    let says = texts::file_is_the_same(&imported.run.says());
    line(&mut out, Sign::Yes, &format!("{bold}."), &says);
    out
}

/// Why a run file was not opened.
pub fn refused(name: &str, why: &str) -> Markup {
    let mut out = Markup::new();
    line(&mut out, Sign::No, &texts::not_opened(name), &format!("{why}."));
    out
}
