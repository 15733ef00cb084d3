// For everyone: themes, forced colours, large and spaced text, narrow windows, still pages, quiet announcements, and a focus
// that is always seen. What single views need stands in their own files.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { SIZES, assertAccessible, assertClean, assertFits, edit, open, screenshot, start } from "./helpers.mjs";

let lab;
before(async () => { lab = await start(); });
after(() => lab?.close());

const button = (place, name) => place.getByRole("button", { name, exact: true });
const scrubber = (page) => page.getByRole("slider", { name: "Step" });

async function begin(options) {
  const opened = await open(lab, options);
  opened.page.setDefaultTimeout(20_000);
  await opened.page.getByRole("navigation", { name: "Modes" }).waitFor();
  return opened;
}

/** The places of the lab: how to get there from its beginning. */
const PLACES = {
  start: (page) => button(page, "Play the race").waitFor(),
  race: async (page) => {
    await button(page, "Play the race").waitFor();
    await page.keyboard.press("End");
    await page.getByRole("region", { name: "Verdict" }).getByText(/sold twice/).waitFor();
  },
  compare: async (page) => {
    await page.getByRole("link", { name: "Compare" }).click();
    await page.getByRole("heading", { name: "optimistic" }).first().waitFor();
  },
  explore: async (page) => {
    await page.getByRole("link", { name: "Explore" }).click();
    await button(page, "Explore every order").click();
    await page.getByText("31,200 of 31,320 orders sell a seat twice.").first().waitFor();
    await button(page, "Stop").waitFor({ state: "detached" });
  },
  editor: async (page) => {
    await (await edit(page)).getByRole("grid").waitFor();
  },
  share: async (page) => {
    await button(page, "Share").click();
    await button(page.getByRole("dialog", { name: "Share" }), "Copy link").waitFor();
  },
  you: async (page) => {
    await button(page, "Race against others yourself").click();
    await page.getByRole("heading", { name: "Choose a seat." }).waitFor();
  },
};

for (const [name, go] of Object.entries(PLACES)) {
  test(`with high contrast and with forced colours it is accessible: ${name}`, async () => {
    for (const forcedColors of ["none", "active"]) {
      const { page, seen, close } = await begin({ address: "?theme=contrast", forcedColors });
      assert.equal(await page.evaluate(() => matchMedia("(forced-colors: active)").matches), forcedColors === "active");
      await go(page);
      await screenshot(page, `everyone-${name}-${forcedColors === "active" ? "forced" : "contrast"}`);
      await assertAccessible(page);
      assertClean(seen);
      await close();
    }
  });

  test(`it fits a window of 320 by 256, and text of twice the size: ${name}`, async () => {
    const { page, close } = await begin({ size: { width: 320, height: 256 } });
    await go(page);
    await assertFits(page);
    await close();
    const large = await begin();
    // What browsers do when somebody zooms: a window of half the size, in larger pixels.
    await large.page.setViewportSize({ width: 640, height: 400 });
    await go(large.page);
    await assertFits(large.page);
    await large.close();
  });
}

test("spaced text is not cut off", async () => {
  for (const size of [SIZES[0], SIZES[2]]) {
    const { page, close } = await begin({ size });
    await page.evaluate(() => {
      // The values of WCAG 2.2, 1.4.12.
      const sheet = new CSSStyleSheet();
      sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; } p { margin-bottom: 2em !important; }");
      document.adoptedStyleSheets = [sheet];
    });
    await PLACES.race(page);
    await assertFits(page);
    const cut = await page.evaluate(() => [...document.querySelectorAll("main:not([hidden]) :is(button, h2, p, small, b), header :is(a, button)")]
      .filter((it) => it.getClientRects().length && !it.closest("svg") && getComputedStyle(it).overflow !== "visible")
      .filter((it) => it.scrollWidth > it.clientWidth + 1 && it.textContent.trim() && it.clientWidth > 2)
      .map((it) => `${it.localName}: ${it.textContent.trim().slice(0, 60)}`));
    assert.deepEqual(cut, []);
    await close();
  }
});

test("where less motion is wanted nothing moves by itself, and nothing is animated", async () => {
  const { page, close } = await begin({ address: "?play=1", reducedMotion: "reduce" });
  await button(page, "Play the race").waitFor();
  await button(page, "One step").click();
  await page.getByText(/step 1,/).waitFor();
  const longest = await page.evaluate(() => Math.max(...[...document.querySelectorAll("*")].map((element) => {
    const style = getComputedStyle(element);
    return 1000 * Math.max(parseFloat(style.transitionDuration), style.animationName === "none" ? 0 : parseFloat(style.animationDuration));
  })));
  assert.ok(longest <= 1, `${longest} ms`);
  await close();
});

/** Notes what live regions say from now on: `window.said`. */
const listen = (page) => page.evaluate(() => {
  window.said = [];
  const isHeard = (it) => it && it.getAttribute("aria-live") !== "off" && !it.closest("[hidden]");
  new MutationObserver((all) => {
    const places = new Set(all.map(({ target }) => (target.nodeType === 1 ? target : target.parentElement)?.closest("[role=status],[role=alert],[aria-live]")));
    for (const place of places) if (isHeard(place)) window.said.push({ at: performance.now(), text: place.textContent });
  }).observe(document.body, { subtree: true, childList: true, characterData: true });
});

test("while it plays little is read aloud, and each step by hand once", async () => {
  const { page, close } = await begin({ address: "?strategy=naive&speed=4&pauseon=none" });
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
  assert.equal(new Set(await page.evaluate(() => window.said.map(({ text }) => text))).size, 1);
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
  const { page, seen, close } = await begin({ address: "?users=3&strategy=naive&clock=free&order=ABABC" });
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
  const { page, close } = await begin({ address: "?keys=0" });
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
    const { page, close } = await begin({ size });
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
