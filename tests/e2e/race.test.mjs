// The race as a person plays it, in the built page: by roles and names, never by classes.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { LOOKS, addressIs, addressOf, assertAccessible, assertClean, assertFits, open, screenshot, start } from "./helpers.mjs";
import { tabTo } from "./reach.mjs";

let lab;
before(async () => { lab = await start(); });
after(() => lab?.close());

const button = (page, name) => page.getByRole("button", { name, exact: true });
const scrubber = (page) => page.getByRole("slider", { name: "Step" });
const verdict = (page) => page.getByRole("region", { name: "Verdict" });
const log = (page) => page.getByRole("tabpanel", { name: "Log" });

async function begin(options) {
  const opened = await open(lab, options);
  opened.page.setDefaultTimeout(15_000);
  await button(opened.page, "Play the race").waitFor();
  return opened;
}

/** What the verdict says; nothing where it is not shown yet. */
const says = async (page) => (await verdict(page).isVisible()) ? verdict(page).innerText() : "";

const cursor = async (page) => Number(await scrubber(page).inputValue());
const steps = async (page) => Number(await scrubber(page).getAttribute("max"));

/** Waits until the page shows this step: what it says of the slider comes with everything else that it draws. */
async function at(page, step) {
  const says = step === 0 ? "Before the first" : `Step ${step} of`;
  const slider = await scrubber(page).elementHandle();
  const shown = ([slider, says]) => slider.getAttribute("aria-valuetext").startsWith(says);
  await page.waitForFunction(shown, [slider, says]);
}

/** Moves the slider to a step. */
async function seek(page, step) {
  await scrubber(page).fill(String(step));
  await at(page, Number(step));
}

/** Presses a button so often. */
async function press(page, name, times = 1) {
  for (let i = 0; i < times; i++) await button(page, name).click();
}

/** Waits until the page says that the run is over. */
const ended = (page) => button(page, "Play again").waitFor({ timeout: 60_000 });

/** Plays at top speed to the end; the pause at the first anomaly is part of the show. */
async function playToTheEnd(page) {
  await press(page, "Faster", 6);
  await button(page, "Play the race").click();
  const paused = button(page, "Play");
  await Promise.race([ended(page), paused.waitFor({ timeout: 60_000 })]);
  if (await paused.isVisible()) await paused.click();
  await ended(page);
}

test("the slider says what happened at its step", async () => {
  const { page, seen, close } = await begin();
  const says = () => scrubber(page).getAttribute("aria-valuetext");
  assert.match(await says(), /^Before the first of 7 steps$/);
  for (const [step, what] of [[1, "Alice reads D1: free."], [5, "Bob writes D1 over Alice."]]) {
    while (await cursor(page) < step) await press(page, "One step");
    await at(page, step);
    assert.match(await says(), new RegExp(`^Step ${step} of \\d+: ${what}`));
  }
  await page.keyboard.press("End");
  await ended(page);
  assert.match(await says(), /^Step 7 of 7: .+ D1/);
  assertClean(seen);
  await close();
});

test("the default scenario is played to its end, stepped back and scrubbed", async () => {
  const { page, seen, close } = await begin();
  await at(page, 0);
  assert.equal(await says(page), "", "no verdict before its step");
  await playToTheEnd(page);
  const last = await cursor(page);
  assert.equal(last, await steps(page));
  assert.match(await says(page), /D1 is sold/);
  await press(page, "One step back", 2);
  await at(page, last - 2);
  await seek(page, 1);
  await at(page, 1);
  assert.doesNotMatch(await says(page), /sold/, "the verdict waits for its step");
  await seek(page, last);
  assert.match(await says(page), /D1 is sold/);
  assertClean(seen);
  await close();
});

test("a switch of the strategy keeps scenario, seed and place", async () => {
  const { page, seen, close } = await begin();
  await press(page, "One step", 4);
  await at(page, 4);
  for (const name of ["Optimistic", "Pessimistic", "Two-phase"]) {
    await page.getByRole("radio", { name: new RegExp(name, "i") }).click({ force: true });
    await at(page, 4);
    await seek(page, await steps(page));
    assert.doesNotMatch(await says(page), /twice|sold to/i, name);
    await seek(page, 4);
  }
  assertClean(seen);
  await close();
});

