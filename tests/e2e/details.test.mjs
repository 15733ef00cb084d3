// What drawings tell in passing: signs on seats, pins, hints, and what the editor says of each parameter.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assertClean, edit, start } from "./helpers.mjs";
import { begin, button } from "./places.mjs";

let lab;
before(async () => { lab = await start(); });
after(() => lab?.close());

const hall = (page) => page.getByRole("region", { name: "Hall" }).getByRole("img", { name: /^Hall, / });
const lanes = (page) => page.getByRole("region", { name: "Lanes", exact: true });

test("a held seat has a ring that gets shorter, a locked one a lock, a changed one its version", async () => {
  for (const [query, sign] of [["strategy=two-phase&order=A&at=1", "use[href='#ring']"], ["strategy=pessimistic&lock=seat&order=A&at=1", "use[href='#lock']"]]) {
    const { page, seen, close } = await begin(lab, { address: `?users=2&clock=free&${query}` });
    assert.equal(await hall(page).locator(sign).count(), 1, sign);
    assert.ok(await hall(page).locator(sign).isVisible(), sign);
    await page.keyboard.press("Home");
    await hall(page).locator(sign).waitFor({ state: "detached" });
    assertClean(seen);
    await close();
  }
  const version = await begin(lab, { address: "?users=2&clock=free&strategy=optimistic&version=seat&order=AA&at=2" });
  assert.equal(await hall(version.page).getByText("v1", { exact: true }).count(), 1);
  await version.page.keyboard.press("Home");
  await hall(version.page).getByText("v1", { exact: true }).waitFor({ state: "detached" });
  await version.close();
  // The ring is as long as the hold still lives.
  const half = await begin(lab, { address: "?users=2&want=A1,B1&strategy=two-phase&hold=60s&arrive=0..40s&pay=50s&at=1" });
  const left = async () => parseFloat(await hall(half.page).locator("use[href='#ring']").first().getAttribute("stroke-dasharray"));
  assert.equal(await left(), 100);
  await half.page.keyboard.press(".");
  await half.page.getByText(/step 2,/).waitFor();
  const after = await left();
  assert.ok(after > 0 && after < 100, `${after} %`);
  await half.close();
});

test("the users around a seat of the first row stand in sight, below the screen", async () => {
  const { page, seen, close } = await begin(lab, { address: "?users=8&want=A1" });
  await button(page, "Play the race").waitFor();
  const screen = await page.getByRole("region", { name: "Hall" }).getByRole("status").boundingBox();
  const drawing = await hall(page).boundingBox();
  const pins = await hall(page).locator("g[transform^=rotate]").evaluateAll((all) => all.map((it) => {
    const { left, right, top, bottom } = it.getBoundingClientRect();
    return { left, right, top, bottom, letter: it.textContent };
  }));
  assert.deepEqual(pins.map(({ letter }) => letter).sort(), [..."ABCDEFGH"]);
  for (const pin of pins) {
    assert.ok(pin.top >= screen.y + screen.height, `${pin.letter} is behind the screen`);
    assert.ok(pin.left >= drawing.x && pin.right <= drawing.x + drawing.width, `${pin.letter} is cut off`);
  }
  assertClean(seen);
  await close();
});

test("a lane says how it is pressed, lights up under the mouse, and steps its user", async () => {
  const { page, seen, close } = await begin(lab, { address: "?users=3&strategy=naive" });
  await button(page, "One step").click();
  await lanes(page).getByText("Press a lane, or Shift and its letter: that user steps. Delays no longer count then.").waitFor();
  const lane = lanes(page).locator("rect[data-do='choose:B']");
  const look = () => lane.evaluate((it) => `${getComputedStyle(it).fill} ${getComputedStyle(it).opacity} ${getComputedStyle(it).fillOpacity}`);
  const before = await look();
  await lane.hover();
  assert.notEqual(await look(), before);
  await lane.click();
  await page.getByText(/step 2,/).waitFor();
  await button(page, "no delays count").waitFor();
  await lanes(page).getByText("Press a lane, or Shift and its letter: that user steps next.", { exact: true }).waitFor();
  await page.keyboard.press("End");
  await lanes(page).getByText(/^Press a lane/).waitFor({ state: "hidden" });
  assertClean(seen);
  await close();
});

test("where the line is broken it says how much later it goes on", async () => {
  const { page, seen, close } = await begin(lab, { address: "?users=1&strategy=two-phase&pay=3m&paytimeout=5m" });
  await page.keyboard.press("End");
  await lanes(page).getByText(/^\d+ min( \d+ s)? later$/).first().waitFor();
  assertClean(seen);
  await close();
});

test("time in which nothing happens is not played out, and how much of it passes is said until it has", async () => {
  const address = "?users=1&strategy=two-phase&hold=10m&payfail=0&paylost=100&paytimeout=60m&pauseon=none";
  const { page, seen, close } = await begin(lab, { address });
  const passes = page.getByLabel("Transport", { exact: true }).getByText(/ pass$/);
  const step = async () => Number(await page.getByRole("slider", { name: "Step" }).inputValue());
  await button(page, "One step").click();
  await page.getByText(/step 1,/).waitFor();
  assert.equal(await passes.count(), 0, "what stands still leaves nothing out");
  const began = Date.now();
  await button(page, "Play").click();
  // Ten minutes, but for the answer that got lost.
  await passes.filter({ hasText: /^(9 min \d+ s|10 min) pass$/ }).waitFor();
  const before = await step();
  await page.getByRole("list", { name: "Log" }).getByText(/hold on D1 expires/).waitFor();
  assert.ok(await step() > before && Date.now() - began < 10_000, "ten minutes in a few seconds");
  await passes.filter({ hasText: /^(9 min \d+ s|10 min) pass$/ }).waitFor({ state: "detached" });
  assertClean(seen);
  await close();
});

test("each parameter shows what it allows, what is usual, and a way back once it differs", async () => {
  const { page, seen, close } = await begin(lab, { address: "?users=4&hold=20s" });
  const editor = await edit(page);
  const told = await editor.locator("input,select").evaluateAll((all) => all.filter((it) => it.id.startsWith("field-") && it.type !== "radio").map((it) => ({
    id: it.id,
    kind: it.localName,
    name: it.labels[0]?.textContent ?? "",
    help: document.getElementById((it.getAttribute("aria-describedby") ?? "").split(" ")[0])?.textContent ?? "",
  })));
  assert.ok(told.length > 25, `${told.length} parameters`);
  for (const { id, kind, name, help } of told) {
    assert.match(name, /\S \w+$/, `${id} has a name and says what it is in a link`);
    assert.match(help, /Usually .+\.$/, `${id} says what is usual: ${help}`);
    if (kind === "input") assert.match(help, /\d|separated|letter|order/i, `${id} says what it allows: ${help}`);
  }
  assert.match(told.find(({ id }) => id === "field-hold").help, /from 1ms to 1440m \(units ms, s and m; without one, ms\)/);
  assert.match(told.find(({ id }) => id === "field-users").help, /1 to 10000/);
  const resets = editor.getByRole("button", { name: /^Reset (?!all)/ });
  assert.deepEqual((await resets.evaluateAll((all) => all.map((it) => it.getAttribute("aria-label")))).sort(), ["Reset Hold", "Reset Users"]);
  await button(editor, "Reset Hold").click();
  await button(editor, "Reset Hold").waitFor({ state: "detached" });
  assert.equal(await editor.getByLabel(/^Hold/).inputValue(), "10m");
  assertClean(seen);
  await close();
});
