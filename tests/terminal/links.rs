//! Whole links in the terminal.

use super::{check_bad, seatrace, text};
use expect_test::expect;

/// The order `ABAB`, behind `#`: frozen with version 1.
const ABAB: &str = "x1.AgAFBFA.2TJXWK6";

#[test]
fn a_link_counts_with_the_order_behind_it() {
    let query = "strategy=naive&users=2&clock=free";
    let link = format!("https://seatrace.example/lab/?{query}#{ABAB}");
    let said = text(&seatrace(&["run", &format!("{query}&order=ABAB"), "--json"]).stdout);
    for link in [link.clone(), format!("{link}#?secret=abc&n=look"), link.replace('#', "%23")] {
        let output = seatrace(&["run", &link, "--json"]);
        assert_eq!((text(&output.stdout), text(&output.stderr)), (said.clone(), String::new()));
    }
    let export = |link: &str| text(&seatrace(&["export", link, "--format", "csv"]).stdout);
    assert_eq!(export(&link), export(&format!("{query}&order=ABAB")));
    // Exploring tries every order, whatever the link says; but a broken link is one.
    let explored = |link: &str| text(&seatrace(&["explore", link]).stdout);
    assert_eq!(explored(&link), explored(query));
    let cut = &link[..link.len() - 1];
    for args in [&["run", cut][..], &["explore", cut], &["export", cut, "--format", "csv"]] {
        check_bad(
            args,
            expect![[r#"
                seatrace: fragment=x1.AgAFBFA.2TJXWK is not valid: the link was cut off or changed on its way; fragment can be x1.ORDER.CHECK, as it was shared
            "#]],
        );
    }
    check_bad(
        &["run", "users=2#x2.AAAA.0000000"],
        expect![[r#"
            seatrace: fragment=x2.AAAA.0000000 is not valid: a newer version of this program made it, version 2; fragment can be x1.ORDER.CHECK, as it was shared
        "#]],
    );
    check_bad(
        &["run", &format!("users=1#{ABAB}")],
        expect![[r#"
            seatrace: order=ABAB is not valid: B is Bob, and there is 1 user; order can be none, or up to 100000 choices such as A3B2tC (with users of the race, and marks that can happen in it)
        "#]],
    );
    check_bad(
        &["run", &format!("users=2&order=AB#{ABAB}")],
        expect![[r#"
            seatrace: order=AB is not valid: another order stands behind #, and that one counts; order can be given once
        "#]],
    );
}

#[test]
fn what_a_link_says_beside_the_scenario_is_checked() {
    check_bad(
        &["run", "users=2&theme=neon&at=soon"],
        expect![[r#"
            seatrace: at=soon is not valid: at can be a step from 0 on, end, or first-anomaly
            seatrace: theme=neon is not valid: theme can be auto, light, dark or contrast
        "#]],
    );
}

#[test]
fn the_digest_of_a_link_is_compared_with_the_run() {
    let query = "strategy=naive&users=2&clock=free&order=ABAB";
    let says = |args: &[&str]| {
        let output = seatrace(args);
        assert_eq!(output.status.code(), Some(0), "the answer is that of the query");
        assert_ne!(output.stdout, b"");
        text(&output.stderr)
    };
    let right = format!("{query}&d=V815PHMH");
    assert_eq!(says(&["run", &right]), "");
    assert_eq!(says(&["export", &right, "--format", "csv"]), "");
    let wrong = format!("{query}&d=00000000");
    let expected = expect![[r#"
        seatrace: d=00000000 is not this run, which has V815PHMH: the link was changed, or made by a version that runs otherwise
    "#]];
    expected.assert_eq(&says(&["run", &wrong]));
    expected.assert_eq(&says(&["run", &wrong, "--json"]));
    expected.assert_eq(&says(&["export", &wrong, "--format", "csv"]));
    // A link is about its first race.
    let two = wrong.replace("strategy=naive", "strategy=naive,optimistic");
    assert_ne!(says(&["run", &two]), "");
    assert_eq!(says(&["export", &two, "--format", "csv", "--strategy", "optimistic"]), "");
}
