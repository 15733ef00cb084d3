//! The lanes: one row a user, what it did, and what it does next or why it does not.

use super::grid::{Grid, ROWS_MAX, Scale};
use super::nows::nows;
use super::plot;
use super::ribbons::ribbons;
use super::sign::{disc, drawing, group};
use crate::lab;
use crate::lab::{Contest, strategy_of};
use crate::player::desk::can_choose;
use crate::player::{Markup, Session, Shown};
use crate::scenario::Strategy;
use crate::texts::draw::lanes as texts;
use crate::units::{Clock, User};
use yew::{Html, Properties, classes, component, html};

/// Cuts and tags stand out so far above the rows.
const ABOVE: i32 = 24;

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
    /// They are made and not shown.
    #[prop_or_default]
    pub hidden: bool,
}

/// Draws what each of these users does next.
type DrawNexts = fn(&Session, &[User]) -> Html;

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
    let last = grid.cursor.max(grid.first);
    let label = texts::steps_of_users(grid.first, last, grid.rows.len() as u32);
    let (width, height) = (grid.width(), grid.height());
    let tall = height + ABOVE;
    // A lane can be pressed: its user steps. While somebody takes part, the others are their own.
    let by_hand =
        props.nexts.0.is_some() && session.hand().is_none() && can_choose(session.scenario());
    html! {
        <section class="lanes" aria-label={texts::LANES} hidden={props.hidden}>
            <div class={classes!("tracks", grid.is_dense().then_some("dense"), grid.is_timed().then_some("timed"))}>
                <header class="lanes-cap"><h2 class="cap">{ texts::LANES }</h2></header>
                <div class="lanes-next"><p class="hint">{ hint(session) }</p></div>
                <ol class="heads">
                    { drawing(|out| heads(out, &grid, session, by_hand)) }
                    { drawing(|out| seats(out, session)) }
                </ol>
                <div class="plotbox" tabindex="0" role="region" aria-label={texts::LANES_SCROLLABLE}>
                    <svg class="plot axis" width={grid.width_em()} viewBox={format!("0 0 {width} 36")} aria-hidden="true">
                        { group(&mut |out| plot::axis(out, &grid, session)) }
                    </svg>
                    <svg class="plot rows" width={grid.width_em()} viewBox={format!("0 0 {width} {height}")} role="img" aria-label={label}>
                        { group(&mut |out| plot::paper(out, &grid, session)) }
                        if by_hand { { group(&mut |out| plot::presses(out, &grid)) } }
                        // What moves, and is cut off where the window ends. Some of it stands out above the first row.
                        <svg class="moves" y={(-ABOVE).to_string()} width={width.to_string()} height={tall.to_string()} viewBox={format!("{} -{ABOVE} {width} {tall}", grid.left())}>
                            <g>{ plot::rows(&grid, session) }</g>
                            { group(&mut |out| plot::across(out, &grid, session)) }
                            { group(&mut |out| ribbons(out, &grid, session)) }
                        </svg>
                    </svg>
                    <div id="doom"></div>
                </div>
                { props.nexts.0.map(|nows| nows(session, &grid.rows)) }
            </div>
            <p class="lanes-more" hidden={grid.hidden_users == 0}>{ texts::users_drawn(ROWS_MAX, grid.hidden_users) }</p>
        </section>
    }
}

/// What choosing by hand does to time.
fn hint(session: &Session) -> &'static str {
    match session.scenario().clock {
        _ if session.is_over() => "",
        _ if session.hand().is_some() => texts::OTHERS_RACE,
        _ if !can_choose(session.scenario()) => texts::TOO_MANY_TO_CHOOSE,
        Clock::Natural => texts::LETTERS_DELAYS,
        Clock::Free => texts::LETTERS,
    }
}

/// Who the rows belong to.
fn heads(out: &mut Markup, grid: &Grid, session: &Session, by_hand: bool) {
    for user in &grid.rows {
        match user.letter().filter(|_| by_hand) {
            Some(letter) => out.put("<li data-do='choose:$'>", &[], &[&letter.to_string()]),
            None => out.raw("<li>"),
        }
        disc(out, *user, "");
        let heads = [user.to_string(), does(session, *user)];
        out.put("<b>$</b><small>$</small></li>", &[], &[&heads[0], &heads[1]]);
    }
}

/// The seats of the ribbons below.
fn seats(out: &mut Markup, session: &Session) {
    for (i, ribbon) in session.lanes().ribbons.iter().enumerate() {
        let name = session.scenario().hall.name(ribbon.seat);
        let first = if i == 0 { "first" } else { "" };
        let line = "<li class='seatline $'><span>$</span>$</li>";
        out.put(line, &[], &[first, texts::SEAT, &name]);
    }
}

/// Under a name: the strategy where strategies are mixed or nothing else can be said, and the round where there are rounds.
fn does(session: &Session, user: User) -> String {
    let strategy = strategy_of(session.scenario(), session.contest(), user);
    let rounds = session.scenario().attempts;
    let round = session.stage().users.get(user.0 as usize).map_or(1, |view| view.round);
    let name = lab::about(strategy).name;
    match (strategy, session.contest()) {
        (Strategy::Optimistic, Contest::Mix) if round > 1 => {
            texts::strategy_and_round(name, round, rounds)
        }
        (Strategy::Optimistic, Contest::All(_)) => texts::round_of(round, rounds),
        _ => name.to_string(),
    }
}
