// What is read aloud, how often and how soon; and that nothing flashes.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assertSpare, heard, listen } from "./aloud.mjs";
import { alone } from "./course.mjs";
import { assertClean, start } from "./helpers.mjs";
import { PLACES, begin, button } from "./places.mjs";

let lab;
before(async () => { lab = await start(); });
after(() => lab?.close());

/** So soon after a step it is read aloud, in ms. */
const SOON = 300;
/** What is said later than this after a step is not of that step, in ms. */
const LATE = 400;

/** Presses a key that leads to a step, and gives what was said of it, and how many ms after the key. */
async function steps(page, key, shown) {
  await heard(page);
  await page.evaluate(() => document.addEventListener("keydown", () => { window.pressed = performance.now(); }, { capture: true, once: true }));
  await page.keyboard.press(key);
  await shown();
  await page.evaluate((ms) => new Promise((passed) => { setTimeout(passed, ms); }), LATE);
  const pressed = await page.evaluate(() => window.pressed);
  return (await heard(page)).map(({ at, ...said }) => ({ ...said, after: at - pressed }));
}

/** The middle of some numbers: one that the machine was busy at does not count. */
const middle = (numbers) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

test("each step by hand is said once, soon, and by nobody else", async () => {
  // Beside the race everything that follows it is open: a tab of the worker, and a branch.
  const { page, seen, close } = await begin(lab, { address: "?users=3&strategy=naive&clock=free&order=ABABC" });
  await page.keyboard.press("Shift+B");
  await page.keyboard.press("Home");
  await page.getByRole("tab", { name: "Seat", exact: true }).click();
  await page.getByRole("tabpanel", { name: "Seat" }).getByRole("heading", { name: "D1" }).waitFor();
  await listen(page);
  const times = [];
  for (const [key, step] of [[".", 1], [".", 2], ["Shift+C", 3], [",", 2], [".", 3], ["]", 4]]) {
    const said = await steps(page, key, () => page.getByRole("region", { name: "Hall" }).getByText(new RegExp(`step \\d+,`)).waitFor());
    assert.equal(said.length, 1, `${key}, to step ${step}: ${JSON.stringify(said)}`);
    assert.ok(!said[0].loud, "nobody is interrupted");
    times.push(said[0].after);
  }
  assert.ok(middle(times) <= SOON, `${times} ms`);
  assertClean(seen);
  await close();
});

test("each step of all races side by side is said once, soon", async () => {
  const { page, seen, close } = await begin(lab);
  await PLACES.compare(page);
  await page.keyboard.press("Home");
  await listen(page);
  const times = [];
  for (let step = 1; step <= 3; step++) {
    const said = await steps(page, ".", () => page.waitForFunction((step) => Number(document.querySelector("input[aria-label=Step]").value) === step, step));
    assert.equal(said.length, 1, JSON.stringify(said));
    times.push(said[0].after);
  }
  assert.ok(middle(times) <= SOON, `${times} ms`);
  assertClean(seen);
  await close();
});

test("who takes part hears what was chosen, held and paid, and no clock", async () => {
  const QUICK = "?v=1&users=4&seats=4x6&want=A1&arrive=5s&think=300..800&pay=400..900&hold=20s&you=D&strategy=two-phase";
  const { page, seen, close } = await begin(lab, { address: QUICK });
  await PLACES.you(page);
  const shop = page.getByRole("region", { name: "Your place" });
  await listen(page);
  const hears = async (pattern) => {
    await page.waitForFunction(({ source }) => window.said.some(({ text }) => new RegExp(source).test(text)), { source: pattern.source });
    return (await heard(page)).filter(({ text }) => pattern.test(text)).length;
  };
  await page.getByRole("gridcell", { name: /^Row D, seat 6,/ }).click();
  assert.equal(await hears(/You have chosen D6\./), 1);
  await button(shop, "Hold D6").click();
  assert.ok(await hears(/D6 is held for you\./) <= 2, "the hold, and that it can be paid now");
  // While its time passes nothing of it is said.
  const left = shop.getByRole("timer");
  const before = parseFloat(await left.innerText());
  await page.waitForFunction((before) => parseFloat(document.querySelector("[role=timer]").textContent) < before - 1, before);
  assert.deepEqual((await heard(page)).filter(({ text }) => /held for you/.test(text)), []);
  await button(shop, "Pay").click();
  assert.ok(await hears(/D6 is yours\./) <= 2);
  assertClean(seen);
  await close();
});

