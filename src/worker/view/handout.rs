//! The inside of the dialog for sharing. What is chosen stands in one place and what comes of it in another, so that nobody
//! who types is disturbed.

use super::linked::counts;
use crate::export::Format;
use crate::player::Markup;
use crate::share::Host;
use crate::texts::worker::handout as texts;
use crate::worker::handout::{FILES, Handout, LINK_CHARS_MAX, What};

/// Longer links are cut off by some programs, in characters.
const SAFE_CHARS: usize = 2_000;

/// What can be chosen.
pub fn choices(handout: &Handout) -> Markup {
    let mut out = Markup::new();
    let run = &handout.run;
    out.put("<fieldset class='what'><legend class='sr'>$</legend>", &[], &[texts::WHAT_TO_SHARE]);
    let opens = match handout.compares() {
        true => texts::SIDE_BY_SIDE,
        false => texts::AT_ITS_BEGINNING,
    };
    choice(&mut out, handout.what == What::Scenario, ("scenario", texts::THE_SCENARIO, opens));
    let steps = texts::very_run(run.steps(), &run.digest);
    choice(&mut out, handout.what == What::Run, ("run", texts::THIS_VERY_RUN, &steps));
    if let Some(claim) = handout.claim() {
        let says = texts::every_order(&counts(claim));
        let words = ("orders", texts::WHAT_EVERY_ORDER_DOES, &*says);
        choice(&mut out, handout.what == What::Orders, words);
    }
    out.raw("</fieldset><div class='ways'>");
    if handout.step > 0 {
        let at = texts::open_at(handout.step);
        switch(&mut out, "at", &at, handout.at_step);
    }
    switch(&mut out, "play", texts::PLAY_AT_ONCE, handout.plays);
    out.put(
        "<label class='note'>$ <input type='text' maxlength='500' data-do='sharing:note' value='$' \
         placeholder='$' autocomplete='off'></label></div>",
        &[],
        &[texts::NOTE, &handout.note, texts::NOTE_EXAMPLE],
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
        "<div class='link'><div class='copied'><input id='link' readonly aria-label='$' value='$'>\
         <button class='play' type='button' data-copy='link'>$</button></div>",
        &[],
        &[texts::LINK, &link, texts::COPY_LINK],
    );
    out.put("<p class='quiet'>$</p>", &[], &[&length(handout, &link)]);
    out.raw("</div><div class='qr'>");
    match handout.code() {
        Ok(svg) => {
            // Written by the program from the link alone.
            out.svg(svg);
            take(&mut out, "qr", texts::THE_CODE);
        }
        Err(reason) => out.put("<p class='quiet'>$</p>", &[], &[&texts::no_code(&reason)]),
    }
    out.raw("</div>");
    out
}

/// How long it is, and what that means.
fn length(handout: &Handout, link: &str) -> String {
    let chars = link.chars().count();
    let mut says = vec![texts::characters(chars)];
    if link.contains("#x1.") {
        says.push(texts::order_behind(LINK_CHARS_MAX));
    }
    if chars > SAFE_CHARS {
        says.push(texts::may_be_cut_off(SAFE_CHARS));
    }
    if handout.run.order().is_none() {
        says.push(texts::NO_LETTERS.to_owned());
    }
    if !handout.base().starts_with("http") {
        says.push(texts::THIS_COMPUTER_ONLY.to_owned());
    }
    says.join(" ")
}

/// What to paste into course material.
fn snippets(out: &mut Markup) {
    out.put(
        "<details><summary>$</summary><label class='host'>$ <select data-do='sharing:host'>",
        &[],
        &[texts::EMBED, texts::FOR],
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
        "<div class='copied'><textarea id='snippet' readonly rows='5' aria-label='$' spellcheck='false'>$</textarea>\
         <button class='btn' type='button' data-copy='snippet'>$</button></div>",
        &[],
        &[texts::SNIPPET, &handout.snippet(), texts::COPY],
    );
    out
}

/// What can be taken along.
fn files(out: &mut Markup) {
    out.put("<details><summary>$</summary><ul class='takes'>", &[], &[texts::TAKE_ALONG]);
    let drawn = |format: &Format| matches!(format, Format::Svg | Format::SvgDark);
    let formats = Format::all().filter(|format| !drawn(format));
    let rows = FILES.into_iter().chain(formats.map(|format| (format.name(), format.title())));
    for (name, title) in rows {
        out.put("<li><span>$</span>", &[], &[title]);
        take(out, name, title);
        out.raw("</li>");
    }
    out.raw("</ul></details>");
    said(out);
}

/// The two buttons of everything that can be taken.
fn take(out: &mut Markup, name: &str, title: &str) {
    out.put(
        "<span class='pair'><button class='btn' type='button' data-do='take:save.$' aria-label='$'>$</button>\
         <button class='btn' type='button' data-do='take:copy.$' aria-label='$'>$</button></span>",
        &[],
        &[name, &texts::save(title), texts::SAVE, name, &texts::copy(title), texts::COPY],
    );
}

/// Where `static/share.js` says how it went, with the words that it needs for that.
fn said(out: &mut Markup) {
    out.put(
        "<p class='said' role='status' data-button='$' data-copied='$' data-selected='$' data-field='$' data-saved='$' \
         data-undrawn='$' data-uncopied='$' data-baked='$' data-missing='$' data-failed='$'></p>",
        &[],
        &[
            texts::COPIED_ON_BUTTON,
            texts::COPIED,
            texts::SELECTED,
            texts::TEXT_TO_COPY,
            texts::SAVED_AS,
            texts::NO_SUCH_IMAGE,
            texts::NO_IMAGES,
            texts::IS_FOR_USE_WITHOUT_NETWORK,
            texts::CANNOT_BE_HAD,
            texts::DID_NOT_WORK,
        ],
    );
}
