//! Every text that the page shows or reads aloud, in one place: whoever translates it reads this folder and no other.
//!
//! A file a room, named as the code that shows it. A text is a whole one, so that a translator may put its words in any
//! order: a `const` where nothing varies, else a function that takes what varies and decides the numbers of nouns and
//! verbs itself. Nothing here knows what it is said of: arguments are names, numbers and times, never states, and the
//! only module imported is `units`. `forms` holds what a language has its own of: numbers, times, lists.
//!
//! Not here: the words of the grammars (queries, orders, files), which no language changes; the names of users; the
//! strategies and the code beside them, which are code; files for other programs; the terminal, whose output is read by
//! programs too; and the few sentences of `static/*.js` and of the pages around the program that are said where there is no
//! program to ask, because it is missing, fallen, or not loaded yet: `tests/tidy/scripts.rs` lists them. `tests/tidy`
//! complains about a text anywhere else.
#![allow(missing_docs, reason = "a constant is told by its text")]

pub mod compare;
pub mod draw;
pub mod explore;
pub mod export;
pub mod forms;
pub mod frame;
pub mod history;
pub mod keys;
pub mod page;
pub mod player;
pub mod scenario;
pub mod share;
pub mod trace;
pub mod transport;
pub mod verdict;
pub mod worker;
