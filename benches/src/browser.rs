//! Chromium, asked for figures by a script beside this crate. `cargo xtask bench` says where it is.

use std::env;
use std::io::{BufRead, BufReader, Lines, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

/// A browser with the built page on a host.
pub(crate) struct Browser {
    child: Child,
    ask: ChildStdin,
    answers: Lines<BufReader<ChildStdout>>,
}

impl Browser {
    /// Starts it.
    ///
    /// # Errors
    /// Why there is none.
    pub(crate) fn start() -> Result<Browser, String> {
        let node = env::var_os("SEATRACE_NODE")
            .ok_or("the page and Chromium are found by `cargo xtask bench`")?;
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/browser/main.mjs");
        let mut command = Command::new(node);
        command.arg(script).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = command.spawn().map_err(|error| format!("Node: {error}"))?;
        let (Some(ask), Some(answers)) = (child.stdin.take(), child.stdout.take()) else {
            return Err("Node has no pipes".to_string());
        };
        Ok(Browser { child, ask, answers: BufReader::new(answers).lines() })
    }

    /// Asks for some numbers: so many as the caller wants.
    ///
    /// # Errors
    /// What the script complains about.
    pub(crate) fn ask<const N: usize>(&mut self, request: &str) -> Result<[f64; N], String> {
        writeln!(self.ask, "{request}").map_err(|error| format!("Chromium: {error}"))?;
        let answer = self.answers.next().ok_or("Chromium has ended")?;
        let answer = answer.map_err(|error| format!("Chromium: {error}"))?;
        let numbers: Option<Vec<f64>> =
            answer.split(' ').map(|number| number.parse().ok()).collect();
        numbers
            .and_then(|numbers| numbers.try_into().ok())
            .ok_or_else(|| format!("Chromium, {request}: {answer}"))
    }

    /// Ends it, and waits until it has.
    pub(crate) fn close(self) {
        let Browser { mut child, ask, answers } = self;
        drop((ask, answers));
        // It ends by itself when nobody can ask any more; how it ends changes no figure.
        let _ = child.wait();
    }
}
