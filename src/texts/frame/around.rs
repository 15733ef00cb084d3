//! What stands in the frame's own page, around the program: the build puts each into `static/embed.html`, where its mark is.

use crate::texts::transport::PLAY_THE_RACE;

/// The marks, and their texts.
pub const AROUND: [(&str, &str); 13] = [
    ("{{title}}", "A race for seats: seatrace"),
    ("{{picture}}", "A race for seats, as a picture"),
    ("{{play}}", PLAY_THE_RACE),
    ("{{open}}", "Open this race in seatrace"),
    ("{{fallen}}", "The race cannot be played here. The link opens it in a tab of its own."),
    ("{{link-title}}", "Link to this step"),
    ("{{link}}", "Link"),
    ("{{copy}}", "Copy"),
    ("{{copied}}", "Copied."),
    ("{{selected}}", "The link is selected: press Ctrl C, or ⌘ C on a Mac."),
    ("{{close}}", "Close"),
    ("{{keys}}", "Keys"),
    ("{{noscript}}", "The race is a program. It needs JavaScript, which is switched off here."),
];
