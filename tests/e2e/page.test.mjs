// The page as a visitor meets it: it is there, it is quiet, and it stays at home.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { DIST, SCHEMES, SIZES, assertAccessible, assertClean, assertFits } from "./helpers.mjs";
import { open, screenshot, start } from "./helpers.mjs";
import { loaded } from "./size.mjs";

let lab;
before(async () => { lab = await start(); });
after(() => lab?.close());

for (const size of SIZES) {
  for (const colorScheme of SCHEMES) {
    test(`the page shows itself: ${size.name}, ${colorScheme}`, async () => {
      const { page, seen, close } = await open(lab, { size, colorScheme });
      await page.getByRole("heading", { name: "seatrace", level: 1 }).waitFor();
      await screenshot(page, `page-${size.name}-${colorScheme}`);
      await assertFits(page);
      await assertAccessible(page);
      assertClean(seen);
      await close();
    });
  }
}

test("the page loads what the size gate counts, and nothing else", async () => {
  const { page, seen, close } = await open(lab);
  await page.getByRole("heading", { name: "seatrace", level: 1 }).waitFor();
  // A headless browser may leave the icon out.
  const counted = loaded(DIST).filter((file) => !file.endsWith(".svg"));
  const asked = [...seen.files].filter((file) => !file.endsWith(".svg"));
  assert.deepEqual(asked.sort(), counted.sort());
  await close();
});
