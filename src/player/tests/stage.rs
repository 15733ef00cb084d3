use super::scenarios::{crowds, mixed, ordered, plain, wanting};
use crate::lab::{self, Contest};
use crate::player::{SeatView, Session, Stage, UserState};
use crate::race::{Awaits, Race};
use crate::scenario::{Scenario, Scope, Strategy};
use crate::trace::Outcome;
use crate::units::{Seat, User};

/// Holds a stage against the race itself, which the fold does not know.
fn agree(stage: &Stage, race: &Race) {
    let show = race.show();
    for seat in (0..race.setup().hall.seats()).map(Seat) {
        let view = stage.seats.get(&seat).cloned().unwrap_or_default();
        assert_eq!(view.tickets.len() as u32, show.tickets(seat));
        assert_eq!(view.tickets.last().map(|ticket| ticket.0), show.look(seat).owner);
        assert_eq!(view.lock.map(|lock| lock.owner), show.lock_owner(Some(seat)).map(|o| o.0));
    }
    let counts = show.counts();
    let held = |expired: bool| {
        let stands = |view: &&SeatView| {
            view.tickets.is_empty() && view.hold.is_some_and(|hold| hold.expired == expired)
        };
        stage.seats.values().filter(stands).count() as u32
    };
    assert_eq!((held(false), held(true)), (counts.held, counts.expired));
    let owner = stage.show_lock.as_ref().map(|lock| lock.owner);
    assert_eq!(owner, show.lock_owner(None).map(|owner| owner.0));
    for (index, view) in stage.users.iter().enumerate() {
        let user = User(index as u32);
        match (view.state, race.awaits(user)) {
            (UserState::About(intent) | UserState::Pays { intent, .. }, Awaits::Step(at)) => {
                assert_eq!(intent.ready_at, at);
            }
            (UserState::Waits { owner, .. }, Awaits::Lock) => assert_ne!(owner, Some(user)),
            (UserState::Ended { result, .. }, Awaits::Nothing(told)) => assert_eq!(result, told),
            (state, awaits) => panic!("{user} is {state:?} but awaits {awaits:?}"),
        }
        let reads = |seat: &Seat| stage.seats[seat].readers.contains(&user);
        assert!(view.belief.iter().all(|belief| belief.seats.iter().all(reads)));
    }
}

#[test]
fn at_every_step_the_stage_agrees_with_the_race() {
    for (scenario, contest) in crowds() {
        let run = lab::run(&scenario, contest);
        let mut session = Session::new(scenario.clone(), contest);
        let mut race = lab::race(&scenario, contest);
        agree(session.stage(), &race);
        for choice in run.order.0 {
            race.step(choice).expect("the run made it");
            session.forward();
            agree(session.stage(), &race);
        }
        let idle = |seat: &SeatView| seat.readers.is_empty() && seat.wanted.is_empty();
        assert!(session.stage().seats.values().all(idle), "nobody is left");
    }
}

fn at(scenario: Scenario, contest: Contest, step: u32) -> Stage {
    let mut session = Session::new(scenario, contest);
    session.seek(step);
    session.stage().clone()
}

#[test]
fn a_write_spoils_what_others_have_read() {
    let naive = Contest::All(Strategy::Naive);
    let stage = at(ordered(3, "ABAC"), naive, 3);
    let belief = stage.users[1].belief.as_ref().expect("Bob has read");
    assert_eq!((belief.since, belief.spoiled), (2, Some((3, User(0)))));
    assert_eq!((&stage.users[0].belief, &stage.users[2].belief), (&None, &None));
    assert_eq!(stage.seats[&Seat(30)].readers, [User(1)]);
    assert_eq!(stage.seats[&Seat(30)].wanted, [User(1), User(2)]);
}

#[test]
fn a_commit_to_any_seat_makes_the_version_of_the_show_stale() {
    let own = |version| {
        let scenario = Scenario { version, ..wanting(&[&[0], &[1]], ordered(2, "ABA")) };
        at(scenario, Contest::All(Strategy::Optimistic), 3)
    };
    assert_eq!(
        own(Scope::Show).users[1].belief.as_ref().and_then(|b| b.spoiled),
        Some((3, User(0)))
    );
    assert_eq!(own(Scope::Seat).users[1].belief.as_ref().and_then(|b| b.spoiled), None);

    // Who compares no version does not care.
    let strategies = [Strategy::Optimistic, Strategy::Naive];
    let mix = mixed(&strategies, wanting(&[&[0], &[1]], ordered(2, "ABA")));
    assert_eq!(at(mix, Contest::Mix, 3).users[1].belief.as_ref().and_then(|b| b.spoiled), None);
}

#[test]
fn a_refused_commit_begins_the_next_round() {
    let optimistic = Contest::All(Strategy::Optimistic);
    let stage = at(ordered(2, "ABAB"), optimistic, 4);
    assert_eq!((stage.users[1].round, &stage.users[1].belief), (2, &None));
    assert_eq!((stage.conflicts, stage.version, stage.seats[&Seat(30)].version), (1, 1, 1));
}

#[test]
fn a_queue_moves_up_and_a_crash_leaves_it() {
    let scenario = Scenario { crash: 2, lock: Scope::Seat, ..ordered(4, "ABCDCkAAA") };
    let pessimistic = Contest::All(Strategy::Pessimistic);
    let lock = |step| at(scenario.clone(), pessimistic, step).seats[&Seat(30)].lock.clone();
    assert_eq!(lock(4).expect("owned").queue, [User(1), User(2), User(3)]);
    let after = lock(8).expect("handed over");
    assert_eq!((after.owner, after.since, after.queue), (User(1), 8, vec![User(3)]));
    let stage = at(scenario, pessimistic, 8);
    assert!(matches!(
        stage.users[3].state,
        UserState::Waits { owner: Some(User(1)), since: 4, .. }
    ));
    assert!(matches!(stage.users[2].state, UserState::Ended { result: Outcome::Crashed, step: 5 }));
}

#[test]
fn a_payment_under_way_has_a_beginning() {
    let stage = at(plain(1), Contest::All(Strategy::TwoPhase), 1);
    let UserState::Pays { intent, since } = stage.users[0].state else { panic!("{stage:?}") };
    assert!((500..=2_000).contains(&(intent.ready_at - since)));
    let hold = stage.seats[&Seat(30)].hold.expect("held");
    assert_eq!(hold.expires, Some(hold.since + 600_000));
    assert_eq!(stage.users[0].holds, [Seat(30)]);
}
