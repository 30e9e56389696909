import {
  dashboardChanges,
  objectChanges,
  routingChanges,
  ruleChanges,
  type Change,
} from "../packages/monitoring/__tests__/review/changes";
import { expectedOutlines } from "../packages/monitoring/__tests__/review/expected-outlines";
import { outline } from "../packages/monitoring/__tests__/review/outline";
import {
  smallStack,
  type Resources,
} from "../packages/monitoring/__tests__/review/small-stack";
import { parsePlan, review } from "monitoring-as-code/review";
import { prepareStack } from "./deploy-stack";
import { startGrafana, type GrafanaTarget } from "./grafana-target";
import { startS3Server, type S3Server } from "./s3-server";
import type { Terraform } from "./terraform";
import { grafanaStack, writeStack } from "./terraform-fixture";

/** What plans cannot tell as exactly, or tell more of, than the configuration: secrets hide the block that they are in. */
const plannedOutlines: typeof expectedOutlines = {
  "another channel": [
    "contact-points:",
    '  ~ contact point "shop-chat"',
    "    ~ slack changed (sensitive)",
  ],
  "another secret": [
    "contact-points:",
    '  ~ contact point "shop-chat"',
    "    ~ slack changed (sensitive)",
  ],
  "a pager that becomes an e-mail": [
    ...(expectedOutlines["a pager that becomes an e-mail"] ?? []).slice(0, -2),
    "    ~ email set (sensitive)",
    "    ~ pagerduty removed (sensitive)",
  ],
  // The provider says that these are replaced with their bucket.
  "another bucket name": [
    '! replacement: bucket "shop-artefacts" is destroyed and defined anew because "bucket" changes, and all that it holds is lost',
    '! replacement: public access of bucket "shop-artefacts" is destroyed and defined anew because "bucket" changes',
    '! replacement: versioning of bucket "shop-artefacts" is destroyed and defined anew because "bucket" changes',
    "storage:",
    '  ± bucket "shop-artefacts"',
    '    ~ bucket: "shop-artefacts" → "shop-files"',
    '  ± public access of bucket "shop-artefacts"',
    '    ~ bucket: "shop-artefacts" → "shop-files"',
    '  ± versioning of bucket "shop-artefacts"',
    '    ~ bucket: "shop-artefacts" → "shop-files"',
    '    ~ versioning_configuration[1].mfa_delete: "" → (known after apply)',
  ],
  // Plans count blocks, even where there is one.
  "a bucket without versions": [
    ...(expectedOutlines["a bucket without versions"] ?? []).slice(0, -1),
    '    ~ versioning_configuration[1].status: "Enabled" → "Suspended"',
  ],
};

const changes = [
  ...dashboardChanges,
  ...ruleChanges,
  ...routingChanges,
  ...objectChanges,
];

/** What differs after a change is of one provider, so that the others need not be started. */
const ofAws = changes.filter(
  ([, change]) =>
    JSON.stringify(awsStack(smallStack())) !==
    JSON.stringify(awsStack(afterwards(change))),
);
const ofGrafana = changes.filter((change) => !ofAws.includes(change));

function afterwards(change: Change): Resources {
  const resources = smallStack();
  change(resources);
  return resources;
}

function partOf(resources: Resources, provider: string): Resources {
  return Object.fromEntries(
    Object.entries(resources).filter(
      ([type, named]) =>
        type.startsWith(`${provider}_`) && Object.keys(named).length > 0,
    ),
  );
}

function smallGrafanaStack(resources: Resources): object {
  const secret = { type: "string", sensitive: true };
  return grafanaStack(partOf(resources, "grafana"), {
    variable: {
      shop_slack_url: secret,
      other_slack_url: secret,
      shop_pagerduty_key: secret,
    },
  });
}

function awsStack(resources: Resources): object {
  return {
    terraform: {
      required_providers: {
        aws: { source: "hashicorp/aws", version: "5.100.0" },
      },
      backend: { local: { path: "terraform.e2e.tfstate" } },
    },
    provider: { aws: [{ region: "eu-central-1" }] },
    resource: partOf(resources, "aws"),
  };
}

/** Plans the stack in place of what is deployed, and reviews the plan. */
async function plannedOutline(
  terraform: Terraform,
  stack: object,
): Promise<readonly string[]> {
  writeStack(stack, terraform.workDir);
  const plan = JSON.stringify(await terraform.plan("-refresh=false"));
  return outline(review([parsePlan(plan, "plan", "prod")]));
}

describe("a change of a small stack, planned by the real terraform", () => {
  let grafana: GrafanaTarget;
  let terraform: Terraform;

  beforeAll(async () => {
    grafana = await startGrafana();
    const stackDir = writeStack(smallGrafanaStack(smallStack()));
    terraform = prepareStack({ stackDir, grafana });
    await terraform.init();
    await terraform.apply();
  });

  afterAll(() => terraform.destroy());
  afterAll(() => grafana.stop());

  test.each(ofGrafana)("%s is told as what it is", async (name, change) => {
    expect(
      await plannedOutline(terraform, smallGrafanaStack(afterwards(change))),
    ).toEqual(plannedOutlines[name] ?? expectedOutlines[name]);
  });
});

describe("a change of buckets, planned by the real terraform", () => {
  let s3: S3Server;
  let terraform: Terraform;

  beforeAll(async () => {
    s3 = await startS3Server();
    const stackDir = writeStack(awsStack(smallStack()));
    terraform = prepareStack({ stackDir, s3 });
    await terraform.init();
    await terraform.apply();
  });

  // The buckets go with the server.
  afterAll(() => s3.stop());

  test.each(ofAws)("%s is told as what it is", async (name, change) => {
    expect(
      await plannedOutline(terraform, awsStack(afterwards(change))),
    ).toEqual(plannedOutlines[name] ?? expectedOutlines[name]);
  });
});

test("there are plans of every change, and they are at least 40", () => {
  expect(ofAws).toHaveLength(4);
  expect(ofGrafana.length).toBeGreaterThanOrEqual(40);
  expect(Object.keys(expectedOutlines)).toEqual(
    expect.arrayContaining(Object.keys(plannedOutlines)),
  );
});
