import { once } from "node:events";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { Opts, Update } from "@grammyjs/types";
import { Chats, type Result } from "./chats.ts";
import { bad, type Refusal, refuseCommands, refuseWebhook } from "./refuse.ts";
import { botApiSchemas } from "./schemas.ts";
import { Updates } from "./updates.ts";

/** One call as it arrived, and how it was refused. */
export type Call = { method: string; parameters: Record<string, unknown>; refusal?: Refusal };

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

/**
 * A Bot API server on loopback for one bot. It refuses what Telegram would refuse: what the types of @grammyjs/types do not allow, and by hand the
 * lengths, the HTML, the states of messages and presses, the conflicts of polling.
 */
export class BotApi {
  readonly token = "7000:AAtest-token_of_a_bot";
  readonly chats = new Chats();
  readonly updates = new Updates();
  readonly calls: Call[] = [];
  readonly #schemas = botApiSchemas();
  readonly #server: Server;
  readonly #presses = new Set<string>();
  #failures: { method: string; refusal: Refusal; after: number }[] = [];
  readonly #lost = new Set<string>();
  #lastUpdate = 500;

  private constructor() {
    this.#server = createServer(async (request, response) => {
      const answer = await this.#answer(request);
      if (answer === "lost") return void request.socket.destroy();
      const status = "refusal" in answer ? answer.refusal.error_code : 200;
      const body = "refusal" in answer ? { ok: false, ...answer.refusal } : { ok: true, result: answer.result };
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    });
  }

  /** Opens one on a free port, or again on the port of one that was closed. */
  static async open(port = 0): Promise<BotApi> {
    const api = new BotApi();
    api.#server.listen(port, "127.0.0.1");
    await once(api.#server, "listening");
    return api;
  }

  get port(): number {
    const address = this.#server.address();
    return typeof address === "object" && address ? address.port : 0;
  }

  get root(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Lets an update happen: the next id is given to it, its chat and its press are known from now on. Throws when Telegram could not send such an update. */
  happen(update: DistributiveOmit<Update, "update_id">): Update {
    const whole = { ...update, update_id: ++this.#lastUpdate } as Update;
    if (!this.#schemas.update(whole)) throw new Error(`not an update of Telegram's: ${JSON.stringify(this.#schemas.update.errors)}`);
    this.deliver(whole);
    return whole;
  }

  /** Delivers an update as it is, with the id it has. */
  deliver(update: Update): void {
    const chat = update.message?.chat ?? update.callback_query?.message?.chat ?? update.my_chat_member?.chat;
    if (chat) this.chats.known.add(chat.id);
    if (update.callback_query) this.#presses.add(update.callback_query.id);
    this.updates.add(update);
  }

  /** The calls of one method so far. */
  called(method: string): Call[] {
    return this.calls.filter((call) => call.method === method);
  }

  /** The next call of a method is refused with this, or one `after` so many that are not. */
  failNext(method: string, refusal: Refusal, after = 0): void {
    this.#failures.push({ method, refusal, after });
  }

  /** The next call of a method gets lost on the way. */
  loseNext(method: string): void {
    this.#lost.add(method);
  }

  async close(): Promise<void> {
    if (!this.#server.listening) return;
    const closed = once(this.#server, "close");
    this.#server.close();
    await this.updates.close();
    this.#server.closeAllConnections();
    await closed;
  }

  async #answer(request: IncomingMessage): Promise<Result | "lost"> {
    const [, token, method = ""] = /^\/bot([^/]+)\/(\w+)$/.exec(request.url ?? "") ?? [];
    if (token !== this.token) return { refusal: { error_code: 401, description: "Unauthorized" } };
    const read = readParameters(await readBody(request));
    if (!read) return { refusal: bad("can't parse request body as JSON") };
    const call: Call = { method, parameters: read };
    this.calls.push(call);
    if (this.#lost.delete(method)) return "lost";
    const result = await this.#do(call);
    if ("refusal" in result) call.refusal = result.refusal;
    return result;
  }

  async #do({ method, parameters }: Call): Promise<Result> {
    const failure = this.#failures.find((one) => one.method === method);
    if (failure && failure.after-- === 0) {
      this.#failures = this.#failures.filter((one) => one !== failure);
      return failure;
    }
    const check = this.#schemas.method(method);
    if (!check) return { refusal: { error_code: 404, description: "Not Found" } };
    const fits: boolean = check(parameters);
    if (!fits) return { refusal: bad(`${method}${check.errors?.[0]?.instancePath} ${check.errors?.[0]?.message}`) };
    return this.#method(method, parameters);
  }

  async #method(method: string, parameters: Record<string, unknown>): Promise<Result> {
    switch (method) {
      case "getMe":
        return { result: { id: 7000, is_bot: true, first_name: "Một Cửa", username: "MotCuaBot" } };
      case "getUpdates":
        return this.updates.get(parameters as Opts<string>["getUpdates"]);
      case "setWebhook":
        return (
          refused(refuseWebhook(parameters as Opts<string>["setWebhook"])) ?? this.updates.set(parameters as Opts<string>["setWebhook"])
        );
      case "deleteWebhook":
        return this.updates.set({ url: "" });
      case "sendMessage":
        return this.chats.send(parameters as Opts<string>["sendMessage"]);
      case "editMessageText":
        return this.chats.edit(parameters as Opts<string>["editMessageText"]);
      case "answerCallbackQuery":
        return this.#answerPress(String(parameters["callback_query_id"]));
      case "setMyCommands":
        return refused(refuseCommands(parameters as Opts<string>["setMyCommands"])) ?? { result: true };
      default:
        return { refusal: { error_code: 501, description: `Not Implemented: this server does not do ${method} yet` } };
    }
  }

  #answerPress(press: string): Result {
    const known = this.#presses.delete(press);
    return known ? { result: true } : { refusal: bad("query is too old and response timeout expired or query ID is invalid") };
  }
}

function refused(refusal: Refusal | undefined): Result | undefined {
  return refusal && { refusal };
}

async function readBody(request: IncomingMessage): Promise<string> {
  let body = "";
  request.setEncoding("utf8");
  for await (const part of request) body += part;
  return body;
}

function readParameters(body: string): Record<string, unknown> | undefined {
  try {
    const parsed: unknown = body === "" ? {} : JSON.parse(body);
    return typeof parsed === "object" && parsed !== null ? { ...parsed } : undefined;
  } catch {
    return undefined;
  }
}
