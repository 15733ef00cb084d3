//! The parts of the table, by name. `cargo xtask bench` includes this file too: it refuses a wrong name before it builds.

/// A part that can be asked for alone.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Part {
    Explorer,
    Simulation,
    Wasm,
    Frames,
    Memory,
}

/// All of them, in the order of the table.
const PARTS: [(&str, Part); 5] = [
    ("explorer", Part::Explorer),
    ("simulation", Part::Simulation),
    ("wasm", Part::Wasm),
    ("frames", Part::Frames),
    ("memory", Part::Memory),
];

/// The parts of these names; all, if there are none.
///
/// # Errors
/// A sentence that says which name is of no part, and which are.
pub(crate) fn named(words: &[String]) -> Result<Vec<Part>, String> {
    let names = PARTS.map(|(name, _)| name);
    if let Some(word) = words.iter().find(|word| !names.contains(&word.as_str())) {
        return Err(format!("`bench` has no part `{word}`, only {}", names.join(", ")));
    }
    let asked = |name: &str| words.is_empty() || words.iter().any(|word| word == name);
    Ok(PARTS.into_iter().filter(|(name, _)| asked(name)).map(|(_, part)| part).collect())
}
