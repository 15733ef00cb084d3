//! Markup of drawings, written as text: what stays the same is a template, what varies is put in its holes.
//!
//! A drawing of some hundred shapes is a string that the browser parses in one go. Only templates written in the program
//! are put in as they are; every text from elsewhere is escaped.

/// Markup that grows at its end.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Markup(String);

impl Markup {
    /// Nothing yet.
    pub fn new() -> Markup {
        Markup::default()
    }

    /// Adds a template as it is.
    pub fn raw(&mut self, template: &'static str) {
        self.0.push_str(template);
    }

    /// Adds a text, escaped: for the content of an element or of a quoted attribute.
    pub fn text(&mut self, text: &str) {
        let mut rest = text;
        while let Some((before, special, after)) = split(rest, |b| b"&<>\"'".contains(&b)) {
            self.0.push_str(before);
            self.0.push_str(match special {
                b'&' => "&amp;",
                b'<' => "&lt;",
                b'>' => "&gt;",
                b'"' => "&quot;",
                _ => "&#39;",
            });
            rest = after;
        }
        self.0.push_str(rest);
    }

    /// Adds a template and fills its holes, in order: `%` takes the next number, `~` the next number in hundredths, and
    /// `$` the next text, escaped. A hole for which nothing is left stays empty.
    pub fn put(&mut self, template: &'static str, numbers: &[i32], texts: &[&str]) {
        let (mut numbers, mut texts) = (numbers.iter(), texts.iter());
        let mut rest = template;
        while let Some((before, hole, after)) = split(rest, |b| b"%~$".contains(&b)) {
            self.0.push_str(before);
            match hole {
                b'$' => self.text(texts.next().copied().unwrap_or_default()),
                b'%' => self.whole(numbers.next().copied().unwrap_or_default()),
                _ => self.hundredths(numbers.next().copied().unwrap_or_default()),
            }
            rest = after;
        }
        self.0.push_str(rest);
    }

    /// Adds a drawing that another part of the program has written as markup.
    pub fn svg(&mut self, drawing: String) {
        self.0.push_str(&drawing);
    }

    /// Adds other markup behind this.
    pub fn append(&mut self, other: Markup) {
        self.0.push_str(&other.0);
    }

    /// The markup.
    pub fn into_string(self) -> String {
        self.0
    }

    fn whole(&mut self, n: i32) {
        if n < 0 {
            self.0.push('-');
        }
        self.digits(n.unsigned_abs());
    }

    /// 350 is written as `3.5`.
    fn hundredths(&mut self, n: i32) {
        if n < 0 {
            self.0.push('-');
        }
        let n = n.unsigned_abs();
        self.digits(n / 100);
        if !n.is_multiple_of(100) {
            self.0.push('.');
            self.digits(n / 10 % 10);
        }
        if !n.is_multiple_of(10) {
            self.digits(n % 10);
        }
    }

    fn digits(&mut self, n: u32) {
        if n >= 10 {
            self.digits(n / 10);
        }
        self.0.push(char::from(b'0' + (n % 10) as u8));
    }
}

/// What stands before the first such byte, the byte, and what stands behind it. It is one of ASCII: as such it is a character
/// of its own wherever it stands.
fn split(text: &str, is: impl Fn(u8) -> bool) -> Option<(&str, u8, &str)> {
    let at = text.bytes().position(is)?;
    Some((&text[..at], text.as_bytes()[at], &text[at + 1..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn put(template: &'static str, numbers: &[i32], texts: &[&str]) -> String {
        let mut markup = Markup::new();
        markup.put(template, numbers, texts);
        markup.into_string()
    }

    #[test]
    fn texts_cannot_become_markup() {
        let said = put("<b class='$'>$</b>", &[], &["a' onclick='b", "<i>\"&amp;\"</i>"]);
        assert_eq!(
            said,
            "<b class='a&#39; onclick=&#39;b'>&lt;i&gt;&quot;&amp;amp;&quot;&lt;/i&gt;</b>"
        );
    }

    #[test]
    fn holes_are_filled_in_order_and_never_run_out() {
        assert_eq!(put("M% %H%", &[3, -4, 0], &[]), "M3 -4H0");
        assert_eq!(put("$%$", &[1], &["é✕"]), "é✕1");
        assert_eq!(put("% % $ ~", &[12], &[]), "12 0  0");
    }

    #[test]
    fn hundredths_are_as_short_as_they_can_be() {
        let said = |n| put("~", &[n], &[]);
        let all: Vec<String> = [0, 5, 50, 100, 350, 1075, -75, -12_340].map(said).to_vec();
        assert_eq!(all, ["0", "0.05", "0.5", "1", "3.5", "10.75", "-0.75", "-123.4"]);
        assert_eq!(put("% %", &[i32::MAX, i32::MIN], &[]), "2147483647 -2147483648");
    }
}
