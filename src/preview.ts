import type { Readable, Writable } from "node:stream";
import { serialize } from "node:v8";
import { pino } from "pino";
import type { Catalog } from "./catalog/catalog.ts";
import type { Problem } from "./catalog/problem.ts";
import type { Memory } from "./catalog/read-content.ts";
import type { Language } from "./catalog/text.ts";
import { terminal } from "./channels/terminal/terminal.ts";
import { webchat } from "./channels/webchat/webchat.ts";
import type { Knowledge } from "./dialogue/knowledge.ts";
import { writeStartLink } from "./dialogue/start-link.ts";
import { openLive } from "./live/open-live.ts";
import { onDay } from "./on-day.ts";
import { sendReader } from "./reader/send-reader.ts";
import { indexCatalog } from "./search/index-catalog.ts";
import { openSearch } from "./search/open-search.ts";
import { openServer } from "./server/open-server.ts";
import { openEmbedded } from "./sessions/embedded.ts";
import { speakPrintouts } from "./speak-printouts.ts";
import { openTurn } from "./turn.ts";
import { readLocales } from "./wording/read-locales.ts";
import { openWording } from "./wording/wording.ts";

/** Only this machine reaches a preview. */
const host = "127.0.0.1";

/** What is previewed: a code, on a day (2026-11-22), out of a content folder that was read with its drafts. */
export type Previewed = {
  folder: string;
  code: string;
  today: string;
  language: Language;
  read: { catalog: Catalog; version: string; memory: Memory };
  /** 0 takes a free one. */
  port: number;
  /** Told whenever a saved change is answered from, or is not because of these mistakes. */
  told: (broken: readonly Problem[]) => void;
};

/** An open preview: the address of its page, the same procedure in a terminal (done when she leaves), and its end. */
export type Preview = {
  address: string;
  chat: (seat: { input: Readable; output: Writable }) => Promise<void>;
  close: () => Promise<void>;
};

/**
 * The whole guide over a content folder as it would be with the drafts of one code published: sessions in memory, the real page with a
 * mark on it, saved changes at the next step. Rejects when the port is taken.
 */
export async function openPreview({ folder, code, today, language, read, port, told }: Previewed): Promise<Preview> {
  const { catalog, version } = read;
  const live = openLive({
    folder,
    first: { catalog, index: indexCatalog(catalog), version, problems: [], memory: new Uint8Array(serialize(read.memory)) },
    day: () => today,
    send: (errand) => sendReader({ ...errand, preview: code }),
    open: (brought): Knowledge => ({
      catalog: brought.catalog,
      search: openSearch(brought.index, brought.catalog),
      version: brought.version,
    }),
    told: ({ broken }) => told(broken),
  });
  const log = pino({ level: "error" }, pino.destination({ fd: 2, sync: true }));
  const wording = openWording(readLocales(new URL("../locales/", import.meta.url)));
  const store = openEmbedded({ path: ":memory:", days: 1 });
  const turn = onDay(openTurn({ store, knowledge: live.now, wording }), today);
  const start = writeStartLink({ code, language });
  const web = webchat({
    turn,
    pageWords: (spoken) => ({ ...wording.sentences("page.", spoken), ...wording.sentences("preview.", spoken) }),
    printout: speakPrintouts(live.now, wording),
    log,
    preview: { day: today, start },
  });
  const health = async () => ({
    procedures: live.now().catalog.procedures.size,
    guided: 1,
    sessions: "embedded" as const,
    content: { version: live.standing().version, broken: live.standing().broken.length },
  });
  const server = await openServer({ port, host, channels: [web], health, log }).catch(async (error: unknown) => {
    await store.close();
    throw error;
  });
  live.watch();
  const origin = `http://${host}:${server.port}`;
  return {
    address: `${origin}/?start=${start}`,
    chat: (seat) => terminal({ turn, publicUrl: origin, start, ...seat }).start(),
    close: async () => {
      await server.close();
      await live.close();
      await store.close();
    },
  };
}
