import { procedureOf } from "../catalog/catalog.ts";
import type { Language } from "../catalog/text.ts";
import type { SmallTalk } from "../catalog/words.ts";
import { provinceNamed, takeAsAnswer, takeProvinceNamed } from "./answer-text.ts";
import { tellChanges } from "./changes.ts";
import { choose, goBackFrom } from "./choose.ts";
import type { Event } from "./event.ts";
import { hear, languageNamed, type Meaning } from "./hear.ts";
import type { Answer, Here, Knowledge } from "./knowledge.ts";
import { followUp, lookUp, sayMisunderstood } from "./look-up.ts";
import { text as line, reply } from "./phrase.ts";
import { maskPrivate } from "./private-numbers.ts";
import type { Reply, SentenceName } from "./reply.ts";
import type { Session } from "./session.ts";
import { comeBackIn, showPlace } from "./show-place.ts";
import { readStartLink } from "./start-link.ts";
import { showProvinces, withProvince } from "./steps/choose-province.ts";
import { showStatus } from "./steps/give-link.ts";
import { forget, listChecklists, offerLanguages, sayOnly, sayUnreadable } from "./steps/keep-house.ts";
import { offerOthers } from "./steps/say-unknown.ts";
import { showCard } from "./steps/show-card.ts";
import { showFacets } from "./steps/show-facet.ts";
import { beginAnew } from "./steps/walk-on.ts";
import { showHelp, showMenu, welcome } from "./steps/welcome.ts";

/** Of a question this many characters are read. */
const mostCharacters = 500;

/** What the guide answers and what it then knows of her. Pure and synchronous: the same session, event and knowledge give the same answer. */
export function respond(session: Session, event: Event, knowledge: Knowledge): Answer {
  const language = event.language ?? session.language ?? writtenIn(event);
  const here: Here = { session: { ...session, ...(language && { language }) }, knowledge, at: event.at };
  const answer = tellChanges(here, answerTo(here, event));
  return { ...answer, session: { ...answer.session, shown: choicesShown(answer.replies) } };
}

/** Letters that only Vietnamese has say which language she writes, whatever her phone is set to. */
function writtenIn(event: Event): Language | undefined {
  return event.did === "wrote" &&
    /[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/i.test(event.text.slice(0, mostCharacters).normalize("NFC"))
    ? "vi"
    : undefined;
}

function answerTo(here: Here, event: Event): Answer {
  switch (event.did) {
    case "opened":
      return comeBackIn(here);
    case "started":
      return start(here, event.start);
    case "chose":
      return press(here, event.choice);
    case "sent":
      return sayUnreadable(here, event.what);
    case "wrote":
      return read(here, event.text);
  }
}

/** A button that leads nowhere any more is followed by where she is, when she is in the middle of something. */
function press(here: Here, choice: string): Answer {
  const answer = choose(here, choice);
  const { at } = here.session.place;
  const lost = answer.replies.at(-1)?.kind === "old-choice" && at !== "start" && at !== "menu";
  return lost ? before(here, "old-choice", "old-choice") : answer;
}

function choicesShown(replies: readonly Reply[]): string[] {
  return (replies.findLast(({ choices }) => choices.length > 0)?.choices ?? []).map(({ id }) => id);
}

/** Follows a start link. Parts that mean nothing are said to mean nothing; the others still count. */
function start(here: Here, link: string): Answer {
  const { code, province, language, unread } = readStartLink(link.trim());
  const spoken = language ? { ...here, session: { ...here.session, language } } : here;
  const moved = province === undefined ? spoken : withProvince(spoken, province);
  const there = moved ?? spoken;
  const known = code === undefined || procedureOf(there.knowledge.catalog, code) !== undefined;
  const answer = code !== undefined && known ? showCard(there, code) : welcome(there);
  if (known && moved && unread.length === 0) return answer;
  return { ...answer, replies: [reply("unknown", { lines: [line("start.unknown")] }), ...answer.replies] };
}

/** Reads a text: private numbers are taken out before anybody else sees it. */
function read(here: Here, written: string): Answer {
  const visible = [...written.slice(0, mostCharacters * 4).replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]+/gu, " ")]
    .slice(0, mostCharacters)
    .join("")
    .trim();
  const { text, masked } = maskPrivate(visible);
  if (!masked) return answerText(here, text);
  const warning = reply("private", { lines: [line("private.numbers")] });
  if (!/\p{L}{2}/u.test(text)) return sayOnly(here, "private", "private.numbers");
  const answer = answerText(here, text);
  return { ...answer, replies: [warning, ...answer.replies] };
}

