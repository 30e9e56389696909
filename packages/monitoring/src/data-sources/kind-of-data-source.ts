import type { Secret } from "../model/secret";

/** What every datasource has. */
export interface DataSourceBase {
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

/** A datasource that another one leads to, and of which kinds it must be. */
export interface DataSourceLink {
  readonly setting: string;
  readonly uid: string;
  readonly kinds: readonly string[];
}

/** A datasource that a dashboard's variable points to unless somebody picks another. */
export interface PreferredDataSource {
  readonly uid: string;
  readonly name: string;
}

/** How dashboards ask a kind of datasource: the variable that stands for it. */
export interface DashboardQueries {
  /** The kind of query. */
  readonly kind: string;
  readonly variable: string;
  readonly label: string;
  /** @default - the first of its kind */
  readonly preferred?: PreferredDataSource;
}

/** All that there is to know of a kind of datasource whose fields are `Source`. */
export interface KindOfDataSource<Source extends DataSourceBase> {
  /** The id of Grafana's plugin. */
  readonly plugin: string;
  /** Words in the names of such datasources besides the kind: programs that speak the same. @default [] */
  readonly aliases?: readonly string[];
  /** What its address is: an HTTP URL, or `host:port` of a database. */
  readonly address: "url" | "host-and-port";
  /** @default - dashboards do not ask it */
  readonly queries?: DashboardQueries;
  /** What Grafana would refuse of the fields that only this kind has. */
  problems(source: Source): readonly string[];
  /** The datasources that it leads to. */
  links(source: Source): readonly DataSourceLink[];
  /** What Grafana keeps as `jsonData`, without anything secret and without headers. */
  jsonData(source: Source): Readonly<Record<string, unknown>>;
  /** Whom it signs in as, where that is no HTTP basic authentication. @default - nobody */
  login?(source: Source): {
    readonly user: string;
    readonly password: Secret;
  };
}
