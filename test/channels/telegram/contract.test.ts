import { expect } from "vitest";
import type { Deed } from "../../../src/dialogue/event.ts";
import type { Spoken } from "../../../src/wording/spoken.ts";
import { describeChannel, publicUrl } from "../channel-contract.ts";
import { payload } from "./payloads.ts";
import { type Served, scripted, serve, until } from "./serve.ts";

const chat = 42;

describeChannel("telegram", async () => {
  let replies: Spoken[] = [];
  const turn = scripted(() => replies);
  const served = await serve({ turn, publicUrl });
  await until(() => expect(served.api.updates.webhook).toBeDefined());
  const write = (text: string): Promise<Deed> => hear(served, { message: { ...payload("text").message, text } as never });
  const hear = async ({ api }: Served, update: Parameters<Served["api"]["happen"]>[0]): Promise<Deed> => {
    const { update_id } = api.happen(update);
    await until(() => expect(api.updates.delivered).toContainEqual({ update: update_id, status: 200 }));
    const heard = turn.heard.at(-1);
    expect(heard?.message).toBe(`u${update_id}`);
    return heard?.event ?? { did: "opened" };
  };
  return {
    async see(wanted) {
      replies = wanted;
      const before = served.api.chats.shown(chat).length;
      await write("xem");
      const shown = served.api.chats.shown(chat).slice(before);
      const buttons = shown.flatMap((message) => message.buttons.flat());
      return {
        text: [...shown.map(({ text }) => text), ...buttons.map(({ text }) => text)].join("\n"),
        links: buttons.flatMap((button) => ("url" in button ? [button.url] : [])),
      };
    },
    async choose({ id }) {
      const message = served.api.chats
        .shown(chat)
        .findLast(({ buttons }) => buttons.flat().some((button) => "callback_data" in button && button.callback_data === id));
      const { callback_query } = payload("press");
      return hear(served, {
        callback_query: { ...callback_query, data: id, message: { ...callback_query?.message, message_id: message?.id } } as never,
      });
    },
    write,
    start: (start) => write(`/start ${start}`),
    close: () => served.close(),
  };
});
