//! Links: read, printed, and read again.

use super::{At, Claim, Link, Settings, Speed, Theme, View};
use crate::measure::Class;
use crate::scenario::arbitrary::any_scenario;
use expect_test::{Expect, expect};
use proptest::prelude::*;

fn check(link: &str, expected: Expect) {
    let link = Link::parse(link);
    let problems = link.problems.iter().map(|problem| format!("\n{problem}"));
    let newer = link.newer.map_or(String::new(), |v| format!("\nmade with version {v}"));
    expected.assert_eq(&(link.query() + &newer + &problems.collect::<String>()));
}

#[test]
fn links_are_printed_in_one_way() {
    check("", expect!["v=1"]);
    check(
        "?THEME=Dark&at=END&speed=0.5&users=2",
        expect!["v=1&users=2&at=end&speed=0.5&theme=dark"],
    );
    check(
        "at=3&at=0012&keys=0&play=1&loop=3&idle=0",
        expect![[r#"
        v=1&play=1&loop=3&idle=0&keys=0
        at=0012 is not valid: at can be a step from 0 on, end, or first-anomaly"#]],
    );
    check(
        "lang=pt_br&motion=off&pauseon=each&view=explore&claim=double-booking.0.150",
        expect!["v=1&claim=double-booking.0.150&pauseon=each&view=explore&motion=off&lang=pt-br"],
    );
    check("d=ZBGMZAS3&order=ABAB&users=2", expect!["v=1&users=2&order=ABAB&d=ZBGMZAS3"]);
}

#[test]
fn what_cannot_be_used_is_named_with_what_could() {
    check(
        "theme=neon&speed=3&loop=-1&play=yes&d=short&lang=<b>&at=1e9&claim=fine.1",
        expect![[r#"
        v=1
        d=short is not valid: d can be 8 characters of 0-9 and A-Z without I, L, O and U
        claim=fine.1 is not valid: claim can be CLASS.COUNT.ALL, such as double-booking.0.150
        at=1e9 is not valid: at can be a step from 0 on, end, or first-anomaly
        play=yes is not valid: play can be 0 or 1
        loop=-1 is not valid: loop can be 0, 1 (for ever), or how many times, up to 1000
        speed=3 is not valid: speed can be 0.25, 0.5, 1, 2, 4, 8 or 16
        theme=neon is not valid: theme can be auto, light, dark or contrast
        lang=<b> is not valid: lang can be a language tag such as en or pt-BR"#]],
    );
    check(
        "v=2&users=3",
        expect![[r#"
        v=1&users=3
        made with version 2"#]],
    );
    check(
        "v=none",
        expect![[r#"
        v=1
        v=none is not valid: v can be 1"#]],
    );
}

fn settings() -> impl Strategy<Value = Settings> {
    let digest = prop::option::of("[0-9A-HJKMNP-TV-Z]{8}");
    let at = prop_oneof![
        Just(At::Start),
        (1u32..).prop_map(At::Step),
        Just(At::End),
        Just(At::FirstAnomaly)
    ];
    let claim =
        (prop::sample::select(Class::ALL.to_vec()), "0|[1-9][0-9]{0,60}", "[1-9][0-9]{0,60}");
    let claim = prop::option::of(claim.prop_map(|(class, count, all)| Claim { class, count, all }));
    let lang = prop::option::of("[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}");
    let words = (
        prop::sample::select(vec![Speed::Usual, Speed::Quarter, Speed::Sixteen]),
        prop::sample::select(vec![View::Map, View::Table, View::Explore]),
        prop::sample::select(vec![Theme::Auto, Theme::Contrast]),
    );
    (digest, at, claim, lang, any::<bool>(), 0..=1_000u32, words).prop_map(
        |(digest, at, claim, lang, flag, repeat, (speed, view, theme))| Settings {
            digest,
            at,
            claim,
            lang,
            play: flag,
            no_keys: !flag,
            repeat,
            speed,
            view,
            theme,
            ..Settings::default()
        },
    )
}

proptest! {
    #[test]
    fn every_link_that_is_printed_is_read_as_it_was(scenario in any_scenario(), settings in settings()) {
        let link = Link { scenario, settings, problems: Vec::new(), newer: None };
        let query = link.query();
        prop_assert_eq!(&Link::parse(&query), &link);
        prop_assert_eq!(&Link::parse(&format!("https://host.example/base/?{query}#top")), &link);
        let plain = |b: u8| b.is_ascii_alphanumeric() || b".:-_,=&".contains(&b);
        prop_assert!(query.bytes().all(plain), "{}", query);
        prop_assert!(query.ends_with(|c: char| c.is_ascii_alphanumeric()), "{}", query);
    }

    #[test]
    fn any_text_is_a_link(text in ".*", value in ".*") {
        for text in [text.clone(), format!("?{text}={value}"), format!("at={value}&d={value}&claim={value}&lang={text}")] {
            let read = Link::parse(&text);
            prop_assert_eq!(Link::parse(&read.query()).query(), read.query());
        }
    }
}
