//! Who may import whom: the one way through the house.

use crate::Source;

/// What a module may import.
enum Layer {
    /// These, `units`, `texts` and itself.
    Only(&'static [&'static str]),
    /// Everything.
    Top,
}

use Layer::{Only, Top};

/// Every module at the top of `src`, bottom up.
const LAYERS: [(&str, Layer); 20] = [
    ("units", Only(&[])),
    ("texts", Only(&[])),
    ("show", Only(&[])),
    ("trace", Only(&[])),
    ("race", Only(&["show", "trace"])),
    ("strategy", Only(&["race"])),
    ("scenario", Only(&["trace"])),
    ("verdict", Only(&["trace"])),
    ("measure", Only(&["trace"])),
    ("history", Only(&["trace"])),
    ("lab", Only(&["show", "trace", "race", "strategy", "scenario", "verdict"])),
    ("explore", Only(&["trace", "race", "scenario", "lab", "verdict", "measure"])),
    ("share", Only(&["scenario", "trace", "verdict", "measure"])),
    (
        "player",
        Only(&[
            "show", "trace", "race", "strategy", "scenario", "lab", "verdict", "measure", "share",
        ]),
    ),
    (
        "export",
        Only(&[
            "scenario", "trace", "lab", "verdict", "measure", "history", "explore", "share",
            "player",
        ]),
    ),
    ("compare", Only(&["scenario", "trace", "lab", "verdict", "measure", "player"])),
    ("frame", Only(&["scenario", "trace", "lab", "measure", "share", "player", "export"])),
    ("cli", Top),
    ("page", Top),
    ("worker", Top),
];

/// Crates that know the web.
const WEB: [&str; 8] = [
    "console_error_panic_hook",
    "gloo_events",
    "gloo_timers",
    "js_sys",
    "serde_wasm_bindgen",
    "wasm_bindgen",
    "web_sys",
    "yew",
];

/// Where they may be used.
const WEB_ALLOWED: [&str; 5] =
    ["src/main.rs", "src/page", "src/worker", "src/bin/worker", "src/bin/frame"];

/// Complains about imports that the table does not allow.
///
/// Unit tests at the end of a file may import anything: they make what they test from wherever they can.
pub(crate) fn wrong_way(source: &Source) -> Vec<String> {
    let Some(module) = module_of(&source.path) else { return Vec::new() };
    let Some((_, layer)) = LAYERS.iter().find(|(name, _)| *name == module) else {
        return vec![format!("{}: `{module}` is not in the table of layers", source.path)];
    };
    let Only(allowed) = layer else { return Vec::new() };
    let mut imported = imports(&source.text);
    let shared = |name: &str| name == "units" || name == "texts" && module != "units";
    imported.retain(|name| !shared(name) && name != module && !allowed.contains(&name.as_str()));
    let say = |name| format!("{}: `{module}` may not import `{name}`", source.path);
    imported.into_iter().map(say).collect()
}

/// Complains about web types outside the page.
pub(crate) fn web_outside_the_page(source: &Source) -> Vec<String> {
    let inside = WEB_ALLOWED.iter().any(|place| source.path.starts_with(place));
    if inside || !is_source(&source.path) {
        return Vec::new();
    }
    let code = code_of(&source.text);
    let used = WEB.iter().filter(|name| names(&code, &format!("{name}::")).next().is_some());
    used.map(|name| format!("{}: only the page knows `{name}`", source.path)).collect()
}

fn is_source(path: &str) -> bool {
    path.starts_with("src/") && path.ends_with(".rs")
}

/// The module at the top of `src` to which a file belongs. The roots of crates belong to none.
fn module_of(path: &str) -> Option<&str> {
    let inside = path.strip_prefix("src/").filter(|_| is_source(path))?;
    match inside.split_once('/') {
        Some(("bin", _)) => None,
        Some((folder, _)) => Some(folder),
        None => inside.strip_suffix(".rs").filter(|name| !["lib", "main"].contains(name)),
    }
}

