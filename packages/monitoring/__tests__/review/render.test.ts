import fc from "fast-check";
import { fitted } from "../../src/review/render/budget";
import { json } from "../../src/review/render/json";
import { markdown } from "../../src/review/render/markdown";
import { terminal } from "../../src/review/render/terminal";
import type { Review } from "../../src/review/review-model";
import { text } from "../../src/review/text";
import { runs } from "../property-runs";

const empty: Review = {
  environments: ["prod"],
  dangers: [],
  routing: [],
  sections: [],
};

/** A review with so many dangers and dashboards, all of which are called `name`. */
function reviewOf(name: string, dangers: number, dashboards: number): Review {
  return {
    ...empty,
    dangers: Array.from({ length: dangers }, (_, index) => ({
      kind: "destroy" as const,
      text: text`${name} ${index} is destroyed`,
      action: text`keep ${name}`,
      environments: ["prod"],
    })),
    sections: [
      {
        id: "rules",
        title: "Rules",
        entries: [
          {
            change: "changed",
            text: text`alert ${name}`,
            items: [],
            environments: ["prod"],
          },
        ],
      },
      {
        id: "dashboards",
        title: "Dashboards",
        entries: Array.from({ length: dashboards }, (_, index) => ({
          change: "changed" as const,
          text: text`dashboard ${`${name} ${index}`}`,
          items: [
            {
              change: "changed" as const,
              text: [
                "query: ",
                {
                  diff: [
                    { kind: "same" as const, text: "rate(x[" },
                    { kind: "removed" as const, text: "5m" },
                    { kind: "added" as const, text: "10m" },
                  ],
                },
              ],
              items: [],
            },
          ],
          environments: ["prod"],
        })),
      },
    ],
  };
}

describe("markdown", () => {
  test("says when there is nothing", () => {
    expect(markdown(empty)).toBe(
      "<!-- monitoring review -->\n## Monitoring review\n\n<code>prod</code>: no changes.\n",
    );
  });

  test("puts dangers first, with what to do, and marks changed words", () => {
    const written = markdown(reviewOf("x", 1, 1));
    expect(written.indexOf("Dangers")).toBeLessThan(
      written.indexOf("### Rules"),
    );
    expect(written).toContain("  - **to do:** keep <code>x</code>\n");
    expect(written).toContain("<del>5m</del><ins>10m</ins>");
  });

  test("quotes what comes from outside: no markup, no mention, no image", () => {
    const written = markdown(
      reviewOf("<img src=x> @team ![](http://x) `a` |b| *c*\n\n# d", 1, 1),
    );
    expect(written).not.toMatch(/<img|@team|!\[|`a`|\*c\*|\n# d/);
    expect(written).toContain("&#60;img src=x&#62; &#64;team");
  });

  test("fits into a comment however much there is, dangers whole, and links the rest", () => {
    const artefactUrl = "https://ci.example.org/artefacts/review.md";
    const written = markdown(reviewOf("dashboard", 20, 5000), { artefactUrl });
    expect(written.length).toBeLessThanOrEqual(65_536);
    expect(written.length).toBeGreaterThan(60_000);
    expect(written).toContain(`[the whole review](${artefactUrl})`);
    expect(written.match(/\*\*to do:\*\*/g)).toHaveLength(20);
    expect(written).toContain("alert <code>dashboard</code>");
    expect(written).toMatch(/- and \d+ more\n$/);
    expect(written).not.toContain("<del>");
    expect(written).toContain("dashboard <code>dashboard 0</code>");
  });

  test("counts dangers that do not fit", () => {
    const written = markdown(reviewOf("danger", 3000, 10), { limit: 5000 });
    expect(written.length).toBeLessThanOrEqual(5000);
    expect(written).toMatch(/- and \d+ more dangers\n/);
  });

  test("never exceeds its limit and never cuts a line", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 300 }),
        fc.integer({ min: 0, max: 300 }),
        fc.integer({ min: 1500, max: 60_000 }),
        (dangers, dashboards, limit) => {
          const whole = new Set(
            markdown(reviewOf("n", dangers, dashboards), {
              limit: Infinity,
            }).split("\n"),
          );
          const written = markdown(reviewOf("n", dangers, dashboards), {
            limit,
          });
          expect(written.length).toBeLessThanOrEqual(limit);
          expect(
            written
              .split("\n")
              .filter(
                (line) =>
                  !whole.has(line) &&
                  !/^- and \d+ more|^> Shortened/.test(line),
              ),
          ).toEqual([]);
        },
      ),
      { numRuns: runs(50) },
    );
  });
});

describe("fitted", () => {
  test("shortens from the least important, block by block", () => {
    const block = (name: string) => ({
      full: `${name}\n${"x".repeat(300)}\n`,
      short: `${name}\n`,
    });
    const chapters = ["first", "second"].map((name) => ({
      heading: `# ${name}\n`,
      blocks: [block(`${name} 1`), block(`${name} 2`)],
      left: (count: number) => `${count} more\n`,
    }));
    const { text: written, isShortened } = fitted(chapters, 1000);
    expect(isShortened).toBe(true);
    expect(written).toContain(`first 2\n${"x".repeat(300)}\n`);
    expect(written).toContain("# second\nsecond 1\n");
    expect(written.endsWith("second 2\n")).toBe(true);
  });
});

describe("terminal", () => {
  test("marks words without colours, and shows no control characters", () => {
    const written = terminal(reviewOf("a\u001b[31mb", 1, 1), {
      isColored: false,
    });
    expect(written).toContain("rate(x[[-5m-]{+10m+}");
    expect(written).not.toContain("\u001b");
    expect(written).toContain("1 danger");
  });

  test("colours where they are wanted", () => {
    expect(terminal(reviewOf("a", 1, 1), { isColored: true })).toContain(
      "\u001b[",
    );
  });
});

describe("json", () => {
  test("holds all that was found", () => {
    const written = JSON.parse(json(reviewOf("a", 2, 3))) as Review;
    expect(written.dangers).toHaveLength(2);
    expect(written.sections[1]?.entries).toHaveLength(3);
    expect(written.sections[0]?.entries[0]).toMatchObject({
      change: "changed",
      text: 'alert "a"',
    });
  });
});
