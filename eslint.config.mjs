import { createNodeResolver, importX } from "eslint-plugin-import-x";
import tseslint from "typescript-eslint";

/** What may import what; see docs/architecture.md. */
const zones = [
  {
    target: "./lib",
    from: ".",
    except: ["./lib", "./node_modules"],
    message: "lib/ stands alone",
  },
  {
    target: ["./dashboards", "./notifications", "./exporters"],
    from: ["./constructs", "./environments", "./systems", "./cli", "./main.ts"],
    message: "data imports lib/ only",
  },
  {
    target: "./systems",
    from: ["./constructs", "./environments", "./cli", "./main.ts"],
    message:
      "systems import lib/, their dashboards, notifications and exporters",
  },
  {
    target: "./environments",
    from: [
      "./constructs",
      "./dashboards",
      "./systems",
      "./notifications",
      "./exporters",
      "./cli",
      "./main.ts",
    ],
    message: "environments are values",
  },
  {
    target: "./constructs",
    from: [
      "./environments",
      "./dashboards",
      "./systems",
      "./notifications",
      "./exporters",
      "./cli",
      "./main.ts",
    ],
    message: "constructs get everything as props",
  },
  {
    target: "./cli",
    from: ["./constructs"],
    message: "commands read the deployment, not the constructs",
  },
  {
    target: "./cli",
    from: "./e2e",
    except: ["./stand-in.ts", "./stack-override.ts", "./stack-variables.ts"],
    message: "commands know the stand-in, and no test",
  },
];

/** Synth gives the same bytes for the same input: no clock, no network, no randomness, no environment variables. */
const sources = [
  "main.ts",
  "constructs/**",
  "dashboards/**",
  "environments/**",
  "exporters/**",
  "lib/**",
  "notifications/**",
  "systems/**",
].map((path) => (path.endsWith(".ts") ? path : `${path}/*.ts`));

export default tseslint.config(
  {
    ignores: [
      "**/node_modules/",
      "cdktf.out/",
      ".cache/",
      "/coverage/",
      "packages/",
      "**/*.js",
      "**/*.mjs",
      "docs/",
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
      "import-x/resolver-next": [
        createNodeResolver({ extensions: [".ts", ".js"] }),
      ],
    },
    rules: {
      "import-x/no-restricted-paths": ["error", { zones }],
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
    files: sources,
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
  {
    files: [
      "lib/**/*.ts",
      "dashboards/**/*.ts",
      "systems/**/*.ts",
      "notifications/**/*.ts",
      "environments/**/*.ts",
      "exporters/**/*.ts",
      "cli/**/*.ts",
    ],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          patterns: [
            {
              group: ["cdktf", "cdktf/*", "constructs", "@cdktf/*"],
              message: "only constructs/ and main.ts know cdktf",
            },
          ],
        },
      ],
    },
  },
  {
    files: ["constructs/**/*.ts"],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          paths: ["@cdktf/provider-aws", "@cdktf/provider-grafana"].map(
            (name) => ({
              name,
              message: "import bindings deep: the root loads every resource",
            }),
          ),
        },
      ],
    },
  },
);
