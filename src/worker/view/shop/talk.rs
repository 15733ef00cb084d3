//! What the shop says, and what can be pressed then: a function of how the person's user stands.

use super::{Counter, last, names, others_told};
use crate::player::{UserState, told};
use crate::scenario::Scenario;
use crate::texts::forms::listed;
use crate::trace::{Intent, Op, Outcome};
use crate::units::Ms;
use crate::worker::Turn;

/// One thing to press: what it does, its name, and whether it is the one to press.
type Act = (&'static str, String, bool);

/// What the shop says at a moment.
#[derive(Default, Debug)]
pub(super) struct Talk {
    pub(super) says: String,
    pub(super) more: String,
    /// Until when something is held, in virtual ms.
    pub(super) until: Option<Ms>,
    /// What it says turned out to be wrong.
    pub(super) wrong: bool,
    pub(super) acts: Vec<Act>,
}

fn say(says: impl Into<String>, more: impl Into<String>) -> Talk {
    Talk { says: says.into(), more: more.into(), ..Talk::default() }
}

impl Talk {
    fn gold(mut self, does: &'static str, name: impl Into<String>) -> Talk {
        self.acts.push((does, name.into(), true));
        self
    }

    fn or(mut self, does: &'static str, name: impl Into<String>) -> Talk {
        self.acts.push((does, name.into(), false));
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
                ended(counter, result).or("sit:", "Race again")
            }
            _ => say(
                format!("{user}’s place in this race is yours."),
                "The others go on at the speed of people.",
            )
            .or("sit:", "Take it"),
        };
    }
    let leave = format!("Leave it to {user}");
    match state {
        UserState::Ended { result, .. } => ended(counter, result).or("rise:", "See how it went"),
        UserState::Waits { intent, owner, .. } => queue(counter, intent, owner),
        _ if counter.turn == Turn::Sent => {
            say("Sending…", "What you pressed is on its way to the show.")
        }
        UserState::Pays { .. } => pay(counter),
        UserState::About(intent) => about(counter, intent).or("rise:", leave),
    }
}

fn about(counter: &Counter<'_>, intent: Intent) -> Talk {
    let scenario = counter.scenario;
    let seats = counter.chosen();
    if !counter.has_begun() {
        if scenario.clicks.is_empty() {
            return say(
                "Choose a seat.",
                "Press one in the hall, or several. Play lets the others in.",
            );
        }
        let (name, more) = match intent.op {
            Op::Lock => ("Lock", "Whoever has the lock looks and books alone; the others wait."),
            Op::Reserve => ("Hold", "A seat that you hold is yours while you pay."),
            _ => ("Look at", "This shop protects nothing until you book."),
        };
        return say(format!("{seats}?"), more).gold("go:", format!("{name} {seats}"));
    }
    let is = if scenario.clicks.len() == 1 { "is" } else { "are" };
    match intent.op {
        Op::Read if last(counter) == Some(Outcome::Conflict) => say(
            "Sorry, somebody was quicker.",
            format!("What you saw of {seats} is out of date: look again. {}.", tries(counter)),
        )
        .gold("go:", "Look again"),
        Op::Commit | Op::Write => {
            let seen = counter.stage.users[counter.me.0 as usize].belief.as_ref();
            let since = seen.map_or(String::new(), |belief| {
                format!(" when you looked, at step {}", belief.since)
            });
            say(
                format!("{seats} {is} free."),
                format!("It was{since}. Others may be looking at it now."),
            )
            .gold("go:", format!("Book {seats}"))
        }
        Op::Update => say(format!("{seats} {is} free, and locked for you."), waiting(counter))
            .gold("go:", format!("Book {seats}")),
        _ => say("One moment…", "The shop is at work for you."),
    }
}

fn tries(counter: &Counter<'_>) -> String {
    let round = counter.stage.users[counter.me.0 as usize].round;
    format!("Try {round} of {}", counter.scenario.attempts)
}

