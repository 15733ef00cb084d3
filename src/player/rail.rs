//! The rail of the scrubber: where a step stands on it. Whatever is drawn along the rail is placed by this.

/// The part of the rail that lies before a step, of so many: a percentage of three decimals, for a drawing. Printing floats
/// would add 7 KB to the page.
pub fn along(step: u32, steps: u32) -> String {
    let thousandths = u64::from(step) * 100_000 / u64::from(steps.max(1));
    format!("{}.{:03}%", thousandths / 1_000, thousandths % 1_000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_stands_in_its_part_of_the_rail() {
        let all = [(0, 8), (1, 8), (8, 8), (2, 3), (1, 100_000), (0, 0), (u32::MAX, u32::MAX)];
        let parts = all.map(|(step, steps)| along(step, steps));
        let wanted = ["0.000%", "12.500%", "100.000%", "66.666%", "0.001%", "0.000%", "100.000%"];
        assert_eq!(parts, wanted);
    }
}
