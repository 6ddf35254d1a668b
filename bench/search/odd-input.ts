import { performance } from "node:perf_hooks";
import { answerQuestion } from "../../src/search/answer.ts";
import type { Shelf } from "./shelf.ts";

/** What nobody should type and somebody will. */
const odd: Record<string, string> = {
  nothing: "",
  "a thousand emoji": "🙂".repeat(1000),
  "only punctuation": "?!… --- ,,,".repeat(100),
  "100 kB of one letter": "a".repeat(100_000),
  "10,000 words": "đăng ký kết hôn ".repeat(3334),
  "10,000 words nobody has": Array.from({ length: 10_000 }, (_, at) => `xqz${at.toString(36)}`).join(" "),
  "misspelt words": "đnăg kíy khết hônn chứnng thwực bảnn sahoo giấyy tờờ nhhà đất ".repeat(8),
  "control and zero-width characters": "đ\u200bă\u0000n\u200dg ký\ufeff ".repeat(100),
  Chinese: "我要办理护照需要什么材料".repeat(20),
  Thai: "ฉันต้องการทำหนังสือเดินทาง".repeat(20),
};

/** A row for each: the outcome, and the milliseconds it took when it came for the first time. */
export function oddRows({ stock }: Shelf): string[][] {
  return Object.entries(odd).map(([name, text]) => {
    const before = performance.now();
    const { kind } = answerQuestion(stock, text, {});
    return [name, kind, (performance.now() - before).toFixed(2)];
  });
}
