import { describe, expect, test } from "vitest";
import { procedureOf } from "../../src/catalog/catalog.ts";
import { type Trait, traitNames, traits } from "../../src/catalog/words.ts";
import type { Answer } from "../../src/dialogue/knowledge.ts";
import { respond } from "../../src/dialogue/respond.ts";
import { newSession, type Session } from "../../src/dialogue/session.ts";
import { askOrOffer } from "../../src/dialogue/steps/ask-apart.ts";
import { answerSaid } from "../../src/search/twins/twin-traits.ts";
import { knowledge, wording } from "../knowledge.ts";

const { catalog } = knowledge;
const none: ReadonlySet<string> = new Set();
const press = (session: Session, choice: string) => respond(session, { did: "chose", choice, at: 0 }, knowledge);

describe.each(["vi", "en"] as const)("every answer in %s", (language) => {
  test.each(traitNames)("about %s is understood when its label is typed", (trait: Trait) => {
    for (const answer of traits[trait])
      expect(answerSaid(catalog.words, traits[trait], { trait, subject: none, text: wording.sentence(`apart.${answer}`, language) })).toBe(
        answer,
      );
  });
});

test.each([
  ["cấp lại", "reissue"],
  ["em bị mất rồi", "reissue"],
  ["cap doi", "exchange"],
  ["làm thẻ tạm trú cho người nước ngoài mới sang", undefined],
  ["xin chào", undefined],
  ["mất thẻ", "reissue"],
  ["làm lại thẻ căn cước", "reissue"],
  ["cấp lại tạm trú", undefined],
])("%s means %s", (text, answer) => {
  expect(
    answerSaid(catalog.words, ["first", "reissue", "exchange"], { trait: "doing", text, subject: new Set(["the", "can", "cuoc"]) }),
  ).toBe(answer);
});

/** An answer as the guide keeps it: with the buttons she sees. */
function shownBy({ session, replies }: Answer): Answer {
  return { session: { ...session, shown: replies.flatMap(({ choices }) => choices.map(({ id }) => id)) }, replies };
}

/** Questions that fit several procedures of nearly the same name. */
const questions = [
  "căn cước",
  "giấy phép lái xe",
  "kết hôn",
  "giám hộ",
  "giấy phép khai thác khoáng sản",
  "trợ cấp thất nghiệp",
  "giấy phép xây dựng",
];

describe.each(questions)("%s", (question) => {
  test("is asked apart at most twice, every button leads somewhere within 64 bytes, and nothing found is lost on the way", () => {
    const found = knowledge.search(question).matches.map(({ code }) => procedureOf(catalog, code)?.code);
    const reached = new Set<string>();
    const follow = (session: Session, asked: number): void => {
      for (const choice of session.shown) {
        expect(Buffer.byteLength(choice)).toBeLessThanOrEqual(64);
        const card = /^card:(.+)$/.exec(choice)?.[1];
        if (card) reached.add(card);
        else if (/^(apart|among|none)/.test(choice)) {
          const answer = press(session, choice);
          const kind = answer.replies[0]?.kind;
          if (kind === "apart") expect(asked).toBeLessThan(2);
          if (kind === "apart" || kind === "choose") follow(answer.session, asked + 1);
          else expect(kind).toBe("unknown");
        }
      }
    };
    const { session, replies } = shownBy(
      askOrOffer({ session: newSession(), knowledge, at: 0 }, question, knowledge.search(question).matches),
    );
    expect(["apart", "choose"]).toContain(replies[0]?.kind);
    follow(session, 1);
    expect(found.filter((code) => !reached.has(code ?? ""))).toEqual([]);
  });
});
