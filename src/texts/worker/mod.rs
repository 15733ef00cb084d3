//! What the worker writes: every view that is no part of the first download, and its messages.
//!
//! Where a part of a sentence is set apart (bold, or as code) a function returns the sentence in three: what stands before
//! that part, the part, and what stands behind it. Each with the blanks that it needs, and each may be empty.

pub mod compare;
pub mod editor;
pub mod shop;
