import { z } from "zod";

const given = (text: unknown): unknown => (text === "" ? undefined : text);

/** What a deployment may change, by the name of its environment variable. An empty value counts as not set. */
const environmentSchema = z.object({
  PORT: z.preprocess(
    given,
    z.coerce
      .number("a port from 0 to 65535")
      .int("a port from 0 to 65535")
      .min(0, "a port from 0 to 65535")
      .max(65535, "a port from 0 to 65535")
      .default(3000),
  ),
  DATA_DIR: z.preprocess(given, z.string().default("data")),
  CONTENT_DIR: z.preprocess(given, z.string().default("content")),
  REDIS_URL: z.preprocess(given, z.url({ protocol: /^rediss?$/, error: "an address such as redis://localhost:6379" }).optional()),
  PUBLIC_URL: z.preprocess(
    given,
    z.url({ protocol: /^https?$/, error: "the address citizens use, such as https://motcua.example.gov.vn" }).optional(),
  ),
  TRUST_PROXY: z.preprocess(
    given,
    z.coerce
      .number("how many proxies stand in front")
      .int("how many proxies stand in front")
      .min(0, "how many proxies stand in front")
      .optional(),
  ),
  SESSION_DAYS: z.preprocess(
    given,
    z.coerce.number("days from 1 to 365").int("days from 1 to 365").min(1, "days from 1 to 365").max(365, "days from 1 to 365").default(30),
  ),
  QUESTIONS: z.preprocess(given, z.enum(["on", "off"], "on or off").default("on")),
  TELEGRAM_BOT_TOKEN: z.preprocess(
    given,
    z
      .string()
      .regex(/^[\w-]+:[\w-]+$/, "a token from @BotFather, such as 123456:ABC…")
      .optional(),
  ),
  TELEGRAM_API_ROOT: z.preprocess(given, z.url({ protocol: /^https?$/, error: "the address of a Bot API server" }).optional()),
  TELEGRAM_WEBHOOK_SECRET: z.preprocess(
    given,
    z
      .string()
      .regex(/^[\w-]{1,256}$/, "1–256 of A–Z a–z 0–9 _ -")
      .optional(),
  ),
  ADMIN_TOKEN: z.preprocess(given, z.string().min(16, "at least 16 characters").optional()),
  LOG_LEVEL: z.preprocess(
    given,
    z
      .enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"], "fatal, error, warn, info, debug, trace or silent")
      .default("info"),
  ),
});

/** The settings of one process. */
export type Settings = z.infer<typeof environmentSchema>;

/** Reads the settings; what is wrong comes back as one line each, naming the variable and what it must be, never its value, which may be a secret. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): { settings: Settings } | { wrong: string[] } {
  const { data, error } = environmentSchema.safeParse(environment);
  if (data) return { settings: data };
  return { wrong: error.issues.map(({ path, message }) => `${String(path[0])} must be ${message}`) };
}
