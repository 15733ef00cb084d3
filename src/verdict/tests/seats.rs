//! no-double-booking, seats-add-up and hold-reusable: what becomes of the seats.

use super::*;
use expect_test::expect;

#[test]
fn a_seat_sold_twice() {
    check(
        "want=D1,D1
        A read D1 free
        B read D1 free
        A write D1; A end booked
        B write D1; B end booked",
        expect![[r#"
            4 no-double-booking D1 AB: D1 is sold twice: to Alice at step 3 and to Bob at step 4, who had read it at step 2.
        "#]],
    );
    check(
        "want=D1,D1,D1
        A write D1; A end booked
        B write D1; B end booked
        C write D1; C end booked",
        expect![[r#"
            2 no-double-booking D1 AB: D1 is sold twice: to Alice at step 1 and to Bob at step 2.
        "#]],
    );
    check(
        "want=D1,D1
        A reserve D1 1; A pay asked 0
        B lock D1 1
        B check D1 free
        B update D1
        A pay captured 0
        A confirm D1 1; A end booked
        B unlock D1 0; B end booked",
        expect![[r#"
            6 no-double-booking D1 BA: D1 is sold twice: to Bob at step 4 and to Alice at step 6, who had held it since step 1.
        "#]],
    );
    check(
        "want=D1,D1
        A read D1 free 0
        B reserve D1 1; B pay asked 1
        B pay captured 1
        B confirm D1 1; B end booked
        A commit D1 1; A end booked",
        expect![[r#"
            5 no-double-booking D1 BA: D1 is sold twice: to Bob at step 4 and to Alice at step 5, who had read it at step 1.
            5 version-step D1 A: Alice commits D1 at step 5, but Bob has it booked since step 4.
        "#]],
    );
}

#[test]
fn one_user_gets_a_second_ticket() {
    check(
        "want=D1
        A write D1
        A write D1; A end booked",
        expect![[r#"
            2 seats-add-up D1 A: Alice gets a second ticket of D1 at step 2.
        "#]],
    );
}

#[test]
fn a_seat_that_is_not_free_is_held() {
    check(
        "want=D1,D1
        A write D1; A end booked
        B reserve D1 1; B pay asked 1
        B pay declined 1
        B cancel D1 1; B end declined",
        expect![[r#"
            2 seats-add-up D1 BA: Bob gets a hold of D1 at step 2, but Alice has it booked since step 1.
        "#]],
    );
    check(
        "want=D1,D1 hold=off
        A reserve D1 1; A pay asked 0
        B reserve D1 2; B pay asked 1",
        expect![[r#"
            2 seats-add-up D1 BA: Bob gets a hold of D1 at step 2, but Alice holds it since step 1.
        "#]],
    );
    check(
        "want=D1,D1 expiry=sweep:700000
        A reserve D1 1; A pay asked 0
        @600000 A expire D1 1
        B reserve D1 2; B pay asked 1
        B pay declined 1
        B cancel D1 2; B end declined",
        expect![[r#"
            3 seats-add-up D1 BA: Bob gets a hold of D1 at step 3, but it expired at step 2 and is not swept yet.
        "#]],
    );
}

#[test]
fn answers_that_the_books_contradict() {
    check(
        "want=D1,D1
        A write D1; A end booked
        B read D1 free",
        expect![[r#"
            2 seats-add-up D1 BA: Bob is told at step 2 that D1 is free, but Alice has it booked since step 1.
        "#]],
    );
    check(
        "want=D1,D1
        A read D1 taken; A end taken
        B read D1 mine; B end taken",
        expect![[r#"
            1 seats-add-up D1 A: Alice is told at step 1 that D1 is booked, but nobody else has a ticket.
        "#]],
    );
    check(
        "want=D1,D2
        A lock D1 1
        A check D1 mine
        B reserve D2 taken; B end taken",
        expect![[r#"
            2 seats-add-up D1 A: Alice is told at step 2 that D1 is its own, but it has no ticket.
            3 seats-add-up D2 B: Bob is told at step 3 that D2 is booked, but nobody else has a ticket.
        "#]],
    );
    check(
        "want=D1,D1
        A reserve D1 1
        @600000 A expire D1 1
        B reserve D1 held; B end held",
        expect![[r#"
            3 seats-add-up D1 B: Bob is told at step 3 that D1 is held, but it is not.
        "#]],
    );
}

#[test]
fn a_hold_that_is_not_there_is_given_back() {
    check(
        "want=D1,D2
        A release D1 1; A end held
        B reserve D2 2
        B cancel D2 1",
        expect![[r#"
            1 seats-add-up D1 A: Alice frees D1 at step 1, but does not hold it.
            3 seats-add-up D2 B: Bob frees D2 at step 3, but does not hold it.
            end hold-reusable D2 B: The hold of Bob on D2 should have expired at 600000 ms and never does.
        "#]],
    );
    check(
        "want=D1.D2,D1 hold=off
        A reserve D1 1
        B release D1 1; B end held
        A release D1 gone 1; A end held",
        expect![[r#"
            2 seats-add-up D1 B: Bob frees D1 at step 2, but does not hold it.
        "#]],
    );
}

#[test]
fn a_live_hold_is_called_gone() {
    check(
        "want=D1 hold=off
        A reserve D1 1; A pay asked 0
        A pay declined 0
        A cancel D1 gone 1; A end declined",
        expect![[r#"
            3 seats-add-up D1 A: Alice is told at step 3 that its hold of D1 is gone, but it is live.
        "#]],
    );
}

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
}

#[test]
fn a_seat_outside_the_hall() {
    check(
        "want=C10,D1 hall=3x10
        A write C10; A end booked
        B read D1 free
        B write D1; B end booked",
        expect![[r#"
            2 seats-add-up D1 B: The hall has no seat D1.
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
