// The keyboard leads to everything that a mouse can press, in every place of the page and of the frame, and out of it again.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { alone, slider } from "./course.mjs";
import { SIZES, assertClean, open, start } from "./helpers.mjs";
import { button, part } from "./places.mjs";
import { assertReachable, focused, tabTo } from "./reach.mjs";

let lab;
before(async () => { lab = await start(); });
after(() => lab?.close());

/** What a mouse finds beside the controls, and what does the same: pressing a lane, a letter; a seat, the tab of the seats. */
const ALSO = /^(choose:\w+|seat:)$/;

/** Goes to a control and presses it. */
async function enter(page, name, key) {
  await tabTo(page, name, key);
  await page.keyboard.press("Enter");
}

/** Opens every group of a dialog by its keys. */
async function unfold(page, dialog) {
  for (const group of await dialog.locator("summary").all()) {
    if (await group.evaluate((it) => it.parentElement.open)) continue;
    const name = (await group.innerText()).trim().split("\n")[0];
    await enter(page, new RegExp(`^${name}`));
    await group.locator("xpath=..").and(dialog.locator("[open]")).waitFor();
  }
}

/** To a tab of the inspector, from wherever the focus is. */
async function look(page, name) {
  await page.keyboard.press("End");
  await button(page, "Play again").waitFor();
  await tabTo(page, /^(Code|Log)$/);
  while (await focused(page) !== name) await page.keyboard.press("ArrowRight");
  await page.getByRole("tabpanel", { name, exact: true }).getByText("One moment").first().waitFor({ state: "hidden" });
}

/** How the keyboard gets to each place from the beginning of the page, and by what it gets back, if Esc closes it. */
const WAYS = {
  "before the race": async () => {},
  race: async (page) => {
    for (let i = 0; i < 3; i++) await page.keyboard.press(".");
    await page.getByText(/step 3,/).waitFor();
    await button(page, "Let Carol step").waitFor();
  },
  "the end of the race": async (page) => {
    await page.keyboard.press("End");
    await button(page, "Play again").waitFor();
  },
  branches: part,
  compare: async (page) => {
    await enter(page, /^Compare$/);
    await page.getByRole("heading", { name: "optimistic" }).first().waitFor();
  },
  explore: async (page) => {
    await enter(page, /^Explore$/);
    await enter(page, /^Explore every order/);
    await page.getByText("31,200 of 31,320 orders sell a seat twice.").first().waitFor();
    await button(page, "Stop").waitFor({ state: "detached" });
  },
  shop: async (page) => {
    await enter(page, /^Race against others yourself/);
    await page.getByRole("heading", { name: "Choose a seat." }).waitFor();
  },
  editor: async (page) => {
    await enter(page, /^Five users, one seat/);
    const editor = page.getByRole("dialog", { name: "Scenario" });
    await editor.getByRole("radio", { name: /Five users/ }).and(page.locator(":focus")).waitFor();
    await unfold(page, editor);
    return { dialog: editor, opener: /^Five users, one seat/ };
  },
  share: async (page) => {
    await enter(page, /^Share$/);
    const share = page.getByRole("dialog", { name: "Share" });
    await button(share, "Copy link").waitFor();
    await unfold(page, share);
    return { dialog: share, opener: /^Share$/ };
  },
  help: async (page) => {
    await enter(page, /^Help and keys/);
    return { dialog: page.getByRole("dialog", { name: "Keys" }), opener: /^Help and keys/ };
  },
  table: (page) => look(page, "Table"),
  judge: (page) => look(page, "Judge"),
  seat: (page) => look(page, "Seat"),
  figures: (page) => look(page, "Figures"),
};

async function begin(options) {
  const opened = await open(lab, options);
  opened.page.setDefaultTimeout(20_000);
  await button(opened.page, "Play the race").waitFor();
  return opened;
}

/** What can be pressed here that the Tab key does not know. */
const pressed = (page) => page.evaluate(() => {
  const CONTROLS = "a,button,input,select,textarea,summary,label,[role=tab],[role=gridcell]";
  const all = [...document.querySelectorAll("body *")].filter((it) => it.checkVisibility() && getComputedStyle(it).cursor === "pointer" && !it.closest(CONTROLS));
  // What lies in it points, too, and so does what it lies in.
  return [...new Set(all.map((it) => it.closest("[data-do]")?.dataset.do ?? `${it.localName}: ${it.textContent.slice(0, 40)}`))];
});

for (const [name, go] of Object.entries(WAYS)) {
  test(`by keys alone everything is reached: ${name}`, async () => {
    const { page, seen, close } = await begin();
    const opened = await go(page);
    await assertReachable(page);
    for (const does of await pressed(page)) assert.match(does, ALSO);
    if (opened) {
      await page.keyboard.press("Escape");
      await opened.dialog.waitFor({ state: "hidden" });
      assert.match(await focused(page), opened.opener, "the focus is back where it was");
    }
    assertClean(seen);
    await close();
  });
}

test("by keys alone everything is reached where it is narrow", async () => {
  for (const go of [WAYS.race, WAYS.editor]) {
    const { page, seen, close } = await begin({ size: SIZES[3] });
    await go(page);
    await assertReachable(page);
    assertClean(seen);
    await close();
  }
});

test("what has the focus is seen where a system forces its colours", async () => {
  const { page, seen, close } = await begin({ forcedColors: "active" });
  await WAYS["the end of the race"](page);
  await assertReachable(page);
  assertClean(seen);
  await close();
});

test("by keys alone everything is reached: a frame", async () => {
  for (const [width, address] of [[700, "?v=1&controls=full&edit=1"], [320, "?v=1&s=five-users"]]) {
    const { page, seen, close } = await alone(lab, address, { size: { width, height: 480 } });
    await button(page, "Play").waitFor();
    await page.keyboard.press("]");
    await page.waitForFunction(() => document.querySelector("input[aria-label=Step]").value > 0);
    await assertReachable(page);
    assert.notEqual(await slider(page).inputValue(), "0");
    assertClean(seen);
    await close();
  }
});
