import {
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { folderStore, type ObjectStore } from "../../src/clients/object-store";

let folder: string;
let store: ObjectStore;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "store-"));
  store = folderStore(join(folder, "new"));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("a folder of objects", () => {
  test("gives back what was put, and replaces it", async () => {
    await store.put("a/b.json", "one");
    await store.put("a/b.json", "two");
    expect((await store.get("a/b.json"))?.toString()).toBe("two");
    expect(await store.get("a/c.json")).toBeUndefined();
  });

  test("lists keys and folders by what they begin with, in order", async () => {
    for (const key of ["x/2/b", "x/10/a", "x/file", "y/1/a"])
      await store.put(key, key);
    expect(await store.list("x/")).toEqual(["x/10/a", "x/2/b", "x/file"]);
    expect(await store.list("x/2/b")).toEqual(["x/2/b"]);
    expect(await store.folders("x/")).toEqual(["10", "2"]);
    expect(await store.list("z/")).toEqual([]);
    expect(await store.folders("z/")).toEqual([]);
  });

  test("does not count what was never finished", async () => {
    await store.put("a/b.json", "whole");
    writeFileSync(join(folder, "new/a/c.json.1234.part"), "ha");
    expect(await store.list("a/")).toEqual(["a/b.json"]);
  });

  test("leaves no rest behind, and lets no other user in", async () => {
    await store.put("a/b.json", "secret");
    expect(readdirSync(join(folder, "new/a"))).toEqual(["b.json"]);
    expect(statSync(join(folder, "new/a/b.json")).mode & 0o077).toBe(0);
    expect(statSync(join(folder, "new")).mode & 0o077).toBe(0);
  });

  test("rejects a key that leads out of it", async () => {
    await expect(store.put("../x", "x")).rejects.toThrow(
      /must hold all of its objects, got the key "\.\.\/x"/,
    );
    expect(readdirSync(folder)).toEqual([]);
  });
});