// One user who never hears from its bank: the hold of two seconds expires while it waits.
const EXPIRY = "?v=1&strategy=two-phase&users=2&hold=2s&paylost=100&payfail=0&arrive=0";

test("a held seat is released by its timer when the hold expires", async () => {
  const { page, seen, close } = await begin({ address: EXPIRY });
  await playToTheEnd(page);
  assert.match(await log(page).innerText(), /hold .*expires/i);
  assertClean(seen);
  await close();
});

test("a pause before the deadline leaves the hold alive, however long it lasts", async () => {
  const { page, seen, close } = await begin({ address: EXPIRY });
  await press(page, "One step");
  await press(page, "One step"); // Bob is turned away: the next thing to happen is the deadline
  await at(page, 2);
  const before = await cursor(page);
  await button(page, "Play").click();
  await page.waitForTimeout(400);
  await button(page, "Pause").click();
  const words = await log(page).innerText();
  await page.evaluate(() => {
    window.mutations = 0;
    new MutationObserver((list) => { window.mutations += list.length; })
      .observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
  });
  await page.waitForTimeout(3_000); // longer than the hold
  assert.equal(await page.evaluate(() => window.mutations), 0, "a paused page does nothing");
  await at(page, before);
  assert.equal(await log(page).innerText(), words);
  assert.doesNotMatch(words, /expires/i);
  await button(page, "Play").click();
  await page.getByText(/hold .*expires/i).first().waitFor({ timeout: 10_000 });
  assertClean(seen);
  await close();
});

test("the address bar follows the scenario, and a link opens it", async () => {
  const { page, seen, close } = await begin({ address: "?s=deadlock&order=AB" });
  assert.match(await page.title(), /seatrace/);
  await seek(page, await steps(page));
  assert.match(await says(page), /deadlock|wait/i);
  assert.match(await addressOf(page), /s=deadlock/);
  assertClean(seen);
  await close();
});

test("invalid values are named in one notice, and the page works", async () => {
  const { page, seen, close } = await begin({ address: "?strategy=psychic&users=-3&seats=%ff%00&order=zz&v=1" });
  const notice = page.getByRole("status").filter({ hasText: "strategy" });
  const text = await notice.innerText();
  for (const part of ["strategy=psychic", "users=-3", "seats=", "order=zz"]) assert.ok(text.includes(part), part);
  await playToTheEnd(page);
  assertClean(seen);
  await close();
});

test("the keyboard plays, steps and scrubs", async () => {
  const { page, seen, close } = await begin();
  await page.keyboard.press(".");
  await page.keyboard.press(".");
  await at(page, 2);
  await page.keyboard.press(",");
  await at(page, 1);
  // What is pressed together with these is the browser's.
  for (const key of ["Control+.", "Alt+.", "Meta+.", "Alt+ArrowRight"]) await page.keyboard.press(key);
  await page.keyboard.press(".");
  await at(page, 2);
  await page.keyboard.press("j");
  await at(page, 0);
  await page.keyboard.press("l");
  await at(page, Math.min(10, await steps(page)));
  await page.keyboard.press("End");
  await at(page, await steps(page));
  await page.keyboard.press("Home");
  await at(page, 0);
  await page.keyboard.press("k");
  await button(page, "Pause").waitFor();
  await page.keyboard.press("k");
  assert.notEqual(await page.evaluate(() => document.activeElement?.tagName), undefined);
  assertClean(seen);
  await close();
});

for (const { size, colorScheme } of LOOKS) {
  test(`every moment fits and is accessible: ${size.name}, ${colorScheme}`, async () => {
    const { page, seen, close } = await begin({ size, colorScheme });
    const look = async (moment) => {
      await screenshot(page, `race-${size.name}-${colorScheme}-${moment}`);
      await assertFits(page);
    };
    await look("start");
    await press(page, "One step", 5);
    await look("middle");
    await page.keyboard.press("End");
    await button(page, "Play again").waitFor();
    await look("end");
    await assertAccessible(page);
    assertClean(seen);
    await close();
  });
}

