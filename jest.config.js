/** Unit tests. Types are checked by `tsc -b`; the end-to-end tests have a configuration of their own. */
const swc = require("./jest.swc.js");

module.exports = {
  testMatch: ["**/__tests__/**/*.test.ts"],
  testPathIgnorePatterns: [
    "/node_modules/",
    "/cdktf.out/",
    "/.cache/",
    "/templates/",
  ],
  modulePathIgnorePatterns: [
    "<rootDir>/cdktf.out/",
    "<rootDir>/.cache/",
    "/templates/project/package.json",
  ],
  moduleNameMapper: { "^tsx/cjs/api$": "<rootDir>/jest.tsx.js" },
  transform: { "^.+\\.ts$": ["@swc/jest", swc] },
  globalSetup: "<rootDir>/jest.global-setup.js",
  globalTeardown: "<rootDir>/jest.global-teardown.js",
  setupFilesAfterEnv: ["<rootDir>/jest.cdktf.js"],
};
