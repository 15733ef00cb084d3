//! The lanes: one row a user, what it did, and what it does next or why it does not.

use super::grid::{Grid, ROWS_MAX, Scale};
use super::nows::nows;
use super::plot::{axis, plot};
use super::sign::{disc, drawing};
use crate::lab;
use crate::lab::{Contest, strategy_of};
use crate::player::{Markup, Session, Shown};
use crate::scenario::Strategy;
use crate::texts::forms::{count, plural};
use crate::trace::Choice;
use crate::units::{Clock, User};
use yew::{Callback, Html, Properties, classes, component, html};

/// What the lanes depend on.
#[derive(Properties, PartialEq)]
pub struct LanesProps {
    /// The race.
    pub shown: Shown,
    /// Where the steps stand: side by side, or by virtual time.
    #[prop_or_default]
    pub scale: Scale,
    /// Draws what each user does next; nothing where there is no room for it.
    #[prop_or_default]
    pub nexts: Nexts,
    /// Called with the choice whose key cap is pressed.
    #[prop_or_default]
    pub pick: Callback<Choice>,
}

/// Draws what each of these users does next.
type DrawNexts = fn(&Session, &[User], &Callback<Choice>) -> Html;

/// How the right end of the lanes is drawn. It is given, and not a part of the lanes: the frame's program, which has no room
/// for it, does not carry it.
#[derive(Clone, Copy, Default)]
pub struct Nexts(Option<DrawNexts>);

impl Nexts {
    /// With key caps to choose by hand.
    pub const CAPS: Nexts = Nexts(Some(nows));
}

/// There is one way to draw it: whether it is drawn never changes.
impl PartialEq for Nexts {
    fn eq(&self, other: &Nexts) -> bool {
        self.0.is_some() == other.0.is_some()
    }
}

/// The lanes.
#[component]
pub fn Lanes(props: &LanesProps) -> Html {
    let session = &props.shown.session;
    let grid = Grid::new(session, props.scale);
    let label = format!(
        "Steps {} to {} of {} {}. The log says the same in words.",
        grid.first,
        grid.cursor.max(grid.first),
        count(grid.rows.len() as u32),
        plural(grid.rows.len() as u32, "user"),
    );
    let (width, height) = (grid.width(), grid.height());
    html! {
        <section class="lanes" aria-label="Lanes">
            <div class={classes!("tracks", grid.is_dense().then_some("dense"), grid.is_timed().then_some("timed"))}>
                <header class="lanes-cap"><h2 class="cap">{ "Lanes" }</h2></header>
                <div class="lanes-next"><p class="hint">{ hint(session) }</p></div>
                <ol class="heads">{ drawing(|out| heads(out, &grid, session)) }</ol>
                <div class="plotbox" tabindex="0" role="region" aria-label="Lanes, scrollable">
                    <svg class="plot axis" width={grid.width_em()} viewBox={format!("0 0 {width} 36")} aria-hidden="true">
                        { drawing(|out| axis(out, &grid, session)) }
                    </svg>
                    <svg class="plot rows" width={grid.width_em()} viewBox={format!("0 0 {width} {height}")} role="img" aria-label={label}>
                        { drawing(|out| plot(out, &grid, session)) }
                    </svg>
                    <div id="doom"></div>
                </div>
                { props.nexts.0.map(|nows| nows(session, &grid.rows, &props.pick)) }
            </div>
            <p class="lanes-more" hidden={grid.hidden_users == 0}>{ format!(
                "Drawn are the {ROWS_MAX} users that acted last; {} more are not.", grid.hidden_users,
            ) }</p>
        </section>
    }
}

/// What choosing by hand does to time.
fn hint(session: &Session) -> &'static str {
    match session.scenario().clock {
        _ if session.hand().is_some() => "The others race by themselves, at the speed of people.",
        Clock::Natural => "Press a letter and that user steps. Delays no longer count then.",
        Clock::Free => "Press a letter and that user steps next. No delays count.",
    }
}

/// Who the rows belong to, and the seats of the ribbons below.
fn heads(out: &mut Markup, grid: &Grid, session: &Session) {
    for user in &grid.rows {
        out.raw("<li>");
        disc(out, *user, "");
        let texts = [user.to_string(), does(session, *user)];
        out.put("<b>$</b><small>$</small></li>", &[], &[&texts[0], &texts[1]]);
    }
    for (i, ribbon) in session.lanes().ribbons.iter().enumerate() {
        let name = session.scenario().hall.name(ribbon.seat);
        let first = if i == 0 { "first" } else { "" };
        let line = "<li class='seatline $'><span>seat </span>$</li>";
        out.put(line, &[], &[first, &name]);
    }
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
