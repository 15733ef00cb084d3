//! What a user is told in the end, as a person would be.

pub const BOOKED: &str = "Booking successful";
pub const TAKEN: &str = "Seat already booked";
/// Somebody else holds it and has not paid yet.
pub const HELD: &str = "Seat not available";
pub const GAVE_UP: &str = "Gave up after too many conflicts";
pub const DECLINED: &str = "Payment declined";
pub const UNPAID: &str = "Payment not answered";
pub const REFUNDED: &str = "Paid too late, refunded";
pub const REFUND_DUE: &str = "Paid too late, refund due";
pub const CRASHED: &str = "Client crashed";
pub const WAITING: &str = "Still waiting for a lock";
