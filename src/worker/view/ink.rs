//! A light tint for pseudo-code and SQL: keywords and comments, as the page tints Rust.

use crate::player::Markup;
use crate::player::desk::Language;

const PYTHON: [&str; 14] = [
    "and", "def", "else", "for", "if", "in", "is", "not", "or", "return", "while", "with", "None",
    "True",
];

/// One line.
pub(super) fn inked(out: &mut Markup, line: &str, language: Language) {
    let sign = if language == Language::Sql { "--" } else { "#" };
    let (code, comment) = line.split_at(line.find(sign).unwrap_or(line.len()));
    let mut rest = code;
    while !rest.is_empty() {
        let is_word = |c: char| c.is_alphanumeric() || c == '_';
        let word = rest.find(|c: char| !is_word(c)).unwrap_or(rest.len());
        let (word, after) = if word == 0 {
            rest.split_at(rest.find(is_word).unwrap_or(rest.len()))
        } else {
            rest.split_at(word)
        };
        if is_keyword(word, language) {
            out.put("<b>$</b>", &[], &[word]);
        } else {
            out.text(word);
        }
        rest = after;
    }
    if !comment.is_empty() {
        out.put("<i>$</i>", &[], &[comment]);
    }
}

/// SQL shouts its keywords, and nothing else of these texts is written so.
fn is_keyword(word: &str, language: Language) -> bool {
    match language {
        Language::Sql => word.len() > 1 && word.bytes().all(|b| b.is_ascii_uppercase()),
        _ => PYTHON.contains(&word),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keywords_and_comments_are_told_apart() {
        let check = |line: &str, language, expected: &str| {
            let mut out = Markup::new();
            inked(&mut out, line, language);
            assert_eq!(out.into_string(), expected);
        };
        let sql = " WHERE id = :seat;  -- for <each>";
        check(sql, Language::Sql, " <b>WHERE</b> id = :seat;  <i>-- for &lt;each&gt;</i>");
        let python = "    if notes is None:  # at first";
        check(
            python,
            Language::Pseudo,
            "    <b>if</b> notes <b>is</b> <b>None</b>:  <i># at first</i>",
        );
    }
}
