// The scenario editor: every parameter with its help, the hall to press, undo and redo, and nothing is lost.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { LOOKS, addressIs, addressOf, assertAccessible, assertClean, assertFits, edit, open, screenshot, start, write } from "./helpers.mjs";
import { tabTo } from "./reach.mjs";

let lab;
before(async () => { lab = await start(); });
after(() => lab?.close());

const title = (page) => page.getByRole("heading", { level: 1 }).getByRole("button");
const editor = (page) => page.getByRole("dialog", { name: "Scenario" });
const button = (place, name) => place.getByRole("button", { name, exact: true });
const sentence = (page, words) => page.getByRole("region", { name: "Scenario" }).getByText(words).waitFor();

async function begin(options) {
  const opened = await open(lab, options);
  opened.page.setDefaultTimeout(15_000);
  await button(opened.page, "Play the race").waitFor();
  return opened;
}

for (const { size, colorScheme } of LOOKS) {
  test(`the editor fits and is accessible: ${size.name}, ${colorScheme}`, async () => {
    const { page, seen, close } = await begin({ size, colorScheme });
    await edit(page);
    await screenshot(page, `editor-${size.name}-${colorScheme}`);
    await assertFits(page);
    await assertAccessible(page);
    await button(editor(page), "One more: Rows").scrollIntoViewIfNeeded();
    await screenshot(page, `editor-hall-${size.name}-${colorScheme}`);
    await button(editor(page), "Close").click();
    assert.match(await page.evaluate(() => document.activeElement.textContent), /Five users/);
    assertClean(seen);
    await close();
  });
}

test("a parameter is changed, and what is wrong is said beside it", async () => {
  const { page, seen, close } = await begin();
  await edit(page);
  const users = editor(page).getByLabel(/^Users/);
  await write(users, "3");
  await users.press("Tab");
  await addressIs(page, /users=3/);
  await write(users, "0");
  await users.press("Tab");
  await editor(page).getByText(/users=0 is not valid: users can be 1 to 10000/).waitFor();
  assert.equal(await users.inputValue(), "0", "nothing that was typed is lost");
  assert.match(await addressOf(page), /users=3/);
  await page.keyboard.press("Escape");
  await editor(page).waitFor({ state: "hidden" });
  await edit(page);
  assert.equal(await users.inputValue(), "0", "nor by closing it");
  await button(editor(page), "Reset Users").click();
  await sentence(page, "5 users");
  assert.equal(await page.evaluate(() => document.activeElement.id), "field-users");
  assertClean(seen);
  await close();
});

test("seats are wanted by pressing them, by mouse and by keyboard, and every change can be undone", async () => {
  const { page, seen, close } = await begin();
  await edit(page, "D1");
  assert.equal(await page.evaluate(() => document.activeElement.id), "field-want");
  const hall = editor(page).getByRole("grid");
  const seat = (name) => hall.getByRole("gridcell", { name: new RegExp(`^${name},`) });
  await seat("Row D, seat 2").click();
  await sentence(page, "D1 and D2");
  assert.equal(await seat("Row D, seat 2").getAttribute("aria-label"), "Row D, seat 2, wanted by everybody");
  await editor(page).getByRole("radio", { name: "Bob", exact: true }).check();
  await editor(page).getByRole("grid", { name: /^Seats that Bob wants/ }).waitFor();
  assert.equal(await hall.locator("[tabindex='0']").count(), 1, "one stop for the Tab key");
  await tabTo(page, /^Row D, seat 1,/);
  for (const key of ["ArrowDown", "ArrowRight", "ArrowRight", "Home", "ArrowRight"]) await page.keyboard.press(key);
  await page.keyboard.press("Enter");
  await addressIs(page, /want=D1\.D2,D1\.D2\.E2,D1\.D2,D1\.D2$/);
  assert.match(await page.evaluate(() => document.activeElement.getAttribute("aria-label")), /^Row E, seat 2, wanted by Bob$/);
  await page.keyboard.press("Control+z");
  await addressIs(page, /want=D1\.D2$/);
  await button(editor(page), "Undo").click();
  await sentence(page, "D1");
  await button(editor(page), "Redo").click();
  await addressIs(page, /want=D1\.D2$/);
  await button(editor(page), "One more: Seats a row").click();
  await addressIs(page, /seats=10x11/);
  await button(editor(page), "Reset all").click();
  await sentence(page, "10 × 10");
  assertClean(seen);
  await close();
});

