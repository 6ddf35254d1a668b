import type { Turn } from "./turn.ts";

/** A turn as if it were another day (2026-11-22), from nine in the morning in Vietnam on: for trying out what citizens are told then. */
export function onDay(turn: Turn, day: string): Turn {
  const shift = Date.parse(`${day}T09:00:00+07:00`) - Date.now();
  return (heard) => turn({ ...heard, event: { ...heard.event, at: heard.event.at + shift } });
}
