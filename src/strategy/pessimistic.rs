//! Pessimistic: lock everybody else out.

use crate::race::{Buyer, Told};

/// Nobody else gets past the lock until it is
/// given back. Locks are returned in reverse,
/// whatever happened in between.
pub(super) async fn pessimistic(me: Buyer) -> Told {
    for lock in me.locks() {
        me.lock(lock).await; // may have to wait
    }
    let told = book(&me).await;
    for lock in me.locks().rev() {
        me.unlock(lock).await;
    }
    told
}

async fn book(me: &Buyer) -> Told {
    for seat in me.seats() {
        if me.check(seat).await.is_taken() {
            return Told::Taken;
        }
    }
    me.think().await;
    for seat in me.seats() {
        me.update(seat).await;
    }
    Told::Booked
}
