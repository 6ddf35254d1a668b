/** Which folder of src/ may import from which other folders or files of src/; nothing else. catalog/text.ts names the languages. start.ts, main.ts and preview.ts, which put the guide together, may import everything. */
const directions = {
  "catalog/": [],
  "search/": ["catalog/"],
  "dialogue/": ["catalog/", "search/"],
  "reader/": ["catalog/", "search/"],
  "live/": ["reader/", "catalog/"],
  "wording/": ["dialogue/", "catalog/"],
  "sessions/": ["dialogue/"],
  "unanswered/": ["sessions/", "dialogue/", "search/", "catalog/"],
  "turn.ts": ["dialogue/", "sessions/", "wording/", "catalog/text.ts", "catalog/fold.ts"],
  "on-day.ts": ["turn.ts"],
  "read-call.ts": ["catalog/day.ts"],
  "speak-printouts.ts": ["channels/webchat/printed.ts", "dialogue/", "wording/"],
  "settings.ts": [],
  "channels/channel.ts": [],
  "server/": ["channels/channel.ts"],
  "staff/": [
    "catalog/",
    "search/",
    "dialogue/",
    "wording/",
    "turn.ts",
    "on-day.ts",
    "preview.ts",
    "sessions/",
    "unanswered/",
    "settings.ts",
    "channels/terminal/",
  ],
};

/** Which room of the search may import from which other rooms of it; its own files, which put them together, may import every one. */
const searchRooms = {
  "text/": [],
  "index/": ["text/"],
  "twins/": ["text/", "index/"],
  "question/": ["text/", "twins/"],
};

/** What every channel may import: the contract, the turn, what an event and what a spoken reply is, and the names of the languages. */
const forChannels = ["channels/channel.ts", "turn.ts", "dialogue/event.ts", "wording/spoken.ts", "catalog/text.ts"];

/** Packages and built-in modules that belong to one place. */
const owners = {
  "express, node_modules/express/": "(server|channels)/",
  "helmet, node_modules/helmet/": "server/",
  "i18next, node_modules/i18next/": "wording/",
  "ioredis, node_modules/ioredis/": "sessions/",
  "sqlite, ^(node:)?sqlite$": "(sessions/|unanswered/embedded\\.ts)",
  "fuse, node_modules/fuse\\.js/": "search/",
  "grammy, node_modules/(grammy|@grammyjs)/": "channels/telegram/",
  "qrcode, node_modules/qrcode/": "channels/webchat/",
  "yaml, node_modules/yaml/": "(catalog|staff)/",
  "chokidar, node_modules/chokidar/": "live/",
  "threads, ^(node:)?worker_threads$": "reader/",
  "disk, ^(node:)?fs(/promises)?$":
    "(catalog/read-files\\.ts|wording/read-[^/]+\\.ts|channels/webchat/page-files\\.ts|sessions/open-file\\.ts|live/footprint\\.ts|main\\.ts|settings\\.ts|staff/)",
  "locales, ^locales/": "(dialogue|wording)/",
};

const source = (path) => `^src/${path.replaceAll(".", "\\.")}`;

const folderRules = Object.entries(directions).map(([folder, allowed]) => ({
  name: `directions of ${folder}`,
  severity: "error",
  from: { path: source(folder) },
  to: { path: "^src/", pathNot: [folder, ...allowed].map(source) },
}));

const roomRules = Object.entries(searchRooms).map(([room, allowed]) => ({
  name: `directions of search/${room}`,
  severity: "error",
  from: { path: source(`search/${room}`) },
  to: { path: source("search/"), pathNot: [room, ...allowed].map((one) => source(`search/${one}`)) },
}));

const ownerRules = Object.entries(owners).map(([named, owner]) => {
  const [name, path] = named.split(", ");
  return { name: `${name} has its place`, severity: "error", from: { path: "^src/", pathNot: `^src/${owner}` }, to: { path } };
});

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    ...folderRules,
    ...roomRules,
    ...ownerRules,
    {
      name: "a channel knows no other channel",
      severity: "error",
      from: { path: "^src/channels/([^/]+)/" },
      to: { path: "^src/", pathNot: ["^src/channels/$1/", ...forChannels.map(source)] },
    },
    {
      name: "the page runs in a browser",
      severity: "error",
      from: { path: "^src/channels/webchat/page/" },
      to: { pathNot: "^src/channels/webchat/page/" },
    },
    {
      name: "the page of the whole content is one script, put into it as text",
      severity: "error",
      from: { path: "^src/staff/overview/page/" },
      to: {},
    },
    {
      name: "the server does not load the page's scripts",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/channels/webchat/page/" },
      to: { path: "^src/channels/webchat/page/" },
    },
    { name: "only the start imports main", severity: "error", from: { pathNot: "^src/start\\.ts$" }, to: { path: "^src/main\\.ts$" } },
    {
      name: "only its command imports the preview",
      severity: "error",
      from: { pathNot: "^src/staff/commands/preview-procedure\\.ts$" },
      to: { path: "^src/preview\\.ts$" },
    },
    {
      name: "the preview knows nothing of what is kept about citizens",
      severity: "error",
      from: { path: "^src/preview\\.ts$" },
      to: { path: "^src/(unanswered/|settings\\.ts|sessions/(redis|connect-redis)\\.ts)" },
    },
    { name: "nobody imports the start", severity: "error", from: {}, to: { path: "^src/start\\.ts$" } },
    {
      name: "only the start, main, the preview and what keeps the content live send a reader",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/(reader/|live/|start\\.ts$|main\\.ts$|preview\\.ts$)" },
      to: { path: "^src/reader/" },
    },
    {
      name: "a reader works in its own thread",
      severity: "error",
      from: {},
      to: { path: "^src/reader/content-reader\\.ts$" },
    },
    {
      name: "commands are not imported",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/(staff/|main\\.ts$)" },
      to: { path: "^src/staff/" },
    },
    { name: "the dialogue is pure", severity: "error", from: { path: "^src/dialogue/" }, to: { dependencyTypes: ["core"] } },
    {
      name: "the dialogue takes the type of locales only",
      severity: "error",
      from: { path: "^src/dialogue/" },
      to: { path: "^locales/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "what runs is a dependency",
      severity: "error",
      from: { path: "^src/" },
      to: { dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown"], dependencyTypesNot: ["type-only"] },
    },
    { name: "no circles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "no orphans",
      severity: "error",
      from: { orphan: true, pathNot: ["^src/channels/webchat/page/", "^src/staff/overview/page/", "^src/start\\.ts$"] },
      to: {},
    },
    { name: "every import is found", severity: "error", from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
      extensions: [".ts", ".mjs", ".js", ".json", ".d.ts"],
    },
  },
};
