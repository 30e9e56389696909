/** What the provider and the server make of the JSON documents inside attributes. */

type Json = null | boolean | number | string | Json[] | JsonObject;
interface JsonObject {
  [name: string]: Json;
}

/** The object that the text holds; undefined if the text is not JSON or holds something else. */
export function parseJsonObject(json: string): JsonObject | undefined {
  try {
    const parsed = JSON.parse(json) as Json;
    return isJsonObject(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

/** True if both texts hold the same JSON, whatever the order of keys and the white space. */
export function sameJson(a: string, b: string): boolean {
  const [left, right] = [parseJsonObject(a), parseJsonObject(b)];
  if (left === undefined || right === undefined) return a === b;
  return sortedJson(left) === sortedJson(right);
}

/** Keys in alphabetical order at every depth: how the provider keeps JSON in state. */
export function sortedJson(value: Json): string {
  return JSON.stringify(sortKeys(value));
}

/** State holds a dashboard without what the server numbers: id, version, ids of panels. */
export function dashboardJsonInState(json: string): string {
  const dashboard = parseJsonObject(json);
  if (dashboard === undefined) return json;
  delete dashboard["id"];
  delete dashboard["version"];
  if (Array.isArray(dashboard["panels"])) {
    dashboard["panels"] = dashboard["panels"].filter(isJsonObject);
    for (const panel of dashboard["panels"].filter(isJsonObject))
      delete panel["id"];
  }
  return sortedJson(dashboard);
}

/** The provider leaves out two values of a query's model that the server would add. */
export function ruleModelInState(json: string): string {
  const model = parseJsonObject(json);
  if (model === undefined) return json;
  if (model["intervalMs"] === 1_000) delete model["intervalMs"];
  if (model["maxDataPoints"] === 43_200) delete model["maxDataPoints"];
  return sortedJson(model);
}

/** The server's answer for a query's model: the two values set, queryType as in the block around it. */
export function ruleModelOnServer(json: string, queryType: string): string {
  const model = parseJsonObject(json);
  if (model === undefined) return json;
  if (!isPositive(model["intervalMs"])) model["intervalMs"] = 1_000;
  if (!isPositive(model["maxDataPoints"])) model["maxDataPoints"] = 43_200;
  if (queryType === "") delete model["queryType"];
  else if ("queryType" in model) model["queryType"] = queryType;
  return sortedJson(model);
}

/** Uids of the library panels that a dashboard shows. */
export function libraryPanelsIn(dashboardJson: string): string[] {
  const found: string[] = [];
  const search = (value: Json): void => {
    if (Array.isArray(value)) value.forEach(search);
    if (!isJsonObject(value)) return;
    const reference = value["libraryPanel"];
    if (isJsonObject(reference) && typeof reference["uid"] === "string") {
      found.push(reference["uid"]);
    }
    Object.values(value).forEach(search);
  };
  search(parseJsonObject(dashboardJson) ?? {});
  return found;
}

function isPositive(value: Json | undefined): boolean {
  return typeof value === "number" && value > 0;
}

function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function sortKeys(value: Json): Json {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((name) => [name, sortKeys(value[name]!)]),
  );
}
