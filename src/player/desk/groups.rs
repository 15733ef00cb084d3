//! The parameters in the order and under the names in which the form shows them.

/// Some parameters that belong together.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Group {
    /// What they are about.
    pub title: &'static str,
    /// The name of each in a query, and its label.
    pub fields: &'static [(&'static str, &'static str)],
}

/// Every parameter but the version and the gallery's scenario, which has a place of its own.
pub const GROUPS: [Group; 8] = [
    Group {
        title: "Hall and users",
        fields: &[
            ("users", "Users"),
            ("seats", "Hall"),
            ("want", "Wanted seats"),
            ("party", "Seats an order"),
            ("seed", "Seed"),
        ],
    },
    Group { title: "Strategies", fields: &[("strategy", "Compared"), ("mix", "Mixed")] },
    Group {
        title: "Time",
        fields: &[
            ("clock", "Clock"),
            ("arrive", "Arrival"),
            ("lat", "Latency"),
            ("think", "Thinking"),
        ],
    },
    Group {
        title: "Optimistic locking",
        fields: &[("attempts", "Attempts"), ("backoff", "Back-off"), ("version", "Version")],
    },
    Group {
        title: "Pessimistic locking",
        fields: &[("lock", "Lock"), ("lockorder", "Lock order")],
    },
    Group {
        title: "Holds and payment",
        fields: &[
            ("hold", "Hold"),
            ("expiry", "Expiry"),
            ("pay", "Payment"),
            ("payfail", "Declined"),
            ("paylost", "Unanswered"),
            ("paytimeout", "Payment timeout"),
            ("late", "Late payment"),
        ],
    },
    Group {
        title: "Order",
        fields: &[
            ("sched", "Scheduler"),
            ("depth", "Depth"),
            ("order", "First choices"),
            ("crash", "Crashes"),
        ],
    },
    Group { title: "You", fields: &[("you", "Your letter"), ("clicks", "Your clicks")] },
];

/// The group of a parameter.
pub fn group_of(name: &str) -> Option<&'static Group> {
    GROUPS.iter().find(|group| group.fields.iter().any(|(field, _)| *field == name))
}
