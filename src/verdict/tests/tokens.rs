//! live-token: what opens a seat.

use super::*;
use expect_test::expect;

#[test]
fn a_confirm_after_the_hold_has_died() {
    check(
        "want=D1
        A reserve D1 1; A pay asked 0
        @600000 A expire D1 1
        A pay captured 0
        A confirm D1 1; A end booked",
        expect![[r#"
            4 live-token D1 A: Alice confirms D1 with token 1 at step 4, but that hold was over by step 2.
        "#]],
    );
    check(
        "want=D1,D1 late=accept
        A reserve D1 1; A pay asked 0
        @600000 A expire D1 1
        A pay captured 0
        B reserve D1 2; B pay asked 1
        A confirm D1 late 1; A end booked
        B pay captured 1
        B confirm D1 2; B end booked",
        expect![[r#"
            5 live-token D1 A: Alice confirms D1 with token 1 at step 5, but Bob has held it since step 4, with token 2.
            7 no-double-booking D1 AB: D1 is sold twice: to Alice at step 5 and to Bob at step 7, who had held it since step 4.
        "#]],
    );
}

#[test]
fn a_confirm_with_the_token_of_somebody_else() {
    check(
        "want=D1,D1
        A reserve D1 1; A pay asked 0
        B pay asked 1
        B pay captured 1
        B confirm D1 1; B end booked",
        expect![[r#"
            4 live-token D1 B: Bob confirms D1 with token 1 at step 4, but Alice has held it since step 1, with token 1.
        "#]],
    );
    check(
        "want=D1
        A pay asked 0
        A pay captured 0
        A confirm D1 1; A end booked",
        expect![[r#"
            3 live-token D1 A: Alice confirms D1 with token 1 at step 3, but nobody has ever held it.
        "#]],
    );
    check(
        "want=D1
        A reserve D1 1; A pay asked 0
        A pay captured 0
        A release D1 1
        A confirm D1 1; A end booked",
        expect![[r#"
            4 live-token D1 A: Alice confirms D1 with token 1 at step 4, but that hold was given back at step 3.
        "#]],
    );
}

#[test]
fn late_but_not_free() {
    check(
        "want=D1,D1 late=accept-if-free
        A reserve D1 1; A pay asked 0
        @600000 A expire D1 1
        A pay captured 0
        B reserve D1 2
        A confirm D1 late-free 1; A end booked
        B release D1 2; B end held",
        expect![[r#"
            5 live-token D1 A: Alice confirms D1 with token 1 at step 5, but Bob has held it since step 4, with token 2.
        "#]],
    );
    check(
        "want=D1,D1 late=accept-if-free
        A reserve D1 1; A pay asked 0
        @600000 A expire D1 1
        A pay captured 0
        B write D1; B end booked
        A confirm D1 late-free 1; A end booked",
        expect![[r#"
            5 no-double-booking D1 BA: D1 is sold twice: to Bob at step 4 and to Alice at step 5, whose hold had died before.
            5 live-token D1 A: Alice confirms D1 with token 1 at step 5, but Bob has it booked since step 4.
        "#]],
    );
    check(
        "want=D1 late=accept-if-free expiry=sweep:700000
        A reserve D1 1; A pay asked 0
        @600000 A expire D1 1
        A pay captured 0
        A confirm D1 late-free 1; A end booked
        @700000 - sweep D1 1",
        expect![[r#"
            4 live-token D1 A: Alice confirms D1 with token 1 at step 4, but that hold expired at step 2, and the seat is not swept yet.
        "#]],
    );
}

#[test]
fn late_and_free_where_that_is_refunded() {
    check(
        "want=D1
        A reserve D1 1; A pay asked 0
        @600000 A expire D1 1
        A pay captured 0
        A confirm D1 late-free 1; A end booked",
        expect![[r#"
            4 live-token D1 A: Alice confirms D1 with token 1 at step 4, but late payments are not accepted.
        "#]],
    );
}

#[test]
fn a_live_token_is_refused() {
    check(
        "want=D1 hold=off
        A reserve D1 1; A pay asked 0
        A pay captured 0
        A confirm D1 refused 1
        A refund 0; A end refunded",
        expect![[r#"
            3 live-token D1 A: Alice is refused D1 at step 3, but its token 1 is live.
        "#]],
    );
}

#[test]
fn a_token_is_used_again() {
    check(
        "want=D1,D1
        A reserve D1 1
        A release D1 1; A end held
        B reserve D1 1
        B release D1 1; B end held",
        expect![[r#"
            3 live-token D1 B: Bob gets token 1 for D1 at step 3, though Alice had token 1 since step 1.
        "#]],
    );
}
