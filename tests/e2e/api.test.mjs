// The library, dist/seatrace.js: imported from another origin and from a frame without one, it gives what the terminal prints.
// Both are held to the files of golden/, which tests/api_golden.rs asserts of the terminal.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { ROOT, start } from "./helpers.mjs";

let lab;
let elsewhere;
before(async () => {
  lab = await start();
  elsewhere = await foreign();
});
after(async () => {
  await elsewhere?.close();
  await lab?.close();
});

const golden = (name) => JSON.parse(readFileSync(join(ROOT, "tests", "e2e", "golden", `${name}.json`), "utf8"));

/** Two empty pages on a host of their own; the second in a frame that has no origin. */
async function foreign() {
  const pages = { "/": "<!doctype html><title>Elsewhere</title>" };
  pages["/framed"] = `${pages["/"]}<iframe sandbox="allow-scripts" src="/"></iframe>`;
  const server = createServer(({ url }, response) => {
    response.writeHead(pages[url] ? 200 : 404, { "content-type": "text/html" }).end(pages[url]);
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const close = () => new Promise((closed) => server.close(closed) && server.closeAllConnections());
  return { url: `http://localhost:${server.address().port}`, close };
}

/** Imports the library on a page elsewhere, and gives the page, or its frame, in which it is `window.api`. */
async function imported({ path = "/", prepare } = {}) {
  const context = await lab.browser.newContext();
  const page = await context.newPage();
  const problems = [];
  page.on("pageerror", (error) => problems.push(error.message));
  await prepare?.(page);
  await page.goto(elsewhere.url + path);
  const place = page.frames().at(-1);
  await place.waitForLoadState();
  await place.evaluate(async (address) => { window.api = await import(address); }, `${lab.host.url}seatrace.js`);
  const close = async () => {
    const added = await place.evaluate(() => document.querySelectorAll("link, style, script").length);
    assert.deepEqual([problems, added], [[], 0]);
    await context.close();
  };
  return { place, close };
}

/** All but how long it took, which is a number. */
function timeless(all) {
  for (const object of all) assert.ok(Number.isSafeInteger(object.elapsed_ms) && object.elapsed_ms >= 0);
  return all.map((object) => ({ ...object, elapsed_ms: 0 }));
}

async function assertGolden(place) {
  for (const { query, runs } of golden("run")) {
    assert.deepEqual(await place.evaluate((query) => api.run(query), query), runs, query);
  }
  for (const { query, max_states, all } of golden("explore")) {
    const options = max_states ? { max_states } : {};
    const found = await place.evaluate(([query, options]) => api.explore(query, undefined, options), [query, options]);
    assert.deepEqual(timeless(found), all, query);
  }
  for (const { history, report } of golden("check")) {
    assert.deepEqual(await place.evaluate((history) => api.check(history), history), report);
  }
}

const noWorker = (page) => page.addInitScript(() => { delete window.Worker; });
for (const [where, options] of [
  ["another origin", {}],
  ["a frame without an origin", { path: "/framed" }],
  ["another origin where no worker can start", { prepare: noWorker }],
]) {
  test(`imported from ${where}, it gives what the terminal prints`, async () => {
    const { place, close } = await imported(options);
    await assertGolden(place);
    await close();
  });
}

/** A race of which every order takes far longer than a test may. */
const LONG = "users=14&strategy=two-phase,naive";

test("progress is told, and a cancel gives what was found so far", async () => {
  const { place, close } = await imported();
  const { told, all, ms } = await place.evaluate(async (query) => {
    const told = [];
    const started = performance.now();
    const exploring = api.explore(query, (progress) => {
      told.push(progress);
      if (told.length === 5) exploring.cancel();
    });
    return { all: await exploring, told, ms: performance.now() - started };
  }, LONG);
  for (const progress of told) assert.deepEqual(Object.keys(progress), ["strategy", "states", "transitions", "schedules"]);
  assert.ok(told.at(-1).states > told[0].states, JSON.stringify(told));
  assert.match(told.at(-1).schedules, /^\d+$/);
  assert.ok(ms >= 350, `5 times progress in ${ms} ms is more than ten times a second`);
  assert.deepEqual(all.map(({ strategy }) => strategy), ["two-phase", "naive"]);
  for (const { complete, stopped } of all) assert.deepEqual([complete, stopped], [false, "your request"]);
  assert.ok(all[0].states >= told.at(-1).states, "what was found stays");
  assert.equal(all[1].states, 0, "nobody had begun with it");
  await close();
});

test("an AbortSignal stops it, also one that was aborted before, and others go on", async () => {
  const { place, close } = await imported();
  const [late, early, other] = await place.evaluate((query) => {
    const stop = new AbortController();
    const options = { signal: stop.signal };
    const late = api.explore(query, () => stop.abort(), options);
    const early = api.explore(query, undefined, { signal: AbortSignal.abort() });
    return Promise.all([late, early, api.run("users=2")]);
  }, LONG);
  assert.equal(late[0].complete, false);
  assert.deepEqual(early.map(({ complete, states }) => [complete, states]), [[false, 0], [false, 0]]);
  assert.equal(other.length, 4);
  await close();
});

test("what cannot be used is refused by an Error that names it", async () => {
  const { place, close } = await imported();
  const says = (call) => place.evaluate(`${call}.then(() => "nothing", (error) => error instanceof Error && error.message)`);
  for (const [call, words] of [
    [`api.run("users=0")`, /^users=0 is not valid: users can be 1 to 10000/],
    [`api.run("users=2&theme=neon")`, /^theme=neon is not valid/],
    [`api.run("v=2")`, /a newer version of this program made the link/],
    [`api.run("users=2#x1.AgAFBFA.2TJXWK")`, /^fragment=x1.AgAFBFA.2TJXWK is not valid/],
    [`api.run(7)`, /^query needs a text, not 7/],
    [`api.explore("strategy=psychic")`, /^strategy=psychic is not valid/],
    [`api.explore("users=27")`, /^naive cannot be explored: there are 27 users/],
    [`api.explore("", 7)`, /^onProgress needs a function/],
    [`api.explore("", undefined, { max_states: 0 })`, /^max_states needs a whole number from 1 on, not 0/],
    [`api.explore("", undefined, { max_states: 1.5 })`, /^max_states needs a whole number/],
    [`api.check("{}")`, /^history: line 1: missing field/],
    [`api.check(null)`, /^history needs a text, not null/],
  ]) {
    assert.match(await says(call), words, call);
  }
  await close();
});

test("a worker that falls fails what was asked of it, and the next request has another", async () => {
  const prepare = (page) => page.addInitScript(() => {
    window.workers = [];
    window.Worker = class extends Worker {
      constructor(...how) { super(...how); window.workers.push(this); }
    };
  });
  const { place, close } = await imported({ prepare });
  const [says, runs] = await place.evaluate(async (query) => {
    const exploring = api.explore(query, () => window.workers.at(-1).dispatchEvent(new ErrorEvent("error", { message: "fell" })));
    const says = await exploring.catch((error) => error.message);
    return [says, (await api.run("users=2")).length];
  }, LONG);
  assert.deepEqual([says, runs], ["fell", 4]);
  await close();
});
