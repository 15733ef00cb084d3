// The page as a whole: what it asks for, and the places that open over it.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { DIST, SCHEMES, SIZES, assertAccessible, assertClean, assertFits } from "./helpers.mjs";
import { open, screenshot, start } from "./helpers.mjs";
import { loaded } from "./size.mjs";

let lab;
before(async () => { lab = await start(); });
after(() => lab?.close());

const title = (page) => page.getByRole("heading", { name: "Five users, one seat", level: 1 });

async function begin(options) {
  const opened = await open(lab, options);
  opened.page.setDefaultTimeout(15_000);
  await title(opened.page).waitFor();
  return opened;
}

test("the page loads what the size gate counts, and nothing else", async () => {
  const { page, seen, close } = await begin();
  await page.getByRole("button", { name: "Play the race" }).waitFor();
  // A headless browser may leave the icon out.
  const counted = loaded(DIST).filter((file) => !file.endsWith(".svg"));
  const asked = [...seen.files].filter((file) => !file.endsWith(".svg"));
  assert.deepEqual(asked.sort(), counted.sort());
  await close();
});

test("the first minute: five people and one seat, and one press shows it sold twice, and why", async (t) => {
  const { page, seen, close } = await begin();
  const button = (name) => page.getByRole("button", { name, exact: true });
  await page.getByRole("heading", { name: "Five people are about to press the same seat.", level: 2 }).waitFor();
  await page.getByRole("img", { name: "Hall, ten rows A to J of ten seats. D1 is wanted by five users." }).waitFor();
  const cast = page.getByRole("list", { name: "Cast" }).getByRole("listitem");
  const read = async (item) => (await item.innerText()).match(/(\w+)\s+about to read D1/)?.[1];
  assert.deepEqual(await Promise.all((await cast.all()).map(read)), ["Alice", "Bob", "Carol", "Dave", "Eve"]);
  assert.equal(await page.getByRole("dialog").count(), 0);
  // One button stands out: no other is filled as it is.
  const buttons = await page.getByRole("button").all();
  const looks = await Promise.all(buttons.map((it) => it.evaluate((it) => [getComputedStyle(it).backgroundColor, it.textContent.trim()])));
  const [fill] = looks.find(([, name]) => name === "Play the race");
  assert.deepEqual(looks.filter(([other]) => other === fill).map(([, name]) => name), ["Play the race"]);
  await page.getByRole("group", { name: "Speed" }).getByText("1×", { exact: true }).waitFor();
  const began = performance.now();
  await button("Play the race").click();
  const verdict = page.getByRole("region", { name: "Verdict" });
  await verdict.getByText("D1 is sold twice.", { exact: true }).waitFor({ timeout: 120_000 });
  t.diagnostic(`sold twice ${((performance.now() - began) / 1_000).toFixed(1)} s after the press`);
  await verdict.getByText(/To Alice at step \d+ and to Bob at step \d+.*: a lost update\./).waitFor();
  assert.equal(await page.getByRole("dialog").count(), 0);
  assertClean(seen);
  await close();
});

for (const size of [SIZES[0], SIZES[2]]) {
  for (const colorScheme of SCHEMES) {
    test(`the help fits and is accessible: ${size.name}, ${colorScheme}`, async () => {
      const { page, seen, close } = await begin({ size, colorScheme });
      await page.getByRole("button", { name: "Help and keys" }).click();
      await page.getByRole("dialog", { name: "Keys" }).waitFor();
      await screenshot(page, `help-${size.name}-${colorScheme}`);
      await assertFits(page);
      await assertAccessible(page);
      await page.getByText("What the words mean").click();
      await page.getByText("A write undoes another one").waitFor();
      await screenshot(page, `help-words-${size.name}-${colorScheme}`);
      await assertFits(page);
      await assertAccessible(page);
      assertClean(seen);
      await close();
    });
  }
}

test("a hall of 100,000 seats and ten thousand users open and can be stepped", async () => {
  const address = "?seats=250x400&users=10000&want=random&strategy=naive&arrive=0..10m";
  const { page, seen, close } = await open(lab, { address });
  page.setDefaultTimeout(60_000);
  await page.getByRole("button", { name: "One step", exact: true }).click();
  await page.keyboard.press("End");
  await page.getByRole("button", { name: "Play again" }).waitFor();
  assertClean(seen);
  await close();
});
