//! What is on show at the page, as the worker understands it.

use crate::lab::{self, Contest};
use crate::measure::{Class, measure};
use crate::player::desk::{Language, Tab};
use crate::scenario::{Cast, Clock, Query, Scenario, Sched};
use crate::texts::worker::messages as texts;
use crate::trace::Order;
use crate::units::LETTERS;
use serde::Deserialize;

/// A mode of the page.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Mode {
    /// The lab.
    Race,
    /// The strategies side by side.
    Compare,
    /// Every order.
    Explore,
}

/// What is on show.
#[derive(Clone, PartialEq, Debug)]
pub struct Scene {
    /// The scenario, with all its contests.
    pub scenario: Scenario,
    /// The contest on show.
    pub contest: Contest,
    /// The choices up to the step on show.
    pub order: Order,
    /// The mode of the page.
    pub mode: Mode,
    /// The tab of the inspector that is open.
    pub tab: Tab,
    /// The language of its code.
    pub language: Language,
    /// Whether the person at the page takes part.
    pub turn: Turn,
    /// The step on show.
    pub step: u32,
}

/// Whether the person at the page takes part in the race.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Turn {
    /// It watches.
    #[default]
    None,
    /// Its user waits for it, or for others.
    Yours,
    /// What it decided is on its way.
    Sent,
}

/// A scene as the page tells it.
#[derive(Clone, Copy, Debug)]
pub struct Told<'a> {
    /// The query of the scenario.
    pub query: &'a str,
    /// The name of the contest on show.
    pub strategy: &'a str,
    /// The choices up to the step on show; of more users than letters it is not read.
    pub order: &'a str,
    /// The step on show, where the order cannot be written.
    pub step: u32,
    /// The mode.
    pub mode: &'a str,
    /// The tab.
    pub tab: &'a str,
    /// The language.
    pub language: &'a str,
    /// Whether the person at the page takes part.
    pub turn: Turn,
}

impl Scene {
    /// Reads a scene. In the comparison the order is not read: it is of one race, and users without a letter have none.
    ///
    /// # Errors
    /// What cannot be used, in words.
    pub fn read(told: &Told<'_>) -> Result<Scene, String> {
        let says = |problem: &crate::scenario::Problem| problem.to_string();
        let scenario = Query::parse(told.query)
            .map_err(|problems| problems.iter().map(says).collect::<Vec<_>>().join(". "))?;
        let mode = match told.mode {
            "race" => Mode::Race,
            "compare" => Mode::Compare,
            "explore" => Mode::Explore,
            other => return Err(texts::no_mode(other)),
        };
        let contests = match mode {
            Mode::Compare => lab::compared(&scenario),
            _ => lab::contests(&scenario),
        };
        let named = |contest: &Contest| contest.to_string() == told.strategy;
        let contest = contests.into_iter().find(named);
        let contest = contest.ok_or(texts::no_strategy(told.strategy))?;
        let order = match mode {
            Mode::Compare => Order::default(),
            _ if scenario.users > LETTERS => lab::first_steps(&scenario, contest, told.step),
            _ => Order::parse(told.order).map_err(texts::order)?,
        };
        let tab = Tab::ALL.into_iter().find(|tab| tab.name() == told.tab);
        let tab = tab.ok_or(texts::no_tab(told.tab))?;
        let language = Language::ALL.into_iter().find(|known| known.name() == told.language);
        let language = language.ok_or(texts::no_language(told.language))?;
        let (turn, step) = (told.turn, told.step);
        Ok(Scene { scenario, contest, order, mode, tab, language, turn, step })
    }

    /// The race whose orders are explored: no delay counts, and no order is given.
    pub fn explored(&self) -> Scenario {
        let free = Scenario {
            clock: Clock::Free,
            order: Order::default(),
            ..lab::alone(&self.scenario, self.contest)
        };
        Scenario { sched: Scenario::plain().sched, ..free }
    }

    /// The race on show is one of those that are explored: its steps can be found among theirs.
    pub fn is_free(&self) -> bool {
        self.scenario.clock == Clock::Free
    }

    /// The query that opens this order of the explored race in the lab. The scenario's other contests stay, behind the
    /// one on show.
    pub fn query_of(&self, order: &Order) -> String {
        let mut scenario = self.scenario.clone();
        if let (Cast::Compare(all), Contest::All(strategy)) = (&mut scenario.cast, self.contest) {
            all.retain(|other| *other != strategy);
            all.insert(0, strategy);
        }
        Scenario { clock: Clock::Free, order: order.clone(), ..scenario }.query()
    }

    /// The same scenario, played so that after an order nobody interrupts anybody: what an order is shortened against. Under
    /// any other scheduler a part of it might be missed by luck.
    pub fn undisturbed(&self) -> Scene {
        let (clock, sched) = (Clock::Free, Sched::Pct);
        let scenario = Scenario { clock, sched, depth: 1, ..self.scenario.clone() };
        Scene { scenario, ..self.clone() }
    }

    /// How the run ends that goes on as the one on show does, and its whole order.
    pub fn ending(&self) -> (Class, Order) {
        let alone = lab::alone(&self.scenario, self.contest);
        let run = lab::run(&Scenario { order: self.order.clone(), ..alone }, self.contest);
        (measure(&lab::wants(&self.scenario), &run.trace).class, run.order)
    }
}
