// The inspector of the lab: the table, a seat, the figures, and the code in other languages. By roles and names.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assertAccessible, assertClean, assertFits, open, SCHEMES, screenshot, SIZES, start } from "./helpers.mjs";
import { tabTo } from "./reach.mjs";

let lab;
before(async () => { lab = await start(); });
after(() => lab?.close());

const TWICE = "?users=3&strategy=naive&clock=free&order=ABABC&at=end";
const TABS = ["Code", "Log", "Table", "Judge", "Seat", "Figures"];
/** Below this width all tabs share one place. */
const ONE_PLACE = 1200;

const button = (place, name) => place.getByRole("button", { name, exact: true });
const tab = (page, name) => page.getByRole("tablist", { name: "Inspector" }).getByRole("tab", { name, exact: true });
const panel = (page, name) => page.getByRole("tabpanel", { name, exact: true });
const lit = (page) => page.getByRole("region", { name: "Code", exact: true }).locator("[aria-current='step']:visible");

async function begin(options) {
  const opened = await open(lab, options);
  opened.page.setDefaultTimeout(20_000);
  await opened.page.getByRole("tablist", { name: "Inspector" }).waitFor();
  return opened;
}

test("the tabs are one tablist, by mouse and by arrow keys, wide and narrow", async () => {
  for (const size of [SIZES[0], SIZES[3]]) {
    const { page, seen, close } = await begin({ address: TWICE, size });
    const names = size.width < ONE_PLACE ? TABS : TABS.slice(1);
    const tabs = page.getByRole("tablist", { name: "Inspector" }).getByRole("tab");
    assert.deepEqual(await tabs.allInnerTexts(), names);
    await tab(page, names[0]).click();
    for (const name of [...names.slice(1), names[0]]) {
      await page.keyboard.press("ArrowRight");
      await page.waitForFunction((wanted) => document.activeElement?.textContent === wanted, name);
      assert.equal(await tab(page, name).getAttribute("aria-selected"), "true");
      if (name !== "Code") await panel(page, name).waitFor();
    }
    await page.keyboard.press("ArrowLeft");
    assert.equal(await tab(page, "Figures").getAttribute("aria-selected"), "true");
    await page.keyboard.press("Home");
    assert.equal(await tab(page, names[0]).getAttribute("aria-selected"), "true");
    await page.keyboard.press("End");
    assert.equal(await tab(page, "Figures").getAttribute("aria-selected"), "true");
    // Keys in the tabs are no steps.
    assert.equal(await page.getByRole("slider").inputValue(), "5");
    await tab(page, "Seat").click();
    await panel(page, "Seat").getByText("Sold twice, to Alice and Bob.").waitFor();
    assertClean(seen);
    await close();
  }
});

test("a line of a seat's past leads to its step, by mouse and by keyboard", async () => {
  const { page, seen, close } = await begin({ address: TWICE });
  await tab(page, "Seat").click();
  const seat = panel(page, "Seat");
  const past = seat.getByRole("list", { name: "What happened to D1" });
  await past.waitFor();
  assert.equal(await past.getByRole("listitem").count(), 5);
  await button(seat, "Alice writes D1.").click();
  await seat.getByText("Booked by Alice.").waitFor();
  assert.equal(await page.getByRole("slider").inputValue(), "3");
  await tabTo(page, /^Alice reads D1: free\./);
  await page.keyboard.press("Enter");
  await seat.getByText("D1", { exact: true }).first().waitFor();
  await page.waitForFunction(() => document.querySelector("input[aria-label=Step]").value === "1");
  // The focus stays on what was pressed.
  await page.waitForFunction(() => document.activeElement?.textContent === "Alice reads D1: free.");
  assertClean(seen);
  await close();
});

