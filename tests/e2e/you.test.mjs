// You in the race: take a place, press seats, pay, and share what came of it.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { BROWSER, LOOKS, SIZES, addressIs, addressOf, assertAccessible, assertClean, assertFits, open, screenshot, start } from "./helpers.mjs";
import { PLACES, button } from "./places.mjs";
import { tabTo } from "./reach.mjs";

let lab;
before(async () => { lab = await start(); });
after(() => lab?.close());

const shop = (page) => page.getByRole("region", { name: "Your place" });
const says = (page, words) => shop(page).getByRole("heading", { name: words }).waitFor();
const seat = (page, name) => page.getByRole("grid", { name: "Seats" }).getByRole("gridcell", { name: new RegExp(`^${name},`) });

/** A race of people, quick ones, in a hall where the last row is nobody's; the person is Dave. */
const QUICK = "?v=1&users=4&seats=4x6&want=A1&arrive=200..900&think=300..800&pay=400..900&hold=20s&you=D";

async function sit(options) {
  const opened = await open(lab, options);
  opened.page.setDefaultTimeout(15_000);
  await PLACES.you(opened.page);
  return opened;
}

test("a seat is chosen, held and paid for, and the link replays the race", async () => {
  const { page, seen, close } = await sit({ address: `${QUICK}&strategy=two-phase` });
  await seat(page, "Row D, seat 6").click();
  await says(page, "You have chosen D6.");
  await button(shop(page), "Hold D6").click();
  await says(page, "D6 is held for you.");
  const form = shop(page).getByRole("group", { name: "Payment, simulated" });
  await form.getByText("1 ticket").waitFor();
  await form.getByRole("definition").filter({ hasText: /^D6$/ }).waitFor();
  await form.getByRole("definition").filter({ hasText: /^1\d(\.\d)? s$/ }).waitFor();
  await form.getByText(/No card is asked for/).waitFor();
  // It counts down for the eye; read aloud, ten times a second would be too often.
  const left = shop(page).getByRole("timer");
  assert.equal(await left.getAttribute("aria-live"), "off");
  const before = parseFloat(await left.innerText());
  await page.waitForFunction((before) => parseFloat(document.querySelector("[role=timer]").textContent) < before - 0.5, before);
  await button(shop(page), "Pay").click();
  await says(page, "D6 is yours.");
  // It runs on by itself, and may be over before anybody looks.
  await button(page, "Let it run").or(button(page, "Pause")).or(button(page, "Play again")).first().waitFor();
  await button(page, "Play again").waitFor({ timeout: 30_000 });
  await button(shop(page), "Race again").waitFor();
  const order = await page.getByRole("main").getAttribute("data-order");
  assert.match(order, /w\d+/, "the waits are a part of it");
  await addressIs(page, /clicks=D6/);
  await addressIs(page, /order=/);
  const url = await addressOf(page);
  assert.ok(seen.problems.length === 0, seen.problems.join("\n"));
  await close();
  const again = await open(lab, { address: new URL(url).search });
  await button(again.page, "Play the race").waitFor();
  await again.page.keyboard.press("End");
  await button(again.page, "Play again").waitFor();
  assert.equal(await again.page.getByRole("main").getAttribute("data-order"), order);
  await again.close();
});

test("a lost update is told as a shop would tell it, and as it was", async () => {
  // Everybody has looked before anybody writes: Dave writes last.
  const { page, seen, close } = await sit({ address: `${QUICK}&strategy=naive&think=2s` });
  await seat(page, "Row A, seat 1").click();
  await button(shop(page), "Look at A1").click();
  await says(page, "A1 is free.");
  await button(page, "Pause").waitFor();
  // The others write after two seconds.
  await page.getByRole("region", { name: "Verdict" }).getByText(/A1 is sold/).waitFor();
  await button(shop(page), "Book A1").click();
  await says(page, /^A1 is yours\. It is .*, too\.$/);
  await shop(page).getByText(/The shop said: “Booking successful”/).waitFor();
  assertClean(seen);
  await close();
});

