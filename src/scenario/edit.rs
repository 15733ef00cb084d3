//! Changing one parameter of a scenario, by the same reading that a link goes through.

use super::{Query, Scenario};
use crate::texts::scenario::problems as texts;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

/// What was typed for a parameter and cannot be used: it stays in its field until it is put right.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Draft {
    /// As it was typed.
    pub text: String,
    /// What is wrong with it, and what is allowed.
    pub says: String,
}

/// The fields whose text differs from the scenario.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Drafts(Vec<(String, Draft)>); // by parameter; there are a few at most

impl Drafts {
    /// What was typed for a parameter and cannot be used.
    pub fn of(&self, name: &str) -> Option<&Draft> {
        self.0.iter().find(|(of, _)| of == name).map(|(_, draft)| draft)
    }

    /// All of them, by parameter.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Draft)> {
        self.0.iter().map(|(of, draft)| (of.as_str(), draft))
    }

    /// The scenario with this value for a parameter, or none and a draft.
    ///
    /// # Example
    /// ```
    /// use seatrace::scenario::{Drafts, Scenario};
    /// let mut drafts = Drafts::default();
    /// let scenario = drafts.set(&Scenario::default(), "users", " 3 ").unwrap();
    /// assert_eq!(scenario.users, 3);
    /// assert!(drafts.set(&scenario, "users", "none").is_none());
    /// assert!(drafts.of("users").unwrap().says.starts_with("users=none is not valid"));
    /// ```
    pub fn set(&mut self, scenario: &Scenario, name: &str, text: &str) -> Option<Scenario> {
        let value = utf8_percent_encode(text.trim(), NON_ALPHANUMERIC);
        self.read(name, text, &format!("{}&{name}={value}", without(&scenario.query(), name)))
    }

    /// The scenario with the value that its gallery scenario has, or none and a draft where that no longer fits.
    pub fn reset(&mut self, scenario: &Scenario, name: &str) -> Option<Scenario> {
        let text = self.of(name).map(|draft| draft.text.clone()).unwrap_or_default();
        self.read(name, &text, &without(&scenario.query(), name))
    }

    fn read(&mut self, name: &str, text: &str, query: &str) -> Option<Scenario> {
        self.0.retain(|(of, _)| of != name);
        match Query::parse(query) {
            Ok(scenario) => Some(scenario),
            Err(problems) => {
                let says: Vec<String> = problems.iter().map(ToString::to_string).collect();
                let draft = Draft { text: text.to_owned(), says: texts::all(&says) };
                self.0.push((name.to_owned(), draft));
                None
            }
        }
    }
}

/// The pairs of a query but this parameter, and but the one that stands in its place.
fn without(query: &str, name: &str) -> String {
    let cast = ["strategy", "mix"];
    let stays = |pair: &&str| {
        let of = pair.split_once('=').map_or(*pair, |(of, _)| of);
        of != name && !(cast.contains(&of) && cast.contains(&name))
    };
    let pairs: Vec<&str> = query.split('&').filter(stays).collect();
    pairs.join("&")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_used_is_kept_beside_the_scenario_until_it_is_put_right() {
        let mut drafts = Drafts::default();
        let scenario = Scenario::default();
        assert!(drafts.set(&scenario, "users", "none").is_none());
        let draft = drafts.of("users").unwrap();
        assert_eq!(draft.text, "none");
        assert!(draft.says.starts_with("users=none is not valid: users can be 1 to 10000"));
        let scenario = drafts.set(&scenario, "think", "5ms..1s").unwrap();
        assert_eq!(scenario.query(), "v=1&think=5..1s");
        assert!(drafts.of("users").is_some(), "another field leaves it alone");
        let scenario = drafts.set(&scenario, "users", " 3 ").unwrap();
        assert!(drafts.of("users").is_none());
        let scenario = drafts.reset(&scenario, "think").unwrap();
        assert_eq!(scenario.query(), "v=1&users=3");
        assert!(drafts.set(&scenario, "order", "A&users=9#?").is_none(), "never another parameter");
    }

    #[test]
    fn strategy_and_mix_stand_in_each_others_place() {
        let mut drafts = Drafts::default();
        let compared = Query::parse("strategy=naive,optimistic").unwrap();
        let mixed = drafts.set(&compared, "mix", "naive,two-phase").unwrap();
        assert_eq!(mixed.query(), "v=1&mix=naive,two-phase");
        let compared = drafts.set(&mixed, "strategy", "pessimistic").unwrap();
        assert_eq!(compared.query(), "v=1&strategy=pessimistic");
    }
}
