//! How a frame looks like the page around it: colours and lengths that are checked one by one, so that no style of a
//! stranger's making gets in. What is put into the page is a value of a custom property, never a rule.

use super::message::Fault;
use super::value::Value;
use crate::texts::frame::protocol as texts;

/// One custom property of the frame, and its value.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Dress {
    /// The properties that take the value, such as `--paper`.
    pub properties: &'static [&'static str],
    /// A colour, a length or a list of fonts.
    pub value: String,
}

/// The smallest and the largest font size, in px.
pub const FONT_SIZE_PX: (u32, u32) = (8, 32);

/// The longest list of fonts, in characters.
const FONTS_CHARS_MAX: usize = 200;

pub(super) fn read(name: &'static str, value: &Value) -> Result<Dress, Fault> {
    let colour =
        || value.text().and_then(colour).ok_or_else(|| Fault::value(name, texts::A_COLOUR));
    let (properties, value): (&[&str], _) = match name {
        "color" => (&["--ink", "--ink-2", "--ink-3"], colour()?),
        "background" => (&["--paper", "--recess", "--raised"], colour()?),
        "accent" => (&["--accent", "--accent-fill"], colour()?),
        "fontSize" => {
            let (min, max) = FONT_SIZE_PX;
            let says = texts::a_size(min, max);
            (&["--t-body"], px(value).ok_or_else(|| Fault::value(name, &says))?)
        }
        _ => {
            let fonts = value.text().and_then(fonts);
            (&["--sans", "--serif"], fonts.ok_or_else(|| Fault::value(name, texts::FONTS))?)
        }
    };
    Ok(Dress { properties, value })
}

/// A colour that says nothing else.
fn colour(text: &str) -> Option<String> {
    let text = text.trim();
    let digits = text.strip_prefix('#');
    if let Some(digits) = digits {
        let sized = matches!(digits.len(), 3 | 6) && digits.bytes().all(|b| b.is_ascii_hexdigit());
        return sized.then(|| text.to_owned());
    }
    if let Some(inside) = text.strip_prefix("rgb(").and_then(|rest| rest.strip_suffix(')')) {
        let parts = inside.split(',').map(|part| part.trim().parse::<u8>().ok());
        let [r, g, b] = parts.collect::<Option<Vec<u8>>>()?.try_into().ok()?;
        return Some(format!("rgb({r} {g} {b})"));
    }
    NAMED.iter().find(|name| name.eq_ignore_ascii_case(text)).map(|name| (*name).to_owned())
}

/// The colours that have names here: the sixteen of HTML.
const NAMED: [&str; 16] = [
    "black", "silver", "gray", "white", "maroon", "red", "purple", "fuchsia", "green", "lime",
    "olive", "yellow", "navy", "blue", "teal", "aqua",
];

fn px(value: &Value) -> Option<String> {
    let (min, max) = FONT_SIZE_PX;
    let number = match value.text() {
        Some(text) => text.trim().strip_suffix("px").unwrap_or(text).trim().parse().ok(),
        None => value.number(max),
    };
    number.filter(|px: &u32| (min..=max).contains(px)).map(|px| format!("{px}px"))
}

fn fonts(text: &str) -> Option<String> {
    let name = |name: &str| {
        let name = name.trim().trim_matches(['"', '\'']);
        let plain = name.bytes().all(|b| b.is_ascii_alphanumeric() || b" -".contains(&b));
        let named = name.starts_with(|c: char| c.is_ascii_alphabetic());
        // A generic name in quotes would be the name of a font.
        let generic = ["serif", "sans-serif", "monospace", "system-ui"].contains(&name);
        (plain && named).then(|| if generic { name.to_owned() } else { format!("\"{name}\"") })
    };
    if text.len() > FONTS_CHARS_MAX {
        return None;
    }
    Some(text.split(',').map(name).collect::<Option<Vec<String>>>()?.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(name: &'static str, value: Value, expected: Option<&str>) {
        let found = read(name, &value).ok().map(|dress| dress.value);
        assert_eq!(found.as_deref(), expected, "{name} {value:?}");
    }

    fn text(text: &str) -> Value {
        Value::Text(text.into())
    }

    #[test]
    fn colours_are_colours_and_nothing_else() {
        for (found, expected) in [
            ("#abc", Some("#abc")),
            ("#A1B2C3", Some("#A1B2C3")),
            ("rgb(1, 2,3)", Some("rgb(1 2 3)")),
            ("Navy", Some("navy")),
            ("#ab", None),
            ("rgb(256,0,0)", None),
            ("red;}body{display:none", None),
            ("url(https://host.example/x)", None),
            ("var(--x)", None),
            ("expression(alert(1))", None),
        ] {
            check("color", text(found), expected);
            check("background", text(found), expected);
        }
    }

    #[test]
    fn lengths_and_fonts_are_checked() {
        check("fontSize", Value::Number(16.0), Some("16px"));
        check("fontSize", text("18px"), Some("18px"));
        check("fontSize", text("99px"), None);
        check("fontSize", text("1px;color:red"), None);
        check("fontSize", Value::Number(f64::NAN), None);
        check(
            "fontFamily",
            text("Georgia, 'Open Sans', serif"),
            Some("\"Georgia\", \"Open Sans\", serif"),
        );
        check("fontFamily", text("a\"; } * { x: y"), None);
        check("fontFamily", text("a, url(x)"), None);
        check("fontFamily", text(""), None);
    }
}
