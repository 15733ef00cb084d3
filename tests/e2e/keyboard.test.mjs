// Without a mouse: the whole lab by its keys and the Tab key, and the focus is never lost.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { addressIs, assertClean, lendClipboard, open, saves, start } from "./helpers.mjs";
import { PLACES, button } from "./places.mjs";
import { focused, tabTo } from "./reach.mjs";

let lab;
before(async () => { lab = await start(); });
after(() => lab?.close());

const scrubber = (page) => page.getByRole("slider", { name: "Step" });

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
  await tabTo(page, /^Step$/);
  await press("PageDown");
  await page.waitForFunction((step) => Number(document.querySelector("input[aria-label=Step]").value) < step, steps);
  assert.ok(Number(await scrubber(page).inputValue()) >= Math.floor(steps * 0.8));
  await press("r");
  await at(0);
  await tabTo(page, /^Play the race/, "Shift+Tab");
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

// -- each control does by keys what it does by mouse -------------------------------------------------------------

/** The page as somebody finds it who has no mouse: what can be done there, by the names of what has the focus. */
async function hands(options) {
  const { page, seen, close } = await open(lab, options);
  page.setDefaultTimeout(15_000);
  await button(page, "Play the race").waitFor();
  const press = (key) => page.keyboard.press(key);
  const enter = async (name, way) => {
    await tabTo(page, name, way);
    await press("Enter");
  };
  return { page, seen, close, press, enter };
}

test("by keys: speed, the axis of time, branches, theme", async () => {
  const { page, seen, close, press, enter } = await hands({ address: "?users=3&strategy=naive&clock=free&order=ABAB" });
  const speed = page.getByRole("group", { name: "Speed" });
  const before = await speed.innerText();
  await enter(/^Faster/);
  await speed.getByText("2×").waitFor();
  await enter(/^Slower/, "Shift+Tab");
  assert.equal(await speed.innerText(), before);
  await press("End");
  await enter(/^To scale/);
  await button(page, "To scale").and(page.locator("[aria-pressed=true]")).waitFor();
  await press(" ");
  await button(page, "To scale").and(page.locator("[aria-pressed=false]")).waitFor();
  await press("Home");
  await enter(/^Let Carol step first/);
  await page.getByText(/step 1,/).waitFor();
  const branches = page.getByRole("navigation", { name: "Branches" });
  await branches.getByRole("button", { name: /^Branch 2/ }).waitFor();
  await enter(/^Branch 1/);
  await page.waitForFunction(() => !/order=C/.test(location.href) && document.querySelector("[aria-current=true]")?.textContent.includes("1"));
  for (const theme of ["dark", "light", "system"]) {
    await tabTo(page, /^Theme: /);
    for (let i = 0; i < 5 && !(await focused(page)).startsWith(`Theme: ${theme}`); i++) await press("Enter");
    assert.match(await focused(page), new RegExp(`^Theme: ${theme}`));
  }
  assertClean(seen);
  await close();
});

test("by keys: a seat by its name, the code in other languages, a history for the judge", async () => {
  const { page, seen, close, press, enter } = await hands({ address: "?users=3&strategy=naive&clock=free&order=ABABC" });
  await press("End");
  await enter(/^SQL/);
  await page.getByRole("list", { name: "naive.sql" }).waitFor();
  await tabTo(page, /^Log$/);
  for (const name of ["Table", "Judge"]) {
    await press("ArrowRight");
    await page.getByRole("tabpanel", { name, exact: true }).waitFor();
  }
  await tabTo(page, /^Judge a history/);
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), press("Enter")]);
  await chooser.setFiles({ name: "night.jsonl", mimeType: "text/plain", buffer: Buffer.from("{") });
  await page.getByRole("status").getByText("Line 1: this is not JSON").waitFor();
  await tabTo(page, /^Judge$/, "Shift+Tab");
  await press("ArrowRight");
  const seat = page.getByRole("tabpanel", { name: "Seat", exact: true });
  await seat.getByRole("heading", { name: "D1", exact: true }).waitFor();
  await tabTo(page, /^Any seat/);
  await page.keyboard.type("a1");
  await seat.getByRole("heading", { name: "A1", exact: true }).waitFor();
  await enter(/^D1/, "Shift+Tab");
  await enter(/^Bob reads D1/);
  await page.waitForFunction(() => document.querySelector("input[aria-label=Step]").value === "2");
  assertClean(seen);
  await close();
});

test("by keys: the fields of the editor, its hall, undo and reset", async () => {
  const { page, seen, close, press, enter } = await hands();
  const says = (words) => page.getByRole("region", { name: "Scenario" }).getByText(words).waitFor();
  await enter(/^5 users/);
  await page.getByRole("dialog", { name: "Scenario" }).getByLabel(/^Users/).and(page.locator(":focus")).waitFor();
  await press("Control+a");
  await page.keyboard.type("4");
  await press("Tab");
  await says("4 users");
  await enter(/^Reset Users/, "Shift+Tab");
  await says("5 users");
  await tabTo(page, /Row D, seat 1/, "Shift+Tab");
  await press("ArrowRight");
  await press(" ");
  await addressIs(page, /want=D1\.D2$/);
  await enter(/^One more: Rows/, "Shift+Tab");
  await addressIs(page, /seats=11x10/);
  await enter(/^Undo/, "Shift+Tab");
  await addressIs(page, /want=D1\.D2$/);
  await tabTo(page, /^Optimistic locking/);
  await press("Enter");
  await tabTo(page, /^Back-off/);
  await press("ArrowDown");
  await addressIs(page, /backoff=fixed/);
  await enter(/^Reset all/, "Shift+Tab");
  await says("D1");
  await page.waitForFunction(() => !location.href.includes("backoff"));
  await press("Escape");
  assertClean(seen);
  await close();
});

