//! money-adds-up, one-capture and refund-paid: what becomes of payments.

use super::*;
use expect_test::expect;

#[test]
fn a_seat_without_money() {
    check(
        "want=D1 hold=off
        A reserve D1 1; A pay asked 0
        A confirm D1 1; A end booked",
        expect![[r#"
            2 money-adds-up - A: Alice is given a seat at step 2 without money for it.
        "#]],
    );
    check(
        "want=D1 hold=off
        A reserve D1 1; A pay asked 0
        A pay declined 0
        A confirm D1 1; A end booked",
        expect![[r#"
            3 money-adds-up - A: Alice is given a seat at step 3 without money for it.
        "#]],
    );
    check(
        "want=D1
        A reserve D1 1; A pay asked 0
        @600000 A expire D1 1
        A pay captured 0
        A confirm D1 refused 1
        A refund 0
        A confirm D1 1; A end booked",
        expect![[r#"
            6 live-token D1 A: Alice confirms D1 with token 1 at step 6, but that hold was over by step 2.
            6 money-adds-up - A: Alice is given a seat at step 6 without money for it.
        "#]],
    );
}

#[test]
fn a_refund_that_is_not_due() {
    check(
        "want=D1 hold=off
        A reserve D1 1; A pay asked 0
        A pay captured 0
        A confirm D1 1
        A refund 0; A end booked",
        expect![[r#"
            4 money-adds-up - A: Alice is refunded at step 4, but no refund is due.
        "#]],
    );
    check(
        "want=D1
        A reserve D1 1; A pay asked 0
        @600000 A expire D1 1
        A pay captured 0
        A confirm D1 refused 1
        A refund 0
        A refund 0; A end refunded",
        expect![[r#"
            6 money-adds-up - A: Alice is refunded at step 6, but no refund is due.
        "#]],
    );
    check(
        "want=D1 hold=off
        A reserve D1 1; A pay asked 0
        A pay captured 0
        A refund 0
        A cancel D1 1; A end refunded",
        expect![[r#"
            3 money-adds-up - A: Alice is refunded at step 3, but no refund is due.
        "#]],
    );
}

#[test]
fn a_refusal_without_money() {
    check(
        "want=D1
        A reserve D1 1; A pay asked 0
        @600000 A expire D1 1
        A confirm D1 refused 1
        A pay captured 0",
        expect![[r#"
            3 money-adds-up - A: Alice is refused a confirm at step 3 without a captured payment.
        "#]],
    );
}

#[test]
fn money_that_went_nowhere() {
    check(
        "want=D1 hold=off
        A reserve D1 1; A pay asked 0
        A pay captured 0
        A cancel D1 1; A end declined",
        expect![[r#"
            3 money-adds-up - A: Alice ends as "declined" at step 3, but has paid at step 2 and got nothing.
        "#]],
    );
    check(
        "want=D1 hold=off
        A reserve D1 1; A pay asked 0
        A pay captured 0",
        expect![[r#"
            2 money-adds-up - A: Alice has paid at step 2 and has neither a seat nor the money at the end.
        "#]],
    );
}

#[test]
fn a_crash_leaves_money_in_flight() {
    check(
        "want=D1
        A reserve D1 1; A pay asked 0
        A pay captured 0
        A crash; A end crashed
        @600000 A expire D1 1",
        expect![[""]],
    );
}

#[test]
fn an_answer_that_nobody_waits_for() {
    check(
        "want=D1
        A pay captured 0",
        expect![[r#"
            1 money-adds-up - A: Alice is answered "captured" at step 1, but no payment is asked.
        "#]],
    );
    check(
        "want=D1
        A pay asked 0
        A pay no-answer 0
        A pay captured 0",
        expect![[r#"
            3 money-adds-up - A: Alice is answered "captured" at step 3, but no payment is asked.
        "#]],
    );
    check(
        "want=D1
        A pay captured 0
        A pay captured 0",
        expect![[r#"
            1 money-adds-up - A: Alice is answered "captured" at step 1, but no payment is asked.
            2 one-capture - A: Alice is charged a second time at step 2.
        "#]],
    );
}

#[test]
fn an_end_that_the_payment_contradicts() {
    check(
        "want=D1,D2,D3,D4 hold=off
        A pay asked 0; A end unpaid
        B end refunded
        C reserve D3 1; C pay asked 2
        C pay captured 2
        C confirm D3 1; C end taken
        D reserve D4 2; D pay asked 3
        D pay declined 3
        D cancel D4 2; D end unpaid",
        expect![[r#"
            1 money-adds-up - A: Alice ends as "unpaid" at step 1, but is still being asked to pay.
            2 money-adds-up - B: Bob ends as "refunded" at step 2, but has not paid.
            5 money-adds-up - C: Carol ends as "taken" at step 5, but has paid for a seat at step 5.
            5 whole-orders - C: Carol is told "taken" and has tickets.
            8 money-adds-up - D: Dave ends as "unpaid" at step 8, but was declined.
        "#]],
    );
    check(
        "want=D1
        A reserve D1 1; A pay asked 0
        @600000 A expire D1 1
        A pay captured 0
        A confirm D1 refused 1
        A refund 0; A end booked",
        expect![[r#"
            5 money-adds-up - A: Alice ends as "booked" at step 5, but was refunded.
            5 whole-orders - A: Alice is told "booked" and has no ticket.
        "#]],
    );
}

#[test]
fn two_captures() {
    check(
        "want=D1 hold=off
        A reserve D1 1; A pay asked 0
        A pay captured 0
        A pay captured 0
        A confirm D1 1; A end booked",
        expect![[r#"
            3 one-capture - A: Alice is charged a second time at step 3.
        "#]],
    );
    check(
        "want=D1 hold=off
        A reserve D1 1; A pay asked 0
        A pay captured 0
        A confirm D1 1; A end booked
        A pay captured 0",
        expect![[r#"
            4 one-capture - A: Alice is charged a second time at step 4.
        "#]],
    );
    check(
        "want=D1 hold=off
        A reserve D1 1; A pay asked 0
        A pay captured 0
        A pay asked 0
        A pay captured 0
        A confirm D1 1; A end booked",
        expect![[r#"
            4 one-capture - A: Alice is charged a second time at step 4.
        "#]],
    );
}

#[test]
fn a_refund_that_is_never_paid() {
    check(
        "want=D1
        A reserve D1 1; A pay asked 0
        @600000 A expire D1 1
        A pay captured 0
        A confirm D1 refused 1
        A crash; A end crashed",
        expect![[r#"
            end refund-paid - A: The refund of Alice is due since step 4 and never paid.
        "#]],
    );
    check(
        "want=D1
        A reserve D1 1; A pay asked 0
        @600000 A expire D1 1
        A pay captured 0
        A confirm D1 refused 1; A end refund-due",
        expect![[r#"
            end refund-paid - A: The refund of Alice is due since step 4 and never paid.
        "#]],
    );
}
