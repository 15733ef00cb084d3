//! The inside of the dialog for sharing. What is chosen stands in one place and what comes of it in another, so that nobody
//! who types is disturbed.

use super::linked::counts;
use crate::export::Format;
use crate::player::Markup;
use crate::share::Host;
use crate::texts::forms::grouped;
use crate::worker::handout::{FILES, Handout, LINK_CHARS_MAX, What};

/// Longer links are cut off by some programs, in characters.
const SAFE_CHARS: usize = 2_000;

/// What can be chosen.
pub fn choices(handout: &Handout) -> Markup {
    let mut out = Markup::new();
    let run = &handout.run;
    out.raw("<fieldset class='what'><legend class='sr'>What to share</legend>");
    let opens = match handout.compares() {
        true => "Whoever opens it sees its strategies side by side.",
        false => "Whoever opens it starts the race at its beginning.",
    };
    choice(&mut out, handout.what == What::Scenario, ("scenario", "The scenario", opens));
    let steps = format!(
        "All {} steps in this order, with the result {}: the page that opens it runs them again and says whether the same \
         comes out.",
        grouped(run.steps()),
        run.digest
    );
    choice(&mut out, handout.what == What::Run, ("run", "This very run", &steps));
    if let Some(claim) = handout.claim() {
        let says = format!("{} Whoever opens it can try every order again.", counts(claim));
        choice(&mut out, handout.what == What::Orders, ("orders", "What every order does", &says));
    }
    out.raw("</fieldset><div class='ways'>");
    if handout.step > 0 {
        let at = format!("Open at step {}, as it stands here", handout.step);
        switch(&mut out, "at", &at, handout.at_step);
    }
    switch(&mut out, "play", "Play at once", handout.plays);
    out.put(
        "<label class='note'>A note <input type='text' maxlength='500' data-do='sharing:note' value='$' \
         placeholder='Look at step 3' autocomplete='off'></label></div>",
        &[],
        &[&handout.note],
    );
    out.raw("<div id='shared-link'></div>");
    snippets(&mut out);
    files(&mut out);
    out
}

fn choice(out: &mut Markup, chosen: bool, (value, title, says): (&str, &str, &str)) {
    let checked = if chosen { "checked" } else { "" };
    out.put(
        "<label><input type='radio' name='what' value='$' data-do='sharing:what' $><span><b>$</b><small>$</small></span></label>",
        &[],
        &[value, checked, title, says],
    );
}

fn switch(out: &mut Markup, of: &str, says: &str, on: bool) {
    let checked = if on { "checked" } else { "" };
    let markup = "<label><input type='checkbox' data-do='sharing:$' $> $</label>";
    out.put(markup, &[], &[of, checked, says]);
}

/// The link, whole and ready to be copied, and its code.
pub fn link(handout: &Handout) -> Markup {
    let mut out = Markup::new();
    let link = handout.link();
    out.put(
        "<div class='link'><div class='copied'><input id='link' readonly aria-label='Link' value='$'>\
         <button class='play' type='button' data-copy='link'>Copy link</button></div>",
        &[],
        &[&link],
    );
    out.put("<p class='quiet'>$</p>", &[], &[&length(handout, &link)]);
    out.raw("</div><div class='qr'>");
    match handout.code() {
        Ok(svg) => {
            // Written by the program from the link alone.
            out.svg(svg);
            take(&mut out, "qr", "the code");
        }
        Err(reason) => out.put("<p class='quiet'>No code: $.</p>", &[], &[&reason]),
    }
    out.raw("</div>");
    out
}

/// How long it is, and what that means.
fn length(handout: &Handout, link: &str) -> String {
    let mut says = format!("{} characters.", grouped(link.len()));
    if link.contains("#x1.") {
        says.push_str(&format!(
            " Its order stands behind #, because it would be longer than {} otherwise.",
            grouped(LINK_CHARS_MAX)
        ));
    }
    if link.len() > SAFE_CHARS {
        says.push_str(&format!(
            " Some programs cut off links of more than {}.",
            grouped(SAFE_CHARS)
        ));
    }
    if handout.run.order().is_none() {
        says.push_str(" This race has no letters for an order: the seed gives the run.");
    }
    if !handout.base().starts_with("http") {
        says.push_str(" This page is a file: its links work on this computer only.");
    }
    says
}

/// What to paste into course material.
fn snippets(out: &mut Markup) {
    out.raw(
        "<details><summary>Embed it in course material</summary><label class='host'>For \
         <select data-do='sharing:host'>",
    );
    for host in Host::ALL {
        out.put("<option>$</option>", &[], &[host.name()]);
    }
    out.raw("</select></label><div id='shared-snippet'></div></details>");
}

/// The snippet for the host that was chosen.
pub fn snippet(handout: &Handout) -> Markup {
    let mut out = Markup::new();
    out.put(
        "<div class='copied'><textarea id='snippet' readonly rows='5' aria-label='Snippet' spellcheck='false'>$</textarea>\
         <button class='btn' type='button' data-copy='snippet'>Copy</button></div>",
        &[],
        &[&handout.snippet()],
    );
    out
}

/// What can be taken along.
fn files(out: &mut Markup) {
    out.raw("<details><summary>Take the run along</summary><ul class='takes'>");
    let drawn = |format: &Format| matches!(format, Format::Svg | Format::SvgDark);
    let formats = Format::all().filter(|format| !drawn(format));
    let rows = FILES.into_iter().chain(formats.map(|format| (format.name(), format.title())));
    for (name, title) in rows {
        out.put("<li><span>$</span>", &[], &[title]);
        take(out, name, title);
        out.raw("</li>");
    }
    out.raw("</ul></details><p class='said' role='status'></p>");
}

/// The two buttons of everything that can be taken.
fn take(out: &mut Markup, name: &str, title: &str) {
    out.put(
        "<span class='pair'><button class='btn' type='button' data-do='take:save.$' aria-label='Save $'>Save</button>\
         <button class='btn' type='button' data-do='take:copy.$' aria-label='Copy $'>Copy</button></span>",
        &[],
        &[name, title, name, title],
    );
}
