//! The events as a table for spreadsheets: RFC 4180, one event a row.
//!
//! Written by hand: a row is eight short fields, and a library for it would have to be carried by the page's worker.

use super::Finished;
use crate::trace::Event;

const HEAD: [&str; 8] = ["step", "at_ms", "user", "op", "seat", "outcome", "detail", "line"];

/// Every event of a run. Rows end in CRLF; the encoding is UTF-8 without a byte order mark.
pub(super) fn csv(run: &Finished) -> String {
    let mut text = row(&HEAD.map(str::to_owned));
    for event in &run.run.trace.events {
        text.push_str(&row(&fields(run, event)));
    }
    text
}

fn fields(run: &Finished, event: &Event) -> [String; 8] {
    [
        event.step.to_string(),
        event.at.to_string(),
        event.user().map_or_else(String::new, |user| user.to_string()),
        event.op.name().to_owned(),
        event.seat().map_or_else(String::new, |seat| run.scenario.hall.name(seat)),
        event.outcome.name().to_owned(),
        event.detail.to_string(),
        event.line.to_string(),
    ]
}

fn row(fields: &[String; 8]) -> String {
    fields.each_ref().map(|text| field(text)).join(",") + "\r\n"
}

/// Quoted where RFC 4180 asks for it. What a spreadsheet would take for a formula is made a text by an apostrophe.
fn field(text: &str) -> String {
    let formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let text = if formula { format!("'{text}") } else { text.to_owned() };
    if text.contains([',', '"', '\r', '\n']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::tests::run;
    use expect_test::expect;

    #[test]
    fn an_event_is_a_row() {
        expect![[r#"
            step,at_ms,user,op,seat,outcome,detail,line
            1,0,Alice,read,D1,free,0,10
            2,0,Bob,read,D1,free,0,10
            3,0,Alice,write,D1,ok,0,16
            3,0,Alice,end,,booked,1,0
            4,0,Bob,write,D1,ok,0,16
            4,0,Bob,end,,booked,1,0
        "#]]
        .assert_eq(
            &csv(&run("strategy=naive&users=2&clock=free&order=ABAB")).replace("\r\n", "\n"),
        );
    }

    #[test]
    fn a_reader_that_is_not_ours_reads_the_fields_back() {
        let run = run("s=late-payment");
        let text = csv(&run);
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        assert_eq!(reader.headers().expect("a head"), HEAD.as_slice());
        let rows: Vec<_> = reader.records().map(|row| row.expect("a row")).collect();
        let events = &run.run.trace.events;
        assert_eq!(rows.len(), events.len());
        let ends = |end: &str| text.matches(end).count();
        assert_eq!((ends("\n"), ends("\r\n")), (rows.len() + 1, rows.len() + 1), "RFC 4180");
        for (row, event) in rows.iter().zip(events) {
            assert_eq!(row, fields(&run, event).as_slice());
        }
    }

    #[test]
    fn no_field_is_a_formula() {
        for (text, expected) in [
            ("=1+1", "'=1+1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("-2", "'-2"),
            ("a,b", "\"a,b\""),
            ("=\"a\"", "\"'=\"\"a\"\"\""),
            ("D1", "D1"),
        ] {
            assert_eq!(field(text), expected);
        }
    }
}
