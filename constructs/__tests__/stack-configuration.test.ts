import { ContactPoint } from "@cdktf/provider-grafana/lib/contact-point";
import { Folder } from "@cdktf/provider-grafana/lib/folder";
import { GrafanaProvider } from "@cdktf/provider-grafana/lib/provider";
import {
  Fn,
  Lazy,
  LocalBackend,
  TerraformOutput,
  TerraformStack,
  TerraformVariable,
  Testing,
  Token,
} from "cdktf";
import { Construct } from "constructs";
import { MonitoringStack } from "../src/monitoring-stack";
import { stackConfiguration } from "../src/stack-configuration";
import { storage, testDeployment } from "./test-deployment";

/** What cdktf makes of the stack by itself. */
function inherited(stack: TerraformStack): unknown {
  return TerraformStack.prototype.toTerraform.call(stack) as unknown;
}

/** A stack with a token of every kind, in every place that can hold one. */
function stackWithTokens(): TerraformStack {
  const stack = new TerraformStack(Testing.app(), "tokens");
  new LocalBackend(stack, { path: "tokens.tfstate" });
  new GrafanaProvider(stack, "grafana", { url: "http://localhost:3000" });
  const secret = new TerraformVariable(stack, "secret", {
    type: "string",
    sensitive: true,
  });
  const names = new TerraformVariable(stack, "names", { type: "list(string)" });
  const inner = new Construct(stack, "inner");
  const folder = new Folder(inner, "folder", {
    title: "Folder",
    uid: "folder",
  });
  const point = new ContactPoint(inner, "point", {
    name: `On-call of ${folder.title}`,
    webhook: [
      {
        url: secret.stringValue,
        maxAlerts: Token.asNumber("${length(var.names)}"),
        headers: { [`x-${folder.uid}`]: Fn.join(",", names.listValue) },
        message: 'a "quoted" ${literal}, %{x}, 1.5e+300 and emoji 🔥',
      },
    ],
    dependsOn: [folder],
    lifecycle: { createBeforeDestroy: true, ignoreChanges: ["name"] },
  });
  point.addOverride("webhook.0.title", folder.title);
  new TerraformOutput(inner, "uid", { value: folder.uid });
  new TerraformOutput(stack, "later", {
    value: Lazy.stringValue({ produce: () => `of ${folder.uid}` }),
    description: "known only when it is asked for",
  });
  stack.addOverride("terraform.required_version", ">= 1.11");
  return stack;
}

describe("stackConfiguration", () => {
  test("is what cdktf makes of tokens in texts, numbers, lists, keys, overrides and outputs", () => {
    const stack = stackWithTokens();
    expect(stackConfiguration(stack)).toEqual(inherited(stack));
  });

  test("is what cdktf makes of a whole environment", () => {
    const stack = new MonitoringStack(Testing.app(), "prod", {
      deployment: testDeployment({ storage }),
    });
    expect(stackConfiguration(stack)).toEqual(inherited(stack));
  });

  test("leaves no token behind", () => {
    const text = JSON.stringify(stackConfiguration(stackWithTokens()));
    expect(text).not.toMatch(/TfToken|unresolved-token/);
  });
});
