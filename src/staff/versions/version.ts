/** What happened to a file of the content; `path` is inside the content folder, with "/". */
export type Change = { kind: "added" | "changed" | "removed"; path: string };

/** The content as it once was. */
export type Version = {
  /** What `content -- restore` takes: the short name of a commit, or the name of a kept version. */
  id: string;
  at: Date;
  who: string;
  why: string;
  /** What this version changed; undefined for the oldest one kept, which has nothing to be compared with. */
  changes: Change[] | undefined;
};

/** Where versions come from: git, or what we keep ourselves. Ids are those of its own list. */
export type VersionSource = {
  /** Newest first; only those that touched a file, where one is named. */
  list: (path?: string) => Version[];
  /** The whole names of the versions that begin so. */
  find: (beginning: string) => string[];
  /** A file as it was in a version, or undefined when it was not there. */
  read: (id: string, path: string) => Buffer | undefined;
  /** The same just before that version. */
  readBefore: (id: string, path: string) => Buffer | undefined;
  /** Writes every file of a version into an empty folder. */
  layOut: (id: string, into: string) => void;
};

/** A day and time where the offices are: 2026-11-25 08:49:12. */
export function vietnamTime(at: Date): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Ho_Chi_Minh", dateStyle: "short", timeStyle: "medium" }).format(at);
}
