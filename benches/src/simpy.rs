//! The same lock queue in SimPy, run beside ours in turn.

use crate::table::{self, median};
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

/// In turn, so that a busy machine slows both.
pub(crate) fn compare(ours: &dyn Fn(u32) -> (f64, u32)) {
    let mut rounds = Vec::new();
    for _ in 0..ROUNDS {
        let Some(theirs) = simpy() else {
            return table::missing("SimPy is not there for python3 (pip install simpy)");
        };
        let (seconds, served) = ours(USERS);
        assert_eq!(served, USERS, "everybody is served");
        rounds.push((seconds, theirs));
    }
    let row = |who, seconds| {
        table::row(&format!("one lock, {USERS} users: {who}"), &format!("{seconds:.3} s"), "");
    };
    row("seatrace", median(rounds.iter().map(|(ours, _)| *ours)));
    row("SimPy", median(rounds.iter().map(|(_, theirs)| *theirs)));
    let times = median(rounds.iter().map(|(ours, theirs)| theirs / ours));
    table::ratio("seatrace / SimPy", times, "50 x");
}

fn simpy() -> Option<f64> {
    let output = Command::new("python3").args(["-c", PROGRAM, &USERS.to_string()]).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    let (seconds, served) = text.trim().split_once(' ')?;
    (served == USERS.to_string()).then(|| seconds.parse().ok())?
}
