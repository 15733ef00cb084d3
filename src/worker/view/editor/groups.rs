//! The parameters in the order and under the names in which the editor shows them.

/// Some parameters that belong together.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Group {
    /// What they are about.
    pub(super) title: &'static str,
    /// The name of each in a query, and its label.
    pub(super) fields: &'static [(&'static str, &'static str)],
}

/// Every parameter but the version and the gallery's scenario, which has a place of its own.
pub(super) const GROUPS: [Group; 8] = [
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

#[cfg(test)]
mod tests {
    use super::GROUPS;
    use crate::scenario::params;

    #[test]
    fn every_parameter_has_its_place_in_the_editor_once() {
        let placed: Vec<&str> = GROUPS.iter().flat_map(|g| g.fields).map(|field| field.0).collect();
        for param in params().iter().filter(|param| !["v", "s"].contains(&param.name)) {
            let times = placed.iter().filter(|name| **name == param.name).count();
            assert_eq!(times, 1, "{}", param.name);
        }
        assert_eq!(placed.len(), params().len() - 2);
    }
}
