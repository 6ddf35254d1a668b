import { join } from "node:path";
import { pino } from "pino";
import type { Registry } from "prom-client";
import { dayInVietnam } from "./catalog/day.ts";
import type { Channel } from "./channels/channel.ts";
import { telegram } from "./channels/telegram/telegram.ts";
import { terminal } from "./channels/terminal/terminal.ts";
import { webchat } from "./channels/webchat/webchat.ts";
import type { Knowledge } from "./dialogue/knowledge.ts";
import { giveUp } from "./give-up.ts";
import { type Live, openLive } from "./live/open-live.ts";
import { onDay } from "./on-day.ts";
import type { Call } from "./read-call.ts";
import type { Brought } from "./reader/hand-over.ts";
import { sendReader } from "./reader/send-reader.ts";
import { openSearch } from "./search/open-search.ts";
import { openMetrics, tellContent, timeTurns } from "./server/metrics.ts";
import { openServer } from "./server/open-server.ts";
import { openEmbedded } from "./sessions/embedded.ts";
import { openRedis } from "./sessions/redis.ts";
import type { SessionStore } from "./sessions/store.ts";
import type { Settings } from "./settings.ts";
import { speakPrintouts } from "./speak-printouts.ts";
import { openTurn, type Turn } from "./turn.ts";
import { hearQuestions } from "./unanswered/hear-questions.ts";
import { openQuestions } from "./unanswered/open-questions.ts";
import type { QuestionStore } from "./unanswered/question-store.ts";
import { readLocales } from "./wording/read-locales.ts";
import { openStaffWords } from "./wording/staff-words.ts";
import { tellProblems } from "./wording/tell-problems.ts";
import { openWording, type Wording } from "./wording/wording.ts";

/** Everything the channels work with. */
type Guide = {
  metrics: Registry;
  settings: Settings;
  live: Live<Knowledge>;
  wording: Wording;
  store: SessionStore;
  questions: QuestionStore | undefined;
  turn: Turn;
  log: pino.Logger;
};

/** The content as the reader brought it, kept up to date from now on; with mistakes in it, these in words, and no start. */
async function openContent(
  { CONTENT_DIR: folder }: Settings,
  brought: Promise<Brought>,
  { today, ...guide }: Pick<Guide, "metrics" | "log"> & Call,
): Promise<Live<Knowledge>> {
  const first = await brought;
  const words = openStaffWords(readLocales(new URL("../locales/staff/", import.meta.url)), "vi");
  if (!first.catalog) return giveUp(tellProblems(words, folder, first.problems));
  const count = tellContent(guide.metrics, first.version);
  return openLive({
    folder,
    first,
    day: () => today ?? dayInVietnam(Date.now()),
    send: sendReader,
    open: ({ catalog, index, version }) => ({ catalog, search: openSearch(index, catalog), version }),
    told: ({ version, broken }, ms) => {
      count({ version, broken });
      if (broken.length === 0) guide.log.info({ version, ms: Math.round(ms) }, "a newer content is answered from now");
      else
        guide.log.error(
          { version, broken: broken.length },
          `the newer content has mistakes, the last good one stays\n${tellProblems(words, folder, broken).join("\n")}`,
        );
    },
  });
}

/** As of another day nothing is kept: what was made up is neither a session nor a question of anybody. */
function openStore({ REDIS_URL, DATA_DIR, SESSION_DAYS: days }: Settings, log: pino.Logger, { today }: Call): SessionStore {
  const trouble = (error: unknown): void => log.error({ error: String(error) }, "the session store is in trouble");
  if (today !== undefined) return openEmbedded({ path: ":memory:", days, trouble });
  try {
    return REDIS_URL === undefined
      ? openEmbedded({ path: join(DATA_DIR, "sessions.sqlite"), days, trouble })
      : openRedis({ url: REDIS_URL, days, trouble });
  } catch (error) {
    return giveUp([error instanceof Error ? error.message : String(error)]);
  }
}

/** Where unanswered questions are kept; a store that cannot be used is said, and the guide does without. */
function openQuestionStore(settings: Settings, log: pino.Logger, { today }: Call): QuestionStore | undefined {
  const trouble = (error: unknown): void => log.error({ error: String(error) }, "unanswered questions cannot be kept");
  if (settings.QUESTIONS === "off" || today !== undefined) return undefined;
  try {
    return openQuestions(settings, trouble);
  } catch (error) {
    trouble(error);
    return undefined;
  }
}

