/** A function of Grafana around what a variable asks Prometheus: `label_values(up{job="a"}, instance)`. */
export interface VariableCall {
  readonly name: "label_values" | "query_result" | "label_names" | "metrics";
  readonly inside: string;
  /** The PromQL in it. @default - it asks for names only */
  readonly query?: string;
  /** The text with another query in the place of the present one. */
  readonly withQuery: (query: string) => string;
}

const form =
  /^(\s*)(label_values|query_result|label_names|metrics)\(([\s\S]*)\)(\s*)$/;

/** The function around the query of a variable; `undefined` where the text is PromQL alone. */
export function variableCall(text: string): VariableCall | undefined {
  const match = form.exec(text);
  if (match === null) return undefined;
  const [, before = "", name, inside = "", after = ""] = match;
  const called = name as VariableCall["name"];
  const comma = called === "label_values" ? inside.lastIndexOf(",") : -1;
  const end = called === "query_result" ? inside.length : Math.max(comma, 0);
  const asks = called === "query_result" || end > 0;
  const rest = asks ? inside.slice(end) : "";
  return {
    name: called,
    inside,
    ...(asks ? { query: inside.slice(0, end) } : {}),
    withQuery: (query) => `${before}${called}(${query}${rest})${after}`,
  };
}

/** The PromQL in a variable's query; `undefined` where it asks for names only. */
export function queryInVariable(text: string): string | undefined {
  const call = variableCall(text);
  if (call !== undefined) return call.query;
  return text.trim() === "" ? undefined : text;
}
