import { runbookPath } from "../../deployment/rules";
import type { Check } from "../check";
import { placeOfRule } from "../queries";

/** An alert whose runbook_url leads nowhere. */
export const runbookMissing: Check = {
  id: "references/runbook-missing",
  severity: "error",
  title: "An alert without a runbook",
  run: ({ systems }, { runbooks }) =>
    runbooks === undefined
      ? []
      : systems.flatMap((system) =>
          system.alertGroups.flatMap(({ alerts }) =>
            alerts.flatMap((alert) => {
              const path = runbookPath(system.id, alert.alert);
              return runbooks[path] === undefined
                ? [
                    {
                      ...placeOfRule(system, alert, `alert ${alert.alert}`),
                      message: `its runbook_url leads to ${path}, which does not exist`,
                      fix: `write ${path}: what the alert means, how to see it, first steps, when to escalate`,
                    },
                  ]
                : [];
            }),
          ),
        ),
};

/** A runbook that names another alert, or a link to a part of one that is not there. */
export const runbookHeading: Check = {
  id: "references/runbook-heading",
  severity: "error",
  title:
    "A runbook under another name, or a link to a part that it does not have",
  run: ({ systems }, { runbooks }) =>
    runbooks === undefined
      ? []
      : systems.flatMap((system) =>
          system.alertGroups.flatMap(({ alerts }) =>
            alerts.flatMap((alert) => {
              const path = runbookPath(system.id, alert.alert);
              const text = runbooks[path];
              if (text === undefined) return [];
              const place = placeOfRule(system, alert, `alert ${alert.alert}`);
              const headings = headingsOf(text);
              const anchors = Object.values(alert.annotations).flatMap(
                (annotation) =>
                  [...annotation.matchAll(/\/([\w-]+)\/([\w-]+)#([\w-]+)/g)]
                    .filter(([, id, name]) =>
                      path.endsWith(`/${id}/${name}.md`),
                    )
                    .flatMap(([, , , anchor]) => anchor ?? []),
              );
              return [
                ...(headings[0] === alert.alert
                  ? []
                  : [
                      {
                        ...place,
                        message: `${path} begins with the heading "${headings[0] ?? ""}", but the alert is called ${alert.alert}`,
                        fix: `begin it with "# ${alert.alert}"`,
                      },
                    ]),
                ...anchors
                  .filter((anchor) => !headings.map(anchorOf).includes(anchor))
                  .map((anchor) => ({
                    ...place,
                    message: `it links ${path}#${anchor}, but the runbook has ${headings.map(anchorOf).join(", ")}`,
                    fix: "link a heading that is there, or add it",
                  })),
              ];
            }),
          ),
        ),
};

/** A runbook that no alert of any environment leads to. */
export const orphanedRunbook: Check = {
  id: "references/orphaned-runbook",
  severity: "warning",
  title: "A runbook that no alert links",
  scope: "environments",
  run: (deployments, { runbooks = {} }) => {
    const linked = new Set(
      deployments.flatMap(({ systems }) =>
        systems.flatMap(({ id, source, alertGroups }) =>
          [...source.alertGroups, ...alertGroups].flatMap(({ alerts }) =>
            alerts.map(({ alert }) => runbookPath(id, alert)),
          ),
        ),
      ),
    );
    return Object.keys(runbooks)
      .filter((path) => !linked.has(path))
      .map((path) => ({
        path,
        message: "no alert links it",
        fix: "give it the name of the alert that it belongs to, or delete it",
      }));
  },
};

/** The headings of a Markdown text, those in code left out. */
function headingsOf(text: string): readonly string[] {
  return text
    .replace(/^(```|~~~)[\s\S]*?^\1/gm, "")
    .split("\n")
    .flatMap((line) => /^#{1,6}\s+(.*?)\s*#*$/.exec(line)?.[1] ?? []);
}

/** The anchor that GitHub gives a heading. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\w\- ]/g, "")
    .replace(/ /g, "-");
}