test("who chooses by keyboard keeps the focus on the key cap, or has it on the transport when there is none", async () => {
  const { page, seen, close } = await begin({ address: "?strategy=pessimistic&users=1" });
  await button(page, "One step").click();
  const focused = () => page.evaluate(() => document.activeElement.getAttribute("aria-label") ?? document.activeElement.textContent);
  const cap = button(page, "Let Alice step");
  await tabTo(page, /^Let Alice step/);
  for (let step = 2; await cap.isVisible(); step += 1) {
    assert.equal(await focused(), "Let Alice step", `before step ${step}`);
    await page.keyboard.press("Enter");
    await at(page, step);
  }
  assert.ok(await cursor(page) > 2);
  assert.match(await focused(), /^Play/);
  assertClean(seen);
  await close();
});

test("what goes on is drawn to the end of the lanes and not beyond", async () => {
  const { page, seen, close } = await begin({ address: "?seats=25x40&users=50&want=random&strategy=two-phase" });
  await seek(page, 40);
  const lanes = page.getByRole("img", { name: /^Steps 23 to 40 of fifty users/ });
  const { x, y, width, height } = await lanes.boundingBox();
  const part = (from, wide) => page.screenshot({ clip: { x: from, y, width: wide, height: Math.min(height, 300) }, caret: "initial" });
  const look = async () => ({ before: await part(x - 100, 100), within: await part(x, width), behind: await part(x + width, 100) });
  const drawn = await look();
  await lanes.evaluate((lanes) => { lanes.style.visibility = "hidden"; });
  const hidden = await look();
  const same = (side) => drawn[side].equals(hidden[side]);
  assert.deepEqual(["before", "within", "behind"].filter(same), ["before", "behind"], "only the lanes themselves have changed");
  assertClean(seen);
  await close();
});

test("another choice by hand keeps the way that was left, and leads back to it", async () => {
  const { page, seen, close } = await begin({ address: "?strategy=naive&users=3" });
  await press(page, "One step", 2);
  await at(page, 2);
  const left = await log(page).innerText();
  await button(page, "One step back").click();
  await at(page, 1);
  // Whoever steps second in the race: somebody else is let go first.
  const stepped = left.match(/Alice|Bob|Carol/g).at(-1);
  const other = ["Alice", "Bob", "Carol"].find((user) => !left.includes(user)) ?? ["Alice", "Bob", "Carol"].find((user) => user !== stepped);
  await button(page, `Let ${other} step`).click();
  await at(page, 2);
  assert.notEqual(await log(page).innerText(), left);
  const branches = page.getByRole("navigation", { name: "Branches" });
  await branches.waitFor();
  assert.equal(await branches.getByRole("button").count(), 2);
  assert.match(await branches.locator("[aria-current=true]").innerText(), /2/);
  await assertAccessible(page);
  await branches.getByRole("button", { name: /^Branch 1/ }).click();
  await at(page, 1);
  await button(page, "One step").click();
  await at(page, 2);
  assert.equal(await log(page).innerText(), left, "the race goes on as it did");
  assertClean(seen);
  await close();
});

const branches = (page) => page.getByRole("navigation", { name: "Branches" });
const way = (page, number) => branches(page).getByRole("button", { name: new RegExp(`^Branch ${number}:`) });

/** Half the thumb of the slider, which never reaches over its ends, in px. */
const HALF_THUMB = 10;

/** Where the middle of the thumb stands at a step. */
async function thumbAt(page, step) {
  const { x, y, width, height } = await scrubber(page).boundingBox();
  const part = step / (await steps(page));
  return { x: x + HALF_THUMB + part * (width - 2 * HALF_THUMB), y: y + height / 2, bottom: y + height };
}

/** Fails unless things stand within two pixels of each other. */
const near = (is, wanted, what) => assert.ok(Math.abs(is - wanted) <= 2, `${what}: ${is}, not ${wanted}`);

