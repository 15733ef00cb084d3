//! lock-owner and deadlock: who works under which lock, and who waits for whom.

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
fn everyone_waits_in_a_circle() {
    check(
        "want=D1.D2,D2.D1
        A lock D1 1
        B lock D2 1
        A lock D2 queued
        B lock D1 queued; A end waiting; B end waiting",
        expect![[r#"
            end deadlock - AB: Deadlock: Alice waits for the lock of D2, which Bob owns; Bob waits for the lock of D1, which Alice owns.
        "#]],
    );
    check(
        "want=D1.D2,D2.D3,D3.D1,D1,D1
        B lock D2 1
        C lock D3 1
        A lock D1 1
        D lock D1 queued
        C lock D1 queued
        B lock D3 queued
        A lock D2 queued
        E lock D1 queued; A end waiting; B end waiting; C end waiting; D end waiting; E end waiting",
        expect![[r#"
            end deadlock - ABCDE: Deadlock: Alice waits for the lock of D2, which Bob owns; Bob waits for the lock of D3, which Carol owns; Carol waits for the lock of D1, which Alice owns. Dave and Eve wait behind.
        "#]],
    );
}

#[test]
fn two_circles() {
    check(
        "want=D1.D2,D2.D1,E1.E2,E2.E1,E2
        A lock D1 1
        D lock E2 1
        B lock D2 1
        C lock E1 1
        D lock E1 queued
        A lock D2 queued
        C lock E2 queued
        E lock E2 queued
        B lock D1 queued; A end waiting; B end waiting; C end waiting; D end waiting; E end waiting",
        expect![[r#"
            end deadlock - AB: Deadlock: Alice waits for the lock of D2, which Bob owns; Bob waits for the lock of D1, which Alice owns.
            end deadlock - CDE: Deadlock: Carol waits for the lock of E2, which Dave owns; Dave waits for the lock of E1, which Carol owns. Eve waits behind.
        "#]],
    );
}

#[test]
fn a_circle_longer_than_a_sentence() {
    check(
        "want=A1.A2,A2.A3,A3.A4,A4.A5,A5.A6,A6.A7,A7.A1
        A lock A1 1
        B lock A2 1
        C lock A3 1
        D lock A4 1
        E lock A5 1
        F lock A6 1
        G lock A7 1
        A lock A2 queued
        B lock A3 queued
        C lock A4 queued
        D lock A5 queued
        E lock A6 queued
        F lock A7 queued
        G lock A1 queued",
        expect![[r#"
            end deadlock - ABCDEFG: Deadlock: Alice waits for the lock of A2, which Bob owns; Bob waits for the lock of A3, which Carol owns; Carol waits for the lock of A4, which Dave owns; Dave waits for the lock of A5, which Eve owns; Eve waits for the lock of A6, which Frank owns; Frank waits for the lock of A7, which Grace owns; and so on through 7 users.
        "#]],
    );
}

#[test]
fn everyone_waits_behind_a_crash() {
    check(
        "want=D1,D1,D1.D2,D2
        A lock D1 1
        D lock D2 1
        A crash; A end crashed
        B lock D1 queued
        D unlock D2 0; D end taken
        C lock D2 1
        C lock D1 queued
        D lock D2 queued",
        expect![[r#"
            end deadlock D1 BCD: Bob and Carol wait for ever for the lock of D1: Alice crashed at step 3 and still owns it. Dave waits behind.
        "#]],
    );
    check(
        "want=D1,D1
        A lock 1
        A crash; A end crashed
        B lock queued; B end waiting",
        expect![[r#"
            end deadlock - B: Bob waits for ever for the lock of the show: Alice crashed at step 2 and still owns it.
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
