import { identityOf, resourceName } from "../resource-name";
import { ofType, type ResourceChange } from "../resource-change";
import type { Danger } from "../review-model";
import type { RulePair } from "../rules/match-rules";
import { counted, text, words, type Text } from "../text";
import { blocksOf, isObject, textOf } from "../value";

/** What to do before an object of a type is destroyed. */
const beforeDestroy: Readonly<Record<string, string>> = {
  aws_s3_bucket:
    "keep it: take it out of the code only after its content is copied, and let Terraform forget it instead",
  grafana_contact_point:
    "make sure that no route and no rule sends to it, here or past Terraform",
  grafana_data_source:
    "make sure that no dashboard and no rule reads it; secrets in it are lost",
  grafana_folder:
    "everything in it goes too: move dashboards and rules first, permissions are lost",
  grafana_dashboard:
    "links and bookmarks to it end; keep its uid if it is only renamed",
  grafana_notification_policy:
    "Grafana returns to its default tree: every alert goes to the default e-mail; keep the policy",
  grafana_rule_group: "its alerts are not evaluated any more",
};

/** Objects that are destroyed, and objects that are destroyed and defined anew while something uses them. */
export function objectDangers(
  changes: readonly ResourceChange[],
  pairs: readonly RulePair[],
): readonly Danger[] {
  const created = new Set(
    changes
      .filter(({ action }) => action === "create")
      .map((change) => `${change.type} ${String(identityOf(change))}`),
  );
  const rulesAfter = new Set(pairs.flatMap(({ after }) => after?.uid ?? []));
  return changes.flatMap((change): readonly Danger[] => {
    const { action, type } = change;
    if (action === "replace") return [replacement(change, changes)];
    if (action !== "delete") return [];
    if (created.has(`${type} ${String(identityOf(change))}`))
      return [readdressed(change)];
    if (type === "grafana_rule_group" && movesWhole(change, rulesAfter))
      return [movedGroup(change)];
    return [destroy(change)];
  });
}

function destroy(change: ResourceChange): Danger {
  return {
    kind: "destroy",
    text: text`${resourceName(change)} is destroyed`,
    action: words(
      beforeDestroy[change.type] ?? "make sure that nothing needs it any more",
    ),
  };
}

/** Terraform knows objects by address alone. */
function readdressed(change: ResourceChange): Danger {
  return {
    kind: "replacement",
    text: text`${resourceName(change)} is deleted at ${change.address} and defined anew at another address, in no certain order`,
    action: words(
      "keep the construct's id, or move the state (terraform state mv) before applying",
    ),
  };
}

function movesWhole(
  { before }: ResourceChange,
  rulesAfter: ReadonlySet<string>,
): boolean {
  const uids = blocksOf(before?.rule).map(({ uid }) => textOf(uid) ?? "");
  return (
    uids.length > 0 && uids.every((uid) => uid !== "" && rulesAfter.has(uid))
  );
}

function movedGroup(change: ResourceChange): Danger {
  return {
    kind: "replacement",
    text: text`${resourceName(change)} goes, and its rules are defined in another group: Terraform may define them before they are gone, which Grafana refuses`,
    action: words(
      "apply twice if the first apply fails; their states are reset",
    ),
  };
}

function replacement(
  change: ResourceChange,
  changes: readonly ResourceChange[],
): Danger {
  const { replacedBy } = change;
  const why =
    replacedBy.length === 0
      ? []
      : text` because ${replacedBy.join(", ")} changes`;
  const [use, action] = consequenceOf(change, changes);
  return {
    kind: "replacement",
    text: text`${resourceName(change)} is destroyed and defined anew${why}${use}`,
    action,
  };
}

/** Who uses what is replaced, and what to do. */
function consequenceOf(
  { type, before }: ResourceChange,
  changes: readonly ResourceChange[],
): readonly [use: Text, action: Text] {
  switch (type) {
    case "aws_s3_bucket":
      return [
        words(", and all that it holds is lost"),
        words(
          "define a second bucket, copy the content, and drop the first one later",
        ),
      ];
    case "grafana_folder": {
      const held = contentOf(textOf(before?.uid), changes);
      return [
        held === 0
          ? []
          : [`, with ${counted(held, "dashboard or rule group")} in it`],
        words("keep its uid; what Terraform does not know in it is lost"),
      ];
    }
    case "grafana_contact_point": {
      const uses = usesOf(textOf(before?.name), changes);
      return [
        uses === 0
          ? []
          : [`, and ${counted(uses, "route")} sent to it until now`],
        words(
          "keep its name, or add the new one first and remove the old one in a later apply",
        ),
      ];
    }
    case "grafana_data_source":
      return [
        words(", and dashboards and rules name it by its uid"),
        words("keep its uid"),
      ];
    case "grafana_rule_group":
      return [
        words(", and the states of its rules are reset"),
        words("expect that firing alerts are resolved and fire again"),
      ];
    case "grafana_dashboard":
      return [
        [],
        words("keep its uid: links, permissions and versions are lost with it"),
      ];
    default:
      return [[], words("make sure that nothing notices the gap")];
  }
}

function contentOf(
  uid: string | undefined,
  changes: readonly ResourceChange[],
): number {
  return changes.filter(
    ({ before }) =>
      before !== undefined &&
      uid !== undefined &&
      (before.folder_uid === uid || before.folder === uid) &&
      !("permissions" in before),
  ).length;
}

/** Routes of the tree until now that name a contact point. */
function usesOf(
  name: string | undefined,
  changes: readonly ResourceChange[],
): number {
  const count = (policy: unknown): number =>
    isObject(policy)
      ? (policy.contact_point === name ? 1 : 0) +
        blocksOf(policy.policy).reduce((sum, inner) => sum + count(inner), 0)
      : 0;
  return ofType(changes, "grafana_notification_policy").reduce(
    (sum, { before }) => sum + count(before),
    0,
  );
}
