//! The rules: a heading of a few words, said as what should be so, and a sentence that explains it to a student.

pub const NO_DOUBLE_BOOKING: &str = "No seat is sold twice";
pub const NO_DOUBLE_BOOKING_EXPLAINED: &str = "A seat never has tickets of two users.";

pub const SEATS_ADD_UP: &str = "The seats add up";
pub const SEATS_ADD_UP_EXPLAINED: &str = "Every seat is free, held, expired or booked, so these always add up to the \
    hall: what the show does and says is possible in the state that it was in.";

pub const MONEY_ADDS_UP: &str = "The money adds up";
pub const MONEY_ADDS_UP_EXPLAINED: &str = "Every captured payment ends as a booking or as a refund, and nothing is \
    booked or refunded without one.";

pub const LIVE_TOKEN: &str = "Only a live hold is confirmed";
pub const LIVE_TOKEN_EXPLAINED: &str = "A confirm is accepted only with the token of the seat's current hold, before \
    that hold expires.";

pub const ONE_CAPTURE: &str = "Nobody is charged twice";
pub const ONE_CAPTURE_EXPLAINED: &str =
    "A payment key is captured at most once, however often it is asked.";

pub const LOCK_OWNER: &str = "A lock has one owner";
pub const LOCK_OWNER_EXPLAINED: &str = "A lock belongs to one user at a time, who alone works under it and gives it \
    back, to whoever has waited longest.";

pub const VERSION_STEP: &str = "Every commit is one version";
pub const VERSION_STEP_EXPLAINED: &str = "A commit adds exactly 1 to the version, nothing else changes it, and a \
    commit succeeds only if nothing it had read has changed.";

pub const WHOLE_ORDERS: &str = "No purchase is booked in part";
pub const WHOLE_ORDERS_EXPLAINED: &str = "A purchase of several seats is booked as a whole or not at all, and its user \
    is told the truth about it.";

pub const DEADLOCK: &str = "Nobody waits for ever";
pub const DEADLOCK_EXPLAINED: &str = "When the run ends, no user is still waiting for a lock.";

pub const REFUND_PAID: &str = "Every refund is paid";
pub const REFUND_PAID_EXPLAINED: &str =
    "When the run ends, every refused payment has been given back.";

pub const LOST_SALE: &str = "No sale is lost to conflicts";
pub const LOST_SALE_EXPLAINED: &str =
    "No seat stays unsold while someone who wanted it gave up after too many conflicts.";

pub const HOLD_REUSABLE: &str = "Every expired seat can be had again";
pub const HOLD_REUSABLE_EXPLAINED: &str =
    "When the run ends, every hold with a deadline has ended and its seat is free or sold.";
