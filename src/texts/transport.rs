//! The foot of the page: what moves through the race.

use super::forms::lapse;
use crate::units::Ms;

pub const TRANSPORT: &str = "Transport";
pub const TO_SCALE: &str = "To scale";
pub const TO_SCALE_TITLE: &str = "Steps side by side, or where they lie in virtual time";
pub const NEXT_CONFLICT: &str = "Next conflict";
pub const NEXT_CONFLICT_TITLE: &str = "Next conflict or expired hold (])";
pub const NEXT_ANOMALY: &str = "Next anomaly";
pub const NEXT_ANOMALY_TITLE: &str = "Next anomaly (E)";

pub const PAUSE: &str = "Pause";
/// In a race in which a person takes part.
pub const LET_IT_RUN: &str = "Let it run";
pub const PLAY_THE_RACE: &str = "Play the race";
pub const PLAY_AGAIN: &str = "Play again";
pub const PLAY: &str = "Play";
pub const PLAY_TITLE: &str = "Play or pause (Space)";
pub const RESTART: &str = "Restart";
pub const RESTART_TITLE: &str = "Restart (R)";
pub const ONE_STEP_BACK: &str = "One step back";
pub const ONE_STEP_BACK_TITLE: &str = "One step back (,)";
pub const ONE_STEP: &str = "One step";
pub const ONE_STEP_TITLE: &str = "One step (.)";
/// The same, short.
pub const STEP: &str = "Step";

pub const SPEED: &str = "Speed";
pub const SLOWER: &str = "Slower";
pub const SLOWER_TITLE: &str = "Slower (<)";
pub const FASTER: &str = "Faster";
pub const FASTER_TITLE: &str = "Faster (>)";

/// Of a comparison: what is done now, in place of what a step did.
pub const ALL_RACES: &str = "all races";

/// Behind the number of the step: how many there are, or how many are known of.
pub fn of_steps(steps: u32, all_are_known: bool) -> String {
    match (steps, all_are_known) {
        (0, false) => " steps".to_owned(),
        (_, false) => format!(" of {steps}+"),
        _ => format!(" of {steps}"),
    }
}

/// Virtual time that passes without being played out.
pub fn pass(ms: Ms) -> String {
    format!("{} pass", lapse(ms))
}

/// Where the scrubber stands, read aloud.
pub fn at_step(step: u32, steps: u32, says: &str) -> String {
    match step {
        0 => format!("Before the first of {steps} steps"),
        _ => format!("Step {step} of {steps}: {says}"),
    }
}
