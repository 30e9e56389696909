import { runbookPath, runbookUrl } from "../../deployment/rules";
import type { AlertRule } from "../../model/alert-rule";
import { systemLabel, type Labels } from "../../model/labels";
import { severities, type Severity } from "../../model/severity";
import { pathTo } from "../difference";
import { readQuery } from "./read-query";
import type { RawRule } from "./rule-document";
import {
  listUnknown,
  readDuration,
  textAt,
  textMap,
  withoutSystem,
  type RuleReading,
} from "./rule-reading";

/** An alert, `undefined` when it is wrong or cannot be said; either is noted. */
export function readAlert(
  { path, fields }: RawRule,
  shared: Labels,
  reading: RuleReading,
): AlertRule | undefined {
  const { problems, language, options, toComplete } = reading;
  const { alert, expr, for: pending, keep_firing_for, ...rest } = fields;
  const { labels: ownLabels, annotations: texts, ...unknown } = rest;
  listUnknown(unknown, path, reading);
  const name = textAt(alert, `${path}.alert`, "the name of the alert", reading);
  const query = readQuery(expr, path, `alert ${name ?? ""}`, reading);
  const held = readDuration(pending, `${path}.for`, reading);
  const kept = readDuration(
    keep_firing_for,
    `${path}.keep_firing_for`,
    reading,
  );
  const all = { ...shared, ...textMap(ownLabels, `${path}.labels`, problems) };
  const labels = withoutSystem(all, path, reading, systemLabel);
  const annotations = readAnnotations(texts, name ?? "", path, reading);
  const { team, severity: said = "", ...others } = labels;
  const severity = readSeverity(said, path, reading);
  if (team === undefined) noteTeam(path, options.team, reading);
  if (name === undefined || query === undefined || severity === undefined)
    return undefined;
  const { summary = "", description = "", ...further } = annotations;
  for (const [key, text] of Object.entries({ summary, description })) {
    if (text === "")
      toComplete.push({
        path: `${path}.annotations.${key}`,
        what: `alert without ${key}`,
        why: `the file has none; write what ${key === "summary" ? "users feel" : "the value means"}`,
      });
  }
  return {
    alert: name,
    expr: query.expr,
    ...(query.condition === undefined ? {} : { condition: query.condition }),
    ...(language === "logql" ? { datasource: "loki" } : {}),
    ...(held === undefined ? {} : { for: held }),
    ...(kept === undefined ? {} : { keepFiringFor: kept }),
    severity,
    team: team ?? options.team ?? "",
    ...(Object.keys(others).length > 0 ? { labels: others } : {}),
    summary,
    description,
    ...(Object.keys(further).length > 0 ? { annotations: further } : {}),
  };
}

function readAnnotations(
  value: unknown,
  alert: string,
  path: string,
  { options, problems, unexpressed, toComplete }: RuleReading,
): Labels {
  const grafana = options.environment.grafana.url.replace(/\/$/, "");
  const { runbook_url, ...texts } = textMap(
    value,
    `${path}.annotations`,
    problems,
  );
  const at = `${path}.annotations.runbook_url`;
  const page = runbookPath(options.system, alert);
  if (runbook_url === undefined)
    toComplete.push({
      path: at,
      what: "alert without runbook",
      why: `write ${page}; its address is made from there`,
    });
  else if (
    runbook_url !== runbookUrl(options.system, alert, options.environment)
  )
    unexpressed.push({
      path: at,
      what: `runbook at ${runbook_url}`,
      why: `the address of a runbook is made from where its text lies; move it to ${page}`,
    });
  return Object.fromEntries(
    Object.entries(texts).map(([key, text]) => {
      if (text.startsWith("/d/"))
        unexpressed.push({
          path: pathTo(`${path}.annotations`, key),
          what: text,
          why: "becomes an address in the environment's Grafana",
        });
      return [
        key,
        text.startsWith(`${grafana}/d/`) ? text.slice(grafana.length) : text,
      ];
    }),
  );
}

function readSeverity(
  said: string,
  path: string,
  { options, problems, unexpressed }: RuleReading,
): Severity | undefined {
  const known = severities.find((severity) => severity === said);
  if (known !== undefined) return known;
  const at = `${path}.labels.severity`;
  const meant = options.severities ?? {};
  const severity = Object.hasOwn(meant, said) ? meant[said] : undefined;
  if (severity === undefined) {
    const example = said === "" ? "=warning" : `${said}=warning`;
    problems.say(
      at,
      `must be ${severities.join(", ")}, got ${said === "" ? "nothing" : JSON.stringify(said)}; say what it stands for, such as --severity ${example}`,
    );
    return undefined;
  }
  unexpressed.push({
    path: at,
    what: said === "" ? "no severity" : `severity ${said}`,
    why: `--severity says that it stands for ${severity}`,
  });
  return severity;
}

function noteTeam(
  path: string,
  team: string | undefined,
  { unexpressed, toComplete }: RuleReading,
): void {
  const at = `${path}.labels.team`;
  if (team === undefined)
    toComplete.push({
      path: at,
      what: "alert without team",
      why: "the file has no label team; say who answers for it, with --team for all",
    });
  else
    unexpressed.push({
      path: at,
      what: "alert without team",
      why: `--team says that ${team} answers for it`,
    });
}
