import { panelIdOf } from "../../../model/uid";
import { own, textOf, type Fields } from "../../../internal/json-tree";
import type { Ledger } from "../ledger";
import { panelKeys, panelsInOrder, rowIdOf } from "../panel-keys";

const highest = 0x7fffffff;

/** Panels keep their numbers, by which addresses and alerts know them; those without one, or with a taken one, get one. */
export function numberPanels(dashboard: Fields, ledger: Ledger): void {
  const panels = panelsInOrder(dashboard);
  const taken = new Set<number>();
  const without = panels.filter((panel) => {
    const id = own(panel, "id");
    const good =
      typeof id === "number" &&
      Number.isInteger(id) &&
      id > 0 &&
      id <= highest &&
      !taken.has(id);
    if (good) taken.add(id);
    return !good;
  });
  if (without.length === 0) return;
  const keys = panelKeys(dashboard);
  for (const panel of without) {
    ledger.take("panelId", panel, "id");
    const key = keys.get(panel);
    let id =
      key === undefined ? rowIdOf(textOf(panel.title) ?? "") : panelIdOf(key);
    while (taken.has(id)) id = (id % highest) + 1;
    taken.add(id);
    panel.id = id;
  }
}
