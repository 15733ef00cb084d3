//! Texts for people stand in `src/texts` and nowhere else.

use crate::Source;

/// Rooms whose texts people read on the page.
const ROOMS: [&str; 16] = [
    "src/compare/",
    "src/explore/",
    "src/export/checked.rs",
    "src/export/format.rs",
    "src/export/run_file/read.rs",
    "src/frame/",
    "src/history/",
    "src/lab/",
    "src/measure/",
    "src/page/",
    "src/player/",
    "src/race/",
    "src/scenario/",
    "src/share/",
    "src/trace/",
    "src/verdict/",
];

/// Another, but for the words of a programming language: these tint its keywords.
const WORKER: (&str, &str) = ("src/worker/", "src/worker/view/ink.rs");

/// Attributes whose value is read aloud or shown.
const SPOKEN: [&str; 6] =
    ["aria-label", "aria-roledescription", "aria-valuetext", "alt", "placeholder", "title"];

/// What may stand before a literal that nobody reads but us: its text says what is wrong with the program, or it is met
/// and not shown.
const FOR_US: [&str; 14] = [
    "expect(",
    "panic!(",
    "unreachable!(",
    "assert!(",
    "debug_assert!(",
    "reason =",
    "must_use =",
    "==",
    "include_str!(",
    "::from_static(",
    "eprintln!(",
    "starts_with(",
    "media(",
    ".split(",
];

/// How a statement begins whose every literal is for us.
const ASSERTIONS: [&str; 3] = ["assert", "debug_assert", "const _: () = assert"];

/// Complains about literals that are texts, in rooms of the page.
pub(crate) fn text_elsewhere(source: &Source) -> Vec<String> {
    if !is_room(&source.path) || source.path.contains("/tests") {
        return Vec::new();
    }
    let code = code_of(&source.text);
    let told = literals(&code).filter(|(at, text)| {
        let (before, after) = (&code[..*at], &code[at + text.len() + 2..]);
        is_text(before, text, after.trim_start())
    });
    let say = |(at, text): (usize, &str)| {
        let line = code[..at].lines().count();
        format!("{}:{line}: a text, which belongs to src/texts: {text}", source.path)
    };
    told.map(say).collect()
}

fn is_room(path: &str) -> bool {
    let (worker, keywords) = WORKER;
    let inside = path.starts_with(worker) && path != keywords;
    path.ends_with(".rs") && (inside || ROOMS.iter().any(|room| path.starts_with(room)))
}

/// Without comments, unit tests at the end, and literals that a test needs.
fn code_of(text: &str) -> String {
    let tests = concat!("#[cfg", "(test)]\nmod ");
    let text = text.split(tests).next().unwrap_or(text);
    let bare = |line: &str| {
        if line.trim_start().starts_with("//") { String::new() } else { line.to_owned() }
    };
    text.lines().map(bare).collect::<Vec<_>>().join("\n")
}

/// Every string literal without its quotes, and where its first quote stands.
fn literals(code: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let open = from + quote(&code[from..])?;
        let mut escaped = false;
        let ends = |(_, c): &(usize, char)| {
            let ends = *c == '"' && !escaped;
            escaped = *c == '\\' && !escaped;
            ends
        };
        let length = code[open + 1..].char_indices().find(ends)?.0;
        from = open + length + 2;
        Some((open, &code[open + 1..open + 1 + length]))
    })
}

/// The first quote that is no character of its own.
fn quote(code: &str) -> Option<usize> {
    code.match_indices('"').map(|(at, _)| at).find(|at| !code[..*at].ends_with(['\'', '\\']))
}

