//! The run as a Mermaid sequence diagram, for documents.
//!
//! A diagram of every user is no longer read, so there are limits; what is left out is counted in a note of the diagram.

use super::Finished;
use crate::trace::{Event, Op, Outcome};
use crate::units::User;

/// The most participants: the show and seven users. Those whom the verdict names come first.
pub const PARTICIPANTS_MAX: usize = 8;

/// The most messages and notes about what happened.
pub const MESSAGES_MAX: usize = 120;

/// The run as a diagram.
pub(super) fn mermaid(run: &Finished) -> String {
    let drawn = run.users_drawn(PARTICIPANTS_MAX - 1);
    let mut text = head(run, &drawn);
    let mut lines = Vec::new();
    for events in run.run.trace.events.chunk_by(|a, b| a.step == b.step) {
        lines.extend(events.iter().filter_map(|event| line(run, &drawn, event)));
        lines.extend(anomalies(run, &drawn, events[0].step));
    }
    let left = lines.len().saturating_sub(MESSAGES_MAX);
    lines.truncate(MESSAGES_MAX);
    if left > 0 {
        lines.push(note(SHOW, &format!("{left} more messages are not drawn")));
    }
    let users = run.scenario.users as usize - drawn.len();
    if users > 0 {
        lines.push(note(SHOW, &format!("{users} more users are not drawn")));
    }
    lines.push(note(SHOW, &run.says()));
    for line in lines {
        text.push_str(&format!("    {line}\n"));
    }
    text
}

const SHOW: &str = "show";

fn head(run: &Finished, drawn: &[User]) -> String {
    let mut text = format!(
        "%% {}\nsequenceDiagram\n    accTitle: {}\n    accDescr: {}\n    autonumber\n",
        run.query(),
        escape(&format!("{}: {}", run.title(), run.contest)),
        escape(&run.says()),
    );
    for user in drawn {
        text.push_str(&format!("    participant {} as {user}\n", id(*user)));
    }
    text + &format!("    participant {SHOW} as Show\n")
}

fn id(user: User) -> String {
    format!("u{}", user.0 + 1)
}

fn note(over: &str, text: &str) -> String {
    format!("Note over {over}: {}", escape(text))
}

/// An event as a message or note; none if its user is not drawn.
fn line(run: &Finished, drawn: &[User], event: &Event) -> Option<String> {
    let seat =
        event.seat().map_or_else(String::new, |seat| format!(" {}", run.scenario.hall.name(seat)));
    let (op, outcome) = (event.op.name(), event.outcome.name());
    let Some(user) = event.user() else {
        return Some(match event.op {
            Op::Wait => note(SHOW, &format!("{} ms pass", event.detail)),
            _ => format!("{SHOW}->>{SHOW}: {op}{seat}"),
        });
    };
    let user = drawn.contains(&user).then(|| id(user))?;
    Some(match (event.op, event.outcome) {
        (Op::End, _) => note(&user, outcome),
        (Op::Crash, _) => note(&user, "the client crashes"),
        (Op::Expire, _) => format!("{SHOW}-){user}: the hold on{seat} expires"),
        (_, Outcome::Granted) => format!("{SHOW}-->>{user}: {op}{seat} (granted)"),
        (_, Outcome::Asked) => format!("{user}-){SHOW}: {op} (asked)"),
        (_, Outcome::Captured | Outcome::Declined | Outcome::NoAnswer) => {
            format!("{SHOW}-->>{user}: {op} ({outcome})")
        }
        (_, Outcome::Conflict | Outcome::Refused | Outcome::Taken | Outcome::Held) => {
            format!("{user}-x{SHOW}: {op}{seat} ({outcome})")
        }
        (_, Outcome::Ok) => format!("{user}->>{SHOW}: {op}{seat}"),
        _ => format!("{user}->>{SHOW}: {op}{seat} ({outcome})"),
    })
}

/// What the judge says of a step, over those whom it names and who are drawn.
fn anomalies(run: &Finished, drawn: &[User], step: u32) -> Vec<String> {
    let here = run.verdict.violations.iter().filter(|violation| violation.step == step);
    here.map(|violation| {
        let users: Vec<u32> =
            drawn.iter().filter(|user| violation.users.contains(user)).map(|user| user.0).collect();
        let over = match (users.iter().min(), users.iter().max()) {
            (Some(first), Some(last)) if first < last => {
                format!("{},{}", id(User(*first)), id(User(*last)))
            }
            (Some(only), _) => id(User(*only)),
            _ => SHOW.to_owned(),
        };
        note(&over, &format!("{}: {}", violation.rule.name(), violation.says))
    })
    .collect()
}

