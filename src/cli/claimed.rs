//! What a link claims of its run, held against the run.

use crate::lab::{self, Contest, Run};
use crate::share::{Link, digest};

/// A line if the link carries the digest of another run than its first race is; else nothing.
///
/// It changes no exit code: the answer is that of the query, and whoever compares answers can see the digest in it.
pub(super) fn note(link: &Link, contest: Contest, run: &Run) -> String {
    let Some(claimed) = &link.settings.digest else { return String::new() };
    let alone = lab::alone(&link.scenario, contest);
    let found = digest(&alone.canonical(), &run.order, &run.trace.events);
    if found == *claimed {
        return String::new();
    }
    format!(
        "seatrace: d={claimed} is not this run, which has {found}: the link was changed, or made by a version that runs \
         otherwise\n"
    )
}
