import { Command, CommanderError } from "commander";
import { processSurroundings } from "./process-surroundings";
import type { Surroundings } from "./surroundings";

/**
 * A command is one file here, named as the command is. It exports `configure`, which gives the command that it gets its
 * description, arguments, options, exit codes and action; the action reads and writes through `surroundings` only. A file
 * is loaded when its command is called, so that no command waits for another one's modules.
 */
interface CommandModule {
  readonly configure: (command: Command, surroundings: Surroundings) => void;
}

interface CommandEntry {
  readonly summary: string;
  readonly load: () => Promise<CommandModule>;
}

/** In the order of the help: look, change, deploy, act on what runs, keep what people made. */
export const commands: Readonly<Record<string, CommandEntry>> = {
  start: {
    summary: "synthesize and check everything, deploy one environment",
    load: () => import("./start.js"),
  },
  synth: {
    summary: "write the Terraform configuration of every environment",
    load: () => import("./synth.js"),
  },
  check: {
    summary: "run every check on everything that is deployed",
    load: () => import("./check.js"),
  },
  "check-query": {
    summary: "check single PromQL, LogQL and TraceQL queries",
    load: () => import("./check-query.js"),
  },
  route: {
    summary: "show who is notified of an alert",
    load: () => import("./route.js"),
  },
  render: {
    summary: "write the files of Prometheus, Alertmanager and Helm",
    load: () => import("./render.js"),
  },
  review: {
    summary: "say what a change does",
    load: () => import("./review.js"),
  },
  plan: {
    summary: "plan an environment, and save the plan for review",
    load: () => import("./plan.js"),
  },
  apply: {
    summary: "apply the plan that was saved",
    load: () => import("./apply.js"),
  },
  environments: {
    summary: "list the environments",
    load: () => import("./environments.js"),
  },
  init: {
    summary: "write a repository of your own, to start from",
    load: () => import("./init.js"),
  },
  new: {
    summary: "write a new thing, ready to be filled in",
    load: () => import("./new.js"),
  },
  import: {
    summary: "write the TypeScript of a dashboard, rules or a routing tree",
    load: () => import("./import.js"),
  },
  adopt: {
    summary: "print import blocks for what a Grafana holds already",
    load: () => import("./adopt.js"),
  },
  slo: {
    summary: "report on SLOs, enforce and simulate them",
    load: () => import("./slo.js"),
  },
  silence: {
    summary: "silence alerts, such as those of a maintenance window",
    load: () => import("./silence.js"),
  },
  analyze: {
    summary: "find noisy, ignored and never firing alerts",
    load: () => import("./analyze.js"),
  },
  backup: {
    summary: "save what people made in Grafana by hand",
    load: () => import("./backup.js"),
  },
  restore: {
    summary: "put back what a backup holds",
    load: () => import("./restore.js"),
  },
  sync: {
    summary: "copy what people made by hand to another environment",
    load: () => import("./sync.js"),
  },
};

/** Runs the command that the arguments of this process name, and sets its exit code. */
export async function main(args: readonly string[]): Promise<void> {
  outliveReaders();
  try {
    await program().parseAsync(args, { from: "user" });
  } catch (error) {
    // Bad arguments, and the help that was asked for, are on the terminal already.
    if (!(error instanceof CommanderError)) console.error(errorText(error));
    process.exitCode = (error as { exitCode?: number }).exitCode ?? 1;
  }
}

function program(): Command {
  const monitoring = new Command("monitoring")
    .description(
      "Monitoring as code: Grafana, alerts, SLOs and who is notified",
    )
    .option(
      "--project <path>",
      "folder with monitoring.ts, or that file (default: the current folder, or the nearest above)",
    )
    .helpCommand(false)
    .showHelpAfterError("(add --help for what there is)")
    .exitOverride()
    .addHelpText(
      "after",
      "\nmonitoring <command> --help says more. DEBUG=1 shows where an error comes from.",
    );
  const surroundings = processSurroundings(
    () => monitoring.opts<{ readonly project?: string }>().project,
  );
  for (const [name, { summary }] of Object.entries(commands))
    monitoring.command(name).summary(summary);
  monitoring.hook("preSubcommand", async (_, command) => {
    const { configure } = await commands[command.name()]!.load();
    configure(
      command
        .configureHelp({ showGlobalOptions: true })
        .showHelpAfterError("(add --help for what there is)"),
      surroundings,
    );
  });
  return monitoring;
}

/** What reads may end, as `head` does: the rest of the output is dropped, and the command goes on to its end. */
function outliveReaders(): void {
  for (const stream of [process.stdout, process.stderr])
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
    });
}

/** The message alone; with its stack where `DEBUG` is set. */
function errorText(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (!process.env["DEBUG"]) return error.message;
  const stack = error.stack ?? error.message;
  return error.cause === undefined
    ? stack
    : `${stack}\ncaused by ${errorText(error.cause)}`;
}
