// The golden digests in wasm: worker and page must run every golden scenario exactly as the native program does.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { ROOT, assertClean, open, start } from "./helpers.mjs";

let lab;
before(async () => { lab = await start(); });
after(() => lab?.close());

/** Digest, strategy and query of each golden run. */
function goldens() {
  const lines = readFileSync(join(ROOT, "tests", "goldens.txt"), "utf8").split("\n");
  const all = lines.filter((line) => line && !line.startsWith("#")).map((line) => line.split("\t"));
  assert.ok(all.length >= 20, `${all.length} goldens`);
  return all;
}

/** What the worker's `run` says of a golden run. */
async function run(page, strategy, query) {
  const runs = await page.evaluate((query) => window.seatrace.run(query), query);
  return runs.find((run) => run.strategy === strategy);
}

test("every golden run in the worker is the native one", async () => {
  const { page, seen, close } = await open(lab);
  for (const [digest, strategy, query] of goldens()) {
    assert.equal((await run(page, strategy, query))?.digest, digest, `${strategy} ${query}`);
  }
  assertClean(seen);
  await close();
});

test("the page plays the orders that the worker runs", async () => {
  // One browser context for all: what the page keeps for use without a network is kept once.
  const { page, seen, close } = await open(lab);
  for (const [, strategy, query] of goldens()) {
    await page.goto(`${lab.host.url}?${query}`);
    await page.getByRole("button", { name: "Play the race" }).waitFor();
    const order = (await run(page, strategy, query))?.order;
    if (order !== null) {
      const other = page.getByRole("radio", { name: strategy, exact: true });
      if (await other.count()) await other.click({ force: true });
      await page.evaluate(() => document.activeElement.blur()); // or End would be the radio's own
      await page.keyboard.press("End");
      const played = page.locator("main[data-order]");
      await played.waitFor();
      assert.equal(await played.getAttribute("data-order"), order, `${strategy} ${query}`);
    }
  }
  assertClean(seen);
  await close();
});
