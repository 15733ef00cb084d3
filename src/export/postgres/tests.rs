//! The scripts, read by a parser of PostgreSQL's SQL that is not ours.

use super::{SESSIONS_MAX, postgres};
use crate::export::tests::{run, runs};
use expect_test::expect_file;
use sqlparser::ast::Statement;
use sqlparser::dialect::PostgreSqlDialect;
use sqlparser::parser::Parser;

#[test]
fn a_run_is_a_script_that_can_be_typed() {
    let text = postgres(&run("strategy=optimistic&users=2&clock=free&order=ABAB"));
    expect_file!["golden/optimistic.sql"].assert_eq(&text.expect("it is small"));
    expect_file!["golden/deadlock.sql"]
        .assert_eq(&postgres(&run("s=deadlock")).expect("it is small"));
    expect_file!["golden/late.sql"].assert_eq(
        &postgres(&run(
            "strategy=two-phase&users=2&clock=free&payfail=0&late=accept&order=AtBApABpB",
        ))
        .expect("it is small"),
    );
}

#[test]
fn every_statement_is_parsed_and_every_ticket_is_written() {
    let more = [
        "strategy=optimistic&users=6&version=seat&want=D1.D2,D2.D1",
        "strategy=pessimistic&users=6&lock=seat&want=D1.D2,D2.D3",
        "strategy=two-phase&users=8&want=D1.D2,D2.D1&hold=1s&expiry=sweep:300",
        "strategy=two-phase&users=6&hold=1s&late=accept-if-free&payfail=0&arrive=0..4s&expiry=lazy&seed=10",
        "mix=naive,optimistic,two-phase,pessimistic&users=8&crash=2&clock=free&sched=random",
        "strategy=two-phase&users=2&clock=free&paylost=5&order=ABw250An&expiry=sweep:300",
    ];
    let runs = runs().into_iter().filter(|run| run.scenario.users as usize <= SESSIONS_MAX);
    for run in runs.chain(more.into_iter().map(run)) {
        let text = postgres(&run).expect("it is small");
        let statements = Parser::parse_sql(&PostgreSqlDialect {}, &text);
        let statements = statements.unwrap_or_else(|error| panic!("{error}\n{text}"));
        let begun = statements.iter().filter(|s| matches!(s, Statement::StartTransaction { .. }));
        let closed = statements
            .iter()
            .filter(|s| matches!(s, Statement::Commit { .. } | Statement::Rollback { .. }));
        assert_eq!(begun.count(), closed.count(), "{text}");
        let tickets: usize = text
            .lines()
            .filter(|line| line.starts_with("INSERT INTO seatrace_ticket"))
            .map(|line| line.split_once("VALUES").map_or(0, |(_, rows)| rows.matches('(').count()))
            .sum();
        assert_eq!(tickets as u32, run.figures.tickets, "{text}");
    }
}

#[test]
fn what_nobody_would_type_is_refused() {
    let refused = postgres(&run("strategy=naive&users=9")).expect_err("nine sessions");
    assert_eq!(refused.to_string(), "the run has 9 users; this format takes at most 8");
    assert_eq!(refused.max, SESSIONS_MAX);
}