test("by keys: an order is opened from the explorer, a bad run is shortened, and a search is stopped and begun again", async () => {
  const { page, seen, close, press, enter } = await hands({ address: "?users=4&strategy=naive&clock=free&order=ABCDABCD" });
  await press("End");
  await button(page, "Play again").waitFor();
  await tabTo(page, /^Log$/);
  for (let i = 0; i < 2; i++) await press("ArrowRight");
  await page.getByRole("tabpanel", { name: "Judge", exact: true }).waitFor();
  await enter(/^Shortest like this/);
  await page.getByText(/\d of 8 choices (is|are) enough/).waitFor();
  // Every order has been tried for that.
  await enter(/^Explore$/, "Shift+Tab");
  await enter(/^Show any: Fine, 1 ticket/);
  await keeps(page, () => page.getByRole("region", { name: "Verdict" }).getByText(/sold once/).waitFor());
  assertClean(seen);
  await close();
  // More than anybody waits for.
  const huge = await hands({ address: "?users=12&strategy=two-phase&party=1&seats=4x4&want=A1,A2,A3,A4" });
  await huge.enter(/^Explore$/);
  await huge.enter(/^Explore every order/);
  await huge.enter(/^Stop$/);
  await huge.page.getByRole("heading", { name: "Stopped at your request: nothing is proved." }).waitFor();
  await huge.enter(/^Begin again$/);
  await huge.enter(/^Stop$/);
  await button(huge.page, "Begin again").waitFor();
  assertClean(huge.seen);
  await huge.close();
});

test("by keys: what is shared and how, a snippet, and what is taken along", async () => {
  const { page, seen, close, press, enter } = await hands({ address: "?users=2&strategy=naive&clock=free&order=ABAB" });
  await lendClipboard(page);
  await press("End");
  await enter(/^Share$/);
  const dialog = page.getByRole("dialog", { name: "Share" });
  await button(dialog, "Copy link").waitFor();
  const link = () => page.evaluate(() => document.getElementById("link")?.value ?? "");
  await tabTo(page, /This very run/);
  assert.match(await link(), /&d=/);
  await press("ArrowUp");
  await page.waitForFunction(() => !/&d=/.test(document.getElementById("link").value));
  await tabTo(page, /Play at once/);
  await press(" ");
  await page.waitForFunction(() => /play=1/.test(document.getElementById("link").value));
  await tabTo(page, /A note/);
  await page.keyboard.type("Who?");
  await page.waitForFunction(() => /n=Who/.test(document.getElementById("link").value));
  await enter(/^Copy link/);
  await dialog.getByRole("status").filter({ hasText: "Copied." }).waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), await link());
  await enter(/^Embed it/);
  await tabTo(page, /^For/);
  await press("ArrowDown");
  await page.waitForFunction(() => document.getElementById("snippet").value !== "" && !document.getElementById("snippet").value.startsWith("<iframe"));
  await enter(/^Take the run along/);
  await tabTo(page, /^Save Transcript/);
  assert.match(await saves(page, () => press("Enter")), /\.txt$/);
  await press("Escape");
  await dialog.waitFor({ state: "hidden" });
  assertClean(seen);
  await close();
});

/** Plays a race, and pauses in the middle of it. */
const pauses = (play) => async (page) => {
  await page.getByRole("button", { name: play }).click();
  await page.waitForFunction(() => Number(document.querySelector("input[aria-label=Step]")?.value) > 1);
  await button(page, "Pause").click();
  await button(page, "Play").waitFor();
};

/** Holds a seat, and pauses while it is held. */
async function holds(page) {
  await PLACES.you(page);
  await page.getByRole("grid", { name: "Seats" }).getByRole("gridcell", { name: /^Row D, seat 6,/ }).click();
  await button(page, "Hold D6").click();
  await page.getByRole("heading", { name: "D6 is held for you." }).waitFor();
  await button(page, "Pause").click();
  await button(page, "Pause").waitFor({ state: "detached" });
  await page.getByRole("timer").waitFor();
}

/** Pauses the comparison in its middle. */
async function compares(page) {
  await page.getByRole("link", { name: "Compare" }).click();
  await button(page, "Restart").click();
  await pauses(/^Play/)(page);
}

/** What a page does within 5 s after it was brought to rest: its timers and frames, and what changes in it. */
async function rests(address, pause) {
  const prepare = (page) => page.addInitScript(() => {
    window.calls = [];
    for (const name of ["setTimeout", "setInterval", "requestAnimationFrame", "requestIdleCallback", "queueMicrotask"]) {
      const real = window[name]?.bind(window);
      if (real) window[name] = (...all) => { window.calls.push(name); return real(...all); };
    }
  });
  const { page, seen, close } = await open(lab, { address, prepare });
  page.setDefaultTimeout(15_000);
  await pause(page);
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
  assertClean(seen);
  await close();
  return did;
}

test("a paused page does nothing at all, whatever it shows, and neither does a paused frame", async () => {
  const paused = await Promise.all([
    rests("?strategy=two-phase", pauses("Play the race")),
    rests("?v=1&users=4&seats=4x6&want=A1&arrive=200..900&think=300..800&pay=400..900&hold=20s&strategy=two-phase&you=D", holds),
    rests("", compares),
    rests("embed/?v=1&users=9&strategy=two-phase&hold=1m&pauseon=none", pauses("Play")),
  ]);
  assert.deepEqual(paused, Array(4).fill({ changes: [], calls: [] }));
});
