// The states of a seat can be told apart without colour: by what is drawn, in shades of grey of every theme and in forced colours.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assertClean, open, start } from "./helpers.mjs";

let lab;
before(async () => { lab = await start(); });
after(() => lab?.close());

/** Each look of a seat: which seat, what the inspector says of it, and a race that leads to it. The same user, so that no letter differs. */
const LOOKS = {
  free: ["A1", "Free.", "users=1&strategy=naive&clock=free"],
  wanted: ["D1", "Free.", "users=1&strategy=naive&clock=free"],
  read: ["D1", "Free.", "users=1&strategy=naive&clock=free&order=A&at=1"],
  locked: ["D1", /^Free; locked by Alice/, "users=1&strategy=pessimistic&lock=seat&clock=free&order=A&at=1"],
  held: ["D1", /^Held by Alice until/, "users=1&strategy=two-phase&clock=free&order=A&at=1"],
  expired: ["D1", /^The hold of Alice has expired and still stands/, "users=1&strategy=two-phase&clock=free&expiry=sweep:60m&hold=10s&order=At&at=2"],
  booked: ["D1", "Booked by Alice.", "users=1&strategy=naive&clock=free&order=AA&at=2"],
  "sold twice": ["D1", "Sold twice, to Alice and Bob.", "users=2&strategy=naive&clock=free&order=ABAB&at=4"],
};

/** So many thousandths of two drawings differ at least, in black and white. */
const DIFFERENT_MIN = 40;
const LARGE = 160; // px: each drawing is looked at as large as this, so that letters and patterns are whole

/** The page can be asked for each of these; where a system forces its colours they are all one. */
const THEMES = ["light", "dark", "contrast"];

/** The drawing of the seat on show in each theme, as the bytes of images without colour. */
async function drawings(page, themes, more = "") {
  const seat = page.getByRole("tabpanel", { name: "Seat" }).getByRole("heading", { level: 3 }).first().locator("xpath=preceding-sibling::*");
  await page.evaluate(([px, more]) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`html { filter: grayscale(1) } [role=tabpanel] h3 { line-height: 1 } :has(+ h3) { width: ${px}px !important; height: ${px}px !important; max-width: none !important; flex: none !important }${more}`);
    document.adoptedStyleSheets = [sheet];
  }, [LARGE, more]);
  const images = [];
  for (const theme of themes) {
    await page.evaluate((theme) => { document.documentElement.dataset.theme = theme; }, theme);
    images.push((await taken(seat)).toString("base64"));
  }
  assert.equal(new Set(images).size, themes.length, "each theme draws it in its own way");
  return images;
}

/** So often a drawing may be put there anew by the worker while it is being taken. */
const ANEW_MAX = 5;

async function taken(seat) {
  for (let anew = 0; ; anew += 1) {
    try {
      return await seat.screenshot({ caret: "initial" });
    } catch (error) {
      if (anew === ANEW_MAX || !/not attached/.test(error.message)) throw error;
    }
  }
}

async function draw([seat, says, query], forced, { themes = forced ? ["light"] : THEMES, more } = {}) {
  const { page, seen, close } = await open(lab, { address: `?${query}`, forcedColors: forced ? "active" : "none" });
  await page.getByRole("tab", { name: "Seat", exact: true }).click();
  const panel = page.getByRole("tabpanel", { name: "Seat" });
  await panel.getByLabel("Any seat").fill(seat);
  await panel.getByLabel("Any seat").press("Enter");
  await panel.getByRole("heading", { name: seat, exact: true }).waitFor();
  await panel.getByText(says, { exact: true }).first().waitFor();
  const images = await drawings(page, themes, more);
  assertClean(seen);
  await close();
  return images;
}

/** How many thousandths of two images differ, each in black and white: above or below the middle between its extremes. */
const differs = (page, a, b) => page.evaluate(async (images) => {
  const [a, b] = await Promise.all(images.map(async (base64) => {
    const image = await createImageBitmap(new Blob([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], { type: "image/png" }));
    const canvas = new OffscreenCanvas(140, 140).getContext("2d");
    canvas.drawImage(image, 0, 0, 140, 140);
    const { data } = canvas.getImageData(0, 0, 140, 140);
    const light = Array.from({ length: 140 * 140 }, (_, i) => data[4 * i]);
    const middle = (Math.min(...light) + Math.max(...light)) / 2;
    return light.map((it) => it > middle);
  }));
  return (1000 * a.filter((it, i) => it !== b[i]).length) / a.length;
}, [a, b]);

for (const forced of [false, true]) {
  test(`the states of a seat differ in ${forced ? "forced colours" : "shades of grey"}`, async () => {
    const drawn = [];
    for (const [name, look] of Object.entries(LOOKS)) drawn.push([name, await draw(look, forced)]);
    const page = await (await lab.browser.newContext()).newPage();
    // What is another colour only is no difference.
    const [recoloured] = await draw(LOOKS.booked, forced, { themes: ["light"], more: ":root { --user-a: #94356a !important }" });
    assert.ok(await differs(page, recoloured, drawn.find(([name]) => name === "booked")[1][0]) < DIFFERENT_MIN / 4);
    const alike = [];
    for (const [i, [a, ones]] of drawn.entries()) {
      for (const [b, others] of drawn.slice(i + 1)) {
        for (const [at, one] of ones.entries()) {
          const part = await differs(page, one, others[at]);
          if (part < DIFFERENT_MIN) alike.push(`${a} and ${b}, ${THEMES[at]}: ${part.toFixed(1)} of 1000`);
        }
      }
    }
    assert.deepEqual(alike, []);
    await page.context().close();
  });
}
