//! `--help`: what there is.

use super::args::Topic;
use crate::export::Format;
use crate::scenario::params;

/// The text about a topic.
pub(super) fn text(topic: Topic) -> String {
    match topic {
        Topic::All => ALL.into(),
        Topic::List => LIST.into(),
        Topic::Check => CHECK.into(),
        Topic::Run => format!("{RUN}\n{}", parameters()),
        Topic::Import => IMPORT.into(),
        Topic::Export => format!("{EXPORT}\n{}\n{PARAMETERS}{}", formats(), parameters()),
        Topic::Explore => format!("{EXPLORE}\n{}", parameters()),
    }
}

const ALL: &str = "\
seatrace: simulated users race for the seats of a show.

Usage: seatrace COMMAND

  run [QUERY] [--json]   run a scenario under each of its strategies
  explore [QUERY]        try every order of a scenario
  check FILE             judge a history: could one show have answered so?
  export [QUERY] --format NAME
                         print a run in the format of another program
  import FILE            open a run file: run it again and compare
  list                   the scenarios of the gallery
  COMMAND --help         more about a command, and the parameters of a QUERY

A QUERY is what stands after `?` in a link, or a whole link; quote it for the shell. An order behind `#`
counts, too, and `d=`, the digest of a run, is compared. Without a QUERY it is the scenario five-users.

Exit codes: 0; 1 when `check` found a violation; 2 for bad input; 3 when a limit was met.

  seatrace run
  seatrace run 's=deadlock'
  seatrace run 'users=3&strategy=naive&clock=free&order=ABCABC' --json
  seatrace explore 'users=3&strategy=naive'
  seatrace export 's=deadlock' --format csv > events.csv
";

const LIST: &str = "\
Usage: seatrace list

Prints the scenarios of the gallery: the parameter that opens each, its title and what it shows.
";

const CHECK: &str = "\
Usage: seatrace check FILE [--json]

Says whether a show that does one thing after the other could have given the answers of a history (linearizability), for
each seat apart, or for seats that were asked for together. Prints such an order, or the fewest facts that contradict
each other. FILE has one JSON object a line, as `export --format history` writes it; - is standard input.

Exit codes: 0 it could; 1 it could not; 2 the file is no history; 3 a limit was met first.

  seatrace export 's=five-users' --strategy naive --format history | seatrace check -
";

const RUN: &str = "\
Usage: seatrace run [QUERY] [--json]

Runs the scenario under each of its strategies and prints what the users are told.
With --json, prints one JSON object a line and strategy: query, order, digest, verdict, outcome, users, events.

Parameters of a QUERY, joined by &; durations are a number with ms, s or m:
";

const EXPLORE: &str = "\
Usage: seatrace explore [QUERY] [--json] [--max-states N] [--max-seconds N] [--no-symmetry]

Tries every order of the scenario under each of its strategies and counts what they end in, exactly.
All delays are 0: a user may step at any time, and a hold may expire at any time.
With --json, prints one JSON object a line and strategy.

  --max-states N    stop after N different states (20,000,000)
  --max-seconds N   stop after N seconds (no limit)
  --no-symmetry     do not merge users with the same strategy and wants; the counts are the same

When a limit is met what was found is printed, and the exit code is 3.

Parameters of a QUERY, joined by &; durations are a number with ms, s or m:
";

const EXPORT: &str = "\
Usage: seatrace export [QUERY] --format NAME [--strategy NAME]

Prints one run of the scenario in the format of another program.
A query that compares several strategies has a run for each: --strategy says which, else it is the first.

Formats:
";

const IMPORT: &str = "\
Usage: seatrace import FILE

Opens a file that `export --format run` has written, runs the race again and compares the digest.
Prints what the file says of the run, the query that shows it, and the transcript.
- is standard input.
";

const PARAMETERS: &str = "\
Parameters of a QUERY, joined by &; durations are a number with ms, s or m:
";

fn formats() -> String {
    let line = |format: Format| {
        let ending = format!(".{}", format.extension());
        format!("  {:<11} {:<15} {}\n", format.name(), ending, format.title())
    };
    Format::all().map(line).collect()
}

fn parameters() -> String {
    let line = |param: &crate::scenario::Param| {
        let default =
            param.default_text().map_or(String::new(), |text| format!(" (default {text})"));
        format!(
            "  {:<11} {}\n  {:<11} {}{default}\n",
            param.name,
            param.help(),
            "",
            param.allowed()
        )
    };
    params().iter().map(line).collect()
}
