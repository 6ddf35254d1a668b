import type { Deed } from "../../dialogue/event.ts";

/** What a typed line means, when these are the ids of the choices shown last: a deed, the wish to leave, or nothing. */
export function readLine(line: string, choices: readonly string[]): Deed | "leave" | undefined {
  const text = line.trim();
  if (text === "") return undefined;
  if (text === "/quit") return "leave";
  const choice = /^\d{1,3}$/.test(text) ? choices[Number(text) - 1] : undefined;
  if (choice !== undefined) return { did: "chose", choice };
  const start = /^\/start(?:\s+(?<payload>.*))?$/i.exec(text);
  return start ? { did: "started", start: start.groups?.["payload"] ?? "" } : { did: "wrote", text };
}
