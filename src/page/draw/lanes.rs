//! The lanes: one row a user, what it did, and what it does next or why it does not.

use super::grid::{Grid, ROWS_MAX};
use super::nows::Nows;
use super::plot::{axis, plot};
use super::sign::disc;
use crate::lab;
use crate::lab::{Contest, strategy_of};
use crate::player::{Session, Shown, count, plural};
use crate::scenario::Strategy;
use crate::units::User;
use std::rc::Rc;
use yew::{Callback, Html, Properties, classes, component, html, use_memo};

/// What the lanes depend on.
#[derive(Properties, PartialEq)]
pub struct LanesProps {
    /// The race.
    pub shown: Shown,
    /// Called with the user whose key cap is pressed; without it key caps only show letters.
    #[prop_or_default]
    pub pick: Option<Callback<User>>,
}

/// The lanes.
#[component]
pub fn Lanes(props: &LanesProps) -> Html {
    let shown = &props.shown;
    let grid = use_memo(shown.clone(), |shown| Grid::new(&shown.session));
    let session = &shown.session;
    let label = format!(
        "Steps {} to {} of {} {}. The log says the same in words.",
        grid.first,
        grid.cursor.max(grid.first),
        count(grid.rows.len() as u32),
        plural(grid.rows.len() as u32, "user"),
    );
    html! {
        <section class="lanes" aria-label="Lanes">
            <div class={classes!("tracks", grid.is_dense().then_some("dense"))}>
                <header class="lanes-cap"><h2 class="cap">{ "Lanes" }</h2></header>
                <div class="lanes-next cap" aria-hidden="true"></div>
                { heads(&grid, session) }
                <div class="plotbox" tabindex="0" role="region" aria-label="Lanes, scrollable">
                    { axis(&grid, session) }
                    { plot(&grid, session, &label) }
                </div>
                <Nows shown={shown.clone()} rows={Rc::clone(&grid.rows)} pick={props.pick.clone()} />
            </div>
            <p class="lanes-more" hidden={grid.hidden_users == 0}>{ format!(
                "Drawn are the {ROWS_MAX} users that acted last; {} more are not.", grid.hidden_users,
            ) }</p>
        </section>
    }
}

/// Who the rows belong to, and the seats of the ribbons below.
fn heads(grid: &Grid, session: &Session) -> Html {
    let users = grid.rows.iter().map(|user| {
        html! { <li key={user.0}>
            { disc(*user, "") }
            <b>{ user.to_string() }</b>
            <small>{ does(session, *user) }</small>
        </li> }
    });
    let hall = session.scenario().hall;
    let ribbons = session.lanes().ribbons.iter().enumerate().map(|(i, ribbon)| {
        html! { <li key={format!("seat {}", ribbon.seat.0)} class={classes!("seatline", (i == 0).then_some("first"))}>
            <span>{ "seat " }</span>{ hall.name(ribbon.seat) }
        </li> }
    });
    html! { <ol class="heads">{ for users }{ for ribbons }</ol> }
}

/// Under a name: the strategy where strategies are mixed or nothing else can be said, and the round where there are rounds.
fn does(session: &Session, user: User) -> String {
    let strategy = strategy_of(session.scenario(), session.contest(), user);
    let rounds = session.scenario().attempts;
    let round = session.stage().users.get(user.0 as usize).map_or(1, |view| view.round);
    let name = lab::about(strategy).name;
    match (strategy, session.contest()) {
        (Strategy::Optimistic, Contest::Mix) if round > 1 => format!("{name}, {round}/{rounds}"),
        (Strategy::Optimistic, Contest::All(_)) => format!("round {round} of {rounds}"),
        _ => name.to_string(),
    }
}
