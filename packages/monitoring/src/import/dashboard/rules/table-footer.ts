import { isFields, own, type Fields } from "../../../internal/json-tree";
import type { Ledger } from "../ledger";

/** The present table keeps what its footer would say while it is not shown. */
export function dropHiddenFooter(panel: Fields, ledger: Ledger): void {
  const options = own(panel, "options");
  const footer = isFields(options) ? own(options, "footer") : undefined;
  if (panel.type !== "table" || !isFields(footer) || footer.show === true)
    return;
  for (const field of [
    "show",
    "countRows",
    "fields",
    "reducer",
    "enablePagination",
  ])
    ledger.take("tableFooter", footer, field);
}
