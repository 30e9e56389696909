import {
  DashboardLinkType,
  type DashboardLink,
} from "@grafana/grafana-foundation-sdk/dashboard";
import { withRaw, type Raw } from "./raw";

/** Leads from a dashboard, a panel or a value to somewhere else. */
export interface Link {
  readonly title: string;
  /** Where to: an address, or a path of this Grafana such as `/d/slo-dashboard`; may hold variables. */
  readonly url: string;
  /** @default false */
  readonly newTab?: boolean;
  /** @default "" */
  readonly tooltip?: string;
  /** Further fields of Grafana's link. @default {} */
  readonly raw?: Raw;
}

/** A link to the dashboard `uid`, taking the time range and the variables along. */
export function dashboardLink(title: string, uid: string): Link {
  return { title, url: `/d/${uid}?\${__url_time_range}&\${__all_variables}` };
}

/** The link as Grafana keeps it. */
export function linkModel(link: Link): DashboardLink {
  const model: DashboardLink = {
    title: link.title,
    type: DashboardLinkType.Link,
    icon: "external link",
    tooltip: link.tooltip ?? "",
    url: link.url,
    tags: [],
    asDropdown: false,
    targetBlank: link.newTab ?? false,
    includeVars: false,
    keepTime: false,
  };
  return withRaw(model, link.raw);
}

/** The list of all dashboards that carry `tag`. */
export function taggedLink(title: string, tag: string): DashboardLink {
  return {
    title,
    type: DashboardLinkType.Dashboards,
    icon: "external link",
    tooltip: `Dashboards with the tag ${tag}`,
    tags: [tag],
    asDropdown: true,
    targetBlank: false,
    includeVars: true,
    keepTime: true,
  };
}
