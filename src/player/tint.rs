//! A light tint for Rust: which parts of a line are keywords and which are comments. Nothing else is told apart.

/// A part of a line.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Ink<'a> {
    /// Said plainly.
    Plain(&'a str),
    /// A keyword.
    Keyword(&'a str),
    /// From `//` to the end.
    Comment(&'a str),
}

const KEYWORDS: [&str; 22] = [
    "as", "async", "await", "break", "const", "else", "enum", "fn", "for", "if", "impl", "in",
    "let", "loop", "match", "mut", "pub", "return", "struct", "super", "use", "while",
];

/// The parts of one line, in order; together they are the line.
pub fn tint(line: &str) -> Vec<Ink<'_>> {
    let (code, comment) = line.split_at(comment_start(line));
    let mut parts = Vec::new();
    let mut plain = 0; // where the plain part that is being gathered begins
    let mut at = 0;
    while let Some(c) = code[at..].chars().next() {
        let word = code[at..]
            .find(|c: char| !(c.is_ascii_alphanumeric() || c == '_'))
            .unwrap_or(code.len() - at);
        if KEYWORDS.contains(&&code[at..at + word]) {
            parts.push(Ink::Plain(&code[plain..at]));
            parts.push(Ink::Keyword(&code[at..at + word]));
            plain = at + word;
        }
        at += word.max(c.len_utf8());
    }
    parts.push(Ink::Plain(&code[plain..]));
    parts.push(Ink::Comment(comment));
    parts.retain(|part| !part.text().is_empty());
    parts
}

/// Where a comment begins: at the first `//` that is not inside a string.
fn comment_start(line: &str) -> usize {
    let mut quoted = false;
    let begins = |pair: &[u8]| {
        quoted ^= pair[0] == b'"';
        !quoted && pair == b"//"
    };
    line.as_bytes().windows(2).position(begins).unwrap_or(line.len())
}

impl<'a> Ink<'a> {
    /// The text of the part.
    pub fn text(self) -> &'a str {
        match self {
            Ink::Plain(text) | Ink::Keyword(text) | Ink::Comment(text) => text,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::strategy;

    #[test]
    fn keywords_and_comments_are_told_apart() {
        let parts = tint("    me.write(seat).await; // for all, blindly");
        assert_eq!(
            parts,
            [
                Ink::Plain("    me.write(seat)."),
                Ink::Keyword("await"),
                Ink::Plain("; "),
                Ink::Comment("// for all, blindly"),
            ]
        );
        assert_eq!(tint("format(\"//\")"), [Ink::Plain("format(\"//\")")]);
        assert_eq!(tint("information"), [Ink::Plain("information")]);
    }

    #[test]
    fn the_parts_of_a_line_are_the_line() {
        for line in strategy::ALL.iter().flat_map(|s| s.source().lines()) {
            assert_eq!(tint(line).iter().map(|part| part.text()).collect::<String>(), line);
        }
    }
}
