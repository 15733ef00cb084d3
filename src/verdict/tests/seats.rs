//! no-double-booking and seats-add-up: who may have a seat, and what is said of it.

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
