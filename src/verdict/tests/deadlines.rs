//! seats-add-up and hold-reusable: expiries and sweeps happen when they are due.

use super::*;
use expect_test::expect;

#[test]
fn a_hold_expires_at_the_wrong_time() {
    check(
        "want=D1
        A reserve D1 1
        @599999 A expire D1 1",
        expect![[r#"
            2 seats-add-up D1 A: The hold of Alice on D1 expires at 599999 ms in step 2, but it lasts until 600000 ms.
        "#]],
    );
    check(
        "want=D1
        A reserve D1 1
        @600001 A expire D1 1",
        expect![[r#"
            2 seats-add-up D1 A: The hold of Alice on D1 expires at 600000 ms, but step 2 comes first.
        "#]],
    );
    check(
        "want=D1 hold=off
        A reserve D1 1
        @600000 A expire D1 1",
        expect![[r#"
            2 seats-add-up D1 A: The hold of Alice on D1 expires at step 2, but holds last for ever.
        "#]],
    );
}

#[test]
fn a_hold_that_is_not_there_expires() {
    check(
        "want=D1,D2
        @600000 A expire D1 1",
        expect![[r#"
            1 seats-add-up D1 A: A hold of Alice on D1 expires at step 1, but there is none.
        "#]],
    );
    check(
        "want=D1
        A reserve D1 1
        A release D1 1; A end held
        @600000 A expire D1 1",
        expect![[r#"
            3 seats-add-up D1 A: A hold of Alice on D1 expires at step 3, but there is none.
        "#]],
    );
    check(
        "want=D1
        A reserve D1 1
        @600000 A expire D1 1
        A expire D1 1",
        expect![[r#"
            3 seats-add-up D1 A: A hold of Alice on D1 expires at step 3, but there is none.
        "#]],
    );
}

#[test]
fn a_deadline_is_passed() {
    check(
        "want=D1.D2,D3
        A reserve D1 1
        A reserve D2 2
        @600000 B read D3 free",
        expect![[r#"
            3 seats-add-up D1 A: The hold of Alice on D1 expires at 600000 ms, but step 3 comes first.
            3 seats-add-up D2 A: The hold of Alice on D2 expires at 600000 ms, but step 3 comes first.
            end hold-reusable D1 A: The hold of Alice on D1 should have expired at 600000 ms and never does.
            end hold-reusable D2 A: The hold of Alice on D2 should have expired at 600000 ms and never does.
        "#]],
    );
    check(
        "want=D1,D3 expiry=sweep:700000
        A reserve D1 1
        @600000 A expire D1 1
        @700000 B read D3 free",
        expect![[r#"
            3 seats-add-up D1 A: D1 is to be swept at 700000 ms, but step 3 comes first.
            end hold-reusable D1 A: D1 expired at step 2 and is never swept.
        "#]],
    );
}

#[test]
fn a_sweep_that_is_not_due() {
    check(
        "want=D1 expiry=sweep:7
        - sweep D1 1",
        expect![[r#"
            1 seats-add-up D1 : D1 is swept at step 1, but has not expired.
        "#]],
    );
    check(
        "want=D1 expiry=sweep:700000
        A reserve D1 1
        @600000 A expire D1 1; - sweep D1 1",
        expect![[r#"
            2 seats-add-up D1 : D1 is swept at 600000 ms in step 2, but the sweeper is due at 700000 ms.
        "#]],
    );
    check(
        "want=D1
        A reserve D1 1
        @600000 A expire D1 1; - sweep D1 1",
        expect![[r#"
            2 seats-add-up D1 : D1 is swept at step 2, but has not expired.
        "#]],
    );
    check(
        "want=D1 expiry=sweep:100000
        A reserve D1 1
        @600000 A expire D1 1; - sweep D1 2",
        expect![[r#"
            2 seats-add-up D1 : D1 is swept at step 2, but has not expired.
            end hold-reusable D1 A: D1 expired at step 2 and is never swept.
        "#]],
    );
    check(
        "want=D1 expiry=sweep:7
        A reserve D1 1; A pay asked 0
        - sweep D1 1
        A pay captured 0
        A confirm D1 1; A end booked",
        expect![[r#"
            2 seats-add-up D1 : D1 is swept at step 2, but has not expired.
        "#]],
    );
}

#[test]
fn an_expired_seat_is_never_had_again() {
    check(
        "want=D1,D1 expiry=sweep:700000
        A reserve D1 1
        A crash; A end crashed
        @600000 A expire D1 1
        B reserve D1 held; B end held",
        expect![[r#"
            end hold-reusable D1 A: D1 expired at step 3 and is never swept.
        "#]],
    );
    check(
        "want=D1
        A reserve D1 1
        A crash; A end crashed",
        expect![[r#"
            end hold-reusable D1 A: The hold of Alice on D1 should have expired at 600000 ms and never does.
        "#]],
    );
}

#[test]
fn a_sale_makes_an_unswept_seat_nobodys_worry() {
    check(
        "want=D1,D1 expiry=sweep:700000
        A reserve D1 1
        A crash; A end crashed
        @600000 A expire D1 1
        B write D1; B end booked
        @800000 - wait 1",
        expect![[""]],
    );
}
