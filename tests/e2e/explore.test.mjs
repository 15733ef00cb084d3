// Every order, as a person explores it: in a worker, in a blob worker, in slices on the page. By roles and names.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { LOOKS, addressIs, assertAccessible, assertClean, assertFits, open, screenshot, start } from "./helpers.mjs";
import { tabTo } from "./reach.mjs";

let lab;
before(async () => { lab = await start(); });
after(() => lab?.close());

const button = (place, name) => place.getByRole("button", { name, exact: true });
const claim = (place) => place.getByRole("region", { name: "Result" });
const verdict = (place) => place.getByRole("region", { name: "Verdict" });

async function begin(options) {
  const opened = await open(lab, options);
  opened.page.setDefaultTimeout(20_000);
  await button(opened.page, "Play the race").waitFor();
  return opened;
}

/** Goes to the explorer and presses its one button. */
async function explore(place) {
  await place.getByRole("link", { name: "Explore" }).click();
  await button(place, "Explore every order").click();
}

/** Waits until the claim says this. */
const claims = (place, words) => claim(place).getByRole("heading", { name: words }).waitFor();

const choose = (place, name) => place.getByRole("radio", { name }).click({ force: true });

test("the default scenario is explored, strategy by strategy, with exact counts", async () => {
  const { page, seen, close } = await begin();
  await explore(page);
  await claims(page, "31,200 of 31,320 orders sell a seat twice.");
  assert.deepEqual(page.workers().map((worker) => worker.url().includes("station.js")), [true]);
  await page.getByText("480 of 600").waitFor();
  await page.getByRole("slider", { name: "Switches, at most" }).fill("0");
  await page.getByText("0 of 120").waitFor();
  for (const [name, words] of [
    ["optimistic", /^No schedule out of [\d,]+ double-books\.$/],
    ["pessimistic", "No schedule out of 54,600 double-books."],
    ["two-phase", "No schedule out of 34,275,962,739,240 double-books."],
  ]) {
    await choose(page, name);
    await claims(page, words);
  }
  await page.getByText("A payment may be captured or declined.").waitFor();
  assertClean(seen);
  await close();
});

test("the explorer is shown when its looks have come, and does not move under the pointer", async () => {
  let deliver;
  const asked = new Promise((heard) => { deliver = heard; });
  const { page, seen, close } = await begin({
    prepare: (page) => page.route("**/explore.css*", (route) => deliver(route)),
  });
  await page.getByRole("link", { name: "Explore" }).click();
  const route = await asked;
  const pressed = page.locator("[data-do='explore:']");
  assert.ok(!(await pressed.isVisible()), "not before its looks");
  await route.continue();
  await pressed.waitFor();
  const places = await pressed.evaluate(async (it) => {
    const places = [];
    for (let frames = 0; frames < 30; frames += 1) {
      places.push(it.getBoundingClientRect().top);
      await new Promise(requestAnimationFrame);
    }
    return [...new Set(places)];
  });
  assert.equal(places.length, 1, `${places}`);
  assertClean(seen);
  await close();
});

test("the explorer is shown even if its looks never come", async () => {
  const { page, close } = await begin({
    prepare: (page) => page.route("**/explore.css*", (route) => route.abort()),
  });
  await explore(page);
  await claims(page, "31,200 of 31,320 orders sell a seat twice.");
  await close();
});

test("a bar opens an order that ends so, and the lab shows when it was sealed", async () => {
  const { page, seen, close } = await begin();
  await explore(page);
  await page.getByRole("link", { name: "Show one: Sold twice, 5 tickets" }).click();
  await verdict(page).getByText("D1 is sold 5 times").or(verdict(page).getByText(/D1 is sold/)).first().waitFor();
  await page.getByText(/^Sealed by step \d+/).waitFor();
  await addressIs(page, /clock=free&order=/);
  await page.getByRole("link", { name: "Explore" }).click();
  await button(page, "Show any: Fine, 1 ticket").click();
  await button(page, "Play again").waitFor();
  assert.match(await verdict(page).innerText(), /sold once/);
  assertClean(seen);
  await close();
});

test("beside each choice stands what can still happen after it", async () => {
  const { page, seen, close } = await begin({ address: "?users=2&strategy=naive" });
  await page.keyboard.press("Shift+A");
  const alice = page.getByRole("listitem").filter({ has: button(page, "Let Alice step") });
  const bob = page.getByRole("listitem").filter({ has: button(page, "Let Bob step") });
  await alice.getByText("1 order after it: fine in 1.").waitFor();
  await bob.getByText("2 orders after it: sold twice in 2.").waitFor();
  await button(page, "no delays count").waitFor();
  await button(page, "Let Bob step").click();
  await page.getByText(/^Sealed by step 2/).waitFor();
  await addressIs(page, /order=AB$/);
  assertClean(seen);
  await close();
});

test("a payment is answered by hand", async () => {
  const { page, seen, close } = await begin({ address: "?users=2&strategy=two-phase" });
  await button(page, "Let Alice step first").click();
  await button(page, "Alice’s payment is declined").click();
  await page.getByText(/payment is declined/i).first().waitFor();
  await button(page, "Let time pass until a hold ends").waitFor();
  await page.keyboard.press("t");
  await page.getByText(/hold .*expires/i).first().waitFor();
  await addressIs(page, /order=AAdt/);
  assertClean(seen);
  await close();
});

