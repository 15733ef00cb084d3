//! What a host is told, as a sentence beside the code of an error, when its message cannot be followed. The names and values
//! in it are words of the protocol, which no language changes.

/// What a field may be: one of the texts below, or a list of names.
pub fn can_be(name: &str, allowed: &str) -> String {
    format!("{name} can be {allowed}")
}

pub const A_NUMBER_OF_STEPS: &str = "a whole number of steps";
pub const A_QUERY: &str = "a query or link";
pub const A_SPEED: &str = "0.25, 0.5, 1, 2, 4, 8 or 16";
pub const A_THEME: &str = "auto, light, dark or contrast";
pub const A_VIEW: &str = "map, timeline, log or table";
pub const A_MOTION: &str = "auto, off or full";
pub const A_STRATEGY: &str = "a strategy of the scenario";
pub const A_LANGUAGE: &str = "a language tag";
/// Of those, which can be set.
pub const KNOWN_LANGUAGES: &str = "auto, or a language tag that begins with en";
pub const TO_GET: &str = "state, outcome, url, transcript or trace";
pub const TO_SUBSCRIBE: &str = "a list of state, marker, outcome, answer and share";
pub const A_COLOUR: &str = "a colour as #rgb, #rrggbb, rgb(r, g, b) or a plain name";
pub const FONTS: &str =
    "names of fonts with a comma between them: letters, digits, spaces and hyphens";

/// What the size of a font may be.
pub fn a_size(min: u32, max: u32) -> String {
    format!("{min} to {max} px, as a number or with px")
}

pub const A_PLACE: &str =
    "seek takes one of step (from 0 on), percent (0 to 100) and marker (next, prev or from 0 on)";
pub const PLAIN_VALUES: &str = "data can be an object of plain values";
pub const NO_SUCH_MARKER: &str = "there is no such marker";
pub const NOT_YET: &str = "the run has not come so far, or the reader has a question to answer";

pub fn speaks_version(version: u32) -> String {
    format!("this frame speaks version {version}")
}

pub fn too_large(max: usize, bytes: usize) -> String {
    format!("a message has at most {max} bytes, and this {bytes}")
}

pub fn too_many(max: usize) -> String {
    format!("at most {max} messages a second are heard")
}

pub fn newer(version: u32) -> String {
    format!("the link was made with version {version}, which is newer")
}
