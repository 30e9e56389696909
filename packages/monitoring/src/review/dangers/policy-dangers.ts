import { isChange, ofType, type Comparison } from "../resource-change";
import type { Danger } from "../review-model";
import { text, words } from "../text";
import { isReadable } from "../routing/policy-tree";
import { resourceName } from "../resource-name";

/** An organisation has one routing tree, and whoever writes it overwrites it whole. */
export function policyDangers({
  changes,
  drift,
}: Comparison): readonly Danger[] {
  const policies = ofType(changes, "grafana_notification_policy");
  const isDrifted = ofType(drift, "grafana_notification_policy").length > 0;
  return [
    ...(policies.some(({ action }) => action === "create")
      ? [
          {
            kind: "policy-overwritten" as const,
            text: words(
              "the notification policy is created: it overwrites the organisation's routing tree, whatever is in it now",
            ),
            action: words(
              "export the present tree first, and bring over what is missing here",
            ),
          },
        ]
      : []),
    ...(isDrifted && policies.some(isChange)
      ? [
          {
            kind: "policy-overwritten" as const,
            text: words(
              "the notification policy was changed past Terraform, and this overwrites it",
            ),
            action: words(
              "bring the change into the code, or tell whoever made it",
            ),
          },
        ]
      : []),
    ...(isReadable(changes)
      ? []
      : [
          {
            kind: "alert-silent" as const,
            text: words(
              "the routes are sensitive or not known before apply, so who is notified cannot be computed",
            ),
            action: words(
              "keep secrets and values that do not exist yet out of the notification policy",
            ),
          },
        ]),
    ...drift
      .filter(
        ({ type, address }) =>
          type !== "grafana_notification_policy" &&
          changes.some(
            (change) => change.address === address && isChange(change),
          ),
      )
      .map((change) => ({
        kind: "drift" as const,
        text: text`${resourceName(change)} was changed past Terraform, and this takes the change back`,
        action: words("bring the change into the code if it is wanted"),
      })),
  ];
}
