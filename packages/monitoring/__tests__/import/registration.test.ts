import {
  registered,
  registrationText,
  type Registration,
} from "../../src/import/registration";

const registration: Registration = {
  files: ["alerts", "index"].map((name) => ({
    path: `systems/shop/${name}.ts`,
    statement: 'import { nodeAlertGroups } from "./node-alerts";',
  })),
  list: "alertGroups",
  element: "...nodeAlertGroups",
};

const alerts = `import type { AlertGroup } from "monitoring-as-code";

export const alertGroups: readonly AlertGroup[] = [a];
`;
const index = `import { alertGroups } from "./alerts";

export const shop = { alertGroups };
`;
const without = `import { b } from "./b";

export const shop = { alertGroups: [], b };
`;

const reading =
  (files: Readonly<Record<string, string>>) =>
  (path: string): string | undefined =>
    files[path];

describe("registered", () => {
  test("adds to the list of the file that has it", () => {
    const files = registered(
      [registration],
      reading({
        "systems/shop/alerts.ts": alerts,
        "systems/shop/index.ts": index,
      }),
    );
    expect(files).toEqual([
      {
        path: "systems/shop/alerts.ts",
        content: `import type { AlertGroup } from "monitoring-as-code";
import { nodeAlertGroups } from "./node-alerts";

export const alertGroups: readonly AlertGroup[] = [a,...nodeAlertGroups];
`,
      },
    ]);
  });

  test("adds to the system's index where it is the only one", () => {
    const [file] = registered(
      [registration],
      reading({ "systems/shop/index.ts": without }),
    );
    expect(file?.path).toBe("systems/shop/index.ts");
    expect(file?.content).toContain("alertGroups: [...nodeAlertGroups], b");
  });

  test("changes nothing twice", () => {
    const [once] = registered(
      [registration],
      reading({ "systems/shop/alerts.ts": alerts }),
    );
    expect(
      registered(
        [registration],
        reading({ "systems/shop/alerts.ts": once?.content ?? "" }),
      ),
    ).toEqual([]);
  });

  test("rejects a list that is nowhere, and says what to add by hand", () => {
    expect(() =>
      registered([registration], reading({ "systems/shop/index.ts": index })),
    ).toThrow(
      'no list called "alertGroups" in systems/shop/alerts.ts or systems/shop/index.ts: add it by hand, systems/shop/alerts.ts: import { nodeAlertGroups } from "./node-alerts"; and ...nodeAlertGroups in alertGroups',
    );
  });

  test("says what to add", () => {
    expect(registrationText(registration)).toBe(
      'systems/shop/alerts.ts: import { nodeAlertGroups } from "./node-alerts"; and ...nodeAlertGroups in alertGroups',
    );
  });
});
