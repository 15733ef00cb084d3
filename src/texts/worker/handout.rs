//! The inside of the dialog for sharing.

use crate::texts::forms::grouped;

pub const WHAT_TO_SHARE: &str = "What to share";
pub const THE_SCENARIO: &str = "The scenario";
pub const SIDE_BY_SIDE: &str = "Whoever opens it sees its strategies side by side.";
pub const AT_ITS_BEGINNING: &str = "Whoever opens it starts the race at its beginning.";
pub const THIS_VERY_RUN: &str = "This very run";
pub const WHAT_EVERY_ORDER_DOES: &str = "What every order does";
pub const PLAY_AT_ONCE: &str = "Play at once";
pub const NOTE: &str = "A note";
/// In the empty field of the note.
pub const NOTE_EXAMPLE: &str = "Look at step 3";

pub const LINK: &str = "Link";
pub const COPY_LINK: &str = "Copy link";
pub const NO_LETTERS: &str = "This race has no letters for an order: the seed gives the run.";
pub const THIS_COMPUTER_ONLY: &str = "This page is a file: its links work on this computer only.";

pub const EMBED: &str = "Embed it in course material";
/// Before the list of hosts.
pub const FOR: &str = "For";
pub const SNIPPET: &str = "Snippet";
pub const TAKE_ALONG: &str = "Take the run along";
pub const SAVE: &str = "Save";
pub const COPY: &str = "Copy";

/// The code that a camera reads, as in "Save the code".
pub const THE_CODE: &str = "the code";
pub const PICTURE_SVG: &str = "Picture of this step (SVG)";
pub const DARK_SVG: &str = "The same, dark (SVG)";
pub const PICTURE_PNG: &str = "Picture of this step (PNG)";
pub const DARK_PNG: &str = "The same, dark (PNG)";
pub const ONE_PAGE: &str = "This race as one page, for use without a network (HTML)";

/// What the link of this very run gives.
pub fn very_run(steps: u32, digest: &str) -> String {
    if steps == 1 {
        return format!(
            "Its only step, with the result {digest}: the page that opens it runs it again and says whether the same \
             comes out."
        );
    }
    format!(
        "All {} steps in this order, with the result {digest}: the page that opens it runs them again and says whether the \
         same comes out.",
        grouped(steps)
    )
}

/// What the link of every order gives; `counts` is the sentence that it claims.
pub fn every_order(counts: &str) -> String {
    format!("{counts} Whoever opens it can try every order again.")
}

pub fn open_at(step: u32) -> String {
    format!("Open at step {step}, as it stands here")
}

pub fn characters(n: usize) -> String {
    format!("{} characters.", grouped(n))
}

/// Behind the number of characters of a link with a fragment.
pub fn order_behind(most: usize) -> String {
    format!(
        "Its order stands behind #, because it would be longer than {} otherwise.",
        grouped(most)
    )
}

/// Behind the number of characters of a long link.
pub fn may_be_cut_off(most: usize) -> String {
    format!("Some programs cut off links of more than {}.", grouped(most))
}

pub fn no_code(why: &str) -> String {
    format!("No code: {why}.")
}

/// A file by its title.
pub fn save(title: &str) -> String {
    format!("Save {title}")
}

/// A file by its title.
pub fn copy(title: &str) -> String {
    format!("Copy {title}")
}

// What the script of the dialog says: `$` is what it puts in.

/// On a button, for a moment.
pub const COPIED_ON_BUTTON: &str = "Copied";
pub const COPIED: &str = "Copied.";
pub const SELECTED: &str =
    "This page may not copy by itself. The text is selected: press Ctrl C, or ⌘ C on a Mac.";
/// The name of a field.
pub const TEXT_TO_COPY: &str = "Text to copy";
/// `$` is the name of a file.
pub const SAVED_AS: &str = "Saved as $, if this page may save files. If not, copy it.";
pub const NO_IMAGES: &str = "This page may not copy images. Save it, or copy the SVG.";
/// `$` is one of the reasons below, or what a browser says.
pub const DID_NOT_WORK: &str = "That did not work: $.";
pub const NO_SUCH_IMAGE: &str = "this browser draws no such image";
pub const IS_FOR_USE_WITHOUT_NETWORK: &str = "this page is the one for use without a network already: share its link, or save it with your browser";
/// `$` is the status of the answer, as 404.
pub const CANNOT_BE_HAD: &str = "the page for use without a network cannot be had here ($)";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_may_have_one_step() {
        assert!(very_run(1, "K7").starts_with("Its only step, with the result K7: "));
        assert!(very_run(1_200, "K7").starts_with("All 1,200 steps in this order, "));
    }
}
