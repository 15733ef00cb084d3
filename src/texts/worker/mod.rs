//! What the worker writes: every view that is no part of the first download, and its messages.
//!
//! Where a part of a sentence is set apart (bold, or as code) a function returns the sentence in three: what stands before
//! that part, the part, and what stands behind it. Each with the blanks that it needs, and each may be empty.

pub mod bounds;
pub mod branches;
pub mod checked;
pub mod claim;
pub mod compare;
pub mod court;
pub mod doom;
pub mod editor;
pub mod figures;
pub mod futures;
pub mod handout;
pub mod linked;
pub mod messages;
pub mod odds;
pub mod outcomes;
pub mod progress;
pub mod proof;
pub mod script;
pub mod seat;
pub mod shop;
pub mod shrunk;
pub mod table;
pub mod terms;
pub mod words;
