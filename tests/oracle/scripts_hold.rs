//! Single runs of two-phase users, told event by event.

use crate::oracle::{Expiry, Late, Model, Strategy};
use crate::oracle_scripts::check;

#[test]
fn a_refused_reserve_releases_what_it_holds() {
    check(
        &Model::wanting(Strategy::TwoPhase, &[&[0, 1, 2], &[2]]),
        "ABAAAABpB",
        &[
            "A reserve 0 ok",
            "B reserve 2 ok",
            "A reserve 1 ok",
            "A reserve 2 held",
            "A release 0 ok",
            "A release 1 ok, A end held",
            "B pay captured",
            "B confirm 2 ok, B end booked",
            "unsold",
        ],
    );
}

#[test]
fn a_seat_waits_for_the_sweeper() {
    let model = Model { expiry: Expiry::Sweep(420_000), ..Model::same(Strategy::TwoPhase, 3) };
    check(
        &model,
        "AtBApAAtCCdC",
        &[
            "A reserve 0 ok",
            "A expire 0 ok",
            "B reserve 0 held, B end held",
            "A pay captured",
            "A confirm 0 refused",
            "A refund ok, A end refunded",
            "- sweep 0 ok",
            "C reserve 0 ok",
            "C pay declined",
            "C cancel 0 ok, C end declined",
            "unsold",
        ],
    );
}

#[test]
fn everything_due_at_one_millisecond_is_one_step() {
    let model = Model { expiry: Expiry::Sweep(200_000), ..Model::each(Strategy::TwoPhase, 2) };
    check(
        &model,
        "BAtAdABdB",
        &[
            "B reserve 1 ok",
            "A reserve 0 ok",
            "B expire 1 ok, A expire 0 ok, - sweep 1 ok, - sweep 0 ok",
            "A pay declined",
            "A cancel 0 gone, A end declined",
            "B pay declined",
            "B cancel 1 gone, B end declined",
            "unsold",
        ],
    );
}

#[test]
fn a_late_payment_is_accepted_accepted_if_free_or_refunded() {
    let run = |late, order, confirm: &[&str], class| {
        let model = Model { late, ..Model::same(Strategy::TwoPhase, 2) };
        let mut lines = vec!["A reserve 0 ok", "A expire 0 ok", "B reserve 0 ok", "A pay captured"];
        lines.extend(confirm);
        lines.extend(["B pay captured", "B confirm 0 ok, B end booked", class]);
        check(&model, order, &lines);
    };
    let refund = ["A confirm 0 refused", "A refund ok, A end refunded"];
    run(Late::Refund, "AtBApAABpB", &refund, "fine");
    run(Late::AcceptIfFree, "AtBApAABpB", &refund, "fine");
    run(Late::Accept, "AtBApABpB", &["A confirm 0 late, A end booked"], "double-booking");
    check(
        &Model { late: Late::AcceptIfFree, ..Model::same(Strategy::TwoPhase, 2) },
        "AtApAB",
        &[
            "A reserve 0 ok",
            "A expire 0 ok",
            "A pay captured",
            "A confirm 0 late-free, A end booked",
            "B reserve 0 taken, B end taken",
            "fine",
        ],
    );
}

#[test]
fn who_does_not_look_at_holds_books_under_them() {
    check(
        &Model::mix(&[Strategy::TwoPhase, Strategy::Naive], &[0]),
        "ABBApA",
        &[
            "A reserve 0 ok",
            "B read 0 free",
            "B write 0 ok, B end booked",
            "A pay captured",
            "A confirm 0 ok, A end booked",
            "double-booking",
        ],
    );
}

#[test]
fn money_of_crashed_users_is_not_forgotten() {
    let model = Model { crash: 1, ..Model::same(Strategy::TwoPhase, 1) };
    let paid = ["A reserve 0 ok", "A pay captured", "A crash ok", "A expire 0 ok", "paid-no-seat"];
    check(&model, "AApAkt", &paid);
    check(
        &model,
        "AAptAAk",
        &[
            "A reserve 0 ok",
            "A pay captured",
            "A expire 0 ok",
            "A confirm 0 refused",
            "A crash ok",
            "refund-due",
        ],
    );
}

/// The first seat expires while the second is not yet reserved, so the tokens of one order die apart.
#[test]
fn an_order_may_be_half_dead() {
    let reserved =
        ["A reserve 0 ok", "A expire 0 ok", "A reserve 1 ok", "A pay captured"].as_slice();
    let run = |late, order, rest: &[&str]| {
        let model = Model { late, ..Model::wanting(Strategy::TwoPhase, &[&[0, 1]]) };
        check(&model, order, &[reserved, rest].concat());
    };
    let refused = [
        "A confirm 0 refused, A confirm 1 refused",
        "A refund ok, A end refunded",
        "A expire 1 ok",
        "unsold",
    ];
    run(Late::Refund, "AtAApAAt", &refused);
    let free = ["A confirm 0 late-free, A confirm 1 late-free, A end booked", "fine"];
    run(Late::AcceptIfFree, "AtAApA", &free);
    let late = ["A confirm 0 late, A confirm 1 late, A end booked", "fine"];
    run(Late::Accept, "AtAApA", &late);
}

#[test]
fn cancelling_frees_only_what_is_still_its_own() {
    check(
        &Model::wanting(Strategy::TwoPhase, &[&[0, 1], &[0]]),
        "AtABAdABpB",
        &[
            "A reserve 0 ok",
            "A expire 0 ok",
            "A reserve 1 ok",
            "B reserve 0 ok",
            "A pay declined",
            "A cancel 0 gone, A cancel 1 ok, A end declined",
            "B pay captured",
            "B confirm 0 ok, B end booked",
            "unsold",
        ],
    );
}
