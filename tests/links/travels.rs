//! Printed links survive what reads and writes them again, by programs that are not ours.

use crate::arbitrary::any_scenario;
use proptest::prelude::*;
use seatrace::scenario::Scenario;
use seatrace::share::{At, Link, Settings, Theme, exact, open};
use seatrace::trace::Order;

fn any_link() -> impl Strategy<Value = Link> {
    let at = prop_oneof![Just(At::Start), (1u32..).prop_map(At::Step), Just(At::FirstAnomaly)];
    let digest = prop::option::of("[0-9A-HJKMNP-TV-Z]{8}");
    let theme = prop::sample::select(vec![Theme::Auto, Theme::Dark]);
    let lang = prop::option::of("[a-z]{2}(-[A-Z]{2})?");
    let settings = (digest, at, theme, lang).prop_map(|(digest, at, theme, lang)| Settings {
        digest,
        at,
        theme,
        lang,
        ..Settings::default()
    });
    (any_scenario(), settings).prop_map(|(scenario, settings)| Link {
        scenario,
        settings,
        problems: Vec::new(),
        newer: None,
    })
}

/// The link as it is printed, and with its order behind `#`.
fn printed(link: &Link) -> [String; 2] {
    let base = "https://host.example/seatrace/?";
    let scenario = Scenario { order: Order::default(), ..link.scenario.clone() };
    let without = Link { scenario, ..link.clone() };
    let fragment = exact(&link.scenario.order);
    [format!("{base}{}", link.query()), format!("{base}{}#{fragment}", without.query())]
}

/// The address that a Markdown program links to, where it finds one link in a text without any markup.
fn linked(text: &str) -> String {
    let html = markdown::to_html_with_options(text, &markdown::Options::gfm());
    let html = html.expect("text without MDX is always Markdown");
    let mut found = html.split("href=\"").skip(1);
    let href = found.next().and_then(|rest| rest.split('"').next()).expect("a link");
    assert_eq!(found.next(), None, "one link: {html}");
    href.replace("&amp;", "&")
}

#[test]
fn a_link_that_ended_in_punctuation_would_not_be_found_whole() {
    assert_eq!(linked("see https://host.example/?a=b_. It is"), "https://host.example/?a=b");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// What the URL Standard calls form encoding, and browsers `URLSearchParams`: it writes `,` and `:` in another way,
    /// which means the same, and leaves every other character as it is.
    #[test]
    fn form_encoding_keeps_every_value(link in any_link()) {
        let query = link.query();
        let read = form_urlencoded::parse(query.as_bytes());
        let raw = query.split('&').map(|pair| pair.split_once('=').unwrap_or((pair, "")));
        prop_assert!(read.eq(raw.map(|(name, value)| (name.into(), value.into()))));
        let again = form_urlencoded::Serializer::new(String::new()).extend_pairs(read).finish();
        prop_assert_eq!(again.replace("%2C", ",").replace("%3A", ":"), query);
        prop_assert_eq!(open(&again), link);
    }

    #[test]
    fn markdown_finds_a_link_whole(link in any_link()) {
        for printed in printed(&link) {
            prop_assert_eq!(&open(&printed), &link);
            for text in [
                format!("See {printed} for all of it."),
                format!("The race ({printed}) is lost."),
                format!("It is at {printed}."),
                format!("{printed}, and *then* {}", "more"),
                format!("- {printed}: a race"),
                format!("Is it {printed}?"),
                printed.clone(),
            ] {
                prop_assert_eq!(&linked(&text), &printed, "{}", text);
            }
        }
    }
}