test("everything can be done by keyboard", async () => {
  const { page, seen, close } = await sit({ address: `${QUICK}&strategy=optimistic&arrive=5s` });
  const grid = page.getByRole("grid", { name: "Seats" });
  assert.equal(await grid.locator("[tabindex='0']").count(), 1);
  await tabTo(page, /^Row A, seat 1,/);
  const at = () => page.evaluate(() => document.activeElement.getAttribute("aria-label"));
  for (const [key, name] of [["ArrowDown", "Row B, seat 1"], ["End", "Row B, seat 6"], ["ArrowRight", "Row B, seat 6"],
    ["Control+End", "Row D, seat 6"], ["Home", "Row D, seat 1"], ["ArrowUp", "Row C, seat 1"], ["Control+Home", "Row A, seat 1"]]) {
    await page.keyboard.press(key);
    assert.match(await at(), new RegExp(`^${name}, free`), key);
  }
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await says(page, "You have chosen B1.");
  assert.match(await at(), /^Row B, seat 1, free, chosen by you$/);
  await page.keyboard.press(" ");
  await says(page, "Choose a seat.");
  await page.keyboard.press("Enter");
  await says(page, "You have chosen B1.");
  for (const does of [/^Look at B1$/, /^Book B1$/]) {
    await tabTo(page, does);
    await page.keyboard.press("Enter");
  }
  await says(page, "B1 is yours.");
  const names = await grid.getByRole("gridcell").evaluateAll((all) => all.map((cell) => cell.getAttribute("aria-label")));
  for (const name of names) assert.match(name, /^Row [A-Z]+, seat \d+, (free|held by .+|sold to .+|double-sold to .+ and .+)/);
  assertClean(seen);
  await close();
});

test("pages and ends of the grid of seats", async () => {
  const { page, seen, close } = await sit({ address: `${QUICK.replace("4x6", "13x6")}&strategy=naive` });
  const at = () => page.evaluate(() => document.activeElement.getAttribute("aria-label"));
  await tabTo(page, /^Row A, seat 1,/);
  await page.keyboard.press("ArrowRight");
  const step = (await page.getByRole("slider", { name: "Step" }).inputValue());
  for (const [key, name] of [["PageDown", "Row F, seat 2"], ["PageDown", "Row K, seat 2"], ["PageDown", "Row M, seat 2"],
    ["PageDown", "Row M, seat 2"], ["PageUp", "Row H, seat 2"], ["PageUp", "Row C, seat 2"], ["PageUp", "Row A, seat 2"],
    ["Control+End", "Row M, seat 6"], ["PageUp", "Row H, seat 6"], ["Control+Home", "Row A, seat 1"]]) {
    await page.keyboard.press(key);
    assert.match(await at(), new RegExp(`^${name}, free`), key);
    assert.equal(await page.getByRole("grid", { name: "Seats" }).locator("[tabindex='0']").count(), 1, key);
  }
  assert.equal(await page.getByRole("slider", { name: "Step" }).inputValue(), step, "these keys are the grid's");
  assertClean(seen);
  await close();
});

const NARROW = { name: "narrow", width: 320, height: 568 };
const field = (page) => shop(page).getByRole("textbox", { name: "Seat", exact: true });
const chosen = (page) => shop(page).getByRole("list", { name: "Your seats" });

/** Touches something as a finger does. */
async function touch(page, locator) {
  if (BROWSER !== "chromium") return locator.click();
  await locator.scrollIntoViewIfNeeded();
  const { x, y, width, height } = await locator.boundingBox();
  assert.ok(width >= 24 && height >= 24, `${width} by ${height}`);
  const browser = await page.context().newCDPSession(page);
  await browser.send("Emulation.setTouchEmulationEnabled", { enabled: true });
  await browser.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [{ x: x + width / 2, y: y + height / 2 }] });
  await browser.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  await browser.send("Emulation.setTouchEmulationEnabled", { enabled: false });
  await browser.detach();
}

