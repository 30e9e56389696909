import {
  dataSourceVariables,
  queryKindOf,
} from "../../../dashboards/data-sources";
import {
  copyOf,
  fieldsOf,
  isFields,
  listOf,
  own,
  textOf,
  type Fields,
  type Json,
} from "../../../internal/json-tree";
import type { Ledger } from "../ledger";

/** Fills the placeholders that an export "for sharing" has in place of datasources, constants and library panels. */
export function fillInputs(dashboard: Fields, ledger: Ledger): void {
  const inputs = listOf(own(dashboard, "__inputs"));
  if (inputs.length === 0) ledger.take("inputs", dashboard, "__inputs");
  else delete dashboard.__inputs;
  const names = new Map<string, string>();
  const added: Fields[] = [];
  const taken = new Set<string>();
  for (const input of inputs) {
    const name = textOf(input.name);
    if (name === undefined) continue;
    for (const field of inputFields) ledger.note("inputs", input, field);
    if (input.type === "constant") {
      names.set(name, typeof input.value === "string" ? input.value : "");
      continue;
    }
    const plugin = textOf(input.pluginId) ?? "";
    const kind = queryKindOf(plugin);
    const house = kind && dataSourceVariables[kind].variable;
    const free =
      house !== undefined &&
      !taken.has(house) &&
      !variableNames(dashboard).has(house);
    if (free) taken.add(house);
    else if (!variableNames(dashboard).has(name))
      added.push({
        name,
        type: "datasource",
        query: plugin,
        label: textOf(input.label) ?? name,
      });
    names.set(name, `\${${free ? house : name}}`);
  }
  if (names.size > 0) replaceIn(dashboard, names, ledger);
  if (added.length > 0) {
    const templating = dashboard.templating;
    const list = fieldsOf(templating).list;
    if (Array.isArray(list)) list.unshift(...added);
    else dashboard.templating = { ...fieldsOf(templating), list: added };
  }
}

const inputFields = [
  "name",
  "label",
  "description",
  "type",
  "pluginId",
  "pluginName",
  "value",
  "usage",
];

function variableNames(dashboard: Fields): ReadonlySet<string> {
  return new Set(
    listOf(fieldsOf(dashboard.templating).list).flatMap(
      ({ name }) => textOf(name) ?? [],
    ),
  );
}

/** A variable that points to an input points to nothing yet. */
function replaceIn(
  value: Json,
  names: ReadonlyMap<string, string>,
  ledger: Ledger,
): void {
  if (typeof value !== "object" || value === null) return;
  if (isFields(value) && value.type === "datasource" && isFields(value.current))
    if (pointsTo(value.current, names)) ledger.take("inputs", value, "current");
  for (const [name, inner] of Object.entries(value)) {
    if (typeof inner !== "string") {
      replaceIn(inner, names, ledger);
      continue;
    }
    const filled = inner.replace(
      /\$\{([^}:]+)\}/g,
      (whole, input: string) => names.get(input) ?? whole,
    );
    if (filled === inner) continue;
    if (Array.isArray(value)) value[Number(name)] = filled;
    else value[name] = filled;
    ledger.note("inputs", value, Array.isArray(value) ? Number(name) : name);
  }
}

function pointsTo(
  current: Fields,
  names: ReadonlyMap<string, string>,
): boolean {
  return [current.value, current.text].some(
    (text) =>
      typeof text === "string" && names.has(text.replace(/^\$\{|\}$/g, "")),
  );
}

/** Puts library panels in place whose models came with the export; the others stay references that only Grafana resolves. */
export function placeLibraryPanels(dashboard: Fields, ledger: Ledger): void {
  const elements = fieldsOf(own(dashboard, "__elements"));
  const used = new Set<string>();
  const place = (panel: Fields): void => {
    listOf(panel.panels).forEach(place);
    const reference = own(panel, "libraryPanel");
    if (!isFields(reference)) return;
    const uid = textOf(reference.uid);
    const model = [
      reference.model,
      uid === undefined ? undefined : fieldsOf(own(elements, uid)).model,
    ].find(isPanelModel);
    if (!isFields(model)) {
      refer(panel, reference, ledger);
      return;
    }
    if (uid !== undefined) used.add(uid);
    delete panel.libraryPanel;
    for (const field of referenceFields)
      ledger.note("libraryPanel", reference, field);
    const {
      id: _id,
      gridPos: _gridPos,
      libraryPanel: _reference,
      ...rest
    } = model;
    for (const [name, value] of Object.entries(copyOf(rest)))
      if (own(panel, name) === undefined || name === "type")
        panel[name] = value;
  };
  listOf(dashboard.panels).forEach(place);
  for (const row of listOf(dashboard.rows)) listOf(row.panels).forEach(place);
  if (Object.keys(elements).length === 0)
    ledger.take("libraryPanel", dashboard, "__elements");
  delete dashboard.__elements;
  for (const uid of Object.keys(elements))
    if (used.has(uid))
      for (const field of elementFields)
        ledger.note("libraryPanel", fieldsOf(elements[uid]), field);
    else
      ledger.list(
        elements,
        uid,
        `the library panel ${JSON.stringify(uid)}`,
        "no panel of the dashboard shows it: import a dashboard that does",
      );
}

/** What can stand as a panel: the type of one, and queries in a list. */
function isPanelModel(model: Json): boolean {
  return (
    isFields(model) &&
    textOf(model.type) !== undefined &&
    (model.targets === undefined ||
      (Array.isArray(model.targets) && model.targets.every(isFields)))
  );
}

/** What an export keeps of a library panel; the model is in its place. */
const elementFields = ["name", "uid", "kind", "model", "type", "description"];

/** What Grafana keeps of a library panel beside the model. */
const referenceFields = [
  "uid",
  "name",
  "model",
  "meta",
  "type",
  "description",
  "version",
  "schemaVersion",
  "folderUid",
];

const libraryType = "library-panel-ref";

function refer(panel: Fields, reference: Fields, ledger: Ledger): void {
  ledger.list(
    panel,
    "libraryPanel",
    `library panel ${JSON.stringify(reference.name ?? reference.uid ?? "without name")}`,
    "its model did not come along: the panel stays a reference that Grafana resolves; export the dashboard for sharing, or add the model as libraryPanel.model, to have it in code",
  );
  if (typeof panel.type !== "string" || panel.type === "")
    panel.type = libraryType;
}
