//! Lints the repository itself: what a compiler does not see and a reviewer should not have to.
//!
//! Each check is a pure function from files to complaints, and each has a test which shows that it would
//! complain. What it forbids is written in two halves here, so that this file passes too.

mod layers;
mod palette;
mod scripts;
mod texts;

use std::fs;
use std::path::Path;

/// A file of source longer than this has two jobs.
const LINES_MAX: usize = 500;

/// Folders that hold no work of ours.
const SKIPPED: [&str; 4] = [".git", "dist", "node_modules", "target"];

/// Words that say that something is not done, or not run.
const UNFINISHED: [&str; 5] = [
    concat!("TO", "DO"),
    concat!("FIX", "ME"),
    concat!("#[ign", "ore"),
    concat!("to", "do!("),
    concat!("unimpl", "emented!("),
];

/// Where somebody's home or workplace begins.
const PLACES: [&str; 5] = [
    concat!("/ro", "ot"),
    concat!("/wo", "rk"),
    concat!("/ho", "me"),
    concat!("/Us", "ers"),
    concat!("C:\\Us", "ers"),
];

/// Hosts of package registries, and how a file binds itself to one.
const REGISTRIES: [&str; 7] = [
    concat!("crates", ".io"),
    concat!("npm", "js."),
    concat!("npm", "mirror"),
    concat!("yarn", "pkg."),
    concat!("spar", "se+http"),
    concat!("\"reso", "lved\":"),
    concat!("_autht", "oken"),
];

/// The source that Cargo itself writes into every lock, whatever registry it asks.
const CARGO_SOURCE: &str =
    concat!("source = \"registry+https://github.com/rust-lang/crates", ".io-index\"");

/// A file of the repository.
struct Source {
    /// Its path from the root, with slashes.
    path: String,
    /// What is in it.
    text: String,
}

impl Source {
    fn new(path: &str, text: &str) -> Source {
        Source { path: path.to_string(), text: text.to_string() }
    }

    /// Complains about every line of which `bad` says what is wrong with it.
    fn complain(&self, bad: impl Fn(&str) -> Option<String>) -> Vec<String> {
        let lines = self.text.lines().enumerate();
        lines
            .filter_map(|(i, line)| Some(format!("{}:{}: {}", self.path, i + 1, bad(line)?)))
            .collect()
    }
}

/// Every text file of the repository, in the order of their paths.
fn repository() -> Vec<Source> {
    let mut files = Vec::new();
    collect(Path::new(env!("CARGO_MANIFEST_DIR")), "", &mut files);
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}

fn collect(folder: &Path, prefix: &str, files: &mut Vec<Source>) {
    let entries = fs::read_dir(folder).expect("a folder of the repository can be read");
    for entry in entries {
        let entry = entry.expect("an entry of the repository can be read");
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = format!("{prefix}{name}");
        if SKIPPED.contains(&name.as_str()) {
            continue;
        }
        if entry.path().is_dir() {
            collect(&entry.path(), &format!("{path}/"), files);
        } else if let Ok(text) = fs::read_to_string(entry.path()) {
            files.push(Source { path, text }); // what is not UTF-8 is not text
        }
    }
}

fn too_long(source: &Source) -> Vec<String> {
    let lines = source.text.lines().count();
    let ours = source.path.starts_with("src/") || source.path.starts_with("xtask/src/");
    let long = ours && source.path.ends_with(".rs") && lines > LINES_MAX;
    let say = || format!("{}: {lines} lines are more than {LINES_MAX}", source.path);
    long.then(say).into_iter().collect()
}

fn unfinished(source: &Source) -> Vec<String> {
    source.complain(|line| {
        let word = UNFINISHED.iter().find(|word| line.contains(**word))?;
        Some(format!("`{word}` is not for the repository"))
    })
}

fn foreign_path(source: &Source) -> Vec<String> {
    source.complain(|line| {
        let place = PLACES.iter().find(|place| begins_path(line, place))?;
        Some(format!("`{place}` is a path of one machine"))
    })
}

/// Whether a path that begins so stands in the line: not as the end of another path or word.
fn begins_path(line: &str, place: &str) -> bool {
    line.match_indices(place).any(|(at, _)| {
        let word = |c: char| c.is_alphanumeric() || "_-.".contains(c);
        let before = line[..at].chars().next_back();
        let after = line[at + place.len()..].chars().next();
        !before.is_some_and(|c| word(c) || "/}~*)".contains(c)) && !after.is_some_and(word)
    })
}

fn registry(source: &Source) -> Vec<String> {
    source.complain(|line| {
        if line == CARGO_SOURCE {
            return None;
        }
        if line.starts_with("source = \"registry") {
            return Some("a lock names no registry but the usual one".to_string());
        }
        let host = REGISTRIES.iter().find(|host| line.contains(**host))?;
        Some(format!("`{host}` binds the project to one registry"))
    })
}

fn trailing_space(source: &Source) -> Vec<String> {
    source.complain(|line| {
        line.ends_with(|c: char| c.is_whitespace()).then(|| "space at the end".to_string())
    })
}

#[track_caller]
fn assert_tidy(check: impl Fn(&Source) -> Vec<String>) {
    let files = repository();
    assert!(files.iter().any(|file| file.path == "src/lib.rs"), "the repository was not found");
    let complaints: Vec<String> = files.iter().flat_map(check).collect();
    assert!(complaints.is_empty(), "\n{}\n", complaints.join("\n"));
}

