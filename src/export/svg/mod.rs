//! The run as a picture: who did what at which step, what became of the wanted seats, and what the judge says.
//!
//! It stands alone, for slides, documents and previews of links: 1200 by 630, its colours and shapes inside, a title and a
//! description for those who cannot see it. There are limits to what can be read at that size; the picture says what it
//! leaves out.

mod hall;
mod lanes;
mod palette;

use super::Finished;
use crate::lab::{self, Contest};
use crate::player::Markup;
use palette::{DARK, LIGHT, Palette};

/// The most users that are drawn: those whom the verdict names first.
pub const USERS_DRAWN_MAX: usize = 8;

/// The most steps that are drawn: those up to the first thing that is wrong.
pub const STEPS_DRAWN_MAX: u32 = 40;

/// The most seats that are drawn.
pub const WANTED_DRAWN_MAX: usize = 12;

/// The width and height of the picture.
pub const SVG_SIZE: (i32, i32) = (1200, 630);

/// In front of a light or of a dark page.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Ground {
    Light,
    Dark,
}

/// The run as it stands after a step, in front of a light or a dark page.
pub fn picture(run: &Finished, step: u32, dark: bool) -> String {
    let ground = if dark { Ground::Dark } else { Ground::Light };
    if step >= run.steps() {
        return svg(run, ground);
    }
    drawn(&run.until(step), ground, &format!("after step {step}"))
}

/// The run as SVG.
pub(super) fn svg(run: &Finished, ground: Ground) -> String {
    drawn(run, ground, "at the end")
}

/// `when` says which moment it is.
fn drawn(run: &Finished, ground: Ground, when: &str) -> String {
    let palette = match ground {
        Ground::Light => &LIGHT,
        Ground::Dark => &DARK,
    };
    let mut out = Markup::new();
    let (width, height) = SVG_SIZE;
    out.put(
        "<svg xmlns='http://www.w3.org/2000/svg' width='%' height='%' viewBox='0 0 % %' role='img' aria-labelledby='t d'>\n",
        &[width, height, width, height],
        &[],
    );
    let title = format!("{}: {}", run.title(), strategy(run));
    out.put("<title id='t'>$</title>\n<desc id='d'>$</desc>\n", &[], &[&title, &description(run)]);
    style(&mut out, palette);
    symbols(&mut out);
    out.put("<rect width='%' height='%' fill='$'/>\n", &[width, height], &[palette.paper]);
    out.put(
        "<text class='cap' x='48' y='52'>$</text>\n<text class='head' x='48' y='100'>$</text>\n",
        &[],
        &[strategy(run), &cut(&run.title(), TITLE_CHARS)],
    );
    lanes::lanes(&mut out, run, palette);
    hall::hall(&mut out, run, palette, when);
    verdict(&mut out, run, palette);
    out.raw("</svg>\n");
    out.into_string()
}

fn strategy(run: &Finished) -> &'static str {
    match run.contest {
        Contest::All(strategy) => lab::about(strategy).title,
        Contest::Mix => "Mixed strategies",
    }
}

/// Everything that the picture says, and what it has no room for.
fn description(run: &Finished) -> String {
    let mut text = run.says();
    for user in run.figures.users.iter().take(USERS_DRAWN_MAX) {
        let result = user.result.map_or("still going on", crate::player::told);
        text.push_str(&format!(" {}: {result}.", user.user));
    }
    let more = run.figures.users.len().saturating_sub(USERS_DRAWN_MAX);
    if more > 0 {
        text.push_str(&format!(" And {more} more users."));
    }
    text
}

