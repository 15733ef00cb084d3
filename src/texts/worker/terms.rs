//! What the words mean: for the help.

/// Each in one or two sentences, from what everybody meets to what one may meet.
pub const ALL: [(&str, &str); 16] = [
    ("step", "One look at the show, or one change of it. Nothing happens between two steps."),
    ("order", "Who steps when. The same order always gives the same race."),
    ("read", "A user looks whether a seat is free. A moment later that may be out of date."),
    ("write", "A user puts its name on a seat, whoever has it by then."),
    ("lost update", "A write undoes another one, because its user did not know of it."),
    ("double booking", "Two users have a ticket for one seat."),
    (
        "version",
        "A number that grows with each change: whoever sees it changed knows of the change.",
    ),
    ("commit", "Look whether the version is still the same, and write, in one step."),
    ("conflict", "A commit is refused, because somebody else was first. The user begins again."),
    ("lock", "Only its owner may go on. Everybody else waits in a queue."),
    ("deadlock", "Users wait for each other, and none of them can go on."),
    ("hold", "A seat is kept for one user for a while, so that it can pay."),
    ("expiry", "The time of a hold is over, and the seat is free again."),
    ("refund", "Money goes back, because the seat could not be booked after the payment."),
    ("virtual time", "The clock of the race. It jumps from step to step, and nobody waits for it."),
    ("verdict", "What the judge says of the race: which rule was broken, and at which step."),
];
