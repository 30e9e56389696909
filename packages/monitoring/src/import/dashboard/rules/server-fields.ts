import { isFields, own, type Fields } from "../../../internal/json-tree";
import type { Ledger } from "../ledger";
import { isUid, uidLength } from "../../../model/uid";

/** A uid that Grafana does not accept would be refused. */
export function cleanUid(dashboard: Fields, ledger: Ledger): void {
  const uid = own(dashboard, "uid");
  if (uid === undefined || (typeof uid === "string" && isUid(uid))) return;
  if (typeof uid === "string" && uid !== "")
    ledger.refuse(
      dashboard,
      "uid",
      `the uid ${JSON.stringify(uid)}`,
      `a uid has at most ${uidLength} letters, digits, "-" and "_": the dashboard gets that of its file, and links to the old one must be changed`,
    );
  else ledger.take("uid", dashboard, "uid");
}

/** Takes away what a server writes for itself, and settings that Grafana has removed or renamed. */
export function cleanDashboard(dashboard: Fields, ledger: Ledger): void {
  for (const field of [
    "id",
    "version",
    "iteration",
    "__requires",
    "originalTitle",
    "slug",
    "schemaVersion",
  ])
    ledger.take(
      field === "schemaVersion" ? "schema" : "serverField",
      dashboard,
      field,
    );
  for (const field of [
    "style",
    "hideControls",
    "nav",
    "services",
    "pulldowns",
    "loader",
    "revision",
  ])
    if (field !== "revision") ledger.take("removedSetting", dashboard, field);
  const shared = ledger.take("removedSetting", dashboard, "sharedCrosshair");
  if (shared === true && dashboard.graphTooltip === undefined)
    dashboard.graphTooltip = 1;
  if (dashboard.refresh === false) ledger.take("default", dashboard, "refresh");
  for (const name of ["templating", "annotations"]) {
    const holder = own(dashboard, name);
    if (isFields(holder)) ledger.take("removedSetting", holder, "enable");
  }
  const timepicker = own(dashboard, "timepicker");
  if (isFields(timepicker)) cleanTimepicker(timepicker, ledger);
}

/** Old versions wrote the whole of the picker's state; Grafana reads how often one may refresh, and what is hidden. */
function cleanTimepicker(timepicker: Fields, ledger: Ledger): void {
  for (const field of [
    "collapse",
    "enable",
    "notice",
    "now",
    "status",
    "type",
    "time_options",
  ])
    ledger.take("removedSetting", timepicker, field);
  ledger.takeOff("default", timepicker, ["hidden", "nowDelay"]);
}

/** Rows once had a state of their own beside that of the panel. */
export function cleanRow(row: Fields, ledger: Ledger): void {
  if (row.collapse !== true || row.collapsed === true)
    ledger.take("removedSetting", row, "collapse");
  for (const field of ["showTitle", "titleSize", "repeatRowId", "height"])
    ledger.take("removedSetting", row, field);
}

/** Takes away what a server writes into a panel, and what panels of all types once had. */
export function cleanPanel(panel: Fields, ledger: Ledger): void {
  for (const field of [
    "pluginVersion",
    "isNew",
    "error",
    "editable",
    "renderer",
    "scopedVars",
    "repeatIteration",
    "repeatPanelId",
    "repeatedByRow",
  ])
    ledger.take("serverField", panel, field);
  // A column's least width became the number of panels beside each other.
  const least = own(panel, "minSpan");
  if (typeof least === "number" && least > 0 && panel.maxPerRow === undefined) {
    ledger.take("removedSetting", panel, "minSpan");
    panel.maxPerRow = Math.max(1, Math.round(12 / least));
  }
  ledger.takeOff("removedSetting", panel, ["minSpan"]);
  ledger.refuse(
    panel,
    "alert",
    "the alert of the panel",
    "panels no longer hold alerts: write it as a rule in systems/<system>/alerts.ts, and link the panel from there with panelOf",
  );
}
