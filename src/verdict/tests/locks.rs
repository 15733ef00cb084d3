//! lock-owner: who works under which lock.

use super::*;
use expect_test::expect;

#[test]
fn a_lock_is_taken_from_its_owner() {
    check(
        "want=D1,D1
        A lock D1 1
        B lock D1 1
        B check D1 free
        B unlock D1 0; B end taken
        A unlock D1 0; A end taken",
        expect![[r#"
            2 lock-owner D1 BA: Bob takes the lock of D1 at step 2, but Alice owns it.
        "#]],
    );
}

#[test]
fn a_lock_is_taken_past_the_queue() {
    check(
        "want=D1,D1,D1
        A lock D1 1
        B lock D1 queued
        A unlock D1 0; C lock D1 1; A end taken",
        expect![[r#"
            3 lock-owner D1 CB: Carol takes the lock of D1 at step 3, but Bob has waited longer.
            end deadlock D1 B: Bob waits for ever for the lock of D1: Carol owns it and never gives it back.
        "#]],
    );
    check(
        "want=D1,D1,D1
        A lock D1 1
        B lock D1 queued
        C lock D1 queued
        A unlock D1 0; C lock D1 granted 1; A end taken
        C unlock D1 0; B lock D1 granted 1; C end taken
        B unlock D1 0; B end taken",
        expect![[r#"
            4 lock-owner D1 CB: Carol is granted the lock of D1 at step 4 out of turn.
        "#]],
    );
}

#[test]
fn a_lock_is_granted_that_nobody_gave_up() {
    check(
        "want=D1,D1
        A lock D1 1
        B lock D1 queued
        B lock D1 granted 1",
        expect![[r#"
            3 lock-owner D1 BA: Bob takes the lock of D1 at step 3, but Alice owns it.
        "#]],
    );
    check(
        "want=D1,D1
        A lock D1 1
        A unlock D1 0; B lock D1 granted 1; A end taken",
        expect![[r#"
            2 lock-owner D1 B: Bob is granted the lock of D1 at step 2 out of turn.
        "#]],
    );
    check(
        "want=D1,D1,D2
        A lock D1 1
        B lock D1 queued
        A unlock D1 0; A end taken
        C lock D2 1; B lock D1 granted 1
        B unlock D1 0; B end taken
        C unlock D2 0; C end taken",
        expect![[r#"
            3 lock-owner D1 B: Step 3 gives up the lock of D1, but does not hand it to Bob, who waits for it.
        "#]],
    );
}

#[test]
fn a_lock_is_not_handed_over() {
    check(
        "want=D1,D1,D2
        A lock D1 1
        B lock D1 queued
        A unlock D1 0; A end taken
        C read D2 free",
        expect![[r#"
            3 lock-owner D1 B: Step 3 gives up the lock of D1, but does not hand it to Bob, who waits for it.
            end deadlock D1 B: Bob waits for ever for the lock of D1: nobody owns it, and nobody hands it over.
        "#]],
    );
    check(
        "want=D1,D1
        A lock D1 1
        B lock D1 queued
        A unlock D1 0; A end taken; B end waiting",
        expect![[r#"
            3 lock-owner D1 B: Step 3 gives up the lock of D1, but does not hand it to Bob, who waits for it.
            end deadlock D1 B: Bob waits for ever for the lock of D1: nobody owns it, and nobody hands it over.
        "#]],
    );
}

#[test]
fn a_queue_for_a_lock_that_is_not_taken() {
    check(
        "want=D1
        A lock D1 queued
        A end waiting",
        expect![[r#"
            1 lock-owner D1 A: Alice waits for the lock of D1 at step 1, but nobody owns it.
            end deadlock D1 A: Alice waits for ever for the lock of D1: nobody owns it, and nobody hands it over.
        "#]],
    );
    check(
        "want=D1
        A lock D1 1
        A lock D1 queued
        A end waiting",
        expect![[r#"
            2 lock-owner D1 A: Alice waits for the lock of D1 at step 2, but owns it.
            end deadlock - A: Deadlock: Alice waits for the lock of D1, which Alice owns.
        "#]],
    );
}

#[test]
fn a_depth_that_is_wrong() {
    check(
        "want=D1
        A lock D1 2
        A unlock D1 0; A end taken",
        expect![[r#"
            1 lock-owner D1 A: Alice takes the lock of D1 to depth 2 at step 1, from 0.
        "#]],
    );
    check(
        "want=D1
        A lock 1
        A lock 2
        A unlock 0; A end taken",
        expect![[r#"
            3 lock-owner - A: Alice gives the lock of the show back to depth 0 at step 3, from 2.
        "#]],
    );
}

#[test]
fn a_lock_is_given_back_by_somebody_else() {
    check(
        "want=D1,D1
        A lock D1 1
        B unlock D1 0; B end taken
        A check D1 free",
        expect![[r#"
            2 lock-owner D1 BA: Bob gives the lock of D1 back at step 2, but Alice owns it.
        "#]],
    );
    check(
        "want=D1
        A unlock D1 0; A end taken",
        expect![[r#"
            1 lock-owner D1 A: Alice gives the lock of D1 back at step 1, but nobody owns it.
        "#]],
    );
}

#[test]
fn work_without_the_lock() {
    check(
        "want=D1,D2
        A check D1 free
        B lock D1 1
        B update D2; B unlock D1 0; B end booked",
        expect![[r#"
            1 lock-owner D1 A: Alice checks D1 at step 1 without owning its lock.
            3 lock-owner D2 B: Bob books D2 at step 3 without owning its lock.
        "#]],
    );
    check(
        "want=D1
        A lock 1
        A check D1 free
        A unlock 0
        A update D1; A end booked",
        expect![[r#"
            4 lock-owner D1 A: Alice books D1 at step 4 without owning its lock.
        "#]],
    );
}

#[test]
fn a_waiter_does_something() {
    check(
        "want=D1,D1
        A lock D1 1
        B lock D1 queued
        B check D1 free
        A unlock D1 0; B lock D1 granted 1; A end taken
        B unlock D1 0; B end taken",
        expect![[r#"
            3 lock-owner D1 B: Bob acts at step 3 while it waits for the lock of D1.
        "#]],
    );
}

#[test]
fn a_lock_is_kept_for_ever() {
    check(
        "want=D1
        A lock D1 1
        A check D1 free
        A update D1; A end booked",
        expect![[r#"
            3 lock-owner D1 A: Alice ends at step 3 and still owns the lock of D1.
        "#]],
    );
    check(
        "want=D1
        A lock 1
        A lock 2
        A end taken",
        expect![[r#"
            3 lock-owner - A: Alice ends at step 3 and still owns the lock of the show.
        "#]],
    );
}

#[test]
fn a_wait_in_no_queue() {
    check(
        "want=D1
        A end waiting",
        expect![[r#"
            1 lock-owner - A: Alice ends waiting at step 1, but is in no queue.
        "#]],
    );
}

#[test]
fn a_crashed_waiter_leaves_the_queue() {
    check(
        "want=D1,D1,D1
        A lock D1 1
        B lock D1 queued
        C lock D1 queued
        B crash; B end crashed
        A unlock D1 0; C lock D1 granted 1; A end taken
        C unlock D1 0; C end taken",
        expect![[""]],
    );
}
