/**
 * Bundles a TypeScript program of this project with all that it loads: reading hundreds of files one by one takes longer
 * than most commands. A bundle is kept until a file that went into it changes.
 */
const {
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} = require("node:fs");
const { dirname, join, resolve } = require("node:path");

const root = join(__dirname, "..");

/** Programs that load files of their own when they run. */
const external = ["echarts", "esbuild", "eslint", "prettier", "typescript"];

/** The bundle of `entry` (a path from the project's root), and a file that names all that went into it, with size and time. */
function bundle(entry) {
  const name = entry.replace(/\.ts$/, "").replaceAll("/", "-");
  const file = join(root, ".cache/bundles", `${name}.cjs`);
  const inputs = `${file}.json`;
  if (existsSync(file) && isUpToDate(inputs)) return { file, inputs };
  const { metafile, outputFiles } = require("esbuild").buildSync({
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    external,
    metafile: true,
    platform: "node",
    target: "node20",
    outfile: file,
    write: false,
    logLevel: "error",
  });
  replaceFile(file, outputFiles[0].contents);
  const files = [
    ...Object.keys(metafile.inputs),
    "cli/bundle.js",
    "package-lock.json",
  ];
  replaceFile(
    inputs,
    JSON.stringify(files.map((path) => [path, stampOf(path)])),
  );
  return { file, inputs };
}

/** Another command may be reading the file. */
function replaceFile(file, content) {
  const unfinished = `${file}.${process.pid}`;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(unfinished, content);
  renameSync(unfinished, file);
}

function isUpToDate(inputs) {
  return (
    existsSync(inputs) &&
    JSON.parse(readFileSync(inputs, "utf8")).every(
      ([path, stamp]) => stampOf(path) === stamp,
    )
  );
}

/** Changes when the file does; empty for one that is not there. */
function stampOf(path) {
  const stats = statSync(resolve(root, path), { throwIfNoEntry: false });
  return stats === undefined ? "" : `${stats.size} ${stats.mtimeMs}`;
}

module.exports = { bundle };
