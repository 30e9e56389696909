/** Tests with real binaries: `npm run e2e`. Two files at a time: many wait more than they compute. */
const swc = require("../jest.swc.js");

module.exports = {
  rootDir: "..",
  testMatch: ["<rootDir>/e2e/**/*.test.ts"],
  modulePathIgnorePatterns: ["<rootDir>/cdktf.out/", "<rootDir>/.cache/"],
  transform: { "^.+\\.ts$": ["@swc/jest", swc] },
  globalSetup: "<rootDir>/e2e/scratch-setup.ts",
  globalTeardown: "<rootDir>/e2e/scratch-teardown.ts",
  // A real Grafana belongs to one file: all of them begin with an empty one.
  maxWorkers: process.env.E2E_GRAFANA_PROVIDER === "real" ? 1 : 2,
  testSequencer: "<rootDir>/e2e/sequencer.js",
  // The real provider repeats a refused rule group for two minutes, and machines are busy.
  testTimeout: 600_000,
};
