// The places of the lab, for tests that look at each of them.
import { edit, open } from "./helpers.mjs";

export const button = (place, name) => place.getByRole("button", { name, exact: true });

/** Opens the lab. */
export async function begin(lab, options) {
  const opened = await open(lab, options);
  opened.page.setDefaultTimeout(20_000);
  await opened.page.getByRole("navigation", { name: "Modes" }).waitFor();
  return opened;
}

/** How to get to each from its beginning. */
export const PLACES = {
  start: (page) => button(page, "Play the race").waitFor(),
  race: async (page) => {
    await button(page, "Play the race").waitFor();
    await page.keyboard.press("End");
    await page.getByRole("region", { name: "Verdict" }).getByText(/sold twice/).waitFor();
  },
  compare: async (page) => {
    await page.getByRole("link", { name: "Compare" }).click();
    await page.getByRole("heading", { name: "optimistic" }).first().waitFor();
  },
  explore: async (page) => {
    await page.getByRole("link", { name: "Explore" }).click();
    await button(page, "Explore every order").click();
    await page.getByText("31,200 of 31,320 orders sell a seat twice.").first().waitFor();
    await button(page, "Stop").waitFor({ state: "detached" });
  },
  editor: async (page) => {
    await (await edit(page)).getByRole("grid").waitFor();
  },
  share: async (page) => {
    await button(page, "Share").click();
    await button(page.getByRole("dialog", { name: "Share" }), "Copy link").waitFor();
  },
  you: async (page) => {
    await button(page, "Race against others yourself").click();
    await page.getByRole("heading", { name: "Choose a seat." }).waitFor();
  },
};

/** Two ways through the race, both on the scrubber: one was left before its first step. */
export async function part(page) {
  await page.keyboard.press("Shift+A");
  await page.keyboard.press("End");
  await button(page, "Play again").waitFor();
  await page.keyboard.press("Home");
  await page.keyboard.press("Shift+B");
  await page.getByRole("navigation", { name: "Branches" }).getByRole("button").nth(1).waitFor();
}

/** Lets the program panic at a step: the browser refuses it something that no browser refuses. */
export async function fall(page) {
  await button(page, "One step").click();
  await page.getByText(/step 1,/).waitFor();
  await page.evaluate(() => {
    const real = Element.prototype.setAttribute;
    Element.prototype.setAttribute = function refuse() {
      Element.prototype.setAttribute = real;
      throw new Error("the browser refuses");
    };
  });
  await button(page, "One step").click();
  await page.getByRole("alert").getByRole("heading", { name: /seatrace has failed/ }).waitFor();
}

/** The tabs of the inspector, each with something that stands in it at the end of a race. */
const TABS = { Table: "Users after step", Judge: "No show could have answered so.", Seat: "What happened to it", Figures: "Users after step" };

/** What opens within a place: `look` is called with the name of each, as soon as it is there. */
export const WITHIN = {
  help: async (page, look) => {
    await button(page, "Help and keys").click();
    await button(page.getByRole("dialog", { name: "Keys" }), "Close").waitFor();
    await look("help");
  },
  inspector: async (page, look) => {
    await PLACES.race(page);
    for (const [name, says] of Object.entries(TABS)) {
      await page.getByRole("tab", { name, exact: true }).click();
      await page.getByRole("tabpanel", { name, exact: true }).getByText(says).first().waitFor();
      await look(name.toLowerCase());
    }
  },
  branches: async (page, look) => {
    await part(page);
    await look("branches");
  },
  code: async (page, look) => {
    await PLACES.race(page);
    for (const [name, file] of [["SQL", "naive.sql"], ["Pseudo-code", "naive.py"]]) {
      await button(page, name).click();
      await page.getByRole("list", { name: file }).waitFor();
      await look(file);
    }
  },
  futures: async (page, look) => {
    await PLACES.explore(page);
    const runs = page.getByRole("region", { name: "Test runs" });
    await runs.getByRole("radio", { name: "10", exact: true }).check();
    await runs.getByText("Found in 10 runs").waitFor();
    await look("odds");
    await page.getByRole("link", { name: "Show one: Sold twice, 5 tickets", exact: true }).click();
    await page.getByText(/^Sealed by step/).waitFor();
    await page.keyboard.press("Home");
    await page.getByText(/orders after it/).first().waitFor();
    await look("futures");
  },
  shop: async (page, look) => {
    await page.getByRole("radio", { name: "two-phase" }).click({ force: true });
    await PLACES.you(page);
    await page.getByRole("gridcell", { name: /^Row E, seat 6,/ }).click();
    await button(page, "Hold E6").click();
    await page.getByRole("heading", { name: "E6 is held for you." }).waitFor();
    await button(page, "Pause").click();
    await look("held");
    await button(page, "Pay").click();
    await page.getByRole("heading", { name: "E6 is yours." }).waitFor();
    await look("sold");
  },
};
