//! The parameters in the order and under the names in which the editor shows them.

use crate::texts::worker::editor as texts;

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
        title: texts::HALL_AND_USERS,
        fields: &[
            ("users", texts::USERS),
            ("seats", texts::HALL),
            ("want", texts::WANTED_SEATS),
            ("party", texts::SEATS_AN_ORDER),
            ("seed", texts::SEED),
        ],
    },
    Group {
        title: texts::STRATEGIES,
        fields: &[("strategy", texts::COMPARED), ("mix", texts::MIXED)],
    },
    Group {
        title: texts::TIME,
        fields: &[
            ("clock", texts::CLOCK),
            ("arrive", texts::ARRIVAL),
            ("lat", texts::LATENCY),
            ("think", texts::THINKING),
        ],
    },
    Group {
        title: texts::OPTIMISTIC,
        fields: &[
            ("attempts", texts::ATTEMPTS),
            ("backoff", texts::BACK_OFF),
            ("version", texts::VERSION),
        ],
    },
    Group {
        title: texts::PESSIMISTIC,
        fields: &[("lock", texts::LOCK), ("lockorder", texts::LOCK_ORDER)],
    },
    Group {
        title: texts::HOLDS_AND_PAYMENT,
        fields: &[
            ("hold", texts::HOLD),
            ("expiry", texts::EXPIRY),
            ("pay", texts::PAYMENT),
            ("payfail", texts::DECLINED),
            ("paylost", texts::UNANSWERED),
            ("paytimeout", texts::PAYMENT_TIMEOUT),
            ("late", texts::LATE_PAYMENT),
        ],
    },
    Group {
        title: texts::ORDER,
        fields: &[
            ("sched", texts::SCHEDULER),
            ("depth", texts::DEPTH),
            ("order", texts::FIRST_CHOICES),
            ("crash", texts::CRASHES),
        ],
    },
    Group {
        title: texts::YOU,
        fields: &[("you", texts::YOUR_LETTER), ("clicks", texts::YOUR_CLICKS)],
    },
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
