// For those who need more contrast: the theme for it, and the colours that a system forces on every page.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assertAccessible, assertClean, screenshot, start } from "./helpers.mjs";
import { PLACES, begin } from "./places.mjs";

let lab;
before(async () => { lab = await start(); });
after(() => lab?.close());

for (const [name, go] of Object.entries(PLACES)) {
  test(`with high contrast and with forced colours it is accessible: ${name}`, async () => {
    for (const forcedColors of ["none", "active"]) {
      const { page, seen, close } = await begin(lab, { address: "?theme=contrast", forcedColors });
      assert.equal(await page.evaluate(() => matchMedia("(forced-colors: active)").matches), forcedColors === "active");
      await go(page);
      await screenshot(page, `everyone-${name}-${forcedColors === "active" ? "forced" : "contrast"}`);
      await assertAccessible(page);
      assertClean(seen);
      await close();
    }
  });
}
