//! The other languages against the steps that the strategies make.

use super::{Line, Lit, lines, script};
use crate::lab::{self, Contest, about};
use crate::player::desk::Language;
use crate::player::{Places, Session};
use crate::scenario::{Query, Scenario, Strategy, Word};
use crate::trace::Op;
use crate::trace::notation::{OPS, OUTCOMES};
use sqlparser::dialect::PostgreSqlDialect;
use sqlparser::parser::Parser;

const OTHERS: [Language; 2] = [Language::Pseudo, Language::Sql];

/// Scenarios with every rule by which a text differs.
fn scenarios() -> Vec<Scenario> {
    let mut all = Vec::new();
    for hold in ["10m", "1s", "off"] {
        for expiry in ["timer", "lazy", "sweep:300"] {
            for late in ["refund", "accept-if-free", "accept"] {
                for scope in ["show", "seat"] {
                    for sorted in ["asked", "sorted"] {
                        let query = format!(
                            "users=4&want=D1.D2,D2.D1&arrive=0..1500&payfail=20&paylost=20&hold={hold}&expiry={expiry}\
                             &late={late}&version={scope}&lock={scope}&lockorder={sorted}"
                        );
                        all.push(Query::parse(&query).expect("a query"));
                    }
                }
            }
        }
    }
    all
}

#[test]
fn every_step_that_a_strategy_makes_has_a_line_in_each_language() {
    for scenario in scenarios() {
        for seed in 0..6 {
            let scenario = Scenario { seed, ..scenario.clone() };
            for strategy in Strategy::ALL {
                let run = lab::run(&scenario, Contest::All(*strategy));
                let events = run.trace.events.iter().map(|event| (event.op, event.line));
                let intents = run.trace.intents.iter().map(|intent| (intent.op, intent.line));
                for (op, line) in events.chain(intents) {
                    let by_clock = matches!(op, Op::Expire | Op::Sweep);
                    if line == 0 && !by_clock {
                        continue;
                    }
                    for language in OTHERS {
                        let lines = lines(&scenario, *strategy, language);
                        let found = lines.iter().any(|line| line.is_of(op));
                        assert!(found, "{op:?} in {} of {strategy:?}", language.name());
                    }
                }
            }
        }
    }
}

#[test]
fn what_is_lit_follows_the_step_that_is_lit_in_rust() {
    for scenario in scenarios().into_iter().step_by(5) {
        for strategy in Strategy::ALL {
            let mut session = Session::new(scenario.clone(), Contest::All(*strategy));
            loop {
                let places = Places::of(&session, *strategy);
                let lit = Lit::of(&session, *strategy, &places);
                let source: Vec<&str> = about(*strategy).source().lines().collect();
                for language in OTHERS {
                    let lines = lines(&scenario, *strategy, language);
                    let first = lines.iter().find(|line| lit.has(line));
                    if let Some(line) = places.lit {
                        let text = source[usize::from(line) - 1];
                        let op = OPS.iter().find(|op| text.contains(&format!("me.{}(", op.name())));
                        let op = *op.expect("a lit line awaits a step");
                        assert!(first.is_some_and(|first| first.is_of(op)), "{op:?}");
                    }
                }
                if !session.forward() {
                    break;
                }
            }
        }
    }
}

#[test]
fn every_mark_and_every_rule_of_a_text_is_one_that_exists() {
    let known = |mark: &str| {
        let (op, outcome) = mark.split_once('/').unwrap_or((mark, "ok"));
        OPS.iter().any(|known| known.name() == op)
            && OUTCOMES.iter().any(|known| known.name() == outcome)
    };
    for strategy in Strategy::ALL {
        for language in OTHERS {
            let everything = super::text(*strategy, language);
            let mut shown: Vec<&str> = Vec::new();
            for scenario in scenarios() {
                for line in lines(&scenario, *strategy, language) {
                    line.marks.iter().for_each(|mark| assert!(known(mark), "{mark}"));
                    assert!(line.text.chars().count() <= 50, "too wide: {}", line.text);
                    shown.push(line.text);
                }
            }
            // A rule with a wrong name would hide its line for ever.
            for line in everything.lines() {
                assert!(shown.iter().any(|text| line.starts_with(text)), "never shown: {line}");
            }
        }
    }
}

#[test]
fn the_sql_is_read_by_a_parser_that_is_not_ours() {
    for scenario in scenarios() {
        for strategy in Strategy::ALL {
            let lines = lines(&scenario, *strategy, Language::Sql);
            let text: Vec<&str> = lines.iter().map(|line| line.text).collect();
            let text = text.join("\n");
            let read = Parser::parse_sql(&PostgreSqlDialect {}, &text);
            assert!(read.is_ok_and(|statements| statements.len() > 1), "{text}");
        }
    }
}

fn text(query: &str, step: u32, language: Language) -> String {
    let scenario = Query::parse(query).expect("a query");
    let contest = lab::contests(&scenario)[0];
    let mut session = Session::new(scenario, contest);
    session.seek(step);
    script(&session, language, None).into_string()
}

#[test]
fn a_conflict_lights_the_line_that_says_so_and_a_commit_does_not() {
    let query = "strategy=optimistic&users=2&clock=free&order=ABAB";
    let lit = |step| {
        let all = text(query, step, Language::Sql);
        let lit = all
            .split("<li")
            .filter(|line| line.starts_with(" aria-current") || line.starts_with(" class"));
        lit.map(str::to_owned).collect::<String>()
    };
    assert!(lit(3).contains("<b>COMMIT</b>") && !lit(3).contains("conflict"), "{}", lit(3));
    assert!(lit(4).contains("conflict") && !lit(4).contains("<b>COMMIT</b>"), "{}", lit(4));
    assert!(lit(4).contains("aria-current='step'"));
}

#[test]
fn users_stand_at_the_line_of_their_next_step() {
    let all = text("strategy=naive&users=2&clock=free&order=AB", 1, Language::Pseudo);
    let line = |word: &str| all.split("<li").find(|line| line.contains(word)).unwrap_or_default();
    assert!(line("write(").contains("next: Alice"), "{all}");
    assert!(line("read(").contains("next: Bob"), "{all}");
}

#[test]
fn in_a_mix_each_strategy_has_its_file() {
    let query = "mix=naive,two-phase&users=2&clock=free&order=AB";
    let all = text(query, 1, Language::Sql);
    assert!(all.contains("aria-pressed='true'>naive.sql"), "{all}");
    let all = text(query, 2, Language::Sql);
    assert!(all.contains("aria-pressed='true'>two_phase.sql"), "{all}");
}

#[test]
fn a_line_belongs_to_what_stands_behind_it() {
    let scenario = Scenario::plain();
    let line = super::read(&scenario, "x = 1  # why  #: read write/ok ?lock=show");
    assert_eq!(line, Some(Line { text: "x = 1  # why", marks: vec!["read", "write/ok"] }));
    assert_eq!(super::read(&scenario, "x  ?lock!=show"), None);
}
