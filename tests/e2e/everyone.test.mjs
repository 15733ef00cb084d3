// For everyone: large and spaced text, narrow windows, still pages, quiet announcements, and a focus that is always seen. More
// contrast has a file of its own, and so has what single views need.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assertCalm, listen } from "./aloud.mjs";
import { COMMON, SIZES, assertAccessible, assertClean, assertFits, assertStill, assertWhole, start } from "./helpers.mjs";
import { PLACES, WITHIN, begin, button } from "./places.mjs";

let lab;
before(async () => { lab = await start(); });
after(() => lab?.close());

const scrubber = (page) => page.getByRole("slider", { name: "Step" });

/** The values of WCAG 2.2, 1.4.12. */
const SPACED = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; } p { margin-bottom: 2em !important; }";

const space = (page) => page.evaluate((css) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [sheet];
}, SPACED);

async function assertReadable(page) {
  await assertFits(page);
  await assertWhole(page);
}

for (const [name, go] of Object.entries(PLACES)) {
  test(`it fits every window, text of twice the size and spaced text, and keeps still if asked to: ${name}`, async () => {
    const { page, close } = await begin(lab, { size: { width: 320, height: 256 }, reducedMotion: "reduce" });
    await go(page);
    await assertFits(page);
    await assertStill(page);
    await assertCalm(page);
    await close();
    const large = await begin(lab);
    await go(large.page);
    await assertWhole(large.page);
    await space(large.page);
    await assertReadable(large.page);
    for (const size of [SIZES[2], SIZES[3]]) {
      await large.page.setViewportSize(size);
      await assertReadable(large.page);
    }
    await large.page.evaluate(() => { document.adoptedStyleSheets = []; });
    for (const size of COMMON) {
      await large.page.setViewportSize(size);
      await assertReadable(large.page);
    }
    // What browsers do when somebody zooms: a window of half the size, in larger pixels.
    await large.page.setViewportSize({ width: 640, height: 400 });
    await assertReadable(large.page);
    await large.close();
  });
}

for (const [name, visit] of Object.entries(WITHIN)) {
  test(`what opens within a place fits as well, in text of twice the size and in spaced text, and keeps still if asked to: ${name}`, async () => {
    const { page, close } = await begin(lab, { size: SIZES[0], reducedMotion: "reduce" });
    const wrong = [];
    const check = async (where, does) => {
      try { await does(page); } catch (error) { wrong.push(`${where}: ${error.message}`); }
    };
    await visit(page, async (what) => {
      await check(`${what}, still`, assertStill);
      // The second is what browsers do when somebody zooms.
      for (const [how, size] of [["wide", SIZES[0]], ["zoomed", { width: 640, height: 400 }], ["narrow", SIZES[3]]]) {
        await page.setViewportSize(size);
        await check(`${what}, ${how}`, assertReadable);
        await space(page);
        await check(`${what}, ${how}, spaced`, assertReadable);
        await page.evaluate(() => { document.adoptedStyleSheets = []; });
      }
      await page.setViewportSize(SIZES[0]);
    });
    assert.deepEqual(wrong, []);
    await close();
  });
}

test("no word of what each user does next is cut off, in any window and under any strategy", async () => {
  for (const address of ["?strategy=optimistic", "?strategy=pessimistic", "?strategy=two-phase", "?s=deadlock"]) {
    const { page, close } = await begin(lab, { address });
    await button(page, "Play the race").waitFor();
    await page.keyboard.press("End");
    await button(page, "Play again").waitFor();
    for (const key of ["End", "5"]) {
      await page.keyboard.press(key);
      for (const size of [SIZES[0], ...COMMON]) {
        await page.setViewportSize(size);
        await assertReadable(page);
      }
    }
    await close();
  }
});

for (const [who, wish] of [["the system", { address: "?play=1", reducedMotion: "reduce" }], ["a link", { address: "?play=1&motion=off" }]]) test(`where ${who} wants less motion nothing moves by itself, and nothing is animated`, async () => {
  const { page, close } = await begin(lab, wish);
  await button(page, "Play the race").waitFor();
  await button(page, "One step").click();
  await page.getByText(/step 1,/).waitFor();
  await assertStill(page);
  await close();
});

