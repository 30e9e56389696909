import type { Check } from "../check";
import { promqlQueries, semanticQuery } from "../promql/promql-queries";
import { queryViolations } from "../query-violations";

/** A fixed window in a graph: too coarse when zoomed in, with gaps when zoomed out. */
export const fixedWindow: Check = {
  id: "dashboards/fixed-window",
  severity: "warning",
  title: "A graph whose window does not follow the zoom",
  run: (deployment) => {
    const linked = new Set(
      deployment.systems.flatMap(({ alertGroups }) =>
        alertGroups.flatMap(({ alerts }) =>
          alerts.flatMap(({ panel }) =>
            panel === undefined
              ? []
              : [`${panel.dashboardUid}/${panel.panelId}`],
          ),
        ),
      ),
    );
    return promqlQueries(deployment).flatMap((query) => {
      const { owner } = query;
      if (owner.kind !== "panel") return [];
      const { dashboard, panel, target } = owner;
      // A panel that an alert links shows what the alert measures, window included.
      const isAlerted = linked.has(
        `${dashboard.dashboard.uid}/${String(panel.panel.id)}`,
      );
      if (panel.panel.type !== "timeseries" || isAlerted || target.interval)
        return [];
      const calls = (semanticQuery(query)?.nodes ?? []).flatMap((node) => {
        const range = node.kind === "call" ? node.args[0] : undefined;
        return node.kind === "call" &&
          /^i?rate$/.test(node.name) &&
          range?.kind === "range" &&
          range.range.seconds !== undefined &&
          range.range.seconds < 3600
          ? [range.range]
          : [];
      });
      return queryViolations(
        query,
        calls.map(({ written, from, to }) => ({
          message: `[${written}] is the same at every zoom: gaps over days, a blur over minutes`,
          from,
          to,
        })),
        "write [$__rate_interval]; a window that is the meaning belongs into the title, with a suppression",
      );
    });
  },
};
