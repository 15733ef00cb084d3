//! The lanes: one row a user, what it did along the steps, as shapes without coordinates.
//!
//! A mark stands at a step, a span runs between two; the page turns steps (or times) into x. Everything up to the cursor.

use crate::units::{Ms, Seat, User};

/// Everything drawn between step 1 and the cursor.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Lanes {
    /// One a user, in order of their numbers.
    pub lanes: Vec<Lane>,
    /// One a contested or changed seat: who had it when. At most `RIBBONS_MAX`.
    pub ribbons: Vec<Ribbon>,
    /// From a write to the read that it spoiled.
    pub arrows: Vec<Arrow>,
    /// Steps before which more virtual time passed than `IDLE_MS`, and how much: a dotted cut with the time it hides.
    pub cuts: Vec<(u32, Ms)>,
}

/// The row of a user.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Lane {
    /// What it did, in order. Two may stand at one step: a payment goes out in the step that reserves.
    pub marks: Vec<Mark>,
    /// What lasted.
    pub spans: Vec<Span>,
}

/// Something that happened at a step.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Mark {
    /// The step.
    pub step: u32,
    /// When, in ms.
    pub at: Ms,
    /// Its shape.
    pub glyph: Glyph,
    /// The seat it is about; of several the first, or the one that was sold twice.
    pub seat: Option<Seat>,
    /// A safety rule breaks here: drawn in the anomaly's frame.
    pub anomaly: bool,
}

/// The alphabet of the lanes: a hollow shape is a read, a solid one a write.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Glyph {
    /// Read, check: a hollow ring.
    Read,
    /// Write, update, commit, confirm: a solid square.
    Write,
    /// Reserve: a square, the lower half solid.
    Reserve,
    /// The payment goes out: a receipt.
    Pay,
    /// Captured: a disc with +.
    Paid,
    /// Declined: a disc with −.
    Declined,
    /// No answer: a disc with ?.
    NoAnswer,
    /// A lock is taken: a padlock.
    Lock,
    /// It is given back: an open padlock.
    Unlock,
    /// A commit or confirm is refused: an ink diamond with ≠.
    Refused,
    /// A hold expires: an ink hourglass.
    Expired,
    /// The money goes back: an ink ring with an arrow back.
    Refund,
    /// Holds are given up (release, cancel): an open square.
    Release,
    /// Turned away, seat taken or held: a ring, struck through.
    TurnedAway,
    /// The client crashes: a cross in ink.
    Crash,
}

impl Glyph {
    /// The name of its shape among the symbols of the page.
    pub fn symbol(self) -> &'static str {
        match self {
            Glyph::Read => "n-read",
            Glyph::Write => "n-write",
            Glyph::Reserve => "n-reserve",
            Glyph::Pay => "n-pay",
            Glyph::Paid => "n-paid",
            Glyph::Declined => "n-no",
            Glyph::NoAnswer => "n-what",
            Glyph::Lock => "n-lock",
            Glyph::Unlock => "n-unlock",
            Glyph::Refused => "n-conf",
            Glyph::Expired => "n-exp",
            Glyph::Refund => "n-ref",
            Glyph::Release => "n-release",
            Glyph::TurnedAway => "n-out",
            Glyph::Crash => "n-crash",
        }
    }
}

/// Something that lasts from one step to another.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Span {
    /// The step at which it begins.
    pub from: u32,
    /// The step at which it ends; the cursor, if it goes on.
    pub to: u32,
    /// It goes on beyond the cursor.
    pub open: bool,
    /// What it is.
    pub kind: SpanKind,
    /// The seat it is about.
    pub seat: Option<Seat>,
}

/// What lasts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SpanKind {
    /// What the user read and believes until it acts: the tail of a read.
    Belief {
        /// From this step on it is out of date.
        spoiled: Option<u32>,
        /// Something bad came of it by the cursor (vermilion); else it is drawn in ink.
        harmful: bool,
    },
    /// Owns a lock.
    Lock,
    /// Waits for a lock.
    Wait,
    /// A hold lives.
    Hold,
    /// The payment has no answer yet.
    Pay,
}

/// Who had a seat when.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Ribbon {
    /// The seat.
    pub seat: Seat,
    /// Stretches from step to step, in order; they overlap where the seat is sold twice.
    pub parts: Vec<RibbonPart>,
}

/// A stretch of a ribbon.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct RibbonPart {
    /// Whose.
    pub user: User,
    /// From this step.
    pub from: u32,
    /// To this step; the cursor, if it goes on.
    pub to: u32,
    /// Booked, held or locked.
    pub kind: RibbonKind,
}

/// How somebody has a seat.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RibbonKind {
    /// Has a ticket.
    Booked,
    /// Holds it.
    Held,
    /// Owns its lock.
    Locked,
    /// Two users have a ticket: the anomaly's pattern.
    Twice,
}

/// From the write that spoiled a read down or up to that read's tail.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Arrow {
    /// The step of the write.
    pub step: u32,
    /// Who wrote.
    pub from: User,
    /// Whose belief it spoiled.
    pub to: User,
    /// Something bad came of it by the cursor.
    pub harmful: bool,
}
