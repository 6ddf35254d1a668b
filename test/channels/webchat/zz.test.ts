import AxeBuilder from "@axe-core/playwright";
import { test } from "vitest";
import { openPage, openBrowser, write } from "./open-page.ts";
test("x", async () => {
  const b = await openBrowser();
  for (const [w, h] of [[390, 800], [1280, 800]] as const) {
  const v = await openPage(b, "http://localhost:3911/", {viewport:{width:w,height:h}}); const p = v.page;
  let n = 0;
  const shot = async () => { await p.waitForTimeout(250); await p.screenshot({path:`/tmp/shots/real-${w}-${n++}.png`}); console.log(n-1, await p.locator(".latest .choice").allTextContents()); };
  await p.locator(".latest").first().waitFor(); await shot();
  await write(p, "lam giay khai sinh cho con"); await shot();
  for (let i = 0; i < 9; i++) {
    const c = p.locator(".latest .choice"); const texts = await c.allTextContents();
    const i2 = texts.findIndex(t => /Bắt đầu|chuẩn bị|Chuẩn bị|Đã có|Có rồi/i.test(t)); await c.nth(i2 < 0 ? 0 : i2).click(); await shot();
  }
  const href = await p.locator(".link[href*='/checklist']").last().getAttribute("href").catch(()=>null); console.log(href);
  if (href) { await p.goto(href); await p.screenshot({path:`/tmp/shots/real-${w}-print.png`, fullPage:true});}
  console.log(v.troubles); await v.close();
  }
  await b.close();
}, 100000);
