import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, sep } from "node:path";
import type { Change, Version, VersionSource } from "./version.ts";

/** How many commits are looked at. */
const atMost = 500;
const kinds: Record<string, Change["kind"]> = { A: "added", M: "changed", T: "changed", D: "removed" };

/** The commits that touched a content folder; undefined without git, or when the folder is in no repository with commits. */
export function gitVersions(folder: string): VersionSource | undefined {
  const top = runGit(folder, ["rev-parse", "--show-toplevel"])?.toString().trimEnd();
  const under = runGit(folder, ["rev-parse", "--show-prefix"])?.toString().trimEnd();
  if (!top || under === undefined || !runGit(folder, ["rev-parse", "--verify", "--quiet", "HEAD"])) return undefined;
  const read = (id: string, path: string): Buffer | undefined => runGit(folder, ["cat-file", "blob", `${id}:${under}${path}`]);
  return {
    list: (path = ".") => {
      const format = "--format=%x1e%h%x1f%aI%x1f%an%x1f%s";
      const log = runGit(folder, ["log", `-${atMost}`, "-z", "--name-status", "--no-renames", "--relative", format, "--", path]);
      return readLog(log?.toString() ?? "");
    },
    find: (beginning) => {
      if (!/^[0-9a-f]{4,64}$/i.test(beginning)) return [];
      const commit = runGit(folder, ["rev-parse", "--verify", "--quiet", `${beginning}^{commit}`]);
      return commit ? [commit.toString().trim()] : [];
    },
    read,
    readBefore: (id, path) => read(`${id}^`, path),
    layOut: (id, into) => layOut(top, `${id}:${under}`, into),
  };
}

/** Is there a .git here or above? Then git should have answered: it is missing, or refuses somebody else's folder. */
export function looksLikeGit(folder: string): boolean {
  let at = realpathSync(folder);
  while (!existsSync(join(at, ".git"))) {
    if (dirname(at) === at) return false;
    at = dirname(at);
  }
  return true;
}

/** With an index of its own, so that nobody's staged files are touched; line ends come as the repository says. */
function layOut(top: string, tree: string, into: string): void {
  const aside = mkdtempSync(join(tmpdir(), "motcua-index-"));
  try {
    const index = { GIT_INDEX_FILE: join(aside, "index") };
    const laid =
      runGit(top, ["read-tree", tree], index) && runGit(top, ["checkout-index", "--all", "--force", `--prefix=${into}${sep}`], index);
    if (!laid) throw new Error(`git: ${tree}`);
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

/** Commits are parted by RS, their head's fields by US, statuses and paths by NUL. */
function readLog(log: string): Version[] {
  return log.split("\u001e").flatMap((commit) => {
    const [head = "", ...parts] = commit.split("\0");
    const [id, at, who = "", why = ""] = head.split("\u001f");
    if (id === undefined || at === undefined) return [];
    const changes = parts.flatMap((status, position): Change[] => {
      const kind = position % 2 === 0 ? kinds[status.trim()] : undefined;
      const path = parts[position + 1];
      return kind && path ? [{ kind, path }] : [];
    });
    return [{ id, at: new Date(at), who, why, changes }];
  });
}

/** What git says, or undefined when it is missing or refuses. A hook's settings for another repository do not reach it. */
function runGit(folder: string, words: string[], more: Record<string, string> = {}): Buffer | undefined {
  const { GIT_DIR, GIT_WORK_TREE, GIT_INDEX_FILE, GIT_PREFIX, ...environment } = process.env;
  const { status, stdout } = spawnSync("git", words, {
    cwd: folder,
    env: { ...environment, LC_ALL: "C", GIT_LITERAL_PATHSPECS: "1", ...more },
    maxBuffer: 1 << 30,
    stdio: ["ignore", "pipe", "ignore"],
  });
  return status === 0 ? stdout : undefined;
}
