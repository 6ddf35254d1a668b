import type { Api } from "grammy";

/** Node's own signal under the type grammY asks for: its types name the class of a package that Node no longer needs. */
export function asGrammy(signal: AbortSignal): Parameters<Api["getMe"]>[0] {
  return signal as unknown as Parameters<Api["getMe"]>[0];
}
