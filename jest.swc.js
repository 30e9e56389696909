/** How tests compile TypeScript: without types, which `npm run typecheck` checks. */
module.exports = {
  jsc: { target: "es2022", parser: { syntax: "typescript" } },
  module: { type: "commonjs" },
};
