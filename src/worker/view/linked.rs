//! What a link says and what came of it, above the race.

use super::words::does;
use crate::export::Imported;
use crate::player::Markup;
use crate::share::Claim;
use crate::texts::forms::grouped;
use crate::worker::verify::{Claimed, Rerun, Verified};

/// The banner; empty where there is nothing to say.
pub fn linked(link: &Verified) -> Markup {
    let mut out = Markup::new();
    if let Some(note) = &link.note {
        out.put("<blockquote>$</blockquote>", &[], &[note]);
    }
    for lost in &link.lost {
        let says = format!("{lost}. What you see is the scenario without it.");
        line(&mut out, Sign::No, "The order of this link is incomplete.", &says);
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
        let says = format!("{says} The run was made again here and is the same, step for step.");
        return line(out, Sign::Yes, "Confirmed.", &says);
    }
    let lost = match skipped {
        0 => String::new(),
        1 => " One choice of its order was not possible.".to_owned(),
        n => format!(" {n} choices of its order were not possible."),
    };
    let says = format!(
        "The link was recorded with the result {digest}, and the run here has {}.{lost} It was changed on its way, or made by \
         another version. What happens here: {says}",
        run.digest
    );
    line(out, Sign::No, "Not confirmed: the outcome differs.", &says);
}

fn orders(out: &mut Markup, claimed: &Claimed) {
    let says = counts(&claimed.claim);
    match &claimed.found {
        None => {
            line(out, Sign::Open, "This link says:", &says);
            out.raw("<button class='btn' type='button' data-do='recheck:'>Check it: try every order</button>");
        }
        Some(found) if *found == claimed.claim => {
            line(
                out,
                Sign::Yes,
                "Confirmed.",
                &format!("{says} Every order was tried again here."),
            );
        }
        Some(found) => {
            let says = format!("The link says: {says} Here it is: {}", counts(found));
            line(out, Sign::No, "Not confirmed.", &says);
        }
    }
}

/// A claim as a sentence.
pub(super) fn counts(claim: &Claim) -> String {
    let (one, many) = does(claim.class);
    let does = if claim.count == "1" { one } else { many };
    format!("{} of {} orders {does}.", grouped(&claim.count), grouped(&claim.all))
}

/// What a run file says of itself, once its run was made again.
pub fn imported(name: &str, imported: &Imported) -> Markup {
    let mut out = Markup::new();
    if let Some(note) = &imported.caption.note {
        out.put("<blockquote>$</blockquote>", &[], &[note]);
    }
    let title = &imported.caption.title;
    let bold = if title.is_empty() { name } else { title };
    let says = format!(
        "{} The run of the file was made again and is the same, step for step.",
        imported.run.says()
    );
    line(&mut out, Sign::Yes, &format!("{bold}."), &says);
    out
}

/// Why a run file was not opened.
pub fn refused(name: &str, why: &str) -> Markup {
    let mut out = Markup::new();
    line(&mut out, Sign::No, &format!("{name} was not opened:"), &format!("{why}."));
    out
}