test("a seat is chosen by its button, by its name, or by pressing it in the hall", async () => {
  const { page, seen, close } = await begin({ address: "?users=4&strategy=naive&want=D1.D2,D2,D3&clock=free&order=ABCD" });
  const hall = page.getByRole("img", { name: /^Hall, / });
  const box = await hall.boundingBox();
  // Before anything of the worker was loaded: A1 stands at 38, 15 of 380 by 346.
  await page.mouse.click(box.x + (38 / 380) * box.width, box.y + (15 / 346) * box.height);
  const seat = panel(page, "Seat");
  await seat.getByRole("heading", { name: "A1", exact: true }).waitFor();
  await seat.getByText("Nothing yet.").waitFor();
  await button(seat, "D2 3 users").click();
  await seat.getByRole("heading", { name: "D2", exact: true }).waitFor();
  assert.equal(await button(seat, "D2 3 users").getAttribute("aria-pressed"), "true");
  assert.equal(await seat.getByLabel("Any seat").inputValue(), "D2");
  await seat.getByLabel("Any seat").fill("k1");
  await seat.getByRole("status").getByText("This hall has no seat k1: its seats are A1 to J10.").waitFor();
  await seat.getByLabel("Any seat").fill("d3");
  await seat.getByRole("heading", { name: "D3", exact: true }).waitFor();
  assert.equal(await seat.getByLabel("Any seat").inputValue(), "d3");
  // Keys that are typed there are no keys of the race.
  assert.equal(await page.getByRole("slider").inputValue(), "0");
  await page.mouse.click(box.x + (38 / 380) * box.width, box.y + (111 / 346) * box.height);
  await seat.getByRole("heading", { name: "D1", exact: true }).waitFor();
  assertClean(seen);
  await close();
});

test("the last seat of the largest hall has a past too", async () => {
  const { page, seen, close } = await begin({ address: "?seats=400x250&users=30&want=OJ250&strategy=naive&at=end" });
  await tab(page, "Seat").click();
  await panel(page, "Seat").getByRole("heading", { name: "OJ250", exact: true }).waitFor();
  await panel(page, "Seat").getByRole("list", { name: "What happened to OJ250" }).waitFor();
  assertClean(seen);
  await close();
});

test("the table tells of every seat and user, follows the step, and leads to a seat", async () => {
  const { page, seen, close } = await begin({ address: `${TWICE}&view=table` });
  assert.equal(await tab(page, "Table").getAttribute("aria-selected"), "true");
  const table = panel(page, "Table");
  const seats = table.getByRole("table", { name: "Seats after step 5" });
  await seats.waitFor();
  assert.deepEqual(await seats.getByRole("columnheader").allInnerTexts(), ["Seat", "State", "Wanted by"]);
  const row = seats.getByRole("row", { name: /^D1/ });
  assert.equal(await row.getByRole("rowheader").innerText(), "D1");
  assert.equal((await row.getByRole("cell").allInnerTexts())[0], "sold twice, to Alice and Bob");
  const users = table.getByRole("table", { name: "Users after step 5" });
  assert.deepEqual(await users.getByRole("columnheader").allInnerTexts(), ["User", "State", "Wants", "Has"]);
  assert.deepEqual((await users.getByRole("row", { name: /Bob/ }).getByRole("cell").allInnerTexts()).slice(1), ["D1", "D1"]);
  // A step back: who stands in the table stays there.
  const place = table.getByRole("region", { name: "Seats" });
  await place.focus();
  for (let i = 0; i < 3; i++) await page.keyboard.press(",");
  await table.getByRole("table", { name: "Seats after step 2" }).waitFor();
  await table.getByRole("cell", { name: /^about to write D1/ }).first().waitFor();
  assert.ok(await place.evaluate((it) => it === document.activeElement));
  await button(table, "D1").focus();
  await page.keyboard.press(".");
  await table.getByText("booked by Alice").waitFor();
  assert.ok(await button(table, "D1").evaluate((it) => it === document.activeElement));
  // A row leads to the tab of its seat, which has the focus then.
  await page.keyboard.press("Enter");
  await panel(page, "Seat").getByRole("heading", { name: "D1", exact: true }).waitFor();
  assert.ok(await tab(page, "Seat").evaluate((it) => it === document.activeElement));
  assertClean(seen);
  await close();
});

test("on narrow screens all tabs are in sight, and a table scrolls within its region", async () => {
  const { page, seen, close } = await begin({ address: `${TWICE.replace("naive", "two-phase").replace("end", "5")}&view=table`, size: SIZES[3] });
  const place = panel(page, "Table").getByRole("region", { name: "Seats" });
  await place.getByRole("table", { name: "Seats after step 5" }).waitFor();
  await assertFits(page);
  const [inside, width] = await place.evaluate((it) => [it.scrollWidth, it.clientWidth]);
  assert.ok(inside > width, "this table is wider than the window");
  const cut = await page.getByRole("tablist", { name: "Inspector" }).evaluate((it) => it.scrollWidth - it.clientWidth);
  assert.equal(cut, 0);
  await place.evaluate((it) => { it.scrollLeft = 60; });
  await page.keyboard.press(",");
  await place.getByRole("table", { name: "Seats after step 4" }).waitFor();
  assert.equal(await place.evaluate((it) => it.scrollLeft), 60);
  assertClean(seen);
  await close();
});

