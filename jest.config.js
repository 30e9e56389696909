/**
 * Unit tests run in plain Node.js, as the programs do: a file begins in milliseconds, because it shares the loaded modules with
 * the files before it. What a test changes in a module or in the process it therefore puts back.
 * Types are checked by `npm run typecheck`; the end-to-end tests have a configuration of their own.
 */
module.exports = {
  runner: ["jest-light-runner", { runtime: "child_process" }],
  testMatch: ["**/__tests__/**/*.test.ts"],
  testPathIgnorePatterns: ["/node_modules/", "/cdktf.out/", "/.cache/"],
  modulePathIgnorePatterns: ["<rootDir>/cdktf.out/", "<rootDir>/.cache/"],
  // `npm test` proves types and lint beside them.
  maxWorkers: "50%",
  globalSetup: "<rootDir>/jest.global-setup.js",
  globalTeardown: "<rootDir>/jest.global-teardown.js",
  setupFiles: ["<rootDir>/jest.typescript.mjs"],
  setupFilesAfterEnv: ["<rootDir>/jest.cdktf.js"],
};
