//! The arguments of the command line.

use crate::export::Format;
use lexopt::{Arg, Parser};
use std::ffi::OsString;

/// What is asked for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Command {
    /// What there is, or one command of it.
    Help(Topic),
    /// The gallery.
    List,
    /// A run.
    Run { query: String, json: bool },
    /// Every order of a query.
    Explore(Explore),
    /// A history.
    Check { file: OsString, json: bool },
    /// A run in the format of another program.
    Export(Export),
    /// A run file, to be opened.
    Import(OsString),
}

/// What to export, and in which format.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Export {
    pub(super) query: String,
    pub(super) format: Format,
    /// Which of the races of a query that compares several; none: the first.
    pub(super) strategy: Option<String>,
}

/// What to explore, and how far.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Explore {
    pub(super) query: String,
    pub(super) json: bool,
    pub(super) max_states: Option<u64>,
    pub(super) max_seconds: Option<u64>,
    /// Interchangeable users are told apart.
    pub(super) no_symmetry: bool,
}

/// What help is about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Topic {
    All,
    Run,
    Explore,
    Check,
    Export,
    Import,
    List,
}

const COMMANDS: &str = "run, explore, check, export, import, list, --help";

/// Reads the arguments, the program's name first.
///
/// # Errors
/// One line: what is wrong and what is allowed.
pub(super) fn parse(args: impl IntoIterator<Item = OsString>) -> Result<Command, String> {
    let mut parser = Parser::from_iter(args);
    let command = match parser.next().map_err(|e| e.to_string())? {
        None => return Ok(Command::Help(Topic::All)),
        Some(Arg::Long("help") | Arg::Short('h')) => return Ok(Command::Help(Topic::All)),
        Some(Arg::Value(command)) => text(command)?,
        Some(other) => return Err(unexpected(other, COMMANDS)),
    };
    match command.as_str() {
        "help" => Ok(Command::Help(Topic::All)),
        "list" => list(parser),
        "run" => run(parser),
        "explore" => explore(parser),
        "check" => check(parser),
        "export" => export(parser),
        "import" => import(parser),
        _ => Err(format!("there is no command {command:?}; the commands are {COMMANDS}")),
    }
}

fn list(mut parser: Parser) -> Result<Command, String> {
    match parser.next().map_err(|e| e.to_string())? {
        None => Ok(Command::List),
        Some(Arg::Long("help") | Arg::Short('h')) => Ok(Command::Help(Topic::List)),
        Some(other) => Err(unexpected(other, "--help")),
    }
}

fn run(mut parser: Parser) -> Result<Command, String> {
    let (mut query, mut json) = (None, false);
    while let Some(arg) = parser.next().map_err(|e| e.to_string())? {
        match arg {
            Arg::Long("help") | Arg::Short('h') => return Ok(Command::Help(Topic::Run)),
            Arg::Long("json") => json = true,
            Arg::Value(value) if query.is_none() => query = Some(text(value)?),
            other => return Err(unexpected(other, "one QUERY, --json and --help")),
        }
    }
    Ok(Command::Run { query: query.unwrap_or_default(), json })
}

fn explore(mut parser: Parser) -> Result<Command, String> {
    const ALLOWED: &str =
        "one QUERY, --json, --max-states N, --max-seconds N, --no-symmetry and --help";
    let mut asked = Explore::default();
    let mut query = None;
    while let Some(arg) = parser.next().map_err(|e| e.to_string())? {
        match arg {
            Arg::Long("help") | Arg::Short('h') => return Ok(Command::Help(Topic::Explore)),
            Arg::Long("json") => asked.json = true,
            Arg::Long("no-symmetry") => asked.no_symmetry = true,
            Arg::Long("max-states") => {
                asked.max_states = Some(number(&mut parser, "--max-states")?)
            }
            Arg::Long("max-seconds") => {
                asked.max_seconds = Some(number(&mut parser, "--max-seconds")?)
            }
            Arg::Value(value) if query.is_none() => query = Some(text(value)?),
            other => return Err(unexpected(other, ALLOWED)),
        }
    }
    Ok(Command::Explore(Explore { query: query.unwrap_or_default(), ..asked }))
}

fn export(mut parser: Parser) -> Result<Command, String> {
    const ALLOWED: &str = "one QUERY, --format NAME, --strategy NAME and --help";
    let (mut query, mut format, mut strategy) = (None, None, None);
    while let Some(arg) = parser.next().map_err(|e| e.to_string())? {
        match arg {
            Arg::Long("help") | Arg::Short('h') => return Ok(Command::Help(Topic::Export)),
            Arg::Long("format") => format = Some(named(&mut parser)?),
            Arg::Long("strategy") => {
                let given = parser.value().map_err(|_| "--strategy needs the name of one");
                strategy = Some(text(given?)?);
            }
            Arg::Value(value) if query.is_none() => query = Some(text(value)?),
            other => return Err(unexpected(other, ALLOWED)),
        }
    }
    let format = format.ok_or_else(|| format!("--format is missing; {}", formats()))?;
    Ok(Command::Export(Export { query: query.unwrap_or_default(), format, strategy }))
}

