import { ReviewInputError } from "./resource-change";

/** `text` as JSON. Throws a {@link ReviewInputError} that says what `source` seems to be instead. */
export function parseJson(
  text: string,
  source: string,
  expected: string,
): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new ReviewInputError(
      `${source}: must be ${expected}, got ${problemOf(text, error)}`,
      { cause: error },
    );
  }
}

function problemOf(text: string, error: unknown): string {
  const trimmed = text.trim();
  if (trimmed === "") return "nothing; write it again";
  if (text.startsWith("PK"))
    return "a saved plan; give the output of terraform show -json <plan>";
  if (trimmed.startsWith("{") && !trimmed.endsWith("}"))
    return `JSON that ends in the middle, after ${text.length} characters; write it again`;
  const reason = error instanceof Error ? error.message : String(error);
  return `text that is not JSON (${reason.slice(0, 200)})`;
}
