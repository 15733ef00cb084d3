// The strategies side by side, as a person compares them: by roles and names, never by classes.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { LOOKS, addressIs, assertAccessible, assertClean, assertFits, open, screenshot, start, write } from "./helpers.mjs";
import { focused, tabTo } from "./reach.mjs";

let lab;
before(async () => { lab = await start(); });
after(() => lab?.close());

const button = (place, name) => place.getByRole("button", { name, exact: true });
const column = (page, name) => page.getByRole("region", { name, exact: true });
const scrubber = (page) => page.getByRole("slider", { name: "Step" });
const cursor = async (page) => Number(await scrubber(page).inputValue());

/** Every column stands at this step. */
const at = (page, step) => page.getByRole("status").filter({ hasText: `Step ${step} of` }).waitFor({ state: "attached" });

/** Waits until the sheet is whole: the orders of every race are tried. */
async function compared(page, strategies = 4) {
  await page.getByRole("heading", { name: "When to use which" }).waitFor();
  await page.waitForFunction((n) => {
    const cells = [...document.querySelectorAll("table td:last-child")];
    return cells.length === n && cells.every((cell) => /^(\d|not tried)/.test(cell.textContent));
  }, strategies);
}

async function begin({ address = "?view=compare", strategies = 4, ...options } = {}) {
  const opened = await open(lab, { address, ...options });
  opened.page.setDefaultTimeout(20_000);
  await compared(opened.page, strategies);
  return opened;
}

test("the way to the comparison is a mode of the page, and it begins at the end", async () => {
  const { page, seen, close } = await open(lab);
  page.setDefaultTimeout(20_000);
  await button(page, "Play the race").waitFor();
  assert.ok(![...seen.files].some((file) => /compare\.css|worker/.test(file)), "nothing of it is loaded before");
  await page.getByRole("link", { name: "Compare" }).click();
  await compared(page);
  await page.getByRole("link", { name: "Compare" }).and(page.locator("[aria-current=page]")).waitFor();
  await at(page, 16);
  assert.equal(await page.getByRole("radio", { name: "naive" }).count(), 0, "all of them are on show");
  assertClean(seen);
  await close();
});

test("the default scenario is compared with its very figures", async () => {
  const { page, seen, close } = await begin();
  const says = {
    naive: ["Two tickets for one seat", "tickets 2 for 1 seat", "turned away 3", "orders that fail 31,200 of 31,320", "The yardstick."],
    optimistic: ["One ticket, one conflict", "retries 1", "attempts per sale 6", "orders that fail 0 of 1,849,320", "Parts at step 5."],
    pessimistic: ["One ticket, one wait", "waits 1", "until all are done 59 ms", "orders that fail 0 of 54,600", "Parts at step 2."],
    "two-phase": ["One ticket, paid for", "until all are done 1,966 ms", "orders that fail 0 of 34,275,962,739,240", "Parts at step 2."],
  };
  for (const [name, words] of Object.entries(says)) {
    const text = (await column(page, name).innerText()).replace(/\s+/g, " ");
    for (const part of words) assert.ok(text.includes(part), `${name}: ${part} is not in ${text}`);
  }
  const row = page.getByRole("row", { name: /^optimistic/ });
  assert.deepEqual(await row.getByRole("cell").allInnerTexts().then((all) => all.slice(3)), [
    "1 for 1 seat", "1", "0", "59 ms", "6", "0 of 1,849,320",
  ]);
  await page.getByRole("img", { name: /D1 is sold to Alice and to Bob/ }).waitFor();
  await page.getByText("Nothing about other races can be concluded from one run").waitFor();
  assertClean(seen);
  await close();
});

test("one cursor moves all races: steps, scrubbing, and a press on where they part", async () => {
  const { page, seen, close } = await begin();
  await button(page, "Restart").click();
  await page.getByRole("status").filter({ hasText: "Before the first step." }).waitFor({ state: "attached" });
  await column(page, "naive").getByText("Nobody has stepped").waitFor();
  await button(page, "One step").click();
  await at(page, 1);
  await column(page, "naive").getByText("Alice reads D1: free.").waitFor();
  await column(page, "two-phase").getByText(/Alice reserves D1/).waitFor();
  await scrubber(page).fill("10");
  await at(page, 10);
  await column(page, "naive").getByText("Over since step 7.").waitFor();
  assert.equal(await scrubber(page).getAttribute("aria-valuetext"), "Step 10 of 16: all races");
  const parts = button(column(page, "optimistic"), "Parts at step 5.");
  await parts.click();
  await at(page, 5);
  assert.equal(await cursor(page), 5);
  assert.ok(await parts.evaluate((it) => it === document.activeElement), "the focus stays");
  await button(page, "One step back").click();
  await at(page, 4);
  assertClean(seen);
  await close();
});

test("the keys of the race drive the comparison, and the focus is never lost", async () => {
  const { page, seen, close } = await begin();
  await page.keyboard.press("Home");
  await page.keyboard.press(".");
  await page.keyboard.press("ArrowRight");
  await at(page, 2);
  await page.keyboard.press("e");
  await at(page, 5);
  await page.keyboard.press("End");
  await at(page, 16);
  await page.keyboard.press("[");
  await at(page, 5);
  await page.keyboard.press("Shift+A");
  await page.keyboard.press("p");
  await at(page, 5);
  await tabTo(page, /^Parts at step 2\./);
  await page.keyboard.press("Enter");
  await at(page, 2);
  assert.match(await focused(page), /^Parts at step 2\./, "the focus stays");
  await page.keyboard.press("]");
  await at(page, 5);
  const watch = button(page, "Watch this race: pessimistic");
  await tabTo(page, /^Watch this race: pessimistic/);
  await page.keyboard.press(",");
  await at(page, 4);
  assert.ok(await watch.evaluate((it) => it === document.activeElement));
  await page.keyboard.press("Enter");
  await page.getByRole("radio", { name: "pessimistic", checked: true }).waitFor({ state: "attached" });
  assert.equal(await cursor(page), 4);
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Play", "what was pressed is gone: the focus is not");
  assertClean(seen);
  await close();
});

