//! What outlives a reload of the page: a tab keeps it as text, and gives it back when the editor is first opened again.

use crate::scenario::{Drafts, Query, Scenario};
use serde::{Deserialize, Serialize};

/// The version of the text.
const VERSION: u32 = 1;
/// The most bytes of what was before and what was taken back: of more the oldest goes. For all that a site keeps in a tab
/// browsers have 5 MB.
const KEPT_BYTES_MAX: usize = 256 << 10;

/// What can be undone and done again, and what was typed and cannot be used. Scenarios are queries.
#[derive(Serialize, Deserialize)]
pub(super) struct Kept {
    v: u32,
    now: String,
    past: Vec<String>,
    future: Vec<String>,
    drafts: Vec<(String, String)>, // by parameter, as they were typed
}

impl Kept {
    pub(super) fn of(
        now: &Scenario,
        past: &[Scenario],
        future: &[Scenario],
        drafts: &Drafts,
    ) -> Kept {
        let queries = |all: &[Scenario]| all.iter().map(Scenario::query).collect::<Vec<_>>();
        let typed = drafts.iter().map(|(name, draft)| (name.to_owned(), draft.text.clone()));
        let mut kept = Kept {
            v: VERSION,
            now: now.query(),
            past: queries(past),
            future: queries(future),
            drafts: typed.collect(),
        };
        while bytes(&kept.past) + bytes(&kept.future) > KEPT_BYTES_MAX {
            let oldest = if kept.past.is_empty() { &mut kept.future } else { &mut kept.past };
            oldest.remove(0);
        }
        kept
    }

    /// None of a text that this version has not written.
    pub(super) fn read(text: &str) -> Option<Kept> {
        serde_json::from_str(text).ok().filter(|kept: &Kept| kept.v == VERSION)
    }

    pub(super) fn text(&self) -> String {
        serde_json::to_string(self).unwrap_or_default() // of texts alone there always is one
    }

    /// The scenario that was on show, what was before it and what was taken back. A query that is none any more is left out.
    pub(super) fn scenarios(&self) -> Option<(Scenario, Vec<Scenario>, Vec<Scenario>)> {
        let all =
            |queries: &[String]| queries.iter().filter_map(|q| Query::parse(q).ok()).collect();
        Some((Query::parse(&self.now).ok()?, all(&self.past), all(&self.future)))
    }

    /// What was typed, where it still cannot be used.
    pub(super) fn drafts(&self, now: &Scenario) -> Drafts {
        let mut drafts = Drafts::default();
        for (name, text) in &self.drafts {
            let _ = drafts.set(now, name, text);
        }
        drafts
    }
}

fn bytes(all: &[String]) -> usize {
    all.iter().map(String::len).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_more_than_a_tab_keeps_the_oldest_goes() {
        let wants = ["A1.A2.A3.A4.A5.A6.A7"; 26].join(",A8,");
        let of = |seed| Query::parse(&format!("seats=26x26&users=26&want={wants}&seed={seed}"));
        let all: Vec<Scenario> = (0..1_000).map(|seed| of(seed).expect("a query")).collect();
        let (past, future) = all.split_at(600);
        let kept = Kept::of(&all[0], past, future, &Drafts::default());
        let text = kept.text();
        assert!(text.len() > KEPT_BYTES_MAX && text.len() < KEPT_BYTES_MAX * 11 / 10);
        let read = Kept::read(&text).and_then(|kept| kept.scenarios());
        let (_, before, after) = read.expect("what was just written");
        assert!(before.is_empty(), "these go first");
        assert_eq!(after, future[future.len() - after.len()..]);
    }
}
