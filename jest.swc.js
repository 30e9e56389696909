/** How tests compile TypeScript: without types, which `tsc -b` checks. */
module.exports = {
  jsc: { target: "es2022", parser: { syntax: "typescript" } },
  module: { type: "commonjs" },
};
