import { describe, expect, test } from "vitest";
import { type ReadUpdate, readUpdate } from "../../../src/channels/telegram/read.ts";
import type { Event } from "../../../src/dialogue/event.ts";
import { botApiSchemas } from "./bot-api/schemas.ts";
import { payload, payloadNames } from "./payloads.ts";

const at = 1_794_000_000_000;
const inVietnamese = { at, hint: "vi" } as const;

/** What she did, by the name of the recorded update. */
const heard: Record<string, Event> = {
  text: { did: "wrote", text: "lam giay khai sinh cho con can gi", ...inVietnamese },
  "text-from-an-english-app": { did: "wrote", text: "how do i register a birth?", at, hint: "en" },
  "text-from-a-korean-app": { did: "wrote", text: "여권", at, hint: "en" },
  "text-without-language": { did: "wrote", text: "hộ chiếu", at, hint: undefined },
  "start-link": { did: "started", start: "1_001193--ninh-binh--vi", ...inVietnamese },
  "start-bare": { did: "started", start: "", ...inVietnamese },
  command: { did: "wrote", text: "/list", ...inVietnamese },
  "command-with-bot-name": { did: "wrote", text: "/forget", ...inVietnamese },
  photo: { did: "sent", what: "photo", ...inVietnamese },
  document: { did: "sent", what: "file", ...inVietnamese },
  voice: { did: "sent", what: "voice", ...inVietnamese },
  audio: { did: "sent", what: "voice", ...inVietnamese },
  video: { did: "sent", what: "video", ...inVietnamese },
  "video-note": { did: "sent", what: "video", ...inVietnamese },
  animation: { did: "sent", what: "video", ...inVietnamese },
  sticker: { did: "sent", what: "sticker", ...inVietnamese },
  location: { did: "sent", what: "location", ...inVietnamese },
  venue: { did: "sent", what: "location", ...inVietnamese },
  contact: { did: "sent", what: "contact", ...inVietnamese },
  dice: { did: "sent", what: "other", ...inVietnamese },
  press: { did: "chose", choice: "paper:1.001193:birth-notice:have", ...inVietnamese },
  "press-on-a-message-too-old": { did: "chose", choice: "paper:1.001193:birth-notice:have", ...inVietnamese },
};

/** What every other recorded update is to us. */
const otherwise: Record<string, ReadUpdate["as"]> = {
  pinned: "aside",
  edited: "aside",
  blocked: "aside",
  "channel-post": "aside",
  "group-talk": "aside",
  "group-photo": "aside",
  "removed-from-a-group": "aside",
  "made-administrator": "aside",
  "group-start": "group",
  "added-to-a-group": "group",
  "added-to-a-group-as-administrator": "group",
  "press-in-a-group": "press",
  "press-on-an-inline-message": "press",
};

describe("reading what Telegram delivers", () => {
  test("all recorded updates are updates that Telegram could send, and each is expected here", () => {
    const { update } = botApiSchemas();
    for (const name of payloadNames) expect([name, update(payload(name)), update.errors]).toEqual([name, true, null]);
    expect(payloadNames.toSorted()).toEqual([...Object.keys(heard), ...Object.keys(otherwise)].toSorted());
  });

  test.each(Object.entries(heard))("%s is heard as what she did", (name, event) => {
    const update = payload(name);
    const read = readUpdate(update, at);
    expect(read).toMatchObject({ as: "heard", update: update.update_id, chat: 42 });
    expect(read.as === "heard" && read.heard).toEqual({ citizen: "telegram:42", message: `u${update.update_id}`, event });
  });

  test.each(Object.entries(otherwise))("%s is not a turn of hers: %s", (name, as) => {
    expect(readUpdate(payload(name), at).as).toBe(as);
  });

  test("a press names the message under which the button stands, while Telegram still has it", () => {
    expect(readUpdate(payload("press"), at)).toMatchObject({ press: { query: payload("press").callback_query?.id, message: 345 } });
    expect(readUpdate(payload("press-on-a-message-too-old"), at)).toMatchObject({ press: { message: undefined } });
  });

  test("a group is spoken to in the language of whoever called us", () => {
    expect(readUpdate(payload("added-to-a-group"), at)).toMatchObject({ chat: -1001987654321, language: "vi" });
    expect(readUpdate(payload("added-to-a-group-as-administrator"), at)).toMatchObject({ language: "en" });
  });

  test("a message and its second delivery have the same id, and two messages never", () => {
    const ids = Object.keys(heard).map((name) => {
      const read = readUpdate(payload(name), at);
      return read.as === "heard" && read.heard.message;
    });
    expect(new Set(ids).size).toBe(ids.length);
    expect(readUpdate(payload("text"), at + 60_000)).toMatchObject({ heard: { message: ids[0] } });
  });

  test.each([
    ["nothing", undefined],
    ["a list", []],
    ["a text", "update"],
    ["no id", { message: payload("text").message }],
    ["an id that is no number", { update_id: "5" }],
    ["a message without a chat", { update_id: 5, message: { text: "hi" } }],
    ["a chat id of the wrong type", { update_id: 5, message: { chat: { id: "42", type: "private" }, text: "hi" } }],
    ["a text of the wrong type", { update_id: 5, message: { chat: { id: 42, type: "private" }, text: { deep: [] } } }],
    ["an unknown kind", { update_id: 5, brand_new_kind: { chat: { id: 42 } } }],
    ["an empty message", { update_id: 5, message: { chat: { id: 42, type: "private" } } }],
  ])("a poison update is set aside: %s", (_name, body) => {
    expect(readUpdate(body, at).as).toBe("aside");
  });

  test("a text of 100 kB is passed on whole", () => {
    const text = "đăng ký khai sinh ".repeat(6000);
    expect(readUpdate({ update_id: 5, message: { chat: { id: 42, type: "private" }, text } }, at)).toMatchObject({
      heard: { event: { did: "wrote", text } },
    });
  });
});