function answerText(here: Here, text: string): Answer {
  if (text === "") return sayOnly(here, "unreadable", "unreadable.empty");
  const meaning = hear(text, here.knowledge.catalog.words);
  if (meaning.means === "command") return obey(here, meaning);
  if (meaning.means === "nth") {
    const { shown } = here.session;
    const id = meaning.nth === "last" ? shown.at(-1) : shown[meaning.nth - 1];
    if (id !== undefined) return choose(here, id);
    if (shown.length > 0) return before(here, "old-choice", "nth.none");
  }
  const answer = takeAsAnswer(here, text, meaning.means === "reply" ? meaning.reply : undefined) ?? takeProvinceNamed(here, text);
  if (answer) return answer;
  if (meaning.means === "reply") return sayMisunderstood(here, text);
  if (meaning.means === "small talk") return bePolite(here, meaning.said);
  if (meaning.means === "correction") return meaning.text.trim() === "" ? offerOthers(here) : ask(here, meaning.text);
  if (meaning.means === "follow-up") return askFurther(here, meaning.text);
  return ask(here, text);
}

/** One sentence, and then again what she was shown. */
function before(here: Here, kind: "old-choice" | "polite", sentence: SentenceName): Answer {
  const shown = showPlace(here);
  return { ...shown, replies: [reply(kind, { lines: [line(sentence)] }), ...shown.replies] };
}

/** A greeting or thanks: a kind word, and her place where she is in the middle of something. */
function bePolite(here: Here, said: SmallTalk): Answer {
  const { at } = here.session.place;
  if (said === "hello") return at === "start" ? welcome(here) : before(here, "polite", "polite.hello");
  return sayOnly(here, "polite", "polite.thanks");
}

/** A question; a province named in it becomes hers. */
function ask(here: Here, text: string): Answer {
  const named = provinceNamed(here, text);
  const moved = named && withProvince(here, named.province.id);
  return moved ? lookUp(moved, named.rest) : lookUp(here, text);
}

/** "thế … thì sao?": another province, another facet, or another procedure of the same kind. */
function askFurther(here: Here, part: string): Answer {
  const named = provinceNamed(here, part);
  const moved = named?.whole ? withProvince(here, named.province.id) : undefined;
  if (!moved) return followUp(here, part);
  const { asked } = here.session;
  return asked?.code === undefined ? showPlace(moved) : showFacets(moved, asked.code, asked.facets.length > 0 ? asked.facets : ["place"]);
}

function obey(here: Here, { command, words }: Extract<Meaning, { means: "command" }>): Answer {
  switch (command) {
    case "start":
      return start(here, words.startsWith("/") ? "" : words.includes("_") || words.includes("--") ? words : "");
    case "help":
      return showHelp(here);
    case "list":
      return listChecklists(here);
    case "province":
      return takeProvinceNamed(here, words) ?? showProvinces(here);
    case "language": {
      const language = languageNamed(words);
      return language ? showPlace({ ...here, session: { ...here.session, language } }) : offerLanguages(here);
    }
    case "forget":
      return forget(here);
    case "back":
      return goBackFrom(here);
    case "restart":
      return "code" in here.session.place ? beginAnew(here, here.session.place.code) : showMenu(here);
    case "status":
      return showStatus(here);
    case "stop":
      return showMenu(here);
  }
}
