import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

/** The programs the tests need besides npm's, and the Debian package that brings each. */
export const programs = { chromium: "chromium", "redis-server": "redis-server", git: "git" } as const;
export type Program = keyof typeof programs;

/** The path of a program; throws one line that names the command which installs it. */
export function findProgram(program: Program): string {
  const path = lookFor(program);
  if (path === undefined) throw new Error(`The tests need ${program}: sudo apt-get install --no-install-recommends ${programs[program]}`);
  return path;
}

/** The path of a program on PATH, or undefined. */
export function lookFor(program: Program): string | undefined {
  const folders = [...(process.env["PATH"] ?? "").split(delimiter), "/usr/bin", "/usr/sbin"];
  return folders.map((folder) => join(folder, program)).find(canRun);
}

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
