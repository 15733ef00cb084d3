// How much script a frame of a playing page runs, by Chromium's own trace.
import { open } from "../../tests/e2e/helpers.mjs";

const CATEGORIES = ["devtools.timeline", "v8", "disabled-by-default-devtools.timeline"];

/** What Chromium calls script: the page's functions, and what they are called by. Their collected garbage counts, too. */
const SCRIPT = new Set([
  "EvaluateScript", "EventDispatch", "FireAnimationFrame", "FireIdleCallback", "FunctionCall", "MajorGC", "MinorGC",
  "RunMicrotasks", "TimerFire", "V8.GC_MC_BACKGROUND_MARKING", "v8.run",
]);

/** A race is watched for so long, or until it is over. */
const WATCHED_MS = 10_000;

const button = (page, name) => page.getByRole("button", { name, exact: true });

/** Plays a scenario and gives the most ms of script in a frame, the median, and how many frames had any. */
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
    return [times.at(-1), times[times.length >> 1], times.length];
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

/** The ms of script in each frame that had any, in order of size. */
function perFrame(events) {
  const main = mainThread(events);
  const mine = events.filter((event) => `${event.pid}:${event.tid}` === main);
  const starts = mine.filter((event) => event.name === "BeginMainThreadFrame").map((event) => event.ts);
  starts.sort((a, b) => a - b);
  const script = mine.filter((event) => event.ph === "X" && SCRIPT.has(event.name)).sort((a, b) => a.ts - b.ts);
  const sums = new Map();
  let [until, frame] = [0, 0];
  for (const { ts, dur } of script) {
    // One that lies within another is counted once.
    const from = Math.max(ts, until);
    until = Math.max(until, ts + dur);
    if (until <= from) continue;
    while (frame < starts.length && starts[frame] <= ts) frame += 1;
    sums.set(frame, (sums.get(frame) ?? 0) + until - from);
  }
  return [...sums.values()].map((us) => us / 1000).sort((a, b) => a - b);
}

/** Where the page's frames are made: as process and thread. */
function mainThread(events) {
  const counts = new Map();
  for (const { name, pid, tid } of events) {
    if (name === "FunctionCall") counts.set(`${pid}:${tid}`, (counts.get(`${pid}:${tid}`) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
