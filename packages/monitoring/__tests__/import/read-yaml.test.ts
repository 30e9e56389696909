import { readYaml } from "../../src/import/read-yaml";

describe("readYaml", () => {
  test("keeps scalars as they are written, and leaves out what is null", () => {
    expect(
      readYaml('a: 1.0\nb: on\nc: 09:00\nd:\ne: ~\nf: "null"\ng: [1, null]\n')
        .documents,
    ).toEqual([{ a: "1.0", b: "on", c: "09:00", f: "null", g: ["1"] }]);
  });

  test("follows anchors and merges", () => {
    expect(readYaml("a: &x { b: 1 }\nc: { <<: *x, d: 2 }\n").documents).toEqual(
      [{ a: { b: "1" }, c: { b: "1", d: "2" } }],
    );
  });

  test("reads a text again as it stands, whatever became of the first result", () => {
    const text = "a: { b: [c, ~] }\n";
    const [first] = readYaml(text).documents as { a: { b: string[] } }[];
    first?.a.b.push("d");
    expect(readYaml(text).documents).toEqual([{ a: { b: ["c"] } }]);
    expect(readYaml("a: e\n").documents).toEqual([{ a: "e" }]);
    expect(readYaml(text).documents).toEqual([{ a: { b: ["c"] } }]);
    const broken = "a: [";
    for (let time = 0; time < 2; time += 1)
      expect(() => readYaml(broken)).toThrow("the file must be YAML: ");
  });

  test("reads every document but empty ones", () => {
    expect(readYaml("---\n---\na: 1\n---\nb: 2\n").documents).toEqual([
      { a: "1" },
      { b: "2" },
    ]);
    expect(readYaml("# nothing\n").documents).toEqual([]);
  });

  test("tells comments from text that looks like one", () => {
    const text = '# one\na: "# no"\nb: | # two\n  # no\n  x\nc: 1 # three\n';
    expect(readYaml(text).comments).toEqual(["one", "two", "three"]);
  });

  test("finds the comments before each entry of a list", () => {
    const text =
      "a:\n  # one\n  # and\n  - b: 1\n  - b: 2\n  # three\n  - b: 3\n";
    expect(readYaml(text).commentsBefore(["a"])).toEqual([
      ["one", "and"],
      [],
      ["three"],
    ]);
    expect(readYaml(text).commentsBefore(["x"])).toEqual([]);
  });

  test.each([
    ["a: [", "line 1"],
    ["a: 1\na: 2\n", "Map keys must be unique at line 2"],
    ["a: *b", "b"],
  ])("rejects %j", (text, message) => {
    expect(() => readYaml(text)).toThrow(message);
  });
});
