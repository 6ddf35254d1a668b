// Plain JavaScript, so that an old Node can read it and say what is missing.
const major = Number(process.versions.node.split(".")[0]);
if (major < 24) {
  console.error(`Một Cửa needs Node 24 or newer; this is ${process.versions.node}. "npm start" brings its own after "npm ci".`);
  process.exit(1);
}
await import("./src/start.ts");
