import type { Slo } from "monitoring-as-code";

const agent = 'job="archon-agent"';

export const availability: Slo = {
  id: "archon-availability",
  title: "Archon availability",
  description: "999 of 1000 requests to the agent succeed",
  service: "archon-agent",
  team: "archon",
  objective: 99.9,
  period: "30d",
  sli: {
    kind: "events",
    total: `sum(rate(agent_requests_total{${agent}}[$window]))`,
    good: `sum(rate(agent_requests_total{${agent},status="success"}[$window]))`,
  },
};

/** The objective is the owner's; an agent that asks a language model hardly answers in 100 ms, and should be asked again. */
export const latency: Slo = {
  id: "archon-latency",
  title: "Archon latency",
  description: "95 % of the requests to the agent are answered within 100 ms",
  service: "archon-agent",
  team: "archon",
  objective: 95,
  period: "30d",
  sli: {
    kind: "latency",
    histogram: "agent_request_duration_seconds",
    selector: agent,
    le: 0.1,
  },
};

export const slos: readonly Slo[] = [availability, latency];
