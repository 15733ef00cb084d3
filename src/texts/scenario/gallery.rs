//! The gallery: of each scenario a title of a few words, and what happens in it, in one sentence.

pub const FIVE_USERS: &str = "Five users, one seat";
pub const FIVE_USERS_SENTENCE: &str = "Five users want seat D1 within 60 ms of each other, under each of the four strategies in turn.";

pub const DEADLOCK: &str = "Two seats, two orders";
pub const DEADLOCK_SENTENCE: &str = "Alice locks D1 and then D2 while Bob locks D2 and then D1, so each can wait for \
    the other for ever.";

pub const COARSE_VERSION: &str = "One version for the whole show";
pub const COARSE_VERSION_SENTENCE: &str = "Twelve users want twelve different seats and still conflict, because every \
    commit changes the one version of the show.";

pub const LATE_PAYMENT: &str = "The payment that came too late";
pub const LATE_PAYMENT_SENTENCE: &str = "A hold lives for one second and a payment takes up to two, so a seat can go \
    to another user while the payment for it is in flight.";

pub const ORPHANED_LOCK: &str = "The lock without an owner";
pub const ORPHANED_LOCK_SENTENCE: &str =
    "Alice's client crashes while she owns the lock, and everyone else waits for it for ever.";

pub const MIXED: &str = "Two rules for one seat";
pub const MIXED_SENTENCE: &str = "Alice holds the seat while she pays for it, and Bob, who looks only at bookings, \
    books it too.";

pub const YOUR_TURN: &str = "You against five";
pub const YOUR_TURN_SENTENCE: &str = "Six users choose among the best seats and think as long as people do; the place \
    of Frank is yours, if you take it.";
