import { createNodeResolver, importX } from "eslint-plugin-import-x";
import tseslint from "typescript-eslint";

const engine = "packages/monitoring/src";

/** What this company writes: it imports the packages by their names, as any company does. */
const content = [
  "monitoring.ts",
  "data-sources.ts",
  "dashboards/**/*.ts",
  "environments/**/*.ts",
  "notifications/**/*.ts",
  "systems/**/*.ts",
];

/** The rooms of the engine that talk to servers, to Terraform and to people: the clock and the network are theirs. */
const edges = ["cli", "clients", "terraform"];

/** Inside the engine: `internal` and `model` at the bottom, `cli` at the top; see docs/architecture.md. */
const zones = [
  {
    target: `./${engine}/internal`,
    from: `./${engine}`,
    except: ["./internal"],
    message: "internal/ stands alone",
  },
  {
    target: `./${engine}/model`,
    from: `./${engine}`,
    // The file of a kind holds its fields: docs/decisions/0075-a-kind-in-one-file.md.
    except: [
      "./model",
      "./internal",
      "./data-sources/data-source.ts",
      "./notifications/integrations/integration.ts",
    ],
    message: "the model is the vocabulary of all rooms: it imports none",
  },
  {
    target: `./${engine}/!(cli)/**`,
    from: `./${engine}/cli`,
    message: "commands use the rooms, not the other way round",
  },
];

const cdktf = {
  regex: "^(cdktf|constructs|@cdktf|@monitoring-as-code/constructs)(/|$)",
  message: "only constructs/ and main.ts know cdktf",
};
const bindings = {
  regex: "^@cdktf/[^/]+$",
  message: "import bindings deep: the root loads every resource",
};
/** Tests share their fixtures with tests of other packages, and nothing else by path. */
const sources = {
  regex: "^\\.+/(.*/)?(packages/[^/]+|constructs)/(src|lib|bin)(/|$)",
  message: "import packages by name",
};

const restricted = (files, pattern) => ({
  files,
  rules: { "no-restricted-imports": ["error", { patterns: [pattern] }] },
});

export default tseslint.config(
  {
    ignores: [
      "**/node_modules/",
      "**/lib/",
      "cdktf.out/",
      ".cache/",
      "coverage/",
      "docs/",
      "packages/monitoring/templates/",
      "**/*.js",
      "**/*.mjs",
    ],
  },
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
      },
    },
    plugins: { "import-x": importX },
    settings: {
      "import-x/extensions": [".ts"],
      "import-x/parsers": { "@typescript-eslint/parser": [".ts"] },
      "import-x/resolver-next": [
        createNodeResolver({ extensions: [".ts", ".js"] }),
      ],
    },
    rules: {
      "import-x/no-restricted-paths": ["error", { zones }],
      "import-x/no-duplicates": ["error", { "prefer-inline": true }],
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      // The compiler finds them: noUnusedLocals, noUnusedParameters.
      "@typescript-eslint/no-unused-vars": "off",
      "@typescript-eslint/consistent-type-imports": [
        "error",
        { fixStyle: "inline-type-imports" },
      ],
    },
  },
  {
    ignores: ["**/__tests__/**", "e2e/**"],
    rules: { "import-x/no-relative-packages": "error" },
  },
  {
    // Synth gives the same bytes for the same input.
    files: [
      "main.ts",
      ...content,
      "constructs/src/**/*.ts",
      `${engine}/**/*.ts`,
    ],
    ignores: edges.map((room) => `${engine}/${room}/**`),
    rules: {
      "no-restricted-globals": ["error", "fetch"],
      "no-restricted-properties": [
        "error",
        { object: "Date", property: "now", message: "synth has no clock" },
        {
          object: "Math",
          property: "random",
          message: "synth has no randomness",
        },
        {
          object: "process",
          property: "env",
          message: "synth reads no environment variables: use a secret",
        },
      ],
      "no-restricted-syntax": [
        "error",
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: "synth has no clock",
        },
      ],
    },
  },
  restricted(content, cdktf),
  restricted(
    ["main.ts", "e2e/**/*.ts", "bench/**/*.ts", "__tests__/**/*.ts"],
    sources,
  ),
  restricted(["packages/monitoring/**/*.ts"], cdktf),
  restricted(["constructs/**/*.ts"], bindings),
);
