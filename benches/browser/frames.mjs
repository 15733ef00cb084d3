// How much script a frame of a playing page runs, by Chromium's own trace.
import { open } from "../../tests/e2e/helpers.mjs";

const CATEGORIES = ["devtools.timeline", "disabled-by-default-devtools.timeline.frame", "v8"];

/** What Chromium calls when it runs the page's script, and collects its garbage; nothing that this program runs on it. */
const SCRIPT = new Set(["EventDispatch", "FireAnimationFrame", "FireIdleCallback", "MajorGC", "MinorGC", "TimerFire"]);

/** A race is watched for so long, or until it is over. */
const WATCHED_MS = 10_000;

const button = (page, name) => page.getByRole("button", { name, exact: true });

/** Plays a scenario and gives the ms of script in a frame: the 50th, 95th and 99th percentile, the most, and how many frames had any. */
export async function frames(lab, query, speed) {
  const { page, close } = await open(lab, { address: `?${query}` });
  try {
    await button(page, "Play the race").waitFor();
    for (let i = 0; i < Number(speed); i++) await button(page, "Faster").click();
    await lab.browser.startTracing(page, { categories: CATEGORIES });
    await button(page, "Play the race").click();
    await watch(page);
    const { traceEvents } = JSON.parse(await lab.browser.stopTracing());
    const times = perFrame(traceEvents);
    if (!times.length) throw new Error("the trace has no frame with script");
    const percentile = (p) => times[Math.min(times.length - 1, Math.floor((times.length * p) / 100))];
    return [percentile(50), percentile(95), percentile(99), times.at(-1), times.length];
  } finally {
    await close();
  }
}

/** The page pauses at the first anomaly: then it is told to go on. */
async function watch(page) {
  const end = performance.now() + WATCHED_MS;
  while (performance.now() < end) {
    await page.waitForTimeout(100);
    if (await button(page, "Play again").isVisible()) return;
    if (await button(page, "Play").isVisible()) await button(page, "Play").click();
  }
}

/**
 * The ms of script in each frame that had any, in order of size. By the clock of its thread, which stands still while
 * other programs run.
 */
function perFrame(events) {
  const main = mainThread(events);
  const mine = events.filter((event) => event.pid === main?.pid && event.tid === main.tid);
  mine.sort((a, b) => a.ts - b.ts);
  const sums = [0];
  let until = 0;
  for (const { name, ph, tts, tdur = 0 } of mine) {
    if (name === "BeginMainThreadFrame") sums.push(0);
    if (ph !== "X" || !SCRIPT.has(name)) continue;
    // What lies within another one is counted once.
    const from = Math.max(tts, until);
    until = Math.max(until, tts + tdur);
    sums[sums.length - 1] += until - from;
  }
  return sums.filter((us) => us > 0).map((us) => us / 1000).sort((a, b) => a - b);
}

/** Where the timers of the page fire: an event of the most frequent process and thread. */
function mainThread(events) {
  const counts = new Map();
  for (const event of events.filter(({ name }) => name === "TimerFire")) {
    const key = `${event.pid}:${event.tid}`;
    counts.set(key, { event, n: 1 + (counts.get(key)?.n ?? 0) });
  }
  return [...counts.values()].sort((a, b) => b.n - a.n)[0]?.event;
}
