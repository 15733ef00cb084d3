// For everyone: large and spaced text, narrow windows, still pages, quiet announcements, and a focus that is always seen. More
// contrast has a file of its own, and so has what single views need.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assertCalm, assertSpare, heard, listen } from "./aloud.mjs";
import { alone } from "./course.mjs";
import { COMMON, SIZES, assertAccessible, assertClean, assertFits, assertStill, assertWhole, drawn, open, start } from "./helpers.mjs";
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

/** As wide as frames are: with one view, with two, and with all of the room that a course may give. */
const FRAMES = [{ width: 320, height: 400 }, { width: 700, height: 480 }, { width: 1000, height: 620 }];

/** Fails if controls of a frame lie over one another, or over where the race is. What is not drawn lies nowhere. */
async function assertApart(page) {
  const over = await page.evaluate(() => {
    const all = document.querySelectorAll("main :is(h1, header button, header a, select, [role=tab], .keys button, .pos, .speed)");
    const named = (it) => ({ name: it.getAttribute("aria-label") ?? it.textContent, box: it.getBoundingClientRect() });
    const boxes = [...all].filter((it) => it.checkVisibility()).map(named).filter(({ box }) => box.width > 1);
    const both = (a, b, from, to) => Math.min(a[to], b[to]) - Math.max(a[from], b[from]) > 1;
    const meet = ({ box: a }, { box: b }) => both(a, b, "left", "right") && both(a, b, "top", "bottom");
    return boxes.flatMap((a, i) => boxes.slice(i + 1).filter((b) => meet(a, b)).map((b) => `${a.name} and ${b.name}`));
  });
  assert.deepEqual(over, []);
}

test("a frame is whole in every width and in spaced text: each view, a title of two lines, and its help", async () => {
  for (const address of ["?v=1&s=five-users&controls=full&edit=1", "?v=1&strategy=two-phase"]) {
    const { page, seen, close } = await alone(lab, address);
    await button(page, "Play").waitFor();
    const look = async (more = assertApart) => {
      for (const does of [() => {}, space]) {
        await does(page);
        await assertReadable(page);
        await more(page);
      }
      await page.evaluate(() => { document.adoptedStyleSheets = []; });
    };
    for (const size of FRAMES) {
      await page.setViewportSize(size);
      await drawn(page);
      await look();
      await page.keyboard.press("]");
      for (const tab of await page.getByRole("tab").all()) {
        await tab.click();
        await page.getByRole("tabpanel", { name: await tab.innerText(), exact: true }).waitFor();
        await look();
      }
      await page.keyboard.press("?");
      await button(page.getByRole("dialog", { name: "Keys" }), "Close").waitFor();
      await look(assertFits);
      await page.keyboard.press("Escape");
      await page.keyboard.press("Home");
    }
    assertClean(seen);
    await close();
  }
});

test("the pages around the lab are whole in every window and in spaced text", async () => {
  for (const [address, there] of [["embedding/", "play"], ["s/deadlock/", "Play the race"]]) {
    const { page, seen, close } = await open(lab, { address });
    await button(page, there).waitFor();
    for (const does of [() => {}, space]) {
      await does(page);
      for (const size of [...SIZES, ...COMMON]) {
        await page.setViewportSize(size);
        await assertReadable(page);
      }
    }
    assertClean(seen);
    await close();
  }
});

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

/** Plays to the end, and fails unless something is said on the way, and little. */
async function assertPlaysQuietly(page, play) {
  await listen(page);
  const began = await page.evaluate(() => performance.now());
  await button(page, play).click();
  await button(page, "Play again").or(button(page, "Again")).waitFor();
  await page.waitForFunction(() => window.said.length > 0);
  const ended = await page.evaluate(() => performance.now());
  assertSpare(await heard(page), ended - began);
}

test("while it plays little is read aloud, and each step by hand once", async () => {
  const { page, close } = await begin(lab, { address: "?strategy=naive&speed=4&pauseon=none" });
  await button(page, "Play the race").waitFor();
  await assertPlaysQuietly(page, "Play the race");
  await button(page, "One step back").click();
  await page.waitForFunction(() => window.said.length > 0);
  assert.equal(await page.evaluate(() => window.said.length), 1);
  await close();
});

test("while all races play side by side, and while a frame plays, little is read aloud", async () => {
  const { page, seen, close } = await begin(lab, { address: "?view=compare&pauseon=none" });
  await page.getByRole("status").filter({ hasText: "Step 16 of" }).waitFor({ state: "attached" });
  for (let i = 0; i < 4; i++) await button(page, "Faster").click();
  await assertPlaysQuietly(page, "Play again");
  assertClean(seen);
  await close();
  // Where the hall is out of sight, the narrow frame has a voice of its own.
  for (const width of [700, 320]) {
    const frame = await alone(lab, "?v=1&s=five-users&speed=2&pauseon=none&view=log", { size: { width, height: 480 } });
    await frame.page.getByRole("status").filter({ hasText: "Everyone wants the same seat." }).waitFor({ state: "attached" });
    await assertPlaysQuietly(frame.page, "Play");
    assertClean(frame.seen);
    await frame.close();
  }
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
