//! A hall of which only a part is drawn.

use crate::texts::forms::grouped;

/// `rows` are the names of the first and the last row that are drawn, `seats` the numbers of the seats in a row.
pub fn part(rows: [&str; 2], seats: [u32; 2], hall_rows: u32, hall_cols: u32) -> String {
    format!(
        "Rows {} to {}, seats {} to {}, of a hall of {} rows of {}: the part around the wanted seats.",
        rows[0],
        rows[1],
        seats[0],
        seats[1],
        grouped(hall_rows),
        grouped(hall_cols),
    )
}
