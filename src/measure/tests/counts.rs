//! What is counted, and when.

use super::*;

#[test]
fn rounds_after_a_conflict() {
    check(
        "D1.D2,D2.D3,D3
        A read D1 free 0
        A read D2 free 0
        B read D2 free 0
        C read D3 free 0
        C commit D3 1; C end booked
        A commit D1 conflict 1
        B read D3 taken 1; B end taken
        A read D1 free 1
        A read D2 free 1
        A commit D1 2; A commit D2 2; A end booked 2",
        expect![[r#"
            fine tickets=3 seats_sold=3 conflicts=1 retries=1 booked=2 virtual_ms=0
            Alice: booked [D1 D2] x2
            Bob: taken [] x1
            Carol: booked [D3] x1
        "#]],
    );
}

#[test]
fn a_crash_between_rounds_begins_none() {
    check(
        "D1,D2
        A read D1 free 0
        B read D2 free 0
        B commit D2 1; B end booked
        A commit D1 conflict 1
        A crash; A end crashed",
        expect![[r#"
            unsold tickets=1 seats_sold=1 conflicts=1 booked=1 virtual_ms=0
            Alice: crashed [] x1
            Bob: booked [D2] x1
        "#]],
    );
}

#[test]
fn held_for_ever() {
    check(
        "D1,D1,D2
        A reserve D1 1; A pay asked 0
        A crash; A end crashed
        B reserve D1 held; B end held
        C reserve D2 2; C pay asked 2
        C pay declined 2
        C cancel D2 2; C end declined",
        expect![[r#"
            unsold held=1 virtual_ms=0
            Alice: crashed [] x1
            Bob: held [] x1
            Carol: declined [] x1
        "#]],
    );
}

#[test]
fn given_back_and_bought() {
    check(
        "D1.D2,D2.D1
        A reserve D1 1
        B reserve D2 2
        A reserve D2 held
        A release D1 1; A end held
        B reserve D1 3; B pay asked 1
        B pay captured 1
        B confirm D2 2; B confirm D1 3; B end booked",
        expect![[r#"
            fine tickets=2 seats_sold=2 booked=1 virtual_ms=0
            Alice: held [] x1
            Bob: booked [D2 D1] x1
        "#]],
    );
}

#[test]
fn under_a_lock() {
    check(
        "D1,D1,
        A lock D1 1
        B lock D1 queued
        A check D1 free
        A update D1
        A unlock D1 0; B lock D1 granted 1; A end booked
        B check D1 taken",
        expect![[r#"
            fine tickets=1 seats_sold=1 waits=1 booked=1 virtual_ms=0
            Alice: booked [D1] x1
            Bob: going on [] x1
            Carol: going on [] x1
        "#]],
    );
}

#[test]
fn a_late_confirm_leaves_the_hold_of_somebody_else() {
    check(
        "D1,D1
        A reserve D1 1; A pay asked 0
        @600 A expire D1 1
        A pay captured 0
        B reserve D1 2; B pay asked 1
        A confirm D1 late 1; A end booked",
        expect![[r#"
            fine tickets=1 seats_sold=1 held=1 expired=1 booked=1 virtual_ms=600
            Alice: booked [D1] x1
            Bob: going on [] x1
        "#]],
    );
}

#[test]
fn nothing_has_happened_yet() {
    check(
        "D1,D2
        ",
        expect![[r#"
            unsold virtual_ms=0
            Alice: going on [] x1
            Bob: going on [] x1
        "#]],
    );
}

#[test]
fn a_broken_show_is_counted_as_it_is() {
    check(
        "D1,D2,D2
        A write D1
        A write D1; A end booked
        B reserve D2 1
        C reserve D2 2",
        expect![[r#"
            unsold tickets=2 seats_sold=1 held=1 booked=1 virtual_ms=0
            Alice: booked [D1] x1
            Bob: going on [] x1
            Carol: going on [] x1
        "#]],
    );
}
