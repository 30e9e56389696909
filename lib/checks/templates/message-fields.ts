import {
  tokenizeTemplate,
  type TemplateToken,
} from "../../alerting/go-template-tokens";
import type { Deployment } from "../../model/deployment";
import { routingTree, type RoutingNode } from "../../routing/routing-tree";
import type { Check } from "../check";
import type { Violation } from "../finding";
import { promqlQueries, resultLabels } from "../promql/promql-queries";
import { remembered } from "../remembered";
import { messageTexts, type MessageText } from "./message-texts";

/** Fields of a notification, in Alertmanager and Grafana. */
const notification = new Set([
  "Alerts",
  "AppVersion",
  "CommonAnnotations",
  "CommonLabels",
  "ExternalURL",
  "Extra",
  "GroupKey",
  "GroupLabels",
  "Message",
  "OrgID",
  "Receiver",
  "State",
  "Status",
  "Title",
  "TruncatedAlerts",
]);

/** Fields of one alert of a notification. */
const single = new Set([
  "Annotations",
  "DashboardURL",
  "EmbeddedImage",
  "EndsAt",
  "Fingerprint",
  "GeneratorURL",
  "ImageURL",
  "Labels",
  "OrgID",
  "PanelURL",
  "RuleUID",
  "SilenceURL",
  "StartsAt",
  "Status",
  "ValueString",
  "Values",
]);

type Dot = "notification" | "alert" | "unknown";

/** A field that a template reads, and what it reads it of. */
interface FieldUse {
  readonly dot: Dot;
  readonly field: string;
  /** The field of that field: the label of `.CommonLabels.severity`. */
  readonly inner?: string;
}

/** A field that notifications do not have: the message then fails, and nobody is told. */
export const unknownField: Check = {
  id: "templates/unknown-field",
  severity: "error",
  title: "A message that reads a field which notifications do not have",
  run: (deployment) =>
    messagesOf(deployment).flatMap(({ uses, ...place }) =>
      unique(
        uses.flatMap(({ dot, field }) =>
          dot === "unknown" ||
          (dot === "alert" ? single : notification).has(field)
            ? []
            : [
                {
                  path: place.path,
                  suppress: place.suppress,
                  message: `.${field} is read of ${dot === "alert" ? "one alert" : "the notification"}, which has ${[...(dot === "alert" ? single : notification)].join(", ")}`,
                  fix:
                    dot === "notification" && single.has(field)
                      ? `read it inside of {{ range .Alerts }}, or take .Common${field}`
                      : "read a field that is there",
                },
              ],
        ),
      ),
    ),
};

/** A label that no alert of the environment has, so that the message always shows nothing. */
export const unknownLabel: Check = {
  id: "templates/unknown-label",
  severity: "warning",
  title: "A message that prints a label which no alert has",
  run: (deployment) => {
    const known = labelsOfAlerts(deployment);
    return messagesOf(deployment).flatMap(({ uses, path, suppress }) =>
      unique(
        uses.flatMap(({ field, inner }) =>
          inner === undefined ||
          !["Labels", "CommonLabels", "GroupLabels"].includes(field) ||
          known === "any" ||
          known.has(inner) ||
          isMethod(inner)
            ? []
            : [
                {
                  path,
                  suppress,
                  message: `it prints the label ${inner}, which no alert of the environment has`,
                  fix: "correct the label, or give it to the alerts",
                },
              ],
        ),
      ),
    );
  },
};

/** A label of the group that the routes do not group by: always empty. */
export const groupLabel: Check = {
  id: "templates/group-label",
  severity: "error",
  title: "A message that prints a label by which its routes do not group",
  run: (deployment) => {
    const nodes = nodesIn(routingTree(deployment.notifications.route));
    return messagesOf(deployment).flatMap(
      ({ uses, path, suppress, receivers }) =>
        unique(
          uses.flatMap(({ field, inner }) => {
            if (
              field !== "GroupLabels" ||
              inner === undefined ||
              isMethod(inner)
            )
              return [];
            const route = nodes.find(
              ({ receiver, groupBy }) =>
                receivers.includes(receiver.name) &&
                !groupBy.includes(inner) &&
                !groupBy.includes("..."),
            );
            return route === undefined
              ? []
              : [
                  {
                    path,
                    suppress,
                    message: `it prints .GroupLabels.${inner}, but ${route.path} groups by ${route.groupBy.join(", ") || "nothing"}`,
                    fix: `print .CommonLabels.${inner}, or group by ${inner}`,
                  },
                ];
          }),
        ),
    );
  },
};

interface Message extends Pick<Violation, "path" | "suppress"> {
  readonly uses: readonly FieldUse[];
  /** The receivers in whose messages it stands. */
  readonly receivers: readonly string[];
}

/** Templates that others call, each with what it is called with. */
interface Call {
  readonly name: string;
  readonly dot: Dot;
}