/** Fails unless a way parts from the rail under the thumb at one step, and has its number under the thumb at another. */
async function assertDrawn(page, number, from, to) {
  const [parts, ends] = [await thumbAt(page, from), await thumbAt(page, to)];
  const knots = await branches(page).locator("circle").evaluateAll((all) => all.map((knot) => knot.getBoundingClientRect()).map(({ x, y, width, height }) => [x + width / 2, y + height / 2]));
  assert.ok(knots.length > 0, "nothing parts from the rail");
  const [x, y] = knots.sort(([a], [b]) => Math.abs(a - parts.x) - Math.abs(b - parts.x))[0];
  near(x, parts.x, `where ${number} parts`);
  near(y, parts.y, "the rail");
  const box = await way(page, number).boundingBox();
  near(box.x, ends.x, `the end of ${number}`);
  assert.ok(box.width >= 24 && box.height >= 24, `${box.width} by ${box.height} px`);
  assert.ok(box.y >= ends.bottom - 1, "numbers stand below the slider");
}

/** Three steps, two back, and somebody else: the first way parts after step 1 and was seen up to step 3. */
async function part(page) {
  await press(page, "One step", 3);
  await at(page, 3);
  const second = (await log(page).getByRole("listitem").allInnerTexts())[1].match(/Alice|Bob|Carol/)[0];
  await press(page, "One step back", 2);
  await at(page, 1);
  await button(page, `Let ${second === "Carol" ? "Bob" : "Carol"} step`).click();
  await at(page, 2);
  await branches(page).waitFor();
}

test("ways that were left hang on the scrubber where they part, in every window", async () => {
  const { page, seen, close } = await begin({ address: "?strategy=naive&users=3" });
  await part(page);
  for (const [width, height] of [[1280, 800], [1920, 1080], [700, 480], [390, 844], [320, 568], [320, 256]]) {
    await page.setViewportSize({ width, height });
    await assertDrawn(page, 1, 1, 3);
    near((await way(page, 2).boundingBox()).x, (await thumbAt(page, await steps(page))).x, "the number of the rail");
    await assertFits(page);
    // The thumb is where this test takes it to be.
    await scrubber(page).scrollIntoViewIfNeeded();
    for (const step of [1, 3, 2]) {
      const thumb = await thumbAt(page, step);
      await page.mouse.click(thumb.x, thumb.y);
      assert.equal(await cursor(page), step);
      await at(page, step);
    }
  }
  await assertAccessible(page);
  await way(page, 1).click();
  await at(page, 1);
  assert.equal(await way(page, 1).getAttribute("aria-current"), "true");
  await assertDrawn(page, 2, 1, 3);
  assertClean(seen);
  await close();
});

test("the keyboard goes back to a way that was left, and stays on its number", async () => {
  const { page, seen, close } = await begin({ address: "?strategy=naive&users=3" });
  await part(page);
  await page.setViewportSize({ width: 700, height: 480 });
  await tabTo(page, /^Step$/);
  await page.keyboard.press("Tab");
  const name = () => page.evaluate(() => document.activeElement.getAttribute("aria-label"));
  assert.match(await name(), /^Branch 1: the first way, 3 steps seen$/);
  await page.keyboard.press("Enter");
  await at(page, 1);
  await branches(page).locator("[aria-current=true]", { hasText: "1" }).waitFor();
  assert.match(await name(), /^Branch 1:/);
  // It is there again after the comparison.
  await page.getByRole("link", { name: "Compare" }).click();
  await page.getByRole("heading", { name: "naive" }).first().waitFor();
  await page.getByRole("link", { name: "Race", exact: true }).click();
  await way(page, 2).waitFor();
  assertClean(seen);
  await close();
});

test("as many ways as are kept have their place on the scrubber, and the foot stays a foot", async () => {
  const { page, seen, close } = await begin({ address: "?strategy=naive&users=26" });
  for (const letter of "ABCDEFGHIJKLMN") {
    await page.keyboard.press(`Shift+${letter}`);
    await at(page, 1);
    await page.keyboard.press("Home");
    await at(page, 0);
  }
  await way(page, 14).waitFor();
  assert.equal(await branches(page).getByRole("button").count(), 12);
  assert.equal(await branches(page).getByText("The last 12 are kept.").count(), 1);
  await page.keyboard.press(".");
  await at(page, 1);
  for (const [width, height] of [[320, 568], [700, 480], [1280, 800]]) {
    await page.setViewportSize({ width, height });
    const foot = await page.getByLabel("Transport", { exact: true }).boundingBox();
    assert.ok(foot.height < height / 2, `${foot.height} of ${height} px`);
    for (const number of [3, 8, 13]) {
      await way(page, number).focus();
      await assertDrawn(page, number, 0, 1);
      const box = await way(page, number).boundingBox();
      const hit = await page.evaluate(([x, y]) => document.elementFromPoint(x, y)?.textContent, [box.x + 12, box.y + 12]);
      assert.equal(hit, String(number), "what has the focus is in sight");
    }
    await assertFits(page);
  }
  await assertAccessible(page);
  assertClean(seen);
  await close();
});

