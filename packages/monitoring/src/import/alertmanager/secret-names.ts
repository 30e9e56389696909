import { secret, type Secret } from "../../model/secret";
import { secretFolder } from "../../notifications/integrations/alertmanager-form";
import type { Unexpressed } from "../import-result";

/** What a value reads as in a configuration that was asked for over the network: nobody knows it then. */
const hidden = "<secret>";

/** Text of a file that holds a secret, or its value. */
export type SecretSource =
  { readonly literal: string } | { readonly file: string };

/**
 * Gives the secrets of a file names, the same one wherever the same value or file is used. A file that already lies where
 * this project puts secrets keeps its name. Values stay in here.
 */
export class SecretNames {
  private readonly bySource = new Map<string, Secret>();
  private readonly taken = new Set<string>();
  private readonly descriptions = new Map<string, string>();
  private readonly items: (Unexpressed & { readonly name: string })[] = [];

  /** @param prefix kebab-case, the first part of every name */
  constructor(private readonly prefix: string) {}

  /** What became one of the secrets that are `used`, without its value. */
  listed(used: ReadonlySet<string>): readonly Unexpressed[] {
    return this.items
      .filter(({ name }) => used.has(name))
      .map(({ path, what, why }) => ({ path, what, why }));
  }

  /** The secret at `path`; `words` name it: `["on-call", "slack", "api_url"]`. */
  named(source: SecretSource, path: string, words: readonly string[]): Secret {
    const own = "file" in source ? ownName(source.file) : undefined;
    const key = JSON.stringify(source);
    const isHidden = "literal" in source && source.literal === hidden;
    const known = isHidden ? undefined : this.bySource.get(key);
    const description = `${words.at(-1)} of ${words.slice(0, -1).join(", ")}`;
    const made =
      known ??
      secret(own ?? this.free([this.prefix, ...words].join("_")), description);
    this.taken.add(made.secret);
    this.descriptions.set(made.secret, made.description);
    if (!isHidden) this.bySource.set(key, made);
    if (own === undefined) {
      this.items.push({
        name: made.secret,
        path,
        what:
          "file" in source
            ? `the file ${source.file}`
            : "a secret that is written down",
        why: `it is the secret "${made.secret}" now: the file ${secretFolder}${made.secret} for Alertmanager, TF_VAR_${made.secret} for Terraform`,
      });
    }
    return made;
  }

  /** What the value of a secret is. */
  description(name: string): string {
    return this.descriptions.get(name) ?? name;
  }

  private free(text: string): string {
    const base = text
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "_")
      .replace(/^[_0-9]+|_+$/g, "");
    let name = base;
    for (let count = 2; this.taken.has(name); count += 1)
      name = `${base}_${count}`;
    return name;
  }
}

/** The name of the secret in a file where this project puts them. */
export function ownName(file: string): string | undefined {
  const name = file.startsWith(secretFolder)
    ? file.slice(secretFolder.length)
    : "";
  return /^[a-z][a-z0-9_]*$/.test(name) ? name : undefined;
}
