/** Runs a TypeScript program of this project: `node cli/run.js cli/check.ts prod`. */
const { bundle } = require("./bundle");

const [entry, ...rest] = process.argv.slice(2);
const { file } = bundle(entry);
process.argv = [process.execPath, file, ...rest];
require(file);
