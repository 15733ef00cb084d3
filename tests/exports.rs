//! What the exporters print today is what stands in this folder, and compiles and passes there.

use expect_test::{ExpectFile, expect_file};
use seatrace::export::{Finished, Format};
use seatrace::lab;
use seatrace::scenario::Query;

fn check(query: &str, format: Format, expected: ExpectFile) {
    let scenario = Query::parse(query).expect("a query");
    let run = Finished::of(&scenario, lab::contests(&scenario)[0]);
    expected.assert_eq(&format.write(&run).expect("it is small"));
}

#[test]
fn the_regression_tests_are_what_is_exported() {
    let double = "strategy=naive&users=2&clock=free&order=ABAB";
    check(double, Format::Rust, expect_file!["regression_double_booking.rs"]);
    check("s=deadlock", Format::Rust, expect_file!["regression_deadlock.rs"]);
}
