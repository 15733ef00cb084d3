//! The help: the names of keys that are no letters, and what the keys do.

pub const SPACE: &str = "Space";
pub const HOME: &str = "Home";
pub const END: &str = "End";
pub const PAGE_UP: &str = "PgUp";
pub const PAGE_DOWN: &str = "PgDn";
pub const ESC: &str = "Esc";
pub const SHIFT_LEFT: &str = "Shift ←";
pub const SHIFT_RIGHT: &str = "Shift →";
pub const SHIFT_A: &str = "Shift A";
pub const SHIFT_E: &str = "Shift E";

pub const PLAY_OR_PAUSE: &str = "Play or pause";
pub const ONE_STEP: &str = "One step back, one step forward";
/// As one step back and forward.
pub const ARROWS: &str = "The same, where no control uses the arrows";
pub const PERCENT: &str = "To the start, 10 %, … 90 % of the run";
pub const TEN_STEPS_OR_LETTERS: &str = "Ten steps back or forward; also J and L";
pub const FIRST_AND_LAST: &str = "First and last step";

// Of the page.
pub const RESTART: &str = "Restart";
pub const ANOMALIES: &str = "Next and previous anomaly";
pub const MARKERS: &str =
    "Next and previous step worth a look: a conflict, an expired hold, an anomaly";
pub const USERS: &str = "Let Alice step next, and so on by initials: delays then no longer count";
/// Of P, D, N and T, in this order.
pub const ANSWERS: &str = "Payment captured, declined, not answered; time passes until a hold ends";
pub const PACE: &str = "Slower, faster";
pub const FULL_SCREEN: &str = "Full screen, and back";
pub const CLOSE_OPEN: &str = "This list; close what is open";

// Of a frame in somebody else's page.
pub const TENTHS: &str = "A tenth of the run back or forward";
pub const FRAME_MARKERS: &str = "Previous and next conflict, expiry or anomaly";
pub const PACE_AND_RESTART: &str = "Slower, faster, restart";
pub const VIEW_AND_SCREEN: &str = "Next view, full screen";
pub const CLOSE: &str = "This list; close it";
