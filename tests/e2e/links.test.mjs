// Links: what they ask of the page, what they claim, and what becomes of those that were changed on their way.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { ROOT, SIZES, addressIs, addressOf, assertAccessible, assertClean, assertFits, edit, open, screenshot, start, write } from "./helpers.mjs";

let lab;
before(async () => { lab = await start(); });
after(() => lab?.close());

const NAIVE = "?v=1&strategy=naive&users=2&clock=free&order=ABAB";
const LONG = "?v=1&users=3&strategy=two-phase&clock=free#x1.BAAFggoHAWw.16PWJ81";
const button = (page, name) => page.getByRole("button", { name, exact: true });
const step = (page) => page.getByRole("slider", { name: "Step" });
const at = (page) => step(page).inputValue();
const banner = (page, words) => page.getByRole("status").filter({ hasText: words }).first();

async function begin(options) {
  const opened = await open(lab, options);
  opened.page.setDefaultTimeout(15_000);
  await button(opened.page, "One step").waitFor({ state: "attached" });
  return opened;
}

/** Opens another link in the same page, as going back does. */
const go = (page, address) =>
  page.evaluate((link) => {
    history.replaceState(null, "", link);
    dispatchEvent(new PopStateEvent("popstate"));
  }, address);

test("a link opens at its step, in its view and colours, and the address stays as it was written", async () => {
  const address = `${NAIVE}&at=3&theme=contrast&view=log&motion=off&keys=0&utm_source=x`;
  const { page, seen, close } = await begin({ address });
  assert.equal(await at(page), "3");
  const root = page.locator("html");
  assert.equal(await root.getAttribute("data-theme"), "contrast");
  assert.equal(await root.getAttribute("data-motion"), "off");
  await page.getByRole("tabpanel", { name: "Log" }).getByText(/Alice/).first().waitFor();
  await page.keyboard.press("End");
  assert.equal(await at(page), "3", "keys=0: no key moves the race");
  await button(page, "One step").click();
  assert.equal(await at(page), "4");
  assert.ok((await addressOf(page)).endsWith(address), await addressOf(page));
  await go(page, `${NAIVE}&at=first-anomaly`);
  await page.getByRole("region", { name: "Verdict" }).getByText(/D1 is sold twice/).waitFor();
  assertClean(seen);
  await close();
});

test("what a link says of the page stays in the address when the scenario changes", async () => {
  const { page, seen, close } = await begin({ address: "?v=1&theme=dark&at=2&d=00000000" });
  await banner(page, "Not confirmed: the outcome differs.").waitFor();
  const users = (await edit(page)).getByLabel(/^Users/);
  await write(users, "3");
  await users.press("Tab");
  await addressIs(page, /\?v=1&users=3&theme=dark$/);
  assert.equal(await page.getByText("Not confirmed").isVisible(), false, "the claim was of another race");
  assertClean(seen);
  await close();
});

test("a link that plays does so, but not where nothing is to move", async () => {
  for (const [{ motion = "", ...options }, plays] of [[{}, true], [{ reducedMotion: "reduce" }, false], [{ motion: "&motion=off" }, false]]) {
    const address = `?v=1&users=2&strategy=optimistic&speed=16&play=1${motion}`;
    const { page, seen, close } = await begin({ address, ...options });
    if (plays) await button(page, "Play again").waitFor();
    else assert.equal(await at(page), "0");
    if (!plays) await button(page, "Play the race").waitFor();
    assertClean(seen);
    await close();
  }
});

test("a run that a link is about is made again, and the page says whether the same comes out", async () => {
  const { page, seen, close } = await begin();
  const [{ digest }] = await page.evaluate((query) => window.seatrace.run(query), NAIVE);
  await go(page, `${NAIVE}&d=${digest}&at=end`);
  await banner(page, "Confirmed. D1 is sold twice").waitFor();
  await screenshot(page, "link-confirmed");
  await assertAccessible(page);
  await go(page, `${NAIVE.replace("ABAB", "A3B2")}&d=${digest}`);
  await banner(page, "Not confirmed: the outcome differs.").waitFor();
  await screenshot(page, "link-differs");
  await go(page, "?v=1&strategy=optimistic&users=3&clock=free&claim=double-booking.0.150&view=explore");
  await banner(page, "This link says: 0 of 150 orders sell a seat twice.").waitFor();
  await button(page, "Check it: try every order").click();
  await banner(page, "Confirmed. 0 of 150 orders sell a seat twice.").waitFor();
  await screenshot(page, "link-claim");
  await go(page, "?v=1");
  await page.getByText("Confirmed.").waitFor({ state: "detached" }); // this link claims nothing
  assertClean(seen);
  await close();
});

test("an order behind # is read, with its note, and the address keeps it", async () => {
  const address = `${LONG}&n=look%20at%20%3Cb%3EBob%3C%2Fb%3E#?secret=abc`;
  const { page, seen, close } = await begin({ address });
  await page.getByText("look at <b>Bob</b>").waitFor();
  await page.getByText("order given").waitFor();
  await page.keyboard.press("End");
  assert.match(await page.getByRole("main").and(page.locator("#race")).getAttribute("data-order"), /^AAp/);
  await page.waitForFunction(() => performance.now() > 2_000); // longer than the address takes to settle
  assert.ok((await addressOf(page)).endsWith(address), await addressOf(page));
  assertClean(seen);
  await close();
});

