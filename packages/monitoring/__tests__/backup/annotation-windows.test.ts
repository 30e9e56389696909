import fc from "fast-check";
import {
  allWithin,
  type TimedEntry,
  type TimeSpan,
} from "../../src/backup/annotation-windows";

/** Lists the latest first, and never more than `limit`, as Grafana does. */
function server(entries: readonly TimedEntry[]) {
  const asked: { readonly span: TimeSpan; readonly limit: number }[] = [];
  const list = (
    span: TimeSpan,
    limit: number,
  ): Promise<readonly TimedEntry[]> => {
    asked.push({ span, limit });
    return Promise.resolve(
      entries
        .filter(
          ({ time, timeEnd = time }) => time <= span.to && timeEnd >= span.from,
        )
        .sort((a, b) => (b.timeEnd ?? b.time) - (a.timeEnd ?? a.time))
        .slice(0, limit),
    );
  };
  return { asked, list };
}

const moments = (
  count: number,
  timeOf: (index: number) => number,
): readonly TimedEntry[] =>
  Array.from({ length: count }, (_, id) => ({ id, time: timeOf(id) }));

const whole = [{ from: 0, to: 2 ** 40 }];
const ids = (entries: readonly TimedEntry[]): readonly number[] =>
  entries.map(({ id }) => id).sort((a, b) => a - b);

test("asks once where the list is not full", async () => {
  const { asked, list } = server(moments(9, (index) => index));
  expect(await allWithin(whole, list, 10)).toHaveLength(9);
  expect(asked).toEqual([{ span: whole[0], limit: 10 }]);
});

test("asks for more of a single moment", async () => {
  const { list } = server(moments(95, () => 5));
  expect(await allWithin(whole, list, 10)).toHaveLength(95);
});

test("does not drown in spans that last longer than any window", async () => {
  const lasting = moments(40, () => 0).map((entry) => ({
    ...entry,
    timeEnd: 2 ** 40,
  }));
  const { asked, list } = server(lasting);
  expect(await allWithin(whole, list, 10)).toHaveLength(40);
  expect(asked.length).toBeLessThan(20);
});

test("finds each entry once, whatever lies where", async () => {
  const entry = fc.record({
    time: fc.nat(1_000),
    length: fc.oneof(fc.constant(0), fc.nat(1_000)),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(entry, { maxLength: 80 }),
      fc.integer({ min: 1, max: 12 }),
      fc.nat(999),
      async (entries, limit, middle) => {
        const all = entries.map(({ time, length }, id) => ({
          id,
          time,
          timeEnd: time + length,
        }));
        const spans = [
          { from: 0, to: middle },
          { from: middle + 1, to: 5_000 },
        ];
        expect(ids(await allWithin(spans, server(all).list, limit))).toEqual(
          ids(all),
        );
      },
    ),
  );
});
