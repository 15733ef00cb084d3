//! What holds of every scenario and of every text.

use crate::scenario::arbitrary::any_scenario;
use crate::scenario::{QUERY_BYTES_MAX, Query, Scenario, Values, gallery, params};
use proptest::prelude::*;
use proptest::sample::select;

/// A scenario is valid if it survives printing and parsing, and its query every way in which a link travels.
pub(super) fn assert_valid(scenario: &Scenario) {
    let query = scenario.query();
    assert_eq!(Query::parse(&query).as_ref(), Ok(scenario), "{query}");
    assert!(query.len() <= QUERY_BYTES_MAX);
    assert!(query.bytes().all(|b| b.is_ascii_alphanumeric() || b".:-_,=&".contains(&b)), "{query}");
    assert!(query.ends_with(|c: char| c.is_ascii_alphanumeric()), "{query}");
}

/// Texts near to queries: known names, plausible and implausible values, in any number and order.
fn any_near_query() -> impl Strategy<Value = String> {
    let name = select(params()).prop_map(|param| param.name.to_owned());
    let enumerated = params().iter().filter_map(|param| match param.values() {
        Values::Words(words) => Some((param.name, words)),
        _ => None,
    });
    let enumerated: Vec<(&str, &[&str])> = enumerated.collect();
    let word = select(enumerated).prop_flat_map(|(name, words)| {
        select(words).prop_map(move |word| format!("{name}={word}"))
    });
    let slug = select(gallery()).prop_map(|entry| format!("s={}", entry.slug));
    let pair = prop_oneof![
        2 => slug,
        2 => word,
        2 => (name.clone(), "[0-9]{1,3}|[0-9]{0,22}(ms|s|m)?|[A-E]{1,8}|[A-Dtpdnk0-9]{1,6}|none")
            .prop_map(|(name, value)| format!("{name}={value}")),
        2 => "seats=[1-9][0-9]?x[1-9][0-9]?|want=[A-D][1-4]([.][A-D][1-4])?(,[A-D][1-4])?",
        2 => "users=[1-9][0-9]?|order=([A-E][pdnk]?|t|w[1-9]){1,5}|you=[A-F]|clicks=[A-D][1-4]",
        2 => "mix=naive,two-phase|strategy=(naive|two-phase)|payfail=[0-9]0|paylost=[0-9]0|crash=1",
        1 => "party=[1-9]",
        1 => (name, "\\PC{0,9}").prop_map(|(name, value)| format!("{name}={value}")),
    ];
    proptest::collection::vec(pair, 0..12).prop_map(|pairs| pairs.join("&"))
}

fn assert_total(text: &str) {
    let (scenario, problems) = Query::parse_tolerant(text);
    assert_valid(&scenario);
    let mut named: Vec<&str> = problems.iter().map(|problem| problem.parameter).collect();
    assert!(named.iter().all(|name| params().iter().any(|param| param.name == *name)));
    named.sort_unstable();
    named.dedup();
    assert_eq!(named.len(), problems.len(), "one problem a parameter: {problems:?}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn printing_and_parsing_are_inverse(scenario in any_scenario()) {
        assert_valid(&scenario);
    }

    #[test]
    fn the_canonical_form_reads_as_the_same_race(scenario in any_scenario()) {
        let Ok(read) = Query::parse(&scenario.canonical()) else {
            return Err(TestCaseError::fail(scenario.canonical()));
        };
        prop_assert_eq!(read.canonical(), scenario.canonical());
    }

    #[test]
    fn any_text_near_a_query_is_a_valid_scenario_and_problems(text in any_near_query()) {
        assert_total(&text);
    }

    #[test]
    fn any_text_is_a_valid_scenario_and_problems(text in "\\PC{0,60}|[a-z=&%?#;.,0-9]{0,60}") {
        assert_total(&text);
    }

    #[test]
    fn any_bytes_are_a_valid_scenario_and_problems(
        bytes in proptest::collection::vec(any::<u8>(), 0..80)
    ) {
        assert_total(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn half_a_link_is_a_valid_scenario_and_problems(scenario in any_scenario(), cut in 0usize..200) {
        let link = format!("https://host.example/?{}", scenario.query());
        let cut = link.char_indices().nth(cut).map_or(link.len(), |(at, _)| at);
        assert_total(&link[..cut]);
    }
}
