//! What is wrong with a link, beside its scenario: without a full stop. Names of parameters and their words are those of
//! links; what a parameter can be ends the sentence "theme can be …".

pub const QR_CODE: &str = "QR code of the link";

/// Codes hold bytes: a letter beyond those of English takes several.
pub fn too_long_for_a_code(bytes: usize, max: usize) -> String {
    format!("the link is {bytes} bytes long; a code that phones can read holds {max}")
}

// Where a snippet is pasted.

pub const HTML: &str = "HTML";
pub const MARKDOWN: &str = "Markdown, README";
pub const MD_BOOK: &str = "mdBook";
pub const MDX: &str = "MDX, Docusaurus";
pub const QUARTO: &str = "Quarto";
pub const MYST: &str = "MyST, Jupyter Book";
pub const PRETEXT: &str = "PreTeXt";
pub const REVEAL: &str = "reveal.js";
pub const WORDPRESS: &str = "WordPress";
pub const LMS: &str = "Moodle, Canvas";

// A link as a whole.

pub const ORDER_TWICE: &str = "another order stands behind #, and that one counts";
pub const GIVEN_ONCE: &str = "given once";

pub fn newer_order(version: u32) -> String {
    format!("a newer version of this program made it, version {version}")
}

pub const MANGLED: &str = "the link was cut off or changed on its way";
pub const NO_ORDER: &str = "it carries no order";
pub const AS_IT_WAS_SHARED: &str = "x1.ORDER.CHECK, as it was shared";
pub const NEWER_LINK: &str = "a newer version of this program made the link";

// What the parameters can be.

/// Of everything that is off or on.
pub const SWITCH: &str = "0 or 1";
pub const DIGEST: &str = "8 characters of 0-9 and A-Z without I, L, O and U";
pub const CLAIM: &str = "CLASS.COUNT.ALL, such as double-booking.0.150";
pub const AT: &str = "a step from 0 on, end, or first-anomaly";
pub const LOOP: &str = "0, 1 (for ever), or how many times, up to 1000";
pub const PAUSE_ON: &str = "none, marker, anomaly or each";
pub const IDLE: &str = "0 to 60 seconds";
pub const SPEED: &str = "0.25, 0.5, 1, 2, 4, 8 or 16";
pub const VIEW: &str = "map, timeline, log, table, compare or explore";
pub const THEME: &str = "auto, light, dark or contrast";
pub const MOTION: &str = "auto, off or full";
pub const LANG: &str = "a language tag such as en or pt-BR";
pub const START: &str = "lazy, click, now or visible";
pub const POSTER: &str = "a step from 0 on, end, first-anomaly, or none";
pub const CONTROLS: &str = "min, full or none";
pub const HIDE: &str = "a list of title, params, legend, log, share, badge and stats";
pub const HEIGHT: &str = "auto or fit";
pub const ID: &str = "up to 64 letters, digits, - and _, the last a letter or digit";
pub const ORIGIN: &str = "an origin such as https://course.example";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_hold_bytes() {
        assert_eq!(
            too_long_for_a_code(500, 425),
            "the link is 500 bytes long; a code that phones can read holds 425"
        );
    }
}
