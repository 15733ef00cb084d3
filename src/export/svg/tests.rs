//! The picture is well formed, stands alone and says what it leaves out.

use super::{Ground, picture, svg, wrapped};
use crate::export::tests::{run, runs};
use expect_test::expect_file;

#[test]
fn a_double_booking_is_a_picture() {
    let run = run("strategy=naive&users=2&clock=free&order=ABAB");
    expect_file!["golden/double-booking.svg"].assert_eq(&svg(&run, Ground::Light));
    expect_file!["golden/double-booking-dark.svg"].assert_eq(&svg(&run, Ground::Dark));
}

#[test]
fn a_picture_of_a_step_shows_nothing_of_what_comes_after() {
    let run = run("strategy=naive&users=2&clock=free&order=ABAB");
    let text = picture(&run, 3, false);
    check_well_formed(&text);
    assert!(text.contains("The wanted seat, after step 3") && text.contains("No rule is broken"));
    assert!(!text.contains("class='bad'") && !text.contains("double-booking"), "{text}");
    assert_eq!(picture(&run, 4, true), svg(&run, Ground::Dark));
    let before = picture(&run, 0, false);
    check_well_formed(&before);
    assert!(before.contains("after step 0"));
}

/// The names of the elements that are opened and closed, in their order.
fn check_well_formed(text: &str) {
    let mut open = Vec::new();
    for part in text.split('<').skip(1) {
        let (tag, content) = part.split_once('>').expect("a tag is closed");
        assert_eq!(tag.matches('\'').count() % 2, 0, "quotes of {tag}");
        let amps = content.match_indices('&').all(|(at, _)| content[at..].contains(';'));
        assert!(amps, "{content}");
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name));
        } else if !tag.ends_with('/') {
            open.push(tag.split_whitespace().next().unwrap_or_default());
        }
    }
    assert!(open.is_empty(), "{open:?}");
}

#[test]
fn pictures_are_well_formed_and_stand_alone() {
    let more = ["strategy=naive&users=300&want=random", "strategy=two-phase&users=8&hold=1s&lat=5"];
    for run in runs().into_iter().chain(more.into_iter().map(run)) {
        for ground in [Ground::Light, Ground::Dark] {
            let text = svg(&run, ground);
            check_well_formed(&text);
            assert!(text.contains("<title id='t'>") && text.contains("<desc id='d'>"));
            let links =
                text.match_indices("href='").all(|(at, _)| text[at..].starts_with("href='#n-"));
            let outside = text.replace("http://www.w3.org/2000/svg", "").contains("://");
            assert!(links && !outside && !text.contains("var(") && !text.contains("url("));
            assert!(text.len() < 100_000, "{}", text.len());
        }
    }
}

#[test]
fn what_is_left_out_is_said() {
    let text = svg(&run("strategy=naive&users=300&want=random&clock=free"), Ground::Light);
    for note in
        ["292 more users not drawn, steps ", " more wanted seats not drawn", "And 292 more users."]
    {
        assert!(text.contains(note), "{note}");
    }
}

#[test]
fn a_long_verdict_has_two_lines() {
    assert_eq!(wrapped("short"), ["short"]);
    let long = "word ".repeat(60);
    let lines = wrapped(&long);
    assert_eq!(lines.len(), 2);
    assert!(lines[1].ends_with('…') && lines[0].len() <= 84);
    assert_eq!(wrapped(&"word ".repeat(18)), ["word ".repeat(9).trim_end(); 2]);
}
