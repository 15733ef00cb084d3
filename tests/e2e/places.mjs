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
