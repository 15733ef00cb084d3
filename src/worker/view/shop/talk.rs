//! What the shop says, and what can be pressed then: a function of how the person's user stands.

use super::{Counter, last, others_told, shared};
use crate::player::{UserState, told};
use crate::texts::worker::shop as texts;
use crate::trace::{Intent, Op, Outcome};
use crate::units::{Ms, User};
use crate::worker::Turn;

/// One thing to press.
#[derive(Debug)]
pub(super) struct Act {
    pub(super) does: &'static str,
    pub(super) name: String,
    /// It is the one to press.
    pub(super) is_gold: bool,
    /// What comes of it.
    pub(super) note: Option<&'static str>,
}

/// What the shop says at a moment.
#[derive(Default, Debug)]
pub(super) struct Talk {
    pub(super) says: String,
    pub(super) more: String,
    /// Until when something is held, in virtual ms.
    pub(super) until: Option<Ms>,
    /// What it says turned out to be wrong.
    pub(super) wrong: bool,
    /// It asks for a payment.
    pub(super) pays: bool,
    pub(super) acts: Vec<Act>,
}

fn say(says: impl Into<String>, more: impl Into<String>) -> Talk {
    Talk { says: says.into(), more: more.into(), ..Talk::default() }
}

impl Talk {
    fn gold(mut self, does: &'static str, name: impl Into<String>) -> Talk {
        self.acts.push(Act { does, name: name.into(), is_gold: true, note: None });
        self
    }

    fn or(mut self, does: &'static str, name: impl Into<String>) -> Talk {
        self.acts.push(Act { does, name: name.into(), is_gold: false, note: None });
        self
    }
}

pub(super) fn talk(counter: &Counter<'_>) -> Talk {
    let user = counter.me;
    let state = counter.stage.users[user.0 as usize].state;
    if counter.turn == Turn::None {
        return match state {
            UserState::Ended { result, .. }
                if counter.over && !counter.scenario.clicks.is_empty() =>
            {
                ended(counter, result).or("sit:", texts::RACE_AGAIN)
            }
            _ => say(texts::place_is_yours(user), texts::OTHERS_GO_ON).or("sit:", texts::TAKE_IT),
        };
    }
    let leave = texts::leave_it_to(user);
    match state {
        UserState::Ended { result, .. } => {
            ended(counter, result).or("rise:", texts::SEE_HOW_IT_WENT)
        }
        UserState::Waits { intent, owner, .. } => queue(counter, intent, owner),
        _ if counter.turn == Turn::Sent => say(texts::SENDING, texts::ON_ITS_WAY),
        UserState::Pays { .. } => pay(counter),
        UserState::About(intent) => about(counter, intent).or("rise:", leave),
    }
}

fn about(counter: &Counter<'_>, intent: Intent) -> Talk {
    let scenario = counter.scenario;
    let seats = &counter.chosen();
    if !counter.has_begun() {
        if scenario.clicks.is_empty() {
            return say(texts::CHOOSE, texts::choose_more(counter.me));
        }
        let (name, more) = match intent.op {
            Op::Lock => (texts::lock(seats), texts::LOCK_MORE),
            Op::Reserve => (texts::hold(seats), texts::HOLD_MORE),
            _ => (texts::look_at(seats), texts::LOOK_MORE),
        };
        return say(texts::these(seats), more).gold("go:", name);
    }
    let me = &counter.stage.users[counter.me.0 as usize];
    match intent.op {
        Op::Read if last(counter) == Some(Outcome::Conflict) => {
            say(texts::QUICKER, texts::out_of_date(seats, me.round, scenario.attempts))
                .gold("go:", texts::LOOK_AGAIN)
        }
        Op::Commit | Op::Write => {
            let since = me.belief.as_ref().map(|belief| belief.since);
            say(texts::free(seats), texts::was_free(seats, since)).gold("go:", texts::book(seats))
        }
        Op::Update => say(texts::locked_for_you(seats), texts::waiting(seats, &waiting(counter)))
            .gold("go:", texts::book(seats)),
        _ => say(texts::ONE_MOMENT, texts::AT_WORK),
    }
}

/// Who waits for what the person has locked.
fn waiting(counter: &Counter<'_>) -> Vec<User> {
    let locks = counter.stage.seats.values().filter_map(|seat| seat.lock.as_ref());
    let mine = locks.chain(&counter.stage.show_lock).filter(|lock| lock.owner == counter.me);
    mine.flat_map(|lock| &lock.queue).copied().collect()
}

fn queue(counter: &Counter<'_>, intent: Intent, owner: Option<User>) -> Talk {
    let lock = match intent.seat {
        Some(seat) => counter.stage.seats.get(&seat).and_then(|view| view.lock.as_ref()),
        None => counter.stage.show_lock.as_ref(),
    };
    let ahead = lock.and_then(|lock| lock.queue.iter().position(|user| *user == counter.me));
    let seat = intent.seat.map(|seat| counter.scenario.hall.name(seat));
    say(
        texts::number_in_queue(ahead.unwrap_or_default() + 1),
        texts::has_the_lock(owner, seat.as_deref()),
    )
}

fn pay(counter: &Counter<'_>) -> Talk {
    let seats = &counter.chosen();
    let holds = counter.holds();
    let until = holds.iter().filter_map(|seat| counter.stage.seats.get(seat)?.hold?.expires).min();
    let talk = match (holds.is_empty(), until) {
        (true, _) => say(texts::HOLD_HAS_ENDED, texts::form_still_open(seats)),
        (false, None) => say(texts::held_for_you(seats), texts::HOLD_DOES_NOT_END),
        (false, Some(_)) => say(texts::held_for_you(seats), texts::PAY_BEFORE),
    };
    let can = counter.scenario.answers();
    let answers = [
        (can.captured, "go:p", texts::PAY, texts::BANK_PAYS),
        (can.declined, "go:d", texts::PAY_EMPTY, texts::BANK_DECLINES),
        (can.lost, "go:n", texts::LOSE_CONNECTION, texts::NO_ANSWER),
    ];
    let possible = answers.into_iter().filter(|(can, ..)| *can);
    let acts = possible.map(|(_, does, name, note)| Act {
        does,
        name: name.to_owned(),
        is_gold: does == "go:p",
        note: Some(note),
    });
    Talk { until, pays: true, acts: acts.collect(), ..talk }
}

/// How it ended, as the shop tells it, and what it did not know.
fn ended(counter: &Counter<'_>, result: Outcome) -> Talk {
    let seats = &counter.chosen();
    let others = others_told(counter);
    let told = told(result);
    let shop = texts::shop_said(told);
    match result {
        Outcome::Booked if !others.is_empty() => Talk {
            wrong: true,
            ..say(
                texts::yours_and_theirs(seats, &shared(counter), &others),
                texts::shop_said_to_both(told, &others),
            )
        },
        Outcome::Booked => {
            let events = &mut counter.trace.events.iter().rev();
            let mine = events.find(|event| event.user() == Some(counter.me));
            let shop = mine.map_or(shop, |event| texts::shop_said_after(told, event.at));
            say(texts::yours(seats), shop)
        }
        Outcome::Taken => say(texts::went_to_somebody_else(seats), shop),
        Outcome::Held => say(texts::somebody_else_pays(seats), shop),
        Outcome::GaveUp => say(texts::ALWAYS_QUICKER, shop),
        Outcome::Refunded => say(texts::PAID_LATE, texts::shop_said_refund(told)),
        _ => say(texts::no_ticket(seats), shop),
    }
}
