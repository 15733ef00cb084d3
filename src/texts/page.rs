//! What stands around the drawings of a race: the bill, the sentence, the sheets, the inspector, the dialogs, and what is said
//! when something is wrong.

// The bill.
pub const MODES: &str = "Modes";
pub const RACE: &str = "Race";
pub const COMPARE: &str = "Compare";
pub const EXPLORE: &str = "Explore";
pub const SHARE: &str = "Share";
pub const HELP_AND_KEYS: &str = "Help and keys";
pub const HELP_AND_KEYS_TITLE: &str = "Help and keys (?)";

/// The theme that follows the system.
pub const THEME_SYSTEM: &str = "system";
pub const THEME_LIGHT: &str = "light";
pub const THEME_DARK: &str = "dark";
pub const THEME_CONTRAST: &str = "contrast";

/// Of the button that turns to the next theme: their names.
pub fn theme(now: &str, next: &str) -> String {
    format!("Theme: {now}. Change to {next}")
}

// The sentence, and the strategy that is on show.
pub const SCENARIO: &str = "Scenario";
/// Behind the title of a story in which something was changed.
pub const VARIED: &str = ", varied";
pub const STRATEGY: &str = "Strategy";
pub const STRATEGY_OF_ONES_OWN: &str = "Each user has a strategy of its own.";

/// What the person at the page may do in the race.
pub const YOUR_PLACE: &str = "Your place";

// Before every order is explored.
pub const WHAT_CAN_HAPPEN: &str = "What can happen, if anybody may be first?";
pub const EVERY_ORDER_IS_TRIED: &str = "Each race goes one way of many. Here every order in which these users can step is tried, \
     the same situation once, and every way to end is counted.";
pub const EXPLORE_EVERY_ORDER: &str = "Explore every order";

// The inspector.
pub const INSPECTOR: &str = "Inspector";
pub const CODE: &str = "Code";
pub const LANGUAGE: &str = "Language";
pub const ONE_MOMENT: &str = "One moment…";
pub const JUDGE_A_HISTORY: &str = "Judge a history…";
pub const MIXED_STRATEGIES: &str = "Mixed strategies";
pub const MIXED_STRATEGIES_SAYS: &str = "Each user books by rules of its own, on one show.";

// Dialogs.
pub const CLOSE: &str = "Close";
/// Behind a box to tick.
pub const SINGLE_KEYS: &str = " Single keys do this";
/// Before a choice: every step, milestones, nothing.
pub const READ_ALOUD: &str = "Read aloud ";
pub const MILESTONES_ARE: &str = "Milestones are conflicts, expired holds, anomalies and the end. While the race plays by itself it is quiet.";
pub const KEYS_REST: &str =
    "Keys rest while you type. In the slider, the switch and the hall the arrows move there.";
pub const WHAT_THE_WORDS_MEAN: &str = "What the words mean";
/// The link that is shared.
pub const LINK: &str = "Link";

// The notice.
pub const PART_CANNOT_BE_USED: &str =
    "Part of this link cannot be used. The usual value stands in its place:";
pub const DISMISS: &str = "Dismiss this notice";

/// So many choices of the order were skipped; of those listed, the numbers.
pub fn skipped(choices: usize, listed: &str) -> String {
    match choices {
        1 => format!("1 choice of the order was not possible and was skipped: choice {listed}."),
        _ => format!(
            "{choices} choices of the order were not possible and were skipped: choices {listed}."
        ),
    }
}

// A link that was made by a newer program.
pub const NEWER: &str = "This link was made by a newer seatrace.";
pub const SHOW_ANYWAY: &str = "Show what this page understands of it";

/// The versions of the link and of the page.
pub fn newer(version: u32, known: u32) -> String {
    format!(
        "It has version {version}, and this page reads version {known}: what the link means there, this page \
         cannot know. Reload it, or look for a newer one where the link came from."
    )
}

// The program has failed.
/// What works beside the page, the worker, has failed; the next request starts it anew.
pub fn fallen(why: &str) -> String {
    format!("This part failed: {why}. What you do next starts it again.")
}

pub const FAILED: &str = "The house lights are on: seatrace has failed.";
pub const A_DEFECT: &str =
    "This is a defect of the program, not of your scenario. The same scenario has this link:";
pub const TO_MEND_IT: &str = "Whoever wants to mend it needs this:";
pub const FOR_A_REPORT: &str = "For a report";
pub const RELOAD: &str = "Reload the page";
/// In place of an order.
pub const NO_ORDER: &str = "none yet";

/// Where the race was when the program failed.
pub fn place(strategy: &str, seed: u64, step: u32, order: &str) -> String {
    format!("{strategy}, seed {seed}, step {step}, order {order}")
}
