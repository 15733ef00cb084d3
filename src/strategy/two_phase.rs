//! Two-phase: hold the seat, pay, then confirm.

use crate::race::{Buyer, Payment, Told};

/// A hold keeps others out while the user pays,
/// but not for ever. If it expires before the
/// confirm, the money goes back.
pub(super) async fn two_phase(me: Buyer) -> Told {
    for seat in me.seats() {
        if let Err(refused) = me.reserve(seat).await {
            for held in me.seats().take_while(|s| *s != seat) {
                me.release(held).await;
            }
            return refused;
        }
    }
    let unpaid = match me.pay().await {
        Payment::Captured => {
            if me.confirm().await.is_ok() {
                return Told::Booked;
            }
            me.refund().await; // too late: the hold was dead
            return Told::Refunded;
        }
        Payment::Declined => Told::Declined,
        Payment::Lost => Told::Unpaid,
    };
    me.cancel().await;
    unpaid
}
