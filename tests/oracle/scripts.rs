//! Single runs, told event by event: the rules that a count alone would not show. Those of two-phase users
//! are in `scripts_hold.rs`.

use crate::oracle::{
    Choice, Happened, LockOrder, Mark, Model, Party, Scope, State, Strategy, apply, choices,
    for_each_run, order_text, outcome,
};

/// The choices of an order without counts. Only what [`order_text`] prints.
fn parse(order: &str) -> Vec<Choice> {
    let mut parsed = Vec::new();
    for letter in order.chars() {
        let mark = match letter {
            't' => {
                parsed.push(Choice::Time);
                continue;
            }
            'p' => Mark::Captured,
            'd' => Mark::Declined,
            'n' => Mark::NoAnswer,
            'k' => Mark::Crash,
            _ => {
                parsed.push(Choice::Step(letter as usize - 'A' as usize, None));
                continue;
            }
        };
        let Some(Choice::Step(_, slot)) = parsed.last_mut() else {
            panic!("a mark belongs to a letter: {order}");
        };
        *slot = Some(mark);
    }
    parsed
}

fn told(happened: &Happened) -> String {
    let user = happened.user.map_or(String::from("-"), |u| format!("{}", (b'A' + u as u8) as char));
    let seat = happened.seat.map_or(String::new(), |seat| format!(" {seat}"));
    format!("{user} {}{seat} {}", happened.op, happened.outcome)
}

/// Plays a whole run: one line a choice, then the class.
#[track_caller]
pub(crate) fn check(model: &Model, order: &str, expected: &[&str]) {
    let mut state = State::new(model);
    let mut lines = Vec::new();
    for choice in parse(order) {
        let offered = choices(&state);
        assert!(offered.contains(&choice), "{choice:?} is not among {offered:?}");
        let happened: Vec<_> = apply(&mut state, choice).iter().map(told).collect();
        lines.push(happened.join(", "));
    }
    assert_eq!(choices(&state), [], "the run is not over: {lines:#?}");
    lines.push(outcome(&state).class.to_owned());
    assert_eq!(lines, expected);
}

#[test]
fn choices_come_in_a_fixed_order() {
    let party = |strategy| Party { strategy, wants: vec![0] };
    let users = vec![party(Strategy::TwoPhase), party(Strategy::Naive)];
    let model = Model { paylost_percent: 5, crash: 1, ..Model::new(users) };
    let mut state = State::new(&model);
    assert_eq!(order_text(&choices(&state)), "ABAkBk");
    apply(&mut state, Choice::Step(0, None));
    assert_eq!(order_text(&choices(&state)), "ApAdAnBAkBkt");
    apply(&mut state, Choice::Step(1, Some(Mark::Crash)));
    assert_eq!(order_text(&choices(&state)), "ApAdAnt");
}

#[test]
fn every_order_walked_can_be_read_back() {
    let mut orders = Vec::new();
    for_each_run(&Model::same(Strategy::Naive, 2), |order, _| orders.push(order_text(order)));
    assert_eq!(orders, ["AAB", "ABAB", "ABBA", "BAAB", "BABA", "BBA"]);
    assert!(orders.iter().all(|order| order_text(&parse(order)) == *order));
}

#[test]
fn an_optimistic_user_tries_again_and_finds_the_seat_taken() {
    check(
        &Model::same(Strategy::Optimistic, 2),
        "ABABB",
        &[
            "A read 0 free",
            "B read 0 free",
            "A commit 0 ok, A end booked",
            "B commit 0 conflict",
            "B read 0 taken, B end taken",
            "fine",
        ],
    );
}

#[test]
fn a_commit_sees_bookings_that_no_version_tells() {
    check(
        &Model::mix(&[Strategy::Optimistic, Strategy::Naive], &[0]),
        "ABBAA",
        &[
            "A read 0 free",
            "B read 0 free",
            "B write 0 ok, B end booked",
            "A commit 0 conflict",
            "A read 0 taken, A end taken",
            "fine",
        ],
    );
}

/// A sale is lost on the seat that the user gave up on, not on any seat unsold.
#[test]
fn giving_up_on_a_sold_seat_loses_no_sale() {
    let party = |strategy, seat| Party { strategy, wants: vec![seat] };
    let [optimistic, two_phase] = [Strategy::Optimistic, Strategy::TwoPhase];
    let users = vec![party(optimistic, 0), party(optimistic, 0), party(two_phase, 1)];
    check(
        &Model { attempts: 1, ..Model::new(users) },
        "ABABCCdC",
        &[
            "A read 0 free",
            "B read 0 free",
            "A commit 0 ok, A end booked",
            "B commit 0 conflict, B end gave-up",
            "C reserve 1 ok",
            "C pay declined",
            "C cancel 1 ok, C end declined",
            "unsold",
        ],
    );
}

#[test]
fn giving_up_on_a_stranger_loses_a_sale() {
    check(
        &Model { attempts: 1, ..Model::wanting(Strategy::Optimistic, &[&[0, 1], &[2]]) },
        "AABBA",
        &[
            "A read 0 free",
            "A read 1 free",
            "B read 2 free",
            "B commit 2 ok, B end booked",
            "A commit 0 conflict, A commit 1 conflict, A end gave-up",
            "lost-sale",
        ],
    );
}

#[test]
fn locks_are_taken_sorted_and_given_back_in_reverse() {
    let crossed = Model::wanting(Strategy::Pessimistic, &[&[1, 0], &[1]]);
    check(
        &Model { lock: Scope::Seat, lock_order: LockOrder::Sorted, ..crossed },
        "AABAAAAAABB",
        &[
            "A lock 0 ok",
            "A lock 1 ok",
            "B lock 1 queued",
            "A check 1 free",
            "A check 0 free",
            "A update 1 ok",
            "A update 0 ok",
            "A unlock 1 ok, B lock 1 granted",
            "A unlock 0 ok, A end booked",
            "B check 1 taken",
            "B unlock 1 ok, B end taken",
            "fine",
        ],
    );
}

#[test]
fn a_crash_orphans_the_lock_but_leaves_the_queue() {
    let model = Model { crash: 2, ..Model::same(Strategy::Pessimistic, 3) };
    let orphaned = ["A lock ok", "B lock queued", "A crash ok", "C lock queued", "deadlock"];
    check(&model, "ABAkC", &orphaned);
    check(
        &model,
        "ABBkAkC",
        &["A lock ok", "B lock queued", "B crash ok", "A crash ok", "C lock queued", "deadlock"],
    );
    check(
        &model,
        "ABCBkAAACC",
        &[
            "A lock ok",
            "B lock queued",
            "C lock queued",
            "B crash ok",
            "A check 0 free",
            "A update 0 ok",
            "A unlock ok, C lock granted, A end booked",
            "C check 0 taken",
            "C unlock ok, C end taken",
            "fine",
        ],
    );
}
