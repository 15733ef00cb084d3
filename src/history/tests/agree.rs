//! Both checkers on random histories.

use super::brute::{Did, Job, OPEN, possible, works};
use super::random::{Dice, Sample, sample};
use crate::history::{Answer, Checking, Contradiction, History, Reason, Report};

const HISTORIES: u64 = 100_000;

fn soak() -> u64 {
    if std::env::var_os("SEATRACE_SOAK").is_some() { 10 } else { 1 }
}

fn report(text: &str) -> Report {
    let history =
        History::parse(text.as_bytes()).unwrap_or_else(|broken| panic!("{broken}\n{text}"));
    Checking::new(history).unwrap_or_else(|broken| panic!("{broken}\n{text}")).finish()
}

/// Where the checker's operations are among the jobs.
fn job(report: &Report, jobs: &[Job], place: u32) -> usize {
    let begins = i64::from(report.operations[place as usize].begins);
    let begins = report.history.records[usize::try_from(begins).unwrap()].index;
    jobs.iter().position(|job| u64::try_from(job.begins) == Ok(begins)).expect("it is a job")
}

#[test]
fn the_checkers_agree_on_random_histories() {
    let mut dice = Dice::new(20_261_124);
    let (mut good, mut bad) = (0, 0);
    for _ in 0..HISTORIES * soak() {
        let Sample { text, jobs } = sample(&mut dice, 6);
        if text.is_empty() {
            continue;
        }
        let report = report(&text);
        assert_eq!(report.ok(), Some(possible(&jobs)), "{text}");
        match report.ok() {
            Some(true) => good += 1,
            _ => bad += 1,
        }
        for finding in &report.findings {
            match &finding.answer {
                Answer::Linearizable(order) => {
                    let here: Vec<Job> = jobs
                        .iter()
                        .map(|job| {
                            let certain = job.certain && is_of(&report, &finding.seats, job);
                            Job { certain, ..job.clone() }
                        })
                        .collect();
                    let order: Vec<usize> =
                        order.iter().map(|place| job(&report, &jobs, *place)).collect();
                    assert!(works(&here, &order), "{order:?}\n{text}");
                }
                Answer::Contradiction(why) => assert_is_core(&report, why, &jobs, &text),
                Answer::Undecided => panic!("too hard: {text}"),
            }
        }
    }
    assert!(good > HISTORIES / 10 && bad > HISTORIES / 10, "{good} possible, {bad} not");
}

fn is_of(report: &Report, seats: &[u32], job: &Job) -> bool {
    seats.iter().any(|seat| report.history.seats[*seat as usize] == job.seats[0])
}

/// The reasons are enough, and none can be left out.
fn assert_is_core(report: &Report, why: &Contradiction, jobs: &[Job], text: &str) {
    let with = |reasons: &[Reason]| -> Vec<Job> {
        let blank =
            jobs.iter().map(|job| Job { begins: 0, ends: OPEN, certain: false, ..job.clone() });
        let mut blank: Vec<Job> = blank.collect();
        for reason in reasons {
            match *reason {
                Reason::Happened(place) => blank[job(report, jobs, place)].certain = true,
                Reason::Began(place) => {
                    let n = job(report, jobs, place);
                    blank[n].begins = jobs[n].begins;
                }
                Reason::Ended(place) => {
                    let n = job(report, jobs, place);
                    blank[n].ends = jobs[n].ends;
                }
            }
        }
        let look = |job: &Job| matches!(job.did, Did::SawTaken | Did::SawHeld);
        blank.into_iter().filter(|job| job.certain || !look(job)).collect()
    };
    assert!(!possible(&with(&why.because)), "not enough: {:?}\n{text}", why.because);
    assert!(why.minimal);
    for n in 0..why.because.len() {
        let mut fewer = why.because.clone();
        fewer.remove(n);
        assert!(possible(&with(&fewer)), "not needed: {:?}\n{text}", why.because[n]);
    }
}
