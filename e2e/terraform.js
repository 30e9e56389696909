"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.Terraform = exports.TerraformError = void 0;
exports.endTerraformRuns = endTerraformRuns;
const node_fs_1 = require("node:fs");
const node_path_1 = require("node:path");
const grafana_stand_in_1 = require("@monitoring-as-code/grafana-stand-in");
const grafana_stand_in_2 = require("@monitoring-as-code/grafana-stand-in");
const grafana_stand_in_3 = require("@monitoring-as-code/grafana-stand-in");
/** A Terraform run ended with an error; `message` holds all that it printed. */
class TerraformError extends Error {}
exports.TerraformError = TerraformError;
const running = new Set();
/**
 * Ends every run that is still going. To be called before a provider that runs
 * reattach to is stopped: Terraform kills the process whose pid it was given
 * when it cannot reach the provider any more, and by then that may be another.
 */
async function endTerraformRuns() {
  const commands = [...running];
  for (const command of commands) command.kill("SIGKILL");
  await Promise.all(commands.map(({ finished }) => finished));
}
/**
 * Terraform in one working directory. Runs see none of the caller's
 * environment but PATH and HOME, so no real credentials either.
 */
class Terraform {
  workDir;
  environment;
  constructor({ workDir, environment = {} }) {
    this.workDir = workDir;
    this.environment = {
      PATH: process.env["PATH"] ?? "",
      HOME: process.env["HOME"] ?? "/",
      TZ: "UTC",
      TF_IN_AUTOMATION: "1",
      CHECKPOINT_DISABLE: "1",
      AWS_EC2_METADATA_DISABLED: "true",
      // Runs are short and machines have memory: collecting garbage less often takes a third off the time of AWS's provider.
      GOGC: "400",
      TF_CLI_CONFIG_FILE: writeCliConfig(),
      ...environment,
    };
  }
  async init() {
    await this.run("init", "-input=false");
  }
  async validate() {
    await this.run("validate");
  }
  /** Plans, and gives the plan back as JSON. */
  async plan(...options) {
    const file = (0, node_path_1.join)(this.workDir, "e2e.tfplan");
    await this.run("plan", "-input=false", `-out=${file}`, ...options);
    return JSON.parse(await this.run("show", "-json", file));
  }
  /** Applies the plan made last. */
  async applyPlan(...options) {
    await this.run("apply", "-input=false", ...options, "e2e.tfplan");
  }
  async apply(...options) {
    await this.run("apply", "-auto-approve", "-input=false", ...options);
  }
  async destroy() {
    await this.run("destroy", "-auto-approve", "-input=false");
  }
  async import(address, id) {
    await this.run("import", "-input=false", address, id);
  }
  async state() {
    return JSON.parse(await this.run("show", "-json"));
  }
  /** Runs any command and gives its standard output back. @throws TerraformError */
  async run(...args) {
    const { exitCode, stdout, output } = await this.start(...args).finished;
    if (exitCode === 0) return stdout;
    throw new TerraformError(
      `terraform ${args.join(" ")} ended with exit code ${exitCode}\n${output}`,
    );
  }
  /** Runs a command that is expected to fail, and gives all it printed back in one line. */
  async failure(...args) {
    const { exitCode, output } = await this.start(...args).finished;
    if (exitCode === 0) {
      throw new Error(`terraform ${args.join(" ")} succeeded:\n${output}`);
    }
    return output.replace(/[\s│]+/g, " ");
  }
  /** Starts a command that the caller talks to. */
  start(...args) {
    const options = {
      cwd: this.workDir,
      env: this.environment,
    };
    // The option stands between a command, which may have two words, and its arguments.
    const words = args[0] === "state" ? 2 : 1;
    const command = new grafana_stand_in_1.RunningCommand(
      "terraform",
      [...args.slice(0, words), "-no-color", ...args.slice(words)],
      options,
    );
    running.add(command);
    const forget = () => void running.delete(command);
    command.finished.then(forget, forget);
    return command;
  }
}
exports.Terraform = Terraform;
/** Providers come from a mirror on this machine if it has one, otherwise from the registry. */
function writeCliConfig() {
  const mirrored = ["hashicorp/aws", "grafana/grafana"].flatMap((provider) => {
    const path = (0, grafana_stand_in_2.findProviderMirror)(provider);
    return path === undefined ? [] : [{ provider, path }];
  });
  const mirrors = mirrored.map(
    ({ provider, path }) =>
      `  filesystem_mirror {\n    path    = ${JSON.stringify(path)}\n    include = ["${provider}"]\n  }\n`,
  );
  const exclude = mirrored.map(({ provider }) => `"${provider}"`).join(", ");
  const file = (0, node_path_1.join)(
    (0, grafana_stand_in_3.scratchFolder)("terraform"),
    "cli.tfrc",
  );
  (0, node_fs_1.writeFileSync)(
    file,
    `provider_installation {\n${mirrors.join("")}  direct {\n    exclude = [${exclude}]\n  }\n}\n`,
  );
  return file;
}
//# sourceMappingURL=terraform.js.map
