import project from "../monitoring";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { environments } from "../environments";
import { alertmanagerConfig } from "monitoring-as-code/outputs/alertmanager";
import { deploymentOf } from "monitoring-as-code/deployment";
import type { RenderedFile } from "monitoring-as-code/outputs";
import { runCommand } from "@monitoring-as-code/grafana-stand-in";
import { programsNamed } from "./programs";
import { withFiles } from "./rendered-environment";

const deployments = environments.map((environment) => {
  const { notifications } = deploymentOf(environment, project);
  const { files } = alertmanagerConfig(notifications, environment);
  const { receivers } = parse(
    files.find(({ path }) => path === "alertmanager.yml")?.content ?? "",
  ) as { readonly receivers: unknown };
  const messages = [...messagesIn(receivers), ...ownMessages(files)];
  return { name: environment.name, files, messages };
});

interface Message {
  readonly text: string;
  readonly type: "text" | "html";
}

/** Every text of an integration that is a template, each once. */
function messagesIn(value: unknown, key = ""): readonly Message[] {
  if (typeof value === "string") {
    const type = key === "html" ? "html" : "text";
    return value.includes("{{") ? [{ text: value, type }] : [];
  }
  if (typeof value !== "object" || value === null) return [];
  const found = Object.entries(value).flatMap(([inner, entry]) =>
    messagesIn(entry, inner),
  );
  return [...new Map(found.map((one) => [one.type + one.text, one])).values()];
}

/** Every template that is not a part of another: parts are rendered with it. */
function ownMessages(files: readonly RenderedFile[]): readonly Message[] {
  const written = files
    .filter(({ path }) => path.endsWith(".tmpl"))
    .map(({ content }) => content)
    .join("");
  const names = (action: string): readonly string[] =>
    [...written.matchAll(new RegExp(`\\{\\{-? *${action} "([^"]+)"`, "g"))].map(
      ([, name = ""]) => name,
    );
  const parts = names("template");
  const own = names("define").filter((name) => !parts.includes(name));
  return own.map((name) => ({
    text: `{{ template "${name}" . }}`,
    type: name.endsWith(".html") ? "html" : "text",
  }));
}

const labels = {
  alertname: "HighErrorRate",
  severity: "critical",
  team: "backend",
  system: "ecommerce",
  service: "frontend",
  instance: "frontend:8080",
};
const annotations = {
  summary: 'More than 5 % of "requests" <fail>',
  description: "6 % of requests failed & paid nothing",
  runbook_url: "https://runbooks.example.com/ecommerce/high-error-rate",
  dashboard: "https://grafana.example.com/d/shop",
};

/** What Alertmanager gives templates, of one alert. */
function dataOf(status: "firing" | "resolved"): object {
  return {
    receiver: "somebody",
    status,
    groupLabels: { alertname: labels.alertname },
    commonLabels: labels,
    commonAnnotations: annotations,
    externalURL: "https://alertmanager.example.com",
    alerts: [
      {
        status,
        labels,
        annotations,
        startsAt: "2026-03-01T10:00:00Z",
        endsAt:
          status === "firing" ? "0001-01-01T00:00:00Z" : "2026-03-01T10:30:00Z",
        generatorURL: "https://prometheus.example.com/graph?g0.expr=up",
        fingerprint: "0123456789abcdef",
      },
    ],
  };
}

const separator = "\n=====\n";

describe.each(programsNamed("amtool"))("$version", ({ path }) => {
  /** Messages of one type, each as amtool renders it. */
  async function rendered(
    folder: string,
    type: Message["type"],
    messages: readonly Message[],
    status: "firing" | "resolved",
  ): Promise<readonly string[]> {
    writeFileSync(join(folder, "data.json"), JSON.stringify(dataOf(status)));
    const texts = messages
      .filter((message) => message.type === type)
      .map(({ text }) => text);
    const { exitCode, stdout, output } = await runCommand(
      path,
      [
        ...["template", "render", "--template.glob=templates/*.tmpl"],
        `--template.text=${texts.join(separator)}`,
        ...[`--template.type=${type}`, "--template.data=data.json"],
      ],
      { cwd: folder, env: { HOME: folder } },
    );
    if (exitCode !== 0) throw new Error(output);
    return stdout.split(separator);
  }

  describe.each(deployments)("in $name", ({ files, messages }) => {
    it.each(["firing", "resolved"] as const)(
      "renders every message that is %s",
      async (status) => {
        await withFiles(files, async (folder) => {
          for (const type of ["text", "html"] as const) {
            const texts = await rendered(folder, type, messages, status);
            expect(texts).toHaveLength(
              messages.filter((message) => message.type === type).length,
            );
            for (const text of texts) {
              expect(text.trim()).not.toBe("");
              expect(text).not.toMatch(/\{\{|<no value>|%!/);
            }
            const all = texts.join("");
            for (const known of [labels.alertname, annotations.runbook_url])
              expect(all).toContain(known);
          }
        });
      },
    );
  });

  it("refuses a message with a template that is not there", async () => {
    const [{ files } = { files: [] }] = deployments;
    await withFiles(files, async (folder) => {
      const missing = { text: '{{ template "slack.no" . }}', type: "text" };
      await expect(
        rendered(folder, "text", [missing as Message], "firing"),
      ).rejects.toThrow("slack.no");
    });
  });
});
