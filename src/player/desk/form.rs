//! Changing one parameter of a scenario, by the same reading that a link goes through.

use crate::scenario::{Query, Scenario};
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
#[derive(Clone, Default, Debug)]
pub(super) struct Form {
    /// By parameter; there are a few at most.
    drafts: Vec<(&'static str, Draft)>,
    edits: u32,
}

impl Form {
    pub(super) fn draft(&self, name: &str) -> Option<&Draft> {
        self.drafts.iter().find(|(of, _)| *of == name).map(|(_, draft)| draft)
    }

    pub(super) fn edits(&self) -> u32 {
        self.edits
    }

    /// The scenario with this value, or none and a draft.
    pub(super) fn set(
        &mut self,
        scenario: &Scenario,
        name: &'static str,
        text: &str,
    ) -> Option<Scenario> {
        let value = utf8_percent_encode(text.trim(), NON_ALPHANUMERIC);
        self.read(name, text, &format!("{}&{name}={value}", without(&scenario.query(), name)))
    }

    /// The scenario with the value that its gallery scenario has, or none and a draft where that no longer fits.
    pub(super) fn reset(&mut self, scenario: &Scenario, name: &'static str) -> Option<Scenario> {
        let text = self.draft(name).map(|draft| draft.text.clone()).unwrap_or_default();
        self.read(name, &text, &without(&scenario.query(), name))
    }

    fn read(&mut self, name: &'static str, text: &str, query: &str) -> Option<Scenario> {
        self.edits += 1;
        self.drafts.retain(|(of, _)| *of != name);
        match Query::parse(query) {
            Ok(scenario) => Some(scenario),
            Err(problems) => {
                let says: Vec<String> = problems.iter().map(ToString::to_string).collect();
                let draft = Draft { text: text.to_owned(), says: says.join(". ") };
                self.drafts.push((name, draft));
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
