import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { lookFor, type Program, programs } from "./find-program.ts";

const update = ["apt-get", "update"];
const install = ["apt-get", "install", "-y", "--no-install-recommends"];

/** Sees to the programs that the tests need besides npm's: finds them, installs them in a fresh Debian or Ubuntu container, or names the command. The exit code. */
function prepare(): number {
  const packages = missing();
  if (packages.length === 0) return 0;
  if (process.getuid?.() !== 0 || !isDebian()) return explain(packages);
  console.log(`The tests need ${packages.join(" and ")}: installing with apt-get.`);
  if (!run(update) || !run([...install, ...packages]) || missing().length > 0) return explain(packages);
  return 0;
}

function missing(): string[] {
  return (Object.keys(programs) as Program[]).filter((program) => lookFor(program) === undefined).map((program) => programs[program]);
}

function explain(packages: string[]): number {
  console.error(`The tests need ${packages.join(" and ")}: sudo ${update.join(" ")} && sudo ${[...install, ...packages].join(" ")}`);
  return 1;
}

/** Debian and Ubuntu name themselves or Debian in os-release(5). */
function isDebian(): boolean {
  try {
    return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(readFileSync("/etc/os-release", "utf8"));
  } catch {
    return false;
  }
}

/** The installed packages start no service: invoke-rc.d starts nothing in runlevel 1, systemctl nothing when offline. */
function run([command = "", ...words]: string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive", RUNLEVEL: "1", SYSTEMD_OFFLINE: "1" };
  return spawnSync(command, words, { env, stdio: ["ignore", "inherit", "inherit"] }).status === 0;
}

process.exitCode = prepare();
