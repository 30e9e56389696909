/**
 * Runs main.ts beside the output, because a synth that fails must not leave half of itself over the last good one, and
 * keeps what it gave: the same input gives the same bytes, so they are made once and put wherever they are missing.
 */
const {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} = require("node:fs");
const { join, resolve } = require("node:path");
const { bundle } = require("./bundle");

/** The last good output, and beside it what it was made of. */
const made = join(__dirname, "../.cache/synthesized");
const output = resolve(
  process.env.CDKTF_OUTDIR ?? join(__dirname, "../cdktf.out"),
);
/** What cdktf writes. */
const parts = ["stacks", "manifest.json"];

// cdktf takes a stack trace for every token and shows none of them. DEBUG shows where an error was thrown.
if (!process.env.DEBUG)
  Error.captureStackTrace = (object) => {
    object.stack = "";
  };

try {
  const program = bundle("main.ts");
  if (!isMadeBy(program)) make(program);
  if (!isInPlace()) putInPlace();
} catch (error) {
  // What is wrong is in the message: construct or dashboard, value, what is allowed.
  console.error(process.env.DEBUG ? error.stack : `error: ${error.message}`);
  process.exitCode = 1;
}

function make({ file, inputs }) {
  const unproven = `${made}.unproven`;
  rmSync(unproven, { recursive: true, force: true });
  process.env.CDKTF_OUTDIR = unproven;
  require(file);
  writeFileSync(join(unproven, "inputs.json"), readFileSync(inputs));
  rmSync(made, { recursive: true, force: true });
  renameSync(unproven, made);
}

function isMadeBy({ inputs }) {
  return isSame(join(made, "inputs.json"), inputs);
}

function isInPlace() {
  const stacks = readdirSync(join(made, "stacks"));
  return (
    existsSync(join(output, "stacks")) &&
    readdirSync(join(output, "stacks")).length === stacks.length &&
    [
      "manifest.json",
      ...stacks.map((name) => join("stacks", name, "cdk.tf.json")),
    ].every((file) => isSame(join(made, file), join(output, file)))
  );
}

function putInPlace() {
  const unfinished = `${output}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  for (const part of parts)
    cpSync(join(made, part), join(unfinished, part), { recursive: true });
  keepStates(join(output, "stacks"), join(unfinished, "stacks"));
  mkdirSync(output, { recursive: true });
  for (const part of parts) {
    rmSync(join(output, part), { recursive: true, force: true });
    renameSync(join(unfinished, part), join(output, part));
  }
  rmSync(unfinished, { recursive: true });
}

function isSame(a, b) {
  return (
    existsSync(a) && existsSync(b) && readFileSync(a).equals(readFileSync(b))
  );
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
