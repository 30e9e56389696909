import { kebabCase, panelIdOf } from "../../model/uid";
import { listOf, textOf, type Fields } from "../../internal/json-tree";

/** All panels in the order of the screen, with the rows that head them. */
export function panelsInOrder(dashboard: Fields): Fields[] {
  return listOf(dashboard.panels).flatMap((panel) => [
    panel,
    ...(panel.type === "row" ? listOf(panel.panels) : []),
  ]);
}

/** A key for every panel that is no row, from its title: kebab-case, each once. */
export function panelKeys(dashboard: Fields): ReadonlyMap<Fields, string> {
  const taken = new Set<string>();
  const keys = new Map<Fields, string>();
  for (const panel of panelsInOrder(dashboard)) {
    if (panel.type === "row") continue;
    const base = keyOf(panel);
    let key = base;
    for (let count = 2; taken.has(key); count += 1) key = `${base}-${count}`;
    taken.add(key);
    keys.set(panel, key);
  }
  return keys;
}

/** Titles without a letter of the alphabet leave the type. */
function keyOf(panel: Fields): string {
  const title = kebabCase(textOf(panel.title) ?? "");
  if (title !== "") return title.slice(0, 60).replace(/-+$/, "");
  return kebabCase(textOf(panel.type) ?? "") || "panel";
}

/** The number of a row that has none of its own; the house style takes it from the title. */
export function rowIdOf(title: string): number {
  return panelIdOf(`row/${kebabCase(title)}`);
}
