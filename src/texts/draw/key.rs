//! The legends: what the looks of seats and the marks of lanes mean.

pub const SEAT_STATES: &str = "Seat states";
pub const FREE: &str = "free";
pub const WANTED: &str = "wanted";
pub const BEING_READ: &str = "being read";
pub const HELD: &str = "held";
pub const EXPIRED: &str = "expired";
pub const BOOKED: &str = "booked";
pub const SOLD_TWICE: &str = "sold twice";
pub const LOCKED: &str = "locked";

// What a user does or is told, a mark each.
pub const LANE_MARKS: &str = "Lane marks";
pub const READ: &str = "read";
pub const WRITE: &str = "write";
pub const RESERVE: &str = "reserve";
pub const PAY: &str = "pay";
pub const PAID: &str = "paid";
pub const DECLINED: &str = "declined";
pub const LOCK: &str = "lock";
pub const UNLOCK: &str = "unlock";
pub const REFUSED: &str = "refused";
pub const TURNED_AWAY: &str = "turned away";
pub const HOLD_EXPIRED: &str = "hold expired";
pub const REFUND: &str = "refund";
pub const GIVEN_UP: &str = "given up";
pub const CRASH: &str = "crash";
/// A broken line behind a read.
pub const OUT_OF_DATE: &str = "read is out of date";
pub const WAIT: &str = "wait";
