//! What programs that pass links on do to them: each link still means the run that was shared, or says what is wrong.

use expect_test::{Expect, expect};
use seatrace::share::{exact, open};
use seatrace::trace::Order;

const QUERY: &str = "strategy=naive&users=2&clock=free";
const MEANT: &str = "v=1&strategy=naive&users=2&clock=free&order=ABAB";

/// The order `ABAB`, behind `#`.
fn fragment() -> String {
    exact(&Order::parse("ABAB").expect("an order"))
}

/// What a text means, and what is wrong with it.
fn meaning(text: &str) -> String {
    let link = open(text);
    let newer = link.newer.map_or(String::new(), |v| format!("\nmade with version {v}"));
    let problems = link.problems.iter().map(|problem| format!("\n{problem}"));
    link.query() + &newer + &problems.collect::<String>()
}

#[test]
fn the_same_run_comes_through() {
    let x = fragment();
    for text in [
        format!("https://host.example/base/?{QUERY}#{x}"),
        // A checker of links, with and without a page in between.
        format!("https://host.example/base/?{QUERY}%23{x}"),
        format!("https://host.example/base/?{QUERY}#%23{x}"),
        // WordPress, Moodle, advertisements.
        format!("https://host.example/base/?{QUERY}#{x}#?secret=abc"),
        format!("https://host.example/base/?{QUERY}#{x}?userid=5&lang=de&users=9"),
        format!("https://host.example/base/?{QUERY}#{x}&utm_source=x"),
        format!("https://host.example/base/?utm_source=a+b&{QUERY}&fbclid=%2B%20%23#{x}"),
        // A second question mark.
        format!("https://host.example/base/??{QUERY}#{x}"),
        format!("https://host.example/base/?embed?{QUERY}#{x}"),
        format!("https://host.example/base/?{QUERY}?userid=5#{x}"),
        format!("https://host.example/a=b/?{QUERY}#{x}"),
        // HTML, read twice or not at all.
        format!("https://host.example/base/?{}#{x}", QUERY.replace('&', "&amp;")),
        // Capitals, and percent-encoding where none is needed.
        format!("HTTPS://HOST.EXAMPLE/BASE/?STRATEGY=NAIVE&USERS=2&CLOCK=FREE#{x}"),
        format!("https://host.example/base/?%73trategy=n%61ive&users=%32&clock=free#{x}"),
        // What ends a sentence.
        format!("https://host.example/base/?{QUERY}#{x}."),
        format!("https://host.example/base/?{QUERY}#{x})"),
        format!("https://host.example/base/?{QUERY}#{x}_,"),
        format!("  https://host.example/base/?{QUERY}#{x}\r\n"),
        format!("?{QUERY}#{x}"),
        format!("{QUERY}&order=ABAB"),
        format!("{QUERY}&users=2&order=ABAB#top"),
    ] {
        assert_eq!(meaning(&text), MEANT, "{text}");
    }
    // In the path there is no query; the host's page for what is not there puts this right.
    assert_eq!(meaning(&format!("https://host.example/base/%23{x}")), "v=1&order=ABAB");
}

/// Stripped from the end of a printed link by whatever looks for links in text: nothing that means anything.
#[test]
fn no_printed_link_ends_in_what_is_stripped() {
    for text in [MEANT.to_owned(), format!("{QUERY}#{}", fragment())] {
        let link = format!("https://host.example/base/?{text}");
        let stripped = link.trim_end_matches(|c: char| !c.is_ascii_alphanumeric());
        assert_eq!(stripped, link);
        assert_eq!(meaning(&link), MEANT);
    }
}

#[test]
fn what_does_not_come_through_is_said() {
    let check = |text: &str, expected: Expect| expected.assert_eq(&meaning(text));
    let x = fragment();
    check(
        "users=2+&lat=%205&arrive=+5",
        expect![[r#"
            v=1
            users=2+ is not valid: users can be 1 to 10000 (at most 26 with an order)
            arrive=+5 is not valid: arrive can be a time from 0 to 1440m, or a range MIN..MAX of times (units ms, s and m; without one, ms)
            lat= 5 is not valid: lat can be a time from 0 to 1440m, or a range MIN..MAX of times (units ms, s and m; without one, ms)"#]],
    );
    check(
        &format!("{MEANT}."),
        expect![[r#"
            v=1&strategy=naive&users=2&clock=free
            order=ABAB. is not valid: at character 5: expected a user's letter (A-Z), t, or w with milliseconds; order can be none, or up to 100000 choices such as A3B2tC (with users of the race, and marks that can happen in it)"#]],
    );
    check(
        &format!("{QUERY}%2523{x}"),
        expect![[r#"
            v=1&strategy=naive&users=2
            clock=free%23x1.AgAFBFA.2TJXWK6 is not valid: clock can be natural or free"#]],
    );
    check(
        &format!("{QUERY}#{}", x.to_lowercase()),
        expect![[r#"
            v=1&strategy=naive&users=2&clock=free
            fragment=x1.agafbfa.2tjxwk6 is not valid: the link was cut off or changed on its way; fragment can be x1.ORDER.CHECK, as it was shared"#]],
    );
    check(
        &format!("{QUERY}#{}", x.replace("x1", "x2")),
        expect![[r#"
            v=1&strategy=naive&users=2&clock=free
            fragment=x2.AgAFBFA.2TJXWK6 is not valid: a newer version of this program made it, version 2; fragment can be x1.ORDER.CHECK, as it was shared"#]],
    );
    check(
        &format!("v=2&{QUERY}#{x}"),
        expect![[r#"
            v=1&strategy=naive&users=2&clock=free&order=ABAB
            made with version 2"#]],
    );
    check(
        &format!("users=1#{x}"),
        expect![[r#"
            v=1&users=1
            order=ABAB is not valid: B is Bob, and there is 1 user; order can be none, or up to 100000 choices such as A3B2tC (with users of the race, and marks that can happen in it)"#]],
    );
}
