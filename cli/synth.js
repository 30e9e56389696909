/**
 * Runs main.ts: bundled, because reading hundreds of TypeScript files one by one takes longer than synthesizing, and into
 * a folder beside the output, because a synth that fails must not leave half of itself over the last good one. What is
 * up to date is left as it is.
 */
const {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} = require("node:fs");
const { join, resolve } = require("node:path");
const { buildSync } = require("esbuild");

const root = join(__dirname, "..");
const bundle = join(root, ".cache/synth/main.cjs");
const inputs = join(root, ".cache/synth/inputs.json");
/** What the last good synth was made of, and what it wrote. */
const proof = join(root, ".cache/synth/output.json");
const output = resolve(process.env.CDKTF_OUTDIR ?? join(root, "cdktf.out"));
const unproven = `${output}.unproven`;

// cdktf formats a stack trace for every token and shows none of them.
const format = Error.prepareStackTrace;
Error.prepareStackTrace = () => "";

try {
  bundleMain();
  if (!isSynthesized()) synthesize();
} catch (error) {
  // What is wrong is in the message: construct or dashboard, value, what is allowed. DEBUG shows where it was thrown.
  if (process.env.DEBUG) Error.prepareStackTrace = format;
  console.error(process.env.DEBUG ? error.stack : `error: ${error.message}`);
  process.exitCode = 1;
} finally {
  rmSync(unproven, { recursive: true, force: true });
}

function synthesize() {
  rmSync(unproven, { recursive: true, force: true });
  process.env.CDKTF_OUTDIR = unproven;
  require(bundle);
  keepStates(join(output, "stacks"), join(unproven, "stacks"));
  mkdirSync(output, { recursive: true });
  for (const part of ["stacks", "manifest.json"]) {
    rmSync(join(output, part), { recursive: true, force: true });
    renameSync(join(unproven, part), join(output, part));
  }
  writeFileSync(proof, proofOf(writtenFiles()));
}

/** The same input gives the same bytes: what was made of these very files, and is still as it was written, need not be made again. */
function isSynthesized() {
  if (!existsSync(proof)) return false;
  const files = writtenFiles();
  return files.length > 1 && readFileSync(proof, "utf8") === proofOf(files);
}

function writtenFiles() {
  const stacks = join(output, "stacks");
  const names = existsSync(stacks) ? readdirSync(stacks).sort() : [];
  return [
    join(output, "manifest.json"),
    ...names.map((name) => join(stacks, name, "cdk.tf.json")),
  ];
}

function proofOf(files) {
  return JSON.stringify([
    readFileSync(inputs, "utf8"),
    files.map((file) => [file, stampOf(file)]),
  ]);
}

/** A local state lies beside the stack that it belongs to, and outlives it: no other copy says what is deployed. */
function keepStates(from, to) {
  if (!existsSync(from)) return;
  for (const stack of readdirSync(from)) {
    for (const file of readdirSync(join(from, stack))) {
      if (/\.tfstate(\.|$)/.test(file))
        cpSync(join(from, stack, file), join(to, stack, file));
    }
  }
}

/** Bundles main.ts, unless the bundle is there and no file that went into it has changed since. */
function bundleMain() {
  const known = existsSync(inputs)
    ? JSON.parse(readFileSync(inputs, "utf8"))
    : [];
  if (
    known.length > 0 &&
    known.every(([file, stamp]) => stampOf(file) === stamp)
  )
    return;
  const { metafile } = buildSync({
    absWorkingDir: root,
    entryPoints: ["main.ts"],
    bundle: true,
    metafile: true,
    platform: "node",
    target: "node20",
    outfile: bundle,
    logLevel: "error",
  });
  const files = [
    ...Object.keys(metafile.inputs),
    "cli/synth.js",
    "package-lock.json",
  ];
  writeFileSync(
    inputs,
    JSON.stringify(files.map((file) => [file, stampOf(file)])),
  );
}

function stampOf(file) {
  const stats = statSync(resolve(root, file), { throwIfNoEntry: false });
  return stats === undefined ? "" : `${stats.size} ${stats.mtimeMs}`;
}
