//! The oracle: a small model of the steps of DESIGN §3, and every order of them, counted one by one.
//!
//! It exists to disagree. The explorer shares the show and the strategies with every other view of a race,
//! so a defect there would be counted faithfully; this model was written from DESIGN §3 alone, uses nothing
//! but the standard library, and prefers what is obviously right to what is fast: a state is cloned for
//! every choice, locks and versions live in ordered maps, and [`table`] really walks every schedule.
//!
//! ```text
//! let model = Model::same(Strategy::Naive, 2);
//! let table = table(&model);               // outcome -> number of schedules
//! assert_eq!(total(&table), 6);
//! assert_eq!(double_bookings(&table), 4);
//! ```
//!
//! [`choices`] and [`apply`] walk a single run, and tell what happens in the words of the trace, so that
//! the crate's own events can be compared with it, one by one.
//!
//! # Readings
//!
//! The clock is always `clock=free`: `now` moves with `t` alone. Where §3 leaves room, the model reads:
//!
//! - **Taken.** Who finds a seat taken looks at no further seat of the order: naive and optimistic end,
//!   pessimistic goes to `unlock`, for all its locks, in reverse order of acquisition. `check` and `update`
//!   go in the order asked, also where the locks were taken in seat order.
//! - **Two books.** A seat keeps its bookings and its hold apart. `read`, `check` and `commit` look at
//!   bookings only; `reserve` looks at bookings (taken), then at the hold (held; also while the seat waits
//!   to be swept). `confirm` looks at tokens only, which is the double booking of mixed strategies.
//! - **Commit.** Every version unchanged since its read of this round, and no seat booked. Only commits
//!   count versions up: a naive write between is seen as a booked seat, not as a version.
//! - **Refused reserve.** The seats held so far are released one step each, in the order asked.
//! - **Dead tokens.** `release` and `cancel` leave them alone and say `gone`. A refused `confirm` frees
//!   nothing: seats of the order whose hold still lives stay held until their deadline.
//! - **Late.** `late` is applied by `confirm`, when any of the tokens is dead. `accept` books regardless and
//!   leaves the hold of anybody else untouched. `accept-if-free` books if no seat is booked and each is
//!   either still held with the order's own live token, or would be accepted by a `reserve` now; an own
//!   seat waiting for the sweeper would not. Own holds, dead or alive, end with the booking in both cases.
//! - **Locks** are never taken twice by one user (the seats of an order differ, and the lock of the show is
//!   one step in all), so the depth is always 1 and is not modelled.
//! - **Crash.** Offered for every unfinished user, queued or not, while the allowance lasts, but a run ends
//!   as soon as no user is enabled and no deadline is left. A crashed owner keeps its lock for ever. Its
//!   result is `crashed`, whatever it has booked or is owed; the class tells of the money.
//! - **Sweep.** The sweeper has a deadline only while an expired seat waits.
//! - **Double booking** means tickets of two users for one seat. A booking over a live hold is not yet one.

#![allow(unreachable_pub, reason = "a test target is no library: `pub` means public to the tests")]
#![allow(dead_code, reason = "every test target compiles all of it and uses its own part")]

mod book;
mod hold;
mod lock;
mod model;
mod state;
mod step;
mod table;
mod walk;

#[allow(unused_imports, reason = "every test target uses its own part")]
pub use self::{
    model::{Expiry, Late, LockOrder, Model, Party, Scope, Strategy},
    state::{Choice, Hold, Lock, Mark, Money, Next, State, choices},
    step::{Happened, apply},
    table::{OutcomeKey, Table, count_class, double_bookings, outcome, table, table_merged, total},
    walk::{for_each_end_merged, for_each_run, order_text},
};
