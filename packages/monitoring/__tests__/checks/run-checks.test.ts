import type { Check } from "../../src/checks/check";
import { counts } from "../../src/checks/finding";
import { findingsText, summaryOf } from "../../src/checks/report";
import { runChecks } from "../../src/checks/run-checks";
import { sarifLog } from "../../src/checks/sarif";
import type { Deployment } from "../../src/model/deployment";
import { findProject } from "../../src/project/load-project";
import "../in-sample-project";

const [local, prod] = ["local", "prod"].map((name): Deployment => {
  const deployment = findProject().deployment("staging");
  return {
    ...deployment,
    environment: { ...deployment.environment, name },
  };
}) as [Deployment, Deployment];

const everywhere: Check = {
  id: "test/everywhere",
  severity: "error",
  title: "Something everywhere",
  run: () => [
    {
      path: "shop > alert ShopDown",
      message: "it is wrong",
      fix: "put it right",
      position: { line: 1, column: 3, snippet: "up = 0\n  ^" },
      suppress: [
        { check: "test/everywhere", reason: "it is late", until: "2026-05-31" },
      ],
    },
  ],
};

const inProd: Check = {
  id: "test/prod",
  severity: "warning",
  title: "Something in prod",
  run: ({ environment }) =>
    environment.name === "prod"
      ? [{ path: "shop > alert ShopDown", message: "odd", fix: "look" }]
      : [],
};

describe(runChecks, () => {
  test("reports what several environments share once, and names them", () => {
    expect(
      runChecks([local, prod], [inProd, everywhere]).map((finding) => [
        finding.id,
        finding.environments,
      ]),
    ).toEqual([
      ["test/everywhere", ["local", "prod"]],
      ["test/prod", ["prod"]],
    ]);
  });

  test("keeps what is suppressed, with its reason, until its last day has passed", () => {
    const on = (today?: string) =>
      runChecks([local], [everywhere], today === undefined ? {} : { today })[0];
    expect(on()?.suppressed).toEqual({
      reason: "it is late",
      until: "2026-05-31",
      expired: false,
    });
    expect(on("2026-05-31")?.suppressed?.expired).toBe(false);
    expect(on("2026-06-01")?.suppressed?.expired).toBe(true);
    expect(
      runChecks([local], [everywhere], { today: "2026-05-31" }).some(counts),
    ).toBe(false);
    expect(
      runChecks([local], [everywhere], { today: "2026-06-01" }).some(counts),
    ).toBe(true);
  });

  test("compares the whole fleet, whichever environment is asked for", () => {
    const fleetWide: Check = {
      id: "test/fleet",
      severity: "error",
      title: "The fleet",
      scope: "environments",
      run: (deployments) => [
        { path: "fleet", message: `${deployments.length}`, fix: "none" },
      ],
    };
    expect(
      runChecks([local], [fleetWide], { fleet: [local, prod] })[0],
    ).toMatchObject({ message: "2", environments: ["local", "prod"] });
  });
});

describe(findingsText, () => {
  const findings = runChecks([local, prod], [inProd, everywhere], {
    today: "2026-06-01",
  });

  test("groups by system, points into the query, says what to do, and counts", () => {
    expect(findingsText(findings, ["local", "prod"])).toBe(`shop
  error shop > alert ShopDown  test/everywhere
    it is wrong
    line 1, column 3:
    up = 0
      ^
    → put it right
    suppression expired (until 2026-05-31): it is late
  warning shop > alert ShopDown (prod)  test/prod
    odd
    → look

1 error, 1 warning, 0 suppressed, 1 suppression expired in local, prod`);
  });

  test("says that nothing is found", () => {
    expect(findingsText([], ["prod"])).toBe(
      "0 errors, 0 warnings, 0 suppressed in prod",
    );
    expect(summaryOf([])).toEqual({
      errors: 0,
      warnings: 0,
      suppressed: 0,
      expired: 0,
    });
  });
});

describe(sarifLog, () => {
  test("lists every check as a rule, and every finding as a result of one", () => {
    const checks = [inProd, everywhere];
    const { version, runs } = sarifLog(
      runChecks([prod], checks, { today: "2026-01-01" }),
      checks,
    );
    expect(version).toBe("2.1.0");
    expect(runs[0]?.tool.driver.rules.map(({ id }) => id)).toEqual([
      "test/prod",
      "test/everywhere",
    ]);
    expect(runs[0]?.results).toMatchObject([
      {
        ruleId: "test/everywhere",
        ruleIndex: 1,
        level: "error",
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: "systems/shop/index.ts" },
            },
            logicalLocations: [{ fullyQualifiedName: "shop > alert ShopDown" }],
          },
        ],
        suppressions: [
          {
            kind: "inSource",
            justification: "it is late (until 2026-05-31)",
          },
        ],
      },
      { ruleId: "test/prod", ruleIndex: 0, level: "warning" },
    ]);
  });
});
