/** Tests with real binaries: `npm run e2e`. One file at a time, they are heavy. */
const { transform } = require("../jest.config.js");

module.exports = {
  rootDir: "..",
  testMatch: ["<rootDir>/e2e/**/*.test.ts"],
  modulePathIgnorePatterns: ["<rootDir>/cdktf.out/", "<rootDir>/.cache/"],
  transform,
  maxWorkers: 1,
  testTimeout: 120_000,
};
