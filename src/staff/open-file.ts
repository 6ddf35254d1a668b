import { spawn } from "node:child_process";

/** The program of each system that opens a file in whatever belongs to it; xdg-open everywhere else. */
const openers: Partial<Record<NodeJS.Platform, [string, ...string[]]>> = { darwin: ["open"], win32: ["cmd", "/c", "start", ""] };

/** Opens a file as a double click would. Resolves to false where nothing can open it, as on a machine without a screen. */
export function openFile(path: string): Promise<boolean> {
  const [program, ...words] = openers[process.platform] ?? ["xdg-open"];
  return new Promise((resolve) => {
    const child = spawn(program, [...words, path], { detached: true, stdio: "ignore" });
    child.once("error", () => resolve(false));
    child.once("spawn", () => {
      child.unref();
      resolve(true);
    });
  });
}
