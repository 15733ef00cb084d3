//! The comparison: run race by race, shown once, then place by place.

use super::*;

impl Office {
    fn compare(&mut self, query: &str, strategy: &str, step: u32) -> &mut Office {
        self.ask(json!({
            "kind": "scene", "query": query, "strategy": strategy, "order": "", "mode": "compare", "tab": "Log", "language": "Rust",
            "step": step,
        }))
    }

    fn is_told(&self, place: &str) -> bool {
        self.places.iter().any(|(id, _)| id == place)
    }
}

#[test]
fn all_races_are_shown_with_their_figures_and_what_they_are_told() {
    let mut office = Office::new();
    office.compare("", "pessimistic", 16).slice(1, 1.0);
    assert!(!office.is_told("compared"), "nothing is shown before all races are run");
    office.finish();
    for words in [
        "naive Look, think, write. Nobody looks twice.",
        "Two tickets for one seat",
        "One ticket, one conflict",
        "Parts at step 5. Under naive, Bob writes D1 over Alice; here Bob’s commit is refused",
        "The yardstick. Two had read D1 as free when Alice wrote it at step 3.",
        "When to use which",
        "Nothing about other races can be concluded from one run",
    ] {
        office.says("compared", words);
    }
    office.says("c-fail-0", "orders that fail 31,200 of 31,320");
    office.says("c-tried-3", "0 of 34,275,962,739,240");
    assert!(office.errors.is_empty(), "{:?}", office.errors);
}

#[test]
fn a_step_changes_only_what_it_changes() {
    let mut office = Office::new();
    office.compare("", "pessimistic", 16).finish();
    office.places.clear();
    office.compare("", "pessimistic", 5);
    office.says("c-now-1", "Bob’s commit is refused");
    office.says("c-end-2", "One ticket so far, one wait");
    office.says("compare-says", "Step 5 of 16. naive: Bob writes D1 over Alice.");
    assert!(!office.is_told("compared") && !office.is_told("c-fail-0"), "what stays is left alone");
    office.places.clear();
    office.compare("", "pessimistic", 5);
    assert!(office.places.is_empty(), "nothing has changed");
    office.compare("", "pessimistic", 0);
    office.says("c-end-0", "Nobody has stepped");
    assert!(!office.clerk.is_busy());
}

/// What a step of four races with 1,000 seats and 50 users may say: bytes, and shapes and other elements in them. In the mean,
/// and the most.
const STEP_MEAN: (usize, usize) = (4_500, 50);
const STEP_MOST: (usize, usize) = (12_000, 200);

#[test]
fn a_step_in_a_large_hall_puts_little() {
    let mut office = Office::new();
    let hall = "seats=25x40&users=50&want=random";
    office.compare(hall, "optimistic", 0).finish();
    let opens = |value: &str| value.matches('<').count() - value.matches("</").count();
    let mut all = (0, 0);
    let steps = 280;
    for step in 1..=steps {
        office.places.clear();
        office.compare(hall, "optimistic", step);
        let bytes: usize = office.places.iter().map(|(at, value)| at.len() + value.len()).sum();
        let elements: usize = office.places.iter().map(|(_, value)| opens(value)).sum();
        assert!(bytes <= STEP_MOST.0 && elements <= STEP_MOST.1, "{step}: {bytes}, {elements}");
        all = (all.0 + bytes, all.1 + elements);
    }
    let mean = (all.0 / steps as usize, all.1 / steps as usize);
    assert!(mean.0 <= STEP_MEAN.0 && mean.1 <= STEP_MEAN.1, "{mean:?}");
    office.says("compare-says", "Step 280 of 290.");
    assert!(office.errors.is_empty(), "{:?}", office.errors);
}

#[test]
fn orders_are_tried_only_while_somebody_compares_and_only_where_there_are_few() {
    let mut office = Office::new();
    let huge = "users=12&strategy=two-phase&seats=4x4&want=A1,A2,A3,A4";
    office.compare(huge, "two-phase", 3);
    office.slice(10, 1.0).slice(10, 1.0);
    office.says("compared", "orders that fail being tried");
    office.scene(huge, "two-phase", "", "race");
    assert!(!office.clerk.is_busy(), "nobody looks at it any more");
    office.compare(huge, "two-phase", 3).finish();
    office.says("c-fail-0", "orders that fail not tried");
    office.says("c-tried-0", "not tried: over 100,000 states");
    office.says("compared", "This scenario has one strategy");
}

#[test]
fn beside_a_mix_stands_each_of_its_strategies_with_a_way_to_it() {
    let mut office = Office::new();
    office.compare("mix=naive,two-phase&users=4&seed=3", "mix", 7).finish();
    office.says("compared", "Beside the mix stands each of these strategies alone");
    let markup = &office.places.iter().find(|(place, _)| place == "compared").unwrap().1;
    assert!(markup.contains("data-do='watch:0'") && !markup.contains("data-do='watch:1'"));
    assert!(markup.contains("href='?v=1&amp;strategy=naive&amp;users=4&amp;seed=3'"), "{markup}");
    assert!(office.errors.is_empty());
}

#[test]
fn at_the_end_of_the_race_that_is_counted_all_are_at_their_ends() {
    let mut office = Office::new();
    office.compare("", "naive", 7).finish();
    office.says("compare-says", "Step 16 of 16.");
    office.compare("", "naive", 6);
    office.says("compare-says", "Step 6 of 16.");
}

#[test]
fn a_comparison_is_shared_as_one() {
    let mut office = Office::new();
    office.compare("users=3", "pessimistic", 4).finish();
    office.ask(json!({ "kind": "share", "base": "https://host.example/" }));
    office.says("shared", "Whoever opens it sees its strategies side by side.");
    office.says("shared", "Open at step 4");
    office.ask(json!({ "kind": "sharing", "of": "at", "value": "", "on": true }));
    let markup = &office.places.iter().find(|(place, _)| place == "shared-link").unwrap().1;
    assert!(markup.contains("users=3&amp;at=4&amp;view=compare"), "{markup}");
}

#[test]
fn counts_that_are_wider_than_a_column_may_be_broken_where_they_have_commas() {
    let mut office = Office::new();
    office.compare("strategy=naive&users=9&want=D1.D2,D2.D1", "naive", 21).finish();
    let markup = &office.places.iter().find(|(place, _)| place == "c-fail-0").unwrap().1;
    assert!(markup.contains("316,<wbr>145,<wbr>521"), "{markup}");
}

#[test]
fn a_crowd_in_a_huge_hall_is_compared_in_part_and_says_so() {
    let mut office = Office::new();
    office
        .compare("users=2000&seats=1000x100&want=zipf&strategy=naive,optimistic", "optimistic", 40)
        .finish();
    office.says("compared", "the part around the wanted seats");
    office.says("compared", "1,990 more users not drawn");
    office.says("c-fail-0", "not tried");
    assert!(office.errors.is_empty(), "{:?}", office.errors);
}
