const { rmSync } = require("node:fs");

/** Removes the folder for temporary files that the set-up made. */
module.exports = () => rmSync(process.env.TMPDIR, { recursive: true });