/// What would end a statement or a block is written as a character code; a line stays one line.
fn escape(text: &str) -> String {
    let mut safe = String::new();
    let mut rest = text;
    let word = |c: char| c.is_alphanumeric() || c == '_';
    while let Some(c) = rest.chars().next() {
        let ends_word = !rest.get(3..).is_some_and(|more| more.starts_with(word));
        let begins_word = !safe.ends_with(word);
        if begins_word && ends_word && rest.get(..3).is_some_and(|w| w.eq_ignore_ascii_case("end"))
        {
            safe.push_str(&format!("#{};", c as u32));
        } else {
            match c {
                '#' | ';' | '<' | '>' | '{' | '}' | '%' => {
                    safe.push_str(&format!("#{};", c as u32))
                }
                c if c.is_control() => safe.push(' '),
                c => safe.push(c),
            }
        }
        rest = &rest[c.len_utf8()..];
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::tests::{run, runs};
    use expect_test::expect;

    #[test]
    fn a_double_booking_is_a_diagram() {
        expect![[r#"
            %% v=1&strategy=naive&users=2&clock=free&order=ABAB
            sequenceDiagram
                accTitle: 2 users race for D1: naive
                accDescr: D1 is sold twice: to Alice at step 3 and to Bob at step 4, who had read it at step 2.
                autonumber
                participant u1 as Alice
                participant u2 as Bob
                participant show as Show
                u1->>show: read D1 (free)
                u2->>show: read D1 (free)
                u1->>show: write D1
                Note over u1: booked
                u2->>show: write D1
                Note over u2: booked
                Note over u1,u2: no-double-booking: D1 is sold twice: to Alice at step 3 and to Bob at step 4, who had read it at step 2.
                Note over show: D1 is sold twice: to Alice at step 3 and to Bob at step 4, who had read it at step 2.
        "#]].assert_eq(&mermaid(&run("strategy=naive&users=2&clock=free&order=ABAB")));
        expect![[r#"
            %% v=1&strategy=two-phase&users=2&seed=3&hold=1s&order=ABtApA2
            sequenceDiagram
                accTitle: 2 users race for D1: two-phase
                accDescr: No rule is broken: 0 of 2 users booked, 0 tickets sold, 6 steps in 1935 ms.
                autonumber
                participant u1 as Alice
                participant u2 as Bob
                participant show as Show
                u1->>show: reserve D1
                u1-)show: pay (asked)
                u2-xshow: reserve D1 (held)
                Note over u2: held
                show-)u1: the hold on D1 expires
                show-->>u1: pay (captured)
                u1-xshow: confirm D1 (refused)
                u1->>show: refund
                Note over u1: refunded
                Note over show: No rule is broken: 0 of 2 users booked, 0 tickets sold, 6 steps in 1935 ms.
        "#]].assert_eq(&mermaid(&run("strategy=two-phase&users=2&hold=1s&seed=3")));
    }

    #[test]
    fn what_is_left_out_is_counted() {
        let text = mermaid(&run("strategy=naive&users=200"));
        assert_eq!(text.matches("participant ").count(), PARTICIPANTS_MAX);
        assert!(text.contains("Note over show: 193 more users are not drawn\n"), "{text}");
        let text = mermaid(&run("strategy=optimistic&users=8&attempts=20&version=show&want=each"));
        let all = text.lines().filter(|line| line.contains(">>") || line.contains("-x")).count();
        assert!(all <= MESSAGES_MAX, "{all}");
        let many = run("strategy=optimistic&users=26&party=8&want=each");
        let text = mermaid(&many);
        assert!(text.contains(" more messages are not drawn\n"), "{text}");
    }

    #[test]
    fn nothing_in_a_text_ends_a_statement() {
        for (text, expected) in [
            ("a; b # c", "a#59; b #35; c"),
            ("the end", "the #101;nd"),
            ("End of the weekend, ended", "#69;nd of the weekend, ended"),
            ("a\nb", "a b"),
            ("%%{init}", "#37;#37;#123;init#125;"),
            ("Zoë end", "Zoë #101;nd"),
        ] {
            assert_eq!(escape(text), expected);
        }
    }

    /// Every line is a statement of the few kinds that are used, with names that were declared.
    #[test]
    fn the_gallery_has_well_formed_diagrams() {
        for run in runs() {
            let text = mermaid(&run);
            let declared = |name: &str| text.contains(&format!("    participant {name} as "));
            for line in text.lines().skip(5).map(str::trim) {
                if line.starts_with("participant ") {
                    continue;
                }
                let (left, label) = line.split_once(": ").expect("a statement has a label");
                assert!(!label.is_empty() && !label.contains(';') || label.contains('#'), "{line}");
                let names: Vec<&str> = match left.strip_prefix("Note over ") {
                    Some(names) => names.split(',').collect(),
                    None => {
                        let arrow =
                            ["-->>", "->>", "-x", "-)"].into_iter().find(|a| left.contains(a));
                        left.split(arrow.expect("an arrow")).collect()
                    }
                };
                assert!(names.into_iter().all(declared), "{line}");
            }
        }
    }
}
