// How much script a frame of a playing page runs, by Chromium's own trace.
import { open } from "../../tests/e2e/helpers.mjs";

const CATEGORIES = ["devtools.timeline", "disabled-by-default-devtools.timeline.frame", "v8"];

/** What Chromium calls to run the page's script. */
const SCRIPT = ["EventDispatch", "FireAnimationFrame", "FireIdleCallback", "HandlePostMessage", "TimerFire"];

/** What it does in between, when it likes: it collects garbage. */
const COLLECTION = ["MajorGC", "MinorGC"];

/** A race is watched for so long, or until it is over. */
const WATCHED_MS = 10_000;

/**
 * Plays a scenario and gives the ms of script in a frame: the 50th, 95th and 99th percentile, the most; the same with the
 * garbage that is collected in that frame, within a script or between two; and how many frames had any.
 */
export async function frames(lab, query) {
  const { page, close } = await open(lab, { address: `?${query}` });
  try {
    // A comparison opens at the end of the races, once the worker has drawn them.
    const compares = new URLSearchParams(query).get("view") === "compare";
    if (compares) await page.getByRole("heading", { name: "When to use which" }).waitFor();
    const play = page.getByRole("button", { name: compares ? "Play again" : "Play the race", exact: true });
    await play.waitFor();
    await lab.browser.startTracing(page, { categories: CATEGORIES });
    await play.click();
    await watch(page);
    const { traceEvents } = JSON.parse(await lab.browser.stopTracing());
    const { script, both } = perFrame(traceEvents);
    if (!script.length) throw new Error("the trace has no frame with script");
    return [...percentiles(script), ...percentiles(both), script.length];
  } finally {
    await close();
  }
}

/** Until the race is over, or has been watched for long enough. */
async function watch(page) {
  const pause = page.getByRole("button", { name: "Pause", exact: true });
  await pause.waitFor();
  await pause.waitFor({ state: "detached", timeout: WATCHED_MS }).catch((error) => {
    if (error.name !== "TimeoutError") throw error;
  });
}

function percentiles(times) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (p) => sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * p) / 100))];
  return [at(50), at(95), at(99), sorted.at(-1)];
}

/**
 * The ms in each frame that had any script, of the script itself and with the collection of garbage. By the clock of its
 * thread, which stands still while other programs run.
 */
function perFrame(events) {
  const main = mainThread(events);
  const mine = events.filter((event) => event.pid === main?.pid && event.tid === main.tid);
  mine.sort((a, b) => a.ts - b.ts);
  const both = spent(mine, [...SCRIPT, ...COLLECTION]);
  const collected = spent(mine, COLLECTION);
  const script = both.map((ms, frame) => ms - collected[frame]);
  const had = (_, frame) => script[frame] > 0;
  return { script: script.filter(had), both: both.filter(had) };
}

/** The ms that the events of these names took, frame by frame; what lies within another one is counted once. */
function spent(events, names) {
  const sums = [0];
  let until = 0;
  for (const { name, ph, tts, tdur = 0 } of events) {
    if (name === "BeginMainThreadFrame") sums.push(0);
    if (ph !== "X" || !names.includes(name)) continue;
    const from = Math.max(tts, until);
    until = Math.max(until, tts + tdur);
    sums[sums.length - 1] += (until - from) / 1000;
  }
  return sums;
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
