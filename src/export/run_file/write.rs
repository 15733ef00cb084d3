//! Writing a run file.

use super::{Caption, FIELDS, RUN_SCHEMA};
use crate::export::Finished;
use crate::scenario::Scenario;
use crate::share::VERSION;
use crate::trace::Order;
use serde::Serialize;
use serde_json::{Map, Value};

/// The fields, in the order in which they are written.
#[derive(Serialize)]
struct RunFile<'a> {
    schema: &'a str,
    v: u32,
    title: &'a str,
    note: Option<&'a str>,
    strategy: String,
    /// The scenario with this contest alone. It has no order where the field `order` has one.
    query: String,
    /// The same with every parameter spelled out: a later program sees here if a default has changed.
    scenario: String,
    /// A decimal: JSON numbers do not keep 64 bits everywhere.
    seed: String,
    order: Option<String>,
    digest: &'a str,
    class: &'a str,
    steps: u32,
    engine: &'a str,
    licence: &'a str,
    #[serde(flatten)]
    others: Map<String, Value>,
}

/// The run as a file that [`super::import`] opens.
pub fn run_file(run: &Finished, caption: &Caption) -> String {
    let others = caption.others.iter().filter(|(name, _)| !FIELDS.contains(&name.as_str()));
    let file = RunFile {
        schema: RUN_SCHEMA,
        v: VERSION,
        title: &caption.title,
        note: caption.note.as_deref(),
        strategy: run.contest.to_string(),
        query: match run.order() {
            Some(_) => Scenario { order: Order::default(), ..run.scenario.clone() }.query(),
            None => run.scenario.query(),
        },
        scenario: run.scenario.canonical(),
        seed: run.scenario.seed.to_string(),
        order: run.order().map(Order::to_string),
        digest: &run.digest,
        class: run.figures.class.name(),
        steps: run.steps(),
        engine: concat!("seatrace ", env!("CARGO_PKG_VERSION")),
        licence: "CC-BY-4.0",
        others: others.map(|(name, value)| (name.clone(), value.clone())).collect(),
    };
    serde_json::to_string_pretty(&file).expect("a run file has no value that JSON has not") + "\n"
}
