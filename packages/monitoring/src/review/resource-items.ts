import { attributeChanges, shown } from "./attributes";
import { identityOf, resourceName } from "./resource-name";
import { isChange, type ResourceChange } from "./resource-change";
import type { ChangeKind, Item, SectionId } from "./review-model";
import { text, words } from "./text";
import { isAbsent, without } from "./value";

/** What the server counts; no reader misses it. */
const derived = [
  "id",
  "version",
  "arn",
  "etag",
  "version_id",
  "tags_all",
  "org_id",
];

/** Attributes that say what a new object is; the rest is in the artefact that Terraform leaves. */
const telling = [
  "type",
  "url",
  "uid",
  "title",
  "name",
  "bucket",
  "role",
  "intervals",
  "spec",
  "permissions",
];

/** Where objects of a type are told; dashboards, rules and the routing tree have descriptions of their own. */
export function sectionOf(type: string): SectionId {
  if (type === "grafana_contact_point" || type === "grafana_message_template")
    return "contact-points";
  if (type === "grafana_mute_timing") return "mute-timings";
  if (type.includes("inhibition")) return "inhibition";
  if (type.startsWith("grafana_data_source")) return "datasources";
  if (/permission|^grafana_(?:team|service_account|role|user)/.test(type))
    return "permissions";
  if (type === "grafana_folder") return "folders";
  if (type === "grafana_dashboard") return "dashboards";
  if (type.startsWith("aws_s3")) return "storage";
  return "other";
}

/** A changed object, attribute by attribute. */
export function resourceItem(change: ResourceChange): Item | undefined {
  const { before, after, action, previousAddress, address } = change;
  if (!isChange(change) && previousAddress === undefined) return undefined;
  const items = [
    ...(previousAddress === undefined
      ? []
      : [note(text`moved from ${previousAddress} to ${address}`)]),
    ...(before !== undefined && after !== undefined
      ? attributeChanges(given(before), given(after))
      : details(after ?? {})),
    ...(action === "forget"
      ? [note(words("stays on the server, Terraform forgets it"))]
      : []),
  ];
  return {
    change: kindOf(change),
    text: resourceName(change),
    items: action === "update" && items.length === 0 ? [unseen] : items,
  };
}

/** An update must not be left out, even where it is none to readers. */
export const unseen: Item = note(
  words(
    "nothing that was asked for differs: only order, or what the server counts",
  ),
);

/** A rule group of which no rule differs. */
export function groupItem(change: ResourceChange): Item | undefined {
  const { before, after } = change;
  if (before === undefined || after === undefined) return resourceItem(change);
  return resourceItem({
    ...change,
    before: without(before, ["rule"]),
    after: without(after, ["rule"]),
  });
}

function details(
  attributes: Readonly<Record<string, unknown>>,
): readonly Item[] {
  return telling
    .filter((name) => !isAbsent(attributes[name]))
    .map((name) => note(text`${[name]}: ${shown(attributes[name])}`));
}

function given(
  attributes: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  return without(attributes, derived);
}

function kindOf({ action }: ResourceChange): ChangeKind {
  switch (action) {
    case "create":
      return "added";
    case "delete":
    case "forget":
      return "removed";
    case "replace":
      return "replaced";
    case "update":
    case "no-op":
      return "changed";
  }
}

function note(words: Item["text"]): Item {
  return { change: "note", text: words, items: [] };
}

/** Whether both are the same object to the server. */
export function isSameObject(a: ResourceChange, b: ResourceChange): boolean {
  return a.type === b.type && identityOf(a) === identityOf(b);
}
