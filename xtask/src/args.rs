//! What the person asked for.

use crate::parts;
use crate::process::Result;
use crate::site::Home;

/// A command line, understood.
#[derive(PartialEq, Debug)]
pub(crate) enum Request {
    /// Print this and do nothing.
    Help(String),
    /// Do this.
    Do(Command),
}

/// The commands.
#[derive(PartialEq, Debug)]
pub(crate) enum Command {
    Serve(ServeOptions),
    Build(BuildOptions),
    Test,
    /// With the names of the parts that are measured; none: all.
    Bench(Vec<String>),
    Soak,
}

/// How to serve.
#[derive(PartialEq, Debug, Default)]
pub(crate) struct ServeOptions {
    /// The port; none: the first free one from 8080 on.
    pub(crate) port: Option<u16>,
    /// Serve without opening a browser.
    pub(crate) no_open: bool,
    /// Build as for a release: small and fast, but slow to build.
    pub(crate) release: bool,
}

/// How to build.
#[derive(PartialEq, Debug, Default)]
pub(crate) struct BuildOptions {
    /// Where the site will lie; none: `$SEATRACE_SITE`, or nobody knows.
    pub(crate) site: Option<Home>,
}

const OVERVIEW: &str = "\
Tasks of seatrace. Each installs what it lacks, once, outside the clone.

Usage: cargo xtask COMMAND

  serve   build the lab, open it in the browser and reload it on every change
  build   build dist/, for any static host under any path
  test    run every check that CI runs
  bench   run the benchmarks of the workspace member `benches`
  soak    run the tests in release mode with larger sizes (SEATRACE_SOAK=1), then fuzz

`cargo xtask COMMAND --help` says more. Tools are kept in $SEATRACE_TOOLS,
else $XDG_CACHE_HOME/seatrace, else ~/.cache/seatrace.
";

const SERVE: &str = "\
Builds the lab, serves it on the loopback interface only, opens it in the browser
and reloads it on every change.

Usage: cargo xtask serve [--port PORT] [--no-open] [--release]

  --port PORT  default: the first free port from 8080 on
  --no-open    do not open a browser
  --release    build as for a release: small and fast, but slow to build

Installs if missing: the wasm32 target, Trunk, wasm-bindgen; with --release wasm-opt.
";

const BUILD: &str = "\
Builds dist/: static files that any host can serve under any path. Prints what the page
loads, raw and compressed, and fails if that is more than the project allows itself.

Usage: cargo xtask build [--site URL]

  --site URL  where the site will lie, such as https://host.example/seatrace/: then links
              show their picture in chats, WordPress embeds a pasted link of a scenario, and
              search engines get a list. Default: $SEATRACE_SITE; without either these
              things, which need an absolute address, are left out

Installs if missing: the wasm32 target, Trunk, wasm-bindgen, wasm-opt. Needs Node.
";

const TEST: &str = "\
Runs every check that CI runs: formatting; clippy natively and for wasm32, the tests and
the docs, beside the page and its size; then the tests in Chromium. Where a check fails
nothing begins after it. Screenshots go to target/screenshots.

Usage: cargo xtask test

Installs if missing: rustfmt, clippy, the wasm32 target, Trunk, wasm-bindgen, wasm-opt,
the npm packages of tests/e2e and, as root where apt-get exists, Chromium. Needs Node.
A browser of your own can be named by $SEATRACE_CHROMIUM.
";

const BENCH: &str = "\
Runs the benchmarks: the workspace member `benches`, in release mode, natively and, on a
freshly built page, in Chromium. Prints one table of figures: what, measured, wanted, and
the ratio where two things were measured in turn. Takes some minutes; what else the
machine does shows in the figures. For the ratio to SimPy, python3 needs it.

Usage: cargo xtask bench [PART]...

  PART  explorer, simulation, wasm, frames or memory: the first two are native, the others
        in Chromium. Default: all of them

Installs if missing: what `build` needs, the npm packages of tests/e2e and, as root where
apt-get exists, Chromium. Needs Node. $SEATRACE_CHROMIUM names a browser of your own.
";

const SOAK: &str = "\
Runs the tests in release mode with SEATRACE_SOAK=1, which makes the tests that read it
use larger sizes. Takes as long as it takes. Then lets libFuzzer try each parser for a
minute, from fuzz/seeds on; what it finds is left in target/fuzz/findings.

Usage: cargo xtask soak

Installs if missing: cargo-fuzz. Needs a C++ compiler.
";

