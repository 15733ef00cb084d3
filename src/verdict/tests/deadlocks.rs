//! deadlock: who waits for whom when the run is over.

use super::*;
use expect_test::expect;

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
