import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeNewFiles } from "../../src/internal/write-new-files";

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "new-files-"));
});

afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

describe("writeNewFiles", () => {
  test("writes all of them, folders too, and leaves nothing else", async () => {
    await writeNewFiles(
      root,
      [
        { path: "a/b.ts", content: "1" },
        { path: "c.ts", content: "2" },
      ],
      false,
    );
    expect(readFileSync(join(root, "a/b.ts"), "utf8")).toBe("1");
    expect(readFileSync(join(root, "c.ts"), "utf8")).toBe("2");
    expect(readdirSync(root).sort()).toEqual(["a", "c.ts"]);
  });

  test("rejects files that are there, and writes none", async () => {
    writeFileSync(join(root, "b.ts"), "old");
    const files = [
      { path: "a.ts", content: "new" },
      { path: "b.ts", content: "new" },
    ];
    await expect(writeNewFiles(root, files, false)).rejects.toThrow(
      "b.ts is there already: choose another --name, or overwrite with --force",
    );
    expect(readdirSync(root)).toEqual(["b.ts"]);
    await writeNewFiles(root, files, true);
    expect(readFileSync(join(root, "b.ts"), "utf8")).toBe("new");
  });

  test("leaves nothing behind where a place cannot be written", async () => {
    mkdirSync(join(root, "b.ts"));
    await expect(
      writeNewFiles(root, [{ path: "b.ts", content: "new" }], true),
    ).rejects.toThrow();
    expect(readdirSync(root)).toEqual(["b.ts"]);
  });
});
