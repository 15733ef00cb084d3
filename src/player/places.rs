//! Who stands where in the file of a strategy: the line that was just run, and who is about to run which.

use super::paint::disc;
use super::{Markup, Session, UserState};
use crate::lab::{Contest, strategy_of};
use crate::scenario::{Cast, Strategy};
use crate::texts::player::places as texts;
use crate::trace::Op;
use crate::units::User;

/// The most discs behind a line.
const DISCS_MAX: usize = 6;

/// Where everybody stands in one file.
pub struct Places {
    /// The line that was just run, or at which most stand before the first step.
    pub lit: Option<u16>,
    /// Who is about to run which line.
    pub next: Vec<Place>,
}

/// A line that somebody is about to run.
pub struct Place {
    /// Its number, from 1.
    pub line: u16,
    /// The step that it awaits.
    pub op: Op,
    /// Who.
    pub users: Vec<User>,
}

impl Places {
    /// Where the users of this strategy stand at the cursor.
    pub fn of(session: &Session, strategy: Strategy) -> Places {
        let is_here =
            |user: User| strategy_of(session.scenario(), session.contest(), user) == strategy;
        let mut next: Vec<Place> = Vec::new();
        for (user, view) in (0..).map(User).zip(&session.stage().users) {
            let (line, op) = match view.state {
                UserState::About(intent)
                | UserState::Waits { intent, .. }
                | UserState::Pays { intent, .. } => (intent.line, intent.op),
                UserState::Ended { .. } => continue,
            };
            if is_here(user) {
                match next.iter_mut().find(|place| place.line == line) {
                    Some(place) => place.users.push(user),
                    None => next.push(Place { line, op, users: vec![user] }),
                }
            }
        }
        let here = |user: Option<User>| user.is_some_and(is_here);
        let ran = session.step_events().iter().find(|e| e.line > 0 && here(e.user()));
        let most = || {
            next.iter().max_by_key(|place| (place.users.len(), place.line)).map(|place| place.line)
        };
        let lit = ran.map(|event| event.line);
        let lit = lit.or_else(|| if session.cursor() == 0 { most() } else { None });
        Places { lit, next }
    }
}

/// The strategies that take part in the race that is shown, each once.
pub fn strategies(session: &Session) -> Vec<Strategy> {
    match (session.contest(), &session.scenario().cast) {
        (Contest::All(strategy), _) => vec![strategy],
        (Contest::Mix, Cast::Mix(all) | Cast::Compare(all)) => {
            let mut each = Vec::new();
            for strategy in all.iter().take(session.scenario().users as usize) {
                if !each.contains(strategy) {
                    each.push(*strategy);
                }
            }
            each
        }
    }
}

/// The strategy of the user who made the step that is shown.
pub fn acting(session: &Session) -> Option<Strategy> {
    let event = session.step_events().iter().find(|event| event.line > 0)?;
    Some(strategy_of(session.scenario(), session.contest(), event.user()?))
}

/// Who is about to run a line. The names are said too: a disc is only a picture.
pub fn discs(out: &mut Markup, users: &[User]) {
    let more = users.len().saturating_sub(DISCS_MAX);
    let rest = if more > 0 { format!("+{more}") } else { String::new() };
    let mut names = String::new();
    out.raw("<span class='ats'>");
    for (i, user) in users.iter().take(DISCS_MAX).enumerate() {
        disc(out, *user, "at");
        names.push_str(if i > 0 { ", " } else { "" });
        names.push_str(&user.to_string());
    }
    if more > 0 {
        out.put("<span class='at-more' aria-hidden='true'>$</span>", &[], &[&rest]);
    }
    out.put("<span class='sr'> $</span></span>", &[], &[&texts::next(&names, &rest)]);
}