test("who takes part against others hears what was held once, nothing of their steps, and is not disturbed while paying", async () => {
  const BUSY = "?v=1&users=12&seats=4x6&want=each&arrive=0..5s&think=300..800&pay=400..900&hold=20s&you=L&strategy=two-phase";
  const { page, seen, close } = await begin(lab, { address: BUSY });
  await PLACES.you(page);
  const shop = page.getByRole("region", { name: "Your place" });
  await page.getByRole("gridcell", { name: /^Row D, seat 6,/ }).click();
  await listen(page);
  await button(shop, "Hold D6").click();
  await page.waitForFunction(() => window.said.some(({ text }) => /D6 is held for you\./.test(text)));
  await heard(page);
  const [pay, step] = [await button(shop, "Pay").elementHandle(), page.getByRole("slider", { name: "Step" })];
  const others = 8 + Number(await step.inputValue());
  const began = performance.now();
  await page.waitForFunction((others) => Number(document.querySelector("input[aria-label=Step]").value) >= others, others);
  assertSpare(await heard(page), performance.now() - began);
  assert.ok(await pay.evaluate((it) => it.isConnected), "the very button that the mouse is over");
  await pay.click();
  await shop.getByRole("heading", { name: "D6 is yours." }).waitFor();
  const paid = performance.now();
  await heard(page);
  await button(page, "Play again").waitFor();
  assertSpare(await heard(page), performance.now() - paid);
  assertClean(seen);
  await close();
});

test("in a narrow frame each step is read aloud in every view", async () => {
  const size = { width: 320, height: 400 };
  const { page, seen, close } = await alone(lab, "?v=1&s=five-users", { size });
  await button(page, "Play").waitFor();
  await listen(page);
  for (const [at, view] of ["Lanes", "Log", "Events"].entries()) {
    await page.getByRole("tab", { name: view, exact: true }).click();
    await page.getByRole("tabpanel", { name: view, exact: true }).waitFor();
    await heard(page);
    await page.keyboard.press(".");
    await page.waitForFunction(() => window.said.length > 0);
    const said = (await heard(page)).map(({ text }) => text);
    assert.equal(said.length, 1, `${view}: ${said}`);
    assert.match(said[0], /^(Alice|Bob|Carol|Dave|Eve) (reads|writes) D1/, `step ${at + 1}`);
  }
  assertClean(seen);
  await close();
});

// -- flashes -----------------------------------------------------------------------------------------------------

/** At the highest speed a step takes so long, in ms. */
const BEAT = 600 / 16;
/** What may flash so often within a second, and how large what flashes more often may be: WCAG 2.2, 2.3.1, of a window of 341 by 256. */
const FLASHES_MAX = 3;
const FIELD = [341, 256];
const LARGE = 0.25;
/** Drawings are looked at in squares of this side. */
const CELL = 8;

