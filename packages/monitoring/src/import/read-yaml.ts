import {
  CST,
  Lexer,
  isScalar,
  isSeq,
  parseAllDocuments,
  visit,
  type Document,
} from "yaml";

/**
 * A YAML file. Every scalar is the text that stands in the file, as the programs that read such files take it where they
 * want text: `1.0` stays `1.0`, `on` stays `on`. What is null or empty is left out, as if it were not written.
 */
export interface YamlInput {
  /** Maps, lists and text, one per document; empty documents are left out. */
  readonly documents: readonly unknown[];
  /** Every comment, without its sign, in the order of the file. */
  readonly comments: readonly string[];
  /** The comments on the lines right before each entry of a list of the first document. */
  readonly commentsBefore: (
    path: readonly string[],
  ) => readonly (readonly string[])[];
}

/** Reads one or more documents. Throws with line and column where the text is no YAML. */
export function readYaml(text: string): YamlInput {
  const documents = parsed(text);
  const errors = documents.flatMap((document) => document.errors);
  if (errors.length > 0) {
    throw new Error(
      // The rest of the message is the line itself, which may hold a secret.
      `the file must be YAML: ${errors.map(({ message }) => message.split("\n")[0]?.replace(/:$/, "")).join("; ")}`,
    );
  }
  return {
    documents: documents
      .map((document) => withoutNulls(document.toJS()))
      .filter((value) => value !== undefined && value !== ""),
    // Who does not ask for them does not wait for them: the text is read once more.
    get comments() {
      return commentsIn(text);
    },
    commentsBefore: (path) => commentsBeforeEntries(text, documents[0], path),
  };
}

let latest: { readonly text: string; readonly documents: readonly Document[] } =
  { text: "", documents: [] };

/** The text that was read last is not parsed again: who imports a file compares what comes of it with the same file. */
function parsed(text: string): readonly Document[] {
  if (latest.text !== text) {
    const found = parseAllDocuments(text, { schema: "failsafe", merge: true });
    const documents = Array.isArray(found) ? [...found] : [];
    for (const document of documents) markNulls(document);
    latest = { text, documents };
  }
  return latest.documents;
}

/** What stands for nothing in every YAML that configurations are read with. */
const nulls = new Set(["", "~", "null", "Null", "NULL"]);

function markNulls(document: Document): void {
  visit(document, {
    Scalar(_, node) {
      if (node.type === "PLAIN" && nulls.has(String(node.value)))
        node.value = null;
    },
  });
}

function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(withoutNulls).filter((entry) => entry !== undefined);
  }
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, entry]) => {
        const kept = withoutNulls(entry);
        return kept === undefined ? [] : [[key, kept]];
      }),
    );
  }
  return value ?? undefined;
}

function commentsIn(text: string): readonly string[] {
  const comments: string[] = [];
  let before = "";
  for (const token of new Lexer().lex(text)) {
    // The text of a scalar follows its mark, and may begin with the sign of a comment.
    if (before !== CST.SCALAR && CST.tokenType(token) === "comment")
      comments.push(token.replace(/^#+/, "").trim());
    before = token;
  }
  return comments.filter((comment) => comment !== "");
}

function commentsBeforeEntries(
  text: string,
  document: Document | undefined,
  path: readonly string[],
): readonly (readonly string[])[] {
  const list = document?.getIn(path);
  if (!isSeq(list)) return [];
  return list.items.map((item) => {
    const start =
      isScalar(item) || typeof item !== "object" || item === null
        ? undefined
        : (item as { range?: readonly number[] }).range?.[0];
    if (start === undefined) return [];
    const above = text.slice(0, start).split("\n").slice(0, -1);
    const comments: string[] = [];
    for (
      let line = above.pop();
      line !== undefined && /^\s*#/.test(line);
      line = above.pop()
    ) {
      comments.unshift(line.replace(/^\s*#+/, "").trim());
    }
    return comments;
  });
}
