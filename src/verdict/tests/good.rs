//! Traces of correct runs, which the judge has nothing against.

use super::*;

/// One of each kind of run that breaks no rule, by name.
pub(super) const GOOD: [(&str, &str); 20] = [
    (
        "naive, one after the other",
        "want=D1,D1
        A read D1 free
        A write D1; A end booked
        B read D1 taken; B end taken",
    ),
    (
        "naive, two seats each",
        "want=D1.D2,D3.D4
        A read D1 free
        B read D3 free
        A read D2 free
        A write D1
        B read D4 free
        A write D2; A end booked
        B write D3
        B write D4; B end booked",
    ),
    (
        "optimistic, one version",
        "want=D1,D1,D2
        A read D1 free 0
        B read D1 free 0
        A commit D1 1; A end booked
        C read D2 free 1
        B commit D1 conflict 1
        B read D1 taken 1; B end taken 2
        C commit D2 2; C end booked",
    ),
    (
        "optimistic, one version, two seats",
        "want=D1.D2,D2.D3
        A read D1 free 0
        B read D2 free 0
        A read D2 free 0
        B read D3 free 0
        B commit D2 1; B commit D3 1; B end booked
        A commit D1 conflict 1
        A read D1 free 1
        A read D2 taken 1; A end taken 2",
    ),
    (
        "optimistic, a version a seat",
        "want=D1.D2,D2.D3,D1 version=seat
        A read D1 free 0
        B read D2 free 0
        A read D2 free 0
        B read D3 free 0
        B commit D2 1; B commit D3 1; B end booked
        A commit D2 conflict 1
        C read D1 free 0
        A read D1 free 0
        A read D2 taken 1; A end taken 2
        C commit D1 1; C end booked",
    ),
    (
        "optimistic beside naive: the seat is gone though its version is not",
        "want=D1,D1
        A read D1 free 0
        B read D1 free 0
        B write D1; B end booked
        A commit D1 conflict 0
        A read D1 taken 0; A end taken 2",
    ),
    (
        "pessimistic, in a queue",
        "want=D1,D1,D1,D2
        A lock D1 1
        B lock D1 queued
        C lock D1 queued
        A check D1 free
        D lock D2 1
        A update D1
        D crash; D end crashed
        A unlock D1 0; B lock D1 granted 1; A end booked
        B check D1 taken
        B unlock D1 0; C lock D1 granted 1; B end taken
        C check D1 taken
        C unlock D1 0; C end taken",
    ),
    (
        "pessimistic, one lock for the show, taken twice, and a waiter crashes",
        "want=D1.D2,D1,D2
        A lock 1
        B lock queued
        C lock queued
        A lock 2
        A check D1 free
        A check D2 free
        B crash; B end crashed
        A update D1
        A update D2
        A unlock 1
        A unlock 0; C lock granted 1; A end booked
        C check D2 taken
        C unlock 0; C end taken",
    ),
    (
        "two-phase, bought while another asks",
        "want=D1,D1,D1
        A reserve D1 1; A pay asked 0
        B reserve D1 held; B end held
        A pay captured 0
        A confirm D1 1; A end booked
        C reserve D1 taken; C end taken",
    ),
    (
        "two-phase, declined, then somebody else",
        "want=D1.D2,D2.D1
        A reserve D1 1
        A reserve D2 2; A pay asked 0
        A pay declined 0
        A cancel D1 1; A cancel D2 2; A end declined
        B reserve D2 3
        B reserve D1 4; B pay asked 1
        B pay captured 1
        B confirm D2 3; B confirm D1 4; B end booked",
    ),
    (
        "two-phase, each has what the other wants",
        "want=D1.D2,D2.D1
        A reserve D1 1
        B reserve D2 2
        A reserve D2 held
        A release D1 1; A end held
        B reserve D1 3; B pay asked 1
        B pay no-answer 1
        B cancel D2 2; B cancel D1 3; B end unpaid",
    ),
    (
        "two-phase, paid too late and refunded",
        "want=D1.D2,D2
        A reserve D1 1
        @5 A reserve D2 2; A pay asked 0
        @600000 A expire D1 1
        @600005 A expire D2 2
        B reserve D2 3; B pay asked 1
        A pay captured 0
        B pay captured 1
        A confirm D1 refused 1
        B confirm D2 3; B end booked
        A refund 0; A end refunded",
    ),
    (
        "two-phase, given up too late",
        "want=D1.D2,D2,D3.D2
        A reserve D1 1
        C reserve D3 2
        @7 A reserve D2 3; A pay asked 0
        @600000 A expire D1 1; C expire D3 2
        C reserve D2 held
        C release D3 gone 2; C end held
        A pay declined 0
        A cancel D1 gone 1; A cancel D2 3; A end declined",
    ),
    (
        "two-phase, late but still free",
        "want=D1.D2 late=accept-if-free
        A reserve D1 1
        @5 A reserve D2 2; A pay asked 0
        @600000 A expire D1 1
        A pay captured 0
        A confirm D1 late-free 1; A confirm D2 2; A end booked",
    ),
    (
        "two-phase, late as a whole though one hold is live",
        "want=D1.D2 late=accept-if-free
        A reserve D1 1
        @5 A reserve D2 2; A pay asked 0
        @600000 A expire D1 1
        A pay captured 0
        A confirm D1 late-free 1; A confirm D2 late-free 2; A end booked",
    ),
    (
        "two-phase, swept",
        "want=D1,D1,D1 expiry=sweep:70000
        A reserve D1 1; A pay asked 0
        @600000 A expire D1 1
        @600001 B reserve D1 held; B end held
        @630000 - sweep D1 1
        C reserve D1 2; C pay asked 2
        A pay no-answer 0
        A cancel D1 gone 1; A end unpaid
        C pay captured 2
        C confirm D1 2; C end booked",
    ),
    (
        "two-phase, swept in the step of the expiry",
        "want=D1 expiry=sweep:1000
        A reserve D1 1; A pay asked 0
        A crash; A end crashed
        @600000 A expire D1 1; - sweep D1 1",
    ),
    (
        "two-phase, lazy, and a crash",
        "want=D1,D1 expiry=lazy
        A reserve D1 1; A pay asked 0
        A crash; A end crashed
        @600000 A expire D1 1
        B reserve D1 2; B pay asked 1
        B pay captured 1
        B crash; B end crashed
        @1200000 B expire D1 2",
    ),
    (
        "two-phase, held for ever",
        "want=D1,D1 hold=off
        A reserve D1 1; A pay asked 0
        A crash; A end crashed
        @9000000 B reserve D1 held; B end held",
    ),
    (
        "pessimistic beside two-phase: a hold stops nobody who does not look",
        "want=D1,D1
        A reserve D1 1; A pay asked 0
        B lock D1 1
        B check D1 free
        B update D1
        B unlock D1 0; B end booked
        A pay declined 0
        A cancel D1 1; A end declined",
    ),
];

#[test]
fn correct_runs_break_no_rule() {
    for (name, text) in GOOD {
        let (facts, trace) = parse(text);
        assert_eq!(print(&judge(&facts, &trace)), "", "{name}");
    }
}
