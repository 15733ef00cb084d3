//! version-step: what is read, and what a commit may build upon.

use super::*;
use expect_test::expect;

#[test]
fn a_read_of_a_version_that_is_not_current() {
    check(
        "want=D1,D2
        A read D1 free 0
        A commit D1 1; A end booked
        B read D2 free 0
        B read D2 free 2",
        expect![[r#"
            3 version-step D2 B: Bob reads version 0 of the show at step 3, but it is 1.
        "#]],
    );
    check(
        "want=D1,D2 version=seat
        A read D1 free 0
        A commit D1 1; A end booked
        B read D2 free 1",
        expect![[r#"
            3 version-step D2 B: Bob reads version 1 of D2 at step 3, but it is 0.
        "#]],
    );
}

#[test]
fn a_commit_that_takes_the_wrong_step() {
    check(
        "want=D1
        A read D1 free 0
        A commit D1 2; A end booked",
        expect![[r#"
            2 version-step D1 A: The commit of Alice at step 2 takes the show from version 0 to 2.
        "#]],
    );
    check(
        "want=D1.D2
        A read D1 free 0
        A read D2 free 0
        A commit D1 1; A commit D2 2; A end booked",
        expect![[r#"
            3 version-step D2 A: The commit of Alice at step 3 takes the show from version 0 to 2.
        "#]],
    );
    check(
        "want=D1.D2 version=seat
        A read D1 free 0
        A read D2 free 0
        A commit D1 1; A commit D2 2; A end booked",
        expect![[r#"
            3 version-step D2 A: The commit of Alice at step 3 takes D2 from version 0 to 2.
        "#]],
    );
    check(
        "want=D1,D2
        A read D1 free 0
        A commit D1 0; A end booked
        B read D2 free 0
        B commit D2 1; B end booked",
        expect![[r#"
            2 version-step D1 A: The commit of Alice at step 2 takes the show from version 0 to 0.
        "#]],
    );
}

#[test]
fn a_commit_over_a_change() {
    check(
        "want=D1,D2
        A read D1 free 0
        B read D2 free 0
        A commit D1 1; A end booked
        B commit D2 2; B end booked",
        expect![[r#"
            4 version-step D2 B: Bob commits D2 at step 4, having read it at step 2, but the show changed at step 3.
        "#]],
    );
    check(
        "want=D1,D1 version=seat
        A read D1 free 0
        B read D1 free 0
        A commit D1 1; A end booked
        B commit D1 2; B end booked",
        expect![[r#"
            4 no-double-booking D1 AB: D1 is sold twice: to Alice at step 3 and to Bob at step 4, who had read it at step 2.
            4 version-step D1 B: Bob commits D1 at step 4, having read it at step 2, but D1 changed at step 3.
        "#]],
    );
    check(
        "want=D1,D1
        A read D1 free 0
        B write D1; B end booked
        A commit D1 1; A end booked",
        expect![[r#"
            3 no-double-booking D1 BA: D1 is sold twice: to Bob at step 2 and to Alice at step 3, who had read it at step 1.
            3 version-step D1 A: Alice commits D1 at step 3, but Bob has it booked since step 2.
        "#]],
    );
}

#[test]
fn a_commit_of_what_was_not_read() {
    check(
        "want=D1
        A commit D1 1; A end booked",
        expect![[r#"
            1 version-step D1 A: Alice commits D1 at step 1 without having read it.
        "#]],
    );
    check(
        "want=D1,D2
        A read D1 free 0
        B read D2 free 0
        A commit D1 1; A end booked
        B commit D2 conflict 1
        B commit D2 2; B end booked",
        expect![[r#"
            5 version-step D2 B: Bob commits D2 at step 5 without having read it.
        "#]],
    );
}

#[test]
fn a_conflict_over_nothing() {
    check(
        "want=D1
        A read D1 free 0
        A commit D1 conflict 0; A end gave-up",
        expect![[r#"
            2 version-step D1 A: Alice meets a conflict at step 2, but nothing it had read has changed.
            end lost-sale D1 A: D1 stays unsold, though Alice, who wanted it, gave up after conflicts.
        "#]],
    );
    check(
        "want=D1,D1 version=seat
        A read D1 free 0
        B read D1 free 0
        A commit D1 1; A end booked
        B commit D1 conflict 0; B end gave-up",
        expect![[r#"
            4 version-step D1 B: Bob finds version 0 of D1 at step 4, but it is 1.
        "#]],
    );
}
