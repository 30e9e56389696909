import { kebabCase } from "monitoring-as-code";
import { systems } from "../../systems";
import {
  resourcesOf,
  synthesized,
  unescaped,
  type Resource,
} from "../synthesized";
import { leftOut } from "./left-out";
import { specificationsPresent } from "./specification";
import {
  specifiedNames,
  type Kind,
  type SpecifiedName,
} from "./specified-names";

/** Specifications whose system has another id. */
const systemOf = (file: string): string =>
  file === "iac-and-environments" ? "applications" : file;

const prod = synthesized().prod;

interface PanelModel {
  readonly title?: string;
  readonly panels?: readonly PanelModel[];
}
const dashboards = resourcesOf(prod, "grafana_dashboard").map(
  ({ config_json: json }) =>
    JSON.parse(unescaped(json)) as {
      title: string;
      tags: string[];
      panels: readonly PanelModel[];
    },
);
const rules = resourcesOf(prod, "grafana_rule_group").flatMap(
  ({ rule }) =>
    rule as readonly (Resource & {
      labels?: Record<string, string>;
      record?: { metric: string } | { metric: string }[];
    })[],
);
const records = rules.flatMap(({ record }) =>
  [record ?? []].flat().map(({ metric }) => metric),
);
const receivers = resourcesOf(prod, "grafana_contact_point").map(({ name }) =>
  String(name),
);

/** Whether prod's output holds what a specification asks for. */
const isThere: Readonly<Record<Kind, (entry: SpecifiedName) => boolean>> = {
  dashboard: ({ file, name }) =>
    dashboards.some(
      ({ title, tags }) => title === name && tags.includes(systemOf(file)),
    ),
  panel: ({ file, name }) =>
    dashboards
      .filter(({ tags }) => tags.includes(systemOf(file)))
      .some(({ panels }) =>
        panels
          .flatMap((panel) => [panel, ...(panel.panels ?? [])])
          .some(({ title }) => title === name),
      ),
  alert: ({ file, name }) =>
    rules.some(
      (rule) => rule.name === name && rule.labels?.system === systemOf(file),
    ),
  record: ({ name }) => {
    const [start, anyWindow] = name.split("<");
    return records.some(
      (metric) =>
        metric === name ||
        (anyWindow !== undefined && metric.startsWith(start ?? name)),
    );
  },
  receiver: ({ file, name }) => receivers.includes(`${systemOf(file)}-${name}`),
  slo: ({ file, name }) =>
    systems
      .find(({ id }) => id === systemOf(file))
      ?.slos.some((slo) => [slo.id, kebabCase(slo.title)].includes(name)) ??
    false,
};

const describeWhere = specificationsPresent ? describe : describe.skip;

describeWhere(
  "the specifications (skipped where they are not beside the project)",
  () => {
    const names = specifiedNames();
    const isLeftOut = (entry: SpecifiedName): boolean =>
      leftOut.some(
        ({ file, kind, name }) =>
          file === entry.file && kind === entry.kind && name === entry.name,
      );

    test("are read: every file and every kind of name", () => {
      expect(new Set(names.map(({ file }) => file)).size).toBe(10);
      expect(new Set(names.map(({ kind }) => kind)).size).toBe(6);
      expect(names.length).toBeGreaterThan(300);
    });

    test.each([
      "dashboard",
      "panel",
      "alert",
      "record",
      "receiver",
      "slo",
    ] as const)(
      "have every %s in prod's output, but for those left out on purpose",
      (kind) => {
        const missing = names.filter(
          (entry) =>
            entry.kind === kind && !isLeftOut(entry) && !isThere[kind](entry),
        );
        expect(missing.map(({ file, name }) => `${file}: ${name}`)).toEqual([]);
      },
    );

    test("name everything that is left out, each with a reason and nothing that is there", () => {
      for (const entry of leftOut) {
        expect(names).toContainEqual({
          file: entry.file,
          kind: entry.kind,
          name: entry.name,
        });
        expect(entry.reason.length).toBeGreaterThan(15);
        expect(isThere[entry.kind](entry)).toBe(false);
      }
    });
  },
);
