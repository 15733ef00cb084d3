//! The worker: what takes long, done beside the page, in slices, with progress and cancel.
//!
//! `protocol` is what page and worker say to each other; `clerk` is the state machine that answers, without any web
//! types and without a clock of its own, so that native tests drive it; `view` writes its answers as markup, so that the
//! page, which must stay small, only has to put them in their places. `errand` is what programs ask for beside all that:
//! it is answered in objects and by number. `shell` is the thin layer of web types around it,
//! the same in a worker, in a blob worker and, where no worker can start, on the page.

mod beside;
mod branches;
mod clerk;
mod contrast;
mod editor;
mod errand;
mod handout;
mod hearing;
mod inspector;
mod protocol;
mod scene;
mod sharing;
#[cfg(target_arch = "wasm32")]
pub mod shell;
mod shorten;
mod study;
mod survey;
#[cfg(test)]
mod tests;
mod twigs;
mod verify;
pub mod view;

use beside::Beside;
pub use branches::{BRANCHES_MAX, Branch, Branches};
pub use clerk::Clerk;
pub use contrast::{Contrast, TRIED_BYTES_MAX, TRIED_STATES_MAX, Tried};
pub use editor::{Editor, UNDO_MAX};
pub use errand::{ERRANDS_MAX, Errands};
pub use handout::{Handout, LINK_CHARS_MAX, Taken, What};
pub use hearing::Hearing;
pub use inspector::{Inspector, Sought, wanted};
pub use protocol::{
    EditorDoes, Envelope, NotUnderstood, Placed, Reply, Request, Says, VERSION, Why,
};
pub use scene::{Mode, Scene, Told, Turn};
pub use sharing::Sharing;
pub use shorten::{Shortened, Shortening};
pub use study::{Found, PAIRS_MAX, Stage, Study, WORKER_BYTES_MAX};
pub use survey::Survey;
pub use twigs::{Twig, twigs};
