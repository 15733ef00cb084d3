//! The same lock queue in SimPy, run beside ours in turn.

use std::process::Command;

const USERS: u32 = 20_000;
const ROUNDS: usize = 3;

/// As `lock_queue`: a lock, held for a drawn time by everyone in turn; prints seconds and how many got it.
const PROGRAM: &str = r#"
import random, sys, time
import simpy
def user(env, lock, done):
    with lock.request() as request:
        yield request
        yield env.timeout(random.randint(10, 50))
        done.append(env.now)
start = time.perf_counter()
env = simpy.Environment()
lock = simpy.Resource(env, capacity=1)
done = []
for _ in range(int(sys.argv[1])):
    env.process(user(env, lock, done))
env.run()
print(time.perf_counter() - start, len(done))
"#;

/// Prints the ratio, or what it would take to measure it.
pub(crate) fn compare(ours: &dyn Fn(u32) -> (f64, u32)) {
    let mut ratios = Vec::new();
    for _ in 0..ROUNDS {
        let Some(theirs) = simpy() else {
            println!(
                "\nSimPy: not installed for python3, so there is no ratio (pip install simpy)"
            );
            return;
        };
        let (seconds, served) = ours(USERS);
        assert_eq!(served, USERS, "everybody is served");
        ratios.push((theirs / seconds, theirs, seconds));
    }
    ratios.sort_by(|a, b| a.0.total_cmp(&b.0));
    let (ratio, theirs, seconds) = ratios[ROUNDS / 2];
    println!(
        "\none lock, {USERS} users: SimPy {theirs:.3} s, seatrace {seconds:.3} s, ratio {ratio:.0} (median of {ROUNDS})"
    );
}

fn simpy() -> Option<f64> {
    let output = Command::new("python3").args(["-c", PROGRAM, &USERS.to_string()]).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    let (seconds, served) = text.trim().split_once(' ')?;
    (served == USERS.to_string()).then(|| seconds.parse().ok())?
}
