import * as houseStyle from "../../../dashboards";
import { constantName, importLine, printed, Code } from "../../source";
import { dashboardCall, type DashboardWords } from "./dashboard-words";
import { sourceOf, wordsIn } from "./expression";

/** The file of a dashboard: the dashboard as it is read, then a function for each panel, in the same order. */
export function dashboardFile(name: string, words: DashboardWords): string {
  const constant = `${constantName(name)}Dashboard`;
  const reserved = new Set([...Object.keys(houseStyle), constant, "Panel"]);
  const taken = new Set(reserved);
  const panels = words.rows.flatMap((row) => row.panels);
  const functions = new Map(
    panels.map(({ key }) => {
      const isTaken = reserved.has(constantName(key));
      const text = isTaken ? `${key}-panel` : key;
      return [key, constantName(text, taken)] as const;
    }),
  );
  const frame = dashboardCall(words, () => undefined);
  const used = [
    ...wordsIn(frame),
    ...panels.flatMap(({ word }) => wordsIn(word)),
  ];
  const imports = [...new Set(used)];
  if (panels.length > 0) imports.push("type Panel");
  return [
    importLine(imports, "monitoring-as-code/dashboards", "value"),
    `export const ${constant} = ${printed(frameSource(words, functions))};`,
    ...panels.map(
      ({ key, word }) =>
        `function ${functions.get(key)}(): Panel {\nreturn ${printed(sourceOf(word))};\n}`,
    ),
  ].join("\n\n");
}

/** The dashboard with calls in the places of its panels. */
function frameSource(
  words: DashboardWords,
  functions: ReadonlyMap<string, string>,
) {
  const { props, rows } = words;
  const list = rows.map(({ title, panels, options }) => {
    const calls = panels.map(({ key }) => new Code(`${functions.get(key)}()`));
    const args =
      title === undefined
        ? [calls]
        : [title, calls, ...(options === undefined ? [] : [sourceOf(options)])];
    return new Code(`row(${args.map(printed).join(", ")})`);
  });
  const fields = sourceOf(props) as Readonly<Record<string, never>>;
  return new Code(`dashboard(${printed({ ...fields, rows: list })})`);
}
