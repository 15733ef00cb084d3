// The frame for course pages as it looks at every size, and what a link can ask of it: by mouse and by keyboard.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { NAIVE, SANDBOX, alone, ask, button, course, hears, slider, verdict, visit } from "./course.mjs";
import { SCHEMES, assertAccessible, assertClean, assertFits, press, screenshot, start, write } from "./helpers.mjs";

let lab;
before(async () => { lab = await start(); });
after(() => lab?.close());

// -- looks ---------------------------------------------------------------------------------------------------

const PLACES = [
  { name: "small", width: 320, height: 400, tabs: ["Hall", "Lanes", "Log", "Events"] },
  { name: "usual", width: 700, height: 480, tabs: ["Lanes", "Log", "Events"] },
  { name: "large", width: 1000, height: 620, tabs: ["Lanes", "Log", "Events"] },
];

for (const size of PLACES) {
  for (const colorScheme of SCHEMES) {
    test(`every view fits and is accessible: ${size.name}, ${colorScheme}`, async () => {
      const { page, seen, close } = await alone(lab, "?v=1&s=five-users", { size, colorScheme });
      await button(page, "Play").waitFor();
      const look = async (moment) => {
        await screenshot(page, `embed-${size.name}-${colorScheme}-${moment}`);
        await assertFits(page);
        const [content, window_] = await page.evaluate(() => [document.documentElement.scrollHeight, innerHeight]);
        assert.ok(content <= window_, `${moment}: ${content} px high in ${window_}`);
      };
      await look("start");
      await page.keyboard.press("]");
      await verdict(page).getByText(/sold twice/).waitFor();
      for (const name of size.tabs) {
        await page.getByRole("tab", { name, exact: true }).click();
        await page.getByRole("tabpanel", { name, exact: true }).waitFor();
        await look(name.toLowerCase());
        await assertAccessible(page);
      }
      await page.keyboard.press("?");
      await button(page.getByRole("dialog", { name: "Keys" }), "Close").waitFor();
      await look("help");
      await assertAccessible(page);
      assertClean(seen);
      await close();
    });
  }
}

test("the table is a table, with every event of the log in it", async () => {
  const { page, seen, close } = await alone(lab, `${NAIVE}&view=table&at=end`);
  const table = page.getByRole("table", { name: /events up to step/ });
  await table.waitFor();
  assert.deepEqual(await table.getByRole("columnheader").allInnerTexts(), ["Step", "Time", "Who", "What", "Seat", "Outcome"]);
  const rows = await table.getByRole("row").count() - 1;
  assert.equal(await table.getByRole("caption").innerText(), `${rows} events up to step 4`);
  assert.equal(await table.getByRole("rowheader").count(), rows);
  assertClean(seen);
  await close();
});

// -- what a link can ask for ---------------------------------------------------------------------------------

test("the keyboard reaches everything, and keys=0 switches the shortcuts off", async () => {
  const { page, seen, close } = await alone(lab, "?v=1&controls=full&edit=1");
  await button(page, "Play").waitFor();
  const met = new Set();
  for (let i = 0; i < 40; i++) {
    await page.keyboard.press("Tab");
    met.add(await page.evaluate(() => {
      const { activeElement: at } = document;
      return at.getAttribute("aria-label") ?? at.innerText?.trim().split("\n")[0] ?? at.tagName;
    }));
  }
  for (const name of ["Play", "One step", "One step back", "Restart", "Step", "Slower", "Faster", "Share", "Change the race", "Lanes"]) {
    assert.ok(met.has(name), `${name} is not among ${[...met].join(", ")}`);
  }
  await page.locator("body").evaluate(() => document.activeElement.blur());
  for (const [key, tab] of [["t", "Log"], ["t", "Events"], ["t", "Lanes"]]) {
    await page.keyboard.press(key);
    await page.getByRole("tab", { name: tab, selected: true }).waitFor();
  }
  await page.keyboard.press("?");
  await page.getByRole("dialog", { name: "Keys" }).waitFor();
  await assertAccessible(page);
  await page.keyboard.press("Escape");
  assertClean(seen);
  await close();
  const quiet = await alone(lab, "?v=1&keys=0");
  await button(quiet.page, "Play").waitFor();
  for (const key of [".", "k", "t", "End", "?"]) await quiet.page.keyboard.press(key);
  assert.equal(await slider(quiet.page).inputValue(), "0");
  assert.ok(await button(quiet.page, "Play").isVisible());
  await quiet.close();
});

