import {
  tokenizeTemplate,
  type TemplateToken,
} from "../../rules/go-template-tokens";
import { definedIn } from "../../notifications/message-template-problems";
import type { Deployment } from "../../model/deployment";
import type { Violation } from "../finding";
import { memoize } from "../../internal/memoize";
import { messageTexts, type MessageText } from "./message-texts";

/** What the dot of a template stands for. */
export type Dot = "notification" | "alert" | "unknown";

/** A field that a template reads, and what it reads it of. */
export interface FieldUse {
  readonly dot: Dot;
  readonly field: string;
  /** The field of that field: the label of `.CommonLabels.severity`. */
  readonly inner?: string;
}

/** A text of a message, and what it reads. */
export interface Message extends Pick<Violation, "path" | "suppress"> {
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
export const messagesOf = memoize(
  (deployment: Deployment): readonly Message[] => {
    const texts = messageTexts(deployment);
    const dots = new Map<string, { dot: Dot; receivers: Set<string> }>();
    const visit = ({ name, dot }: Call, receiver: string): void => {
      const known = dots.get(name);
      // What is called with different data is called with nothing in particular.
      const given = known === undefined || known.dot === dot ? dot : "unknown";
      if (known?.dot === given && known.receivers.has(receiver)) return;
      const receivers = known?.receivers ?? new Set<string>();
      receivers.add(receiver);
      dots.set(name, { dot: given, receivers });
      for (const { receiver: owner, text } of texts)
        if (owner === undefined)
          for (const call of readsOf(text, (define) =>
            define === name ? given : undefined,
          ).calls)
            visit(call, receiver);
    };
    for (const { receiver, text } of texts)
      if (receiver !== undefined)
        for (const call of readsOf(text, () => undefined).calls)
          visit(call, receiver);
    return texts.map((message: MessageText) => {
      const names =
        message.receiver === undefined
          ? definedIn({ template: message.text })
          : [];
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
  },
);

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
