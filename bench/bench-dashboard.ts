import {
  dashboard,
  query,
  row,
  timeseries,
} from "monitoring-as-code/dashboards";
import type { Dashboard } from "monitoring-as-code";

const panelsPerDashboard = 12;

/** A dashboard of twelve panels; `rangeOf` gives the range of the query of each. */
export function benchDashboard(
  system: string,
  index: number,
  rangeOf: (panel: number) => string,
): Dashboard {
  const panels = [...Array(panelsPerDashboard).keys()];
  return dashboard({
    uid: `${system}-${index}`,
    title: `Dashboard ${index}`,
    description: "A dashboard of the benchmark",
    system,
    rows: [
      row(
        panels.map((panel) =>
          timeseries(`panel-${panel}`, {
            title: `Panel ${panel}`,
            description: "Requests per second by service",
            unit: "reqps",
            width: "third",
            queries: [
              query(
                `sum by (service) (rate(requests_${index}_${panel}_total[${rangeOf(panel)}]))`,
                "{{service}}",
              ),
            ],
          }),
        ),
      ),
    ],
  });
}
