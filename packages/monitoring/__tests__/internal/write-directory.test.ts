import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeDirectory } from "../../src/internal/write-directory";

describe("writeDirectory", () => {
  let parent: string;
  let directory: string;

  beforeEach(() => {
    parent = mkdtempSync(join(tmpdir(), "write-directory-"));
    directory = join(parent, "nested", "prod");
  });

  afterEach(() => {
    rmSync(parent, { recursive: true });
  });

  it("writes files in folders, and nothing beside them", async () => {
    await writeDirectory(directory, [
      { path: "rules/a.yml", content: "a" },
      { path: "b.yml", content: "b" },
    ]);
    expect(readFileSync(join(directory, "rules/a.yml"), "utf8")).toBe("a");
    expect(readdirSync(join(parent, "nested"))).toEqual(["prod"]);
  });

  it("can be read by others, such as a server that runs as its own user", async () => {
    await writeDirectory(directory, [{ path: "a.yml", content: "a" }]);
    expect(statSync(directory).mode & 0o777).toBe(0o777 & ~process.umask());
  });

  it("replaces what was there: files that are gone are gone", async () => {
    await writeDirectory(directory, [{ path: "old.yml", content: "1" }]);
    await writeDirectory(directory, [{ path: "new.yml", content: "2" }]);
    expect(readdirSync(directory)).toEqual(["new.yml"]);
    expect(readdirSync(join(parent, "nested"))).toEqual(["prod"]);
  });

  test.each([
    [
      [
        { path: "a", content: "1" },
        { path: "a/b", content: "2" },
      ],
      /ENOTDIR|EEXIST/,
    ],
    [
      [{ path: "../a", content: "1" }],
      'must have relative paths without "..", got "../a"',
    ],
    [
      [{ path: "/a", content: "1" }],
      'must have relative paths without "..", got "/a"',
    ],
    [
      [
        { path: "a", content: "1" },
        { path: "a", content: "2" },
      ],
      'two files of .* have the path "a"',
    ],
  ])(
    "rejects %j and leaves the old directory as it was",
    async (files, message) => {
      await writeDirectory(directory, [{ path: "old.yml", content: "1" }]);
      await expect(writeDirectory(directory, files)).rejects.toThrow(
        new RegExp(message),
      );
      expect(readdirSync(directory)).toEqual(["old.yml"]);
      expect(readdirSync(join(parent, "nested"))).toEqual(["prod"]);
    },
  );

  it("leaves nothing where there was nothing", async () => {
    await expect(
      writeDirectory(directory, [
        { path: "a", content: "1" },
        { path: "a/b", content: "2" },
      ]),
    ).rejects.toThrow();
    expect(existsSync(directory)).toBe(false);
  });
});
