import * as estree from "prettier/plugins/estree";
import * as typescript from "prettier/plugins/typescript";
import { format } from "prettier/standalone";

/** TypeScript as this project formats it; the configuration of the project has nothing but defaults. */
export function formatSource(source: string): Promise<string> {
  return format(source, {
    parser: "typescript",
    plugins: [estree, typescript],
  });
}
