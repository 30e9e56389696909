import project from "../monitoring";
import { parse, stringify } from "yaml";
import { prod } from "../environments/prod";
import { deploymentOf } from "monitoring-as-code/deployment";
import { type DeployedSystem, systemLabel } from "monitoring-as-code";
import { ruleFiles } from "monitoring-as-code/outputs/prometheus";
import { groupNames, promtoolTests } from "monitoring-as-code/slo";
import {
  alertCases,
  seriesOfSlo,
  type AlertCase,
  type Input,
} from "./alert-cases";
import { runCommand } from "@monitoring-as-code/grafana-stand-in";
import { programsNamed } from "./programs";
import { withFiles } from "./rendered-environment";

/** Their cases are in monitoring-rules.test.ts, which holds them to the same. */
const provenElsewhere = ["alerting", "node-infrastructure"];

const deployment = deploymentOf(prod, project);
const rules = ruleFiles(deployment).filter(({ path }) =>
  path.startsWith("rules/"),
);
const tested = deployment.systems.filter(({ id }) =>
  rules.some(({ path }) => path === fileOf(id)),
);
const [{ path: promtool } = { path: "promtool" }] = programsNamed("promtool");

/** What promtool says of a test file, beside those groups of the system's rule file that `isRead` names. */
async function judged(
  system: string,
  isRead: (group: string) => boolean,
  content: string,
): Promise<string> {
  const path = fileOf(system);
  const file = rules.find((candidate) => candidate.path === path);
  const { groups } = parse(file?.content ?? "") as {
    readonly groups: readonly { readonly name: string }[];
  };
  const read = stringify({ groups: groups.filter(({ name }) => isRead(name)) });
  return withFiles(
    [
      { path, content: read },
      { path: "test.yml", content },
    ],
    async (folder) => {
      const { exitCode, output } = await runCommand(
        promtool,
        ["test", "rules", "test.yml"],
        { cwd: folder, env: {} },
      );
      return exitCode === 0 ? "SUCCESS" : output;
    },
  );
}

/** Groups of SLOs cost much; of them, alerts that are written by hand read only what this SLO records. */
const readByHand = "requests-availability";

function isReadByHand({ slos }: DeployedSystem): (group: string) => boolean {
  const unread = slos.flatMap((slo) => {
    const { windows, period, alerts } = groupNames(slo);
    return slo.id === readByHand ? [alerts] : [windows, period, alerts];
  });
  return (group) => !unread.includes(group);
}

/** What promtool says of the cases of a system, all at the same step. */
async function casesJudged(
  system: DeployedSystem,
  cases: readonly AlertCase[],
  step: string,
): Promise<string> {
  const { id, recordingGroups, alertGroups } = system;
  const isRead = isReadByHand(system);
  const groups = [...recordingGroups, ...alertGroups]
    .map(({ name }) => name)
    .filter(isRead);
  const content = stringify({
    rule_files: [fileOf(id)],
    evaluation_interval: step,
    // What reads a record must see it in the same evaluation; periods read windows, budgets read periods.
    group_eval_order: [...groups].sort(windowsFirst),
    // One test in which the alert must fire, and one in which it must not.
    tests: cases.flatMap(({ alert, fires, silent, at = "30m" }) =>
      ([fires, silent] as const).map((input) => ({
        name: `${alert} ${input === fires ? "fires" : "is silent"}`,
        interval: step,
        input_series: seriesOf(id, input),
        promql_expr_test: [
          {
            expr: `count(count by (alertname) (ALERTS{alertname="${alert}",alertstate="firing",system="${id}"})) or vector(0)`,
            eval_time: at,
            exp_samples: [{ labels: "{}", value: input === fires ? 1 : 0 }],
          },
        ],
      })),
    ),
  });
  return judged(id, isRead, content);
}

describe.each(tested.filter(({ id }) => !provenElsewhere.includes(id)))(
  "$id",
  (system) => {
    const cases = alertCases[system.id] ?? [];

    it.each([...new Set(cases.map(({ step = "1m" }) => step))])(
      "fires each alert when it must, and not when it must not, step by step of %s",
      async (every) => {
        const own = cases.filter(({ step = "1m" }) => step === every);
        await expect(casesJudged(system, own, every)).resolves.toBe("SUCCESS");
      },
    );

    it("has a case for each alert, unless the alert always fires", () => {
      const computed = system.slos.flatMap((slo) =>
        alertsIn(sloTests(system, slo)),
      );
      expect([...cases.map(({ alert }) => alert), ...computed].sort()).toEqual(
        alertsOf(system).sort(),
      );
    });
  },
);

const promises = tested.flatMap((system) =>
  system.slos.map((slo) => ({ name: `${system.id}/${slo.id}`, system, slo })),
);

describe.each(promises)("SLO $name", ({ system, slo }) => {
  it("fires and stops its alerts when the closed form says", async () => {
    const own: readonly string[] = Object.values(groupNames(slo));
    await expect(
      judged(system.id, (group) => own.includes(group), sloTests(system, slo)),
    ).resolves.toBe("SUCCESS");
  });
});

describe("the cases", () => {
  it("are of systems that there are", () => {
    expect(tested.map(({ id }) => id)).toEqual(
      expect.arrayContaining([...Object.keys(alertCases), ...provenElsewhere]),
    );
  });

  it("fail for an alert that does not fire", async () => {
    const [system] = tested.filter(({ id }) => id === "applications");
    const [down] = alertCases["applications"] ?? [];
    if (system === undefined || down === undefined) throw new Error("no case");
    const swapped = { ...down, fires: down.silent, silent: down.fires };
    await expect(casesJudged(system, [swapped], "1m")).resolves.toContain(
      "FAILED",
    );
  });
});

function sloTests(
  { id }: DeployedSystem,
  slo: DeployedSystem["slos"][number],
): string {
  const series = seriesOfSlo[slo.id];
  return promtoolTests(slo, {
    systemId: id,
    ruleFile: fileOf(id),
    ...(series === undefined ? {} : { series }),
  });
}

/** Names of the alerts that a test file asks for, each once. */
function alertsIn(content: string): readonly string[] {
  const { tests } = parse(content) as {
    readonly tests: readonly {
      readonly promql_expr_test: readonly { readonly expr: string }[];
    }[];
  };
  const names = tests
    .flatMap((test) => test.promql_expr_test)
    .map(({ expr }) => /alertname="(\w+)"/.exec(expr)?.[1] ?? "");
  return [...new Set(names)];
}

/** Alerts that Prometheus evaluates and that do not always fire. */
function alertsOf({ alertGroups }: DeployedSystem): string[] {
  return alertGroups
    .flatMap(({ alerts }) => alerts)
    .filter(
      ({ datasource = "prometheus", paused = false, expr }) =>
        datasource === "prometheus" && !paused && expr !== "vector(1)",
    )
    .map(({ alert }) => alert);
}

function seriesOf(
  id: string,
  input: Input,
): readonly { readonly series: string; readonly values: string }[] {
  return Object.entries(input).map(([series, values]) => ({
    series: series.includes("{")
      ? series.replace("{", `{${systemLabel}="${id}",`)
      : `${series}{${systemLabel}="${id}"}`,
    values,
  }));
}

function fileOf(system: string): string {
  return `rules/${system}.yml`;
}

function windowsFirst(a: string, b: string): number {
  const rank = (name: string): number =>
    name.endsWith("-windows") ? 0 : name.endsWith("-period") ? 1 : 2;
  return rank(a) - rank(b);
}
