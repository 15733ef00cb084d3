// Without a mouse: the whole lab by its keys and the Tab key, and the focus is never lost.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assertClean, open, start } from "./helpers.mjs";

let lab;
before(async () => { lab = await start(); });
after(() => lab?.close());

const button = (place, name) => place.getByRole("button", { name, exact: true });
const scrubber = (page) => page.getByRole("slider", { name: "Step" });

/** More presses of Tab than anything on the page is away. */
const TABS_MAX = 400;

/** What has the focus: its role or element, and its name. */
const focused = (page) => page.evaluate(() => {
  const it = document.activeElement;
  const label = it.labels?.[0]?.textContent ?? "";
  return it === document.body ? "" : `${it.getAttribute("aria-label") ?? ""} ${label} ${it.textContent}`.trim().replace(/\s+/g, " ");
});

/** Goes on with the Tab key until something of this name has the focus. */
async function tabTo(page, name, key = "Tab") {
  for (let i = 0; i < TABS_MAX; i++) {
    const now = await focused(page);
    if (name.test(now)) return now;
    await page.keyboard.press(key);
  }
  assert.fail(`the Tab key does not lead to ${name}; it is at ${await focused(page)}`);
}

/** Does something with keys, after which the focus is somewhere. */
async function keeps(page, does) {
  await does();
  // What had it may be gone; then something else has it as soon as the page has drawn.
  await page.waitForFunction(() => document.activeElement !== document.body);
}

test("everything a mouse can do, keys can", async () => {
  const { page, seen, close } = await open(lab);
  page.setDefaultTimeout(15_000);
  await button(page, "Play the race").waitFor();
  const press = (...keys) => keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());
  const at = (step) => page.waitForFunction((step) => document.querySelector("input[aria-label=Step]").value === String(step), step);

  // The race: step, play, pause, to what went wrong and back.
  await tabTo(page, /^Play the race/);
  await press(".");
  await at(1);
  await press("Shift+B");
  await button(page, "no delays count").waitFor();
  await press("e");
  await page.getByRole("region", { name: "Verdict" }).getByText(/sold twice/).waitFor();
  await keeps(page, () => press("r"));
  await at(0);
  // By parts of the whole run; in the slider the page keys go on by a tenth of it.
  const steps = Number(await scrubber(page).getAttribute("max"));
  await press("5");
  await at(Math.floor(steps / 2));
  await press("0");
  await at(0);
  await press("End");
  await at(steps);
  await scrubber(page).focus();
  await press("PageDown");
  await page.waitForFunction((step) => Number(document.querySelector("input[aria-label=Step]").value) < step, steps);
  assert.ok(Number(await scrubber(page).inputValue()) >= Math.floor(steps * 0.8));
  await press("r");
  await at(0);
  await button(page, "Play the race").focus();
  await press("k");
  await button(page, "Pause").waitFor();
  await press(" ");
  await press("Home");

  // The whole screen, and back.
  await press("f");
  await page.waitForFunction(() => document.fullscreenElement === document.documentElement);
  await press("f");
  await page.waitForFunction(() => !document.fullscreenElement);

  // Another strategy.
  await tabTo(page, /^naive$/, "Shift+Tab");
  await keeps(page, () => press("ArrowRight"));
  await page.getByRole("radio", { name: "optimistic" }).and(page.locator(":checked")).waitFor({ state: "attached" });
  await tabTo(page, /^(Play|One step)/);
  await press("]");
  await page.getByRole("region", { name: "Hall" }).getByText(/refused|conflict|out of date|changed/i).first().waitFor();

  // Another scenario, by the editor.
  await press("Home");
  await tabTo(page, /^Five users, one seat/, "Shift+Tab");
  await press("Enter");
  const editor = page.getByRole("dialog", { name: "Scenario" });
  await editor.getByRole("radio", { name: /Five users/ }).and(page.locator(":focus")).waitFor();
  await keeps(page, () => press("ArrowDown"));
  await page.getByRole("heading", { name: "Two seats, two orders", level: 1 }).waitFor();
  await press("Escape");
  await editor.waitFor({ state: "hidden" });
  assert.match(await focused(page), /Two seats, two orders/, "the focus is back where it was");

  // Every order, and from there into the lab.
  await tabTo(page, /^Explore/, "Shift+Tab");
  await press("Enter");
  await tabTo(page, /^Explore every order/);
  await keeps(page, () => press("Enter"));
  await page.getByRole("region", { name: "Result" }).waitFor();
  await tabTo(page, /^Show one: Deadlock/);
  await keeps(page, () => press("Enter"));
  await scrubber(page).waitFor();

  // Handing it on.
  await tabTo(page, /^Share/, "Shift+Tab");
  await press("Enter");
  await page.getByRole("dialog", { name: "Share" }).getByRole("button", { name: "Copy link" }).waitFor();
  await tabTo(page, /^Copy link/);
  await press("Escape");
  await page.getByRole("dialog", { name: "Share" }).waitFor({ state: "hidden" });
  assert.match(await focused(page), /Share/);

  // Help.
  await press("?");
  await page.getByRole("dialog", { name: "Keys" }).waitFor();
  await press("Escape");
  assertClean(seen);
  await close();
});

test("a paused page does nothing at all", async () => {
  const prepare = (page) => page.addInitScript(() => {
    window.calls = [];
    for (const name of ["setTimeout", "setInterval", "requestAnimationFrame", "queueMicrotask"]) {
      const real = window[name].bind(window);
      window[name] = (...all) => { window.calls.push(name); return real(...all); };
    }
  });
  const { page, seen, close } = await open(lab, { address: "?strategy=two-phase", prepare });
  page.setDefaultTimeout(15_000);
  await button(page, "Play the race").click();
  await page.waitForFunction(() => Number(document.querySelector("input[aria-label=Step]").value) > 1);
  await button(page, "Pause").click();
  await button(page, "Play").waitFor();
  // The address follows half a second after the last change.
  await page.evaluate(() => new Promise((settled) => { setTimeout(settled, 1_000); }));
  const did = await page.evaluate(async () => {
    const changes = [];
    new MutationObserver((all) => changes.push(...all.map(({ target }) => target.nodeName)))
      .observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    const before = window.calls.length;
    await new Promise((done) => { setTimeout(done, 5_000); });
    return { changes, calls: window.calls.slice(before + 1) }; // the first is the wait itself
  });
  assert.deepEqual(did, { changes: [], calls: [] });
  assertClean(seen);
  await close();
});
