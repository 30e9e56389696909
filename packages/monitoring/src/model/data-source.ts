import type { Duration } from "./duration";
import type { Secret } from "./secret";

interface DataSourceBase {
  /** Fixed, the same in every environment: dashboards and rules refer to it. */
  readonly uid: string;
  readonly name: string;
  readonly url: string;
  /** User of HTTP basic authentication. @default - none */
  readonly basicAuthUser?: string;
  /** @default - none */
  readonly basicAuthPassword?: Secret;
  /** HTTP headers sent along, for example `X-Scope-OrgID`. @default {} */
  readonly httpHeaders?: Readonly<Record<string, string | Secret>>;
}

/** A pattern in log lines whose first group becomes a link. */
export interface DerivedField {
  readonly name: string;
  /** RE2, one group. */
  readonly matcherRegex: string;
  /** The trace datasource that opens it. */
  readonly datasourceUid: string;
}

/** Links a span to the logs of its service. */
export interface TracesToLogs {
  readonly datasourceUid: string;
  /** Span attribute to log label. */
  readonly tags: Readonly<Record<string, string>>;
  /** @default true */
  readonly filterByTraceId?: boolean;
  /** @default "1h" either side */
  readonly shift?: Duration;
}

/** Links a span to queries on its service's metrics; `$__tags` stands for the mapped labels. */
export interface TracesToMetrics {
  readonly datasourceUid: string;
  /** Span attribute to metric label. */
  readonly tags: Readonly<Record<string, string>>;
  /** Title to query. */
  readonly queries: Readonly<Record<string, string>>;
}

/** A datasource of Grafana, by kind. */
export type DataSource = DataSourceBase &
  (
    | {
        readonly kind: "prometheus";
        /** @default false */
        readonly isDefault?: boolean;
        /** @default - what the environment says */
        readonly scrapeInterval?: Duration;
        /** Label of exemplars to the trace datasource that opens it. @default {} */
        readonly exemplars?: Readonly<Record<string, string>>;
        /** Retention, so that queries beyond it are noticed. @default - what the environment says */
        readonly retention?: Duration;
      }
    | {
        readonly kind: "loki";
        /** @default 1000 */ readonly maxLines?: number;
        readonly derivedFields: readonly DerivedField[];
      }
    | {
        readonly kind: "tempo";
        readonly tracesToLogs?: TracesToLogs;
        readonly tracesToMetrics?: TracesToMetrics;
        /** The Prometheus datasource that holds the service graph. @default - no service map */
        readonly serviceMapUid?: string;
      }
    | {
        readonly kind: "jaeger";
        readonly tracesToLogs?: TracesToLogs;
        readonly tracesToMetrics?: TracesToMetrics;
        /** @default true */ readonly nodeGraph?: boolean;
      }
    | {
        readonly kind: "alertmanager";
        /** @default "prometheus" */ readonly implementation?:
          "prometheus" | "mimir" | "cortex";
        /** @default false */ readonly handlesGrafanaAlerts?: boolean;
      }
    | {
        readonly kind: "postgres";
        readonly database: string;
        readonly user: string;
        readonly password: Secret;
        /** @default "require" */
        readonly sslMode?: "disable" | "require" | "verify-ca" | "verify-full";
        /** @default 5 */
        readonly maxOpenConnections?: number;
      }
  );

export type DataSourceKind = DataSource["kind"];

type WithoutUrl<Source> = Source extends DataSource
  ? Omit<Source, "url">
  : never;

/** A datasource as a system declares it: the address comes from the environment, by uid. */
export type DataSourceDefinition = WithoutUrl<DataSource>;