/// The code of a file without its comments and without the unit tests at its end.
fn code_of(text: &str) -> String {
    let tests = concat!("#[cfg", "(test)]\nmod ");
    let text = text.split(tests).next().unwrap_or(text);
    let uncomment = |line: &str| line.split("//").next().unwrap_or(line).to_string();
    text.lines().map(uncomment).collect::<Vec<_>>().join("\n")
}

/// What follows each `path` in the code that is not the end of a longer name.
fn names<'a>(code: &'a str, path: &'a str) -> impl Iterator<Item = &'a str> {
    code.match_indices(path).filter_map(move |(at, _)| {
        let before = code[..at].chars().next_back();
        let whole = !before.is_some_and(|c| c.is_alphanumeric() || c == '_');
        whole.then(|| &code[at + path.len()..])
    })
}

/// The modules that a file names after `crate::`, or first in a group of braces after it.
fn imports(text: &str) -> Vec<String> {
    let code = code_of(text);
    let mut found = Vec::new();
    for rest in names(&code, "crate::") {
        match rest.strip_prefix('{') {
            Some(group) => found.extend(first_names(group)),
            None => found.push(first_name(rest)),
        }
    }
    found.sort();
    found.dedup();
    found
}

fn first_name(text: &str) -> String {
    text.trim_start().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

/// The first name of each entry of a group, up to the brace that closes it.
fn first_names(group: &str) -> Vec<String> {
    let mut found = vec![first_name(group)];
    let mut depth = 0u32;
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => found.push(first_name(&group[at + 1..])),
            _ => {}
        }
    }
    found.retain(|name| !name.is_empty());
    found
}

#[test]
fn the_table_goes_bottom_up() {
    for (i, (name, layer)) in LAYERS.iter().enumerate() {
        let Only(allowed) = layer else { continue };
        for lower in *allowed {
            let below = LAYERS[..i].iter().any(|(other, _)| other == lower);
            assert!(below, "`{name}` imports `{lower}`, which does not stand below it");
        }
    }
}

#[test]
fn every_way_to_import_is_seen() {
    let check = |text: &str, expected: &[&str]| assert_eq!(imports(text), expected, "{text}");
    check("use crate::trace::Op;", &["trace"]);
    check("pub use crate::lab;\nfn f() { crate::show::seat() }", &["lab", "show"]);
    check("use crate::{trace::{Op, Event}, units::User,\n    lab,\n};", &["lab", "trace", "units"]);
    check("// use crate::lab\n//! [`crate::page`]\nlet a = my_crate::b;", &[]);
    check("use crate::a;\n\n#[cfg(test)]\nmod tests { use crate::lab; }", &["a"]);
}

#[test]
fn a_wrong_way_is_seen() {
    let check = |path, bad, good| crate::assert_tells(wrong_way, path, bad, good);
    check("src/show.rs", "use crate::trace::Op;", "use crate::units::Seat;");
    check("src/show/seat.rs", "use crate::{units, race};", "use crate::show::Lock;");
    check("src/verdict/mod.rs", "use crate::show::Show;", "use crate::trace::Event;");
    check("src/strategy/naive.rs", "use crate::lab::Lab;", "use crate::race::Io;");
}

#[test]
fn a_module_that_the_table_does_not_know_is_seen() {
    let source = Source::new("src/newcomer/mod.rs", "use crate::units::User;");
    assert_eq!(wrong_way(&source).len(), 1);
}

#[test]
fn the_roots_may_import_anything() {
    for path in ["src/lib.rs", "src/main.rs", "src/bin/worker.rs", "src/page/app.rs", "tests/a.rs"]
    {
        let source = Source::new(path, "use crate::lab::Lab;");
        assert_eq!(wrong_way(&source), Vec::<String>::new(), "{path}");
    }
}

#[test]
fn web_types_are_seen_outside_the_page() {
    let check = |path, bad, good| crate::assert_tells(web_outside_the_page, path, bad, good);
    check("src/lab/mod.rs", "use yew::prelude::*;", "use crate::race::Race;");
    check("src/cli/mod.rs", "let w = web_sys::window();", "// web_sys::window");
    let page = Source::new("src/page/app.rs", "use yew::prelude::*;");
    assert_eq!(web_outside_the_page(&page), Vec::<String>::new());
}
