import { withElement, withImport } from "./edit-source";
import {
  camelCase,
  existing,
  refuse,
  type ReadFile,
  type ScaffoldedFile,
} from "./project-files";
import { environmentFile, pagerSecretOf, systemFiles } from "./templates";

/** A whole system, the line that lists it, and its secret in the pipeline. */
export function newSystem(id: string, read: ReadFile): ScaffoldedFile[] {
  refuse(read, `systems/${id}/index.ts`);
  const registry = existing(read, "systems/index.ts");
  const constant = camelCase(id);
  return [
    ...systemFiles(id, constant),
    ...pipelineSecret(pagerSecretOf(id), read),
    {
      path: "systems/index.ts",
      content: withElement(
        withImport(registry, `import { ${constant} } from "./${id}";`),
        "systems",
        constant,
      ),
    },
  ];
}

/** An environment, and the line that lists it. */
export function newEnvironment(name: string, read: ReadFile): ScaffoldedFile[] {
  refuse(read, `environments/${name}.ts`);
  const registry = existing(read, "environments/index.ts");
  const constant = camelCase(name);
  return [
    {
      path: `environments/${name}.ts`,
      content: environmentFile(
        name,
        constant,
        existing(read, "environments/staging.ts"),
      ),
    },
    {
      path: "environments/index.ts",
      content: withElement(
        withImport(registry, `import { ${constant} } from "./${name}";`),
        "environments",
        constant,
      ),
    },
  ];
}

const pipeline = ".github/workflows/plan-environment.yml";

/** The line that hands a secret to the pipeline's Terraform, where there is a pipeline. */
function pipelineSecret(
  name: string,
  read: ReadFile,
): readonly ScaffoldedFile[] {
  const workflow = read(pipeline);
  if (workflow === undefined) return [];
  const lines = workflow.split("\n");
  const isSecret = (line: string): boolean => /^ +TF_VAR_\w+: /.test(line);
  const first = lines.findIndex(isSecret);
  const indent = /^ */.exec(lines[first] ?? "")?.[0] ?? "";
  const secrets = [
    ...lines.filter(isSecret),
    `${indent}TF_VAR_${name}: \${{ secrets.TF_VAR_${name.toUpperCase()} }}`,
  ].sort();
  const others = lines.filter((line) => !isSecret(line));
  return [
    {
      path: pipeline,
      content: [
        ...others.slice(0, first),
        ...secrets,
        ...others.slice(first),
      ].join("\n"),
    },
  ];
}
