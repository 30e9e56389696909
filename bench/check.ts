import project from "../monitoring";
import { environments } from "../environments";
import {
  allChecks,
  QueryAnswers,
  readRunbooks,
  runChecks,
} from "monitoring-as-code/checks";
import { deploymentOf } from "monitoring-as-code/deployment";
import { reportSpent, spentOn } from "./spent";

/** In seconds. */
const budgets = { catalogue: 2, queries: 3 };
const count = 10_000;

/** Queries as people write them, each with something of its own, one in six broken. */
function query(index: number): string {
  const forms = [
    `sum by (service) (rate(http_requests_total{status=~"5..",path="/${index}"}[5m])) / sum by (service) (rate(http_requests_total{path="/${index}"}[5m])) > 0.05`,
    `histogram_quantile(0.99, sum by (le) (rate(http_request_duration_seconds_bucket{route="${index}"}[$__rate_interval])))`,
    `up{job="job-${index}"} == 0`,
    `rate(http_requests_total{job="job-${index}"}[5m]) * on (instance) group_left (version) build_info`,
    `predict_linear(node_filesystem_avail_bytes{mountpoint="/${index}"}[6h], 4 * 3600) < 0`,
    `sum(rate(http_requests_total{path="/${index}"}[5m]) > 1`,
  ];
  return forms[index % forms.length] ?? "";
}

let findings = 0;
const checked = spentOn(() => {
  const deployments = environments.map((environment) =>
    deploymentOf(environment, project),
  );
  const runbooks = readRunbooks(process.cwd());
  findings = runChecks(deployments, allChecks, { runbooks }).length;
});
reportSpent(
  `the whole catalogue in ${environments.length} environments, ${findings} findings`,
  checked,
  budgets.catalogue,
);

const [environment] = environments;
if (environment === undefined) throw new Error("there is no environment");
const answers = new QueryAnswers(deploymentOf(environment, project));
const answered = spentOn(() => {
  for (let index = 0; index < count; index += 1)
    answers.answer(
      JSON.stringify({
        language: "promql",
        expr: query(index),
        system: "ecommerce",
      }),
    );
});
reportSpent(`${count} queries`, answered, budgets.queries);
