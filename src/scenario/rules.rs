//! What the parameters ask of each other.

use super::{Cast, Scenario, Strategy};
use crate::texts::scenario::problems as texts;
use crate::trace::{Choice, Mark};
use crate::units::LETTERS;

/// Parameters that do not fit together.
#[derive(Debug)]
pub(super) struct Clash {
    /// All parameters that have part in it, the one to blame first. A gallery scenario is never to blame, so the first
    /// of these that the query gives is.
    pub(super) blame: Vec<&'static str>,
    /// What is wrong, in words that hold whichever is blamed; nothing where the allowed values say it.
    pub(super) reason: Option<String>,
}

impl Clash {
    pub(super) fn new(blame: &[&'static str], reason: impl Into<String>) -> Clash {
        Clash { blame: blame.to_vec(), reason: Some(reason.into()) }
    }
}

/// The first rule broken by a scenario whose values are each allowed by themselves.
pub(super) fn first_clash(s: &Scenario) -> Option<Clash> {
    let seats = s.hall.seats();
    if s.party > seats {
        let reason = texts::more_than_the_hall(s.party, seats);
        return Some(Clash::new(&["party", "seats"], reason));
    }
    let percent = s.payfail_percent + s.paylost_percent;
    if percent > 100 {
        let reason = texts::too_many_percent(percent);
        return Some(Clash::new(&["paylost", "payfail"], reason));
    }
    if let Some(you) = s.you.filter(|you| you.0 >= s.users) {
        return Some(Clash::new(&["you", "users"], texts::beyond(you, s.users)));
    }
    if s.you.is_none() && !s.clicks.is_empty() {
        return Some(Clash::new(&["clicks", "you"], texts::NOBODY_CLICKS));
    }
    order_clash(s)
}

fn order_clash(s: &Scenario) -> Option<Clash> {
    if s.users > LETTERS && !s.order.0.is_empty() {
        let reason = texts::only_some_have_letters(LETTERS, s.users);
        return Some(Clash::new(&["users", "order"], reason));
    }
    s.order.0.iter().find_map(|choice| {
        let Choice::Step(user, mark) = *choice else { return None };
        if user.0 >= s.users {
            return Some(Clash::new(&["order", "users"], texts::beyond(user, s.users)));
        }
        mark_clash(s, mark?)
    })
}

fn mark_clash(s: &Scenario, mark: Mark) -> Option<Clash> {
    let (possible, blame, why): (bool, &'static [_], _) = match mark {
        Mark::Crash => (s.crash > 0, &["order", "crash"], texts::NO_CRASH),
        _ if !pays(s) => (false, &["order", "strategy", "mix"], texts::NOBODY_PAYS),
        Mark::Captured => (
            s.answers().captured,
            &["order", "payfail", "paylost", "paytimeout"],
            texts::NONE_CAPTURED,
        ),
        Mark::Declined => {
            (s.answers().declined, &["order", "payfail", "paytimeout"], texts::NONE_DECLINED)
        }
        Mark::NoAnswer => {
            (s.answers().lost, &["order", "paylost", "paytimeout"], texts::ALL_ANSWERED)
        }
    };
    let reason = || texts::impossible_mark(mark.letter(), why);
    (!possible).then(|| Clash::new(blame, reason()))
}

/// Whether a payment can happen at all: only two-phase pays.
fn pays(s: &Scenario) -> bool {
    match &s.cast {
        Cast::Compare(strategies) | Cast::Mix(strategies) => {
            strategies.contains(&Strategy::TwoPhase)
        }
    }
}
