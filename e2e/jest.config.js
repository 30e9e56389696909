/** Tests with real binaries: `npm run e2e`. One file at a time, they are heavy. */
const { transform } = require("../jest.config.js");

module.exports = {
  rootDir: "..",
  testMatch: ["<rootDir>/e2e/**/*.test.ts"],
  modulePathIgnorePatterns: ["<rootDir>/cdktf.out/", "<rootDir>/.cache/"],
  transform,
  globalSetup: "<rootDir>/e2e/scratch-setup.ts",
  globalTeardown: "<rootDir>/e2e/scratch-teardown.ts",
  maxWorkers: 1,
  // The real provider repeats a refused rule group for two minutes, and machines are busy.
  testTimeout: 600_000,
};
