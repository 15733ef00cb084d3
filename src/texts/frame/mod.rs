//! The frame: a race inside somebody else's page.

pub mod around;
pub mod protocol;

// The head.
/// Behind the title of a story in which something was changed.
pub const VARIED: &str = ", varied";
pub const SHARE: &str = "Share";
pub const STRATEGY: &str = "Strategy";
pub const OPEN: &str = "Open";
/// Behind "Open", where there is room.
pub const IN_SEATRACE: &str = " in seatrace";
pub const OPEN_TITLE: &str = "Opens in a new tab";

/// On the button that plays, at the end.
pub const AGAIN: &str = "Again";

// The views.
pub const VIEWS: &str = "Views";
pub const HALL: &str = "Hall";
pub const LANES: &str = "Lanes";
pub const LOG: &str = "Log";
pub const TABLE: &str = "Events";

// What a reader may change.
pub const CHANGE_THE_RACE: &str = "Change the race";
pub const USERS: &str = "Users";
pub const SEED: &str = "Seed";
/// Every strategy, one after the other.
pub const ALL_FOUR: &str = "all four";

// The question that a link asks.
pub const QUESTION: &str = "Question";
pub const SOLD_TWICE: &str = "Will a seat be sold twice?";
pub const GIVES_UP: &str = "Will somebody give up?";
pub const WAITS_FOR_EVER: &str = "Will somebody wait for ever?";
pub const PAYS_FOR_NOTHING: &str = "Will somebody pay and get no seat?";
pub const WHAT_DO_YOU_THINK: &str = "What do you think?";
pub const THEN_IT_GOES_ON: &str = "What do you think? Then the race goes on.";
pub const YES: &str = "Yes";
pub const NO: &str = "No";

/// The question with the reader's answer, and at the end whether that was correct.
pub fn you_said(question: &str, yes: bool, correct: Option<bool>) -> String {
    let said = if yes { "yes" } else { "no" };
    let so = match correct {
        None => "",
        Some(true) => " That is so.",
        Some(false) => " That is not so.",
    };
    format!("{question} You said {said}.{so}")
}

// What is wrong with the link.
pub const ONE_PART: &str = "One part of this link cannot be used";
pub const PARTS: &str = "Parts of this link cannot be used";
pub const DISMISS: &str = "Dismiss this notice";
pub const ORDER_BEHIND: &str =
    "The order of this link stands behind #, where frames do not look: open it in seatrace";

/// The link names a run, and the same scenario gives another.
pub fn another_run(linked: &str, here: &str) -> String {
    format!("The link was made of the run {linked}; what it gives here is the run {here}")
}

// A link that was made by a newer program.
pub const NEWER: &str = "This link was made by a newer seatrace.";
pub const OPEN_THE_NEWEST: &str = "Open the newest seatrace";

/// The versions of the link and of the page.
pub fn newer(version: u32, known: u32) -> String {
    format!("It has version {version}, and this page reads version {known}.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_newer_link_the_frame_says_what_the_page_says() {
        use crate::texts::page;
        assert_eq!(NEWER, page::NEWER);
        let says = newer(9, 1);
        assert_eq!(says, "It has version 9, and this page reads version 1.");
        assert!(page::newer(9, 1).starts_with(says.trim_end_matches('.')));
    }
}
