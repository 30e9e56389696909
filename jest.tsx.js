/** Stands for `tsx/cjs/api` in tests: there, jest compiles TypeScript, and a project is loaded with the rest. */
module.exports = { require };
