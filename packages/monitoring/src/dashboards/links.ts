import {
  DashboardLinkType,
  type DashboardLink,
} from "@grafana/grafana-foundation-sdk/dashboard";
import { objectsOf, type JsonObject } from "../internal/json-tree";
import { exact, type Form } from "./form";
import { withRaw, type Raw } from "./raw";

/** Leads from a dashboard, a panel or a value to somewhere else. */
export interface Link {
  readonly title: string;
  /** Where to: an address, or a path of this Grafana such as `/d/shop-overview`; may hold variables. */
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

/** The link that says what `found` says, what has no name of its own in `raw`. */
export function readLink(found: JsonObject): Link {
  const { title, url, targetBlank, tooltip, ...rest } = found;
  return {
    title: typeof title === "string" ? title : "",
    url: typeof url === "string" ? url : "",
    ...(targetBlank === true ? { newTab: true } : {}),
    ...(typeof tooltip === "string" && tooltip !== "" ? { tooltip } : {}),
    ...(Object.keys(rest).length === 0 ? {} : { raw: rest as Raw }),
  };
}

/** Links as panels keep them, without what Grafana assumes of any link. */
export const links: Form<readonly Link[]> = {
  write: (value) => value.map(linkModel),
  read: (found) => {
    const list = objectsOf(found);
    return list.length === 0 ? undefined : list.map(readLink);
  },
};

/** Links with all their fields. */
export const fullLinks = exact<readonly Link[]>({
  write: links.write,
  read: (found) =>
    objectsOf(found).map((link) => {
      const { raw: _, ...named } = readLink(link);
      return named;
    }),
});

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
