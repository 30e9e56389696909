import type { AlertRule } from "../model/alert-rule";
import type { Duration } from "../model/duration";
import type { Severity } from "../model/severity";

/** What every ready alert needs to know; the rest of a rule can be given too, and wins. */
export interface ReadyAlert extends Partial<AlertRule> {
  /** The team that the alert names. */
  readonly team: string;
  /** Matchers without braces that choose the targets: `job="api"`. @default - all targets of the system */
  readonly selector?: string;
}

/** A ready alert that fires when a share of something is used. */
export interface UsageAlert extends ReadyAlert {
  /** Percent above which it fires. */
  readonly percent?: number;
}

/** A target that does not answer its scrapes. @default for "2m", critical */
export function targetDown(options: ReadyAlert): AlertRule {
  return ready(options, {
    alert: "TargetDown",
    expr: `up${matchers(options)}`,
    condition: { is: "==", value: 0 },
    for: "2m",
    severity: "critical",
    summary: "{{ $labels.instance }} does not answer",
    description:
      "{{ $labels.instance }} of job {{ $labels.job }} cannot be scraped",
  });
}

/** A host that uses more of its memory than `percent`, 90 without one, as node_exporter sees it. */
export function hostMemory(options: UsageAlert): AlertRule {
  const own = matchers(options);
  return usage(options, {
    alert: "HostMemory",
    expr: `100 * (1 - node_memory_MemAvailable_bytes${own} / node_memory_MemTotal_bytes${own})`,
    percent: 90,
    for: "10m",
    what: "memory",
  });
}

/** A host whose processors are busier than `percent`, 90 without one, as node_exporter sees it. */
export function hostCpu(options: UsageAlert): AlertRule {
  const idle = matchers({
    ...options,
    selector: ['mode="idle"', options.selector ?? ""]
      .filter((part) => part !== "")
      .join(","),
  });
  return usage(options, {
    alert: "HostCpu",
    expr: `100 * (1 - avg by (instance) (rate(node_cpu_seconds_total${idle}[5m])))`,
    percent: 90,
    for: "15m",
    what: "CPU time",
  });
}

/** A file system fuller than `percent`, 85 without one, as node_exporter sees it; those in memory are left out. */
export function hostDisk(options: UsageAlert): AlertRule {
  const disks = matchers({
    ...options,
    selector: ['fstype!~"tmpfs|overlay"', options.selector ?? ""]
      .filter((part) => part !== "")
      .join(","),
  });
  return usage(options, {
    alert: "HostDisk",
    expr: `100 * (1 - node_filesystem_avail_bytes${disks} / node_filesystem_size_bytes${disks})`,
    percent: 85,
    for: "15m",
    what: "disk space at {{ $labels.mountpoint }}",
  });
}

interface Usage {
  readonly alert: string;
  readonly expr: string;
  readonly percent: number;
  readonly for: Duration;
  /** What is used, for the summary. */
  readonly what: string;
}

function usage(
  { percent, ...options }: UsageAlert,
  { what, percent: usual, ...rule }: Usage,
): AlertRule {
  const severity: Severity = "warning";
  return ready(options, {
    ...rule,
    condition: { is: ">", value: percent ?? usual },
    severity,
    summary: `{{ $labels.instance }} uses most of its ${what}`,
    description: `{{ $value | printf "%.0f" }}% is used; below ${percent ?? usual}% is good`,
  });
}

function ready(
  { selector: _selector, ...given }: ReadyAlert,
  usual: Omit<AlertRule, "team">,
): AlertRule {
  return { ...usual, ...given };
}

function matchers({ selector = "" }: Pick<ReadyAlert, "selector">): string {
  return selector === "" ? "" : `{${selector}}`;
}