fn import(mut parser: Parser) -> Result<Command, String> {
    const ALLOWED: &str = "one FILE and --help";
    let mut path = None;
    while let Some(arg) = parser.next().map_err(|e| e.to_string())? {
        match arg {
            Arg::Long("help") | Arg::Short('h') => return Ok(Command::Help(Topic::Import)),
            Arg::Value(value) if path.is_none() => path = Some(value),
            other => return Err(unexpected(other, ALLOWED)),
        }
    }
    path.map(Command::Import).ok_or_else(|| format!("a FILE is missing; allowed are {ALLOWED}"))
}

/// The format behind `--format`.
fn named(parser: &mut Parser) -> Result<Format, String> {
    let given = parser.value().map_err(|_| format!("--format needs a name; {}", formats()))?;
    let format = given.to_str().and_then(Format::find);
    format.ok_or_else(|| format!("there is no format {given:?}; {}", formats()))
}

fn formats() -> String {
    let names: Vec<&str> = Format::all().map(Format::name).collect();
    format!("the formats are {}", names.join(", "))
}

fn check(mut parser: Parser) -> Result<Command, String> {
    let (mut file, mut json) = (None, false);
    while let Some(arg) = parser.next().map_err(|e| e.to_string())? {
        match arg {
            Arg::Long("help") | Arg::Short('h') => return Ok(Command::Help(Topic::Check)),
            Arg::Long("json") => json = true,
            Arg::Value(value) if file.is_none() => file = Some(value),
            other => return Err(unexpected(other, "one FILE, --json and --help")),
        }
    }
    let file = file.ok_or("check needs a FILE, or - for standard input")?;
    Ok(Command::Check { file, json })
}

/// The number behind an option.
fn number(parser: &mut Parser, option: &str) -> Result<u64, String> {
    let allowed = || format!("{option} needs a whole number from 1 on");
    let given = parser.value().map_err(|_| allowed())?;
    let number = given.to_str().and_then(|text| text.parse().ok()).filter(|number| *number > 0);
    number.ok_or_else(|| format!("{}, not {given:?}", allowed()))
}

fn text(value: OsString) -> Result<String, String> {
    value.into_string().map_err(|value| format!("{value:?} is not UTF-8 text"))
}

fn unexpected(arg: Arg<'_>, allowed: &str) -> String {
    let given = match arg {
        Arg::Long(name) => format!("--{name}"),
        Arg::Short(name) => format!("-{name}"),
        Arg::Value(value) => format!("{value:?}"),
    };
    format!("{given} is not expected here; allowed are {allowed}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::{Expect, expect};

    fn says(line: &str, expected: Expect) {
        let args = ["seatrace"].into_iter().chain(line.split_whitespace()).map(OsString::from);
        expected.assert_eq(&match parse(args) {
            Ok(command) => format!("{command:?}"),
            Err(problem) => problem,
        });
    }

    #[test]
    fn arguments_are_commands_or_a_sentence() {
        says("", expect!["Help(All)"]);
        says("run", expect![[r#"Run { query: "", json: false }"#]]);
        says("run users=3 --json", expect![[r#"Run { query: "users=3", json: true }"#]]);
        says("run --help", expect!["Help(Run)"]);
        says("list", expect!["List"]);
        says("check", expect!["check needs a FILE, or - for standard input"]);
        says("check - --json", expect![[r#"Check { file: "-", json: true }"#]]);
        says(
            "check a b",
            expect![[r#""b" is not expected here; allowed are one FILE, --json and --help"#]],
        );
        says(
            "explore users=3 --max-states 5000 --no-symmetry",
            expect![[
                r#"Explore(Explore { query: "users=3", json: false, max_states: Some(5000), max_seconds: None, no_symmetry: true })"#
            ]],
        );
        says(
            "explore --max-states many",
            expect![[r#"--max-states needs a whole number from 1 on, not "many""#]],
        );
        says("explore --max-states", expect!["--max-states needs a whole number from 1 on"]);
        says(
            "runn",
            expect![[
                r#"there is no command "runn"; the commands are run, explore, check, export, import, list, --help"#
            ]],
        );
        says(
            "run a b",
            expect![[r#""b" is not expected here; allowed are one QUERY, --json and --help"#]],
        );
        says(
            "run --jsn",
            expect!["--jsn is not expected here; allowed are one QUERY, --json and --help"],
        );
        says(
            "--version",
            expect![
                "--version is not expected here; allowed are run, explore, check, export, import, list, --help"
            ],
        );
        says(
            "export s=deadlock --format csv --strategy mix",
            expect![[
                r#"Export(Export { query: "s=deadlock", format: Csv, strategy: Some("mix") })"#
            ]],
        );
        says("import a.json", expect![[r#"Import("a.json")"#]]);
        says("import", expect!["a FILE is missing; allowed are one FILE and --help"]);
        says("list x", expect![[r#""x" is not expected here; allowed are --help"#]]);
    }
}
