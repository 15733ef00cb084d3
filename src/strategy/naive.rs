//! Naive: look, think, write. Nobody looks twice.

use crate::race::{Buyer, Told};

/// Between the read and the write anybody may
/// have booked the seat: what was true then
/// need not be true now.
pub(super) async fn naive(me: Buyer) -> Told {
    for seat in me.seats() {
        if me.read(seat).await.is_taken() {
            return Told::Taken;
        }
    }
    me.think().await;
    for seat in me.seats() {
        me.write(seat).await; // blindly
    }
    Told::Booked
}
