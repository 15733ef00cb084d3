//! The legends: what the seats of the hall and the marks of the lanes mean. Only what the strategies of the race can show.

use super::seat::{drawn, ring};
use super::sign::{glyph_icon, hue};
use crate::player::{HoldView, Look};
use crate::scenario::Strategy;
use crate::units::User;
use yew::{Classes, Html, Properties, component, html};

/// What a legend depends on.
#[derive(Properties, PartialEq)]
pub struct KeyProps {
    /// The strategies that take part.
    pub strategies: Vec<Strategy>,
    /// Expired seats wait to be freed (`expiry` is not `timer`).
    #[prop_or_default]
    pub spent: bool,
    /// Clients may crash.
    #[prop_or_default]
    pub crash: bool,
}

/// Both legends, seats first.
#[component]
pub fn Key(props: &KeyProps) -> Html {
    html! { <>
        <ul class="key" aria-label="Seat states">{ for seats(props) }</ul>
        <ul class="key marks" aria-label="Lane marks">{ for marks(props) }</ul>
    </> }
}

fn seats(props: &KeyProps) -> Vec<Html> {
    let has = |strategy| props.strategies.contains(&strategy);
    let hold = HoldView { user: User(3), token: 0, since: 0, expires: None, expired: false };
    let reads = props.strategies.iter().any(|s| *s != Strategy::TwoPhase);
    let twice = has(Strategy::Naive) || props.strategies.len() > 1;
    let rows = [
        (true, Look::Free, "free"),
        (true, Look::Wanted(vec![User(4)]), "wanted"),
        (reads, Look::Read(vec![User(2)]), "being read"),
        (has(Strategy::TwoPhase), Look::Held(hold), "held"),
        (has(Strategy::TwoPhase) && props.spent, Look::Spent(hold), "expired"),
        (true, Look::Booked(User(0)), "booked"),
        (twice, Look::Sold(vec![User(0), User(1)]), "sold twice"),
    ];
    let rows = rows.into_iter().filter(|row| row.0);
    let mut items: Vec<Html> = rows.map(|(_, look, word)| seat(&look, word)).collect();
    if has(Strategy::Pessimistic) {
        items.push(html! { <li key="locked">
            <svg viewBox="0 0 28 27" aria-hidden="true"><use href="#lock" x="14" y="12" /></svg>{ "locked" }
        </li> });
    }
    items
}

fn seat(look: &Look, word: &'static str) -> Html {
    let held = match look {
        Look::Held(hold) => Some(html! { <g class={hue(hold.user)}>{ ring(64.0) }</g> }),
        _ => None,
    };
    html! { <li key={word}>
        <svg viewBox="0 0 28 27" aria-hidden="true">{ drawn(look) }{ for held }</svg>{ word }
    </li> }
}

fn marks(props: &KeyProps) -> Vec<Html> {
    let has = |strategy| props.strategies.contains(&strategy);
    let reads = props.strategies.iter().any(|s| *s != Strategy::TwoPhase);
    let two = has(Strategy::TwoPhase);
    let locks = has(Strategy::Pessimistic);
    let rows = [
        (reads, "n-read", "read"),
        (true, "n-write", "write"),
        (two, "n-reserve", "reserve"),
        (two, "n-pay", "pay"),
        (two, "n-paid", "paid"),
        (two, "n-no", "declined"),
        (locks, "n-lock", "lock"),
        (locks, "n-unlock", "unlock"),
        (two || has(Strategy::Optimistic), "n-conf", "refused"),
        (true, "n-out", "turned away"),
        (two, "n-exp", "hold expired"),
        (two, "n-ref", "refund"),
        (two, "n-release", "given up"),
        (props.crash, "n-crash", "crash"),
    ];
    let rows = rows.into_iter().filter(|row| row.0);
    let mut items: Vec<Html> = rows
        .map(|(_, id, word)| html! { <li key={word}>{ glyph_icon(id, Classes::new()) }{ word }</li> })
        .collect();
    if locks {
        items.push(html! { <li key="wait">
            <svg viewBox="-9 -9 18 18" aria-hidden="true"><rect x="-9" y="-5" width="18" height="10" class="span-wait" /></svg>{ "wait" }
        </li> });
    }
    items
}
