import type { Deed } from "../../../src/dialogue/event.ts";
import type { Heard } from "../../../src/turn.ts";
import type { Spoken } from "../../../src/wording/spoken.ts";
import { describeChannel, publicUrl } from "../channel-contract.ts";
import { openGuide } from "./open-guide.ts";
import { openBrowser, openPage, write } from "./open-page.ts";

describeChannel("the web page", async () => {
  let replies: Spoken[] = [];
  const heard: Heard[] = [];
  const turn = async (one: Heard): Promise<Spoken[]> => {
    heard.push(one);
    return replies;
  };
  const [guide, browser] = await Promise.all([openGuide({ turn, publicUrl }), openBrowser()]);
  const { page, close } = await openPage(browser, guide.origin);
  const said = page.locator(".said.guide");

  /** Does something and waits until it is answered. */
  async function deedOf(act: () => Promise<unknown>, before?: number): Promise<Deed> {
    const shown = before ?? (await said.count());
    await act();
    if (replies.length > 0) await said.nth(shown + replies.length - 1).waitFor();
    return heard.at(-1)?.event ?? { did: "opened" };
  }

  return {
    async see(wanted) {
      replies = wanted;
      await deedOf(() => write(page, "xem"));
      const texts = await page.locator(".latest").allTextContents();
      const links = await page.locator(".latest a").evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
      return { text: texts.join("\n"), links: links.map((link) => link.replace(guide.origin, publicUrl)) };
    },
    choose: ({ id, label }) => deedOf(() => page.locator(`.latest [data-choice="${id}"]`, { hasText: label }).click()),
    write: (text) => deedOf(() => write(page, text)),
    start: (start) => deedOf(() => page.goto(`${guide.origin}/?start=${start}`), 0),
    async close() {
      await close();
      await browser.close();
      await guide.close();
    },
  };
});
