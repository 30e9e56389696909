import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { allChecks } from "../../src/checks/all";
import { counts } from "../../src/checks/finding";
import { pageOf } from "../../src/checks/sarif";
import { exampleFrom, findingsOf } from "./example";

const project = join(__dirname, "../../../..");

function pageText(id: string): string {
  const path = join(project, pageOf(id));
  return existsSync(path) ? readFileSync(path, "utf8") : "";
}

/** The fenced block below a heading. */
function codeBelow(heading: string, text: string): string {
  const [, rest = ""] = text.split(new RegExp(`^## ${heading}$`, "m"));
  return /^```js\n([\s\S]*?)^```$/m.exec(rest)?.[1] ?? "";
}

describe("the pages of the checks", () => {
  test("are one for each check, and none for anything else", () => {
    const pages = readdirSync(join(project, "docs/checks"), {
      recursive: true,
      encoding: "utf8",
    }).filter((name) => name.endsWith(".md") && name !== "README.md");
    expect(pages.map((name) => name.replace(/\.md$/, "")).sort()).toEqual(
      allChecks.map(({ id }) => id).sort(),
    );
  });

  test("are listed with what they find and how bad it is", () => {
    const list = readFileSync(join(project, "docs/checks/README.md"), "utf8");
    const rows = list
      .split("\n")
      .filter((line) => line.startsWith("| [`"))
      .map((line) => line.split("|").map((cell) => cell.trim()));
    expect(rows.map((row) => row.slice(1, 4))).toEqual(
      expect.arrayContaining(
        allChecks.map(({ id, title, severity }) => [
          `[\`${id}\`](${id}.md)`,
          title,
          severity,
        ]),
      ) as unknown,
    );
    expect(rows).toHaveLength(allChecks.length);
  });

  describe.each(allChecks.map((check) => [check.id, check] as const))(
    "%s",
    (id, { title, severity }) => {
      const text = pageText(id);

      test("says what is found, and how bad it is", () => {
        expect(text).toContain(`# ${id}\n\n${title}. (${severity})\n`);
      });

      test("shows a wrong example that is found", () => {
        const found = findingsOf(exampleFrom(codeBelow("Wrong", text)));
        expect(found.map((finding) => finding.id)).toContain(id);
        for (const finding of found.filter((other) => other.id === id)) {
          expect(finding.message).not.toBe("");
          expect(finding.fix).not.toBe("");
          expect(finding.path).not.toBe("");
        }
      });

      test("shows a right example that passes", () => {
        const found = findingsOf(exampleFrom(codeBelow("Right", text)));
        expect(found.filter((finding) => finding.id === id)).toEqual([]);
        expect(found.filter(counts)).toEqual([]);
      });
    },
  );
});
