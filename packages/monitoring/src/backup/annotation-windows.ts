/** A span of time in milliseconds since 1970, both ends within. */
export interface TimeSpan {
  readonly from: number;
  readonly to: number;
}

/** What a server lists by time. */
export interface TimedEntry {
  readonly id: number;
  readonly time: number;
  /** @default - a moment, not a span */
  readonly timeEnd?: number;
}

/**
 * Everything that touches one of `spans`, each once, from a server that lists a limited number of entries in an order of its own and
 * knows no pages. A span whose list is full is halved. Entries that last longer than a span would fill both of its halves as
 * well, so the halves get room for twice as many more; a single millisecond gets twice the room.
 */
export async function allWithin<Entry extends TimedEntry>(
  spans: readonly TimeSpan[],
  list: (span: TimeSpan, limit: number) => Promise<readonly Entry[]>,
  limit = 1_000,
): Promise<readonly Entry[]> {
  const found = new Map<number, Entry>();
  const open = spans.map((span) => ({ span, limit }));
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const entries = await list(next.span, next.limit);
    for (const entry of entries) found.set(entry.id, entry);
    if (entries.length < next.limit) continue;
    const { from, to } = next.span;
    if (from >= to) {
      open.push({ span: next.span, limit: next.limit * 2 });
      continue;
    }
    const lasting = entries.filter(
      ({ time, timeEnd = time }) => time <= from && timeEnd >= to,
    ).length;
    const middle = Math.floor((from + to) / 2);
    open.push(
      { span: { from: middle + 1, to }, limit: limit + 2 * lasting },
      { span: { from, to: middle }, limit: limit + 2 * lasting },
    );
  }
  return [...found.values()];
}
