import type { Page } from "playwright-core";
import { press, seeReply, write } from "./open-page.ts";
import type { ScriptedTurn } from "./scripted-turn.ts";

/** A state of the pages that citizens see: where it begins and how it is reached. */
export type PageState = { name: string; path?: string; reach: (page: Page, script: ScriptedTurn) => Promise<void> };

async function seeCard(page: Page): Promise<void> {
  await seeReply(page, "welcome");
  await write(page, "làm giấy khai sinh cho con");
  await seeReply(page, "card");
}

async function seeQuestion(page: Page): Promise<void> {
  await seeCard(page);
  await press(page, "Chuẩn bị giấy tờ cùng tôi");
  await seeReply(page, "question");
}

async function seePaper(page: Page): Promise<void> {
  await seeQuestion(page);
  await press(page, "Ở bệnh viện");
  await seeReply(page, "paper");
}

async function seeSummary(page: Page): Promise<void> {
  await seePaper(page);
  await press(page, "Đã có");
  await page.locator(".latest progress[value='2']").waitFor();
  await press(page, "Đã có");
  await seeReply(page, "summary");
}

async function seeReady(page: Page): Promise<void> {
  await seeSummary(page);
  await press(page, "Tôi nộp trực tuyến được chưa?");
  await seeReply(page, "ready");
}

async function seeLink(page: Page): Promise<void> {
  await seeReady(page);
  await press(page, "Tôi đã sẵn sàng");
  await seeReply(page, "link");
}

async function seeError(page: Page, script: ScriptedTurn): Promise<void> {
  await seeReply(page, "welcome");
  script.trouble = new TypeError("a mistake of ours");
  await write(page, "làm giấy khai sinh cho con");
  await page.locator(".trouble-said .choice").waitFor();
}

async function seeOffline(page: Page): Promise<void> {
  await seeCard(page);
  await page.context().setOffline(true);
  await write(page, "thế còn giấy khai tử?");
  await page.locator("#retry").waitFor();
}

async function seeTyping(page: Page, script: ScriptedTurn): Promise<void> {
  await seeReply(page, "welcome");
  script.hold = new Promise(() => {});
  await write(page, "làm giấy khai sinh cho con");
  await page.locator("#typing").waitFor();
}

/** Every state of the chat page and of the pages around it, with the scripted turn behind them. */
export const pageStates: readonly PageState[] = [
  { name: "welcome", reach: (page) => seeReply(page, "welcome") },
  { name: "waiting for an answer", reach: seeTyping },
  { name: "card", reach: seeCard },
  { name: "question", reach: seeQuestion },
  { name: "paper", reach: seePaper },
  { name: "summary", reach: seeSummary },
  { name: "ready check", reach: seeReady },
  { name: "filing link", reach: seeLink },
  { name: "error", reach: seeError },
  { name: "offline", reach: seeOffline },
  { name: "print page", path: "/checklist?start=1_001193&have=to-khai", reach: (page) => page.locator(".qr svg").waitFor() },
  { name: "no such checklist", path: "/checklist?start=9_999999", reach: (page) => page.locator("h1").waitFor() },
];
