import type { Deed } from "../../../src/dialogue/event.ts";
import type { Spoken } from "../../../src/wording/spoken.ts";
import { describeChannel, publicUrl } from "../channel-contract.ts";
import { talk } from "./talk.ts";

describeChannel("terminal", async () => {
  let replies: Spoken[] = [];
  let screen = "";
  const { type, heard, input, over } = await talk(() => replies, publicUrl);
  const write = async (text: string): Promise<Deed> => {
    screen = await type(text);
    return heard.at(-1)?.event ?? { did: "opened" };
  };
  return {
    async see(wanted) {
      replies = wanted;
      await write("xem");
      return { text: screen, links: [...screen.matchAll(/→ .*?: (\S+:\S+)$/gm)].map(([, url]) => url ?? "") };
    },
    choose({ label }) {
      const number = screen
        .split("\n")
        .flatMap((line) => (/^ {2}(\d+)\. (.*)$/.exec(line)?.[2] === label ? [line.trim().split(".")[0] ?? ""] : []));
      return write(number.at(-1) ?? "not in the list");
    },
    write,
    start: (start) => write(`/start ${start}`),
    async close() {
      input.end();
      await over;
    },
  };
});
