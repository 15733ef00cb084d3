//! The lit line of the code view is the line of the step: checked on the locations that runs report.

use seatrace::lab::{self, Contest};
use seatrace::scenario::{Query, Strategy};
use seatrace::trace::Op;
use std::collections::BTreeSet;

const RUNS: [&str; 4] = [
    "payfail=30&paylost=20&users=4&seed=",
    "payfail=0&hold=1s&party=2&want=random&seats=2x2&seed=",
    "want=each&party=2&lock=seat&version=seat&lat=0..30&seed=",
    "want=D1.D2,D2.D3&hold=500&arrive=0..900&payfail=0&seed=",
];

/// Every line that an event or an intent names, with what the user did there.
fn lines_of(strategy: Strategy) -> BTreeSet<(u16, Op)> {
    let queries = RUNS.iter().flat_map(|run| (0..200).map(move |seed| format!("{run}{seed}")));
    let mut lines = BTreeSet::new();
    for query in queries {
        let scenario = Query::parse(&query).expect("a valid query");
        let run = lab::run(&scenario, Contest::All(strategy));
        let events = run.trace.events.iter().map(|event| (event.line, event.op));
        let intents = run.trace.intents.iter().map(|intent| (intent.line, intent.op));
        lines.extend(events.chain(intents).filter(|(line, _)| *line > 0));
    }
    lines
}

#[test]
fn every_step_names_the_line_that_awaits_it_and_every_awaiting_line_is_named() {
    for strategy in
        [Strategy::Naive, Strategy::Optimistic, Strategy::Pessimistic, Strategy::TwoPhase]
    {
        let about = lab::about(strategy);
        let source: Vec<&str> = about.source().lines().collect();
        let named = lines_of(strategy);
        for (line, op) in &named {
            let text = source[usize::from(*line) - 1];
            assert!(
                text.contains(&format!("me.{}(", op.name())),
                "{} {line} {op:?}: {text}",
                about.file
            );
            assert!(text.contains(".await"), "{} {line}: {text}", about.file);
        }
        // Thinking and backing off take time but are no steps; a call of our own function is not one either.
        let is_step = |text: &&str| {
            text.contains(".await")
                && text.contains("me.")
                && !text.contains("think")
                && !text.contains("back_off")
        };
        let awaiting: BTreeSet<u16> = source
            .iter()
            .zip(1..)
            .filter(|(text, _)| is_step(text))
            .map(|(_, line)| line)
            .collect();
        assert_eq!(
            named.into_iter().map(|(line, _)| line).collect::<BTreeSet<u16>>(),
            awaiting,
            "{}",
            about.file
        );
    }
}
