import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect } from "vitest";
import { type OpenGuide, openGuide } from "./open-guide.ts";
import { openBrowser, openPage, seeReply, type Visit } from "./open-page.ts";

/** What every test of a file finds: a guide of its own, a first visit that was welcomed, and a way to visit it anew elsewhere. */
export type Here = Visit & { guide: OpenGuide; visitAt: (path: string) => Promise<void> };

/** Opens a guide and a visit before each test of a file and closes them after it; no visit may have had any trouble. Only known inside the tests. */
export function visiting(): Here {
  let browser: Browser;
  const here = { close: async () => {} } as Here;
  here.visitAt = async (path) => {
    await here.close();
    Object.assign(here, await openPage(browser, here.guide.origin + path));
  };
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    here.guide = await openGuide();
    await here.visitAt("/");
    await seeReply(here.page, "welcome");
  });
  afterEach(async () => {
    expect(here.troubles).toEqual([]);
    await here.close();
    here.guide.script.hold = undefined;
    await here.guide.close();
  });
  return here;
}
