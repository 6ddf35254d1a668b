import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { findProgram } from "../../machine/find-program.ts";

/** Chromium as it runs in a container, without a screen and without talking to anybody. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: findProgram("chromium"),
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

/** A citizen's visit. `troubles` are errors of the page, violations of its policy and requests to other hosts; `sent` is every body sent to the chat interface. */
export type Visit = { page: Page; troubles: string[]; sent: Record<string, string>[]; close: () => Promise<void> };

const tellViolations = 'addEventListener("securitypolicyviolation", (event) => console.error("policy: " + event.violatedDirective))';

/** Opens a page of the guide in a browser window of its own, as new visitors do. */
export async function openPage(browser: Browser, address: string, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext({ reducedMotion: "reduce", viewport: { width: 1280, height: 800 }, ...options });
  await context.addInitScript(tellViolations);
  const page = await context.newPage();
  const visit: Visit = { page, troubles: [], sent: [], close: () => context.close() };
  page.on("pageerror", (error) => visit.troubles.push(String(error)));
  page.on("console", (message) => {
    const lostNetwork = message.text().startsWith("Failed to load resource");
    if (message.type() === "error" && !lostNetwork) visit.troubles.push(message.text());
  });
  page.on("request", (request) => {
    if (!request.url().startsWith(new URL(address).origin)) visit.troubles.push(`a request to ${request.url()}`);
    if (request.url().endsWith("/api/chat")) visit.sent.push(request.postDataJSON());
  });
  await page.goto(address);
  return visit;
}

/** Writes into the field and sends with Enter. */
export async function write(page: Page, text: string): Promise<void> {
  await page.locator("#text").fill(text);
  await page.locator("#text").press("Enter");
}

/** Presses one of the newest choices. */
export async function press(page: Page, label: string): Promise<void> {
  await page.locator(".latest .choice", { hasText: label }).click();
}

/** Waits until the newest reply is of this kind. */
export async function seeReply(page: Page, kind: string): Promise<void> {
  await page.locator(`.latest[data-kind="${kind}"]`).last().waitFor();
}
