// For those who need more contrast: the theme for it, and the colours that a system forces on every page.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assertCalm } from "./aloud.mjs";
import { alone, button } from "./course.mjs";
import { assertAccessible, assertClean, screenshot, start } from "./helpers.mjs";
import { PLACES, WITHIN, begin, fall } from "./places.mjs";

let lab;
before(async () => { lab = await start(); });
after(() => lab?.close());

/** With more contrast of the page's own, and with that of a system. Only a page that has failed interrupts, and has problems. */
async function eachWay(visits, does, { fails = false } = {}) {
  for (const forcedColors of ["none", "active"]) {
    const { page, seen, close } = await visits(forcedColors);
    assert.equal(await page.evaluate(() => matchMedia("(forced-colors: active)").matches), forcedColors === "active");
    await does(page, async (name) => {
      await screenshot(page, `everyone-${name}-${forcedColors === "active" ? "forced" : "contrast"}`);
      await assertAccessible(page);
      if (!fails) await assertCalm(page);
    });
    if (!fails) assertClean(seen);
    await close();
  }
}

const page = (forcedColors) => begin(lab, { address: "?theme=contrast", forcedColors });

for (const [name, go] of Object.entries(PLACES)) {
  test(`with high contrast and with forced colours it is accessible: ${name}`, () => eachWay(page, async (page, look) => {
    await go(page);
    await look(name);
  }));
}

for (const [name, go] of Object.entries(WITHIN)) {
  test(`with high contrast and with forced colours it is accessible: ${name}`, () => eachWay(page, go));
}

test("with high contrast and with forced colours it is accessible: a page that has failed", () => eachWay(page, async (page, look) => {
  await fall(page);
  await look("fallen");
}, { fails: true }));

test("with high contrast and with forced colours it is accessible: a frame", async () => {
  const frame = (forcedColors) => alone(lab, "?v=1&s=five-users&theme=contrast&controls=full", { forcedColors });
  await eachWay(frame, async (page, look) => {
    await button(page, "Play").waitFor();
    await look("frame");
    await page.keyboard.press("]");
    for (const name of ["Lanes", "Log", "Events"]) {
      await page.getByRole("tab", { name, exact: true }).click();
      await page.getByRole("tabpanel", { name, exact: true }).waitFor();
      await look(`frame-${name.toLowerCase()}`);
    }
    await page.keyboard.press("?");
    await button(page.getByRole("dialog", { name: "Keys" }), "Close").waitFor();
    await look("frame-help");
  });
});