/// Asserts that a check complains about the one text and not about the other.
#[track_caller]
fn assert_tells(check: impl Fn(&Source) -> Vec<String>, path: &str, bad: &str, good: &str) {
    assert_eq!(check(&Source::new(path, bad)).len(), 1, "not seen: {bad}");
    assert_eq!(check(&Source::new(path, good)), Vec::<String>::new(), "{good}");
}

#[test]
fn no_file_is_too_long() {
    let lines = |n| "let a = 1;\n".repeat(n);
    assert_tells(too_long, "src/a/b.rs", &lines(LINES_MAX + 1), &lines(LINES_MAX));
    assert_tells(too_long, "xtask/src/b.rs", &lines(LINES_MAX + 1), &lines(LINES_MAX));
    assert_tidy(too_long);
}

#[test]
fn nothing_is_left_unfinished() {
    for word in UNFINISHED {
        let bad = format!("fn a() {{}}\n// {word}\n");
        assert_tells(unfinished, "README.md", &bad, "// what to do\n");
    }
    assert_tidy(unfinished);
}

#[test]
fn no_path_of_a_machine_is_named() {
    for place in PLACES {
        let bad = format!("open(\"{place}/a\")");
        let good = format!("src{place}/a {place}er.js ./a{place} ~{place}");
        assert_tells(foreign_path, "a.mjs", &bad, &good);
        assert_tells(foreign_path, "a.mjs", &format!("cd {place}"), "");
    }
    assert_tidy(foreign_path);
}

#[test]
fn no_registry_is_named() {
    for host in REGISTRIES {
        assert_tells(registry, "a.json", &format!("x {host} y"), "cargo install");
    }
    let mirror = "source = \"registry+https://mirror.example/index\"";
    assert_tells(registry, "Cargo.lock", mirror, CARGO_SOURCE);
    assert_tidy(registry);
}

#[test]
fn no_line_ends_in_space() {
    assert_tells(trailing_space, "a.css", "a {\n  b: c; \n}", "a {\n\n}\n");
    assert_tidy(trailing_space);
}

#[test]
fn imports_go_one_way() {
    assert_tidy(layers::wrong_way);
}

#[test]
fn only_the_page_knows_the_web() {
    assert_tidy(layers::web_outside_the_page);
}

#[test]
fn texts_are_in_one_place() {
    let check = |bad, good| assert_tells(texts::text_elsewhere, "src/page/transport.rs", bad, good);
    check("html! { <b>{ \"Speed\" }</b> }", "html! { <b class=\"play wide\">{ \"·\" }</b> }");
    check("<a title=\"so\">", "<a type=\"button\" href=\"#race\">");
    check("format!(\"{user} waits.\")", "format!(\"{user}: {seat}\")");
    check("out.raw(\"<p class='a b'>Nothing yet</p>\")", "out.raw(\"<p class='a b'>$</p>\")");
    check("out.raw(\"<p aria-label='Past'>\")", "a.expect(\"there is a seat\")");
    check("let says = \"till wrong\";", "let class = if so { \"till wrong\" } else { \"\" };");
    check("say(\"<b>wrong:</b>\")", "say(\"go:\")");
    check("format!(\"min to max {max}\")", "format!(\"min={min} max={max}\")");
    check("<p class={a}>{ \"Nothing yet\" }", "<p class={if a { \"lit\" } else { \"also lit\" }}>");
    check("let class = \"lit\"; \"one seat\"", "let class = if a { \"a b\" } else { \"c d\" };");
    check("f(|| \"End\")", "match key { \"Home\" | \"End\" => 1, \"Esc\" => 2 }");
    assert_tidy(texts::text_elsewhere);
}

#[test]
fn scripts_and_the_page_of_the_frame_have_no_texts() {
    let tells = |path, bad, good| assert_tells(scripts::text_in_script, path, bad, good);
    tells("static/a.js", "say(\"Copied.\");", "say(words(\"copied\")); // Copied.");
    tells("static/a.js", "say(`Saved as ${name}.`);", "if (key === \"Escape\") return;");
    tells("static/a.js", "<b aria-label=\"Close\">", "<b aria-label=\"${close}\">");
    tells("static/embed.html", "<p>It plays</p>", "<p class=\"it plays\">{{plays}}</p>");
    tells("static/embed.html", "<img alt=\"The hall\">", "<img alt=\"{{picture}}\">");
    assert_tidy(scripts::text_in_script);
}

#[test]
fn the_colour_of_anomalies_is_for_nothing_else() {
    let check = |bad, good| {
        assert_tells(palette::not_anomalous, "static/a.css", bad, good);
    };
    check(".hint { color: var(--anomaly); }", ".say.bad strong { color: var(--anomaly); }");
    check(
        ".a { top: 0; fill: var(--anomaly-wash) }",
        ".a { top: 0 } .dw { fill: var(--anomaly-wash) }",
    );
    check(
        "@media (x) { .b { stroke: var(--on-anomaly); } }",
        "@media (x) { .x-t { fill: var(--on-anomaly); } }",
    );
    check(
        ".x-o, .c { stroke: var(--anomaly); }",
        "/* a { */ .x-o, .x-tag { stroke: var(--anomaly); }",
    );
    check(
        ".d { --u: var(--anomaly); }",
        ":root { --anomaly: #b92c06; } /* .d { var(--anomaly); } */",
    );
    assert_tidy(palette::not_anomalous);
    let sheets = repository().into_iter().filter(|file| file.path.ends_with(".css"));
    let used: Vec<_> = sheets.flat_map(|file| palette::anomalous(&file.text)).collect();
    for selector in palette::ANOMALOUS {
        assert!(used.iter().any(|(_, it)| it == selector), "`{selector}` has it no more");
    }
}
