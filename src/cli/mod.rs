//! The terminal: `seatrace COMMAND`. Answers go to standard output, everything else to standard error.

mod args;
mod help;
mod list;
mod run;

use args::Command;
use std::ffi::OsString;
use std::io::{ErrorKind, Write};
use std::process::ExitCode;

/// What a command answers, or why it cannot.
struct Answer {
    out: String,
    err: String,
    code: u8,
}

/// Bad input: nothing on standard output.
const BAD_INPUT: u8 = 2;

impl Answer {
    fn good(out: String) -> Answer {
        Answer { out, err: String::new(), code: 0 }
    }

    fn bad_input(err: impl Into<String>) -> Answer {
        Answer { out: String::new(), err: err.into(), code: BAD_INPUT }
    }
}

/// Runs the command line and says with which code to exit: 0, or 2 for bad input.
pub fn main(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let answer = match args::parse(args) {
        Ok(Command::Help(topic)) => Answer::good(help::text(topic)),
        Ok(Command::List) => Answer::good(list::text()),
        Ok(Command::Run { query, json }) => run::answer(&query, json),
        Err(problem) => Answer::bad_input(format!("seatrace: {problem}\n")),
    };
    match print(&answer) {
        // Whoever reads us has seen enough.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
        Ok(()) => ExitCode::from(answer.code),
    }
}

fn print(answer: &Answer) -> std::io::Result<()> {
    std::io::stderr().write_all(answer.err.as_bytes())?;
    let mut out = std::io::stdout().lock();
    out.write_all(answer.out.as_bytes())?;
    out.flush()
}
