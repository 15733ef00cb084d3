//! Random small histories: what a show that works would answer, with lies, crashes and open ends.

use super::brute::{Did, Job, OPEN};
use rand_core::{Rng, SeedableRng};
use rand_pcg::Pcg64Mcg;
use std::collections::BTreeMap;

pub(super) struct Dice(Pcg64Mcg);

impl Dice {
    pub(super) fn new(seed: u64) -> Dice {
        Dice(Pcg64Mcg::seed_from_u64(seed))
    }

    pub(super) fn below(&mut self, n: usize) -> usize {
        usize::try_from(self.0.next_u64() % n as u64).expect("below n")
    }

    fn percent(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }
}

/// A history as text, and the same as jobs.
pub(super) struct Sample {
    pub(super) text: String,
    pub(super) jobs: Vec<Job>,
}

struct Doing {
    f: &'static str,
    seats: Vec<&'static str>,
    begins: i64,
    /// What the show answered when the operation began, if it did anything then.
    early: Option<Did>,
}

/// At most `most` operations.
pub(super) fn sample(dice: &mut Dice, most: usize) -> Sample {
    let mut text = String::new();
    let mut jobs: Vec<Job> = Vec::new();
    let mut show: BTreeMap<&'static str, (bool, i64)> = BTreeMap::new();
    let mut busy: BTreeMap<i64, Doing> = BTreeMap::new();
    let mut idle: Vec<i64> = (-1..4).collect();
    let mut begun = 0;
    let mut place = 0;
    while (begun < most && !idle.is_empty()) || !busy.is_empty() {
        let start = begun < most && !idle.is_empty() && (busy.is_empty() || dice.percent(55));
        if start {
            let who = idle.swap_remove(dice.below(idle.len()));
            let f = match who {
                -1 => "expire",
                _ => ["book", "reserve", "reserve", "confirm", "confirm", "cancel"][dice.below(6)],
            };
            let seats =
                [vec!["D1"], vec!["D1"], vec!["D2"], vec!["D1", "D2"]][dice.below(4)].clone();
            line(&mut text, place, who, "invoke", f, &seats, None);
            let early = dice.percent(40).then(|| honest(f, who, &seats, &mut show)).flatten();
            busy.insert(who, Doing { f, seats, begins: place, early });
            begun += 1;
        } else {
            let nth = dice.below(busy.len());
            let who = *busy.keys().nth(nth).expect("below its length");
            let doing = busy.remove(&who).expect("it is there");
            let open = |did| Job {
                who,
                did,
                seats: doing.seats.clone(),
                begins: doing.begins,
                ends: OPEN,
                certain: false,
            };
            if dice.percent(15) {
                if dice.percent(50) {
                    honest(doing.f, who, &doing.seats, &mut show);
                }
                // A process of which nobody knows what it did does nothing more; nor is the end of the file written down.
                if dice.percent(70) {
                    line(&mut text, place, who, "info", doing.f, &doing.seats, Some("crashed"));
                }
                jobs.push(open(may(doing.f)));
            } else {
                let did = doing.early.or_else(|| honest(doing.f, who, &doing.seats, &mut show));
                let did = if dice.percent(12) { Some(lie(doing.f, dice)) } else { did };
                match did {
                    Some(did) => {
                        line(&mut text, place, who, "ok", doing.f, &doing.seats, Some(word(did)));
                        jobs.push(Job { ends: place, certain: true, ..open(did) });
                    }
                    None => line(&mut text, place, who, "fail", doing.f, &doing.seats, None),
                }
                idle.push(who);
            }
        }
        place += 1;
    }
    jobs.sort_by_key(|job| job.begins);
    Sample { text, jobs }
}

fn line(
    text: &mut String,
    place: i64,
    who: i64,
    kind: &str,
    f: &str,
    seats: &[&str],
    result: Option<&str>,
) {
    use std::fmt::Write;
    let result = result.map_or(String::new(), |result| format!(",\"result\":\"{result}\""));
    let value = format!("{{\"seats\":{seats:?}{result}}}");
    writeln!(
        text,
        "{{\"index\":{place},\"process\":{who},\"type\":\"{kind}\",\"f\":\"{f}\",\"value\":{value},\"time\":{place}}}"
    )
    .expect("a string takes everything");
}

/// What a show that works answers, and does.
fn honest(
    f: &'static str,
    who: i64,
    seats: &[&'static str],
    show: &mut BTreeMap<&'static str, (bool, i64)>,
) -> Option<Did> {
    let of = |seat: &&'static str| show.get(*seat).copied();
    let taken = seats.iter().any(|seat| of(seat).is_some_and(|(booked, _)| booked));
    let held = seats.iter().any(|seat| of(seat).is_some_and(|(booked, _)| !booked));
    let mine = seats.iter().all(|seat| of(seat) == Some((false, who)));
    match f {
        "book" if taken => return Some(Did::SawTaken),
        "reserve" if taken => return Some(Did::SawTaken),
        "reserve" if held => return Some(Did::SawHeld),
        "confirm" if !mine => return None,
        _ => {}
    }
    for seat in seats {
        let gone = match f {
            "cancel" => show.get(seat) == Some(&(false, who)),
            "expire" => show.get(seat).is_some_and(|(booked, _)| !booked),
            _ => false,
        };
        if gone {
            show.remove(seat);
        } else if f != "cancel" && f != "expire" {
            show.insert(seat, (f != "reserve", who));
        }
    }
    Some(if f == "confirm" { Did::Confirmed } else { may(f) })
}

/// The most that it may have done.
fn may(f: &str) -> Did {
    match f {
        "book" => Did::Booked,
        "reserve" => Did::Reserved,
        "confirm" => Did::ConfirmedLate,
        "cancel" => Did::Cancelled,
        _ => Did::Expired,
    }
}

fn lie(f: &str, dice: &mut Dice) -> Did {
    match f {
        "book" => [Did::Booked, Did::SawTaken][dice.below(2)],
        "reserve" => [Did::Reserved, Did::SawTaken, Did::SawHeld][dice.below(3)],
        "confirm" => [Did::Confirmed, Did::ConfirmedLate][dice.below(2)],
        other => may(other),
    }
}

fn word(did: Did) -> &'static str {
    match did {
        Did::Booked | Did::Confirmed => "booked",
        Did::ConfirmedLate => "booked-late",
        Did::Reserved => "reserved",
        Did::Cancelled => "cancelled",
        Did::Expired => "expired",
        Did::SawTaken => "taken",
        Did::SawHeld => "held",
    }
}
