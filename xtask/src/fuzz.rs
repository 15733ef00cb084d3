//! Fuzzing the parsers: each target of `fuzz/` for a while, from its seeds on.

use crate::Place;
use crate::kit;
use crate::process::{Result, ask, run};
use std::fs;
use std::process::Command;

/// Each target runs so long, in s.
const TARGET_S: u32 = 60;

/// An input that takes longer than this, in s, is a finding, and so is one that needs more memory, in MiB.
const INPUT_S_MAX: u32 = 5;
const MEMORY_MIB_MAX: u32 = 1_024;

/// The longest input that is tried, in bytes.
const INPUT_BYTES_MAX: u32 = 4_096;

/// Runs every target.
///
/// # Errors
/// A target does not build, or has found something: the input is left under `target/fuzz`.
pub(crate) fn all(place: &Place) -> Result {
    let program = kit::cargo_fuzz(place)?;
    let cargo_fuzz = || {
        let mut command = Command::new(&program);
        command.current_dir(&place.root);
        command
    };
    let targets = ask(cargo_fuzz().arg("list")).ok_or("fuzz/Cargo.toml cannot be read")?;
    for target in targets.lines() {
        println!("── fuzzing: {target}");
        // What was found on the way is kept, so that the next soak goes on from there; the seeds stay as they are.
        let corpus = format!("target/fuzz/corpus/{target}");
        let findings = format!("target/fuzz/findings/{target}/");
        for folder in [&corpus, &findings] {
            let made = fs::create_dir_all(place.root.join(folder));
            made.map_err(|error| format!("{folder}: {error}"))?;
        }
        let mut command = cargo_fuzz();
        // Without sanitizers, which only nightly Rust has; the crate forbids `unsafe`, so that they would find little.
        command.args(["run", "--sanitizer", "none", "--target-dir", "target/fuzz/build", target]);
        command.args([corpus, format!("fuzz/seeds/{target}")]).arg("--");
        command.arg(format!("-artifact_prefix={findings}")).args(limits());
        run(&mut command)?;
    }
    Ok(())
}

fn limits() -> [String; 5] {
    [
        format!("-max_total_time={TARGET_S}"),
        format!("-timeout={INPUT_S_MAX}"),
        format!("-rss_limit_mb={MEMORY_MIB_MAX}"),
        format!("-max_len={INPUT_BYTES_MAX}"),
        "-print_final_stats=1".into(),
    ]
}