/// Understands a command line.
///
/// # Errors
/// A sentence that names the first word which is not understood.
pub(crate) fn parse(words: &[String]) -> Result<Request> {
    let Some((name, rest)) = words.split_first() else {
        return Err(format!("a command is missing\n\n{OVERVIEW}"));
    };
    let (help, command) = match name.as_str() {
        "--help" | "-h" | "help" => return Ok(Request::Help(OVERVIEW.to_string())),
        "serve" => (SERVE, None),
        "build" => (BUILD, None),
        "test" => (TEST, Some(Command::Test)),
        "bench" => (BENCH, None),
        "soak" => (SOAK, Some(Command::Soak)),
        other => return Err(format!("there is no command `{other}`\n\n{OVERVIEW}")),
    };
    if rest.iter().any(|word| word == "--help" || word == "-h") {
        return Ok(Request::Help(help.to_string()));
    }
    match (command, rest.first()) {
        (None, _) if name == "bench" => Ok(Request::Do(parse_bench(rest)?)),
        (None, _) if name == "build" => Ok(Request::Do(Command::Build(parse_build(rest)?))),
        (None, _) => Ok(Request::Do(Command::Serve(parse_serve(rest)?))),
        (Some(command), None) => Ok(Request::Do(command)),
        (Some(_), Some(word)) => Err(format!("`{name}` does not know `{word}`\n\n{help}")),
    }
}

fn parse_serve(words: &[String]) -> Result<ServeOptions> {
    let mut options = ServeOptions::default();
    let mut words = words.iter();
    while let Some(word) = words.next() {
        match word.as_str() {
            "--no-open" => options.no_open = true,
            "--release" => options.release = true,
            "--port" => {
                let port = words.next().ok_or("--port needs a number after it")?;
                let port = port.parse().ok().filter(|port| *port > 0);
                options.port = Some(port.ok_or("--port needs a number from 1 to 65535")?);
            }
            other => return Err(format!("`serve` does not know `{other}`\n\n{SERVE}")),
        }
    }
    Ok(options)
}

fn parse_build(words: &[String]) -> Result<BuildOptions> {
    match words {
        [] => Ok(BuildOptions::default()),
        [name, site] if name == "--site" => {
            Ok(BuildOptions { site: Some(Home::read(name, site)?) })
        }
        [name] if name == "--site" => Err("--site needs an address after it".into()),
        [first, rest @ ..] => {
            let word = if first == "--site" { rest.get(1).unwrap_or(first) } else { first };
            Err(format!("`build` does not know `{word}`\n\n{BUILD}"))
        }
    }
}

fn parse_bench(words: &[String]) -> Result<Command> {
    parts::named(words).map_err(|error| format!("{error}\n\n{BENCH}"))?;
    Ok(Command::Bench(words.to_vec()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str) -> Result<Request> {
        let words: Vec<String> = line.split_whitespace().map(String::from).collect();
        parse(&words)
    }

    #[test]
    fn every_command_and_its_help_are_understood() {
        assert_eq!(check("test"), Ok(Request::Do(Command::Test)));
        let built = |site| Ok(Request::Do(Command::Build(BuildOptions { site })));
        assert_eq!(check("build"), built(None));
        let home = Home::read("--site", "https://host.example/sub/").expect("an address");
        assert_eq!(check("build --site https://host.example/sub"), built(Some(home)));
        let options = ServeOptions { port: Some(9000), no_open: true, release: false };
        let served = check("serve --no-open --port 9000");
        assert_eq!(served, Ok(Request::Do(Command::Serve(options))));
        assert_eq!(check("bench"), Ok(Request::Do(Command::Bench(Vec::new()))));
        let some = ["frames", "memory"].map(String::from).to_vec();
        assert_eq!(check("bench frames memory"), Ok(Request::Do(Command::Bench(some))));
        for name in ["serve", "build", "test", "bench", "soak"] {
            assert!(OVERVIEW.contains(&format!("\n  {name} ")), "{name}");
            let help = check(&format!("{name} --help"));
            let usage = format!("Usage: cargo xtask {name}");
            assert!(matches!(help, Ok(Request::Help(text)) if text.contains(&usage)), "{name}");
        }
    }

    #[test]
    fn what_is_not_understood_is_named() {
        for (line, word) in [
            ("", "missing"),
            ("brew", "`brew`"),
            ("test fast", "`fast`"),
            ("bench frames fast", "`fast`, only explorer, simulation, wasm, frames, memory"),
            ("serve --prot 1", "`--prot`"),
            ("serve --port", "--port"),
            ("serve --port 0", "--port"),
            ("serve --port 65536", "--port"),
            ("build fast", "`fast`"),
            ("build --site", "--site"),
            ("build --site host.example", "--site"),
            ("build --site https://h/ fast", "`fast`"),
        ] {
            let error = check(line).expect_err(line);
            assert!(error.contains(word), "{line}: {error}");
        }
    }
}