test("where a page is enlarged four times, its foot leaves the window to the hall", async () => {
  const { page, seen, close } = await begin({ size: { width: 320, height: 256 } });
  await press(page, "One step");
  await at(page, 1);
  const hall = page.getByRole("region", { name: "Hall" }).getByRole("img").first();
  await hall.evaluate((it) => it.scrollIntoView({ block: "center" }));
  const { x, y, width, height } = await hall.boundingBox();
  const owner = ([x, y]) => document.elementFromPoint(x, y)?.closest("[aria-label]")?.getAttribute("aria-label");
  for (const row of [4, 128, 252].filter((row) => row > y && row < y + height)) {
    assert.notEqual(await page.evaluate(owner, [x + width / 2, row]), "Transport", `at ${row} px`);
  }
  const foot = page.getByLabel("Transport", { exact: true });
  assert.ok((await foot.boundingBox()).y >= 256, "the foot is no part of what is seen");
  await button(page, "One step").click();
  await at(page, 2);
  const stood = await foot.boundingBox();
  await page.mouse.wheel(0, -100);
  await page.waitForFunction((y) => document.querySelector("[aria-label=Transport]").getBoundingClientRect().y > y + 50, stood.y);
  assertClean(seen);
  await close();
});

test("a lane can be pressed, and its letter with Shift", async () => {
  const { page, seen, close } = await begin({ address: "?strategy=naive&users=3" });
  await button(page, "One step").click();
  await at(page, 1);
  const lanes = page.getByRole("img", { name: /^Steps 1 to 1 of/ });
  const { x, y, width, height } = await lanes.boundingBox();
  await page.mouse.click(x + width / 2, y + height / 2); // the middle one of three
  await at(page, 2);
  assert.match(await log(page).locator("[aria-current]").last().innerText(), /Bob/);
  await page.getByText("Carol", { exact: true }).first().click();
  await at(page, 3);
  assert.match(await log(page).locator("[aria-current]").last().innerText(), /Carol/);
  await page.keyboard.press("Shift+A");
  await at(page, 4);
  assert.match(await log(page).locator("[aria-current]").last().innerText(), /Alice/);
  await addressIs(page, /order=/);
  assertClean(seen);
  await close();
});

test("the transport leads to the next conflict and the next anomaly, and to the end where there is none", async () => {
  const { page, seen, close } = await begin({ address: "?strategy=optimistic&users=3" });
  await button(page, "One step").click();
  await button(page, "Next conflict").click();
  const what = () => log(page).locator("[aria-current]").last().innerText();
  await page.waitForFunction(() => /refused/.test(document.querySelector("#race [role=status]").textContent));
  assert.match(await what(), /refused/);
  await button(page, "Next anomaly").click();
  await button(page, "Play again").waitFor();
  assert.match(await says(page), /no rule is broken/);
  assert.equal(await button(page, "Next anomaly").getAttribute("aria-disabled"), "true");
  assertClean(seen);
  await close();
});

test("twice to scale and back: the steps stand where they lie in virtual time", async () => {
  const { page, seen, close } = await begin({ address: "?strategy=two-phase" });
  await seek(page, 7);
  const axis = button(page, "To scale");
  const place = () => page.evaluate(() => [...document.querySelectorAll(".moves use")].map((mark) => Math.round(mark.getBoundingClientRect().x)));
  const side = await place();
  await axis.click();
  assert.equal(await axis.getAttribute("aria-pressed"), "true");
  assert.notDeepEqual(await place(), side);
  await axis.click();
  assert.equal(await axis.getAttribute("aria-pressed"), "false");
  assert.deepEqual(await place(), side);
  assertClean(seen);
  await close();
});
