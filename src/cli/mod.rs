//! The terminal: `seatrace COMMAND`. Answers go to standard output, everything else to standard error.

mod args;
mod check;
mod claimed;
mod explore;
mod explored;
mod export;
mod file;
mod help;
mod import;
mod list;
mod run;

use crate::scenario::Problem;
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

/// Stopped at a limit: the answer is printed.
const STOPPED: u8 = 3;

impl Answer {
    fn good(out: String) -> Answer {
        Answer { out, err: String::new(), code: 0 }
    }

    /// A line for each problem of a query.
    fn bad_query(problems: &[Problem]) -> Answer {
        let line = |problem: &Problem| format!("seatrace: {problem}\n");
        Answer::bad_input(problems.iter().map(line).collect::<String>())
    }

    fn bad_input(err: impl Into<String>) -> Answer {
        Answer { out: String::new(), err: err.into(), code: BAD_INPUT }
    }
}

/// Runs the command line and says with which code to exit: 0, 1 when `check` found a violation, 2 for bad input, 3 when
/// something stopped at a limit.
pub fn main(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let answer = match args::parse(args) {
        Ok(Command::Help(topic)) => Answer::good(help::text(topic)),
        Ok(Command::List) => Answer::good(list::text()),
        Ok(Command::Run { query, json }) => run::answer(&query, json),
        Ok(Command::Check { file, json }) => check::answer(&file, json),
        Ok(Command::Explore(asked)) => explore::answer(&asked),
        Ok(Command::Export(asked)) => export::answer(&asked),
        Ok(Command::Import(path)) => import::answer(&path),
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
