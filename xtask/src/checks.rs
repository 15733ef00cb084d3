//! Everything that `test` checks, and its longer kin.

use crate::process::{Result, cargo, run};
use crate::{Place, browser, dist, fuzz, kit};
use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::thread;

const WASM: [&str; 2] = ["--target", "wasm32-unknown-unknown"];

/// A file of browser tests that takes longer than this has lost its way.
const BROWSER_TEST_MS_MAX: u32 = 300_000;

/// So many files of browser tests run at once: most of the time a page waits for something.
const BROWSER_FILES: u32 = 3;

/// A name for people, and what it does.
type Check = (&'static str, fn(&Place) -> Result);

/// These run in Firefox at each test, all others in the longer tests: a fresh page takes twice as long there.
const IN_FIREFOX: [&str; 1] = ["keyboard"];

/// Two lanes, side by side: what the compiler does for the page leaves a core to the rest, and the other way round.
const LANES: [&[Check]; 2] = [
    &[
        ("clippy, native", clippy_native),
        ("clippy, wasm32", clippy_wasm),
        ("tests", tests),
        ("docs, native", docs_native),
        ("docs, wasm32", docs_wasm),
    ],
    &[("the page", page), ("size of the page", dist::check_size)],
];

/// Afterwards: beside a compiler browsers starve, and it does.
const BROWSERS: &[Check] = &[
    ("tests in Chromium", in_chromium),
    ("tests in Firefox", in_firefox),
    ("a look into WebKit", in_webkit),
];

/// Runs all checks; a lane ends with the first that fails, and nothing begins after it.
///
/// # Errors
/// Which check failed, and how.
pub(crate) fn test(place: &Place) -> Result {
    kit::linters(&place.root)?;
    kit::wasm_target(&place.root)?;
    let mut times = follow(place, &[("formatting", formatting)])?;
    let lanes = thread::scope(|scope| {
        let lanes = LANES.map(|lane| scope.spawn(move || follow(place, lane)));
        lanes.map(|lane| lane.join().unwrap_or_else(|_| Err("a check has panicked".into())))
    });
    for lane in lanes {
        times.extend(lane?);
    }
    times.extend(follow(place, BROWSERS)?);
    println!("── all is well\n{}", times.join("\n"));
    Ok(())
}

/// Runs some checks one after the other. How long each took, a line each.
fn follow(place: &Place, checks: &[Check]) -> Result<Vec<String>> {
    let mut times = Vec::new();
    for (name, check) in checks {
        println!("── {name}");
        let start = Timer::start();
        check(place).map_err(|error| format!("{name}: {error}"))?;
        times.push(format!("{:>6.1} s  {name}", start.seconds()));
    }
    Ok(times)
}

/// Runs these parts of the benchmarks, or all, those in Chromium on a fresh page.
///
/// # Errors
/// The page cannot be built, Chromium is missing, or they fail.
pub(crate) fn bench(place: &Place, parts: &[String]) -> Result {
    page(place)?;
    let mut command = cargo(&place.root);
    command.args(["run", "--locked", "--release", "--package", "benches", "--"]).args(parts);
    run(with_browser(place, &mut command)?.env("SEATRACE_NODE", kit::node()?))
}

/// Runs the tests with larger sizes and all browser tests in Firefox, then fuzzes the parsers.
///
/// # Errors
/// A test fails, or fuzzing finds something.
pub(crate) fn soak(place: &Place) -> Result {
    let mut command = cargo(&place.root);
    run(command.arg("test").args(TESTED).arg("--release").env("SEATRACE_SOAK", "1"))?;
    page(place)?;
    firefox(place, &|_| true)?;
    fuzz::all(place)
}

fn formatting(place: &Place) -> Result {
    run(cargo(&place.root).args(["fmt", "--all", "--check"]))
}

fn clippy_native(place: &Place) -> Result {
    let mut command = cargo(&place.root);
    command.args(["clippy", "--locked", "--workspace", "--all-targets"]);
    run(command.args(["--", "--deny", "warnings"]))
}

fn clippy_wasm(place: &Place) -> Result {
    let mut command = cargo(&place.root);
    command.args(["clippy", "--locked", "--package", "seatrace", "--lib", "--bins"]).args(WASM);
    run(command.args(["--", "--deny", "warnings"]))
}

/// Benches have no tests, and building what they compare with takes longer than all other tests.
const TESTED: [&str; 4] = ["--locked", "--workspace", "--exclude", "benches"];

fn tests(place: &Place) -> Result {
    run(cargo(&place.root).arg("test").args(TESTED))
}

fn docs_native(place: &Place) -> Result {
    run(docs(place).arg("--workspace"))
}

/// The docs of what exists on wasm32 only.
fn docs_wasm(place: &Place) -> Result {
    run(docs(place).args(["--package", "seatrace", "--lib"]).args(WASM))
}

fn docs(place: &Place) -> Command {
    let mut command = cargo(&place.root);
    command.args(["doc", "--locked", "--no-deps"]).env("RUSTDOCFLAGS", "--deny warnings");
    command
}

/// As it is for everybody, whatever this machine's own site is called.
fn page(place: &Place) -> Result {
    dist::build(place, None)
}

/// Runs `tests/e2e/*.test.mjs` against `dist/`.
fn in_chromium(place: &Place) -> Result {
    let mut command = browser_tests(place, &|_| true)?;
    run(with_browser(place, &mut command)?)
}

/// Runs some of them in Firefox.
fn in_firefox(place: &Place) -> Result {
    firefox(place, &|name| IN_FIREFOX.contains(&name))
}

fn firefox(place: &Place, wanted: &dyn Fn(&str) -> bool) -> Result {
    match browser::firefox()? {
        Ok(program) => {
            let mut command = browser_tests(place, wanted)?;
            command.env("SEATRACE_BROWSER", "firefox").env("SEATRACE_FIREFOX", program);
            run(command.env("SEATRACE_E2E_PACKAGES", kit::browser_packages(place)?))
        }
        Err(why) => skip("Firefox", &why),
    }
}

/// Opens the page in WebKit, if that can be had here.
fn in_webkit(place: &Place) -> Result {
    if let Err(why) = browser::webkit() {
        return skip("WebKit", &why);
    }
    let mut command = Command::new("xvfb-run");
    command.current_dir(&place.root).arg("-a").arg(kit::node()?);
    command.arg(place.root.join("tests").join("e2e").join("webkit.mjs"));
    run(command.env("SEATRACE_E2E_PACKAGES", kit::browser_packages(place)?))
}

fn skip(browser: &str, why: &str) -> Result {
    println!("   skipped in {browser}: {why}");
    Ok(())
}

/// The command for those browser tests whose name, without its endings, is wanted.
fn browser_tests(place: &Place, wanted: &dyn Fn(&str) -> bool) -> Result<Command> {
    let name = |path: &PathBuf| {
        let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        wanted(file.trim_end_matches(".test.mjs"))
    };
    let specs: Vec<PathBuf> = browser_specs(place)?.into_iter().filter(name).collect();
    let mut command = Command::new(kit::node()?);
    command.current_dir(&place.root).arg("--test");
    command.arg(format!("--test-timeout={BROWSER_TEST_MS_MAX}"));
    command.arg(format!("--test-concurrency={BROWSER_FILES}")).args(specs);
    Ok(command)
}

/// Tells a command where Chromium is, and what drives it.
fn with_browser<'a>(place: &Place, command: &'a mut Command) -> Result<&'a mut Command> {
    let chromium = browser::chromium()?;
    let packages = kit::browser_packages(place)?;
    Ok(command.env("SEATRACE_CHROMIUM", chromium).env("SEATRACE_E2E_PACKAGES", packages))
}

fn browser_specs(place: &Place) -> Result<Vec<PathBuf>> {
    let folder = place.root.join("tests").join("e2e");
    let entries = fs::read_dir(&folder).map_err(|error| format!("tests/e2e: {error}"))?;
    let files = entries.filter_map(|entry| Some(entry.ok()?.path()));
    let mut specs: Vec<PathBuf> =
        files.filter(|file| file.to_string_lossy().ends_with(".test.mjs")).collect();
    specs.sort();
    if specs.is_empty() {
        return Err("tests/e2e has no spec, so nothing was tested".to_string());
    }
    Ok(specs)
}

/// Measures how long a check takes. A task of the project may read the wall clock; a run of seatrace may not.
struct Timer(
    #[expect(clippy::disallowed_types, reason = "a check is timed by the wall clock")]
    std::time::Instant,
);

impl Timer {
    #[expect(clippy::disallowed_types, reason = "a check is timed by the wall clock")]
    fn start() -> Timer {
        Timer(std::time::Instant::now())
    }

    fn seconds(&self) -> f64 {
        self.0.elapsed().as_secs_f64()
    }
}