/// The classes of the page's shapes, in these colours; a user's own hue is `currentColor`.
fn style(out: &mut Markup, palette: &Palette) {
    let Palette { raised, ink, ink_2, rule, anomaly, on_user, paper, .. } = palette;
    out.put(
        "<style>\n\
         text{font-family:system-ui,-apple-system,'Segoe UI',Roboto,'Liberation Sans',Arial,sans-serif;font-size:16px;fill:$}\n\
         .head,.says{font-family:Georgia,'Iowan Old Style','Liberation Serif',serif}.head{font-size:42px}.says{font-size:24px}\n\
         .cap,.fade{fill:$}.cap{font-size:17px;letter-spacing:.06em}.fade{font-size:14px}.mid{text-anchor:middle}.end{text-anchor:end}\n\
         .on{fill:$;font-weight:600}.hue{fill:currentColor;font-weight:600}\n\
         .rule{stroke:$;fill:none}\n\
         .m-read{fill:$;stroke:currentColor;stroke-width:2.25}.m-fill{fill:currentColor}\n",
        &[],
        &[ink, ink_2, on_user, rule, raised],
    );
    out.put(
        ".m-line{fill:none;stroke:currentColor;stroke-width:2;stroke-linejoin:round;stroke-linecap:round}\n\
         .m-line.on-paper{fill:$}.thin{stroke-width:1.25}\n\
         .m-ink{fill:$;stroke:$;stroke-width:1.75;stroke-linejoin:round}\n\
         .m-sign{fill:none;stroke:$;stroke-width:1.5;stroke-linecap:round}\n\
         .m-cross{fill:none;stroke:$;stroke-width:2.5;stroke-linecap:round}\n\
         .m-on{fill:none;stroke:$;stroke-width:1.75;stroke-linecap:round}\n\
         .tail{stroke:currentColor;stroke-width:2;fill:none}.old{stroke:$;stroke-dasharray:3 4}.bad{stroke:$;stroke-width:2.5;fill:none}\n",
        &[],
        &[raised, paper, ink, ink, ink, on_user, ink_2, anomaly],
    );
    out.put(
        ".bad-fill{fill:$}.old-fill{fill:$}.arrow{stroke:$;stroke-width:1.5;fill:none}.tail.bad{stroke-dasharray:4 4}\n\
         .lasts{fill:none;stroke:currentColor;stroke-width:1.75}.wait{stroke:currentColor;stroke-width:8;stroke-dasharray:2 4;opacity:.6}\n\
         .pays{stroke:currentColor;stroke-width:3;stroke-dasharray:1 4;fill:none}\n</style>\n",
        &[],
        &[anomaly, ink_2, ink_2],
    );
}

/// The shapes of the lanes, the ones that the page draws.
fn symbols(out: &mut Markup) {
    const PAGE: &str = include_str!("../../page/draw/symbols.svg");
    out.raw("<defs>\n");
    for shape in PAGE.lines().filter(|line| line.starts_with("<g id=\"n-")) {
        out.raw(shape);
        out.raw("\n");
    }
    out.raw("</defs>\n");
}

/// Characters of a title in one line, and of the verdict in each of its lines.
const TITLE_CHARS: usize = 48;
const SAYS_CHARS: usize = 84;
const SAYS_LINES: usize = 2;

/// The sentence of the judge, and whose picture it is.
fn verdict(out: &mut Markup, run: &Finished, palette: &Palette) {
    let hue = if run.first().is_some() { palette.anomaly } else { palette.accent };
    let lines = wrapped(&run.says());
    let foot = 538 + 34 * (lines.len() as i32 - 1);
    out.put("<path stroke='$' stroke-width='4' d='M50 506V%'/>\n", &[foot], &[hue]);
    for (at, line) in lines.iter().enumerate() {
        out.put("<text class='says' x='68' y='%'>$</text>\n", &[530 + 34 * at as i32], &[line]);
    }
    let class = format!("seatrace · {} · {}", run.figures.class.name(), run.digest);
    out.put("<text class='fade' x='48' y='606'>$</text>\n", &[], &[&class]);
    out.put("<text class='fade end' x='1152' y='606'>$</text>\n", &[], &["CC BY 4.0"]);
}

/// The first lines of a sentence; the rest is in the description. Where all of it has room, the lines are about as long as
/// each other: no word stands alone.
fn wrapped(text: &str) -> Vec<String> {
    let lines = filled(text, SAYS_CHARS);
    let whole = |lines: &Vec<String>| !lines.iter().any(|line| line.ends_with(" …"));
    let narrower = (SAYS_CHARS / SAYS_LINES..SAYS_CHARS).map(|chars| filled(text, chars));
    let even = narrower.into_iter().find(|even| whole(even) && even.len() == lines.len());
    even.unwrap_or(lines)
}

fn filled(text: &str, chars: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let last = lines.len() - 1;
        if !lines[last].is_empty() && lines[last].chars().count() + 1 + word.chars().count() > chars
        {
            if lines.len() == SAYS_LINES {
                lines[last].push_str(" …");
                return lines;
            }
            lines.push(word.to_owned());
        } else {
            let gap = if lines[last].is_empty() { "" } else { " " };
            lines[last].push_str(&format!("{gap}{word}"));
        }
    }
    lines
}

fn cut(text: &str, chars: usize) -> String {
    if text.chars().count() <= chars {
        return text.to_owned();
    }
    text.chars().take(chars - 1).chain(['…']).collect()
}

#[cfg(test)]
mod tests;
