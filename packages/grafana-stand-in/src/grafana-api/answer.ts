/** What the played Grafana says to a request. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

export function ok(body: unknown): Answer {
  return { status: 200, body };
}

export function refusal(status: number, message: string): Answer {
  return { status, body: { message } };
}

/** A request as the played Grafana reads it. */
export interface Asked {
  readonly method: string;
  /** Without query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: Readonly<Record<string, unknown>>;
}

/** One page of what there is, never more than `limit`. */
export function page<Entry>(
  entries: readonly Entry[],
  query: URLSearchParams,
  most: number,
): readonly Entry[] {
  const size = Math.min(Number(query.get("limit") ?? 1000), most);
  const number = Number(query.get("page") ?? 1);
  return entries.slice((number - 1) * size, number * size);
}
