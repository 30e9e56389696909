/** Terraform's JSON of one stack, as far as it is read here. */
export interface SynthesizedStack {
  readonly resource?: Readonly<
    Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>
  >;
}

/** Tells Terraform that what `to` describes is there already, under `id`. */
export interface ImportBlock {
  readonly to: string;
  readonly id: string;
}

type Attributes = Readonly<Record<string, unknown>>;

/** How the provider names what it imports, by type of resource; the organisation, which may stand before it, is left out. */
const ids: Readonly<
  Record<
    string,
    (attributes: Attributes, stack: SynthesizedStack) => string | undefined
  >
> = {
  grafana_contact_point: ({ name }) => textOf(name),
  grafana_dashboard: ({ config_json: json }) =>
    textOf((JSON.parse(textOf(json) ?? "{}") as Attributes).uid),
  grafana_data_source: ({ uid }) => textOf(uid),
  grafana_folder: ({ uid }) => textOf(uid),
  grafana_message_template: ({ name }) => textOf(name),
  grafana_mute_timing: ({ name }) => textOf(name),
  // There is one; the provider takes any text for it.
  grafana_notification_policy: () => "policy",
  grafana_rule_group: ({ folder_uid: folder, name }, stack) => {
    const [folderUid, group] = [valueOf(folder, stack), textOf(name)];
    return folderUid === undefined || group === undefined
      ? undefined
      : `${folderUid}:${group}`;
  },
  grafana_slo: ({ uuid }) => textOf(uuid),
};

/**
 * Import blocks for everything in a stack that Grafana may hold already, in order of address: to adopt a server that was
 * set up by hand, or after a lost state. Resources whose ids Grafana makes up (teams, permissions, tokens) are left out.
 */
export function importBlocks(stack: SynthesizedStack): readonly ImportBlock[] {
  return Object.entries(stack.resource ?? {})
    .flatMap(([type, resources]) =>
      Object.entries(resources).flatMap(([name, attributes]) => {
        const id = ids[type]?.(attributes, stack);
        return id === undefined ? [] : [{ to: `${type}.${name}`, id }];
      }),
    )
    .sort((a, b) => (a.to < b.to ? -1 : 1));
}

/** The text that Terraform reads in an attribute, or undefined where it would evaluate an expression. */
function textOf(attribute: unknown): string | undefined {
  if (typeof attribute !== "string" || attribute === "") return undefined;
  const isExpression = /(^|[^$])\$\{|(^|[^%])%\{/.test(attribute);
  return isExpression ? undefined : attribute.replace(/([$%])\1(?=\{)/g, "$1");
}

/** The same, where a reference to an attribute of the stack is looked up. */
function valueOf(
  attribute: unknown,
  { resource = {} }: SynthesizedStack,
): string | undefined {
  const [, type = "", name = "", field = ""] =
    /^\$\{(\w+)\.([\w-]+)\.(\w+)\}$/.exec(String(attribute)) ?? [];
  return textOf(resource[type]?.[name]?.[field] ?? attribute);
}
