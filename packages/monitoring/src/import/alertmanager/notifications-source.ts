import type { RootNotifications } from "../../model/notifications";
import type { ImportedFile } from "../import-result";
import {
  Code,
  constantName,
  docComment,
  importLine,
  printed,
  type SourceValue,
} from "../source";
import { nameOf, rootSource, timingSource } from "./route-source";
import { integrationSource, secretCall, sharedSecrets } from "./secret-source";

/** Past about this many lines receivers and templates get files of their own. */
const longestFile = 250;

/** The file and the constant that hold the notifications of an import. */
export function exportedNotifications(name: string): {
  readonly path: string;
  readonly constant: string;
} {
  return {
    path: `notifications/${name}.ts`,
    constant: constantName(`${name} notifications`),
  };
}

/** A constant of the source, with what it needs. */
interface Declaration {
  readonly name: string;
  readonly type: string;
  readonly value: SourceValue;
}

/** The files of `notifications/` that hold receivers, routes, timings, inhibitions and templates. */
export function notificationsSource(
  notifications: RootNotifications,
  name: string,
): readonly ImportedFile[] {
  const { path, constant } = exportedNotifications(name);
  const taken = new Set([
    constant,
    "is",
    "isNot",
    "matches",
    "matchesNot",
    "secret",
  ]);
  const { receivers, muteTimings = [], templates = [] } = notifications;
  const names = new Map<object, Code>();
  const nameAll = (
    things: readonly { readonly name: string }[],
    kind: string,
    isShort = true,
  ): void => {
    for (const thing of things) {
      // A reserved word gets a second one: defaultReceiver.
      const isPlain = isShort && !constantName(thing.name).endsWith("_");
      const text = isPlain ? thing.name : `${thing.name} ${kind}`;
      names.set(thing, new Code(constantName(text, taken)));
    }
  };
  nameAll(receivers, "receiver");
  nameAll(muteTimings, "timing");
  nameAll(templates, "template", false);
  const secrets = sharedSecrets(receivers, taken);
  const receiverParts = receivers.map((receiver) => ({
    name: nameOf(receiver, names),
    type: "Receiver",
    value: {
      name: receiver.name,
      integrations: receiver.integrations.map((integration) =>
        integrationSource(integration, secrets),
      ),
    },
  }));
  const templateParts = templates.map((template) => ({
    name: nameOf(template, names),
    type: "MessageTemplate",
    value: { name: template.name, template: template.template },
  }));
  const timingParts = muteTimings.map((timing) => ({
    name: nameOf(timing, names),
    type: "MuteTiming",
    value: timingSource(timing),
  }));
  const root: Declaration = {
    name: constant,
    type: "RootNotifications",
    value: rootSource(notifications, names),
  };
  const secretParts = [...secrets.values()].map(({ name: shared, value }) => ({
    name: shared,
    type: "Secret",
    value: secretCall(value),
  }));
  const all = [
    ...secretParts,
    ...templateParts,
    ...receiverParts,
    ...timingParts,
  ];
  const comment = `The routing tree of ${name}, written by monitoring import.`;
  if (linesOf([...all, root]) <= longestFile)
    return [file(path, all, root, comment)];
  const parts: readonly (readonly [string, readonly Declaration[]])[] = [
    ["templates", templateParts],
    ["receivers", [...secretParts, ...receiverParts]],
  ];
  const files = parts.filter(([, declarations]) => declarations.length > 0);
  return [
    ...files.map(([part, declarations]) =>
      exportedFile(`notifications/${name}-${part}.ts`, declarations),
    ),
    file(
      path,
      timingParts,
      root,
      comment,
      files.map(([part, declarations]) =>
        importLine(
          declarations
            .filter(({ type }) => type !== "Secret")
            .map((declaration) => declaration.name),
          `./${name}-${part}`,
          "value",
        ),
      ),
    ),
  ];
}

function file(
  path: string,
  declarations: readonly Declaration[],
  root: Declaration,
  comment: string,
  imports: readonly string[] = [],
): ImportedFile {
  const body = declarations.map(
    ({ name, type, value }) => `const ${name}: ${type} = ${printed(value)};`,
  );
  const last = `${docComment(comment)}\nexport const ${root.name}: ${root.type} = ${printed(root.value)};`;
  return {
    path,
    content: withImports([...body, last], [...declarations, root], imports),
  };
}

function exportedFile(
  path: string,
  declarations: readonly Declaration[],
): ImportedFile {
  const body = declarations.map(
    ({ name, type, value }) =>
      `${type === "Secret" ? "" : "export "}const ${name}: ${type} = ${printed(value)};`,
  );
  return { path, content: withImports(body, declarations, []) };
}

const importedTypes: readonly string[] = [
  "MessageTemplate",
  "MuteTiming",
  "Receiver",
  "RootNotifications",
  "Secret",
];

function withImports(
  body: readonly string[],
  declarations: readonly Declaration[],
  imports: readonly string[],
): string {
  const text = body.join("\n\n");
  const uses = (name: string): boolean =>
    new RegExp(`(?<![\\w."'\`])${name}\\(`).test(text);
  const types = new Set(declarations.map(({ type }) => type));
  const values = ["is", "isNot", "matches", "matchesNot", "secret"].filter(
    uses,
  );
  const named = importedTypes.filter((type) => types.has(type));
  const line =
    values.length === 0
      ? importLine(named, "monitoring-as-code")
      : importLine(
          [...values, ...named.map((type) => `type ${type}`)],
          "monitoring-as-code",
          "value",
        );
  return `${[line, ...imports].join("\n")}\n\n${text}\n`;
}

/** About how many lines the declarations take. */
function linesOf(declarations: readonly Declaration[]): number {
  return (
    declarations.reduce(
      (sum, { value }) => sum + 2 + printed(value).length / 45,
      0,
    ) +
    declarations.reduce(
      (sum, { value }) => sum + printed(value).split("\n").length,
      0,
    )
  );
}