for (const [seats, last, middle] of [["10x20", "J20", "E13"], ["40x60", "AN60", "T31"]]) {
  const query = `${QUICK.replace("4x6", seats)}&strategy=two-phase&arrive=20s`;

  test(`any seat of ${seats} can be touched at 320 px`, async () => {
    const { page, seen, close } = await sit({ size: NARROW, address: query });
    for (const name of [last, "A2", middle]) {
      await touch(page, field(page));
      assert.ok(await field(page).evaluate((it) => it === document.activeElement));
      await field(page).pressSequentially(name.toLowerCase());
      await shop(page).getByText(`${name} is free.`).waitFor();
      await touch(page, button(shop(page), `Choose ${name}`));
      await chosen(page).getByRole("listitem").filter({ hasText: name }).waitFor();
      assert.equal(await field(page).inputValue(), "", "ready for the next");
    }
    await says(page, `You have chosen ${last}, A2 and ${middle}.`);
    // What was chosen last is drawn, and pressed there.
    const row = /^[A-Z]+/.exec(middle)[0];
    await seat(page, `Row ${row}, seat ${middle.slice(row.length)}`).and(page.getByRole("gridcell", { name: /chosen by you/ })).waitFor();
    await addressIs(page, new RegExp(`clicks=${last}\\.A2\\.${middle}(&|$)`));
    await touch(page, button(chosen(page), "Remove A2"));
    await says(page, `You have chosen ${last} and ${middle}.`);
    await assertFits(page);
    await assertAccessible(page);
    await screenshot(page, `you-narrow-${seats}`);
    assertClean(seen);
    await close();
  });

  test(`any seat of ${seats} can be chosen by keyboard alone`, async () => {
    const { page, seen, close } = await sit({ size: NARROW, address: query });
    const isIn = (locator) => locator.evaluate((it) => it === document.activeElement);
    await tabTo(page, /^Seat$/);
    assert.ok(await isIn(field(page)), "it is reached by the Tab key");
    // Enter counts for the whole name, however fast it comes.
    await page.keyboard.type(last);
    await page.keyboard.press("Enter");
    await says(page, `You have chosen ${last}.`);
    assert.ok(await isIn(field(page)), "the next name can be typed");
    await page.keyboard.type("ZZ9");
    await page.keyboard.press("Enter");
    await shop(page).getByText(/^There is no row ZZ: the rows are A to /).waitFor();
    await page.keyboard.press("Control+A");
    await page.keyboard.type(last.toLowerCase());
    await shop(page).getByText(`You have chosen ${last} already.`).waitFor();
    await page.keyboard.press("Enter");
    await says(page, "Choose a seat.");
    for (const name of ["A2", middle]) {
      await page.keyboard.type(name);
      await page.keyboard.press("Enter");
      await chosen(page).getByRole("listitem").filter({ hasText: name }).waitFor();
    }
    await tabTo(page, /^Remove A2 /);
    await page.keyboard.press("Enter");
    await says(page, `You have chosen ${middle}.`);
    for (const [does, words] of [[`Hold ${middle}`, `${middle} is held for you.`], ["Pay", `${middle} is yours.`]]) {
      await tabTo(page, new RegExp(`^${does}$`));
      await page.keyboard.press("Enter");
      await says(page, words);
    }
    assertClean(seen);
    await close();
  });
}

test("whoever leaves the place finds the race as any other", async () => {
  const { page, seen, close } = await sit();
  await button(shop(page), "Give Frank the place back").click();
  await says(page, "Frank’s place is yours.");
  await button(page, "Play the race").waitFor();
  assert.equal(await page.getByRole("grid", { name: "Seats" }).count(), 0);
  await button(shop(page), "Take it").click();
  await says(page, "Choose a seat.");
  assertClean(seen);
  await close();
});

test("nothing moves away from under a pointer when the worker has come and says that a place is free", async () => {
  for (const size of SIZES) for (const address of [`${QUICK}&strategy=two-phase`, "?s=your-turn"]) {
    let deliver;
    const asked = new Promise((resolve) => { deliver = resolve; });
    const prepare = (page) => page.route("**/worker_bg.wasm*", async (route) => deliver(route));
    const { page, seen, close } = await open(lab, { address, size, prepare });
    const race = page.getByRole("main");
    await button(page, "Play the race").waitFor();
    const worker = await asked;
    const before = await race.boundingBox();
    await worker.continue();
    await shop(page).getByRole("heading", { name: /’s place is yours\.$/ }).waitFor();
    await page.waitForFunction(() => [...document.styleSheets].some(({ href }) => /shop\.css/.test(href)));
    assert.deepEqual(await race.boundingBox(), before, `${address} ${size.name}`);
    assertClean(seen);
    await close();
  }
});

for (const { size, colorScheme } of LOOKS) {
  test(`it fits and is accessible: ${size.name}, ${colorScheme}`, async () => {
    const { page, seen, close } = await sit({ size, colorScheme, address: `${QUICK}&strategy=two-phase` });
    await seat(page, "Row C, seat 3").click();
    await says(page, "You have chosen C3.");
    await screenshot(page, `you-${size.name}-${colorScheme}-choose`);
    await assertFits(page);
    await assertAccessible(page);
    await button(shop(page), "Hold C3").click();
    await says(page, "C3 is held for you.");
    await button(page, "Pause").click();
    await screenshot(page, `you-${size.name}-${colorScheme}-pay`);
    await assertFits(page);
    await assertAccessible(page);
    const { width, height } = await seat(page, "Row A, seat 1").boundingBox();
    assert.ok(width >= 24 && height >= 24, `${width} by ${height}`);
    assertClean(seen);
    await close();
  });
}
