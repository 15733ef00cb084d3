//! The colours can be told apart: contrast of everything that is written or drawn, in every theme.

use super::Source;
use std::collections::BTreeMap;

/// Names of colours, and their red, green and blue from 0 to 255.
type Palette = BTreeMap<String, [u8; 3]>;

/// What lies under the rest.
const GROUNDS: [&str; 3] = ["paper", "recess", "raised"];

/// Written on every ground.
const INKS: [&str; 5] = ["ink", "ink-2", "ink-3", "accent", "anomaly"];

/// Drawn on every ground: outlines of what is pressed, of seats, of users' bars, discs and signs.
const SHAPES: [&str; 13] = [
    "edge",
    "seat-line",
    "seat-off-line",
    "accent",
    "anomaly",
    "user-a",
    "user-b",
    "user-c",
    "user-d",
    "user-e",
    "user-f",
    "user-g",
    "user-h",
];

/// Other texts: the ink, and what it is written on.
const WRITTEN: [(&str, &str); 18] = [
    ("ink", "accent-wash"),
    ("ink-2", "accent-wash"),
    ("accent", "accent-wash"),
    ("on-accent", "accent-fill"),
    ("ink", "anomaly-wash"),
    ("ink-2", "anomaly-wash"),
    ("anomaly", "anomaly-wash"),
    ("on-anomaly", "anomaly"),
    ("screen-ink", "screen"),
    ("screen-ink-2", "screen"),
    ("on-user", "user-a"),
    ("on-user", "user-b"),
    ("on-user", "user-c"),
    ("on-user", "user-d"),
    ("on-user", "user-e"),
    ("on-user", "user-f"),
    ("on-user", "user-g"),
    ("on-user", "user-h"),
];

/// Other shapes: the line, and what it is drawn on.
const DRAWN: [(&str, &str); 3] =
    [("seat-line", "seat-fill"), ("seat-off-line", "seat-off"), ("anomaly", "seat-fill")];

/// The colour that is reserved for anomalies, and its relatives.
const RESERVED: [&str; 3] = ["var(--anomaly)", "var(--on-anomaly)", "var(--anomaly-wash)"];

/// What may have it: signs of an anomaly and what leads to one, and words, bars and lines that tell of it. Whoever adds one
/// has asked: is it about seats that were sold or kept wrongly, or is it only something that failed?
pub(crate) const ANOMALOUS: [&str; 32] = [
    ".res .bad",
    ".wrong rect",
    ".wrong path",
    ".claim.bad h2 b",
    ".claim .cross",
    ".bad-bar",
    ".crossm",
    ".dl.bad",
    ".dw",
    ".fate.lost b",
    ".finding.bad b",
    ".rules .bad .tickm",
    ".leaders .bad dd",
    ".seat-now .bad",
    ".table-of .bad",
    ".to-bad.btn svg.wrong path",
    ".till.wrong h2",
    ".x-o",
    ".x-tag",
    ".x-t",
    "svg text.x-t",
    ".tail.bad",
    ".arrow.bad",
    ".arrow-h.bad",
    ".plot text.bad",
    ".frame",
    ".dread",
    ".rb-twice",
    ".nows .bad b",
    ".say.bad strong",
    ".to-bad",
    ".rules .bad b",
];

/// WCAG 2.2, 1.4.3: text of any size.
const TEXT_MIN: f64 = 4.5;
/// WCAG 2.2, 1.4.11: what is needed to understand a drawing, and the outline of a control.
const SHAPE_MIN: f64 = 3.0;

/// The palettes of a stylesheet: a selector, or the two of a rule inside another, and its colours over those of the first.
pub(crate) fn palettes(css: &str) -> Vec<(String, Palette)> {
    let mut all: Vec<(String, Palette)> = Vec::new();
    let mut around: Vec<String> = Vec::new();
    for line in css.lines().map(str::trim) {
        if let Some(selector) = line.strip_suffix('{') {
            around.push(selector.trim().to_owned());
        } else if line == "}" {
            around.pop();
        }
        let colours: Palette = line.split(';').filter_map(colour).collect();
        if colours.is_empty() {
            continue;
        }
        let name = around.join(" ");
        if all.last().is_none_or(|(last, _)| *last != name) {
            let first = all.first().map_or_else(Palette::new, |(_, first)| first.clone());
            all.push((name, first));
        }
        all.last_mut().expect("one was added").1.extend(colours);
    }
    all
}

/// `--ink: #1f1b16`.
fn colour(declaration: &str) -> Option<(String, [u8; 3])> {
    let (name, value) = declaration.trim().strip_prefix("--")?.split_once(": #")?;
    let part = |at: usize| u8::from_str_radix(value.get(at..at + 2)?, 16).ok();
    Some((name.to_owned(), [part(0)?, part(2)?, part(4)?]))
}