test("while it plays little is read aloud, and each step by hand once", async () => {
  const { page, close } = await begin(lab, { address: "?strategy=naive&speed=4&pauseon=none" });
  await button(page, "Play the race").waitFor();
  await listen(page);
  const began = await page.evaluate(() => performance.now());
  await button(page, "Play the race").click();
  await button(page, "Play again").waitFor();
  const [ended, said] = await page.evaluate(() => [performance.now(), window.said]);
  const most = Math.ceil((ended - began) / 3_000) + 1; // the end is said at once
  assert.ok(said.length <= most, `${said.length} announcements in ${ended - began} ms: ${JSON.stringify(said)}`);
  await page.evaluate(() => { window.said.length = 0; });
  await button(page, "One step back").click();
  await page.waitForFunction(() => window.said.length > 0);
  assert.equal(await page.evaluate(() => window.said.length), 1);
  await close();
});

/** Chooses in the help how much is read aloud. */
async function hear(page, choice) {
  await button(page, "Help and keys").click();
  const help = page.getByRole("dialog", { name: "Keys" });
  await help.getByRole("combobox", { name: "Read aloud" }).selectOption({ label: choice });
  await button(help, "Close").click();
}

test("who wants to hear less hears milestones, or nothing, and is remembered", async () => {
  const { page, seen, close } = await begin(lab, { address: "?users=3&strategy=naive&clock=free&order=ABABC" });
  await button(page, "Play the race").waitFor();
  await hear(page, "milestones");
  await listen(page);
  const said = () => page.evaluate(() => window.said.splice(0).map(({ text }) => text));
  const go = async (key, step) => {
    await page.keyboard.press(key);
    await page.getByRole("region", { name: "Hall" }).getByText(`step ${step},`).waitFor();
  };
  await go(".", 1);
  await go(".", 2);
  await go(".", 3);
  assert.deepEqual(await said(), []);
  await go(".", 4); // D1 is sold twice
  const anomaly = await said();
  assert.equal(anomaly.length, 1, JSON.stringify(anomaly));
  assert.match(anomaly[0], /Bob writes D1 over Alice/);
  await hear(page, "nothing");
  await said();
  await go(",", 3);
  await go(".", 4);
  assert.deepEqual(await said(), []);
  await page.reload();
  await button(page, "Help and keys").click();
  const choice = page.getByRole("dialog", { name: "Keys" }).getByRole("combobox", { name: "Read aloud" });
  assert.equal(await choice.inputValue(), "nothing");
  await assertAccessible(page);
  await page.keyboard.press("Escape");
  await listen(page);
  await go(".", 1);
  assert.deepEqual(await said(), []);
  await hear(page, "every step");
  await said();
  await go(".", 2);
  assert.equal((await said()).length, 1);
  assertClean(seen);
  await close();
});

test("shortcuts rest where they are switched off", async () => {
  const { page, close } = await begin(lab, { address: "?keys=0" });
  await button(page, "Play the race").waitFor();
  for (const key of [".", "e", "5", "Shift+A", "End", "?"]) await page.keyboard.press(key);
  assert.equal(await scrubber(page).inputValue(), "0");
  assert.equal(await page.getByRole("dialog", { name: "Keys" }).isVisible(), false);
  await button(page, "Help and keys").click();
  await page.getByRole("checkbox", { name: "Single keys do this" }).check();
  await page.keyboard.press("Escape");
  await page.keyboard.press(".");
  await page.getByText(/step 1,/).waitFor();
  await close();
});

test("whatever has the focus is in sight", async () => {
  for (const size of [SIZES[0], SIZES[1], SIZES[3]]) {
    const { page, close } = await begin(lab, { size });
    await PLACES.race(page);
    for (let i = 0; i < 60; i++) {
      await page.keyboard.press("Tab");
      const hidden = await page.evaluate(() => {
        const it = document.activeElement;
        const box = it.getBoundingClientRect();
        if (it === document.body || !box.width) return;
        const points = [[box.left + 2, box.top + 2], [box.right - 2, box.top + 2], [box.left + 2, box.bottom - 2], [box.right - 2, box.bottom - 2],
          [(box.left + box.right) / 2, (box.top + box.bottom) / 2]];
        const sees = ([x, y]) => {
          const top = document.elementFromPoint(x, y);
          return top && (it.contains(top) || top.contains(it) || top.closest("label")?.control === it);
        };
        return points.some(sees) ? undefined : `${it.localName} ${it.getAttribute("aria-label") ?? it.textContent.trim().slice(0, 40)}`;
      });
      assert.equal(hidden, undefined, `${size.name}: ${hidden} is behind something`);
    }
    await close();
  }
});
