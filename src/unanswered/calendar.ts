const hour = 60 * 60 * 1000;
/** Vietnam is seven hours ahead, all year. */
const ahead = 7 * hour;

/** The month of a time (milliseconds since 1970) in Vietnam, counted from the year 0. */
export function monthOf(at: number): number {
  const there = new Date(at + ahead);
  return there.getUTCFullYear() * 12 + there.getUTCMonth();
}

/** The day of a time in Vietnam, counted from 1 January 1970. */
export function dayOf(at: number): number {
  return Math.floor((at + ahead) / (24 * hour));
}

/** A month as people write it in a list: 2026-11. */
export function monthName(month: number): string {
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
}
