import { resourceName } from "../resource-name";
import type { ResourceChange } from "../resource-change";
import type { Danger } from "../review-model";
import { text, words } from "../text";
import { blocksOf, isSame, textOf } from "../value";

/** Safeguards of buckets that are taken away, and permissions that grow. */
export function safeguardDangers(
  changes: readonly ResourceChange[],
): readonly Danger[] {
  return changes.flatMap((change): readonly Danger[] => {
    const { type, before, after } = change;
    if (before === undefined || after === undefined || isSame(before, after))
      return [];
    const turned = (name: string, to: boolean): boolean =>
      before[name] !== to && after[name] === to;
    switch (type) {
      case "aws_s3_bucket":
        return turned("force_destroy", true)
          ? [
              storage(
                text`${resourceName(change)} may be destroyed with all that it holds (force_destroy)`,
                "leave it off; empty a bucket on purpose before it goes",
              ),
            ]
          : [];
      case "aws_s3_bucket_public_access_block": {
        const opened = Object.keys(after).filter(
          (attribute) =>
            /^(?:block|ignore|restrict)_public/.test(attribute) &&
            turned(attribute, false),
        );
        return opened.length === 0
          ? []
          : [
              storage(
                text`${resourceName(change)} opens to the public: ${opened.join(", ")} is off`,
                "keep all four blocks on",
              ),
            ];
      }
      case "aws_s3_bucket_versioning": {
        const status = blocksOf(after.versioning_configuration)[0]?.status;
        const was = blocksOf(before.versioning_configuration)[0]?.status;
        return was === "Enabled" && status !== was
          ? [
              storage(
                text`${resourceName(change)} keeps no versions any more`,
                "keep versioning on: overwritten state and files cannot be brought back",
              ),
            ]
          : [];
      }
      case "grafana_folder_permission":
      case "grafana_dashboard_permission":
        return wider(before.permissions, after.permissions).map((grant) => ({
          kind: "permission" as const,
          text: text`${resourceName(change)}: ${grant}`,
          action: words("make sure that they may change what others rely on"),
        }));
      default:
        return [];
    }
  });
}

const ranks = ["", "View", "Edit", "Admin"];

/** Whoever may do more than before, beyond reading. */
function wider(before: unknown, after: unknown): readonly string[] {
  const who = (block: Readonly<Record<string, unknown>>): string =>
    textOf(block.role) ??
    `team or user ${JSON.stringify(block.team_id ?? block.user_id)}`;
  const had = new Map(
    blocksOf(before).map((block) => [
      who(block),
      textOf(block.permission) ?? "",
    ]),
  );
  return blocksOf(after).flatMap((block) => {
    const permission = textOf(block.permission) ?? "";
    const old = had.get(who(block)) ?? "";
    return ranks.indexOf(permission) > Math.max(ranks.indexOf(old), 1)
      ? [`${who(block)} may ${permission}`]
      : [];
  });
}

function storage(what: Danger["text"], action: string): Danger {
  return { kind: "storage", text: what, action: words(action) };
}
