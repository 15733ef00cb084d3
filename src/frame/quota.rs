//! How many messages are heard: a host that sends more is told so once a second, and otherwise not heard.

/// The most messages that are heard in a second.
pub const MESSAGES_A_SECOND_MAX: usize = 50;

const SECOND_MS: f64 = 1_000.0;

/// The times at which the last messages were heard, in ms of the page's clock.
#[derive(Clone, Debug, Default)]
pub(super) struct Quota {
    heard_ms: Vec<f64>,
    complained_ms: Option<f64>,
}

/// What becomes of a message.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Admission {
    /// It is heard.
    Heard,
    /// It is not, and the host is told.
    Told,
    /// It is not.
    Dropped,
}

impl Quota {
    pub(super) fn admit(&mut self, at_ms: f64) -> Admission {
        self.heard_ms.retain(|heard_ms| at_ms - heard_ms < SECOND_MS);
        if self.heard_ms.len() < MESSAGES_A_SECOND_MAX {
            self.heard_ms.push(at_ms);
            return Admission::Heard;
        }
        if self.complained_ms.is_some_and(|told_ms| at_ms - told_ms < SECOND_MS) {
            return Admission::Dropped;
        }
        self.complained_ms = Some(at_ms);
        Admission::Told
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fifty_are_heard_in_any_second() {
        let mut quota = Quota::default();
        let heard = (0..1_000).map(|i| (f64::from(i), quota.admit(f64::from(i))));
        let all: Vec<_> = heard.collect();
        assert_eq!(all.iter().filter(|(_, a)| *a == Admission::Heard).count(), 50);
        assert_eq!(all.iter().filter(|(_, a)| *a == Admission::Told).count(), 1);
        assert_eq!(quota.admit(1_000.0), Admission::Heard, "the first is a second ago");
        assert_eq!(quota.admit(1_000.5), Admission::Dropped);
        assert_eq!(quota.admit(1_051.0), Admission::Heard, "all of the first are a second ago");
    }
}