/// Of two colours that lie side by side: WCAG 2.2, "contrast ratio" and "relative luminance".
fn contrast(a: [u8; 3], b: [u8; 3]) -> f64 {
    let part = |value: u8| match f64::from(value) / 255.0 {
        low @ ..=0.040_45 => low / 12.92,
        high => ((high + 0.055) / 1.055).powf(2.4),
    };
    let luminance = |[r, g, b]: [u8; 3]| 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// Complains about every pair of a palette that is too faint.
pub(crate) fn faint(name: &str, palette: &Palette) -> Vec<String> {
    let on_grounds = |above: &[&'static str]| -> Vec<_> {
        above.iter().flat_map(|it| GROUNDS.map(|ground| (*it, ground))).collect()
    };
    let texts = [on_grounds(&INKS), WRITTEN.to_vec()].concat();
    let shapes = [on_grounds(&SHAPES), DRAWN.to_vec()].concat();
    let with = |pairs: Vec<(&'static str, &'static str)>, least: f64| {
        pairs.into_iter().map(move |(above, below)| (above, below, least))
    };
    let mut complaints = Vec::new();
    for (above, below, least) in with(texts, TEXT_MIN).chain(with(shapes, SHAPE_MIN)) {
        match (palette.get(above), palette.get(below)) {
            (Some(a), Some(b)) if contrast(*a, *b) >= least => {}
            (Some(a), Some(b)) => complaints.push(format!(
                "{name}: {above} on {below} has {:.2}:1, less than {least}:1",
                contrast(*a, *b)
            )),
            _ => complaints.push(format!("{name}: no {above} or no {below}")),
        }
    }
    complaints
}

/// The selectors of the rules that use the reserved colour, and the lines they do it in.
pub(crate) fn anomalous(css: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let mut around: Vec<String> = Vec::new();
    let (mut words, mut line) = (String::new(), 1);
    for c in without_comments(css).chars() {
        line += usize::from(c == '\n');
        match c {
            '{' => around.push(std::mem::take(&mut words)),
            ';' | '}' => {
                let declaration = std::mem::take(&mut words);
                if RESERVED.iter().any(|colour| declaration.contains(colour)) {
                    let selectors = around.last().map_or("", String::as_str).split(',');
                    found.extend(selectors.map(|one| (line, one.trim().to_owned())));
                }
                if c == '}' {
                    around.pop();
                }
            }
            _ => words.push(c),
        }
    }
    found
}

/// The stylesheet with nothing but the ends of lines in place of its comments.
fn without_comments(css: &str) -> String {
    let mut rest = css;
    let mut left = String::new();
    while let Some((before, after)) = rest.split_once("/*") {
        let (comment, others) = after.split_once("*/").unwrap_or((after, ""));
        left.push_str(before);
        left.extend(comment.chars().filter(|c| *c == '\n'));
        rest = others;
    }
    left + rest
}

/// Complains about what has the colour of anomalies and is not known to be about one.
pub(crate) fn not_anomalous(source: &Source) -> Vec<String> {
    if !source.path.ends_with(".css") {
        return Vec::new();
    }
    let found = anomalous(&source.text).into_iter();
    let others = found.filter(|(_, selector)| !ANOMALOUS.contains(&selector.as_str()));
    let say = |(line, selector): (usize, String)| {
        format!("{}:{line}: `{selector}` has the colour of anomalies", source.path)
    };
    others.map(say).collect()
}

#[test]
fn the_ratio_is_that_of_the_standard() {
    assert!((contrast([0; 3], [255; 3]) - 21.0).abs() < 1e-9);
    assert!((contrast([0x77; 3], [255; 3]) - 4.48).abs() < 0.005);
    assert!((contrast([255; 3], [0x77; 3]) - 4.48).abs() < 0.005);
}

#[test]
fn every_theme_can_be_read_and_seen() {
    let css = include_str!("../../static/tokens.css");
    let all = palettes(css);
    let names: Vec<&str> = all.iter().map(|(name, _)| name.as_str()).collect();
    let themes = [
        ":root",
        "@media (prefers-color-scheme: dark) :root:not([data-theme])",
        ":root[data-theme=\"dark\"]",
        ":root[data-theme=\"contrast\"]",
        "@media (prefers-contrast: more) :root:not([data-theme])",
    ];
    assert_eq!(names, themes);
    assert_eq!(all[1].1, all[2].1, "the system's dark theme and the chosen one");
    assert_eq!(all[3].1, all[4].1, "the system's high contrast and the chosen one");
    let complaints: Vec<String> =
        all.iter().flat_map(|(name, palette)| faint(name, palette)).collect();
    assert!(complaints.is_empty(), "\n{}\n", complaints.join("\n"));
}

#[test]
fn a_faint_colour_is_seen() {
    let mut all = palettes(include_str!("../../static/tokens.css"));
    let (name, light) = &mut all[0];
    light.insert("ink-3".to_owned(), [0x9a; 3]);
    assert_eq!(faint(name, light).len(), GROUNDS.len());
}
