import fc from "fast-check";
import { parse } from "yaml";
import {
  Commented,
  yamlFile,
  type YamlValue,
} from "../../src/outputs/yaml-file";
import { anyCharacter } from "../any-character";
import { runs } from "../property-runs";

function content(value: YamlValue, heading: readonly string[] = []): string {
  return yamlFile("file.yml", heading, value).content;
}

/** Texts that a parser of YAML 1.1 takes for something else unless they are quoted, among any others. */
const text = fc.oneof(
  fc.string({ unit: anyCharacter }),
  fc.constantFrom("on", "off", "y", "No", "~", "null", "09:00", "1:30:00"),
  fc.constantFrom("0x1f", "017", "1_000", "1e3", ".inf", "2026-01-01", "="),
  fc.constantFrom(
    "",
    " ",
    "# no",
    "a: b",
    "- a",
    "{{ .x }}",
    "a #b",
    "|",
    "&a",
  ),
  fc.constantFrom(
    "two\nlines",
    "ends\n",
    "ends\n\n",
    "\n",
    "\ttab",
    "*a",
    "!a",
  ),
);

const { value } = fc.letrec<{ value: YamlValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    text,
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0),
    fc.boolean(),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(
      text.filter((key) => key !== "__proto__"),
      tie("value"),
      {
        maxKeys: 4,
        noNullPrototype: true,
      },
    ),
    fc
      .tuple(
        tie("value"),
        fc.array(fc.string({ unit: "grapheme" }), { maxLength: 2 }),
      )
      .map(([inner, comment]) => new Commented(inner, comment)),
  ),
}));

function withoutComments(commented: YamlValue): unknown {
  if (commented instanceof Commented) return withoutComments(commented.value);
  if (Array.isArray(commented)) return commented.map(withoutComments);
  return typeof commented === "object"
    ? Object.fromEntries(
        Object.entries(commented).map(([key, inner]) => [
          key,
          withoutComments(inner),
        ]),
      )
    : commented;
}

describe("yamlFile", () => {
  test("writes what parsers of YAML 1.1 and 1.2 read back, whatever the texts and comments are", () => {
    fc.assert(
      fc.property(
        value,
        fc.array(fc.string(), { maxLength: 2 }),
        (any, heading) => {
          const file = content(any, heading);
          for (const version of ["1.1", "1.2"] as const)
            expect(parse(file, { version })).toEqual(withoutComments(any));
        },
      ),
      { numRuns: runs(300) },
    );
  });

  test("writes a comment on the lines before what it is about, under the heading", () => {
    const rules = [
      new Commented({ record: "a", labels: { team: "shop" } }, [
        "the first",
        "of two",
      ]),
      { record: "b" },
    ];
    expect(
      content({ groups: new Commented([{ name: "g", rules }], ["all"]) }, [
        "Rules",
      ]),
    ).toBe(`# Rules

# all
groups:
  - name: g
    rules:
      # the first
      # of two
      - record: a
        labels:
          team: shop
      - record: b
`);
  });

  test("leaves out keys without a value, and keeps long lines whole", () => {
    const expr = "sum(rate(requests_total[5m])) / ".repeat(20);
    expect(content({ expr, for: undefined })).toBe(`expr: '${expr}'\n`);
  });

  test("keeps a comment on one line", () => {
    expect(content([new Commented("a", ["two\nlines"])])).toBe(
      "# two lines\n- a\n",
    );
  });
});
