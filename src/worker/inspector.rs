//! What the inspector of the lab shows beside log and judge: the race as it stands on the page, in a table and in figures, the
//! seat that somebody looks at, and the file that somebody has opened.

use super::{Mode, Scene, view};
use crate::player::desk::{Language, Tab};
use crate::player::{Floor, Markup, Session};
use crate::scenario::{Scenario, Strategy, Word};
use crate::units::{LETTERS, Seat, Table, ranked};

/// What is looked at.
#[derive(Default)]
pub struct Inspector {
    /// The race on show, stepped as far as it was looked at.
    session: Option<Session>,
    /// The session is of what is on show now: somebody looks.
    looks: bool,
    /// What was sought before there was a race to find it in.
    waiting: Option<Sought>,
    /// The seat that was chosen; none: the one that matters most.
    chosen: Option<Seat>,
    /// What was typed and is no seat.
    typed: String,
    /// The file that was opened; none: that of whoever steps.
    file: Option<Strategy>,
    /// The tab that stands on the page, so that a field is not taken away from who types in it.
    put: Option<Tab>,
}

/// A seat that somebody wants to see.
#[derive(Clone, PartialEq, Debug)]
pub enum Sought {
    /// By its name, on something that was pressed.
    Named(String),
    /// By its name, as far as it is typed.
    Typed(String),
    /// At this point of the drawing of the hall.
    At(i32, i32),
}

impl Sought {
    /// What a request means.
    pub fn read(of: &str, value: String, x: Option<f64>, y: Option<f64>) -> Sought {
        match (x, y) {
            _ if !of.is_empty() => Sought::Named(of.to_owned()),
            (Some(x), Some(y)) if value.is_empty() => {
                Sought::At(x.round() as i32, y.round() as i32)
            }
            _ => Sought::Typed(value),
        }
    }
}

impl Inspector {
    /// Looks at what is on show in the lab. Nothing is run where nobody looks.
    pub fn follow(&mut self, scene: &Scene) {
        self.put = self.put.filter(|put| *put == scene.tab);
        self.looks = shows_the_race(scene) || scene.language != Language::Rust;
        if !self.looks {
            return;
        }
        let before = self.session.take();
        let mut session = match before {
            Some(before) if is_of(&before, scene) => before,
            before => {
                let hall = before.as_ref().map(Session::scenario);
                if hall.is_some_and(|hall| !is_same_hall(hall, &scene.scenario)) {
                    self.forget();
                }
                Session::new(scene.scenario.clone(), scene.contest)
            }
        };
        session.seek(scene.order.0.len() as u32);
        if scene.scenario.users <= LETTERS && session.order() != scene.order {
            let scenario = Scenario { order: scene.order.clone(), ..scene.scenario.clone() };
            session = Session::new(scenario, scene.contest);
            session.seek(scene.order.0.len() as u32);
        }
        self.session = Some(session);
        if let Some(sought) = self.waiting.take() {
            self.look_at(sought);
        }
    }

    fn forget(&mut self) {
        self.chosen = None;
        self.typed.clear();
        self.put = None;
    }

    /// Opens the file of a strategy by its name; without a name follows the race again.
    pub fn open(&mut self, name: &str) {
        self.file = Strategy::from_word(name);
    }

    /// Looks at another seat. What is no name of a seat is kept as it was typed.
    pub fn look_at(&mut self, sought: Sought) {
        let Some(session) = self.session.as_ref().filter(|_| self.looks) else {
            self.waiting = Some(sought);
            return;
        };
        let hall = session.scenario().hall;
        let named = |name: &str| hall.seat(&name.trim().to_ascii_uppercase());
        let found = match &sought {
            Sought::Named(name) | Sought::Typed(name) => named(name),
            Sought::At(x, y) => Floor::of(session.scenario()).seat_at(*x, *y),
        };
        self.chosen = found.or(self.chosen);
        self.typed.clear();
        match sought {
            // Who types goes on typing in the same field.
            Sought::Typed(name) if found.is_none() => self.typed = name,
            Sought::Typed(_) => {}
            // On another tab it is put when its own is opened.
            _ => self.put = self.put.filter(|put| *put != Tab::Seat),
        }
    }

    /// The seat that is looked at: the one that was chosen, else the first of those that most want, else the last that was
    /// touched.
    fn seat(&self, session: &Session) -> Seat {
        let hall = session.scenario().hall;
        self.chosen.filter(|seat| seat.0 < hall.seats()).unwrap_or_else(|| first(session))
    }

    /// What belongs where on the page.
    pub fn puts(&mut self, scene: &Scene) -> Vec<(&'static str, Markup)> {
        let Some(session) = self.session.as_ref().filter(|_| scene.mode == Mode::Race) else {
            return Vec::new();
        };
        let mut puts = Vec::new();
        if scene.language != Language::Rust {
            puts.push(("script", view::script(session, scene.language, self.file)));
        }
        let stands = self.put == Some(scene.tab);
        match scene.tab {
            Tab::Seat => {
                let seat = self.seat(session);
                if stands {
                    puts.push(("seat-ways", view::seat_ways(session, seat)));
                    puts.push(("seat-past", view::seat_past(session, seat, &self.typed)));
                } else {
                    puts.push(("more", view::seat(session, seat, &self.typed)));
                }
            }
            // Who has scrolled a table, or stands in it, stays there.
            Tab::Table if stands => {
                puts.push(("table-seats", view::table_seats(session)));
                puts.push(("table-users", view::table_users(session)));
            }
            Tab::Table => puts.push(("more", view::table(session))),
            Tab::Figures => puts.push(("more", view::figures(session))),
            _ => return puts,
        }
        self.put = Some(scene.tab);
        puts
    }
}

fn shows_the_race(scene: &Scene) -> bool {
    matches!(scene.tab, Tab::Table | Tab::Seat | Tab::Figures)
}

/// The session is of the race on show.
fn is_of(session: &Session, scene: &Scene) -> bool {
    session.contest() == scene.contest && *session.scenario() == scene.scenario
}

fn is_same_hall(a: &Scenario, b: &Scenario) -> bool {
    (a.hall, &a.want, a.party) == (b.hall, &b.want, b.party)
}

/// How many users want each seat that anybody wants: the most wanted first, those that are wanted equally by their number.
pub fn wanted(session: &Session) -> Vec<(Seat, u32)> {
    let mut counts: Table<Seat, u32> = Table::default();
    for seat in session.wants().iter().flatten() {
        *counts.at(*seat) += 1;
    }
    let all = counts.iter().map(|(seat, users)| (seat, *users)).collect();
    ranked(all, |(_, users): &(Seat, u32)| u64::from(u32::MAX - users))
}

fn first(session: &Session) -> Seat {
    let wanted = wanted(session);
    let most = wanted.first().copied();
    let contested = most.filter(|(_, users)| *users > 1).map(|(seat, _)| seat);
    let events = session.trace().events_to(session.cursor());
    let touched = || events.iter().rev().find_map(|event| event.seat());
    contested.or_else(touched).or(most.map(|(seat, _)| seat)).unwrap_or(Seat(0))
}
