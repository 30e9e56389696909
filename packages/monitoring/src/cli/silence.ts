import type { Command } from "commander";
import { coverageOf, unionOf } from "../silence/coverage";
import { coverageText } from "../silence/coverage-text";
import { matchersFrom } from "../silence/matcher-arguments";
import { dangersOf, silencesFor, type Silence } from "../silence/silence";
import type { Deployment } from "../model/deployment";
import { isDuration, type Duration } from "../model/duration";
import { matcherText } from "../model/matcher";
import { momentFrom } from "../notifications/label-arguments";
import { alertmanagerClient } from "../clients/alertmanager-client";
import { environmentArgument } from "./environment-argument";
import { exitCodes } from "./exit-codes";
import type { Surroundings } from "./surroundings";

interface SilenceOptions {
  readonly system: readonly string[];
  readonly match: readonly string[];
  readonly duration: Duration;
  readonly start?: string;
  readonly comment: string;
  readonly createdBy?: string;
  readonly alertmanager?: string;
  readonly dryRun?: true;
  readonly force?: true;
  readonly list?: true;
  readonly expire: readonly string[];
}

export function configure(command: Command, surroundings: Surroundings): void {
  exitCodes(command)
    .description(
      "silences alerts, such as those of a maintenance window, and says which they are. ALERTMANAGER_AUTHORIZATION is sent as the header Authorization",
    )
    .addArgument(environmentArgument())
    .option("--system <id>", "all alerts of a system; repeatable", also, [])
    .option(
      "--match <matcher>",
      'further matchers, such as service=api or instance=~"db-.*"; repeatable',
      also,
      [],
    )
    .option("--duration <duration>", "how long, such as 2h", duration, "1h")
    .option("--start <time>", "such as 2026-12-25T03:00Z; now if left out")
    .option("--comment <text>", "why", "")
    .option("--created-by <name>", "who; the user if left out")
    .option("--alertmanager <url>", "instead of the environment's")
    .option("--dry-run", "only says what would be silenced")
    .option("--force", "even if everything, or every page, is silenced")
    .option("--list", "the silences that are there")
    .option("--expire <id>", "ends a silence; repeatable", also, [])
    .action((name: string, options: SilenceOptions) =>
      silence(name, options, surroundings),
    );
}

/** Throws on dangerous silences, and an Alertmanager that refuses. */
async function silence(
  name: string,
  options: SilenceOptions,
  surroundings: Surroundings,
): Promise<void> {
  const { project, print, variables, waiting, retry } = surroundings;
  const deployment = project().deployment(name);
  const url =
    options.alertmanager ??
    deployment.environment.dataSources["alertmanager"] ??
    "http://localhost:9093";
  const authorization = variables["ALERTMANAGER_AUTHORIZATION"];
  const client = alertmanagerClient({
    ...retry,
    url,
    ...(authorization === undefined ? {} : { authorization }),
  });
  const answered = <T>(work: Promise<T>): Promise<T> =>
    waiting(`Alertmanager at ${url}`, work);

  for (const id of options.expire) {
    await answered(client.expireSilence(id));
    print(`${id} expired\n`);
  }
  if (options.list) {
    const silences = await answered(client.silences());
    const living = silences.filter(({ state }) => state !== "expired");
    print(
      living.length === 0
        ? "no silences\n"
        : living
            .map((one) => `${one.id} ${one.state} ${silenceText(one)}\n`)
            .join(""),
    );
  }
  if (options.list || options.expire.length > 0) return;

  const silences = asked(deployment, options, surroundings);
  const coverage = unionOf(
    silences.map(({ matchers }) => coverageOf(deployment, matchers)),
  );
  print(`${coverageText(coverage)}\n`);
  if (coverage.alerts.length === 0) {
    throw new Error(
      `no alert of ${name} has such labels, so nothing would be silenced; npx monitoring route shows what labels alerts have`,
    );
  }
  const dangers = dangersOf(silences, coverage);
  if (dangers.length > 0 && !options.force) {
    throw new Error(
      `refused without --force: ${dangers.join("; ")}; name a system, a service or an alert instead`,
    );
  }
  for (const one of silences) {
    const id = options.dryRun
      ? "would create"
      : await answered(client.createSilence(one));
    print(`${id} ${silenceText(one)}\n`);
  }
}

function asked(
  { systems }: Deployment,
  options: SilenceOptions,
  { now: clock, variables }: Surroundings,
): readonly Silence[] {
  const unknown = options.system.filter(
    (id) => !systems.some((system) => system.id === id),
  );
  if (unknown.length > 0) {
    throw new Error(
      `unknown system ${unknown.map((id) => `"${id}"`).join(", ")}, known are ${systems.map(({ id }) => id).join(", ")}`,
    );
  }
  const now = clock();
  return silencesFor(
    {
      systems: [...new Set(options.system)],
      matchers: matchersFrom(options.match),
      start: options.start === undefined ? now : momentFrom(options.start),
      duration: options.duration,
      createdBy: options.createdBy ?? variables["USER"] ?? "monitoring",
      comment: options.comment,
    },
    now,
  );
}

function silenceText(silence: Silence): string {
  const { matchers, startsAt, endsAt, createdBy, comment } = silence;
  return `{${matchers.map(matcherText).join(", ")}} from ${startsAt.toISOString()} to ${endsAt.toISOString()} by ${createdBy}: ${comment}`;
}

function also(text: string, before: readonly string[]): readonly string[] {
  return [...before, text];
}

function duration(text: string): Duration {
  if (!isDuration(text)) {
    throw new Error(`--duration must be such as 2h or 90m, got "${text}"`);
  }
  return text;
}
