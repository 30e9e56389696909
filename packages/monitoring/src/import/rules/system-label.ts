import { systemLabel } from "../../model/labels";
import { isMap } from "../difference";
import { ImportProblems } from "../import-problems";
import { readYaml } from "../read-yaml";
import { ruleDocument } from "./rule-document";

/** The system that the rules of a file carry as their label, when it is the same for all that carry one. */
export function systemOf(text: string): string | undefined {
  const { groups } = ruleDocument(
    readYaml(text).documents,
    new ImportProblems(),
  );
  const systems = groups
    .flatMap(({ fields, rules }) => [
      fields,
      ...rules.map((rule) => rule.fields),
    ])
    .flatMap(({ labels }) => {
      const system = isMap(labels) ? labels[systemLabel] : undefined;
      return typeof system === "string" ? [system] : [];
    });
  return new Set(systems).size === 1 ? systems[0] : undefined;
}