async function openGuide(settings: Settings, brought: Promise<Brought>, call: Call): Promise<Guide> {
  const log = pino({ level: settings.LOG_LEVEL }, pino.destination({ fd: 2, sync: true }));
  const wording = openWording(readLocales(new URL("../locales/", import.meta.url)));
  const store = openStore(settings, log, call);
  const questions = openQuestionStore(settings, log, call);
  const metrics = openMetrics();
  const live = await openContent(settings, brought, { metrics, log, ...call });
  const turn = timeTurns(
    metrics,
    openTurn({
      store,
      knowledge: live.now,
      wording,
      tellFate:
        questions &&
        hearQuestions({
          store: questions,
          words: () => live.now().catalog.words,
          trouble: (error) => log.error({ error: String(error) }, "an unanswered question could not be kept"),
        }),
      mended: () => log.warn("a stored session could not be read whole; what made sense was kept"),
    }),
  );
  return { settings, live, wording, store, questions, turn, metrics, log };
}

function openChannels({ settings, live, wording, turn, log }: Guide): Channel[] {
  const { PUBLIC_URL: publicUrl, TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: apiRoot, TELEGRAM_WEBHOOK_SECRET: webhookSecret } = settings;
  const web = webchat({
    turn,
    pageWords: (language) => wording.sentences("page.", language),
    printout: speakPrintouts(live.now, wording),
    publicUrl,
    log,
  });
  return token === undefined ? [web] : [web, telegram({ token, apiRoot, turn, publicUrl, webhookSecret, sentence: wording.sentence, log })];
}

function counted({ catalog }: Knowledge): { procedures: number; guided: number } {
  const all = [...catalog.procedures.values()];
  return { procedures: all.length, guided: all.filter(({ kind }) => kind === "guided").length };
}

/** Serves the web page and, with a token, Telegram, until the process is told to stop. */
async function serve(guide: Guide): Promise<void> {
  const { settings, live, store, questions, metrics, log } = guide;
  const sessions = settings.REDIS_URL === undefined ? ("embedded" as const) : ("redis" as const);
  const channels = openChannels(guide);
  const health = async () => {
    await store.check();
    const { version, broken } = live.standing();
    return { ...counted(live.now()), sessions, content: { version, broken: broken.length } };
  };
  const admin = settings.ADMIN_TOKEN === undefined ? undefined : { token: settings.ADMIN_TOKEN, reload: live.reload };
  const server = await openServer({ port: settings.PORT, channels, health, log, trustProxy: settings.TRUST_PROXY, admin, metrics }).catch(
    (error: unknown) => giveUp([`PORT must be a free port: ${String(error)}`]),
  );
  if (settings.REDIS_URL !== undefined)
    await store.check().catch(() => log.error("REDIS_URL cannot be reached now; citizens are asked to try again until it can"));
  for (const channel of channels) await channel.start();
  live.watch();
  log.info(
    { ...counted(live.now()), sessions, version: live.standing().version, channels: channels.map(({ name }) => name) },
    `Một Cửa is open at http://localhost:${server.port}`,
  );
  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    for (const channel of channels) await channel.stop();
    await server.close();
    await live.close();
    await store.close();
    await questions?.close();
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => void stop().catch((error: unknown) => giveUp([String(error)])));
}

/** The same guide in the terminal, with the sessions of this machine. */
async function chat({ store, questions, turn, settings }: Guide, { today }: Call): Promise<void> {
  const { PUBLIC_URL: publicUrl } = settings;
  await terminal({
    turn: today === undefined ? turn : onDay(turn, today),
    input: process.stdin,
    output: process.stdout,
    publicUrl,
  }).start();
  await store.close();
  await questions?.close();
}

/** Opens the guide as soon as the reader is back: for everybody, or in this terminal. */
export async function open(settings: Settings, brought: Promise<Brought>, call: Call): Promise<void> {
  const guide = await openGuide(settings, brought, call);
  await (call.chat ? chat(guide, call) : serve(guide));
}