test("back, forward and reload lose nothing", async () => {
  const { page, seen, close } = await begin({ address: "?users=4" });
  await edit(page);
  const users = editor(page).getByLabel(/^Users/);
  await write(users, "3");
  await users.press("Tab");
  await addressIs(page, /users=3/);
  await editor(page).getByLabel(/Two seats, two orders/).check();
  await addressIs(page, /s=deadlock/);
  await page.goBack();
  await sentence(page, "3 users");
  assert.equal(await users.inputValue(), "3", "the editor follows");
  await page.goBack();
  await sentence(page, "4 users");
  await page.goForward();
  await sentence(page, "3 users");
  await page.reload();
  await sentence(page, "3 users");
  assertClean(seen);
  await close();
});

test("a reload right after a change loses neither the change, nor what can be undone, nor what cannot be used yet", async () => {
  const { page, seen, close } = await begin();
  const users = editor(page).getByLabel(/^Users/);
  const seed = editor(page).getByLabel(/^Seed/);
  await edit(page);
  await write(users, "3");
  await users.press("Tab");
  await sentence(page, "3 users");
  await page.reload();
  await sentence(page, "3 users");
  await edit(page);
  await write(seed, "many");
  await seed.press("Tab");
  await editor(page).getByText(/seed=many is not valid/).waitFor();
  await page.reload();
  await edit(page);
  await editor(page).getByText(/seed=many is not valid/).waitFor();
  assert.equal(await seed.inputValue(), "many");
  await button(editor(page), "Undo").click();
  await sentence(page, "5 users");
  assertClean(seen);
  await close();
});

test("what cannot be used yet survives back and forward", async () => {
  const { page, seen, close } = await begin({ address: "?users=4" });
  await edit(page);
  const users = editor(page).getByLabel(/^Users/);
  const seed = editor(page).getByLabel(/^Seed/);
  await write(users, "3");
  await users.press("Tab");
  await addressIs(page, /users=3/);
  await write(seed, "many");
  await seed.press("Tab");
  const told = editor(page).getByText(/seed=many is not valid/);
  await told.waitFor();
  for (const [go, count] of [["goBack", 4], ["goForward", 3]]) {
    await page[go]();
    await sentence(page, `${count} users`);
    assert.equal(await users.inputValue(), String(count));
    assert.equal(await seed.inputValue(), "many", go);
    await told.waitFor();
  }
  assertClean(seen);
  await close();
});

test("keys undo, and redo in both ways", async () => {
  const { page, seen, close } = await begin();
  await edit(page);
  await button(editor(page), "One more: Seats a row").click();
  await sentence(page, "10 × 11");
  for (const redo of ["Control+y", "Control+Shift+z"]) {
    await page.keyboard.press("Control+z");
    await sentence(page, "10 × 10");
    await page.keyboard.press(redo);
    await sentence(page, "10 × 11");
  }
  assertClean(seen);
  await close();
});

test("every scenario of the gallery has a picture of its hall", async () => {
  const { page, seen, close } = await begin();
  await edit(page);
  const stories = editor(page).getByRole("group", { name: "Gallery" }).getByRole("listitem");
  const count = await stories.count();
  assert.ok(count >= 7, `${count} scenarios`);
  const drawn = await stories.evaluateAll((all) => all.map((story) => story.querySelectorAll("svg path, svg use").length));
  assert.deepEqual(drawn.filter((shapes) => shapes < 2), [], `shapes in each: ${drawn}`);
  await page.setViewportSize({ width: 320, height: 568 });
  assert.equal(await stories.locator("svg").filter({ visible: true }).count(), count, "at 320 px, too");
  assertClean(seen);
  await close();
});
