//! The table of figures: what, measured, wanted, and the ratio where there is one. Printed row by row, as they come.

pub(crate) fn head() {
    print("figure", "measured", "wanted", "ratio");
}

/// A line above the rows that follow.
pub(crate) fn part(name: &str) {
    println!("-- {name}");
}

/// One figure. `wanted` is what the project has set itself; nothing where it has not.
pub(crate) fn row(what: &str, measured: &str, wanted: &str) {
    print(what, measured, wanted, "");
}

/// One figure as a multiple of another one of the same run.
pub(crate) fn ratio(what: &str, times: f64, wanted: &str) {
    print(what, "", wanted, &format!("{times:.2} x"));
}

/// Says why something was not measured.
pub(crate) fn missing(why: &str) {
    println!("   not measured: {why}");
}

fn print(what: &str, measured: &str, wanted: &str, ratio: &str) {
    let line = format!("{what:<54} {measured:>16} {wanted:>16} {ratio:>9}");
    println!("{}", line.trim_end());
}

/// The one in the middle.
pub(crate) fn median(numbers: impl IntoIterator<Item = f64>) -> f64 {
    let mut numbers: Vec<f64> = numbers.into_iter().collect();
    numbers.sort_by(f64::total_cmp);
    numbers[numbers.len() / 2]
}
