import type { Token } from "./tokens.ts";

const set = (words: string): ReadonlySet<string> => new Set(words.split(" "));

/** Family names that are no other word when their accents are typed, and those that are none even without. */
const families = set(
  "nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh trịnh đoàn lâm mai cao tạ lương trương đào phùng quách nông triệu hứa vi châu",
);
const clearFamilies = set("nguyen nguyễn huynh huỳnh hoàng bùi trịnh đặng phùng quách");
const middleNames = set("văn thị van thi");
/** Whoever these words stand before may be called by name. */
const persons = set("ten la ong ba anh chi em chau be co chu bac di thay con vo chong me bo ma cha ban cau mo ho am is mr mrs ms");
const speakers = set("toi em minh chau con tui to anh chi e t m ten");
/** Where a name typed without capitals ends. */
const afterNames = set(
  "muon can xin hoi bi lam co thi va nhung o sinh nam cho dang da se phai mat di nay que khai doi cap gia de nho sdt so dien tren trong vao roi chua duoc khong gi and i want need to lost for from how with",
);
const houses = set("ngo ngach hem kiet to thon xom ap");
const streets = set("duong pho ngo ngach hem");
const areas = set("duong pho phuong xa thon quan huyen tp tinh khu to ngo ngach hem xom ap ban");

/** Which tokens may tell who she is or where she lives. When in doubt a word is among them. */
export function personalOf(tokens: readonly Token[]): ReadonlySet<number> {
  const capitals = capitalsTell(tokens);
  const found = new Set<number>();
  for (let at = 0; at < tokens.length; at++) {
    if (found.has(at)) continue;
    const end = Math.max(endOfName(tokens, at, capitals), endOfAddress(tokens, at, capitals));
    for (let position = at; position < end; position++) found.add(position);
  }
  return found;
}

/** Do capitals tell anything here? Not where nearly every word has one. */
function capitalsTell(tokens: readonly Token[]): boolean {
  const words = tokens.filter(({ is }) => is === "word");
  return words.filter(({ capital }) => capital).length <= words.length * 0.6;
}

/** Where the name that begins here ends; `at` itself when none does. */
function endOfName(tokens: readonly Token[], at: number, capitals: boolean): number {
  const [token, next] = [tokens[at], tokens[at + 1]];
  if (token?.is !== "word") return at;
  const typed = token.text.toLowerCase();
  if (clearFamilies.has(typed)) return next?.is === "word" ? endOfWords(tokens, at + 2, at + 4) : at + 1;
  if (isFamily(token) && next && middleNames.has(next.text.toLowerCase())) return endOfWords(tokens, at + 3, at + 4);
  const before = tokens[at - 1];
  if (introduces(tokens, at)) return endOfWords(tokens, at + 1, at + 4);
  if (isFamily(token) && before?.plain === "la" && speakers.has(tokens[at - 2]?.plain ?? "")) return endOfWords(tokens, at + 2, at + 4);
  if (!capitals || !token.capital) return at;
  const end = endOfCapitals(tokens, at);
  const isRun = end - at >= 2 && isFamily(token);
  return isRun || (before?.is === "word" && persons.has(before.plain)) ? end : at;
}

function isFamily({ text }: Token): boolean {
  return families.has(text.toLowerCase());
}

/** "tên là …", "tên: …", "họ tên …", "em tên …", "my name is …": what follows is a name, however it is typed. */
function introduces(tokens: readonly Token[], at: number): boolean {
  const [token, before, third] = [tokens[at], tokens[at - 1], tokens[at - 2]];
  if (token?.plain === "la" || afterNames.has(token?.plain ?? "")) return false;
  if (before?.plain === "la" || before?.text === ":") return third?.plain === "ten";
  if (before?.plain === "is") return third?.plain === "name";
  return before?.plain === "ten" && (speakers.has(third?.plain ?? "") || (third?.plain === "ho" && token?.capital === true));
}

function endOfWords(tokens: readonly Token[], from: number, most: number): number {
  let end = from;
  while (end < most && tokens[end]?.is === "word" && !afterNames.has(tokens[end]?.plain ?? "")) end += 1;
  return end;
}

function endOfCapitals(tokens: readonly Token[], at: number): number {
  let end = at;
  while (tokens[end]?.is === "word" && tokens[end]?.capital) end += 1;
  return end;
}

/** Where the address that begins here with a house, an alley or a hamlet ends; `at` itself when none does. */
function endOfAddress(tokens: readonly Token[], at: number, capitals: boolean): number {
  const start = endOfHouse(tokens, at, capitals);
  let end = start;
  while (end > at) {
    const from = tokens[end]?.text === "," ? end + 1 : end;
    const token = tokens[from];
    const isArea = token?.is === "word" && areas.has(token.plain);
    const next = isArea ? endOfArea(tokens, from + 1, capitals) : capitals ? endOfCapitals(tokens, from) : from;
    if (next === from) break;
    end = next;
  }
  return end;
}

function endOfHouse(tokens: readonly Token[], at: number, capitals: boolean): number {
  const [one, two, three] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  const pair = `${one?.plain} ${two?.plain}`;
  if (pair === "so nha" || pair === "nha so") return isHouseNumber(three) ? at + 3 : at;
  if (one?.is === "word" && houses.has(one.plain) && isHouseNumber(two)) return at + 2;
  const street = (token: Token | undefined): boolean => token?.is === "word" && (streets.has(token.plain) || (capitals && token.capital));
  if (one?.plain === "so" && isHouseNumber(two) && street(three)) return at + 2;
  return one?.is === "number" && (one.text.includes("/") || street(two)) ? at + 1 : at;
}

function isHouseNumber(token: Token | undefined): boolean {
  return token?.is === "number" || (token?.is === "word" && /^\d/.test(token.text)) || token?.is === "gap";
}

/** The name of a street or commune: its capitals, else two words, else a number. */
function endOfArea(tokens: readonly Token[], from: number, capitals: boolean): number {
  if (tokens[from]?.is === "number") return from + 1;
  const named = capitals ? endOfCapitals(tokens, from) : from;
  return named > from ? named : endOfWords(tokens, from, from + 2);
}