test("in a large hall all places are set in turn: back to the start and to the end again, the columns are what they were", async () => {
  const { page, seen, close } = await begin({ address: "?view=compare&seats=25x40&users=50&want=random" });
  const columns = () => page.getByRole("region", { name: /^(naive|optimistic|pessimistic|two-phase)$/ }).evaluateAll((all) => all.map((it) => it.innerHTML));
  const end = await columns();
  assert.equal(end.length, 4);
  const steps = await cursor(page);
  await scrubber(page).focus();
  const same = (n) => page.waitForFunction(
    ([end, n]) => [...document.querySelectorAll("section")].filter((it) => end.includes(it.innerHTML)).length === n, [end, n]);
  await page.keyboard.press("Home");
  await same(0);
  // Some places of the start are still on their way.
  await page.keyboard.press("End");
  await at(page, steps);
  await same(end.length);
  assertClean(seen);
  await close();
});

test("it plays, pauses for good, and pauses where nobody sees it", async () => {
  const { page, seen, close } = await begin({ address: "?view=compare&pauseon=none" });
  await button(page, "Play again").click();
  await column(page, "naive").getByText("Bob reads D1: free.").waitFor();
  await button(page, "Pause").click();
  const step = await cursor(page);
  await at(page, step);
  await page.evaluate(() => {
    window.mutations = 0;
    new MutationObserver((list) => { window.mutations += list.length; })
      .observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
  });
  await page.waitForTimeout(1_500);
  assert.equal(await page.evaluate(() => window.mutations), 0, "a paused page does nothing");
  await button(page, "Play").click();
  await page.evaluate(() => {
    Object.defineProperty(document, "visibilityState", { value: "hidden", configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
  });
  await button(page, "Play").waitFor();
  await page.evaluate(() => Object.defineProperty(document, "visibilityState", { value: "visible", configurable: true }));
  for (let i = 0; i < 4; i++) await button(page, "Faster").click();
  await button(page, "Play").click();
  await button(page, "Play again").waitFor();
  await at(page, 16);
  assertClean(seen);
  await close();
});

test("a race is watched from its column, and the one that was on show comes back", async () => {
  const { page, seen, close } = await open(lab);
  page.setDefaultTimeout(20_000);
  await button(page, "Play the race").waitFor();
  await scrubber(page).fill("3");
  await page.getByRole("link", { name: "Compare" }).click();
  await compared(page);
  await at(page, 3);
  await page.keyboard.press("End");
  await at(page, 16);
  await page.getByRole("link", { name: "Race", exact: true }).click();
  await page.getByRole("radio", { name: "naive", checked: true }).waitFor({ state: "attached" });
  assert.equal(await cursor(page), 3);
  await page.getByRole("link", { name: "Compare" }).click();
  await at(page, 3);
  await button(page, "Watch this race: two-phase").click();
  await page.getByRole("radio", { name: "two-phase", checked: true }).waitFor({ state: "attached" });
  await page.getByRole("region", { name: "Hall" }).waitFor();
  assert.equal(await cursor(page), 3);
  assertClean(seen);
  await close();
});

test("a link opens the comparison, keeps saying so, and is what is shared", async () => {
  const { page, seen, close } = await begin({ address: "?users=3&view=compare&at=2" });
  await at(page, 2);
  await button(page, "3 users").click();
  const users = page.getByRole("spinbutton", { name: "Users" }).or(page.getByLabel("Users", { exact: true }));
  await write(users.first(), "2");
  await users.first().press("Enter");
  await addressIs(page, /users=2.*view=compare/);
  await compared(page);
  await page.keyboard.press("Escape");
  await button(page, "Share").click();
  await page.getByText("Whoever opens it sees its strategies side by side.").waitFor();
  assert.match(await page.getByRole("dialog").innerText(), /view=compare|side by side/);
  assertClean(seen);
  await close();
});

test("a mix stands beside its strategies alone, and one strategy says that it is alone", async () => {
  const { page, seen, close } = await begin({ address: "?mix=naive,two-phase&users=4&view=compare", strategies: 3 });
  await page.getByText("Beside the mix stands each of these strategies alone").waitFor();
  await page.getByRole("link", { name: "Watch this race: two-phase" }).click();
  await addressIs(page, /strategy=two-phase/);
  await button(page, "Play the race").waitFor();
  await page.goto(`${lab.host.url}?strategy=naive&view=compare`);
  await compared(page, 1);
  await page.getByRole("link", { name: "Compare all four" }).click();
  await compared(page, 4);
  assertClean(seen);
  await close();
});

for (const { size, colorScheme } of LOOKS) {
  test(`the comparison fits and is accessible: ${size.name}, ${colorScheme}`, async () => {
    const { page, seen, close } = await begin({ size, colorScheme });
    await screenshot(page, `compare-${size.name}-${colorScheme}`);
    await assertFits(page);
    await assertAccessible(page);
    await page.getByRole("heading", { name: "When to use which" }).scrollIntoViewIfNeeded();
    await page.getByRole("region", { name: "When to use which, scrollable" }).focus();
    await screenshot(page, `compare-table-${size.name}-${colorScheme}`);
    await scrubber(page).fill("6");
    await at(page, 6);
    await assertFits(page);
    await assertAccessible(page);
    assertClean(seen);
    await close();
  });
}
