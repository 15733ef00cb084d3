//! whole-orders and lost-sale: who gets all of what it asked for, and who gets nothing.

use super::*;
use expect_test::expect;

#[test]
fn a_commit_of_half_an_order() {
    check(
        "want=D1.D2,D3
        A read D1 free 0
        A read D2 free 0
        A commit D1 1
        B read D3 free 1
        A read D2 free 1
        A commit D2 2; A end booked",
        expect![[r#"
            3 whole-orders - A: The purchase of Alice is booked only in part: D1, but not D2.
        "#]],
    );
}

#[test]
fn a_confirm_of_half_an_order() {
    check(
        "want=D1.D2 hold=off
        A reserve D1 1
        A reserve D2 2; A pay asked 0
        A pay captured 0
        A confirm D1 1; A end booked",
        expect![[r#"
            4 whole-orders - A: The purchase of Alice is booked only in part: D1, but not D2.
        "#]],
    );
    check(
        "want=D1.D2 hold=off
        A reserve D1 1
        A reserve D2 2; A pay asked 0
        A pay captured 0
        A confirm D1 1
        A confirm D2 2; A end booked",
        expect![[r#"
            4 whole-orders - A: The purchase of Alice is booked only in part: D1, but not D2.
            5 money-adds-up - A: Alice is given a seat at step 5 without money for it.
        "#]],
    );
}

#[test]
fn half_an_order_is_written_when_the_user_ends() {
    check(
        "want=D1.D2,D3.D4
        A write D1
        B write D3
        A crash; A end crashed
        B write D4
        B crash; B end crashed",
        expect![[r#"
            3 whole-orders - A: The purchase of Alice is booked only in part: D1, but not D2.
        "#]],
    );
    check(
        "want=D1.D2
        A lock 1
        A update D1
        A unlock 0; A end booked",
        expect![[r#"
            3 whole-orders - A: The purchase of Alice is booked only in part: D1, but not D2.
        "#]],
    );
    check(
        "want=D1.D2
        A write D1",
        expect![[r#"
            1 whole-orders - A: The purchase of Alice is booked only in part: D1, but not D2.
        "#]],
    );
    check(
        "want=D1.D2,D1.D2
        A write D1
        A crash
        B write D2",
        expect![[r#"
            2 whole-orders - A: The purchase of Alice is booked only in part: D1, but not D2.
            3 whole-orders - B: The purchase of Bob is booked only in part: D2, but not D1.
        "#]],
    );
}

#[test]
fn a_ticket_that_was_not_ordered() {
    check(
        "want=D1
        A write D2; A end booked",
        expect![[r#"
            1 whole-orders D2 A: Alice gets D2 at step 1, which it never asked for.
        "#]],
    );
    check(
        "want=D1.D2
        A write D1
        A write D2; A end booked
        A write D3",
        expect![[r#"
            3 whole-orders D3 A: Alice gets D3 at step 3, but had ended at step 2.
        "#]],
    );
    check(
        "want=D1,D2
        A write D1; A end booked
        A end taken
        A write D2",
        expect![[r#"
            2 whole-orders - A: Alice is told "taken" and has tickets.
            3 whole-orders D2 A: Alice gets D2 at step 3, but had ended at step 1.
        "#]],
    );
}

#[test]
fn a_ticket_for_a_user_whose_order_is_not_known() {
    check(
        "want=
        A write D1
        A write D2; A end booked",
        expect![[""]],
    );
}

#[test]
fn a_result_that_the_tickets_contradict() {
    check(
        "want=D1,D2
        A end booked
        B write D2; B end taken",
        expect![[r#"
            1 whole-orders - A: Alice is told "booked" and has no ticket.
            2 whole-orders - B: Bob is told "taken" and has tickets.
        "#]],
    );
}

#[test]
fn a_sale_is_lost_to_conflicts() {
    check(
        "want=D1,D2,D2.D3
        A read D1 free 0
        B read D2 free 0
        C read D2 free 0
        C read D3 free 0
        A commit D1 1; A end booked
        B commit D2 conflict 1; B end gave-up
        C commit D2 conflict 1; C end gave-up",
        expect![[r#"
            end lost-sale D2 BC: D2 stays unsold, though Bob and Carol, who wanted it, gave up after conflicts.
            end lost-sale D3 C: D3 stays unsold, though Carol, who wanted it, gave up after conflicts.
        "#]],
    );
}
