import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { facets } from "../../src/catalog/words.ts";
import { choiceId } from "../../src/dialogue/choice.ts";
import { type Event, unreadable } from "../../src/dialogue/event.ts";
import { respond } from "../../src/dialogue/respond.ts";
import { newSession, readSession, type Session } from "../../src/dialogue/session.ts";
import { plainText } from "../../src/wording/spoken.ts";
import { guided, knowledge, wording } from "../knowledge.ts";

const codes = guided.flatMap((procedure) => procedure.codes.map(({ code }) => code));
const said = [
  "có rồi",
  "chưa",
  "rồi",
  "không",
  "2",
  "số 3",
  "cái cuối",
  "quay lại",
  "thế cấp lại thì sao?",
  "không, ý tôi là đổi tên",
  "bao nhiêu tiền",
  "nộp ở đâu",
  "làm giấy khai sinh cho con",
  "mất căn cước",
  "ly hôn",
  "thời tiết",
  "Lạng Sơn",
  "/forget",
  "english",
  "asdf qwer",
  "",
  "0912345678",
  "rơi ví mất hết giấy tờ",
];

/** What a citizen may do: press one of the buttons she sees (`press` picks it), any button, or any text. */
const deed = fc.oneof(
  { weight: 6, arbitrary: fc.nat(200).map((press) => ({ press })) },
  fc.constantFrom(...said).map((text): Partial<Event> => ({ did: "wrote", text })),
  fc.string({ unit: "binary", maxLength: 700 }).map((text): Partial<Event> => ({ did: "wrote", text })),
  fc.constantFrom(...codes).map((code): Partial<Event> => ({ did: "chose", choice: choiceId("begin", code) })),
  fc
    .tuple(fc.constantFrom(...codes), fc.constantFrom(...facets))
    .map(([code, facet]): Partial<Event> => ({ did: "chose", choice: choiceId("facet", code, facet) })),
  fc.string({ maxLength: 64 }).map((choice): Partial<Event> => ({ did: "chose", choice })),
  fc.string({ maxLength: 70 }).map((start): Partial<Event> => ({ did: "started", start })),
  fc.constantFrom(...unreadable).map((what): Partial<Event> => ({ did: "sent", what })),
  fc.constant<Partial<Event>>({ did: "opened" }),
);

function eventOf(done: Partial<Event> | { press: number }, session: Session, at: number): Event {
  if (!("press" in done)) return { ...done, at } as Event;
  return { did: "chose", choice: session.shown[done.press % Math.max(1, session.shown.length)] ?? "menu", at };
}

describe("whatever a citizen does, in whatever order", () => {
  test("the guide answers, never throws, and what it would store reads back equal", () => {
    fc.assert(
      fc.property(fc.array(deed, { minLength: 1, maxLength: 25 }), fc.constantFrom("vi" as const, "en" as const), (deeds, language) => {
        let session: Session = { ...newSession(), language };
        for (const [position, done] of deeds.entries()) {
          const answer = respond(session, eventOf(done, session, position * 1000), knowledge);
          expect(answer.replies.length).toBeGreaterThan(0);
          for (const reply of answer.replies) expect(plainText(wording.speak(reply, language)).trim()).not.toBe("");
          expect(readSession(JSON.parse(JSON.stringify(answer.session)))).toEqual(answer.session);
          session = answer.session;
        }
      }),
      { numRuns: 300 },
    );
  });

  test("no word that only she wrote stands in the session, whatever became of her question", () => {
    const word = fc.stringMatching(/^[bdghklmnt][aeiou]{3}[bdghklmnt]{2}$/);
    const frame = fc.constantFrom(
      "",
      "làm giấy khai sinh cho con ",
      "xin mộc đỏ bản phô tô ",
      "thế ",
      "không, ý tôi là ",
      "cấp lại ",
      "làm cà vẹt ",
    );
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 6 }), frame, word, (deeds, before, own) => {
        let session = newSession();
        for (const [position, done] of [...deeds, { did: "wrote", text: before + own } as const, { press: 199 }, { press: 5 }].entries()) {
          session = respond(session, eventOf(done, session, position), knowledge).session;
          expect(JSON.stringify(session)).not.toContain(own);
        }
      }),
      { numRuns: 150 },
    );
  });

  test("the same session, event and knowledge give the same answer", () => {
    fc.assert(
      fc.property(deed, (done) => {
        const session = { ...newSession(), province: "lang-son" };
        const event = eventOf(done, session, 5);
        expect(respond(session, event, knowledge)).toEqual(respond(session, event, knowledge));
      }),
    );
  });

  test("a session that was broken by hand is read as far as it makes sense", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (stored) => {
        const session = readSession(stored);
        expect(readSession(session)).toEqual(session);
        expect(respond(session, { did: "opened", at: 0 }, knowledge).replies.length).toBeGreaterThan(0);
      }),
    );
  });
});
