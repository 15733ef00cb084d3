use super::assert_valid;
use crate::scenario::{Param, Scenario, Values, gallery, params};
use crate::units::LETTERS;
use expect_test::expect;

fn explain(param: &Param) -> String {
    let Param { name, unit, .. } = param;
    let help = param.help();
    let default = param.default_text().unwrap_or_default();
    let unit = if unit.is_empty() { String::new() } else { format!(" [{unit}]") };
    format!("{name} = {default}{unit}: {help}\n    {}\n", param.allowed())
}

#[test]
fn the_table_says_what_every_parameter_is() {
    let lines: Vec<String> = params().iter().map(explain).collect();
    let (first, rest) = lines.split_at(lines.len() / 2);
    expect![[r#"
        v = 1: The version of the link.
            1
        s = five-users: The gallery scenario that everything else changes.
            five-users, deadlock, coarse-version, late-payment, orphaned-lock, mixed or your-turn
        strategy = naive,optimistic,pessimistic,two-phase: The strategies that are compared side by side.
            1 to 4 of naive, optimistic, pessimistic and two-phase, none twice, separated by commas
        mix = : The strategies on one show: user i has the i-th, cyclically.
            1 to 26 of naive, optimistic, pessimistic and two-phase, separated by commas (not together with strategy)
        users = 5 [users]: How many users race.
            1 to 10000 (at most 26 with an order)
        seats = 10x10: The shape of the hall.
            ROWSxSEATS, such as 10x10, with at most 100000 seats in all
        seed = 1: The seed of every draw.
            0 to 18446744073709551615
        want = same: Which seats the users want.
            same, each, random, zipf, or for up to 1000 users up to 8 seats each by name, such as D1.D2,D2.D1
        party = 1 [seats]: How many seats each user wants to buy together.
            1 to 8 (at most the seats of the hall, and not with seats named in want)
        arrive = 0 [ms]: When a user arrives after the start.
            a time from 0 to 1440m, or a range MIN..MAX of times (units ms, s and m; without one, ms)
        lat = 0 [ms]: How long each step takes to reach the show.
            a time from 0 to 1440m, or a range MIN..MAX of times (units ms, s and m; without one, ms)
        think = 10..50 [ms]: How long a user thinks between looking and booking.
            a time from 0 to 1440m, or a range MIN..MAX of times (units ms, s and m; without one, ms)
        attempts = 3 [rounds]: How often an optimistic user tries.
            1 to 20
        backoff = none: How long a user waits after a conflict.
            none, fixed, expo, equal, full or decorrelated
        version = show: Whether a version is the show's or a seat's.
            show or seat
    "#]].assert_eq(&first.concat());
    expect![[r#"
        lock = show: Whether a lock is the show's or a seat's.
            show or seat
        lockorder = asked: In which order several locks are taken.
            asked or sorted
        hold = 10m [ms]: How long a hold lives.
            off, or a time from 1ms to 1440m (units ms, s and m; without one, ms)
        expiry = timer: What becomes of a seat whose hold has expired.
            timer, lazy, or sweep:P with a period P from 1ms to 1440m
        pay = 500..2s [ms]: How long a payment takes.
            a time from 0 to 1440m, or a range MIN..MAX of times (units ms, s and m; without one, ms)
        payfail = 10 [percent]: How many payments are declined.
            0 to 100
        paylost = 0 [percent]: How many payments get no answer.
            0 to 100 (at most 100 together with payfail)
        paytimeout = 30s [ms]: How long a user waits for the answer to a payment.
            a time from 1ms to 1440m (units ms, s and m; without one, ms)
        late = refund: What becomes of a payment captured after its hold died.
            refund, accept-if-free or accept
        crash = 0 [crashes]: How many clients may crash.
            0 to 3
        clock = natural: Whether delays count, or only deadlines.
            natural or free
        sched = time: Who chooses the steps that the order does not.
            time, random, rr or pct
        depth = 3: The bug depth that the scheduler pct aims at.
            1 to 9
        order = none: The first choices: a user's letter (p, d or n after it answers a payment, k crashes the client), t for the next deadline, w250 for 250 ms; a count repeats.
            none, or up to 100000 choices such as A3B2tC (with users of the race, and marks that can happen in it)
        you = none: The user who is the person at the page.
            none, or the letter of a user
        clicks = none: The seats that this person clicks.
            none, or up to 8 seats by name, none twice, such as D1.D2 (only with you)
    "#]].assert_eq(&rest.concat());
}

#[test]
fn the_table_agrees_with_the_plain_scenario_and_the_limits() {
    for param in params() {
        if let Values::Words(words) = param.values() {
            assert_eq!(param.default_text().as_deref(), words.first().copied(), "{}", param.name);
        }
        let one_line = param.help().ends_with('.') && !param.help().contains(['\n', '\t']);
        assert!(one_line && param.name == param.name.to_ascii_lowercase(), "{}", param.name);
    }
    let users = params().iter().find(|param| param.name == "users").unwrap();
    assert!(users.rule.contains(&LETTERS.to_string()));
}

#[test]
fn the_gallery_is_valid_and_canonical() {
    for entry in gallery() {
        let scenario = entry.scenario();
        assert_valid(&scenario);
        assert_eq!(scenario.slug, entry.slug);
        let over_plain = Scenario { slug: gallery()[0].slug, ..scenario };
        let changed: Vec<String> = params()
            .iter()
            .filter(|param| param.print(&over_plain) != param.print(&Scenario::plain()))
            .filter_map(|param| Some(format!("{}={}", param.name, param.print(&over_plain)?)))
            .collect();
        assert_eq!(changed.join("&"), entry.changes, "{}", entry.slug);
        let one_line = entry.sentence().ends_with('.') && !entry.sentence().contains("  ");
        assert!(one_line, "{}", entry.sentence());
    }
}
