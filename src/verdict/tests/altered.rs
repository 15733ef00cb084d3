//! Good traces with one thing altered, everywhere it can be: what is caught, and what cannot be.

use super::good::GOOD;
use super::*;
use crate::trace::Event;
use expect_test::expect;
use std::collections::{BTreeMap, BTreeSet};

/// Alters each event of each good trace in turn, and counts how often the judge objects, by kind of event.
fn table(alter: impl Fn(&mut Vec<Event>, usize)) -> String {
    let mut rows: BTreeMap<String, (u32, u32)> = BTreeMap::new();
    for (_, text) in GOOD {
        let (facts, trace) = parse(text);
        for (i, event) in trace.events.iter().enumerate() {
            let mut altered = trace.clone();
            alter(&mut altered.events, i);
            if altered == trace {
                continue;
            }
            let row = rows.entry(format!("{} {}", event.op.name(), event.outcome.name()));
            let (caught, all) = row.or_default();
            *caught += u32::from(!judge(&facts, &altered).violations.is_empty());
            *all += 1;
        }
    }
    rows.iter().map(|(kind, (caught, all))| format!("{kind}: {caught} of {all}\n")).collect()
}

/// What escapes: looks and refusals that nothing is built upon, results, and what a user did that crashed anyway.
#[test]
fn events_left_out() {
    let table = table(|events, i| _ = events.remove(i));
    expect![[r#"
        cancel gone: 0 of 2
        cancel ok: 6 of 6
        check free: 0 of 4
        check taken: 0 of 3
        commit conflict: 0 of 4
        commit ok: 7 of 7
        confirm late-free: 3 of 3
        confirm ok: 6 of 6
        confirm refused: 1 of 1
        crash ok: 1 of 6
        end booked: 0 of 18
        end crashed: 0 of 6
        end declined: 0 of 3
        end held: 0 of 5
        end refunded: 0 of 1
        end taken: 0 of 9
        end unpaid: 0 of 2
        expire ok: 10 of 10
        lock granted: 3 of 3
        lock ok: 4 of 5
        lock queued: 3 of 4
        pay asked: 13 of 16
        pay captured: 7 of 8
        pay declined: 3 of 3
        pay no-answer: 2 of 2
        read free: 10 of 21
        read taken: 0 of 5
        refund ok: 1 of 1
        release gone: 0 of 1
        release ok: 1 of 1
        reserve held: 0 of 5
        reserve ok: 25 of 25
        reserve taken: 0 of 1
        sweep ok: 2 of 2
        unlock ok: 7 of 7
        update ok: 4 of 4
        write ok: 6 of 6
    "#]]
    .assert_eq(&table);
}

/// What escapes: looks, refusals and results, which may well be repeated.
#[test]
fn events_said_twice() {
    let table = table(|events, i| events.insert(i, events[i]));
    expect![[r#"
        cancel gone: 0 of 2
        cancel ok: 6 of 6
        check free: 0 of 4
        check taken: 0 of 3
        commit conflict: 4 of 4
        commit ok: 7 of 7
        confirm late-free: 3 of 3
        confirm ok: 6 of 6
        confirm refused: 1 of 1
        crash ok: 0 of 6
        end booked: 0 of 18
        end crashed: 0 of 6
        end declined: 0 of 3
        end held: 0 of 5
        end refunded: 0 of 1
        end taken: 0 of 9
        end unpaid: 0 of 2
        expire ok: 10 of 10
        lock granted: 3 of 3
        lock ok: 5 of 5
        lock queued: 4 of 4
        pay asked: 0 of 16
        pay captured: 8 of 8
        pay declined: 3 of 3
        pay no-answer: 2 of 2
        read free: 0 of 21
        read taken: 0 of 5
        refund ok: 1 of 1
        release gone: 0 of 1
        release ok: 1 of 1
        reserve held: 0 of 5
        reserve ok: 25 of 25
        reserve taken: 0 of 1
        sweep ok: 2 of 2
        unlock ok: 7 of 7
        update ok: 4 of 4
        write ok: 6 of 6
    "#]]
    .assert_eq(&table);
}

/// What escapes: events whose number says nothing, and numbers of what is gone or never used again.
#[test]
fn numbers_off_by_one() {
    let table = table(|events, i| events[i].detail += 1);
    expect![[r#"
        cancel gone: 0 of 2
        cancel ok: 6 of 6
        check free: 0 of 4
        check taken: 0 of 3
        commit conflict: 4 of 4
        commit ok: 7 of 7
        confirm late-free: 3 of 3
        confirm ok: 6 of 6
        confirm refused: 1 of 1
        crash ok: 0 of 6
        end booked: 0 of 18
        end crashed: 0 of 6
        end declined: 0 of 3
        end held: 0 of 5
        end refunded: 0 of 1
        end taken: 0 of 9
        end unpaid: 0 of 2
        expire ok: 10 of 10
        lock granted: 3 of 3
        lock ok: 5 of 5
        lock queued: 0 of 4
        pay asked: 14 of 16
        pay captured: 8 of 8
        pay declined: 3 of 3
        pay no-answer: 2 of 2
        read free: 21 of 21
        read taken: 5 of 5
        refund ok: 1 of 1
        release gone: 0 of 1
        release ok: 1 of 1
        reserve held: 0 of 5
        reserve ok: 24 of 25
        reserve taken: 0 of 1
        sweep ok: 2 of 2
        unlock ok: 7 of 7
        update ok: 0 of 4
        write ok: 0 of 6
    "#]]
    .assert_eq(&table);
}

/// Steps that may be swapped without telling a different story must not be caught, and all others must.
#[test]
fn steps_in_the_wrong_order() {
    let (mut caught, mut harmless) = (BTreeSet::new(), BTreeSet::new());
    for (_, text) in GOOD {
        let (facts, trace) = parse(text);
        let steps: Vec<&[Event]> = trace.events.chunk_by(|a, b| a.step == b.step).collect();
        for pair in steps.windows(2).filter(|pair| may_swap(pair[0], pair[1])) {
            let altered = swap(&trace, pair[0], pair[1]);
            let objects = !judge(&facts, &altered).violations.is_empty();
            let list = if objects { &mut caught } else { &mut harmless };
            list.insert(format!("{} | {}\n", kind(&pair[0][0]), kind(&pair[1][0])));
        }
    }
    expect![[r#"
        cancel ok D1 | reserve ok D2
        commit ok D1 | read free D2
        commit ok D2 | commit conflict D1
        commit ok D2 | commit conflict D2
        confirm ok D1 | reserve taken D1
        expire ok D1 | reserve ok D1
        expire ok D2 | reserve ok D2
        lock ok - | lock queued -
        lock ok D1 | lock queued D1
        lock queued D1 | lock queued D1
        read free D1 | commit ok D1
        read taken D1 | commit ok D2
        release ok D1 | reserve ok D1
        reserve ok D1 | reserve held D1
        reserve ok D2 | reserve held D2
        sweep ok D1 | reserve ok D1
        write ok D1 | commit conflict D1
        write ok D1 | read taken D1
    "#]]
    .assert_eq(&String::from_iter(caught));
    expect![[r#"
        cancel gone D1 | pay captured -
        check free D1 | lock ok D2
        check free D2 | crash ok -
        commit conflict D2 | read free D1
        confirm ok D2 | refund ok -
        confirm refused D1 | confirm ok D2
        crash ok - | unlock ok D1
        crash ok - | update ok D1
        lock ok D2 | update ok D1
        lock queued - | lock ok -
        lock queued - | lock queued -
        lock queued D1 | check free D1
        pay captured - | confirm refused D1
        pay captured - | pay captured -
        read free D1 | read free D1
        read free D1 | read free D2
        read free D1 | read free D3
        read free D2 | commit conflict D1
        read free D2 | read free D2
        read free D2 | read free D3
        read free D3 | read free D2
        read free D4 | write ok D2
        read taken D2 | commit ok D1
        release gone D3 | pay declined -
        reserve held D1 | pay captured -
        reserve ok D1 | lock ok D1
        reserve ok D1 | pay no-answer -
        reserve ok D1 | reserve ok D2
        reserve ok D1 | reserve ok D3
        reserve ok D2 | pay captured -
        unlock ok D1 | pay declined -
        update ok D1 | crash ok -
        write ok D1 | read free D4
        write ok D2 | write ok D3
    "#]]
    .assert_eq(&String::from_iter(harmless));
}

/// Whether two steps are of different users and at the same time.
fn may_swap(first: &[Event], second: &[Event]) -> bool {
    let share_users = first.iter().any(|a| second.iter().any(|b| a.user() == b.user()));
    !share_users && first[0].at == second[0].at
}

fn swap(trace: &Trace, first: &[Event], second: &[Event]) -> Trace {
    let renumber = |step| {
        move |event: &Event| {
            let mut event = *event;
            event.step = step;
            event
        }
    };
    let mut swapped = trace.clone();
    let start = trace.events.partition_point(|event| event.step < first[0].step);
    let events = second.iter().map(renumber(first[0].step));
    let events = events.chain(first.iter().map(renumber(second[0].step)));
    swapped.events.splice(start..start + first.len() + second.len(), events);
    swapped
}

fn kind(event: &Event) -> String {
    let seat = event.seat().map_or("-".into(), |seat| HALL.name(seat));
    format!("{} {} {seat}", event.op.name(), event.outcome.name())
}
