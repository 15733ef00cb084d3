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
};
