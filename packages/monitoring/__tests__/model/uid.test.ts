import fc from "fast-check";
import { isUid, kebabCase, panelIdOf, uidOf } from "../../src/model/uid";

const words = fc
  .stringMatching(/^[A-Za-z][A-Za-z0-9 _-]{0,60}$/)
  .filter((word) => kebabCase(word) !== "");

describe("uids", () => {
  test.each([
    ["HighErrorRate", "high-error-rate"],
    ["HighCPUUsage", "high-cpu-usage"],
    ["SLOViolation", "slo-violation"],
    ["E-Commerce Overview", "e-commerce-overview"],
    ["slo:api:ratio_rate5m", "slo-api-ratio-rate5m"],
    ["P95Latency", "p95-latency"],
  ])("%s becomes %s", (text, uid) => {
    expect(kebabCase(text)).toBe(uid);
  });

  test("stay readable while they fit", () => {
    expect(uidOf("shop", "HighErrorRate")).toBe("shop-high-error-rate");
  });

  test("are shortened and told apart by a hash where they do not fit", () => {
    const long = uidOf(
      "returns-and-refunds",
      "TraceExporterQueueAlmostFullOnCollector",
    );
    const other = uidOf(
      "returns-and-refunds",
      "TraceExporterQueueAlmostFullOnCollectors",
    );
    expect(isUid(long)).toBe(true);
    expect(long).not.toBe(other);
  });

  test("are always what Grafana accepts, and the same each time", () => {
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 4 }), (path) => {
        const uid = uidOf(...path);
        return isUid(uid) && uid === uidOf(...path);
      }),
    );
  });

  test.each(["", "a".repeat(41), "with space", "ümlaut", "a/b", "a:b", "a.b"])(
    'rejects "%s"',
    (text) => {
      expect(isUid(text)).toBe(false);
    },
  );

  test("of panels come from the key alone and are positive integers", () => {
    fc.assert(
      fc.property(fc.string(), (key) => {
        const id = panelIdOf(key);
        return (
          Number.isInteger(id) &&
          id > 0 &&
          id <= 0x7fffffff &&
          id === panelIdOf(key)
        );
      }),
    );
  });
});
