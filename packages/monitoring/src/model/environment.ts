import type { Duration } from "./duration";
import type { IntegrationKind } from "../notifications/integrations/integration";
import type { SmtpSettings } from "./smtp-settings";

/** Where Terraform keeps what it knows of an environment. */
export type StateBackend =
  | { readonly kind: "local" }
  | {
      readonly kind: "s3";
      readonly bucket: string;
      readonly region: string;
      /** @default - the account's default key for S3 */
      readonly kmsKeyId?: string;
    };

/**
 * Addresses of datasources by uid (`prometheus`, `loki`, `shop-database`): URLs, or `host:port` of a database.
 * A datasource without an address does not exist in the environment.
 */
export type DataSourceAddresses = Readonly<Record<string, string>>;

/** Buckets of an environment. */
export interface StorageSettings {
  readonly region: string;
  /** First part of every bucket's name; names are `<prefix>-<environment>-<purpose>`. */
  readonly bucketPrefix: string;
  /** Long-term metric blocks. */
  readonly longTerm:
    | {
        readonly infrequentAccessAfterDays: number;
        readonly glacierAfterDays: number;
        readonly expireAfterDays: number;
      }
    | undefined;
  readonly backupRetentionDays: number;
  /** Rule files and alertmanager.yml, for rulers outside of this cluster. */
  readonly artefacts: boolean;
}

/** What the values of a chart of Helm can hold. */
export type HelmValue =
  | string
  | number
  | boolean
  | readonly HelmValue[]
  | { readonly [key: string]: HelmValue };

/** Everything in which one environment differs from another. Data only. */
export interface Environment {
  /** The id of its stack: `npx cdktf deploy <name>`. */
  readonly name: string;
  /** The value of the label `environment`. */
  readonly label: string;
  /** The value of the label `cluster`. */
  readonly cluster: string;
  readonly state: StateBackend;
  readonly grafana: {
    readonly url: string;
    /** Major version of the server; decides what is checked and what is offered. */
    readonly version: number;
    /** How the provider signs in; the value itself is the secret `grafana_auth`. */
    readonly auth: "token" | "basic";
    /** Whether it is Grafana Cloud, which has `grafana_slo`. */
    readonly cloud: boolean;
    readonly theme: "dark" | "light";
    readonly timezone: string;
    readonly volumeGiB: number;
  };
  readonly dataSources: DataSourceAddresses;
  readonly prometheus: {
    readonly retention: Duration;
    readonly retentionSizeGB: number;
    readonly volumeGiB: number;
    readonly replicas: number;
    readonly scrapeInterval: Duration;
    readonly evaluationInterval: Duration;
    readonly resourceClass: "small" | "medium" | "large";
    readonly highAvailability: boolean;
    /** @default - no remote write */
    readonly remoteWrite?: {
      readonly url: string;
      readonly capacity: number;
      readonly maxShards: number;
    };
  };
  readonly loki: { readonly retention: Duration; readonly volumeGiB: number };
  readonly tempo: { readonly retention: Duration };
  /** What the values of the umbrella chart hold of charts that the project adds: chart to values. @default {} */
  readonly helmValues?: Readonly<Record<string, HelmValue>>;
  readonly alerting: {
    /** Who evaluates rules and notifies; the other gets the same rules as files, or none, so that nobody is paged twice. */
    readonly evaluator: "grafana" | "prometheus";
    /** Kinds of integrations that are switched on; receivers left without one hand over to the root's. */
    readonly integrations: readonly IntegrationKind[];
    /** The longest period of an SLO that the retention supports. */
    readonly sloPeriod: Duration;
    /** Where the runbooks are published: the runbook of an alert at `<system>/<alert in kebab-case>` below it. */
    readonly runbooksUrl: string;
    /** The oldest Alertmanager that must accept `alertmanager.yml`. @default "0.25" */
    readonly alertmanagerVersion?: `0.${number}`;
    /** @default - Alertmanager sends no e-mail */
    readonly smtp?: SmtpSettings;
  };
  /** Refuses to delete what holds data: folders with content, buckets. */
  readonly deletionProtection: boolean;
  readonly storage: StorageSettings | undefined;
}
