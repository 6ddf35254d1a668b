import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    pool: "forks",
    // Every core, the first included: otherwise two cores run one file at a time.
    maxWorkers: "100%",
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // .ci/run counts from the second one.
    reporters: ["default", "json"],
    outputFile: { json: "node_modules/.cache/tests.json" },
  },
});
