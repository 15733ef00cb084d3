//! Scripts of the page say nothing in words of their own, but where there is no program to ask.

use crate::Source;
use crate::texts::says_something;

/// What is said there: the program is missing, has fallen, or is not loaded yet. For whoever translates the page, this is
/// the list of what else there is, with `index.html` and the pages of `static/*.html`.
const SAID_ALONE: [(&str, &str); 11] = [
    ("boot.js", "Reload the page"),
    ("boot.js", "Something on this page failed: ${why}. "),
    ("boot.js", "For a report"),
    ("boot.js", "The page could not start${framed ? \" in this frame\" : \"\"}: ${why}. "),
    ("boot.js", "Open it in a tab of its own"),
    ("helper.js", "the worker does not answer"),
    ("helper.js", "the worker could not start"),
    ("helper.js", "this page and its worker are of different versions: reload the page"),
    ("embed.js", "seatrace: ${error?.message ?? error}"), // to the console
    ("seatrace.js", "a whole number from 1 on"),          // of a library, to a programmer
    ("seatrace.js", "${name} needs ${what}, not ${String(given)}"),
];

/// Names of keys, as browsers give them.
const KEYS: [&str; 3] = ["Enter", "Escape", "Tab"];

/// Complains about texts in a script or a template of the page.
pub(crate) fn text_in_script(source: &Source) -> Vec<String> {
    let Some(name) = source.path.strip_prefix("static/") else { return Vec::new() };
    if !name.ends_with(".js") && name != "embed.html" {
        return Vec::new();
    }
    source.complain(|line| {
        let code = line.trim_start();
        if code.starts_with("//") || code.starts_with('*') || code.starts_with("/*") {
            return None;
        }
        let said = if name.ends_with(".js") { literals(code) } else { shown(code) };
        let is_text = |text: &&str| {
            let is_code = text.contains(['=', '<', '#', '(', '[', ';']) && !text.contains("${");
            !is_code
                && says_something(text)
                && !KEYS.contains(text)
                && !SAID_ALONE.contains(&(name, text))
        };
        let text = said.into_iter().find(is_text)?;
        Some(format!("a text, which belongs to src/texts: {text}"))
    })
}

/// What stands between quotes of a line.
fn literals(code: &str) -> Vec<&str> {
    let mut rest = code;
    let mut found = Vec::new();
    while let Some(open) = rest.find(['"', '`']) {
        let (quote, inside) = rest[open..].split_at(1);
        let end = inside.find(quote).unwrap_or(inside.len());
        if !code[..code.len() - inside.len() - 1].ends_with("class=") {
            found.push(&inside[..end]);
        }
        rest = inside.get(end + 1..).unwrap_or_default();
    }
    found
}

/// What stands between the tags of a line, and in the attributes that are read aloud.
fn shown(code: &str) -> Vec<&str> {
    let between = code.split('>').filter_map(|part| part.split('<').next());
    let spoken = ["alt=\"", "aria-label=\"", "title=\""]
        .into_iter()
        .flat_map(|name| code.split(name).skip(1).filter_map(|rest| rest.split('"').next()));
    between.chain(spoken).map(str::trim).filter(|text| !text.is_empty()).collect()
}