// Ten users under two-phase: more than anybody waits for.
const HUGE = "?users=12&strategy=two-phase&want=each,&party=1&seats=4x4&want=A1,A2,A3,A4";

test("progress shows at once, and Stop stops", async () => {
  const { page, seen, close } = await begin({ address: HUGE });
  await page.getByRole("link", { name: "Explore" }).click();
  await page.evaluate(() => window.seatrace.run("users=1")); // the worker is up
  await button(page, "Explore every order").click();
  const progress = page.getByRole("region", { name: "Progress" });
  await progress.getByText("states a second").waitFor();
  // It would go on for hours: whatever is shown is shown while it works.
  await button(progress, "Stop").click();
  await claims(page, "Stopped at your request: nothing is proved.");
  assert.equal(await progress.count(), 0);
  await button(page, "Begin again").click();
  await progress.waitFor();
  await button(progress, "Stop").click();
  assertClean(seen);
  await close();
});

test("a load test is held against every order, for as many runs as one likes", async () => {
  const { page, seen, close } = await begin({ address: "?users=2&strategy=naive&arrive=0..10m" });
  await explore(page);
  const runs = page.getByRole("region", { name: "Test runs" });
  await runs.getByText(/^A load test passes: with these delays not one of 1,000 runs sells a seat twice/).waitFor();
  const random = runs.getByRole("row", { name: /^Random/ });
  await random.getByText("over 99.9").waitFor();
  await tabTo(page, /^100$/);
  await page.keyboard.press("ArrowLeft");
  await runs.getByText("Found in 10 runs").waitFor();
  await page.keyboard.press("ArrowLeft");
  await random.getByText("50.0").waitFor();
  await runs.getByRole("radio", { name: "1", exact: true, checked: true }).waitFor();
  assertClean(seen);
  await close();
});

test("a run that goes wrong is shortened, and what was left out is said", async () => {
  const { page, seen, close } = await begin({ address: "?users=4&strategy=naive&clock=free&order=ABCDABCD" });
  await page.keyboard.press("End");
  await button(page, "Play again").waitFor();
  await page.getByRole("tab", { name: "Judge" }).click();
  await button(page, "Shortest like this").first().click();
  await addressIs(page, /sched=pct/);
  await page.getByText(/\d of 8 choices (is|are) enough/).waitFor();
  await page.getByText(/Left out:/).waitFor();
  await verdict(page).getByText(/D1 is sold/).first().waitFor();
  assertClean(seen);
  await close();
});

test("the judge lists every rule, and which of them fails where", async () => {
  const { page, seen, close } = await begin({ address: "?users=2&strategy=naive&clock=free&order=ABAB" });
  await page.keyboard.press("End");
  await button(page, "Play again").waitFor();
  await page.getByRole("tab", { name: "Judge" }).click();
  const rules = page.getByRole("list", { name: "Rules" });
  await rules.getByRole("listitem").filter({ hasText: "No seat is sold twice" }).getByText("fails at step 4").waitFor();
  await page.keyboard.press(",");
  await rules.getByRole("listitem").filter({ hasText: "No seat is sold twice" }).getByText("holds so far").waitFor();
  assertClean(seen);
  await close();
});

test("run(query) returns what the terminal prints, and says what is wrong", async () => {
  const { page, seen, close } = await begin();
  const runs = await page.evaluate(() => window.seatrace.run("strategy=naive,two-phase&users=2"));
  assert.deepEqual(runs.map((run) => run.strategy), ["naive", "two-phase"]);
  assert.ok(runs[0].v === 1 && runs[0].events.length > 0 && Number.isInteger(runs[0].outcome.tickets));
  const problem = await page.evaluate(() => window.seatrace.run("users=none").catch((error) => error.message));
  assert.match(problem, /users=none/);
  assertClean(seen);
  await close();
});

for (const { size, colorScheme } of LOOKS) {
  test(`the explorer fits and is accessible: ${size.name}, ${colorScheme}`, async () => {
    const { page, seen, close } = await begin({ size, colorScheme });
    await explore(page);
    await claims(page, "31,200 of 31,320 orders sell a seat twice.");
    await page.getByRole("slider", { name: "Switches, at most" }).waitFor();
    await screenshot(page, `explore-${size.name}-${colorScheme}`);
    await assertFits(page);
    if (size.name === "wide") assert.equal(await page.evaluate(() => document.documentElement.scrollHeight), size.height, "only the sheet scrolls");
    await assertAccessible(page);
    await choose(page, "two-phase");
    await claims(page, /34,275,962,739,240/);
    await screenshot(page, `proof-${size.name}-${colorScheme}`);
    await assertFits(page);
    await page.getByRole("link", { name: "Show one: Fine, 1 ticket", exact: true }).click();
    await button(page, "Play again").waitFor();
    await page.getByText("Safe: nothing can go wrong any more.").waitFor();
    await screenshot(page, `future-${size.name}-${colorScheme}`);
    await assertFits(page);
    await assertAccessible(page);
    assertClean(seen);
    await close();
  });
}