test("a question keeps the end back until it is answered", async () => {
  const { page, seen, close } = await alone(lab, `${NAIVE}&predict=1`, { size: { name: "small", width: 320, height: 400 } });
  await page.getByText("Will a seat be sold twice?").waitFor();
  await page.keyboard.press("End");
  await page.getByText("Then the race goes on.").waitFor();
  assert.equal(await verdict(page).count(), 0);
  await screenshot(page, "embed-small-light-question");
  await assertAccessible(page);
  await button(page, "No").click();
  await page.getByText("You said no. That is not so.").waitFor();
  await verdict(page).getByText(/sold twice/).waitFor();
  await screenshot(page, "embed-small-light-answered");
  assertClean(seen);
  await close();
});

test("what a reader may change changes the race, and what cannot be is said", async () => {
  const { page, seen, close } = await alone(lab, "?v=1&edit=1&strategy=naive");
  await page.getByText("Change the race").click();
  await write(page.getByRole("textbox", { name: "Users" }), "3");
  await page.getByRole("textbox", { name: "Users" }).press("Tab");
  await page.getByText("Three people are about to press the same seat.").waitFor();
  await write(page.getByRole("textbox", { name: "Seed" }), "-1");
  await page.getByRole("textbox", { name: "Seed" }).press("Tab");
  await page.getByText(/seed=-1 is not valid/).waitFor();
  await screenshot(page, "embed-usual-light-edit");
  await assertAccessible(page);
  assertClean(seen);
  await close();
});

test("what cannot be used is said in one line, and a link from a newer version is not guessed at", async () => {
  const { page, seen, close } = await alone(lab, "?v=1&users=0&hide=everything&theme=neon", { size: { name: "small", width: 320, height: 400 } });
  const bar = page.getByRole("status").filter({ hasText: "Parts of this link cannot be used" });
  await bar.locator("summary").click();
  for (const part of ["users=0", "hide=everything", "theme=neon"]) await bar.getByText(part).waitFor();
  await screenshot(page, "embed-small-light-notice");
  await assertAccessible(page);
  await button(page, "Dismiss this notice").click();
  await bar.waitFor({ state: "detached" });
  assertClean(seen);
  await close();
  const newer = await alone(lab, "?v=7&users=3");
  await newer.page.getByRole("heading", { name: "This link was made by a newer seatrace" }).waitFor();
  await assertAccessible(newer.page);
  await newer.close();
});

test("parts can be hidden, and height=fit fills the frame", async () => {
  const { page, seen, close } = await alone(lab, "?v=1&hide=title,params,log,share,badge,stats&height=fit&theme=dark", { size: { name: "tall", width: 640, height: 700 } });
  await button(page, "Play").waitFor();
  for (const name of ["Share", "Open in seatrace"]) assert.equal(await page.getByText(name).count(), 0, name);
  assert.equal(await page.getByRole("tab", { name: "Log" }).count(), 0);
  assert.equal(await page.getByRole("radio").count(), 0);
  const box = await page.getByRole("main").boundingBox();
  assert.equal(box.height, 700);
  await screenshot(page, "embed-tall-dark-fit");
  await assertAccessible(page);
  assertClean(seen);
  await close();
});

test("sharing copies the link to this step, also where the clipboard is barred", async () => {
  const page = await course([{ src: `${lab.host.url}embed/${NAIVE}`, sandbox: SANDBOX }]);
  const { tab, frame, close } = await visit(lab, page.url);
  await hears(tab, "ready");
  await ask(tab, "hello");
  await press(button(frame(), "One step"));
  await press(button(frame(), "Share"));
  const link = await frame().getByLabel("Link", { exact: true }).inputValue();
  assert.equal(link, `${lab.host.url}?v=1&strategy=naive&users=2&seed=1&arrive=0&order=B&at=1`);
  assert.equal((await hears(tab, "share")).data.url, link);
  await press(button(frame(), "Copy"));
  await frame().getByText("Copied.").waitFor();
  const badge = frame().getByRole("link", { name: "Open in seatrace", includeHidden: true });
  assert.equal(await badge.getAttribute("href"), link);
  await close();
  await page.close();
});
