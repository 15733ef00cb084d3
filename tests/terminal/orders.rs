//! What `explore` prints.

use super::{check_bad, check_good, seatrace, text};
use expect_test::expect;

#[test]
fn exploring_prints_what_every_order_ends_in() {
    check_good(
        &["explore", "users=3&strategy=naive,optimistic"],
        expect![[r#"
            === Every order: naive ===
            66 orders, through 14 states. Each order is counted once; a share is not a probability.

            orders   share  ends in         tickets  booked  gave up  expired  example
                24  36.3 %  double-booking        2       2        0        0  ABABC
                36  54.5 %  double-booking        3       3        0        0  ABCABC
                 6   9.0 %  fine                  1       1        0        0  A2BC

            The clearest double-booking: AB2AC (5 steps, 1 switch)
            See it: seatrace run 'v=1&strategy=naive&users=3&clock=free&order=AB2AC'
            Orders with double-booking by number of switches: 0: 0, 1: 12, 2: 24, 3: 24
            A test finds it with the scheduler ... in 1 run, in 100 runs:
              random         66.7 %   100.0 %
              pct, depth 1    0.0 %     0.0 %
              pct, depth 2    5.6 %    99.7 %
              pct, depth 3   11.7 %  > 99.9 %
              time           83.1 %   100.0 %

            === Every order: optimistic ===
            150 orders, through 14 states. Each order is counted once; a share is not a probability.

            orders  share  ends in  tickets  booked  gave up  expired  example
               150  100 %  fine           1       1        0        0  A2BC

            In no order is a seat sold twice, does anybody wait for ever, pay for nothing, wait for a refund, or is a sale lost.
        "#]],
    );
    check_good(
        &["explore", "users=2&strategy=pessimistic&want=D1.D2,D2.D1&lock=seat"],
        expect![[r#"
            === Every order: pessimistic ===
            30 orders, through 45 states. Each order is counted once; a share is not a probability.

            orders   share  ends in   tickets  booked  gave up  expired  example
                 4  13.3 %  deadlock        0       0        0        0  ABAB
                26  86.6 %  fine            2       1        0        0  A8B5

            The clearest deadlock: AB2A (4 steps, 1 switch)
            See it: seatrace run 'v=1&strategy=pessimistic&users=2&want=D1.D2,D2.D1&lock=seat&clock=free&order=AB2A'
            Orders with deadlock by number of switches: 0: 0, 1: 2, 2: 2
            A test finds it with the scheduler ... in 1 run, in 100 runs:
              random         50.0 %   100.0 %
              pct, depth 1    0.0 %     0.0 %
              pct, depth 2    5.6 %    99.7 %
              pct, depth 3   11.7 %  > 99.9 %
              time            0.8 %    55.2 %
        "#]],
    );
    check_good(
        &["explore", "users=2&strategy=two-phase&payfail=100"],
        expect![[r#"
        === Every order: two-phase ===
        124 orders, through 23 states. Each order is counted once; a share is not a probability.

        orders   share  ends in  tickets  booked  gave up  expired  example
             6   4.8 %  unsold         0       0        0        0  AAdABBdB
            38  30.6 %  unsold         0       0        0        1  AAdABBdtB
            80  64.5 %  unsold         0       0        0        2  AAdtABBdtB

        In no order is a seat sold twice, does anybody wait for ever, pay for nothing, wait for a refund, or is a sale lost.
        In no order does anybody get a seat: that is not correct either.
    "#]],
    );
}

#[test]
fn exploring_prints_one_json_object_a_strategy_and_the_same_twice() {
    let args = ["explore", "users=2&mix=naive,two-phase&hold=off&payfail=0", "--json"];
    let [first, second] = [(); 2].map(|()| text(&seatrace(&args).stdout));
    let without_time = |text: &str| -> serde_json::Value {
        let mut object: serde_json::Value = serde_json::from_str(text).expect("one JSON object");
        let elapsed = object.as_object_mut().and_then(|fields| fields.remove("elapsed_ms"));
        assert!(elapsed.is_some_and(|ms| ms.is_u64()), "{text}");
        object
    };
    assert_eq!(without_time(&first), without_time(&second));
    let cut = |text: &str| text.split("\"elapsed_ms\"").next().map(str::to_owned);
    assert_eq!(cut(&first), cut(&second));
    expect![[r#"{"v":1,"strategy":"mix","query":"v=1&mix=naive,two-phase&users=2&hold=off&payfail=0&clock=free","complete":true,"stopped":null,"states":14,"transitions":17,"schedules":"10","outcomes":[{"class":"double-booking","tickets":2,"booked":2,"gave_up":0,"expired":0,"schedules":"8","order":"ABABpB"},{"class":"fine","tickets":1,"booked":1,"gave_up":0,"expired":0,"schedules":"2","order":"A2B"}],"witness":{"class":"double-booking","order":"ABBpBA","steps":5,"switches":1,"query":"v=1&mix=naive,two-phase&users=2&hold=off&payfail=0&clock=free&order=ABBpBA","by_switches":["0","3","4","1"],"odds":{"random":0.625,"runs":1000,"pct":[0,127,229],"time":878}},"sometimes":[{"property":"somebody-books","holds":true}],"#]].assert_eq(&cut(&first).unwrap_or_default());
}

#[test]
fn exploring_stops_at_a_limit_with_what_it_has_and_code_3() {
    let args = ["explore", "users=9&strategy=naive", "--max-states", "5000", "--no-symmetry"];
    let output = seatrace(&args);
    assert_eq!(output.status.code(), Some(3));
    assert_eq!(text(&output.stderr), "");
    expect![[r#"
        === Every order: naive ===
        Stopped at 5,000 states. So far: 2,592,336 orders, through 5,000 states; there may be other outcomes.

         orders   share  ends in         tickets  booked  gave up  expired  example
         80,640   3.1 %  double-booking        2       2        0        0  ABABCDEFGHI
        120,960   4.6 %  double-booking        3       3        0        0  ABCABCDEFGHI
        161,280   6.2 %  double-booking        4       4        0        0  ABCDABCDEFGHI
        201,600   7.7 %  double-booking        5       5        0        0  ABCDEABCDEFGHI
        241,920   9.3 %  double-booking        6       6        0        0  ABCDEFABCDEFGHI
        374,736  14.4 %  double-booking        7       7        0        0  ABCDEFGABCDEFGHI
        645,120  24.8 %  double-booking        8       8        0        0  ABCDEFGHABCDEFGHI
        725,760  27.9 %  double-booking        9       9        0        0  ABCDEFGHIABCDEFGHI
         40,320   1.5 %  fine                  1       1        0        0  A2BCDEFGHI

        An example of double-booking: ABABCDEFGHI (11 steps, 2 switches)
        See it: seatrace run 'v=1&strategy=naive&users=9&clock=free&order=ABABCDEFGHI'
    "#]].assert_eq(&text(&output.stdout));
    check_bad(
        &["explore", "users=27"],
        expect![[r#"
        seatrace: naive cannot be explored: there are 27 users; orders of at most 26 can be explored
    "#]],
    );
    check_bad(
        &["explore", "strategy=psychic"],
        expect![[r#"
        seatrace: strategy=psychic is not valid: strategy can be 1 to 4 of naive, optimistic, pessimistic and two-phase, none twice, separated by commas
    "#]],
    );
    check_bad(
        &["explore", "--max-states", "0"],
        expect![[r#"
        seatrace: --max-states needs a whole number from 1 on, not "0"
    "#]],
    );
}
