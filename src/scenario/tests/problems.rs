use super::{assert_valid, check, read};
use crate::scenario::{PARTY_MAX, QUERY_BYTES_MAX, Query, WANT_ORDERS_MAX};
use crate::trace::CHOICES_MAX;
use expect_test::expect;

#[test]
fn a_value_that_is_not_allowed_is_named_with_what_is() {
    check(
        &[
            "v=2&s=six-users&users=0",
            "users",
            "seed=18446744073709551616&users=+5&depth=-1&crash=4",
            "arrive=5..1&hold=0&paytimeout=off&expiry=sweep:0",
            "strategy=naive,,x&mix=",
            "strategy=naive,naive",
            "order=AB1&you=AB&clicks=",
        ],
        expect![[r#"
            "v=2&s=six-users&users=0"
             => v=1
                v=2 is not valid: v can be 1
                s=six-users is not valid: s can be five-users, deadlock, coarse-version, late-payment, orphaned-lock, mixed or your-turn
                users=0 is not valid: users can be 1 to 10000 (at most 26 with an order)
            "users"
             => v=1
                users= is not valid: users can be 1 to 10000 (at most 26 with an order)
            "seed=18446744073709551616&users=+5&depth=-1&crash=4"
             => v=1
                users=+5 is not valid: users can be 1 to 10000 (at most 26 with an order)
                seed=18446744073709551616 is not valid: seed can be 0 to 18446744073709551615
                crash=4 is not valid: crash can be 0 to 3
                depth=-1 is not valid: depth can be 1 to 9
            "arrive=5..1&hold=0&paytimeout=off&expiry=sweep:0"
             => v=1
                arrive=5..1 is not valid: arrive can be a time from 0 to 1440m, or a range MIN..MAX of times (units ms, s and m; without one, ms)
                hold=0 is not valid: hold can be off, or a time from 1ms to 1440m (units ms, s and m; without one, ms)
                expiry=sweep:0 is not valid: expiry can be timer, lazy, or sweep:P with a period P from 1ms to 1440m
                paytimeout=off is not valid: paytimeout can be a time from 1ms to 1440m (units ms, s and m; without one, ms)
            "strategy=naive,,x&mix="
             => v=1
                mix= is not valid: strategy is given too; mix can be 1 to 26 of naive, optimistic, pessimistic and two-phase, separated by commas (not together with strategy)
                strategy=naive,,x is not valid: strategy can be 1 to 4 of naive, optimistic, pessimistic and two-phase, none twice, separated by commas
            "strategy=naive,naive"
             => v=1
                strategy=naive,naive is not valid: naive is listed twice; strategy can be 1 to 4 of naive, optimistic, pessimistic and two-phase, none twice, separated by commas
            "order=AB1&you=AB&clicks="
             => v=1
                order=AB1 is not valid: at character 3: a count is 2 to 9999; order can be none, or up to 100000 choices such as A3B2tC (with users of the race, and marks that can happen in it)
                you=AB is not valid: you can be none, or the letter of a user
                clicks= is not valid: clicks can be none, or up to 8 seats by name, none twice, such as D1.D2 (only with you)
        "#]],
    );
}

#[test]
fn halls_and_seats_that_do_not_exist_are_named() {
    check(
        &[
            "seats=10",
            "seats=1000x101",
            "seats=0x5",
            "seats=4294967296x1",
            "want=D11",
            "want=d1",
            "want=D1.D1",
            "want=A1.A2.A3.A4.A5.A6.A7.A8.A9",
            "s=deadlock&seats=1x1",
            "party=3&seats=1x2",
            "you=A&clicks=K1",
        ],
        expect![[r#"
            "seats=10"
             => v=1
                seats=10 is not valid: seats can be ROWSxSEATS, such as 10x10, with at most 100000 seats in all
            "seats=1000x101"
             => v=1
                seats=1000x101 is not valid: that makes 101000 seats; seats can be ROWSxSEATS, such as 10x10, with at most 100000 seats in all
            "seats=0x5"
             => v=1
                seats=0x5 is not valid: that makes 0 seats; seats can be ROWSxSEATS, such as 10x10, with at most 100000 seats in all
            "seats=4294967296x1"
             => v=1
                seats=4294967296x1 is not valid: seats can be ROWSxSEATS, such as 10x10, with at most 100000 seats in all
            "want=D11"
             => v=1
                want=D11 is not valid: there is no seat D11 in a hall of 10x10; want can be same, each, random, zipf, or for up to 1000 users up to 8 seats each by name, such as D1.D2,D2.D1
            "want=d1"
             => v=1
                want=d1 is not valid: there is no seat d1 in a hall of 10x10; want can be same, each, random, zipf, or for up to 1000 users up to 8 seats each by name, such as D1.D2,D2.D1
            "want=D1.D1"
             => v=1
                want=D1.D1 is not valid: seat D1 is listed twice for one user; want can be same, each, random, zipf, or for up to 1000 users up to 8 seats each by name, such as D1.D2,D2.D1
            "want=A1.A2.A3.A4.A5.A6.A7.A8.A9"
             => v=1
                want=A1.A2.A3.A4.A5.A6.A7.A8.A9 is not valid: a user wants at most 8 seats; want can be same, each, random, zipf, or for up to 1000 users up to 8 seats each by name, such as D1.D2,D2.D1
            "s=deadlock&seats=1x1"
             => v=1&s=deadlock
                seats=1x1 is not valid: there is no seat D1 in a hall of 1x1; seats can be ROWSxSEATS, such as 10x10, with at most 100000 seats in all
            "party=3&seats=1x2"
             => v=1&seats=1x2
                party=3 is not valid: a user wants 3 seats, and the hall has 2; party can be 1 to 8 (at most the seats of the hall, and not with seats named in want)
            "you=A&clicks=K1"
             => v=1&you=A
                clicks=K1 is not valid: there is no seat K1 in a hall of 10x10; clicks can be none, or up to 8 seats by name, none twice, such as D1.D2 (only with you)
        "#]],
    );
}

#[test]
fn parameters_that_do_not_fit_together_are_named() {
    check(
        &[
            "mix=naive&strategy=naive",
            "party=2&want=D1.D2",
            "s=deadlock&party=2",
            "payfail=60&paylost=50",
            "you=F&clicks=A1",
            "clicks=A1",
        ],
        expect![[r#"
            "mix=naive&strategy=naive"
             => v=1&strategy=naive
                mix=naive is not valid: strategy is given too; mix can be 1 to 26 of naive, optimistic, pessimistic and two-phase, separated by commas (not together with strategy)
            "party=2&want=D1.D2"
             => v=1&want=D1.D2
                party=2 is not valid: want names the seats of each user; party can be 1 to 8 (at most the seats of the hall, and not with seats named in want)
            "s=deadlock&party=2"
             => v=1&s=deadlock
                party=2 is not valid: want names the seats of each user; party can be 1 to 8 (at most the seats of the hall, and not with seats named in want)
            "payfail=60&paylost=50"
             => v=1&payfail=60
                paylost=50 is not valid: payfail and paylost make 110 percent together; paylost can be 0 to 100 (at most 100 together with payfail)
            "you=F&clicks=A1"
             => v=1
                you=F is not valid: F is Frank, and there are 5 users; you can be none, or the letter of a user
                clicks=A1 is not valid: nobody clicks, because there is no you; clicks can be none, or up to 8 seats by name, none twice, such as D1.D2 (only with you)
            "clicks=A1"
             => v=1
                clicks=A1 is not valid: nobody clicks, because there is no you; clicks can be none, or up to 8 seats by name, none twice, such as D1.D2 (only with you)
        "#]],
    );
}

#[test]
fn choices_that_a_race_does_not_have_are_named() {
    check(
        &[
            "users=27&order=AB",
            "s=orphaned-lock&users=100",
            "users=2&order=ABC",
            "s=orphaned-lock&users=1",
            "s=orphaned-lock&crash=0",
            "order=Ak",
            "order=Ap&strategy=naive",
            "order=Ap&payfail=60&paylost=40",
            "order=Ad&payfail=0",
            "order=An",
        ],
        expect![[r#"
            "users=27&order=AB"
             => v=1&order=AB
                users=27 is not valid: only 26 of 27 users have a letter in the order; users can be 1 to 10000 (at most 26 with an order)
            "s=orphaned-lock&users=100"
             => v=1&s=orphaned-lock
                users=100 is not valid: only 26 of 100 users have a letter in the order; users can be 1 to 10000 (at most 26 with an order)
            "users=2&order=ABC"
             => v=1&users=2
                order=ABC is not valid: C is Carol, and there are 2 users; order can be none, or up to 100000 choices such as A3B2tC (with users of the race, and marks that can happen in it)
            "s=orphaned-lock&users=1"
             => v=1&s=orphaned-lock
                users=1 is not valid: B is Bob, and there is 1 user; users can be 1 to 10000 (at most 26 with an order)
            "s=orphaned-lock&crash=0"
             => v=1&s=orphaned-lock
                crash=0 is not valid: the order has the mark k, and no crash is allowed; crash can be 0 to 3
            "order=Ak"
             => v=1
                order=Ak is not valid: the order has the mark k, and no crash is allowed; order can be none, or up to 100000 choices such as A3B2tC (with users of the race, and marks that can happen in it)
            "order=Ap&strategy=naive"
             => v=1&strategy=naive
                order=Ap is not valid: the order has the mark p, and nobody pays; order can be none, or up to 100000 choices such as A3B2tC (with users of the race, and marks that can happen in it)
            "order=Ap&payfail=60&paylost=40"
             => v=1&payfail=60&paylost=40
                order=Ap is not valid: the order has the mark p, and no payment is captured; order can be none, or up to 100000 choices such as A3B2tC (with users of the race, and marks that can happen in it)
            "order=Ad&payfail=0"
             => v=1&payfail=0
                order=Ad is not valid: the order has the mark d, and no payment is declined; order can be none, or up to 100000 choices such as A3B2tC (with users of the race, and marks that can happen in it)
            "order=An"
             => v=1
                order=An is not valid: the order has the mark n, and every payment is answered; order can be none, or up to 100000 choices such as A3B2tC (with users of the race, and marks that can happen in it)
        "#]],
    );
}

#[test]
fn what_a_stranger_wrote_is_shortened_and_cannot_steer_a_terminal() {
    let nines = format!("users={}", "9".repeat(60));
    let crosses = format!("want={}", "x".repeat(60));
    check(
        &["users=%1b[31m%0a%e2%80%ae%ff'", &nines, &crosses],
        expect![[r#"
        "users=%1b[31m%0a%e2%80%ae%ff'"
         => v=1
            users=\u{1b}[31m\n\u{202e}�' is not valid: users can be 1 to 10000 (at most 26 with an order)
        "users=999999999999999999999999999999999999999999999999999999999999"
         => v=1
            users=9999999999999999999999999999999999999999… is not valid: users can be 1 to 10000 (at most 26 with an order)
        "want=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
         => v=1
            want=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx… is not valid: there is no seat xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx… in a hall of 10x10; want can be same, each, random, zipf, or for up to 1000 users up to 8 seats each by name, such as D1.D2,D2.D1
    "#]],
    );
}

#[test]
fn the_longest_text_is_read_and_a_longer_one_is_refused() {
    let longest = "&users=3".repeat(QUERY_BYTES_MAX / 8);
    assert_eq!(Query::parse(&longest).map(|s| s.users), Ok(3));
    let too_long = read(&(longest + "4"));
    let (_, said) = too_long.split_once('\n').unwrap();
    expect![[r#"
        => v=1
            link=&users=3&users=3&users=3&users=3&users=3… is not valid: it is 1048577 bytes long; link can be up to 1048576 bytes long
    "#]].assert_eq(said.trim_start());
}

#[test]
fn the_longest_scenario_fits_the_longest_text() {
    let order: Vec<String> = (0..PARTY_MAX).map(|n| format!("A{}", 99_990 + n)).collect();
    let want = vec![order.join("."); WANT_ORDERS_MAX].join(",");
    let choices = "w86400000".repeat(CHOICES_MAX);
    assert_valid(&Query::parse(&format!("seats=1x100000&want={want}&order={choices}")).unwrap());
}
