//! Tasks of the project: `cargo xtask COMMAND`. Each installs what it lacks and then does its one thing.
//!
//! - `args`: what the person asked for
//! - `process`: running other programs and finding them
//! - `tools`: the cache of tools outside the clone, and how a tool gets into it whole or not at all
//! - `kit`: which tools there are, and what each command needs of them
//! - `browser`: Chromium
//! - `names`: short names between the programs and their scripts
//! - `dist`: building and serving the page, and its size
//! - `site`: everything of the site around the program
//! - `checks`: everything that `test` checks
//! - `parts`: the names of the parts that `bench` measures, which the benchmarks themselves know
//! - `fuzz`: the fuzz targets, for `soak`

mod args;
mod browser;
mod checks;
mod dist;
mod fuzz;
mod kit;
mod names;
#[path = "../../benches/src/parts.rs"]
mod parts;
mod process;
mod site;
mod tools;

use args::{Command, Request};
use process::Result;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use tools::Tools;

/// Where everything is.
struct Place {
    /// The root of the clone.
    root: PathBuf,
    /// The cache of tools.
    tools: Tools,
}

impl Place {
    fn find() -> Result<Place> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"))
            .parent()
            .ok_or("xtask has no folder above it, which should hold the project")?;
        Ok(Place { root: root.to_path_buf(), tools: Tools::open()? })
    }
}

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let done = match args::parse(&words) {
        Ok(Request::Help(text)) => {
            print!("{text}");
            Ok(())
        }
        Ok(Request::Do(command)) => Place::find().and_then(|place| run(&place, command)),
        Err(error) => Err(error),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(place: &Place, command: Command) -> Result {
    match command {
        Command::Serve(options) => dist::serve(place, options),
        Command::Build(options) => {
            let home = options.site.map_or_else(site::Home::from_env, |site| Ok(Some(site)))?;
            dist::build(place, home.as_ref()).and_then(|()| dist::check_size(place))
        }
        Command::Test => checks::test(place),
        Command::Bench(parts) => checks::bench(place, &parts),
        Command::Soak => checks::soak(place),
    }
}