test("the figures are those of the run", async () => {
  const { page, seen, close } = await begin({ address: TWICE });
  await tab(page, "Figures").click();
  const figures = panel(page, "Figures");
  await figures.getByRole("table", { name: "Users after step 5" }).waitFor();
  const shown = async (name) => (await figures.getByText(name, { exact: true }).locator("xpath=following-sibling::dd").innerText()).trim();
  const [run] = await page.evaluate((query) => window.seatrace.run(query), TWICE.slice(1, -7));
  assert.equal(await shown("Tickets"), String(run.outcome.tickets));
  assert.equal(await shown("Sold twice"), String(run.outcome.double_sold));
  assert.equal(await shown("Outcome"), run.outcome.class);
  const row = figures.getByRole("row", { name: /Carol/ });
  assert.deepEqual((await row.getByRole("cell").allInnerTexts()).slice(0, 3), ["taken", "–", "1"]);
  await page.keyboard.press("r");
  await figures.getByText("still open").waitFor();
  assert.equal(await shown("Tickets"), "0");
  assertClean(seen);
  await close();
});

test("the code is shown in three languages, and the lit line follows in each", async () => {
  const { page, seen, close } = await begin({ address: "?users=2&strategy=optimistic&clock=free&order=ABAB&at=3" });
  const language = (name) => button(page.getByRole("group", { name: "Language" }), name);
  assert.match(await lit(page).innerText(), /commit\(\)/);
  await language("SQL").click();
  await page.waitForFunction(() => document.querySelector("[aria-label='optimistic.sql']"));
  assert.match(await lit(page).innerText(), /BEGIN/);
  const code = page.getByRole("list", { name: "optimistic.sql" });
  await page.keyboard.press(".");
  const conflict = code.getByText("0 rows: conflict.");
  await page.waitForFunction(() => document.querySelector("[aria-label='optimistic.sql'] .lit:last-of-type, [aria-label='optimistic.sql'] .lit"));
  assert.ok(await conflict.isVisible());
  await page.keyboard.press(",");
  await page.keyboard.press(",");
  await page.waitForFunction(() => /SELECT/.test(document.querySelector("[aria-label='optimistic.sql'] [aria-current]")?.textContent));
  await tabTo(page, /^Pseudo-code$/);
  await page.keyboard.press("Enter");
  await page.getByRole("list", { name: "optimistic.py" }).waitFor();
  assert.match(await lit(page).innerText(), /read\(seat\)/);
  await language("Rust").click();
  assert.match(await lit(page).innerText(), /me\.read\(seat\)/);
  assertClean(seen);
  await close();
});

test("every tab and language fits, is accessible and has been looked at", async () => {
  for (const colorScheme of SCHEMES) {
    for (const size of SIZES) {
      const { page, seen, close } = await begin({ address: TWICE, size, colorScheme });
      for (const [name, says] of [["Table", "Seats after step 5"], ["Seat", "What happened to it"], ["Figures", "Users after step 5"]]) {
        await tab(page, name).click();
        await panel(page, name).getByText(says).waitFor();
        await assertFits(page);
        if (size === SIZES[0] || size === SIZES[3]) await assertAccessible(page);
        if (size.width < 860) await panel(page, name).scrollIntoViewIfNeeded();
        if (size.width < 860) await page.evaluate(() => document.querySelector(".side").scrollIntoView());
        await screenshot(page, `inspector-${name.toLowerCase()}-${size.name}-${colorScheme}`);
      }
      if (size.width < ONE_PLACE) await tab(page, "Code").click();
      for (const name of ["SQL", "Pseudo-code"]) {
        await button(page.getByRole("group", { name: "Language" }), name).click();
        await page.getByRole("list", { name: name === "SQL" ? "naive.sql" : "naive.py" }).waitFor();
        await assertFits(page);
        if (size === SIZES[0] || size === SIZES[3]) await assertAccessible(page);
        await screenshot(page, `inspector-${name.toLowerCase()}-${size.name}-${colorScheme}`);
      }
      assertClean(seen);
      await close();
    }
  }
});

test("a place waits in words, and a worker that cannot start is told", async () => {
  const prepare = (page) => page.route("**/worker*", (route) => route.abort());
  const { page, close } = await begin({ address: TWICE, prepare });
  await tab(page, "Figures").click();
  await panel(page, "Figures").getByText("One moment…").waitFor();
  await page.getByRole("alert").filter({ hasText: /./ }).waitFor();
  await close();
});
