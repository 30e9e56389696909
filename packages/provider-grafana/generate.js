/**
 * Writes lib/: the CDKTF bindings of the Grafana provider, one folder a
 * resource, generated from schema.json and compiled. Needs neither the network
 * nor terraform. Does nothing when lib/ already fits its inputs.
 */
const { createHash } = require("node:crypto");
const fs = require("node:fs");
const path = require("node:path");

const PROVIDER = "grafana";
const LIB = path.join(__dirname, "lib");
const SCRATCH = path.join(__dirname, ".cache");
const STAMP = "inputs.sha256";
const INPUT_FILES = ["schema.json", "package.json", "generate.js"];
const INPUT_PACKAGES = ["@cdktf/provider-generator", "cdktf", "typescript"];

async function main() {
  const stamp = stampOfInputs();
  if (stamp === stampOfLib()) return;

  const started = process.hrtime.bigint();
  fs.mkdirSync(SCRATCH, { recursive: true });
  const work = fs.mkdtempSync(path.join(SCRATCH, "bindings-"));
  try {
    const source = await generate(readSchema(), path.join(work, "source"));
    const compiled = compile(source, path.join(work, "lib"));
    fs.writeFileSync(path.join(compiled, STAMP), stamp);
    replaceLib(compiled, path.join(work, "previous"));
  } finally {
    fs.rmSync(work, { recursive: true, force: true });
  }
  const seconds = Number(process.hrtime.bigint() - started) / 1e9;
  console.log(
    `generated the bindings of ${PROVIDER} in ${seconds.toFixed(1)} s`,
  );
}

/** Hash of everything that decides what lib/ contains. */
function stampOfInputs() {
  const hash = createHash("sha256");
  for (const file of INPUT_FILES)
    hash.update(fs.readFileSync(path.join(__dirname, file)));
  for (const name of INPUT_PACKAGES)
    hash.update(`${name}@${require(`${name}/package.json`).version}\n`);
  return hash.digest("hex");
}

function stampOfLib() {
  const file = path.join(LIB, STAMP);
  return fs.existsSync(file) ? fs.readFileSync(file, "utf8") : undefined;
}

/**
 * The schema with the address and version of the one provider in it.
 * Throws when schema.json and package.json name different versions.
 */
function readSchema() {
  const schema = JSON.parse(
    fs.readFileSync(path.join(__dirname, "schema.json"), "utf8"),
  );
  const { version } = require("./package.json");
  const addresses = Object.keys(schema.provider_schemas ?? {});
  const [address] = addresses;
  if (addresses.length !== 1 || !address.endsWith(`/${PROVIDER}`))
    throw new Error(
      `schema.json must describe one provider called ${PROVIDER}, got ${addresses.join(", ") || "none"}: keep only that key of 'provider_schemas'`,
    );
  const described = schema.provider_versions?.[address];
  if (described !== version)
    throw new Error(
      `schema.json must describe version ${version} as package.json says, got ${described}: set 'version' and 'provider_versions' to the provider's version`,
    );
  return { schema, address, version };
}

/** Writes the TypeScript sources; returns the folder that holds one folder a resource. */
async function generate({ schema, address, version }, folder) {
  withoutTerraform();
  const { CodeMaker } = require("codemaker");
  const commons = require("@cdktf/commons");
  // The root of the generator package needs jsii-pacmak, which it does not declare.
  const {
    TerraformProviderGenerator,
  } = require("@cdktf/provider-generator/lib/get/generator/provider-generator");
  const {
    sanitizeProviderSchema,
  } = require("@cdktf/provider-schema/src/provider-schema");

  const source = address.split("/").slice(-2).join("/");
  const code = new CodeMaker();
  const constraint = new commons.TerraformProviderConstraint({
    name: PROVIDER,
    source,
    version,
  });
  const target = new commons.ConstructsMakerProviderTarget(
    constraint,
    commons.Language.TYPESCRIPT,
  );
  new TerraformProviderGenerator(code, sanitizeProviderSchema(schema)).generate(
    target,
  );
  await code.save(folder);
  return path.join(folder, "providers", PROVIDER);
}

/**
 * Loading @cdktf/commons starts `terraform version`, whose failure is printed
 * and reported over the network. The generator never looks at the answer.
 */
function withoutTerraform() {
  const id = require.resolve("@cdktf/commons/src/terraform");
  const exports = {
    terraformBinaryName: "terraform",
    terraformVersion: Promise.resolve("unknown"),
  };
  require.cache[id] = { id, filename: id, loaded: true, exports };
}

/** Compiles each resource's folder to CommonJS and declarations; returns `outDir`. */
function compile(sourceDir, outDir) {
  const ts = require("typescript");
  const roots = fs
    .readdirSync(sourceDir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => path.join(sourceDir, entry.name, "index.ts"));
  const program = ts.createProgram(roots, {
    rootDir: sourceDir,
    outDir,
    declaration: true,
    noEmitOnError: true,
    target: ts.ScriptTarget.ES2022,
    // The base classes of cdktf assign fields that the generated classes declare again.
    useDefineForClassFields: false,
    module: ts.ModuleKind.Node16,
    moduleResolution: ts.ModuleResolutionKind.Node16,
    strict: true,
    skipLibCheck: true,
    // What runs in no browser, and asks for nothing of Node.js.
    lib: ["lib.es2022.d.ts"],
    types: [],
  });
  const { diagnostics: emitted } = program.emit();
  const problems = [...ts.getPreEmitDiagnostics(program), ...emitted];
  if (problems.length > 0)
    throw new Error(
      `the generated sources must compile, got:\n${ts.formatDiagnostics(problems, ts.createCompilerHost({}))}`,
    );
  return outDir;
}

/** Swaps the finished folder in, so that lib/ is never half written. */
function replaceLib(finished, previous) {
  if (fs.existsSync(LIB)) fs.renameSync(LIB, previous);
  fs.renameSync(finished, LIB);
}

main().catch((error) => {
  console.error(`packages/provider-grafana: ${error.message}`);
  process.exitCode = 1;
});