/** The relative luminance of each square of the pictures, each as a list of rows. */
const luminances = (page, images, { width, height }) => page.evaluate(async ({ images, columns, rows }) => {
  const linear = (c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
  const all = [];
  for (const base64 of images) {
    const image = await createImageBitmap(new Blob([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], { type: "image/jpeg" }));
    const canvas = new OffscreenCanvas(columns, rows).getContext("2d");
    canvas.imageSmoothingQuality = "high";
    canvas.drawImage(image, 0, 0, columns, rows);
    const { data } = canvas.getImageData(0, 0, columns, rows);
    all.push(Array.from({ length: columns * rows }, (_, i) => 0.2126 * linear(data[4 * i] / 255) + 0.7152 * linear(data[4 * i + 1] / 255) + 0.0722 * linear(data[4 * i + 2] / 255)));
  }
  return all;
}, { images, columns: width / CELL, rows: height / CELL });

/** When a square flashes, by number of picture: a change by a tenth to or from what is not bright, and back. */
function flashes(values) {
  const turns = [];
  let [from, direction] = [values[0], 0];
  for (const [at, value] of values.entries()) {
    const change = value - from;
    const goesOn = Math.sign(change) === direction;
    if (goesOn && direction !== 0) from = value;
    if (!goesOn && Math.abs(change) >= 0.1 && Math.min(value, from) < 0.8) {
      turns.push(at);
      [from, direction] = [value, Math.sign(change)];
    }
  }
  return turns.filter((_, i) => i % 2 === 1);
}

/** The largest part of any field of view that flashes too often within a second. */
function flashing(all, { width, height }) {
  const [columns, rows] = [width / CELL, height / CELL];
  const second = Math.round(1000 / BEAT);
  const tooOften = (ends) => ends.some((end, i) => ends[i + FLASHES_MAX] !== undefined && ends[i + FLASHES_MAX] - end < second);
  const bad = Array.from({ length: columns * rows }, (_, i) => tooOften(flashes(all.map((values) => values[i]))));
  const [wide, high] = FIELD.map((px) => Math.floor(px / CELL));
  let most = 0;
  for (let top = 0; top + high <= rows; top += 4) {
    for (let left = 0; left + wide <= columns; left += 4) {
      let count = 0;
      for (let y = top; y < top + high; y++) for (let x = left; x < left + wide; x++) count += bad[y * columns + x];
      most = Math.max(most, count / (wide * high));
    }
  }
  return most;
}

/** Races in which much is drawn: conflicts, holds all over the hall that end, and a queue for one lock. */
const FLASHY = {
  "three strategies": ["dark", "users=24&want=D1.D2,D2.D1&mix=naive,optimistic,two-phase&version=seat&hold=1s&seed=3"],
  "fifty users and their holds": ["dark", "users=50&want=random&strategy=two-phase&hold=1s&seed=1"],
  "a queue": ["light", "users=24&strategy=pessimistic&seed=1"],
};

for (const [name, [colorScheme, query]] of Object.entries(FLASHY)) test(`at the highest speed nothing large flashes more than three times a second: ${name}`, async () => {
  const size = { width: 1024, height: 768 };
  // Step by step, each drawing at its end: no machine draws more of them than these.
  const address = `?${query}&sched=random&clock=free`;
  const { page, seen, close } = await begin(lab, { size, colorScheme, reducedMotion: "reduce", address });
  const images = [];
  for (let step = 0; step < 29; step++) {
    images.push((await page.screenshot({ caret: "initial", type: "jpeg", quality: 90 })).toString("base64"));
    await page.keyboard.press(".");
  }
  const step = Number(await page.getByRole("slider", { name: "Step" }).inputValue());
  assert.ok(step > 25 && new Set(images).size > 25, `it goes on, to step ${step}: ${new Set(images).size} drawings`);
  const part = flashing(await luminances(page, images, size), size);
  assert.ok(part < LARGE, `${Math.round(100 * part)} % of a field`);
  assertClean(seen);
  await close();
});

test("what flashes is seen by the test before", () => {
  const size = { width: 400, height: 320 };
  const dark = Array.from({ length: 50 * 40 }, () => 0.1);
  const light = dark.map((_, i) => (i % 50 < 30 ? 0.9 : 0.1));
  assert.ok(flashing(Array.from({ length: 30 }, (_, i) => (Math.floor(i / 3) % 2 ? light : dark)), size) > LARGE, "4.4 times a second");
  assert.equal(flashing(Array.from({ length: 30 }, (_, i) => (Math.floor(i / 5) % 2 ? light : dark)), size), 0, "2.7 times");
  assert.equal(flashing(Array.from({ length: 30 }, (_, i) => (i < 15 ? dark : light)), size), 0, "once");
});