/** The texts of an environment, those of templates followed from the receivers that use them. */
const messagesOf = remembered((deployment: Deployment): readonly Message[] => {
  const texts = messageTexts(deployment);
  const dots = new Map<string, { dot: Dot; receivers: Set<string> }>();
  const visit = ({ name, dot }: Call, receiver: string): void => {
    const known = dots.get(name);
    const same = known !== undefined && known.dot === dot;
    if (same && known.receivers.has(receiver)) return;
    const receivers = known?.receivers ?? new Set<string>();
    receivers.add(receiver);
    dots.set(name, {
      dot: known === undefined || same ? dot : "unknown",
      receivers,
    });
    for (const { receiver: owner, text } of texts)
      if (owner === undefined)
        for (const call of readsOf(text, (define) =>
          define === name ? dot : undefined,
        ).calls)
          visit(call, receiver);
  };
  for (const { receiver, text } of texts)
    if (receiver !== undefined)
      for (const call of readsOf(text, () => undefined).calls)
        visit(call, receiver);
  return texts.map((message: MessageText) => {
    const names = message.receiver === undefined ? definesIn(message.text) : [];
    return {
      path: message.path,
      suppress: message.suppress,
      uses: readsOf(message.text, (define) => dots.get(define)?.dot).uses,
      receivers:
        message.receiver === undefined
          ? names.flatMap((name) => [...(dots.get(name)?.receivers ?? [])])
          : [message.receiver],
    };
  });
});

function definesIn(text: string): readonly string[] {
  return [...text.matchAll(/\{\{-?\s*define\s+"([^"]*)"/g)].flatMap(
    ([, name]) => name ?? [],
  );
}

/**
 * What a text reads and calls. Outside of a definition the dot is the notification; inside of one it is what `dotOf` says,
 * and where that is nothing, the definition is passed over.
 */
function readsOf(
  text: string,
  dotOf: (define: string) => Dot | undefined,
): { readonly uses: readonly FieldUse[]; readonly calls: readonly Call[] } {
  const uses: FieldUse[] = [];
  const calls: Call[] = [];
  const outside: Scope = { dot: "notification", root: "notification" };
  const scopes: (Scope | undefined)[] = [outside];
  for (const { tokens } of tokenizeTemplate(text).actions) {
    const [first, second] = tokens;
    const keyword = first?.kind === "word" ? first.text : "";
    const name = (second?.text ?? "").slice(1, -1);
    const scope = scopes.at(-1);
    if (keyword === "end") scopes.pop();
    else if (keyword === "define") {
      const dot = dotOf(name);
      scopes.push(dot && { dot, root: dot });
    } else if (scope !== undefined) {
      uses.push(...fieldsIn(tokens, scope));
      if (keyword === "template")
        calls.push({
          name,
          dot:
            tokens[2]?.kind === "dot" && tokens.length === 3
              ? scope.dot
              : "unknown",
        });
    }
    if (["if", "with", "range", "block"].includes(keyword))
      scopes.push(
        scope && { ...scope, dot: dotInside(keyword, tokens, scope.dot) },
      );
  }
  return { uses, calls };
}

/** What the dot is, and what `$` is: the data that the text, or the definition, was given. */
interface Scope {
  readonly dot: Dot;
  readonly root: Dot;
}

/** What the dot is inside of a block. */
function dotInside(
  keyword: string,
  tokens: readonly TemplateToken[],
  dot: Dot,
): Dot {
  if (keyword === "if") return dot;
  const text = tokens
    .slice(1)
    .map((token) => token.text)
    .join("");
  return keyword === "range" &&
    /^(?:\$\w*,?)*(?::=)?\.Alerts(?:\.Firing|\.Resolved)?$/.test(text)
    ? "alert"
    : "unknown";
}

function fieldsIn(
  tokens: readonly TemplateToken[],
  { dot, root }: Scope,
): readonly FieldUse[] {
  return tokens.flatMap((token, index): readonly FieldUse[] => {
    if (token.kind !== "field") return [];
    const before = token.chained ? tokens[index - 1] : undefined;
    const ofRoot = before?.text === "$";
    const opensField =
      before === undefined ||
      ofRoot ||
      ["open", "pipe", "comma"].includes(before.kind);
    if (!opensField) return [];
    const next = tokens[index + 1];
    const inner =
      next?.kind === "field" && next.chained ? next.text.slice(1) : undefined;
    return [
      {
        dot: ofRoot ? root : dot,
        field: token.text.slice(1),
        ...(inner !== undefined && { inner }),
      },
    ];
  });
}

/** Functions of a set of labels: `.CommonLabels.SortedPairs`. */
function isMethod(name: string): boolean {
  return ["SortedPairs", "Names", "Values", "Remove"].includes(name);
}

const labelsOfAlerts = remembered(
  (deployment: Deployment): ReadonlySet<string> | "any" => {
    const known = new Set([
      "alertname",
      "grafana_folder",
      ...(deployment.environment.alerting.evaluator === "prometheus"
        ? ["cluster", "environment"]
        : []),
    ]);
    for (const { alertGroups } of deployment.systems)
      for (const { labels } of alertGroups.flatMap(({ alerts }) => alerts))
        for (const label of Object.keys(labels)) known.add(label);
    for (const query of promqlQueries(deployment)) {
      const result =
        query.owner.kind === "alert" ? resultLabels(query) : undefined;
      if (result === undefined) continue;
      const { possible, certain } = result;
      for (const label of possible ?? certain) known.add(label);
    }
    for (const { source } of deployment.systems)
      for (const { labels = {} } of source.jobs)
        for (const label of Object.keys(labels)) known.add(label);
    // Labels that logs and databases bring along.
    for (const label of [
      "container",
      "stream",
      "level",
      "service",
      "method",
      "status",
    ])
      known.add(label);
    return known;
  },
);

function nodesIn(node: RoutingNode): readonly RoutingNode[] {
  return [node, ...node.children.flatMap(nodesIn)];
}

function unique(violations: readonly Violation[]): readonly Violation[] {
  return violations.filter(
    ({ message }, index) =>
      violations.findIndex((other) => other.message === message) === index,
  );
}
