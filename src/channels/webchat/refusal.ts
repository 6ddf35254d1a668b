/** An error that express's error middleware answers with its status, message and headers, as http-errors makes them. */
export type Refusal = Error & { status: number; expose: true; headers: Readonly<Record<string, string>> };

/** Makes the error that refuses a request: `detail` is shown to whoever asked. */
export function refusal(status: number, detail: string, headers: Readonly<Record<string, string>> = {}): Refusal {
  return Object.assign(new Error(detail), { status, expose: true as const, headers });
}
