//! One run of each class, worst first.

use super::*;

#[test]
fn a_seat_is_sold_twice() {
    check(
        "D1,D1
        A write D1; A end booked
        @30 B write D1; B end booked",
        expect![[r#"
            double-booking tickets=2 seats_sold=1 double_sold=1 booked=2 virtual_ms=30
            Alice: booked [D1] x1
            Bob: booked [D1] x1
        "#]],
    );
    check(
        "D1,D1,D1
        A write D1; A end booked
        A write D1
        B write D1; B end booked
        C write D1; C end booked",
        expect![[r#"
            double-booking tickets=4 seats_sold=1 double_sold=1 booked=3 virtual_ms=0
            Alice: booked [D1] x1
            Bob: booked [D1] x1
            Carol: booked [D1] x1
        "#]],
    );
}

#[test]
fn everyone_waits_in_a_circle() {
    check(
        "D1.D2,D2.D1
        A lock D1 1
        B lock D2 1
        A lock D2 queued
        B lock D1 queued; A end waiting; B end waiting",
        expect![[r#"
            deadlock waits=2 deadlocked=2 virtual_ms=0
            Alice: waiting [] x1
            Bob: waiting [] x1
        "#]],
    );
}

#[test]
fn paid_and_crashed() {
    check(
        "D1
        A reserve D1 1; A pay asked 0
        A pay captured 0
        A crash; A end crashed
        @600 A expire D1 1",
        expect![[r#"
            paid-no-seat expired=1 virtual_ms=600
            Alice: crashed [] x1
        "#]],
    );
}

#[test]
fn paid_refused_and_crashed() {
    check(
        "D1
        A reserve D1 1; A pay asked 0
        @600 A expire D1 1
        A pay captured 0
        A confirm D1 refused 1
        A crash; A end crashed",
        expect![[r#"
            refund-due refunds_due=1 expired=1 virtual_ms=600
            Alice: crashed [] x1
        "#]],
    );
}

#[test]
fn paid_refused_and_refunded() {
    check(
        "D1
        A reserve D1 1; A pay asked 0
        @600 A expire D1 1
        A pay captured 0
        A confirm D1 refused 1
        A refund 0; A end refunded",
        expect![[r#"
            unsold refunded=1 expired=1 virtual_ms=600
            Alice: refunded [] x1
        "#]],
    );
}

#[test]
fn a_sale_is_lost_to_conflicts() {
    check(
        "D1,D2
        A read D1 free 0
        B read D2 free 0
        A commit D1 1; A end booked
        B commit D2 conflict 1; B end gave-up 1",
        expect![[r#"
            lost-sale tickets=1 seats_sold=1 conflicts=1 booked=1 gave_up=1 virtual_ms=0
            Alice: booked [D1] x1
            Bob: gave-up [] x1
        "#]],
    );
}

#[test]
fn a_conflict_over_a_sold_seat_loses_no_sale() {
    check(
        "D1,D1
        A read D1 free 0
        B read D1 free 0
        A commit D1 1; A end booked
        B commit D1 conflict 1; B end gave-up 1",
        expect![[r#"
            fine tickets=1 seats_sold=1 conflicts=1 booked=1 gave_up=1 virtual_ms=0
            Alice: booked [D1] x1
            Bob: gave-up [] x1
        "#]],
    );
}