test("a link that was cut off anywhere gives the same run, or says what is missing", async () => {
  const { page, seen, close } = await begin();
  const whole = LONG.slice(LONG.indexOf("#"));
  const query = LONG.slice(0, LONG.indexOf("#"));
  for (let length = 4; length < whole.length; length += 1) {
    await go(page, "?v=1");
    await go(page, query + whole.slice(0, length));
    await banner(page, "The order of this link is incomplete.").waitFor();
  }
  for (let length = 0; length <= NAIVE.length; length += 1) {
    await go(page, NAIVE.slice(0, length) || "?");
    await step(page).waitFor();
  }
  await step(page).waitFor();
  assert.equal(await page.getByText("order given").count(), 1, "the last of them is whole");
  assertClean(seen);
  await close();
});

test("a query of any content opens a working page", async () => {
  const { page, seen, close } = await begin();
  // A generator of its own, so that a failure can be met again.
  let state = 20_261_125;
  const below = (n) => (state = (state * 48_271) % 2_147_483_647) % n;
  const names = "v s strategy mix users seats seed want party arrive lat think attempts hold expiry pay crash clock sched order you clicks d claim at play loop view theme".split(" ");
  const pieces = ["", "0", "1", "x", "-1", "1e9", "99999999999999999999", "naive", "ABAB", "D1.D2", "%", "%00", "%ff", "é", "<b>", "&amp;", "=", "??", "a.b.c", "2..1", "10x", "😀"];
  const piece = () => pieces[below(pieces.length)];
  for (let round = 0; round < 150; round += 1) {
    const pairs = Array.from({ length: 1 + below(6) }, () => `${names[below(names.length)]}=${piece()}${piece()}`);
    const link = `?${pairs.join("&")}`;
    await go(page, link);
    const works = await page.evaluate(() => document.querySelector("input[aria-label=Step]") !== null || document.body.innerText.includes("newer seatrace"));
    assert.ok(works, link);
  }
  assertClean(seen);
  await close();
});

test("what other programs do to links is seen through", async () => {
  const { page, seen, close } = await begin();
  for (const [link, users] of [
    ["?USERS=3&Strategy=NAIVE", 3],
    ["?v=1&users=4&utm_source=a&fbclid=b&lang=de&userid=5", 4],
    ["??users=3", 3],
    ["?users=2&amp;strategy=naive", 2],
    ["?users=3&think=10..50#?secret=abc", 3],
    ["?users=3#race?userid=5&lang=de", 3],
  ]) {
    await go(page, link);
    await page.getByRole("region", { name: "Scenario" }).getByText(`${users} users`).waitFor();
  }
  await go(page, "?users=2+3&theme=neon");
  await page.getByRole("status").getByText(/theme=neon is not valid/).waitFor();
  assertClean(seen);
  await close();
});

for (const size of [SIZES[0], SIZES[3]]) {
  test(`a link from a newer version is not guessed at: ${size.name}`, async () => {
    const { page, seen, close } = await open(lab, { address: "?v=2&users=3&order=ABC", size });
    await page.getByRole("heading", { name: "This link was made by a newer seatrace." }).waitFor();
    assert.equal(await page.getByRole("slider").count(), 0);
    await screenshot(page, `link-newer-${size.name}`);
    await assertFits(page);
    await assertAccessible(page);
    await button(page, "Show what this page understands of it").click();
    await button(page, "Play the race").waitFor();
    assert.equal(await page.locator("ol[aria-label=Cast] > li").count(), 3);
    assertClean(seen);
    await close();
  });
}

test("links that were ever handed out run here as they did", async () => {
  const { page, seen, close } = await begin();
  const rows = readFileSync(join(ROOT, "tests", "legacy_urls.toml"), "utf8").split("[[link]]").slice(1);
  const field = (row, name) => JSON.parse(row.match(new RegExp(`^${name} = (.*)$`, "m"))[1]);
  const wanted = rows.map((row) => [field(row, "canonical"), field(row, "digests")]);
  const runs = await page.evaluate(
    (queries) => Promise.all(queries.map(async (query) => (await window.seatrace.run(query)).map((run) => run.digest))),
    wanted.map(([canonical]) => canonical.replace(/&(d|claim|at|play|speed|view|theme|motion|keys)=[^&]*/g, "")),
  );
  assert.deepEqual(runs, wanted.map(([, digests]) => digests));
  // What is printed comes out of the browser's own parser of forms as it went in.
  const same = await page.evaluate((all) => all.map((query) => [...new URLSearchParams(query)].map((pair) => pair.join("=")).join("&")), wanted.map(([canonical]) => canonical));
  assert.deepEqual(same, wanted.map(([canonical]) => canonical));
  assertClean(seen);
  await close();
});
