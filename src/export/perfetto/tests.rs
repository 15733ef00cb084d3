//! The format's rules, checked with types that are not ours.

use super::perfetto;
use crate::export::tests::{run, runs};
use expect_test::expect_file;
use serde_json::Value;
use std::collections::BTreeMap;
use typescript_tsbuildinfo::{TraceEvent, TraceEventType, TraceJson};

fn read(text: &str) -> TraceJson {
    let object: Value = serde_json::from_str(text).expect("JSON");
    assert_eq!(object["displayTimeUnit"], "ms");
    serde_json::from_value(object["traceEvents"].clone()).expect("trace events")
}

#[test]
fn a_race_is_written_as_it_has_always_been() {
    let text = perfetto(&run("strategy=optimistic&users=2&clock=free&order=ABABB"));
    expect_file!["golden/optimistic.trace.json"].assert_eq(&text);
    let text = perfetto(&run("strategy=two-phase&users=2&hold=1s&seed=3"));
    expect_file!["golden/two-phase.trace.json"].assert_eq(&text);
}

fn of(events: &TraceJson, phase: TraceEventType) -> Vec<&TraceEvent> {
    events.iter().filter(|event| event.ph == phase).collect()
}

/// Slices of one thread nest: none begins in another and ends behind it.
fn check_nesting(events: &TraceJson) {
    let mut threads: BTreeMap<u64, Vec<(u64, u64)>> = BTreeMap::new();
    for event in of(events, TraceEventType::Complete) {
        let dur = event.dur.expect("a duration");
        threads.entry(event.tid).or_default().push((event.ts as u64, (event.ts + dur) as u64));
    }
    for (thread, mut slices) in threads {
        slices.sort_by_key(|(from, to)| (*from, u64::MAX - to));
        let mut around: Vec<u64> = Vec::new();
        for (from, to) in slices {
            around.retain(|end| *end > from);
            assert!(around.iter().all(|end| to <= *end), "{thread}: {from}..{to} in {around:?}");
            around.push(to);
        }
    }
}

#[test]
fn slices_nest_holds_are_paired_and_arrows_start_and_end_in_slices() {
    let more = [
        "strategy=naive&users=9",
        "strategy=optimistic&users=6&version=seat&want=D1.D2,D2.D1",
        "strategy=pessimistic&users=6&lock=seat&want=D1.D2,D2.D3",
        "strategy=two-phase&users=8&want=D1.D2,D2.D1&hold=1s&expiry=sweep:300",
        "mix=naive,optimistic,two-phase,pessimistic&users=12&crash=2&clock=free&sched=random",
        "strategy=naive&users=300&want=random",
    ];
    for run in runs().into_iter().chain(more.into_iter().map(run)) {
        let events = read(&perfetto(&run));
        check_nesting(&events);
        let slices = of(&events, TraceEventType::Complete);
        let inside = |event: &TraceEvent| {
            let around = |slice: &&&TraceEvent| {
                let end = slice.ts + slice.dur.unwrap_or_default();
                slice.tid == event.tid && slice.ts <= event.ts && event.ts < end
            };
            slices.iter().any(|slice| around(&slice))
        };
        let ids = |phase| -> Vec<String> {
            let mut ids: Vec<String> =
                of(&events, phase).iter().filter_map(|event| event.id.clone()).collect();
            ids.sort();
            ids
        };
        assert_eq!(ids(TraceEventType::AsyncStart), ids(TraceEventType::AsyncEnd));
        assert_eq!(ids(TraceEventType::FlowStart), ids(TraceEventType::FlowEnd));
        for phase in [TraceEventType::FlowStart, TraceEventType::FlowEnd] {
            assert!(of(&events, phase).into_iter().all(inside), "{}", run.query());
        }
        let named = of(&events, TraceEventType::Metadata);
        let threads = named.iter().filter(|event| event.name == "thread_name").count();
        assert_eq!(threads as u32, run.scenario.users + 2);
        assert!(events.iter().all(|event| event.pid == events[0].pid));
    }
}

#[test]
fn whoever_met_a_conflict_is_pointed_at() {
    let run = run("strategy=optimistic&users=2&clock=free&order=ABAB");
    assert_eq!(run.figures.conflicts, 1);
    let events = read(&perfetto(&run));
    let [from] = of(&events, TraceEventType::FlowStart)[..] else { panic!("one arrow") };
    let [to] = of(&events, TraceEventType::FlowEnd)[..] else { panic!("one arrow") };
    assert_eq!((from.tid, to.tid), (1, 2), "from Alice to Bob");
    assert!(from.ts < to.ts);
}
