import { withElement, withImport } from "./edit-source";
import {
  camelCase,
  existing,
  refuse,
  type ReadFile,
  type ScaffoldedFile,
} from "./project-files";
import { pagerSecretOf, systemFiles } from "./templates";

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

/** Where pipelines hand secrets to Terraform: the first that does gets the new one. */
const pipelines = ["plan-environment", "deploy"].map(
  (name) => `.github/workflows/${name}.yml`,
);

const isSecretLine = (line: string): boolean => /^ +TF_VAR_\w+: /.test(line);

/** The line that hands a secret to the pipeline's Terraform, where there is a pipeline. */
function pipelineSecret(
  name: string,
  read: ReadFile,
): readonly ScaffoldedFile[] {
  const path = pipelines.find((candidate) =>
    read(candidate)?.split("\n").some(isSecretLine),
  );
  if (path === undefined) return [];
  const lines = existing(read, path).split("\n");
  const first = lines.findIndex(isSecretLine);
  const indent = /^ */.exec(lines[first] ?? "")?.[0] ?? "";
  const secrets = [
    ...lines.filter(isSecretLine),
    `${indent}TF_VAR_${name}: \${{ secrets.TF_VAR_${name.toUpperCase()} }}`,
  ].sort();
  const others = lines.filter((line) => !isSecretLine(line));
  return [
    {
      path,
      content: [
        ...others.slice(0, first),
        ...secrets,
        ...others.slice(first),
      ].join("\n"),
    },
  ];
}