/// Who waits for what the person has locked.
fn waiting(counter: &Counter<'_>) -> String {
    let locks = counter.stage.seats.values().filter_map(|seat| seat.lock.as_ref());
    let mine = locks.chain(&counter.stage.show_lock).filter(|lock| lock.owner == counter.me);
    let names: Vec<String> = mine.flat_map(|lock| &lock.queue).map(ToString::to_string).collect();
    match names.as_slice() {
        [] => "Nobody else can book it now.".to_owned(),
        [one] => format!("{one} waits until you are done."),
        all => format!("{} wait until you are done.", listed(all)),
    }
}

fn queue(counter: &Counter<'_>, intent: Intent, owner: Option<crate::units::User>) -> Talk {
    let lock = match intent.seat {
        Some(seat) => counter.stage.seats.get(&seat).and_then(|view| view.lock.as_ref()),
        None => counter.stage.show_lock.as_ref(),
    };
    let ahead = lock.and_then(|lock| lock.queue.iter().position(|user| *user == counter.me));
    let owner = owner.map_or("Somebody".to_owned(), |owner| owner.to_string());
    let what = intent.seat.map_or("the show".to_owned(), |seat| counter.scenario.hall.name(seat));
    let says = format!("You are number {} in the queue.", ahead.unwrap_or_default() + 1);
    say(
        says,
        format!(
            "{owner} has the lock of {what}. Nothing to press: it is your turn when they are done."
        ),
    )
}

fn pay(counter: &Counter<'_>) -> Talk {
    let seats = counter.chosen();
    let is = if counter.scenario.clicks.len() == 1 { "is" } else { "are" };
    let answers = answers(counter.scenario);
    let holds = &counter.stage.users[counter.me.0 as usize].holds;
    let until = holds.iter().filter_map(|seat| counter.stage.seats.get(seat)?.hold?.expires).min();
    let mut talk = match (holds.is_empty(), until) {
        (true, _) => say(
            "Your hold has ended.",
            format!("{seats} may be somebody else’s by now. The payment form is still open."),
        ),
        (false, None) => say(format!("{seats} {is} held for you."), "The hold does not end."),
        (false, Some(_)) => say(format!("{seats} {is} held for you."), "Pay before it ends:"),
    };
    talk.until = until;
    let [captured, declined, lost] = answers;
    if captured {
        talk = talk.gold("go:p", "Pay");
    }
    if declined {
        talk = talk.or("go:d", "Pay with an empty card");
    }
    if lost {
        talk = talk.or("go:n", "Lose the connection");
    }
    talk
}

/// Which answers a payment can have: captured, declined, none.
fn answers(scenario: &Scenario) -> [bool; 3] {
    let answers = scenario.answers();
    [answers.captured, answers.declined, answers.lost]
}

/// How it ended, as the shop tells it, and what it did not know.
fn ended(counter: &Counter<'_>, result: Outcome) -> Talk {
    let seats = names(counter.scenario, &counter.scenario.clicks);
    let others = others_told(counter);
    let shop = format!("The shop said: “{}”.", told(result));
    let clock = counter.trace.events.iter().rev().find(|event| event.user() == Some(counter.me));
    let at = clock
        .map_or(String::new(), |event| format!(" After {}.", crate::texts::forms::lapse(event.at)));
    match result {
        Outcome::Booked if !others.is_empty() => {
            let names: Vec<String> = others.iter().map(ToString::to_string).collect();
            let names = listed(&names);
            Talk {
                wrong: true,
                ..say(
                    format!("{seats} is yours. It is {names}’s, too."),
                    format!("{shop} It said the same to {names}."),
                )
            }
        }
        Outcome::Booked => say(format!("{seats}: yours."), format!("{shop}{at}")),
        Outcome::Taken => say(format!("{seats} went to somebody else."), shop),
        Outcome::Held => say(format!("Somebody else is paying for {seats}."), shop),
        Outcome::GaveUp => say("Always somebody was quicker.", shop),
        Outcome::Refunded => {
            say("Your payment came after your hold.", format!("{shop} You get your money back."))
        }
        _ => say(format!("No ticket for {seats}."), shop),
    }
}
