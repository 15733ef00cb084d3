// Every order, as a person explores it: in a worker, in a blob worker, in slices on the page. By roles and names.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, before, test } from "node:test";
import { SCHEMES, SIZES, assertAccessible, assertClean, assertFits, open, screenshot, start } from "./helpers.mjs";

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

test("a bar opens an order that ends so, and the lab shows when it was sealed", async () => {
  const { page, seen, close } = await begin();
  await explore(page);
  await page.getByRole("link", { name: "Show one: Sold twice, 5 tickets" }).click();
  await verdict(page).getByText("D1 is sold 5 times").or(verdict(page).getByText(/D1 is sold/)).first().waitFor();
  await page.getByText(/^Sealed by step \d+/).waitFor();
  await page.waitForURL(/clock=free&order=/);
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
  await page.waitForURL(/order=AB$/);
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
  await page.waitForURL(/order=AAdt/);
  assertClean(seen);
  await close();
});

// Ten users under two-phase: more than anybody waits for.
const HUGE = "?users=12&strategy=two-phase&want=each,&party=1&seats=4x4&want=A1,A2,A3,A4";

test("progress shows at once, and Stop stops", async () => {
  const { page, seen, close } = await begin({ address: HUGE });
  await page.getByRole("link", { name: "Explore" }).click();
  await page.evaluate(() => window.seatrace.run("users=1")); // the worker is up
  const pressed = Date.now();
  await button(page, "Explore every order").click();
  const progress = page.getByRole("region", { name: "Progress" });
  await progress.getByText("states a second").waitFor();
  assert.ok(Date.now() - pressed < 1_000, "the machine of a test may be busy, but not so busy");
  await button(progress, "Stop").click();
  await claims(page, "Stopped at your request: nothing is proved.");
  assert.equal(await progress.count(), 0);
  assertClean(seen);
  await close();
});

test("where no worker can start, the page explores in slices and stays awake", async () => {
  const prepare = (page) => page.addInitScript(() => { delete window.Worker; });
  const { page, seen, close } = await begin({ prepare });
  await explore(page);
  await claims(page, "31,200 of 31,320 orders sell a seat twice.");
  await page.goto(`${lab.host.url}${HUGE}`);
  await explore(page);
  await page.getByRole("region", { name: "Progress" }).waitFor();
  await button(page, "Stop").click();
  await claims(page, /Stopped at your request/);
  assertClean(seen);
  await close();
});

/** A page elsewhere that shows the lab in a frame of these permissions. */
async function framed(sandbox, src) {
  const html = `<!doctype html><title>Elsewhere</title><iframe title="lab" sandbox="${sandbox}" src="${src}" width="1200" height="780"></iframe>`;
  const server = createServer((_, response) => response.writeHead(200, { "content-type": "text/html" }).end(html));
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const close = () => new Promise((closed) => server.close(closed) && server.closeAllConnections());
  return { url: `http://localhost:${server.address().port}/`, close };
}

/** Notes in `window.workers` where the workers of every frame come from. */
function noteWorkers() {
  window.workers = [];
  window.Worker = class extends Worker {
    constructor(url, options) {
      super(url, options); // throws where such a worker may not be
      window.workers.push(`${url}`.replace(/:.*/, ""));
    }
  };
}

for (const [where, workers, prepare] of [
  ["a blob worker", ["blob"], (page) => page.addInitScript(noteWorkers)],
  ["the page", undefined, (page) => page.addInitScript(() => { delete window.Worker; })],
]) {
  test(`a sandboxed frame of opaque origin explores, in ${where}`, async () => {
    const elsewhere = await framed("allow-scripts", lab.host.url);
    const context = await lab.browser.newContext();
    const page = await context.newPage();
    const errors = [];
    page.on("pageerror", (error) => errors.push(error.message));
    await prepare(page);
    await page.goto(elsewhere.url);
    const frame = page.frameLocator("iframe");
    await explore(frame);
    await claims(frame, "31,200 of 31,320 orders sell a seat twice.");
    await frame.getByRole("link", { name: "Show one: Fine, 1 ticket" }).click();
    await verdict(frame).getByText(/sold once/).waitFor();
    assert.deepEqual(await page.frames()[1].evaluate(() => window.workers), workers);
    assert.deepEqual(errors, []);
    await context.close();
    await elsewhere.close();
  });
}

test("the judge lists every rule, and which of them fails where", async () => {
  const { page, seen, close } = await begin({ address: "?users=2&strategy=naive&clock=free&order=ABAB" });
  await page.keyboard.press("End");
  await button(page, "Play again").waitFor();
  await button(page, "Judge").click();
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

for (const size of SIZES) {
  for (const colorScheme of SCHEMES) {
    test(`the explorer fits and is accessible: ${size.name}, ${colorScheme}`, async () => {
      const { page, seen, close } = await begin({ size, colorScheme });
      await explore(page);
      await claims(page, "31,200 of 31,320 orders sell a seat twice.");
      await page.getByRole("slider", { name: "Switches, at most" }).waitFor();
      await screenshot(page, `explore-${size.name}-${colorScheme}`);
      await assertFits(page);
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
}
