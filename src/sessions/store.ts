/** What is kept about one citizen: text that only the turn understands, and the revision it was written as (from 1). */
export type Kept = { revision: number; text: string };

/**
 * Where sessions live. A citizen is "<channel>:<her id there>". Everything kept expires after the days without use that the
 * store was opened with. Every call rejects when the store is out of reach; none waits longer than about a second.
 */
export type SessionStore = {
  recall(citizen: string): Promise<Kept | undefined>;
  /** Writes revision `after + 1` only if `after` is still the stored revision (0: nothing stored); false when somebody was faster. */
  remember(citizen: string, text: string, after: number): Promise<boolean>;
  forget(citizen: string): Promise<void>;
  /** Rejects when the store cannot be used now. */
  check(): Promise<void>;
  close(): Promise<void>;
};
