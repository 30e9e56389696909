import type { Check } from "./check";
import { isSuppressed, type Finding } from "./finding";

/** A log in the Static Analysis Results Interchange Format, version 2.1.0. */
export interface SarifLog {
  readonly $schema: string;
  readonly version: "2.1.0";
  readonly runs: readonly SarifRun[];
}

interface SarifRun {
  readonly tool: {
    readonly driver: {
      readonly name: string;
      readonly rules: readonly SarifRule[];
    };
  };
  readonly results: readonly SarifResult[];
}

interface SarifRule {
  readonly id: string;
  readonly shortDescription: { readonly text: string };
  readonly helpUri: string;
  readonly defaultConfiguration: { readonly level: "error" | "warning" };
}

interface SarifResult {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: "error" | "warning";
  readonly message: { readonly text: string };
  readonly locations: readonly {
    readonly physicalLocation: {
      readonly artifactLocation: { readonly uri: string };
    };
    readonly logicalLocations: readonly {
      readonly fullyQualifiedName: string;
    }[];
  }[];
  readonly partialFingerprints: { readonly finding: string };
  readonly suppressions?: readonly {
    readonly kind: "inSource";
    readonly justification: string;
  }[];
}

/** The findings as code scanning services read them; things of the model are logical locations in their system's folder. */
export function sarifLog(
  findings: readonly Finding[],
  checks: readonly Check[],
): SarifLog {
  const ids = checks.map(({ id }) => id);
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "monitoring-as-code",
            rules: checks.map(({ id, title, severity }) => ({
              id,
              shortDescription: { text: title },
              helpUri: pageOf(id),
              defaultConfiguration: { level: severity },
            })),
          },
        },
        results: findings.map((finding) => ({
          ruleId: finding.id,
          ruleIndex: ids.indexOf(finding.id),
          level: finding.severity,
          message: { text: textOf(finding) },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: fileOf(finding.path) },
              },
              logicalLocations: [{ fullyQualifiedName: finding.path }],
            },
          ],
          partialFingerprints: {
            finding: `${finding.id} ${finding.path} ${finding.message}`,
          },
          ...(finding.suppressed &&
            isSuppressed(finding) && {
              suppressions: [
                {
                  kind: "inSource" as const,
                  justification: `${finding.suppressed.reason} (until ${finding.suppressed.until})`,
                },
              ],
            }),
        })),
      },
    ],
  };
}

/** The page of a check, below the project. */
export function pageOf(id: string): string {
  return `docs/checks/${id}.md`;
}

function textOf({
  path,
  message,
  fix,
  position,
  environments,
}: Finding): string {
  return [
    `${path}: ${message}; ${fix} (${environments.join(", ")})`,
    ...(position === undefined ? [] : [position.snippet]),
  ].join("\n");
}

/** The file in which a thing is written, as far as its path says. */
function fileOf(path: string): string {
  const [first = "", second = ""] = path.split(" > ");
  if (first.endsWith(".md")) return first;
  if (/^(?:route|receiver|template|mute timing|inhibition)/.test(first))
    return "notifications/index.ts";
  return second.startsWith("dashboard ")
    ? `dashboards/${first}`
    : `systems/${first}/index.ts`;
}