/// Whether people read a literal that stands between these pieces of code.
fn is_text(before: &str, literal: &str, after: &str) -> bool {
    let code = before.trim_end();
    let is_pattern = code.ends_with("\" |") || after.starts_with("=>") || after.starts_with("| \"");
    let is_ours = FOR_US.iter().any(|word| code.ends_with(word))
        || ASSERTIONS.iter().any(|word| statement(code).starts_with(word));
    if is_pattern || is_ours || is_class(code) {
        return false;
    }
    // Of an attribute no space follows the sign.
    if let Some(attribute) = before.strip_suffix('=') {
        let spoken = SPOKEN.iter().any(|name| attribute.ends_with(name));
        return spoken && has_letters(literal);
    }
    let words = shown(literal);
    let is_child = code.ends_with('{') && literal.starts_with(|c: char| c.is_ascii_uppercase());
    !is_prefix(&words) && (is_child || says_something(&words))
}

/// The statement at the end of some code, as far as it stands there.
fn statement(code: &str) -> &str {
    let ends = [";\n", "{\n", "}\n"].iter().filter_map(|end| code.rfind(end));
    code[ends.max().map_or(0, |at| at + 2)..].trim_start()
}

/// Whether the code before a literal is within the value of a class.
fn is_class(before: &str) -> bool {
    let mut depth = 0;
    let mut is_open = |c: char| {
        depth += i32::from(c == '{') - i32::from(c == '}');
        depth >= 0
    };
    let since = |start| before.rsplit_once(start).map(|(_, since)| since);
    since("class={").is_some_and(|since| since.chars().all(&mut is_open))
        || since("let class = ").is_some_and(|since| !since.contains(';'))
}

/// What a word of a grammar begins with: `go:` of what pressing a control does, `sweep:` of how holds end.
fn is_prefix(words: &str) -> bool {
    words.strip_suffix(':').is_some_and(|word| word.chars().all(|c| c.is_ascii_lowercase()))
}

/// What is left of markup and of a format: the text around tags and holes, with what attributes say aloud.
fn shown(literal: &str) -> String {
    let mut words = String::new();
    let mut tag = String::new();
    let (mut in_tag, mut in_hole) = (false, false);
    for c in literal.chars() {
        match c {
            '<' if !in_tag => in_tag = true,
            '>' if in_tag => {
                in_tag = false;
                words.push(' ');
                words.push_str(&spoken(&tag));
                tag.clear();
            }
            _ if in_tag => tag.push(c),
            '{' => in_hole = true,
            '}' => in_hole = false,
            _ if in_hole => {}
            c => words.push(c),
        }
    }
    // A template may begin or end inside of a tag: then the rest is attributes.
    if in_tag { words + &spoken(&tag) } else { words }
}

/// What the attributes of a tag say.
fn spoken(tag: &str) -> String {
    let value = |name: &&str| {
        let rest = tag.split_once(&format!("{name}='"))?.1;
        Some(rest.split('\'').next()?.to_owned())
    };
    SPOKEN.iter().filter_map(value).collect::<Vec<_>>().join(" ")
}

fn has_letters(text: &str) -> bool {
    text.chars().filter(char::is_ascii_alphabetic).count() > 1
}

/// Two words side by side, or one with a capital and small letters, or one with the end of a sentence.
pub(crate) fn says_something(text: &str) -> bool {
    let bare = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
    let is_word =
        |word: &str| word.len() > 1 && word.chars().all(|c| c.is_alphabetic() || "’-".contains(c));
    // What a sign of equality follows is an attribute or a parameter.
    let is_name = |word: &str| word.contains('=');
    let read = |word: &str| if is_name(word) { String::new() } else { bare(word) };
    let words: Vec<String> = text.split_whitespace().map(read).collect();
    // Words of grammars have hyphens.
    let is_plain = |word: &str| is_word(word) && !word.contains('-');
    let pair = words.windows(2).any(|pair| is_plain(&pair[0]) && is_plain(&pair[1]));
    let name = |word: &String| {
        let mut letters = word.chars();
        let first = letters.next().is_some_and(|c| c.is_ascii_uppercase());
        first && is_word(word) && letters.all(|c| c.is_ascii_lowercase())
    };
    let ends = text
        .split_whitespace()
        .filter_map(|word| word.strip_suffix(['.', '?', ':']))
        .any(|word| bare(word) == word && is_word(word));
    pair || words.iter().any(name) || ends
}
