//! The payment form: what is paid for, how much time is left, and what the bank may answer. All of it is simulated.

use super::Counter;
use crate::player::Markup;
use crate::texts::worker::shop as texts;
use crate::units::Ms;

/// The form up to its buttons, the list of which it opens. So much time is left.
pub(super) fn open_form(
    out: &mut Markup,
    counter: &Counter<'_>,
    until: Option<Ms>,
    left: Option<Markup>,
) {
    let seats = &counter.chosen();
    out.put("<fieldset class='paying'><legend>$</legend><div class='slip'><dl><div><dt>$</dt><dd>$</dd></div>", &[], &[
        texts::PAYMENT,
        &texts::tickets(seats.len()),
        &texts::all(seats),
    ]);
    out.put("<div><dt>$</dt><dd>", &[], &[texts::TIME_LEFT]);
    match until {
        // The page counts on from here.
        Some(until) => {
            let until = until.to_string();
            out.put("<b id='left' role='timer' aria-live='off' data-until='$'>", &[], &[&until]);
            out.append(left.unwrap_or_default());
            out.raw("</b>");
        }
        None if counter.holds().is_empty() => out.text(texts::NO_TIME_LEFT),
        None => out.text(texts::NO_LIMIT),
    }
    out.put("</dd></div></dl><p>$</p></div><ul class='answers'>", &[], &[texts::NO_CARD]);
}

/// Behind the last of its buttons.
pub(super) fn close_form(out: &mut Markup) {
    out.raw("</ul></fieldset>");
}
