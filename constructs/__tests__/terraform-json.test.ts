import {
  App,
  Fn,
  TerraformOutput,
  TerraformStack,
  TerraformVariable,
  Testing,
  Token,
} from "cdktf";
import fc from "fast-check";
import { terraformJson, terraformText } from "../src/terraform-json";

/** Reads a string as Terraform does: `$${` and `%%{` are literal, any other `${` or `%{` opens a template. */
function readByTerraform(text: string): string {
  let read = "";
  for (let at = 0; at < text.length;) {
    const next = text.slice(at, at + 3);
    if (next === "$${" || next === "%%{") {
      read += next.slice(1);
      at += 3;
    } else if (next.startsWith("${") || next.startsWith("%{")) {
      throw new Error(`template at ${at} of ${text}`);
    } else {
      read += text.charAt(at);
      at += 1;
    }
  }
  return read;
}

/** The value of an output after synthesis, so with everything CDKTF does to strings. */
function synthesized(text: string): string {
  const stack = new TerraformStack(new App(), "json");
  new TerraformOutput(stack, "json", { value: text });
  const { output } = JSON.parse(Testing.synth(stack)) as {
    readonly output: { readonly json: { readonly value: string } };
  };
  return output.json.value;
}

const closed = (text: string): boolean =>
  text.lastIndexOf("${") <= text.lastIndexOf("}") || !text.includes("${");

describe(terraformJson, () => {
  it("gives Terraform exactly the JSON of the value", () => {
    const snippets = fc.oneof(
      fc.string(),
      fc
        .array(
          fc.constantFrom("$", "%", "{", "}", "${", "%{", '"', "\\", "a", "\n"),
        )
        .map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(
        fc.dictionary(snippets.filter(closed), snippets.filter(closed)),
        (value) => {
          const written = terraformJson(value);
          expect(readByTerraform(written)).toBe(JSON.stringify(value));
        },
      ),
    );
  });

  it("survives what CDKTF does to strings", () => {
    const value = {
      expr: 'sum(rate(x{job="a"}[${window}])) > ${limit}',
      grok: "%{IP:client} %%{x} $${y} $$ %",
      go: "{{ $labels.x }} $1",
    };
    expect(readByTerraform(synthesized(terraformJson(value)))).toBe(
      JSON.stringify(value),
    );
  });

  it("leaves Go templates alone", () => {
    expect(terraformJson("{{ $values.A.Value }}")).toBe(
      '"{{ $values.A.Value }}"',
    );
  });

  it("escapes plain text too", () => {
    expect(terraformText("${a} %{b} $1 100%")).toBe("$${a} %%{b} $1 100%");
  });

  test.each([
    [
      "rejects an unclosed ${",
      { a: "${job" },
      'every "${" must be closed by a "}" in the same text, got "${job"',
    ],
    [
      "rejects a ${ closed in another text only",
      { a: "x ${job", b: "}" },
      'every "${" must be closed by a "}" in the same text, got "${job"',
    ],
    [
      "rejects an unclosed ${ in a key",
      { "${k": 1 },
      'every "${" must be closed by a "}" in the same text, got "${k"',
    ],
    [
      "rejects undefined",
      undefined,
      "only what has a JSON form can be written as JSON, got undefined",
    ],
    [
      "rejects a function",
      () => 1,
      "only what has a JSON form can be written as JSON, got function",
    ],
  ])("%s", (_, value, message) => {
    expect(() => terraformJson(value)).toThrow(new Error(message));
  });

  const message =
    "JSON must not hold tokens, because their values are spliced in unescaped: use a fixed uid and dependsOn instead";
  test.each<[string, (stack: TerraformStack) => unknown]>([
    [
      "rejects a string token",
      (stack) => ({ uid: new TerraformVariable(stack, "v", {}).stringValue }),
    ],
    [
      "rejects text around a token",
      (stack) => ({
        uid: `a-${new TerraformVariable(stack, "v", {}).stringValue}`,
      }),
    ],
    [
      "rejects a token as key",
      (stack) => ({ [new TerraformVariable(stack, "v", {}).stringValue]: 1 }),
    ],
    [
      "rejects a number token",
      (stack) => [new TerraformVariable(stack, "v", {}).numberValue],
    ],
    [
      "rejects a list token",
      (stack) => ({ tags: new TerraformVariable(stack, "v", {}).listValue }),
    ],
    ["rejects a function call", () => ({ now: Fn.timestamp() })],
    ["rejects a token object", () => ({ lazy: Token.asAny(Fn.timestamp()) })],
  ])("%s", (_, value) => {
    const stack = new TerraformStack(new App(), "json");
    expect(() => terraformJson(value(stack))).toThrow(new Error(message));
  });
});
