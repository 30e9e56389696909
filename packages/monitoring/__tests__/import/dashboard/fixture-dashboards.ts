import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { compileFunction } from "node:vm";
import { transformSync } from "esbuild";
import * as house from "../../../src/dashboards";
import {
  dashboardRoundTrip,
  importDashboard,
} from "../../../src/import/dashboard/import-dashboard";
import type { Difference } from "../../../src/import/difference";
import type { ImportResult } from "../../../src/import/import-result";
import type { Dashboard } from "../../../src/model/dashboard";

const folder = join(__dirname, "fixtures");

/** The names of the dashboards in the styles of other tools. */
export const fixtureNames: readonly string[] = readdirSync(folder)
  .map((file) => file.replace(/\.json$/, ""))
  .sort();

const texts = new Map(
  fixtureNames.map((name) => [
    name,
    readFileSync(join(folder, `${name}.json`), "utf8"),
  ]),
);

/** A dashboard in the style of another tool, as its file says it; its own copy for each call. */
export function fixture(name: string): Record<string, unknown> {
  return JSON.parse(texts.get(name) ?? "") as Record<string, unknown>;
}

/** The import of `original` with the words of this project. */
export function imported(
  original: unknown,
  name = "imported",
  system = "shop",
): ImportResult {
  return importDashboard(original, { system, name });
}

/** What the only file of an import exports, when it is run beside the house style. */
export function evaluated({ files }: ImportResult): Dashboard {
  const [file] = files;
  const { code } = transformSync(file?.content ?? "", {
    loader: "ts",
    format: "cjs",
    target: "es2022",
  });
  const module: { exports: Record<string, Dashboard> } = { exports: {} };
  const required = (path: string): unknown => {
    if (path === "monitoring-as-code/dashboards") return house;
    throw new Error(`an imported dashboard needs "${path}"`);
  };
  const run = compileFunction(code, ["module", "require"]) as (
    module: unknown,
    require: unknown,
  ) => void;
  run(module, required);
  const [dashboard, ...others] = Object.values(module.exports);
  if (dashboard === undefined || others.length > 0)
    throw new Error("an imported dashboard exports one constant");
  return dashboard;
}

/** In what the rendered import of `original` differs from it. */
export function roundTrip(
  original: unknown,
  name?: string,
  system?: string,
): readonly Difference[] {
  const result = imported(original, name, system);
  return dashboardRoundTrip(evaluated(result).model, original);
}
