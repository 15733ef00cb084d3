//! Optimistic: hope, and check at the end.

use crate::race::{Buyer, Told};

/// The commit writes only if every version is
/// still the one that was read. Whoever loses
/// has wasted its work, and begins again.
pub(super) async fn optimistic(me: Buyer) -> Told {
    for attempt in 1..=me.attempts() {
        for seat in me.seats() {
            if me.read(seat).await.is_taken() {
                return Told::Taken;
            }
        }
        me.think().await;
        if me.commit().await.is_ok() {
            return Told::Booked;
        }
        me.back_off(attempt).await;
    }
    Told::GaveUp
}
