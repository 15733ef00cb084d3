// The golden digests in wasm: the built page must run every golden scenario exactly as the native program does.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { ROOT, assertClean, open, start } from "./helpers.mjs";

let lab;
before(async () => { lab = await start(); });
after(() => lab?.close());

test("every golden run in wasm is the native one", async () => {
  const lines = readFileSync(join(ROOT, "tests", "goldens.txt"), "utf8").split("\n");
  const goldens = lines.filter((line) => line && !line.startsWith("#")).map((line) => line.split("\t"));
  assert.ok(goldens.length >= 20, `${goldens.length} goldens`);
  const { page, seen, close } = await open(lab);
  await page.waitForFunction(() => window.seatrace?.run);
  for (const [digest, strategy, query] of goldens) {
    const runs = await page.evaluate((query) => window.seatrace.run(query), query);
    const run = runs.find((run) => run.strategy === strategy);
    assert.equal(run?.digest, digest, `${strategy} ${query}`);
  }
  assertClean(seen);
  await close();
});
