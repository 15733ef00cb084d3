//! The page for addresses that lead nowhere.

use super::home::Home;
use super::pages::escape;
use super::policy;
use crate::process::Result;
use seatrace::scenario::{Entry, gallery};

/// Programs that check links turn `#` into `%23`, which no host finds: such links are put right.
///
/// The host serves this page under any path, so all of it is inside, and its own script finds out where the site begins. Where
/// the build knows that, the links stand there from the start.
///
/// # Errors
/// `static/404.html` lacks a part.
pub(super) fn not_found(home: Option<&Home>) -> Result<String> {
    let page = include_str!("../../../static/404.html");
    let script = between(page, "<script>", "</script>")?;
    let style = between(page, "<style>", "</style>")?;
    let link = |path: &str| match home {
        Some(home) => format!("href=\"{}\"", escape(&home.at(path))),
        None => format!("data-to=\"{path}\""),
    };
    let row = |Entry { slug, title, .. }: &Entry| {
        format!("<li><a {}>{}</a></li>", link(&format!("s/{slug}/")), escape(title))
    };
    let rows: String = gallery().iter().map(row).collect();
    Ok(page
        .replacen("<!-- POLICY -->", &policy::tag(&policy::lost(script, style)), 1)
        .replacen("data-to=\"\"", &link(""), 1)
        .replacen("<!-- SCENARIOS -->", &rows, 1))
}

fn between<'a>(page: &'a str, from: &str, to: &str) -> Result<&'a str> {
    let inside = page.split_once(from).and_then(|(_, rest)| rest.split_once(to));
    inside.map(|(inside, _)| inside).ok_or_else(|| format!("static/404.html has no {from}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_policy_allows_is_what_is_there() {
        let page = not_found(None).expect("the page");
        let script = between(&page, "<script>", "</script>").expect("a script");
        let style = between(&page, "<style>", "</style>").expect("a style");
        assert!(page.contains(&policy::tag(&policy::lost(script, style))));
        assert!(page.find("http-equiv") < page.find("<style>"));
        assert!(!page.contains("<!--"), "every place is filled");
    }

    #[test]
    fn links_are_absolute_where_the_address_is_known() {
        let page = not_found(None).expect("the page");
        assert_eq!(page.matches(" data-to=\"").count(), 1 + gallery().len());
        assert!(!page.contains("href=\"http"));
        let home = Home::read("--site", "https://host.example/sub").expect("an address");
        let page = not_found(Some(&home)).expect("the page");
        assert_eq!(page.matches("href=\"https://host.example/sub/").count(), 1 + gallery().len());
        assert!(!page.contains("data-to=\""));
    }
}
