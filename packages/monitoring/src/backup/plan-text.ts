import { matcherText } from "../model/matcher";
import { dashboardContent } from "../review/dashboards/content";
import type { Comparison, ResourceChange } from "../review/resource-change";
import { counted } from "../review/text";
import {
  type DashboardObject,
  type FolderObject,
  type ObjectKind,
  objectKinds,
} from "./objects";
import type { RestorePlan, Step, Verdict } from "./restore-step";

/** What a plan writes to folders and dashboards, for the review to tell in words. */
export function planComparison(
  plan: RestorePlan,
  environment: string,
): Comparison {
  return {
    environment,
    drift: [],
    changes: [
      ...plan.folders.flatMap((step) => changeOf(step, folderChange)),
      ...plan.dashboards.flatMap((step) => changeOf(step, dashboardChange)),
    ],
  };
}

/** How many objects of each kind become what. Lines without line break at the end. */
export function planSummary(plan: RestorePlan): readonly string[] {
  return objectKinds.flatMap((kind) => {
    const counts = countsOf(plan[kind]);
    return counts === "" ? [] : [`${kind}: ${counts}`];
  });
}

/** Annotations and silences that are created; of more than `limit` the first. */
export function createdLines(plan: RestorePlan, limit = 20): readonly string[] {
  const annotations = created(plan.annotations).map(
    ({ time, text, dashboardUid }) =>
      `annotation of ${new Date(time).toISOString()}${dashboardUid === undefined ? "" : ` on ${dashboardUid}`}: ${oneLine(text)}`,
  );
  const silences = created(plan.silences).map(
    ({ matchers, endsAt, createdBy, comment }) =>
      `silence {${matchers.map(matcherText).join(", ")}} until ${endsAt.toISOString()} by ${createdBy}: ${oneLine(comment)}`,
  );
  return [
    ...first(annotations, limit, "annotation"),
    ...first(silences, limit, "silence"),
  ];
}

/** Why objects are not written. */
export function unwrittenLines(
  plan: RestorePlan,
  verdicts: readonly Verdict[],
): readonly string[] {
  const lines = <Wanted>(
    kind: ObjectKind,
    steps: readonly Step<Wanted, unknown>[],
    nameOf: (wanted: Wanted) => string,
  ): readonly string[] =>
    steps
      .filter(({ verdict }) => verdicts.includes(verdict))
      .map(
        ({ wanted, reason = "" }) =>
          `${kind.slice(0, -1)} ${nameOf(wanted)}: ${reason}`,
      );
  const titled = ({ title, uid }: FolderObject | DashboardObject): string =>
    `"${oneLine(title)}" (${uid})`;
  return [
    ...lines("folders", plan.folders, titled),
    ...lines("dashboards", plan.dashboards, titled),
    ...grouped(
      lines("annotations", plan.annotations, ({ time }) =>
        new Date(time).toISOString(),
      ),
    ),
    ...lines("silences", plan.silences, ({ id }) => id),
  ];
}

/** Whether anything of the plan has one of these verdicts. */
export function hasAny(
  plan: RestorePlan,
  verdicts: readonly Verdict[],
): boolean {
  return objectKinds.some((kind) =>
    plan[kind].some(({ verdict }) => verdicts.includes(verdict)),
  );
}

function countsOf(steps: readonly { readonly verdict: Verdict }[]): string {
  const words: readonly (readonly [Verdict, string])[] = [
    ["create", "to create"],
    ["update", "to update"],
    ["unchanged", "equal"],
    ["conflict", "changed there since, kept"],
    ["skip", "left out"],
    ["blocked", "without a place"],
  ];
  return words
    .map(([verdict, word]) => {
      const count = steps.filter((step) => step.verdict === verdict).length;
      return count === 0 ? "" : `${count} ${word}`;
    })
    .filter((text) => text !== "")
    .join(", ");
}

function created<Wanted>(
  steps: readonly Step<Wanted, unknown>[],
): readonly Wanted[] {
  return steps
    .filter(({ verdict }) => verdict === "create")
    .map(({ wanted }) => wanted);
}

function first(
  lines: readonly string[],
  limit: number,
  noun: string,
): readonly string[] {
  return lines.length <= limit
    ? lines
    : [
        ...lines.slice(0, limit),
        `and ${counted(lines.length - limit, noun)} more`,
      ];
}

/** Hundreds of annotations may lack the same dashboard. */
function grouped(lines: readonly string[]): readonly string[] {
  return first(lines, 20, "annotation");
}

/** Without line breaks and other control characters, with which a title could move the cursor. */
function oneLine(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f]+/g, " ");
}

type Change = Pick<ResourceChange, "type" | "address" | "before" | "after">;

function changeOf<Wanted, Found>(
  { verdict, wanted, found }: Step<Wanted, Found>,
  describe: (wanted: Wanted, found: Found | undefined) => Change,
): readonly ResourceChange[] {
  // A conflict is told as what it would become: so that one sees what is at stake.
  if (verdict !== "create" && verdict !== "update" && verdict !== "conflict")
    return [];
  return [
    {
      ...describe(wanted, found),
      action: verdict === "create" ? "create" : "update",
      replacedBy: [],
    },
  ];
}

function folderChange(
  wanted: FolderObject,
  found: FolderObject | undefined,
): Change {
  const attributes = ({ uid, title, parentUid }: FolderObject) => ({
    uid,
    title,
    parent: parentUid,
  });
  return {
    type: "grafana_folder",
    address: `grafana_folder.${wanted.uid}`,
    ...(found === undefined ? {} : { before: attributes(found) }),
    after: attributes(wanted),
  };
}

function dashboardChange(
  wanted: DashboardObject,
  found: DashboardObject | undefined,
): Change {
  const sides = found === undefined ? [wanted] : [wanted, found];
  // What the review cannot take apart, such as dashboards of the app platform, it compares field by field.
  const isClassic = sides.every(
    (side) =>
      side.content.schema === "classic" &&
      typeof dashboardContent(JSON.stringify(side.content.model)) !== "string",
  );
  const attributes = ({ uid, title, folderUid, content }: DashboardObject) => ({
    uid,
    folder: folderUid,
    ...(isClassic && content.schema === "classic"
      ? { config_json: JSON.stringify({ ...content.model, uid }) }
      : {
          title,
          ...(content.schema === "classic" ? content.model : content.spec),
        }),
  });
  return {
    type: isClassic ? "grafana_dashboard" : "dashboard",
    address: `grafana_dashboard.${wanted.uid}`,
    ...(found === undefined ? {} : { before: attributes(found) }),
    after: attributes(wanted),
  };
}
